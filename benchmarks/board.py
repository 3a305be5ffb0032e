"""What a city's board asks: the product over HTTP beside hand-written Cypher on the bare driver, and beside itself."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import median

import neo4j

from benchmarks.beside import Beside, asking, side_by_side
from graph_api.catalogue import load_catalogue
from graph_api.database import open_database
from graph_api.database.migrations import migrate
from graph_api.settings import Settings
from seed import is_empty, load_donggang

HERE = Path(__file__).parent
ROUNDS = 500
WARM = 100
CITY = "210681"


@dataclass(frozen=True)
class Comparison:
    """Medians of one operation, milliseconds."""

    name: str
    product_ms: float
    bare_ms: float
    rounds: int

    @property
    def ratio(self) -> float:
        return self.product_ms / self.bare_ms


@dataclass(frozen=True)
class Measured:
    """What was measured in one run."""

    bare: list[Comparison]
    coverage: list[Beside]
    again: list[Beside]


async def compare(address) -> Measured:
    """Measure on the database at the address; Donggang is loaded if it is empty."""
    today = datetime.now(Settings().zone).date()
    async with open_database(address) as database:
        await migrate(database)
        if await is_empty(database):
            await load_donggang(database, load_catalogue(), today)
    auth = (address.username, address.password)
    async with neo4j.AsyncGraphDatabase.driver(address.uri, auth=auth, notifications_min_severity="OFF") as driver:
        # One server makes every answer, the other gives it again while the graph is unchanged.
        with served(address, GRAPH_API_KEPT_ANSWERS_BYTES="0") as making, served(address) as keeping:
            board = {"city": CITY}
            return Measured(
                [await _board(driver, address.database, asking(making, "pairing-board", board), today)],
                [
                    side_by_side(
                        "pairing-board",
                        asking(making, "pairing-board-with-coverage", board),
                        asking(making, "pairing-board", board),
                        300,
                    )
                ],
                [
                    side_by_side(name, asking(making, name, variables), asking(keeping, name, variables), rounds)
                    for name, variables, rounds in (
                        ("pairing-board", board, 300),
                        ("coverage-gaps", {"within": CITY}, 100),
                    )
                ],
            )


async def _board(driver, database, product, today) -> Comparison:
    statement = (HERE / "statements" / "pairing_board.cypher").read_text(encoding="utf-8")

    async def bare():
        async with driver.session(database=database, default_access_mode=neo4j.READ_ACCESS) as session:
            result = await session.run(statement, city=CITY, as_of=today)
            return (await result.single())[0]

    # The hand-written statement first: while Neo4j plans it, an idle HTTP connection would be closed.
    expected = _lines(await bare())
    answer = json.loads(product())
    assert "errors" not in answer, answer
    assert _lines(answer["data"]["city"]) == expected, "the two answers differ"
    ours, theirs = [], []
    for number in range(WARM + ROUNDS):
        started = time.perf_counter()
        await bare()
        between = time.perf_counter()
        product()
        ended = time.perf_counter()
        if number >= WARM:
            theirs.append(between - started)
            ours.append(ended - between)
    return Comparison("pairing-board", median(ours) * 1000, median(theirs) * 1000, ROUNDS)


def _lines(city) -> list:
    """What both answers say, however each nests it: a line for each community, department and leader."""
    found = []
    for subdistrict in _rows(city["subdistricts"]):
        for community in _rows(subdistrict["communities"]):
            found.append((subdistrict["code"], community["code"], community["name"]))
            found += [json.dumps(edge, sort_keys=True) for edge in _rows(community["departments"])]
            found += [json.dumps(edge, sort_keys=True) for edge in _rows(community["leaders"])]
    return found


def _rows(part):
    return part if isinstance(part, list) else part.get("edges", part.get("nodes"))


@contextmanager
def served(address, **settings):
    """The product in a process of its own on a free port, on that database, under these settings."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "NEO4J_URI": address.uri,
        "NEO4J_USERNAME": address.username,
        "NEO4J_PASSWORD": address.password,
        "NEO4J_DATABASE": address.database,
        "GRAPH_API_PORT": str(port),
        **settings,
    }
    command = [sys.executable, "-m", "graph_api", "serve"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        if not process.stdout.readline():
            raise RuntimeError("the server did not start")
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)
