"""A pool of connections to one server."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from math import inf
from typing import Any, TypeVar

from graph_api.database.bolt.connection import Connection, connect, greet

_MOST = 100
_CONNECT_SECONDS = 2.0
_ACQUIRE_SECONDS = 4.0
# More at once would keep the server so busy with passwords that none gets in within its time.
_OPENING_AT_ONCE = 4

T = TypeVar("T")


class Crowded(OSError):  # noqa: N818 - a state of ours, not of the server
    """All connections are in use."""


class Pool:
    """Runs reads, each on a connection of its own. The most recently used connection is used next."""

    def __init__(self, host: str, port: int, username: str, password: str, database: str) -> None:
        self._where = (host, port, username, password)
        self._database = database
        self._idle: list[Connection] = []
        self._open: set[Connection] = set()
        self._free = asyncio.Semaphore(_MOST)
        self._opening = asyncio.Semaphore(_OPENING_AT_ONCE)
        self._losses = 0

    @property
    def losses(self) -> int:
        """The number of connections that ended without being closed here. If it grows, the server may have been restarted."""
        return self._losses

    async def read(
        self,
        statement: str,
        parameters: Mapping[str, Any],
        seconds: float,
        after: str | None = None,
        most_bytes: float = inf,
    ) -> tuple[list[list[Any]], str | None]:
        """The rows of a read that the server ends after `seconds`, and its bookmark.

        It sees the change of the bookmark `after`. If the caller is cancelled, or the reply has more than `most_bytes`,
        the connection is closed, which ends the read. Raises `Refusal`, `Overflow`, or an `OSError`.
        """
        extra = {"mode": "r", "db": self._database, "tx_timeout": max(1, int(seconds * 1000))}
        if after is not None:
            extra["bookmarks"] = [after]

        async def run(connection: Connection) -> tuple[list[list[Any]], str | None]:
            return await connection.run(statement, parameters, extra, most_bytes), connection.bookmark

        return await self._on_connection(run)

    async def plan(self, statement: str, parameters: Mapping[str, Any], seconds: float) -> None:
        """Has the server plan a read for parameters of these types within `seconds`, without running it.

        Raises as `read` does. If the caller is cancelled, the connection is closed, which ends the planning.
        """
        extra = {"mode": "r", "db": self._database, "tx_timeout": max(1, int(seconds * 1000))}
        await self._on_connection(lambda connection: connection.plan(statement, parameters, extra))

    async def _on_connection(self, exchange: Callable[[Connection], Awaitable[T]]) -> T:
        await self._acquire()
        try:
            connection = self._idle_one() or await self._idle_or_new()
            try:
                return await exchange(connection)
            except OSError:
                # If one is lost, the idle ones most likely are, too.
                self._forget_idle()
                raise
            except asyncio.CancelledError:
                connection.abort()
                raise
            finally:
                if connection.is_open:
                    self._idle.append(connection)
        finally:
            self._free.release()

    async def greet(self, seconds: float) -> None:
        """Returns when the server greets on a new connection; raises an `OSError` if it does not within `seconds`.

        It greets before it checks who connects, however busy it is with statements.
        """
        host, port, *_ = self._where
        await greet(host, port, seconds)

    async def close(self) -> None:
        """Closes every connection, and waits until they are closed."""
        for connection in self._open:
            connection.leave()
        self._idle.clear()
        while self._open:
            await asyncio.wait([connection.closed for connection in self._open])
            await asyncio.sleep(0)

    async def _acquire(self) -> None:
        if not self._free.locked():
            await self._free.acquire()
            return
        try:
            async with asyncio.timeout(_ACQUIRE_SECONDS):
                await self._free.acquire()
        except TimeoutError as error:
            raise Crowded("no connection was free in time") from error

    def _idle_one(self) -> Connection | None:
        while self._idle:
            connection = self._idle.pop()
            if connection.is_open:
                return connection
        return None

    async def _idle_or_new(self) -> Connection:
        """A new connection, or one that became idle while others were being opened."""
        async with self._opening:
            return self._idle_one() or await self._new()

    async def _new(self) -> Connection:
        connection = await connect(*self._where, _CONNECT_SECONDS)
        self._open.add(connection)
        connection.closed.add_done_callback(lambda _: self._ended(connection))
        return connection

    def _ended(self, connection: Connection) -> None:
        self._open.discard(connection)
        if not connection.was_left:
            self._losses += 1

    def _forget_idle(self) -> None:
        for connection in self._idle:
            connection.abort()
        self._idle.clear()
