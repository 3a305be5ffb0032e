"""Limits of what a client can use below the application."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class HttpLimits:
    """Limits of connections. Times are in seconds."""

    # The usual limit of open files is 1,024, and the connections to the database need some.
    connections: int = 500
    # The URL parser's own limit.
    url_bytes: int = 65_535
    header_bytes: int = 32_768
    header_lines: int = 100
    # Chunk headers and trailers.
    framing_bytes: int = 32_768
    # Requests that are queued behind the one that is being answered.
    pipelined_requests: int = 100

    # From the start of a connection, or the first byte of a request, to the end of its headers.
    header_seconds: float = 10.0
    # Between two requests. Longer than the 60 seconds after which most proxies close a connection.
    idle_seconds: float = 65.0
    # A client that reads more slowly than this, measured from these seconds on, is disconnected.
    unread_seconds: float = 30.0
    unread_bytes_per_second: int = 1_000
    # Of all connections together; the connection that has been unread longest is closed first.
    unread_bytes: int = 64_000_000
    # How long data is read and dropped after a refusal, so that the client can read the refusal.
    linger_seconds: float = 2.0
    # How often a half-closed client is probed.
    probe_seconds: float = 1.0
