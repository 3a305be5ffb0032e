"""One request and its response, as ASGI has it."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

import structlog

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from starlette.types import ASGIApp, Message

    from graph_api.hosting.connection import Connection

_log = structlog.get_logger(__name__)

STATUS_LINES: Final = {each.value: b"HTTP/1.1 %d %b\r\n" % (each, each.phrase.encode()) for each in HTTPStatus}

# A body up to this length is written with its headers: one call of the system instead of two.
_TOGETHER_BYTES = 65_536
_BODILESS = frozenset({204, 304})


class Exchange:
    """One request and its response."""

    __slots__ = (
        "_bodiless",
        "_call",
        "_connection",
        "_disconnected",
        "_expects_continue",
        "_head",
        "_length",
        "_news",
        "awaits_body",
        "body",
        "complete",
        "keep_alive",
        "scope",
        "started",
    )

    def __init__(
        self, connection: Connection, scope: MutableMapping[str, Any], *, keep_alive: bool, expects_continue: bool
    ) -> None:
        self._connection = connection
        scope["extensions"] = {"graph_api.disconnect": self.when_disconnected}
        self.scope = scope
        self.keep_alive = keep_alive
        self._expects_continue = expects_continue
        self._news = asyncio.Event()
        # The part of the request body that was not received yet, and whether it is incomplete.
        self.body = bytearray()
        self.awaits_body = True
        self._disconnected = False
        self._call: Callable[[], object] | None = None
        self._head: bytes | None = None
        self._length: int | None = None
        self._bodiless = False
        self.started = False
        self.complete = False

    async def run(self, app: ASGIApp) -> None:
        """Run the application."""
        try:
            await app(self.scope, self.receive, self.send)
        except Exception:
            _log.exception("application broke")
        finally:
            if not self.complete:
                self._connection.broken(self)

    def add(self, data: bytes) -> None:
        """Add to the request body."""
        self.body += data
        self._news.set()

    def end_body(self) -> None:
        """Mark the request body as complete."""
        self.awaits_body = False
        self._news.set()

    def disconnect(self) -> None:
        """Tell the application that the client has disconnected; what it still sends is dropped."""
        self._disconnected = True
        self._news.set()
        if self._call is not None:
            self._call()

    def when_disconnected(self, call: Callable[[], object]) -> None:
        """Call back if the client disconnects. The application finds this in the scope, as the extension of our own name."""
        self._call = call
        if self._disconnected:
            asyncio.get_running_loop().call_soon(call)

    async def receive(self) -> Message:
        """The next part of the body; after its end, waits for the disconnect."""
        if self._expects_continue and not self.body:
            self._expects_continue = False
            self._connection.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        if not (self._disconnected or self.complete):
            if self.awaits_body:
                self._connection.resume_reading()
            await self._news.wait()
            self._news.clear()
        if self._disconnected or self.complete:
            return {"type": "http.disconnect"}
        body, self.body = bytes(self.body), bytearray()
        return {"type": "http.request", "body": body, "more_body": self.awaits_body}

    async def send(self, message: Message) -> None:
        """Send the next part of the response when the write buffer has room."""
        if self._connection.write_paused is not None:
            await self._connection.write_paused.wait()
        if self._disconnected:
            return
        if message["type"] == "http.response.start":
            assert not self.started
            self._begin(message)
        else:
            assert self.started
            assert not self.complete
            self._go_on(message.get("body", b""), last=not message.get("more_body", False))

    def _begin(self, message: Message) -> None:
        """Prepare the headers; they are sent with the first part of the body, as ASGI requires."""
        self.started = True
        self._expects_continue = False
        status = message["status"]
        headers = (*self._connection.default_headers, *message.get("headers", ()))
        closes = False
        for name, value in headers:
            if name == b"content-length":
                self._length = int(value)
            elif name == b"connection":
                closes = b"close" in value.lower()
        if closes or self.awaits_body:
            # The rest of the body must not be read as the next request.
            self.keep_alive = False
        if self._length is None and status not in _BODILESS and self.scope["method"] != "HEAD":
            if self.scope["http_version"] == "1.0":
                self.keep_alive = False
            else:
                headers = (*headers, (b"transfer-encoding", b"chunked"))
        if not (self.keep_alive or closes):
            headers = (*headers, (b"connection", b"close"))
        lines = [STATUS_LINES[status]]
        for name, value in headers:
            lines += (name, b": ", value, b"\r\n")
        lines.append(b"\r\n")
        self._bodiless = status in _BODILESS or self.scope["method"] == "HEAD"
        self._head = b"".join(lines)
        if not self._head.count(b"\r") == self._head.count(b"\n") == len(headers) + 2:
            raise ValueError("a header of the response has a line break")

    def _go_on(self, body: bytes, *, last: bool) -> None:
        if self._bodiless:
            body = b""
        elif self._length is not None:
            self._length -= len(body)
            if self._length < 0 or (last and self._length):
                raise ValueError("the response is not as long as its headers say")
        elif self.scope["http_version"] != "1.0":
            body = (b"%x\r\n%b\r\n" % (len(body), body) if body else b"") + (b"0\r\n\r\n" if last else b"")
        head, self._head = self._head, None
        if head is not None and len(body) <= _TOGETHER_BYTES:
            self._connection.write(head + body)
        else:
            if head is not None:
                self._connection.write(head)
            if body:
                self._connection.write(body)
        if last:
            self.complete = True
            self._news.set()
            self._connection.answered(self)
