"""What the pages of results share: the head, the tables of two sides in Markdown, and where they go."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.markdown import Markdown

from benchmarks.beside import Beside
from benchmarks.turns import SLICE_REQUESTS, SLICE_SECONDS, Found

_PACKAGES = ("neo4j", "neo4j-rust-ext", "graphql-core", "strawberry-graphql", "starlette", "uvicorn", "orjson")

# As the modules are read: before the run adds its own.
_LOAD_BEFORE = os.getloadavg()[0]


def head(target: str, more: str = "", holds: str = "Donggang") -> str:
    """The title, and what was measured on what."""
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return f"""# Results

Written by `make {target}`. {datetime.now(UTC):%Y-%m-%d}, {platform.system()} {platform.machine()}, {os.cpu_count()} processors,
Python {platform.python_version()}; {packages}.{more}
Clients, servers and database share the machine, whose load average before the run was {_LOAD_BEFORE:.1f}; the database
holds {holds}."""


def publish(file: str, text: str) -> None:
    """Print a page of results, and write it to the file of that name beside this one."""
    Console().print(Markdown(text))
    (Path(__file__).parent / file).write_text(text, encoding="utf-8")


def how(peer: str, rounds: int) -> str:
    """What was done to both, and how the tables are read."""
    return f"""The product's answers are not cached. Both are compared first and must be equal as JSON; under load each must
stay the same, byte for byte. Both are warmed up with all operations, and then take turns, {rounds} slices each, of at most
{SLICE_REQUESTS} requests and {SLICE_SECONDS} seconds; each connection sends its next request when the answer came. Each cell
is product / {peer}, and their ratio: a time below 1 and a throughput above 1 are better than the {peer}."""


def sides(found: Found) -> str:
    """A row for each operation and number of connections: product / peer, and their ratio."""
    rows = "\n".join(
        f"| {each.name} | {each.connections} "
        f"| {_cell(each.product.p50_ms, each.peer.p50_ms, 2)} "
        f"| {_cell(each.product.p99_ms, each.peer.p99_ms, 2)} "
        f"| {_cell(each.product.rate, each.peer.rate, 0)} |"
        for each in found.sides
    )
    return f"""| operation | connections | p50, ms | ratio | p99, ms | ratio | requests/s | ratio |
|---|---|---|---|---|---|---|---|
{rows}"""


def _cell(ours: float, theirs: float, digits: int) -> str:
    return f"{ours:.{digits}f} / {theirs:.{digits}f} | {ours / theirs:.2f}"


def two_ways(found: list[Beside], one: str, other: str) -> str:
    """A row for each operation that was asked in two ways: both times, and their ratio."""
    rows = "\n".join(f"| {each.name} | {each.one_ms:.2f} | {each.other_ms:.2f} | {each.ratio:.2f} |" for each in found)
    return f"""| operation | {one}, ms | {other}, ms | ratio |
|---|---|---|---|
{rows}"""


def memory(found: Found) -> str:
    """What the two servers held."""
    rows = "\n".join(
        f"| {when} | {ours:.0f} | {theirs:.0f} | {ours / theirs:.2f} |"
        for when, ours, theirs in zip(("once started", "after all of it"), found.product_mb, found.peer_mb, strict=True)
    )
    return f"""| memory of the server (RSS) | product, MB | {found.peer.name}, MB | ratio |
|---|---|---|---|
{rows}"""
