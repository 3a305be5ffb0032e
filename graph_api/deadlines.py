"""Deadlines: blocks of work that can be ended early, and timers that hardly ever fire.

Every request has several, so they must cost almost nothing while nothing happens. A timer of asyncio costs several
microseconds even if it is cancelled at once (docs/decisions/0021-an-operation-has-one-deadline.md).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextvars import Context
from itertools import count
from types import TracebackType
from typing import Self


class Interruptible:
    """A block of a task that others can end: what the task waits for is cancelled, and the block raises the given error."""

    __slots__ = ("_cancelling", "_error", "_task")

    def __enter__(self) -> Self:
        task = asyncio.current_task()
        assert task is not None
        self._task: asyncio.Task[object] | None = task
        self._cancelling = task.cancelling()
        self._error: Exception | None = None
        return self

    def interrupt(self, error: Exception) -> None:
        """Ends the block with this error. Does nothing if it has ended, or is about to."""
        if self._task is not None and self._error is None:
            self._error = error
            self._task.cancel()

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, traceback: TracebackType | None
    ) -> None:
        task, self._task = self._task, None
        if self._error is None:
            return
        assert task is not None
        # If the task has been cancelled from outside too, the cancellation continues.
        if task.uncancel() <= self._cancelling and kind is asyncio.CancelledError:
            raise self._error


class Timer:
    """Calls back after a time that is the same for all calls. Stopping a call costs almost nothing.

    Calls are due in the order in which they are started, so the event loop only needs to know the first one.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._calls: dict[int, tuple[float, Callable[[], object]]] = {}
        self._numbers = count()
        self._first: asyncio.TimerHandle | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def start(self, call: Callable[[], object]) -> int:
        """Calls back when the time is over. The returned number stops the call."""
        loop = asyncio.get_running_loop()
        number, due = next(self._numbers), loop.time() + self.seconds
        self._calls[number] = due, call
        if self._first is None or self._loop is not loop:
            self._await(loop, due)
        return number

    def stop(self, number: int) -> None:
        """Stops the call, if it has not happened yet."""
        self._calls.pop(number, None)

    def _await(self, loop: asyncio.AbstractEventLoop, due: float) -> None:
        self._loop = loop
        # The context of the first call must not apply to the others.
        self._first = loop.call_at(due, self._ring, context=Context())

    def _ring(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._calls:
                number, (due, call) = next(iter(self._calls.items()))
                if due > loop.time():
                    break
                del self._calls[number]
                call()
        finally:
            self._first = None
            if self._calls:
                self._await(loop, next(iter(self._calls.values()))[0])


class Deadline(Interruptible):
    """A block that ends with the error when the timer's time is over."""

    __slots__ = ("_late", "_number", "_timer")

    def __init__(self, timer: Timer, late: Callable[[], Exception]) -> None:
        self._timer = timer
        self._late = late

    def __enter__(self) -> Self:
        self._number = self._timer.start(self._over)
        return super().__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._timer.stop(self._number)
        super().__exit__(kind, raised, traceback)

    def _over(self) -> None:
        self.interrupt(self._late())
