"""`make bench`: measure, print a table, and write it to benchmarks/results.md."""

from __future__ import annotations

import asyncio
import platform
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from benchmarks.board import Comparison, compare
from benchmarks.coverage import Beside
from graph_api.app.store import chosen_address
from graph_api.settings import Settings

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
        comparisons, beside = asyncio.run(compare(address))
    show(comparisons, beside)
    RESULTS.write_text(written(comparisons, beside), encoding="utf-8")


def show(comparisons: list[Comparison], beside: Beside) -> None:
    table = Table("operation", "product, ms", "bare driver, ms", "ratio", title="p50 at one connection, interleaved")
    for each in comparisons:
        table.add_row(each.name, f"{each.product_ms:.2f}", f"{each.bare_ms:.2f}", f"{each.ratio:.2f}")
    Console().print(table)
    table = Table("operation", "with coverage, ms", "without, ms", "ratio", title="What coverage adds")
    table.add_row(beside.name, f"{beside.with_ms:.2f}", f"{beside.without_ms:.2f}", f"{beside.ratio:.2f}")
    Console().print(table)


def written(comparisons: list[Comparison], beside: Beside) -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    rows = "\n".join(
        f"| {each.name} | {each.product_ms:.2f} | {each.bare_ms:.2f} | {each.ratio:.2f} |" for each in comparisons
    )
    return f"""# Results

Written by `make bench`. Medians of {comparisons[0].rounds} interleaved requests at one connection, on one database with
Donggang in it; the product answers over HTTP, the bare driver runs the hand-written Cypher of `benchmarks/statements/`
and gives Python objects. Both answers are compared first. Client, server and database share the machine.

{datetime.now(UTC):%Y-%m-%d}, {platform.system()} {platform.machine()}, Python {platform.python_version()}; {packages}.

| operation | product, ms | bare driver, ms | ratio |
|---|---|---|---|
{rows}

## What coverage adds

The same operation with `coverage {{ fullyCovered rate }}` of every community and without it, both by the product over HTTP,
{beside.rounds} interleaved requests each.

| operation | with, ms | without, ms | ratio |
|---|---|---|---|
| {beside.name} | {beside.with_ms:.2f} | {beside.without_ms:.2f} | {beside.ratio:.2f} |
"""


if __name__ == "__main__":
    main()
