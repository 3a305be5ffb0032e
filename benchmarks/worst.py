"""What the worst documents within the limits cost, and what others notice of them; part of `make bench`."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from dataclasses import dataclass

from benchmarks import tables
from benchmarks.load import Load, add_slice, ask, request
from benchmarks.profile import server_ms
from benchmarks.servers import PRODUCT, running
from benchmarks.stores import CITY, prepare, store, unwind_at_end
from benchmarks.worst_documents import worst_documents

OTHERS = 200
SECONDS = 2.0


@dataclass(frozen=True)
class Cost:
    """What a document costs when it is asked for the first time, and the longest time that the server stood still for it."""

    kind: str
    document_bytes: int
    outcome: str
    first_ms: float
    server_ms: float
    still_ms: float
    answer_bytes: int
    memory_mb: float


async def cost(server, kind: str, text: str) -> Cost:
    """The cost of a document that the server has not seen."""
    stop = asyncio.Event()
    longest = 0.0

    async def look() -> None:
        """Ask for something tiny all the time: it takes as long as the server's event loop is held."""
        nonlocal longest
        tiny = await ask(server.port, request({"query": "{ __typename }"}))
        while not stop.is_set():
            load = Load()
            await add_slice(load, tiny, 1, 50, 0.5)
            longest = max(longest, *load.latencies)

    looking = asyncio.create_task(look())
    await asyncio.sleep(0.2)
    memory, used, began = server.memory_mb(), server_ms(server.pid), time.perf_counter()
    answer = (await ask(server.port, _asked(text))).answer
    first = time.perf_counter() - began
    spent = server_ms(server.pid) - used
    stop.set()
    await looking
    return Cost(
        kind, len(text), _outcome(answer), first * 1000, spent, longest * 1000, len(answer), server.memory_mb() - memory
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
    await add_slice(alone, small, OTHERS, sys.maxsize, len(texts) * 0.1 + SECONDS)
    asking = asyncio.create_task(_all(server, texts))
    while not asking.done():
        await add_slice(beside, small, OTHERS, sys.maxsize, SECONDS)
    await asking
    return alone, beside


async def _all(server, texts: list[str]) -> None:
    for number, text in enumerate(texts):
        # Another text each time, so that nothing of it is remembered.
        await ask(server.port, _asked(f"# {number}\n{text}"))


def written(costs: list[Cost], alone: Load, beside: Load) -> str:
    """The page of results."""
    rows = "\n".join(
        f"| {each.kind} | {each.document_bytes:,} | {each.outcome} | {each.first_ms:,.0f} | {each.server_ms:,.0f} "
        f"| {each.still_ms:,.0f} | {each.answer_bytes:,} | {each.memory_mb:,.1f} |"
        for each in sorted(costs, key=lambda each: -each.first_ms)
    )
    return f"""{tables.head("bench")}

## The worst documents within the limits

Each kind is made from the schema (`benchmarks/worst_documents.py`), as large as the limits of documents allow, and asked
once of a server and a database that have not seen it: so the first time holds what Neo4j needs to plan it. *Still* is
the longest time that a tiny request, asked all the while, had to wait: the event loop was held no longer than that.

| kind | bytes | outcome | first, ms | server's processor, ms | still, ms | answer, bytes | memory, MB |
|---|---|---|---|---|---|---|---|
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
        costs = [await cost(server, kind, text) for kind, text in documents.items()]
        alone, beside = await others(server, list(documents.values()))
    return written(costs, alone, beside)


def main() -> None:
    unwind_at_end()
    with store() as address:
        text = asyncio.run(measure(address))
    tables.publish("results-worst.md", text)


if __name__ == "__main__":
    main()
