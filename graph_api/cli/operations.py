"""Runs the product's own GraphQL in this process, without HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import uuid4

import orjson

from graph_api.catalogue import load_catalogue
from graph_api.cli.session import run_on_database
from graph_api.errors import SetupError
from graph_api.execution import Engine, Request

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

    from graph_api.cli.lists import OperationList
    from graph_api.database import Database
    from graph_api.execution import Answer
    from graph_api.settings import Settings

# Runs a query with variables and returns its data.
Ask: TypeAlias = "Callable[[str, Mapping[str, Any]], Awaitable[dict[str, Any]]]"


def ask(
    settings: Settings, query: str, variables: Mapping[str, Any] | None = None, operation_name: str | None = None
) -> Answer:
    """Runs a query on the database of the settings. Raises `SetupError`."""

    async def work(database: Database) -> Answer:
        engine = Engine(database, load_catalogue(), settings)
        return await engine.answer(Request(query, variables or {}, operation_name), request_id=uuid4().hex)

    return run_on_database(settings, work)


def read_list(settings: Settings, listed: OperationList, variables: Mapping[str, Any]) -> dict[str, Any]:
    """The data of an operation with all pages of its list. Raises `SetupError`."""

    async def work(database: Database) -> dict[str, Any]:
        return await listed.read(in_process(database, settings), variables)

    return run_on_database(settings, work)


def in_process(database: Database, settings: Settings) -> Ask:
    """Runs queries on an engine with empty caches, which serve all pages of a list."""
    engine = Engine(database, load_catalogue(), settings, caching=True)

    async def ask_engine(query: str, variables: Mapping[str, Any]) -> dict[str, Any]:
        answer = await engine.answer(Request(query, variables, None), request_id=uuid4().hex)
        return data_of(orjson.loads(answer.body))

    return ask_engine


async def pages(ask: Ask, query: str, variables: Mapping[str, Any]) -> AsyncIterator[dict[str, Any]]:
    """The data of each page of the connection that the query calls `page`, from `$after` on."""
    after = None
    while True:
        data = await ask(query, {**variables, "after": after})
        yield data
        if not data["page"]["pageInfo"]["hasNextPage"]:
            return
        after = data["page"]["pageInfo"]["endCursor"]


def data_of(answer: Any) -> dict[str, Any]:
    """The data of a response. Raises `SetupError` if it has errors, or is not a response."""
    if not isinstance(answer, dict) or not isinstance(answer.get("data"), dict) or answer.get("errors"):
        errors = answer.get("errors") if isinstance(answer, dict) else None
        raise SetupError(errors[0]["message"] if errors else "The server's response is not one of this product.")
    return dict(answer["data"])
