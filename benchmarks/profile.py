"""`make bench-profile`: what a request costs the database and the server, and which parts of the server take it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import tables
from benchmarks.load import Load, add_slice, ask
from benchmarks.servers import PRODUCT, PYTHON, running
from benchmarks.stores import prepare, store, unwind_at_end
from benchmarks.turns import CONNECTIONS, COVERAGE_GAPS, OPERATIONS, Operation
from graph_api.database import open_database

ALL = (*OPERATIONS, COVERAGE_GAPS)
# A database that has just started gets faster for a while.
WARM_SECONDS = 10
SECONDS = 5
# Shown are those of the parts that take more of some operation.
LEAST_SHARE = 0.01
UNCACHED = {"GRAPH_API_ANSWER_CACHE_BYTES": "0"}
_CPU = (
    "CALL dbms.queryJmx('java.lang:type=OperatingSystem') YIELD attributes RETURN attributes.ProcessCpuTime.value / 1e6"
)


@dataclass(frozen=True)
class Cost:
    """Processor time of one request, milliseconds, and requests a second, at so many connections."""

    name: str
    connections: int
    rate: float
    database_ms: float
    server_ms: float


def server_ms(pid: int) -> float:
    """Processor time that a process has used; Linux tells it."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


async def costs(address) -> list[Cost]:
    """Of every operation, at few and at many connections, without cached answers."""
    found = []
    async with open_database(address) as database:

        async def used(pid: int) -> tuple[float, float]:
            return (await database.read(_CPU))[0][0], server_ms(pid)

        with running(*PRODUCT, address=address, **UNCACHED) as server:
            for operation in ALL:
                asked = await ask(server.port, operation.asked())
                await add_slice(Load(), asked, CONNECTIONS[-1], sys.maxsize, WARM_SECONDS)
                for connections in CONNECTIONS:
                    load, before = Load(), await used(server.pid)
                    await add_slice(load, asked, connections, sys.maxsize, SECONDS)
                    each = [
                        (end - start) / len(load.latencies)
                        for start, end in zip(before, await used(server.pid), strict=True)
                    ]
                    found.append(Cost(operation.name, connections, load.rate, *each))
    return found


async def shares(address, operation: Operation) -> dict[str, float]:
    """The parts of the server and their shares of its time, at many connections, under the profiler."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "parts.json"
        command = (*PYTHON, "benchmarks.profiled", str(path), "serve")
        with running(*command, address=address, **UNCACHED) as server:
            asked = await ask(server.port, operation.asked())
            await add_slice(Load(), asked, CONNECTIONS[-1], sys.maxsize, SECONDS)
            os.kill(server.pid, signal.SIGUSR1)
            await add_slice(Load(), asked, CONNECTIONS[-1], sys.maxsize, SECONDS)
        seconds = json.loads(path.read_text(encoding="utf-8"))
    total = sum(seconds.values())
    return {part: taken / total for part, taken in seconds.items()}


def written(found: list[Cost], by_operation: dict[str, dict[str, float]]) -> str:
    """The page of results."""
    rows = "\n".join(
        f"| {each.name} | {each.connections} | {each.rate:,.0f} | {each.database_ms:.2f} | {each.server_ms:.2f} |"
        for each in found
    )
    most = {
        part: max(each.get(part, 0) for each in by_operation.values())
        for part in {part for each in by_operation.values() for part in each}
    }
    parts = "\n".join(
        f"| {part} | " + " | ".join(f"{each.get(part, 0):.0%}" for each in by_operation.values()) + " |"
        for part, share in sorted(most.items(), key=lambda item: -item[1])
        if share >= LEAST_SHARE
    )
    return f"""{tables.head("bench-profile")}

No answer is cached.

## What a request costs

Processor time of one request: in Neo4j, and in the server, which has one thread. So the server alone can't answer more than
1,000 / its milliseconds a second, and two processors together no more than 2,000 / the sum of both.

| operation | connections | requests/s | Neo4j, ms | server, ms |
|---|---|---|---|---|
{rows}

## Where the server's time goes

Shares of the parts at {CONNECTIONS[-1]} connections, by Python's own profiler, which makes many small functions look dearer than
they are.

| part | {" | ".join(by_operation)} |
|---|{"---|" * len(by_operation)}
{parts}
"""


def main() -> None:
    unwind_at_end()
    with store() as address:
        asyncio.run(prepare(address))
        text = written(asyncio.run(costs(address)), {each.name: asyncio.run(shares(address, each)) for each in ALL})
    tables.publish("results-profile.md", text)


if __name__ == "__main__":
    main()
