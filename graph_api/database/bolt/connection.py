"""A Bolt connection: signs in once, then runs one read after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from math import inf
from typing import Any

from graph_api.database.bolt import messages

_AGENT = "graph-api"


class Rows(list[list[Any]]):
    """Rows, and the number of bytes in which the server sent them."""

    bytes = 0


_NOTHING = Rows()


class Refusal(Exception):  # noqa: N818 - an answer of the server, not a fault of the connection
    """The server's refusal of a statement: Neo4j's code and message."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code


class Lost(OSError):  # noqa: N818 - one of the ways in which a connection fails
    """The connection is closed, or what arrived is not Bolt."""


class Overflow(Exception):  # noqa: N818 - what was asked for was too much, not what was done
    """The reply to a statement has more bytes than allowed. The connection is closed."""


class Connection(asyncio.Protocol):
    """One exchange at a time: its user waits for the end, or aborts it. Created by `connect`."""

    def __init__(self) -> None:
        loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._received = bytearray()
        self._partial = bytearray()
        self._rows = Rows()
        self._success = b""
        self._refusal: Refusal | None = None
        self._awaited = 0
        self._most_bytes = inf
        self._bytes = 0
        self._answer: asyncio.Future[None] | None = None
        self._version: asyncio.Future[bytes] | None = loop.create_future()
        self.closed: asyncio.Future[None] = loop.create_future()
        self.was_left = False

    async def run(
        self, statement: str, parameters: Mapping[str, Any], extra: Mapping[str, Any], most_bytes: float = inf
    ) -> Rows:
        """The rows of a statement in a transaction of its own. Raises `Refusal`, `Overflow`, or `Lost`."""
        sent = messages.message(messages.RUN, statement, parameters, extra) + _PULL_ALL
        self._rows = Rows()
        self._most_bytes, self._bytes = most_bytes, 0
        await self._exchange(sent, 2)
        rows, self._rows = self._rows, _NOTHING
        rows.bytes = self._bytes
        if self._refusal is not None:
            await self._reset()
        return rows

    async def plan(self, statement: str, parameters: Mapping[str, Any], extra: Mapping[str, Any]) -> None:
        """Has a statement planned without running it. Raises as `run` does.

        The server plans a statement when it receives it, and runs it when its rows are requested.
        """
        await self._exchange(messages.message(messages.RUN, statement, parameters, extra), 1)
        await self._reset()

    async def _reset(self) -> None:
        """Resets the server's state. Raises the refusal of the last statement, if there is one."""
        refusal, self._refusal = self._refusal, None
        await self._exchange(_RESET, 1)
        if refusal is not None:
            raise refusal

    @property
    def bookmark(self) -> str | None:
        """The server's bookmark at the end of the last statement."""
        bookmark: str | None = messages.content(self._success).get("bookmark") if self._success else None
        return bookmark

    async def greet(self) -> bytes:
        """The protocol version that the server accepts. Raises `Lost`."""
        assert self._version is not None
        self._write(messages.MAGIC + messages.VERSIONS)
        version = await self._version
        if version[3] == 0:
            raise Lost("the server supports none of our Bolt versions")
        return version

    async def sign_in(self, version: bytes, username: str, password: str) -> None:
        """Signs in. Raises `Refusal`, or `Lost`."""
        hello = {"user_agent": _AGENT, "bolt_agent": {"product": _AGENT}, "notifications_minimum_severity": "OFF"}
        if version[2] < _WITH_BOLT_AGENT:
            del hello["bolt_agent"]
        if version[2] < _WITH_NOTIFICATIONS:
            del hello["notifications_minimum_severity"]
        logon = {"scheme": "basic", "principal": username, "credentials": password}
        await self._exchange(messages.message(messages.HELLO, hello) + messages.message(messages.LOGON, logon), 2)
        if self._refusal is not None:
            raise self._refusal

    def leave(self) -> None:
        """Says goodbye and closes."""
        self.was_left = True
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(_GOODBYE)
            self._transport.close()

    def abort(self) -> None:
        """Closes immediately: the server then stops its work for this connection."""
        self.was_left = True
        if self._transport is not None:
            self._transport.abort()

    @property
    def is_open(self) -> bool:
        """Whether the server has not closed it, as far as is known."""
        return self._transport is not None and not self._transport.is_closing() and not self.closed.done()

    async def _exchange(self, sent: bytes, answers: int) -> None:
        self._answer = asyncio.get_running_loop().create_future()
        self._awaited = answers
        self._write(sent)
        await self._answer

    def _write(self, sent: bytes) -> None:
        if self._transport is None or not self.is_open:
            raise Lost("the connection is closed")
        self._transport.write(sent)

    # Called by the event loop

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Stores the transport."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - the event loop passes it
        """Tells the waiting caller."""
        for waiting in (self._version, self._answer):
            if waiting is not None and not waiting.done():
                waiting.set_exception(Lost("the connection was lost"))
                waiting.exception()  # asyncio would complain if nobody waits for it
        if not self.closed.done():
            self.closed.set_result(None)

    def data_received(self, data: bytes) -> None:
        """Joins chunks to messages, and handles each."""
        self._bytes += len(data)
        if self._bytes > self._most_bytes:
            self._overflow()
            return
        self._received += data
        if self._version is not None:
            if len(self._received) < _VERSION_BYTES:
                return
            if not self._version.done():
                self._version.set_result(bytes(self._received[:_VERSION_BYTES]))
            self._version = None
            del self._received[:_VERSION_BYTES]
        received, at, end = self._received, 0, len(self._received)
        while end - at >= _SIZE_BYTES:
            size = received[at] << 8 | received[at + 1]
            if end - at - _SIZE_BYTES < size:
                break
            at += _SIZE_BYTES
            if size:
                self._partial += received[at : at + size]
                at += size
            elif self._partial:
                body, self._partial = bytes(self._partial), bytearray()
                self._take(body)
        del received[:at]

    def _overflow(self) -> None:
        """Stops reading: the server ends the statement when the connection is closed."""
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(Overflow())
        self._received.clear()
        self._partial.clear()
        self._rows = _NOTHING
        self.abort()

    def _take(self, body: bytes) -> None:
        kind = body[1]
        if kind == messages.RECORD:
            self._rows.append(messages.content(body))
            return
        if kind == messages.SUCCESS:
            self._success = body
        elif kind == messages.FAILURE:
            facts = messages.content(body)
            self._refusal = self._refusal or Refusal(
                str(facts.get("neo4j_code") or facts.get("code")), str(facts.get("message"))
            )
        self._awaited -= 1
        if not self._awaited and self._answer is not None and not self._answer.done():
            self._answer.set_result(None)


