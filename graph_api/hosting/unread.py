"""Watches data that clients don't read, and closes connections that read too slowly."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Iterable

    from graph_api.hosting.limits import HttpLimits

_CHECK_SECONDS = 5.0


class Unread:
    """The unread data of one connection. Closes it if the client reads too slowly."""

    def __init__(self, loop: asyncio.AbstractEventLoop, transport: asyncio.Transport, limits: HttpLimits) -> None:
        self._loop = loop
        self._transport = transport
        self._limits = limits
        self.since = 0.0
        self._at_first = 0
        self._timer: asyncio.TimerHandle | None = None

    @property
    def bytes(self) -> int:
        """The number of unread bytes; 0 unless it is watched."""
        return self._transport.get_write_buffer_size() if self._timer is not None else 0

    def begin(self) -> None:
        """Start to watch, if there is unread data."""
        if self._timer is None and self._transport.get_write_buffer_size():
            self.since = self._loop.time()
            self._at_first = self._transport.get_write_buffer_size()
            self._timer = self._loop.call_later(self._limits.unread_seconds, self._check)

    def end(self) -> None:
        """Stop watching."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def give_up(self) -> None:
        """Close the connection and drop the unread data."""
        self._transport.abort()

    def _check(self) -> None:
        self._timer = None
        left = self._transport.get_write_buffer_size()
        taken = self._at_first - left
        if not left:
            return
        if taken < (self._loop.time() - self.since) * self._limits.unread_bytes_per_second:
            self.give_up()
        else:
            self._timer = self._loop.call_later(min(_CHECK_SECONDS, self._limits.unread_seconds), self._check)


def enforce_total(all_of: Iterable[Unread], most_bytes: int) -> None:
    """Close the connections that have been unread longest, until the total is within the limit."""
    watched = sorted((each for each in all_of if each.bytes), key=lambda each: each.since)
    total = sum(each.bytes for each in watched)
    for each in watched:
        if total <= most_bytes:
            return
        total -= each.bytes
        each.give_up()
