"""`make bench-country`: what a city's question costs in a graph of one city and in a graph of many, and questions over all."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import tables
from benchmarks.beside import Beside, asking, posting, side_by_side
from benchmarks.servers import PRODUCT, Server, running
from benchmarks.stores import CITY, SECONDS, prepare, store, unwind_at_end
from graph_api.database import open_database

ROUNDS = 200
OF_A_CITY = (
    ("community-name", {"code": "210681001002"}),
    ("pairing-board", {"city": CITY}),
    ("cross-appointments", {"within": CITY}),
    ("pairing-board-with-coverage", {"city": CITY}),
    ("coverage-gaps", {"within": CITY}),
)
OF_ALL = ("not-covered-anywhere", "findings-of-a-rule")
PAGES = 20
CHANGES = 10


@dataclass(frozen=True)
class Everywhere:
    """A question over the whole country: its first page when nothing is known yet, the median of the pages after it, and of
    the first page after a change in one city.
    """

    name: str
    found: int
    first_ms: float
    page_ms: float
    changed_ms: float


@dataclass(frozen=True)
class Measured:
    """What was measured: how large the graph of many cities is, a city's questions, questions over all, and the memory."""

    sizes: dict[str, int]
    of_a_city: list[Beside]
    of_all: list[Everywhere]
    memory_mb: tuple[float, float]


async def sizes(address) -> dict[str, int]:
    """How many there are of what tells how large the graph is."""
    async with open_database(address) as database:
        return {
            label: (await database.read(f"MATCH (node:{label}) RETURN count(*)"))[0][0]
            for label in ("City", "Community", "Member")
        }


def measure(one, many) -> Measured:
    """Donggang's questions in both graphs, without cached answers; then questions over all of the large one, from the cache."""
    patient = {"GRAPH_API_STATEMENT_SECONDS": str(SECONDS)}
    with (
        running(*PRODUCT, address=one, GRAPH_API_ANSWER_CACHE_BYTES="0", **patient) as small,
        running(*PRODUCT, address=many, GRAPH_API_ANSWER_CACHE_BYTES="0", **patient) as large,
    ):
        of_a_city = [
            side_by_side(name, asking(large.port, name, asked), asking(small.port, name, asked), ROUNDS)
            for name, asked in OF_A_CITY
        ]
    with running(*PRODUCT, address=many, **patient) as keeping:
        before = keeping.memory_mb()
        of_all = [everywhere(keeping, many, name) for name in OF_ALL]
        return Measured(asyncio.run(sizes(many)), of_a_city, of_all, (before, keeping.memory_mb()))


def everywhere(server: Server, address, name: str) -> Everywhere:
    """Ask for the first page, then for the pages after it, then for the first again when Donggang has changed."""
    post = posting(server.port, name, timeout=600)

    def ask(after: str | None) -> tuple[float, dict]:
        started = time.perf_counter()
        answer = json.loads(post({"after": after}))
        taken = time.perf_counter() - started
        assert "errors" not in answer, answer
        (page,) = answer["data"].values()
        return taken, page

    first, page = ask(None)
    pages = []
    while len(pages) < PAGES and (cursor := page["pageInfo"]["endCursor"]) is not None:
        taken, page = ask(cursor)
        pages.append(taken)
    changed = []
    for _ in range(CHANGES):
        asyncio.run(change(address))
        changed.append(ask(None)[0])
    return Everywhere(name, page["totalCount"], first * 1000, median(pages) * 1000, median(changed) * 1000)


async def change(address) -> None:
    """Change Donggang as its staff do: the graph gets a new version, and so does the city."""
    async with open_database(address) as database:
        await database.write("MATCH (city:City {code: $code}) SET city.name = city.name", {"code": CITY}, cities=[CITY])


def written(measured: Measured) -> str:
    """The page of results."""
    found = measured.sizes
    everywhere = "\n".join(
        f"| {each.name} | {each.found:,} | {each.first_ms:,.0f} | {each.page_ms:.1f} | {each.changed_ms:.1f} |"
        for each in measured.of_all
    )
    return f"""{tables.head("bench-country", holds="Donggang, and in the other graph many cities besides")}

The graph of many holds {found["City"]:,} cities, {found["Community"]:,} communities and {found["Member"]:,} members
(`graph-api seed country`), the graph of one Donggang alone.

## What a city's question costs in a country

Donggang's questions, asked of a server on each graph in turn over HTTP, medians of {ROUNDS}, every answer and every
result computed again.

{tables.two_ways(measured.of_a_city, "in many", "in one")}

## Questions over all

Asked of a server that has just started and caches rule results: the first page, for which the rules of all cities run (the
server has begun with that by itself), the median of {PAGES} pages after it, and the median of {CHANGES} times the first page
after a change in Donggang, whose rules alone run again then. The server held {measured.memory_mb[0]:.0f} MB before and
{measured.memory_mb[1]:.0f} MB after.

| operation | found | first page, ms | a page after it, ms | first page after a change, ms |
|---|---|---|---|---|
{everywhere}
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.country", description=__doc__)
    parser.add_argument("--cities", type=int, default=30, help="cities beside Donggang (default %(default)s)")
    parser.add_argument("--one", type=Path, help="a folder for the graph of one city, reused by the next run")
    parser.add_argument("--many", type=Path, help="a folder for the graph of many, reused by the next run")
    asked = parser.parse_args()
    unwind_at_end()
    # There are two graphs: one server could hold only one of them.
    os.environ.pop("NEO4J_URI", None)
    with store(asked.one) as one, store(asked.many) as many:
        asyncio.run(prepare(one))
        asyncio.run(prepare(many, asked.cities))
        measured = measure(one, many)
    tables.publish("results-country.md", written(measured))


if __name__ == "__main__":
    main()
