"""A load generator: N connections, each of which sends the next request when the answer came.

It writes HTTP/1.1 on bare sockets, since a client library would take more of the machine than the servers do.
"""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from statistics import quantiles


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
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(message)
        return Asked(port, message, await _answer(reader))
    finally:
        writer.close()


async def add_slice(load: Load, asked: Asked, connections: int, requests: int, seconds: float) -> None:
    """Send up to so many requests, for no longer than so many seconds, and add what they took to the load."""
    streams = [await asyncio.open_connection("127.0.0.1", asked.port) for _ in range(connections)]
    left = iter(range(requests))
    started = time.perf_counter()

    async def send(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while time.perf_counter() - started < seconds and next(left, None) is not None:
            sent = time.perf_counter()
            writer.write(asked.message)
            answer = await _answer(reader)
            load.latencies.append(time.perf_counter() - sent)
            if answer != asked.answer:
                raise RuntimeError(f"an answer under load differs from the first: {answer[:500]!r}")

    try:
        await asyncio.gather(*(send(*stream) for stream in streams))
        load.seconds += time.perf_counter() - started
    finally:
        for _, writer in streams:
            writer.close()


async def _answer(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(head.decode())
    length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
    return await reader.readexactly(int(length.partition(b":")[2]))
