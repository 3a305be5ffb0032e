"""The server: Strawberry's own ASGI application, under the product's uvicorn options."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from datetime import datetime

import neo4j
import orjson
import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route
from strawberry.asgi import GraphQL

from benchmarks.dataloaders.loaders import Loaders
from benchmarks.dataloaders.schema import schema
from graph_api.settings import Settings


class Endpoint(GraphQL):
    """Makes new loaders for every request."""

    zone = Settings().zone

    async def get_context(self, request, response):  # noqa: ARG002 - Strawberry's signature
        driver, today = request.app.state.driver, datetime.now(self.zone).date()
        return {"loaders": Loaders(driver, os.environ["NEO4J_DATABASE"], today)}

    def encode_json(self, data):
        return orjson.dumps(data)


@asynccontextmanager
async def lifespan(app):
    auth = (os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"])
    async with neo4j.AsyncGraphDatabase.driver(
        os.environ["NEO4J_URI"], auth=auth, notifications_min_severity="OFF"
    ) as driver:
        app.state.driver = driver
        yield


if __name__ == "__main__":
    uvicorn.run(
        Starlette(routes=[Route("/graphql", Endpoint(schema, graphql_ide=None))], lifespan=lifespan),
        host="127.0.0.1",
        port=int(os.environ["GRAPH_API_PORT"]),
        loop="asyncio",
        http="httptools",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
    )
