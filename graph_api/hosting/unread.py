"""What was written to a client and it has not taken: for how long, and how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Iterable

    from graph_api.hosting.limits import Limits

_LOOKS_EVERY = 5.0


class Unread:
    """Watches what a client has not taken yet, and ends the connection when it takes too little for too long."""

    def __init__(self, loop: asyncio.AbstractEventLoop, transport: asyncio.Transport, limits: Limits) -> None:
        self._loop = loop
        self._transport = transport
        self._limits = limits
        self.since = 0.0
        self._at_first = 0
        self._timer: asyncio.TimerHandle | None = None

    @property
    def bytes(self) -> int:
        """How much there is now, as long as it is watched."""
        return self._transport.get_write_buffer_size() if self._timer is not None else 0

    def begin(self) -> None:
        """Watch from now on, if there is anything."""
        if self._timer is None and self._transport.get_write_buffer_size():
            self.since = self._loop.time()
            self._at_first = self._transport.get_write_buffer_size()
            self._timer = self._loop.call_later(self._limits.unread_seconds, self._look)

    def end(self) -> None:
        """Watch no more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def give_up(self) -> None:
        """End the connection; what the client has not taken is lost."""
        self._transport.abort()

    def _look(self) -> None:
        self._timer = None
        left = self._transport.get_write_buffer_size()
        taken = self._at_first - left
        if not left:
            return
        if taken < (self._loop.time() - self.since) * self._limits.unread_bytes_per_second:
            self.give_up()
        else:
            self._timer = self._loop.call_later(min(_LOOKS_EVERY, self._limits.unread_seconds), self._look)


def relieve(all_of: Iterable[Unread], most_bytes: int) -> None:
    """End the connections that are unread longest, until all together are within the limit."""
    watched = sorted((each for each in all_of if each.bytes), key=lambda each: each.since)
    total = sum(each.bytes for each in watched)
    for each in watched:
        if total <= most_bytes:
            return
        total -= each.bytes
        each.give_up()
