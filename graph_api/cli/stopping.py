"""How signals stop a command that serves: the first in order, the second at once."""

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


class Stopping:
    """Takes the signals that stop a process: SIGINT, SIGTERM, SIGHUP.

    The first one unwinds what is under way, so that what was begun is ended, and exits with 128 and its number; within
    `gently` it is passed on instead. The second one exits at once. That is in order for the database, too: an embedded one
    ends with the last process that uses it, however that ends.
    """

    def __init__(self) -> None:
        self._number: int | None = None
        self._ask: Callable[[], object] | None = None

    @property
    def exit_code(self) -> int:
        """What a process that a signal stopped half-way exits with."""
        return 128 + (self._number or 0)

    @property
    def wanted(self) -> bool:
        """Whether there was a signal."""
        return self._number is not None

    @contextmanager
    def signals(self) -> Iterator[None]:
        """Take the signals until the end of the block.

        SIGINT too where it is ignored, as it is in a script's background job; but SIGHUP not, which is how nohup asks for it.
        """
        taken = [each for each in _SIGNALS if each != signal.SIGHUP or signal.getsignal(each) != signal.SIG_IGN]
        before = {each: signal.signal(each, self._on_signal) for each in taken}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)

    @contextmanager
    def gently(self, ask: Callable[[], object]) -> Iterator[None]:
        """Pass the first signal on to `ask` until the end of the block. It is called between any two steps of Python."""
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