_SIZE_BYTES = 2
_VERSION_BYTES = 4
_WITH_NOTIFICATIONS = 2
_WITH_BOLT_AGENT = 3
_PULL_ALL = messages.message(messages.PULL, {"n": -1})
_RESET = messages.message(messages.RESET)
_GOODBYE = messages.message(messages.GOODBYE)


async def connect(host: str, port: int, username: str, password: str, seconds: float) -> Connection:
    """An open connection, signed in. Raises `Refusal`, or an `OSError` if the server does not greet within `seconds`.

    Signing in can take a busy server longer: the caller has a deadline.
    """
    connection, version = await _greeted(host, port, seconds)
    try:
        await connection.sign_in(version, username, password)
    except BaseException:
        connection.abort()
        raise
    return connection


async def greet(host: str, port: int, seconds: float) -> None:
    """Returns when the server greets on a new connection. Raises an `OSError` if it does not within `seconds`."""
    connection, _ = await _greeted(host, port, seconds)
    connection.abort()


async def _greeted(host: str, port: int, seconds: float) -> tuple[Connection, bytes]:
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(seconds):
            _, connection = await loop.create_connection(Connection, host, port)
            try:
                return connection, await connection.greet()
            except BaseException:
                connection.abort()
                raise
    except TimeoutError as error:
        raise Lost(f"the server did not greet within {seconds:g} seconds") from error
