"""What a client may take of the server before its request is understood."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Limits of connections, of what is sent over one, and of the time for it. Times in seconds."""

    # The customary limit of open files is 1,024, and the database's connections need some.
    connections: int = 500
    # Longer ones the URL parser doesn't take.
    url_bytes: int = 65_535
    header_bytes: int = 32_768
    header_lines: int = 100
    # What comes with a body and is none of it: the sizes of chunks, and trailers.
    framing_bytes: int = 32_768
    # Requests that are sent before the first is answered.
    waiting_requests: int = 100

    # From a connection's beginning, or from a request's first byte, until its headers are there.
    header_seconds: float = 10.0
    # Between two requests: longer than the minute after which proxies close a connection themselves.
    idle_seconds: float = 65.0
    # A client that can't take an answer as fast as this, after a while, has left.
    unread_seconds: float = 30.0
    unread_bytes_per_second: int = 1_000
    # Of all connections together; the one that has been unread longest is given up first.
    unread_bytes: int = 64_000_000
    # How long what a refused client still sends is read, so that it sees the refusal.
    linger_seconds: float = 2.0
    # How often a client that sends no more is asked whether it is still there.
    probe_seconds: float = 1.0
