"""What the worst documents within the limits cost, and what others notice of them; part of `make bench`."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Awaitable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from benchmarks import tables
from benchmarks.load import Load, add_slice, ask, request
from benchmarks.profile import server_ms
from benchmarks.servers import PRODUCT, running
from benchmarks.stores import CITY, prepare, store, unwind_at_end
from benchmarks.worst_documents import worst_documents

OTHERS = 200
SECONDS = 2.0
ALONE_SECONDS = 10.0
_PROBES, _PAUSE = 200, 0.005
T = TypeVar("T")


@dataclass(frozen=True)
class Cost:
    """What a document costs when it is asked for the first time.

    `loop_ms` is the processor time of the thread with the event loop, `background_ms` that of the other threads, and
    `still_ms` the longest time that something tiny had to wait.
    """

    kind: str
    document_bytes: int
    outcome: str
    first_ms: float
    loop_ms: float
    background_ms: float
    still_ms: float
    answer_bytes: int
    memory_mb: float


class Probe:
    """Asks for something tiny every few milliseconds: it has to wait for as long as the server's event loop is held."""

    def __init__(self, server) -> None:
        self._server = server
        self._load = Load()

    async def measure(self) -> None:
        """Find out what it takes from the loop by itself, once the server plans nothing for itself any more."""
        await _ready(self._server)
        self._tiny = await ask(self._server.port, request({"query": "{ __typename }"}))
        before = loop_ms(self._server.pid)
        await add_slice(self._load, self._tiny, 1, _PROBES, SECONDS, pause=_PAUSE)
        self._own_ms = (loop_ms(self._server.pid) - before) / len(self._load.latencies)

    async def beside(self, work: Awaitable[T]) -> tuple[T, float, float]:
        """What the work gives, the milliseconds that it took from the loop, and the longest wait in milliseconds."""
        self._load, before = Load(), loop_ms(self._server.pid)
        looking = asyncio.create_task(add_slice(self._load, self._tiny, 1, sys.maxsize, float("inf"), pause=_PAUSE))
        await asyncio.sleep(_PAUSE)
        try:
            found = await work
            # One that is still waiting counts too.
            await asyncio.sleep(10 * _PAUSE)
        finally:
            looking.cancel()
        latencies = self._load.latencies
        return found, loop_ms(self._server.pid) - before - len(latencies) * self._own_ms, max(latencies) * 1000


async def _ready(server) -> None:
    """Wait until the server says that it is ready; a minute at most."""
    for _ in range(60):
        try:
            await ask(server.port, b"GET /readyz HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n")
        except RuntimeError:
            await asyncio.sleep(1)
        else:
            return
    raise RuntimeError("the server did not become ready")


def loop_ms(pid: int) -> float:
    """Processor time of the thread that runs the event loop, the first of its process; Linux tells it."""
    return int(Path(f"/proc/{pid}/task/{pid}/schedstat").read_text(encoding="ascii").split()[0]) / 1e6


async def cost(server, probe: Probe, kind: str, text: str) -> Cost:
    """The cost of a document that the server has not seen."""
    memory, used, loop, began = server.memory_mb(), server_ms(server.pid), loop_ms(server.pid), time.perf_counter()
    asked, loop_spent, still = await probe.beside(ask(server.port, _asked(text)))
    first = time.perf_counter() - began
    other = server_ms(server.pid) - used - (loop_ms(server.pid) - loop)
    return Cost(
        kind,
        len(text),
        _outcome(asked.answer),
        first * 1000,
        max(loop_spent, 0),
        max(other, 0),
        still,
        len(asked.answer),
        server.memory_mb() - memory,
    )


def _asked(text: str) -> bytes:
    return request({"query": text, "operationName": "Q" if "query Q {" in text else None})


def _outcome(answer: bytes) -> str:
    errors = json.loads(answer).get("errors")
    return errors[0]["extensions"]["code"] if errors else "answered"


async def others(server, texts: list[str]) -> tuple[Load, Load]:
    """What 200 clients of a small operation notice: without, and while all the documents are asked one after the other."""
    small = await ask(server.port, request({"query": f'{{ community(code: "{CITY}001002") {{ name }} }}'}))
    alone, beside = Load(), Load()
    await add_slice(Load(), small, OTHERS, sys.maxsize, SECONDS)
    await add_slice(alone, small, OTHERS, sys.maxsize, ALONE_SECONDS)
    # On connections that stay open too: opening 200 at once takes longer than any answer.
    looking = asyncio.create_task(add_slice(beside, small, OTHERS, sys.maxsize, float("inf")))
    try:
        await _all(server, texts)
    finally:
        looking.cancel()
        await asyncio.wait([looking])
    return alone, beside


async def _all(server, texts: list[str]) -> None:
    for number, text in enumerate(texts):
        # Another text each time, so that nothing of it is remembered.
        await ask(server.port, _asked(f"# {number}\n{text}"))


def written(costs: list[Cost], alone: Load, beside: Load) -> str:
    """The page of results."""
    rows = "\n".join(
        f"| {each.kind} | {each.document_bytes:,} | {each.outcome} | {each.first_ms:,.0f} | {each.loop_ms:,.0f} "
        f"| {each.background_ms:,.0f} | {each.still_ms:,.0f} | {each.answer_bytes:,} | {each.memory_mb:,.1f} |"
        for each in sorted(costs, key=lambda each: -each.first_ms)
    )
    return f"""{tables.head("bench")}

## The worst documents within the limits

Each kind is made from the schema (`benchmarks/worst_documents.py`), as large as the limits of documents allow, and asked
once of a server and a database that have not seen it: so the first time holds what Neo4j needs to plan it. *Loop* is the
processor time of the thread that runs the event loop, *beside* that of the thread for long work. *Still* is the longest
time that a tiny request, sent every few milliseconds, had to wait.

| kind | bytes | outcome | first, ms | loop, ms | beside, ms | still, ms | answer, bytes | memory, MB |
|---|---|---|---|---|---|---|---|---|
{rows}

## What others notice

{OTHERS} clients ask for the name of a community: by themselves, and while all of these documents are asked one after the other.

| | p50, ms | p99, ms | requests/s |
|---|---|---|---|
| by themselves | {alone.p50_ms:.1f} | {alone.p99_ms:.1f} | {alone.rate:,.0f} |
| beside the worst documents | {beside.p50_ms:.1f} | {beside.p99_ms:.1f} | {beside.rate:,.0f} |
| ratio | {beside.p50_ms / alone.p50_ms:.2f} | {beside.p99_ms / alone.p99_ms:.2f} | {beside.rate / alone.rate:.2f} |
"""


async def measure(address) -> str:
    """Measure on the database at the address, and write the page."""
    await prepare(address)
    documents = worst_documents()
    with running(*PRODUCT, address=address) as server:
        probe = Probe(server)
        await probe.measure()
        costs = [await cost(server, probe, kind, text) for kind, text in documents.items()]
        alone, beside = await others(server, list(documents.values()))
    return written(costs, alone, beside)


def main() -> None:
    unwind_at_end()
    with store() as address:
        text = asyncio.run(measure(address))
    tables.publish("results-worst.md", text)


if __name__ == "__main__":
    main()
