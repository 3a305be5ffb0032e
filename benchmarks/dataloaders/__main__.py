"""The server: Strawberry's own ASGI application, under the product's uvicorn options."""

from __future__ import annotations

import os
from datetime import datetime

import orjson
from starlette.applications import Starlette
from starlette.routing import Route
from strawberry.asgi import GraphQL

from benchmarks.dataloaders.loaders import Loaders
from benchmarks.dataloaders.schema import schema
from benchmarks.hosting import host, with_driver
from graph_api.settings import Settings


class Endpoint(GraphQL):
    """Makes new loaders for every request."""

    zone = Settings().zone

    async def get_context(self, request, response):  # noqa: ARG002 - Strawberry's signature
        driver, today = request.app.state.driver, datetime.now(self.zone).date()
        return {"loaders": Loaders(driver, os.environ["NEO4J_DATABASE"], today)}

    def encode_json(self, data):
        return orjson.dumps(data)


if __name__ == "__main__":
    host(Starlette(routes=[Route("/graphql", Endpoint(schema, graphql_ide=None))], lifespan=with_driver))
