"""Asks the product's own GraphQL, without HTTP between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from graph_api.catalogue import load_catalogue
from graph_api.cli.session import run_on_database
from graph_api.execution import Engine, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph_api.database import Database
    from graph_api.execution import Answer
    from graph_api.settings import Settings


def ask(
    settings: Settings, query: str, variables: Mapping[str, Any] | None = None, operation_name: str | None = None
) -> Answer:
    """The engine's answer from the database that the settings mean. Raises `SetupError`."""

    async def work(database: Database) -> Answer:
        engine = Engine(database, load_catalogue(), settings)
        return await engine.answer(Request(query, variables or {}, operation_name), request_id=uuid4().hex)

    return run_on_database(settings, work)
