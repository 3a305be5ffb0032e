"""How a peer in Python is served: on the bare driver, under the uvicorn options of the product."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager

import neo4j
import uvicorn
from starlette.applications import Starlette

from graph_api.hosting import UVICORN


@asynccontextmanager
async def with_driver(app: Starlette):
    """The lifespan of an application whose state has a driver."""
    auth = (os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"])
    uri = os.environ["NEO4J_URI"]
    async with neo4j.AsyncGraphDatabase.driver(uri, auth=auth, notifications_min_severity="OFF") as driver:
        app.state.driver = driver
        yield


def host(app: Starlette) -> None:
    """Serve until the process is ended."""
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ["GRAPH_API_PORT"]), **UVICORN)
