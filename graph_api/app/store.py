"""Which database the settings mean: the server that NEO4J_URI names, else the embedded one, started if need be."""

from __future__ import annotations

from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING

from graph_api.database import Address, open_database
from graph_api.database.embedded import EmbeddedServer, ensure_artifacts, running_server

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from rich.console import Console

    from graph_api.database import Database
    from graph_api.settings import Settings


@contextmanager
def chosen_address(settings: Settings, console: Console | None = None) -> Iterator[Address]:
    """The address of the database that the settings mean, good until the end of the block.

    An embedded server that runs on the store already is used and left alone; one started here is stopped here.
    Raises `SetupError`.
    """
    if settings.neo4j_uri:
        yield Address(
            settings.neo4j_uri,
            settings.neo4j_username,
            settings.neo4j_password.get_secret_value(),
            settings.neo4j_database,
        )
        return
    running = running_server(settings.embedded_data)
    if running is not None:
        yield running
        return
    ensure_artifacts(settings.embedded_cache, console)
    server = EmbeddedServer(settings.embedded_data, settings.embedded_cache, settings.embedded_port)
    try:
        yield server.start()
    finally:
        server.stop()


@asynccontextmanager
async def opened_store(settings: Settings, console: Console | None = None) -> AsyncIterator[Database]:
    """The database that the settings mean, open and verified, until the end of the block. Raises `SetupError`."""
    with chosen_address(settings, console) as address:
        async with open_database(address, statement_seconds=settings.statement_seconds) as database:
            yield database
