"""`make bench`: measure, print a table, and write it to benchmarks/results.md."""

from __future__ import annotations

import asyncio
import os
import platform
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from benchmarks.beside import Beside
from benchmarks.board import OPERATIONS, Comparison, Measured, compare
from graph_api.app.store import chosen_address
from graph_api.settings import Settings

_COLUMNS = (
    *("operation", "connections", "product p50, ms", "p99, ms", "requests/s"),
    *("bare driver p50, ms", "p99, ms", "requests/s", "ratio"),
)
RESULTS = Path(__file__).parent / "results.md"
_PACKAGES = ("neo4j", "neo4j-rust-ext", "graphql-core", "strawberry-graphql", "uvicorn", "orjson")


@contextmanager
def store():
    """The server that NEO4J_URI names, else an embedded one in a folder of its own."""
    with TemporaryDirectory(prefix="graph-api-bench-") as folder:
        own = Settings().model_copy(update={"embedded_data": Path(folder)})
        with chosen_address(own, Console()) as address:
            yield address


def main() -> None:
    with store() as address:
        measured = asyncio.run(compare(address))
    show(measured)
    RESULTS.write_text(written(measured), encoding="utf-8")


def show(measured: Measured) -> None:
    table = Table(*_COLUMNS, title="The product beside the bare driver, both over HTTP")
    for each in measured.comparisons:
        table.add_row(*_cells(each))
    Console().print(table)
    for title, one, other, found in (
        ("What coverage adds", "with, ms", "without, ms", measured.coverage),
        ("Made and given again", "made, ms", "again, ms", measured.again),
    ):
        table = Table("operation", one, other, "ratio", title=title)
        for pair in found:
            table.add_row(pair.name, f"{pair.one_ms:.2f}", f"{pair.other_ms:.2f}", f"{pair.ratio:.2f}")
        Console().print(table)


def written(measured: Measured) -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    rows = "\n".join(f"| {' | '.join(_cells(each))} |" for each in measured.comparisons)
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    memory = ", ".join(f"{name} {megabytes:.0f} MB" for name, megabytes in measured.memory_mb.items())
    return f"""# Results

Written by `make bench`, in one run on one database with Donggang in it. The product makes every answer anew; the bare driver
runs the hand-written Cypher of `benchmarks/statements/` behind a one-route Starlette application (`benchmarks/limit.py`),
with nothing to parse, validate or compile: the limit. Both are asked over HTTP, in turns of
{OPERATIONS[0][3]} or {OPERATIONS[1][3]} requests, and their answers are compared first. The ratio is that of the throughputs,
product to bare driver. Client, servers and database share the machine.

{datetime.now(UTC):%Y-%m-%d}, {machine}; {packages}.

| {" | ".join(_COLUMNS)} |
|---|---|---|---|---|---|---|---|---|
{rows}

Resident memory after these requests: {memory}.

## What coverage adds

The same operation with `coverage {{ fullyCovered rate }}` of every community and without it, both by the product over HTTP and
made anew, {measured.coverage[0].rounds} interleaved requests each.

| operation | with, ms | without, ms | ratio |
|---|---|---|---|
{_rows(measured.coverage)}

## Answers that are given again

The same operation made anew and given again while the graph is unchanged
([decision 14](../docs/decisions/0014-answers-are-given-again.md)), by two servers over HTTP, interleaved.

| operation | made, ms | again, ms | ratio |
|---|---|---|---|
{_rows(measured.again)}
"""


def _cells(each: Comparison) -> list[str]:
    sides = [
        text
        for load in (each.product, each.limit)
        for text in (f"{load.p50_ms:.2f}", f"{load.p99_ms:.2f}", f"{load.throughput:.0f}")
    ]
    return [each.name, str(each.connections), *sides, f"{each.ratio:.2f}"]


def _rows(found: list[Beside]) -> str:
    return "\n".join(f"| {each.name} | {each.one_ms:.2f} | {each.other_ms:.2f} | {each.ratio:.2f} |" for each in found)


if __name__ == "__main__":
    main()
