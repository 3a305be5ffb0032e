"""The HTTP application: GraphQL, GraphiQL and health over one database."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from graph_api.app import graphiql
from graph_api.app.endpoint import GraphQLEndpoint
from graph_api.app.health import healthz, readyz
from graph_api.app.middleware import RequestMiddleware
from graph_api.app.store import opened_store
from graph_api.catalogue import load_catalogue
from graph_api.execution import Answers, Engine
from graph_api.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request as HttpRequest
    from starlette.types import Lifespan, Receive, Scope, Send

    from graph_api.database import Database

__all__ = ["create_app"]

_ENDPOINT = "/graphql"


def create_app(settings: Settings | None = None, database: Database | None = None) -> Starlette:
    """The application under these settings (the environment's unless given).

    A given database stays its owner's to close. Without one, start-up opens the database that the settings mean, and
    shut-down closes it. Raises `SetupError`, here or at start-up, when something is missing.
    """
    chosen = settings or Settings()
    catalogue = load_catalogue()

    def connect(app: Starlette, connected: Database) -> None:
        app.state.database = connected
        kept = Answers(connected, chosen.kept_answers_bytes) if chosen.kept_answers_bytes else None
        app.state.engine = Engine(connected, catalogue, chosen, kept)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            if database is None:
                connect(app, await stack.enter_async_context(opened_store(chosen)))
            yield

    app = _Application(GraphQLEndpoint(chosen), chosen, lifespan)
    if database is not None:
        connect(app, database)
    return app


class _Application(Starlette):
    """Requests to the endpoint go there at once: the layers of routing would add a tenth to what a small one takes."""

    def __init__(self, endpoint: GraphQLEndpoint, settings: Settings, lifespan: Lifespan[Starlette]) -> None:
        super().__init__(
            routes=_routes(endpoint, settings), middleware=[Middleware(RequestMiddleware)], lifespan=lifespan
        )
        self._endpoint = RequestMiddleware(endpoint)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == _ENDPOINT:
            scope["app"] = self
            await self._endpoint(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def _routes(endpoint: GraphQLEndpoint, settings: Settings) -> list[BaseRoute]:
    routes: list[BaseRoute] = [
        Route(_ENDPOINT, endpoint),
        Route("/healthz", healthz),
        Route("/readyz", readyz),
    ]
    if not settings.production:
        routes += [Route("/", _to_graphql), graphiql.files()]
    return routes


async def _to_graphql(_: HttpRequest) -> Response:
    return RedirectResponse("graphql")
