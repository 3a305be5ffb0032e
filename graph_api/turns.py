"""Turns: long work in a thread gives way to the event loop.

Python runs one thread at a time. By itself it would give half of the time to a long document's thread, so that everybody
else's answers take twice as long meanwhile (docs/decisions/0029-long-work-takes-turns.md).
"""

from __future__ import annotations

import asyncio
import threading
from time import perf_counter

# How long a turn of the work is compared to that of the event loop, and at least, in seconds.
_SHARE = 0.25
_SHORTEST_SECONDS = 0.001
# Longer than any turn of the loop should be; then the work goes on.
_LONGEST_WAIT_SECONDS = 1.0

_local = threading.local()


class Turns:
    """A block of work in a thread that takes turns with an event loop.

    The busier the loop is, the longer are its turns. Next to an idle one the work hardly ever waits.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._until = 0.0

    def __enter__(self) -> None:
        _local.turns = self

    def __exit__(self, *_: object) -> None:
        _local.turns = None

    def give_way(self) -> None:
        """Wait until the event loop has done what it had to do, if the turn of the work is over."""
        over = perf_counter()
        if over < self._until:
            return
        went_round = threading.Event()
        self._loop.call_soon_threadsafe(went_round.set)
        went_round.wait(_LONGEST_WAIT_SECONDS)
        now = perf_counter()
        self._until = now + max((now - over) * _SHARE, _SHORTEST_SECONDS)


def give_way() -> None:
    """Let the event loop go on if it is its turn. Long work calls this often. Does nothing outside of `Turns`."""
    turns: Turns | None = getattr(_local, "turns", None)
    if turns is not None:
        turns.give_way()
