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

from benchmarks.beside import Beside
from benchmarks.board import Measured, compare
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
        measured = asyncio.run(compare(address))
    show(measured)
    RESULTS.write_text(written(measured), encoding="utf-8")


def show(measured: Measured) -> None:
    table = Table("operation", "product, ms", "bare driver, ms", "ratio", title="p50 at one connection, interleaved")
    for each in measured.bare:
        table.add_row(each.name, f"{each.product_ms:.2f}", f"{each.bare_ms:.2f}", f"{each.ratio:.2f}")
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
    rows = "\n".join(
        f"| {each.name} | {each.product_ms:.2f} | {each.bare_ms:.2f} | {each.ratio:.2f} |" for each in measured.bare
    )
    return f"""# Results

Written by `make bench`. Medians of {measured.bare[0].rounds} interleaved requests at one connection, on one database with
Donggang in it; the product answers over HTTP and makes every answer anew, the bare driver runs the hand-written Cypher of
`benchmarks/statements/` and gives Python objects. Both answers are compared first. Client, server and database share the machine.

{datetime.now(UTC):%Y-%m-%d}, {platform.system()} {platform.machine()}, Python {platform.python_version()}; {packages}.

| operation | product, ms | bare driver, ms | ratio |
|---|---|---|---|
{rows}

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


def _rows(found: list[Beside]) -> str:
    return "\n".join(f"| {each.name} | {each.one_ms:.2f} | {each.other_ms:.2f} | {each.ratio:.2f} |" for each in found)


if __name__ == "__main__":
    main()
