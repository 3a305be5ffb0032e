"""Signals that stop a command: a serving one gracefully at first and immediately at the second, an export like Ctrl-C."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StopSignals:
    """Handles the signals that stop a process: SIGINT, SIGTERM, SIGHUP.

    The first signal unwinds the stack, so that everything is closed, and exits with 128 plus its number; within
    `passed_to` it is passed on instead. The second signal exits immediately. That is safe for the database: an embedded
    server ends with the last process that uses it, even if that process is killed.
    """

    def __init__(self) -> None:
        self._number: int | None = None
        self._ask: Callable[[], object] | None = None

    @property
    def exit_code(self) -> int:
        """The exit code of a process that a signal stopped."""
        return 128 + (self._number or 0)

    @property
    def wanted(self) -> bool:
        """Whether a signal was received."""
        return self._number is not None

    @contextmanager
    def handled(self) -> Iterator[None]:
        """Handles the signals until the end of the block.

        Also handles a SIGINT that is ignored, as in a script's background job, but not an ignored SIGHUP: nohup sets
        that.
        """
        taken = [each for each in _SIGNALS if each != signal.SIGHUP or signal.getsignal(each) != signal.SIG_IGN]
        before = {each: signal.signal(each, self._on_signal) for each in taken}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)

    @contextmanager
    def passed_to(self, ask: Callable[[], object]) -> Iterator[None]:
        """Passes the first signal to `ask` until the end of the block. `ask` is called between any two steps of
        Python."""
        before, self._ask = self._ask, ask
        try:
            yield
        finally:
            self._ask = before

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        if self.wanted:
            os._exit(128 + number)
        self._number = number
        if self._ask is None:
            sys.exit(self.exit_code)
        self._ask()


@contextmanager
def as_interrupts() -> Iterator[None]:
    """Treats all signals that stop a process as Ctrl-C until the end of the block, so that temporary files are removed.

    asyncio cancels its work on Ctrl-C alone. An ignored SIGHUP stays ignored: nohup sets that.
    """
    others = [each for each in _SIGNALS[1:] if signal.getsignal(each) != signal.SIG_IGN]
    before = {each: signal.signal(each, lambda *_: signal.raise_signal(signal.SIGINT)) for each in others}
    before[signal.SIGINT] = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
