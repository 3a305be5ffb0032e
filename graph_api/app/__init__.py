"""The HTTP application: GraphQL, GraphiQL and health over one database."""

from __future__ import annotations

import asyncio
import os
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from graph_api.app import board, graphiql
from graph_api.app.compression import Compressor
from graph_api.app.endpoint import GraphQLEndpoint
from graph_api.app.failures import HttpFailure
from graph_api.app.health import healthz, readyz
from graph_api.app.middleware import RequestMiddleware, record_of
from graph_api.app.responses import refusal
from graph_api.app.schema_file import schema_file
from graph_api.app.store import opened_store
from graph_api.catalogue import load_catalogue
from graph_api.execution import Engine
from graph_api.settings import Settings, misspelt

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request as HttpRequest

    from graph_api.database import Database

__all__ = ["create_app"]

_log = structlog.get_logger(__name__)

_GRAPHQL = "/graphql"


def create_app(settings: Settings | None = None, database: Database | None = None) -> Starlette:
    """The application with these settings (default: from the environment).

    A given database is closed by its owner. Without one, start-up opens the database of the settings, and shutdown
    closes it. Raises `SetupError`, here or at start-up, if something is missing.
    """
    chosen = settings or Settings()
    catalogue = load_catalogue()
    endpoint = GraphQLEndpoint(chosen)

    def connect(app: Starlette, connected: Database) -> None:
        app.state.database = connected
        app.state.engine = Engine(connected, catalogue, chosen, caching=True)
        app.state.compressor = Compressor(app.state.engine.budget)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            if database is None:
                # `graph-api serve` gives a database, and has said it already.
                for warning in misspelt(os.environ):
                    _log.warning(warning)
                connect(app, await stack.enter_async_context(opened_store(chosen)))
                app.state.engine.warming.expect()
                warming = asyncio.create_task(app.state.engine.warm())
                stack.callback(warming.cancel)
            yield
            app.state.engine.warming.remember()

    app = Starlette(
        routes=_routes(chosen, endpoint),
        middleware=[Middleware(RequestMiddleware, settings=chosen, path=_GRAPHQL, endpoint=endpoint)],
        exception_handlers={HTTPException: _not_served},
        lifespan=lifespan,
    )
    # It would redirect to an address built from the Host header.
    app.router.redirect_slashes = False
    if database is not None:
        connect(app, database)
    return app


def _routes(settings: Settings, endpoint: GraphQLEndpoint) -> list[BaseRoute]:
    routes: list[BaseRoute] = [
        Route(_GRAPHQL, endpoint),
        Route("/graphql/", _to_graphql, methods=["GET", "POST"]),
        Route("/healthz", healthz),
        Route("/readyz", readyz),
    ]
    if not settings.production:
        routes += [Route("/schema.graphql", schema_file), graphiql.files()]
    return [*routes, *board.routes()]


async def _to_graphql(http: HttpRequest) -> Response:
    # Relative: an address built from the Host header could lead anywhere.
    query = f"?{http.url.query}" if http.url.query else ""
    return RedirectResponse(f"../graphql{query}")


async def _not_served(http: HttpRequest, error: Exception) -> Response:
    """The router's own refusals, in the format of all others."""
    assert isinstance(error, HTTPException)
    message = f"{error.detail}. GraphQL is served at /graphql."
    return refusal(HttpFailure(error.status_code, message, headers=error.headers), record_of(http.scope))
