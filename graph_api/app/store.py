"""The database of the settings: the server of NEO4J_URI, or the embedded one, started if necessary."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING

import structlog

from graph_api.database import Address, open_database
from graph_api.database.embedded import EmbeddedServer, keep_running
from graph_api.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from rich.console import Console

    from graph_api.database import Database
    from graph_api.settings import Settings

_log = structlog.get_logger(__name__)


@contextmanager
def chosen_server(
    settings: Settings, console: Console | None = None
) -> Iterator[tuple[Address, EmbeddedServer | None]]:
    """The address of the settings' database, valid until the end of the block, and the embedded server if it is that.

    An embedded server that is already running on the store is joined, otherwise one is started; it ends with the last
    of its users. Raises `SetupError`.
    """
    if settings.neo4j_uri:
        password = settings.neo4j_password.get_secret_value()
        yield Address(settings.neo4j_uri, settings.neo4j_username, password, settings.neo4j_database), None
        return
    server = EmbeddedServer(settings.embedded_data, settings.embedded_cache, settings.embedded_port, console=console)
    with server as address:
        yield address, server


@contextmanager
def chosen_address(settings: Settings, console: Console | None = None) -> Iterator[Address]:
    """The address alone, for commands that need the database for a short time. Raises `SetupError`."""
    with chosen_server(settings, console) as (address, _):
        yield address


@asynccontextmanager
async def opened_store(settings: Settings, console: Console | None = None) -> AsyncIterator[Database]:
    """The settings' database, open and verified, until the end of the block. Raises `SetupError`.

    An embedded server that ends meanwhile is restarted.
    """
    with chosen_server(settings, console) as (address, server):
        async with open_database(address, statement_seconds=settings.statement_seconds) as database:
            watching = None if server is None else asyncio.create_task(_watched(server, database))
            try:
                yield database
            finally:
                if watching is not None:
                    watching.cancel()


async def _watched(server: EmbeddedServer, database: Database) -> None:
    try:
        await keep_running(server, database)
    except SetupError as error:
        # The host of the application decides what happens then: /readyz reports that there is no database.
        _log.error("the embedded Neo4j is given up", reason=str(error))
