"""Reads requests from what a client sends, and refuses what is none, or too large, or could be read in two ways."""

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
    from graph_api.hosting.limits import Limits

Headers: TypeAlias = list[tuple[bytes, bytes]]

_VERSIONS = frozenset({"1.0", "1.1"})


@dataclass(slots=True)
class Head:
    """A request without its body."""

    method: str
    version: str
    raw_path: bytes
    query: bytes
    headers: Headers
    keep_alive: bool

    @property
    def path(self) -> str:
        """The path with percent-encodings resolved."""
        return unquote(self.raw_path.decode("ascii"))

    @property
    def expects_continue(self) -> bool:
        """Whether the client sends the body only when it is asked for."""
        return any(name == b"expect" and value.lower() == b"100-continue" for name, value in self.headers)


class Reader:
    """The parser of a connection. `begin` makes an exchange of each request, which gets its body from here."""

    def __init__(self, limits: Limits, begin: Callable[[Head], Exchange]) -> None:
        self._limits = limits
        self._begin = begin
        self._parser = httptools.HttpRequestParser(self)
        self._url = b""
        self._headers: Headers = []
        self._offers: Headers = []
        # What has been read since something was made of it.
        self._unparsed = 0
        self._progress = False
        # Whether a request has begun whose headers are not complete; and one whose body is not.
        self.in_head = False
        self.exchange: Exchange | None = None

    def feed(self, data: bytes) -> None:
        """Read more. Raises `Refused`, after which nothing more can be read."""
        self._progress = False
        self._feed(data)
        if self._progress:
            self._unparsed = 0
            return
        self._unparsed += len(data)
        if self.exchange is not None:
            if self._unparsed > self._limits.framing_bytes:
                raise Refused(400, "The sizes of the body's chunks, or its trailers, are too long.")
        elif self._unparsed > self._limits.url_bytes + self._limits.header_bytes:
            raise self._headers_too_long()

    # What the parser calls.

    def on_message_begin(self) -> None:
        """Begin a request."""
        self.in_head = True
        self._url = b""
        self._headers = []

    def on_url(self, url: bytes) -> None:
        """Add to the URL, which comes in pieces."""
        self._url += url
        if len(self._url) > self._limits.url_bytes:
            raise Refused(414, f"A URL has at most {self._limits.url_bytes} bytes: send a POST request.")

    def on_header(self, name: bytes, value: bytes) -> None:
        """Add a header. Those that come after a body (trailers) are read and forgotten."""
        if self.in_head:
            self._headers.append((name.lower(), value))
            if len(self._headers) > self._limits.header_lines:
                raise Refused(431, f"A request has at most {self._limits.header_lines} header lines.")

    def on_headers_complete(self) -> None:
        """Have the request answered, unless it offers another protocol and has to be read anew."""
        self.in_head = False
        self._progress = True
        if sum(map(len, chain.from_iterable(self._headers))) > self._limits.header_bytes:
            raise self._headers_too_long()
        version = self._parser.get_http_version()
        if version not in _VERSIONS:
            raise Refused(505, "This server speaks HTTP/1.1.")
        method = self._parser.get_method().decode("ascii")
        if method == "CONNECT":
            raise Refused(405, "This server is no proxy.")
        if not self._parser.should_upgrade():
            self.exchange = self._begin(self._head(method, version))

    def on_body(self, body: bytes) -> None:
        """Add to the body."""
        self._progress = True
        if self.exchange is not None:
            self.exchange.add(body)

    def on_message_complete(self) -> None:
        """End a request."""
        self._progress = True
        if self.exchange is not None:
            self.exchange.end_body()
            self.exchange = None

    # The rest.

    def _feed(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade as upgrade:
            self._read_anew(data[upgrade.args[0] :])
        except httptools.HttpParserError as error:
            # The parser wraps what its callbacks raise.
            raise error.__context__ if isinstance(error.__context__, Refused) else not_http() from None

    def _read_anew(self, rest: bytes) -> None:
        """Read a request that offers another protocol as the plain request that it is, too.

        The parser takes what follows such a request for that protocol. A server may ignore the offer; then a body follows,
        and if it were taken for a request, two answers would come to one.
        """
        self._offers = [header for header in self._headers if header[0] == b"upgrade"]
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
            raise Refused(400, "The address of the request is no valid one.") from None
        headers, self._offers = [*self._headers, *self._offers], []
        if url.host is not None:
            # The whole address of a request to a proxy: it has precedence over the header (RFC 9112, 3.2.2).
            name = b"[%b]" % url.host if b":" in url.host else url.host
            host = b"%b:%d" % (name, url.port) if url.port else name
            headers = [(b"host", host), *(each for each in headers if each[0] != b"host")]
        keep_alive = version != "1.0" and self._parser.should_keep_alive()
        return Head(method, version, url.path or b"/", url.query or b"", headers, keep_alive)

    def _headers_too_long(self) -> Refused:
        return Refused(431, f"The headers of a request have at most {self._limits.header_bytes} bytes.")
