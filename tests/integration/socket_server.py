"""The application on a socket."""

import asyncio
from contextlib import asynccontextmanager

import uvicorn

from graph_api.hosting import UVICORN


@asynccontextmanager
async def listening(app):
    """The port on which the application answers, on loopback; it stops at the end."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, lifespan="on", **UVICORN))
    serving = asyncio.create_task(server._serve())
    while not server.started:
        assert not serving.done()
        await asyncio.sleep(0.01)
    try:
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        await serving
