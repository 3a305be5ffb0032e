"""`make bench`: measure, print the tables, and write them to benchmarks/results.md."""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.markdown import Markdown

from benchmarks.beside import Beside
from benchmarks.board import Measured, compare
from benchmarks.limit import ROUNDS, SLICE_REQUESTS, SLICE_SECONDS, Found, Sides
from graph_api.app.store import chosen_address
from graph_api.settings import Settings

RESULTS = Path(__file__).parent / "results.md"
_PACKAGES = ("neo4j", "neo4j-rust-ext", "graphql-core", "strawberry-graphql", "starlette", "uvicorn", "orjson")


@contextmanager
def store():
    """The server that NEO4J_URI names, else an embedded one in a folder of its own."""
    with TemporaryDirectory(prefix="graph-api-bench-") as folder:
        own = Settings().model_copy(update={"embedded_data": Path(folder)})
        with chosen_address(own, Console()) as address:
            yield address


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS, help="slices of each side of each row (default %(default)s)"
    )
    rounds = parser.parse_args().rounds
    with store() as address:
        measured = asyncio.run(compare(address, rounds))
    text = written(measured, rounds)
    Console().print(Markdown(text))
    RESULTS.write_text(text, encoding="utf-8")


def written(measured: Measured, rounds: int) -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return f"""# Results

Written by `make bench`. {datetime.now(UTC):%Y-%m-%d}, {platform.system()} {platform.machine()}, {os.cpu_count()} processors,
Python {platform.python_version()}; {packages}. Clients, servers and database share the machine; the database holds Donggang.

## Beside the limit

The limit is hand-written Cypher (`benchmarks/statements/`) on the bare async driver, behind one Starlette route under the
same uvicorn options, in a process of its own (`benchmarks/peers.py`). The product makes every answer anew. Both answers are
compared first and must be equal as JSON. Then the two take turns, {rounds} slices each, of at most {SLICE_REQUESTS} requests and
{SLICE_SECONDS} seconds; each connection sends its next request when the answer came. Each cell is product / limit, and their
ratio: a time below 1 and a throughput above 1 would be better than the limit.

| operation | connections | p50, ms | ratio | p99, ms | ratio | requests/s | ratio |
|---|---|---|---|---|---|---|---|
{_sides(measured.limit.sides)}

{_memory(measured.limit)}

## What coverage adds

The same operation with `coverage {{ fullyCovered rate }}` of every community and without it, both by the product over HTTP and
made anew; once the rules are judged for each request, once their judgement is kept while the graph is unchanged
([decision 14](../docs/decisions/0014-answers-are-given-again.md)).

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


def _sides(found: list[Sides]) -> str:
    return "\n".join(
        f"| {each.name} | {each.connections} "
        f"| {_cell(each.product.p50_ms, each.peer.p50_ms, 2)} "
        f"| {_cell(each.product.p99_ms, each.peer.p99_ms, 2)} "
        f"| {_cell(each.product.rate, each.peer.rate, 0)} |"
        for each in found
    )


def _cell(ours: float, theirs: float, digits: int) -> str:
    return f"{ours:.{digits}f} / {theirs:.{digits}f} | {ours / theirs:.2f}"


def _memory(found: Found) -> str:
    rows = "\n".join(
        f"| {when} | {ours:.0f} | {theirs:.0f} | {ours / theirs:.2f} |"
        for when, ours, theirs in zip(("once started", "after all of it"), found.product_mb, found.peer_mb, strict=True)
    )
    return f"""| memory of the server (RSS) | product, MB | limit, MB | ratio |
|---|---|---|---|
{rows}"""


def _rows(found: list[Beside]) -> str:
    return "\n".join(f"| {each.name} | {each.one_ms:.2f} | {each.other_ms:.2f} | {each.ratio:.2f} |" for each in found)


if __name__ == "__main__":
    main()
