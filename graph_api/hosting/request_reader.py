"""Reads requests from a connection. Refuses what is malformed, ambiguous or too large."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote

import httptools

from graph_api.hosting.refusals import Refused, not_http

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph_api.hosting.exchange import Exchange
    from graph_api.hosting.limits import HttpLimits

Headers: TypeAlias = list[tuple[bytes, bytes]]

_VERSIONS = frozenset({"1.0", "1.1"})
# What the parser says of a version that it doesn't know.
_UNKNOWN_VERSION = "Invalid HTTP version"


@dataclass(slots=True)
class Head:
    """The request line and the headers of a request."""

    method: str
    version: str
    raw_path: bytes
    query: bytes
    headers: Headers
    keep_alive: bool

    @property
    def path(self) -> str:
        """The percent-decoded path."""
        return unquote(self.raw_path.decode("ascii"))

    @property
    def expects_continue(self) -> bool:
        """Whether the client waits for `100 Continue` before it sends the body."""
        for name, value in self.headers:
            if name == b"expect":
                return value.lower() == b"100-continue"
        return False


class RequestReader:
    """Parses requests. Calls `begin` for each, and passes the body on to the exchange that it returns."""

    def __init__(self, limits: HttpLimits, begin: Callable[[Head], Exchange]) -> None:
        self._limits = limits
        self._begin = begin
        self._parser = httptools.HttpRequestParser(self)
        self._url = b""
        self._headers: Headers = []
        self._upgrades: Headers = []
        # Bytes since the last complete headers or part of a body.
        self._unparsed = 0
        self._progress = False
        # Whether the headers of a request are incomplete, and the request whose body is.
        self.in_head = False
        self.exchange: Exchange | None = None

    def feed(self, data: bytes) -> None:
        """Parse more data. Raises `Refused`, after which nothing more can be parsed."""
        self._progress = False
        self._feed(data)
        if self._progress:
            self._unparsed = 0
            return
        self._unparsed += len(data)
        if self.exchange is not None:
            if self._unparsed > self._limits.framing_bytes:
                raise Refused(400, "The chunk headers or trailers of the body are too long.")
        elif self._unparsed > self._limits.url_bytes + self._limits.header_bytes:
            raise self._headers_too_long()

    # What the parser calls.

    def on_message_begin(self) -> None:
        """Start a request."""
        self.in_head = True
        self._url = b""
        self._headers = []

    def on_url(self, url: bytes) -> None:
        """Add to the URL, which may arrive in parts."""
        self._url += url
        if len(self._url) > self._limits.url_bytes:
            raise Refused(414, f"A URL has at most {self._limits.url_bytes} bytes. Send a POST request.")

    def on_header(self, name: bytes, value: bytes) -> None:
        """Add a header. Trailers, which come after a body, are ignored."""
        if self.in_head:
            self._headers.append((name.lower(), value))
            if len(self._headers) > self._limits.header_lines:
                raise Refused(431, f"A request has at most {self._limits.header_lines} header lines.")

    def on_headers_complete(self) -> None:
        """Begin the request, unless it asks for an upgrade and has to be parsed again."""
        self.in_head = False
        self._progress = True
        if sum(map(len, chain.from_iterable(self._headers))) > self._limits.header_bytes:
            raise self._headers_too_long()
        version = self._parser.get_http_version()
        if version not in _VERSIONS:
            raise _other_version()
        if any(name == b"transfer-encoding" and value.strip().lower() != b"chunked" for name, value in self._headers):
            raise Refused(501, "The only transfer encoding that is supported is `chunked`.")
        method = self._parser.get_method().decode("ascii")
        if method == "CONNECT":
            raise Refused(405, "CONNECT is not supported: this server is not a proxy.")
        if not self._parser.should_upgrade():
            self.exchange = self._begin(self._head(method, version))

    def on_body(self, body: bytes) -> None:
        """Pass on a part of the body."""
        self._progress = True
        if self.exchange is not None:
            self.exchange.add(body)

    def on_message_complete(self) -> None:
        """Mark the body as complete."""
        self._progress = True
        if self.exchange is not None:
            self.exchange.end_body()
            self.exchange = None

    # The rest.

    def _feed(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade as upgrade:
            self._parse_again(data[upgrade.args[0] :])
        except httptools.HttpParserError as error:
            # The parser wraps exceptions of its callbacks.
            if isinstance(error.__context__, Refused):
                raise error.__context__ from None
            raise (_other_version() if str(error) == _UNKNOWN_VERSION else not_http()) from None

    def _parse_again(self, rest: bytes) -> None:
        """Parse a request that asks for an upgrade again, without the `Upgrade` header.

        The parser stops after such headers, and would parse the body as the next request. A server may ignore an upgrade,
        and then the body belongs to the request.
        """
        self._upgrades = [header for header in self._headers if header[0] == b"upgrade"]
        lines = [b"%b: %b\r\n" % header for header in self._headers if header[0] != b"upgrade"]
        version = self._parser.get_http_version().encode("ascii")
        start = b"%b %b HTTP/%b\r\n" % (self._parser.get_method(), self._url, version)
        self._parser = httptools.HttpRequestParser(self)
        self._feed(b"".join([start, *lines, b"\r\n"]))
        if rest:
            self._feed(rest)

    def _head(self, method: str, version: str) -> Head:
        try:
            url = httptools.parse_url(self._url)
        except httptools.HttpParserInvalidURLError:
            raise Refused(400, "The URL of the request is invalid.") from None
        headers, self._upgrades = [*self._headers, *self._upgrades], []
        if url.host is not None:
            # The host of an absolute URL takes precedence over the header (RFC 9112, 3.2.2).
            name = b"[%b]" % url.host if b":" in url.host else url.host
            host = b"%b:%d" % (name, url.port) if url.port else name
            headers = [(b"host", host), *(each for each in headers if each[0] != b"host")]
        keep_alive = version != "1.0" and self._parser.should_keep_alive()
        return Head(method, version, url.path or b"/", url.query or b"", headers, keep_alive)

    def _headers_too_long(self) -> Refused:
        return Refused(431, f"The headers of a request have at most {self._limits.header_bytes} bytes.")


def _other_version() -> Refused:
    return Refused(505, "Use HTTP/1.1.")
