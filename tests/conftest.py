"""Fixtures for every test: one embedded Neo4j a run, on a free port, in a folder that goes with it."""

from datetime import date

import pytest

from graph_api.catalogue import load_catalogue
from graph_api.database import open_database
from graph_api.database.embedded import EmbeddedServer, ensure_artifacts
from graph_api.database.migrations import migrate
from graph_api.settings import Settings
from seed import load_donggang


@pytest.fixture(scope="session")
def neo4j_address(tmp_path_factory):
    """The address of the run's own server."""
    cache = Settings().embedded_cache
    ensure_artifacts(cache, None)
    with EmbeddedServer(tmp_path_factory.mktemp("neo4j"), cache) as address:
        yield address


@pytest.fixture(scope="session")
async def database(neo4j_address):
    """The run's database, open."""
    async with open_database(neo4j_address) as opened:
        yield opened


@pytest.fixture(scope="session")
async def donggang(database):
    """The run's database with Donggang in it, as of 2026-06-30. Tests leave it as they find it."""
    await migrate(database)
    await load_donggang(database, load_catalogue(), date(2026, 6, 30))
    return database
