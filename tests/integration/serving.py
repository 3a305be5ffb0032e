"""The application on a socket."""

import asyncio
from contextlib import asynccontextmanager

import uvicorn


@asynccontextmanager
async def listening(app):
    """The port on which the application answers, on loopback; it stops at the end."""
    config = uvicorn.Config(
        app, port=0, loop="asyncio", http="httptools", ws="none", lifespan="on", log_config=None, access_log=False
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server._serve())
    while not server.started:
        assert not serving.done()
        await asyncio.sleep(0.01)
    try:
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        await serving
