"""Load: so many connections, each of which asks again as soon as it has its answer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles


@dataclass
class Load:
    """What a server did: seconds of each request, and how long all of them took together."""

    seconds: list[float] = field(default_factory=list)
    elapsed: float = 0.0

    @property
    def p50_ms(self) -> float:
        return median(self.seconds) * 1000

    @property
    def p99_ms(self) -> float:
        return quantiles(self.seconds, n=100)[-1] * 1000

    @property
    def throughput(self) -> float:
        """Requests a second."""
        return len(self.seconds) / self.elapsed


@dataclass(frozen=True)
class Target:
    """What is asked of whom: the bytes of a request over HTTP/1.1 to a port of this machine."""

    port: int
    request: bytes

    @classmethod
    def post(cls, port: int, path: str, body: bytes) -> Target:
        head = f"POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
        return cls(port, head.encode() + body)


async def answer(target: Target) -> bytes:
    """One answer's body."""
    async with _connection(target) as ask:
        return await ask()


async def alternate(targets: Sequence[Target], connections: int, requests: int, slices: int) -> list[Load]:
    """The load of each target: so many requests a slice, the targets taking turns so that all see the same machine."""
    loads = [Load() for _ in targets]
    for number in range(slices + 1):
        for target, load in zip(targets, loads, strict=True):
            slice_ = await _load(target, connections, requests)
            if number:  # the first warms up
                load.seconds += slice_.seconds
                load.elapsed += slice_.elapsed
    return loads


async def _load(target: Target, connections: int, requests: int) -> Load:
    left = requests
    load = Load()

    async def one() -> None:
        nonlocal left
        async with _connection(target) as ask:
            while left > 0:
                left -= 1
                started = time.perf_counter()
                await ask()
                load.seconds.append(time.perf_counter() - started)

    started = time.perf_counter()
    await asyncio.gather(*(one() for _ in range(connections)))
    load.elapsed = time.perf_counter() - started
    return load


class _connection:  # noqa: N801 - used like a function
    """A connection that stays open. A client of a library would take more of the machine than the servers do."""

    def __init__(self, target: Target) -> None:
        self._target = target

    async def __aenter__(self):
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._target.port)
        return self._ask

    async def __aexit__(self, *_) -> None:
        self._writer.close()

    async def _ask(self) -> bytes:
        self._writer.write(self._target.request)
        head = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        assert head.startswith(b"http/1.1 200"), head
        size = int(head.split(b"content-length:", 1)[1].split(b"\r\n", 1)[0])
        return await self._reader.readexactly(size)
