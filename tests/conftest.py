"""Fixtures for every test: one embedded Neo4j a run, on a free port, in a folder that goes with it."""

import logging
import os
import shutil
import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
import structlog

from graph_api.catalogue import cypher_folder, load_catalogue
from graph_api.database import open_database
from graph_api.database.embedded import EmbeddedServer, ensure_artifacts, running_server, start_detached
from graph_api.database.migrations import migrate
from graph_api.seed.loader import DONGGANG, load_donggang
from graph_api.settings import Settings

AS_OF = date(2026, 6, 30)
_WIPE = "MATCH (node) WHERE NOT node:Migration CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 1000 ROWS"
# Where a store is kept between runs, with its server and Donggang in it: for whoever runs one test again and again.

KEPT = os.environ.get("GRAPH_API_TEST_STORE")

# The folder with the lock file of the packages in JavaScript that tests use.
PACKAGES = Path(__file__).parent / "clients"
INSTALLED = PACKAGES / "node_modules" / ".package-lock.json"


@pytest.fixture(scope="session")
def neo4j_address(tmp_path_factory):
    """The address of the run's own server, or of the one that is kept."""
    cache = Settings().embedded_cache
    ensure_artifacts(cache, None)
    if KEPT:
        yield running_server(Path(KEPT)) or start_detached(Path(KEPT), cache)
        return
    with EmbeddedServer(tmp_path_factory.mktemp("neo4j"), cache) as address:
        yield address


@pytest.fixture(scope="session")
async def database(neo4j_address):
    """The run's database, open. A server that was started a moment ago plans its first statements slowly."""
    async with open_database(neo4j_address, statement_seconds=60) as opened:
        yield opened


@pytest.fixture(scope="session")
async def donggang(database):
    """The run's database with Donggang in it, as of 2026-06-30. Tests leave it as they find it."""
    loaded = Path(KEPT) / "loaded" if KEPT else None
    if loaded is None or not loaded.exists() or loaded.read_text() != _digest():
        if loaded:
            await database.write(_WIPE, seconds=120)
        await migrate(database)
        await load_donggang(database, load_catalogue(), AS_OF)
        if loaded:
            loaded.write_text(_digest())
    return database


def _digest():
    """What tells whether the tables, or how they are loaded, have changed."""
    files = sorted([*DONGGANG.glob("*.csv"), *cypher_folder().glob("*/load_*"), *cypher_folder().glob("migrations/*")])
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


@pytest.fixture
def own_log():
    """What sets up the log, as commands do for the process that they are, does so for the test alone."""
    root = logging.getLogger()
    kept = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = kept
    logging.getLogger("neo4j").setLevel(logging.NOTSET)
    structlog.reset_defaults()


@pytest.fixture(scope="session")
def node():
    """Runs a script with the packages of the lock file: its output."""
    # `make test` installs Node beside Python where the machine has none.
    os.environ["PATH"] += f"{os.pathsep}{Path(sys.executable).parent}"
    found, npm = shutil.which("node"), shutil.which("npm")
    if not (found and npm):
        pytest.skip("Node and npm are not installed: clients in JavaScript and TypeScript are not tried.")
    if not INSTALLED.exists() or INSTALLED.stat().st_mtime < (PACKAGES / "package-lock.json").stat().st_mtime:
        install = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        failed = subprocess.run(install, cwd=PACKAGES, check=False, capture_output=True, text=True)
        if failed.returncode and not os.environ.get("CI"):
            pytest.skip("npm can't install the packages: clients in JavaScript and TypeScript are not tried.")
        assert failed.returncode == 0, failed.stderr

    def run(script, *arguments, cwd=PACKAGES, given=""):
        command = [found, script, *arguments]
        done = subprocess.run(command, cwd=cwd, input=given, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run
