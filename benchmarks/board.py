"""What a city's offices ask: the product beside hand-written Cypher on the bare driver, and beside itself."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import orjson

from benchmarks.beside import Beside, asking, side_by_side
from benchmarks.load import Load, Target, alternate, answer
from graph_api.catalogue import load_catalogue
from graph_api.database import open_database
from graph_api.database.migrations import migrate
from graph_api.settings import Settings
from seed import is_empty, load_donggang

HERE = Path(__file__).parent
CITY = "210681"
# Operation, its statement, variables, requests in a slice.
OPERATIONS = (
    ("community-name", "community_name", {"code": "210681001003"}, 400),
    ("pairing-board", "pairing_board", {"city": CITY}, 100),
    ("city-tree", "city_tree", {"city": CITY}, 100),
)
CONNECTIONS = (1, 16)
SLICES = 10
KEEPING_NOTHING = {"GRAPH_API_KEPT_ANSWERS_BYTES": "0"}


@dataclass(frozen=True)
class Comparison:
    """One operation at so many connections: the product, and the limit."""

    name: str
    connections: int
    product: Load
    limit: Load

    @property
    def ratio(self) -> float:
        """How much of the limit's throughput the product has."""
        return self.product.throughput / self.limit.throughput


@dataclass(frozen=True)
class Measured:
    """What was measured in one run."""

    comparisons: list[Comparison]
    memory_mb: dict[str, float]
    coverage: list[Beside]
    again: list[Beside]


async def compare(address) -> Measured:
    """Measure on the database at the address; Donggang is loaded if it is empty."""
    async with open_database(address) as database:
        await migrate(database)
        if await is_empty(database):
            await load_donggang(database, load_catalogue(), datetime.now(Settings().zone).date())
    # One server makes every answer, one gives it again while the graph is unchanged, one is the limit.
    with (
        product(address, KEEPING_NOTHING) as (making, making_id),
        product(address, {}) as (keeping, _),
        limit(address) as (bare, bare_id),
    ):
        comparisons = [
            await _comparison(making, bare, connections, *operation)
            for operation in OPERATIONS
            for connections in CONNECTIONS
        ]
        memory = {"product": _memory_mb(making_id), "bare driver": _memory_mb(bare_id)}
        board = {"city": CITY}
        return Measured(
            comparisons,
            memory,
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
                for name, variables, rounds in (("pairing-board", board, 300), ("coverage-gaps", {"within": CITY}, 100))
            ],
        )


async def _comparison(making, bare, connections, name, statement, variables, requests) -> Comparison:
    query = (HERE / "operations" / f"{name}.graphql").read_text(encoding="utf-8")
    ours = Target.post(making, "/graphql", orjson.dumps({"query": query, "variables": variables}))
    theirs = Target.post(bare, "/", orjson.dumps({"operation": statement, "variables": variables}))
    answers = [plain(orjson.loads(await answer(target))["data"]) for target in (ours, theirs)]
    assert answers[0] == answers[1], f"the two answers to {name} differ"
    return Comparison(name, connections, *await alternate([ours, theirs], connections, requests, SLICES))


def plain(value):
    """An answer with its pages as lists: however each nests them, both say the same."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    if not isinstance(value, dict):
        return value
    page = value.get("nodes", value.get("edges"))
    return plain(page) if page is not None else {name: plain(each) for name, each in value.items()}


def product(address, settings: dict[str, str]):
    """The product in a process of its own on that database, under these settings: its port and process id."""
    return _served(address, settings, lambda _: [sys.executable, "-m", "graph_api", "serve"])


def limit(address):
    """The bare driver's server, likewise."""
    return _served(address, {}, lambda port: [sys.executable, "-m", "benchmarks.limit", str(port)])


@contextmanager
def _served(address, settings, command) -> Iterator[tuple[int, int]]:
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
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command(port), env=environment, cwd=HERE.parent, **quiet)
    try:
        _await_listening(process, port)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(timeout=20)


def _await_listening(process, port) -> None:
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("a server did not start")


def _memory_mb(process_id: int) -> float:
    """Its resident memory, where the system tells (Linux)."""
    status = Path(f"/proc/{process_id}/status")
    if not status.exists():
        return float("nan")
    [line] = [line for line in status.read_text().splitlines() if line.startswith("VmRSS:")]
    return int(line.split()[1]) / 1024
