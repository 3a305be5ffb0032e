"""The limit: hand-written Cypher on the bare driver behind a one-route application. `python -m benchmarks.limit PORT`.

The address of the database comes from the environment, as the product has it. Nothing is checked and nothing is worked out:
what is asked names a file of `benchmarks/statements/`, and what the statement returns is sent as JSON.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import neo4j
import orjson
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph_api.settings import Settings

STATEMENTS = {
    path.stem: path.read_text(encoding="utf-8") for path in (Path(__file__).parent / "statements").glob("*.cypher")
}


def application(settings: Settings) -> Starlette:
    """The application; it opens the driver when it starts."""
    assert settings.neo4j_uri
    uri, auth = settings.neo4j_uri, (settings.neo4j_username, settings.neo4j_password.get_secret_value())

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with neo4j.AsyncGraphDatabase.driver(uri, auth=auth, notifications_min_severity="OFF") as driver:
            app.state.driver = driver
            yield

    async def answer(http: Request) -> Response:
        asked = orjson.loads(await http.body())
        today = datetime.now(settings.zone).date()
        driver: neo4j.AsyncDriver = http.app.state.driver
        async with driver.session(database=settings.neo4j_database, default_access_mode=neo4j.READ_ACCESS) as session:
            result = await session.run(STATEMENTS[asked["operation"]], {**asked["variables"], "as_of": today})
            record = await result.single()
        return Response(orjson.dumps({"data": record and record[0]}), media_type="application/json")

    return Starlette(routes=[Route("/", answer, methods=["POST"])], lifespan=lifespan)


if __name__ == "__main__":
    uvicorn.run(
        application(Settings()), port=int(sys.argv[1]), loop="asyncio", http="httptools", ws="none",
        log_config=None, access_log=False,
    )  # fmt: skip
