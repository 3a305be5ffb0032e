"""A load generator: N connections, each of which sends the next request when the answer came.

It speaks HTTP/1.1 itself, since a client library would take more of the machine than the servers do.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from dataclasses import dataclass, field
from statistics import quantiles

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


@dataclass
class Load:
    """What a server did in all slices of one measurement."""

    latencies: list[float] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def p50_ms(self) -> float:
        return quantiles(self.latencies, n=100)[49] * 1000

    @property
    def p99_ms(self) -> float:
        return quantiles(self.latencies, n=100)[98] * 1000

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.latencies) / self.seconds


@dataclass(frozen=True)
class Asked:
    """A request to the server at the port, and its answer, which under load must stay the same, byte for byte."""

    port: int
    message: bytes
    answer: bytes


def request(body: object) -> bytes:
    """The request that posts the body as JSON."""
    content = json.dumps(body).encode()
    head = "POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\naccept: application/json\r\n"
    return f"{head}content-length: {len(content)}\r\n\r\n".encode() + content


async def ask(port: int, message: bytes) -> Asked:
    """The request and the body of its answer."""
    client = await _connected(port)
    try:
        return Asked(port, message, await client.ask(message))
    finally:
        client.close()


async def add_slice(
    load: Load, asked: Asked, connections: int, requests: int, seconds: float, pause: float = 0.0
) -> None:
    """Send up to so many requests, for no longer than so many seconds, and add what they took to the load.

    With a `pause` each connection waits so many seconds before its next request.
    """
    clients = [await _connected(asked.port) for _ in range(connections)]
    left = iter(range(requests))
    started = time.perf_counter()

    async def send(client: _Client) -> None:
        while time.perf_counter() - started < seconds and next(left, None) is not None:
            sent = time.perf_counter()
            answer = await client.ask(asked.message)
            load.latencies.append(time.perf_counter() - sent)
            if answer != asked.answer:
                raise RuntimeError(f"an answer under load differs from the first: {answer[:500]!r}")
            if pause:
                await asyncio.sleep(pause)

    try:
        await asyncio.gather(*map(send, clients))
    finally:
        load.seconds += time.perf_counter() - started
        for client in clients:
            client.close()


class _Client(asyncio.Protocol):
    """A connection that sends one request at a time. Make it with `_connected`."""

    _answer: asyncio.Future[bytes] | None = None

    def connection_made(self, transport) -> None:
        self._transport = transport
        self._begin()

    def _begin(self) -> None:
        self._received = bytearray()
        self._head, self._whole = b"", 0

    def ask(self, message: bytes) -> asyncio.Future[bytes]:
        """The body of the answer; fails unless its status is 200."""
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(message)
        return self._answer

    def close(self) -> None:
        self._transport.abort()

    def data_received(self, data: bytes) -> None:
        self._received += data
        if not self._whole:
            head, end, _ = self._received.partition(b"\r\n\r\n")
            if not end:
                return
            self._head, self._whole = bytes(head), len(head) + len(end) + int(_LENGTH.search(head)[1])
        if len(self._received) < self._whole:
            return
        head, body = self._head, bytes(self._received[len(self._head) + 4 :])
        self._begin()
        if self._answer.done():
            return  # the slice was cancelled
        if head.startswith(b"HTTP/1.1 200"):
            self._answer.set_result(body)
        else:
            self._answer.set_exception(RuntimeError(head.decode()))

    def connection_lost(self, exc: Exception | None) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(exc or ConnectionError("the server closed the connection"))


async def _connected(port: int) -> _Client:
    _, client = await asyncio.get_running_loop().create_connection(_Client, "127.0.0.1", port)
    return client
