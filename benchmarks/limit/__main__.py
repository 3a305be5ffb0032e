"""The server: hand-written Cypher on the bare async driver behind one route, under the product's uvicorn options."""

from __future__ import annotations

import os
from base64 import urlsafe_b64encode
from datetime import datetime
from pathlib import Path

import neo4j
import orjson
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.hosting import host, with_driver
from benchmarks.limit.coverage_gaps import coverage_gaps
from graph_api.settings import Settings

STATEMENTS = Path(__file__).parent / "statements"


def create_peer() -> Starlette:
    """The application; its one route takes the name of a statement and its parameters."""
    statements = {path.stem: path.read_text(encoding="utf-8") for path in STATEMENTS.glob("*.cypher")}
    zone, database = Settings().zone, os.environ["NEO4J_DATABASE"]

    async def answer(request):
        asked = orjson.loads(await request.body())
        parameters = {**asked["variables"], "as_of": datetime.now(zone).date()}
        driver = request.app.state.driver

        async def read(statement, **given):
            async with driver.session(
                database=database, default_access_mode=neo4j.READ_ACCESS, fetch_size=-1
            ) as session:
                return await (await session.run(statement, given)).values()

        if asked["statement"] == "coverage_gaps":
            row = await coverage_gaps(read, statements["coverage_gaps"], **parameters)
        else:
            async with driver.session(database=database, default_access_mode=neo4j.READ_ACCESS) as session:
                result = await session.run(statements[asked["statement"]], parameters)
                row = (await result.single()).data()
        return Response(orjson.dumps({"data": with_ids(row)}), media_type="application/json")

    return Starlette(routes=[Route("/graphql", answer, methods=["POST"])], lifespan=with_driver)


def with_ids(part):
    """The same with global ids: a statement gives `Type:localid`, the answer has it in base64."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "id":
                part[key] = urlsafe_b64encode(value.encode()).decode()
            elif isinstance(value, dict | list):
                with_ids(value)
    elif isinstance(part, list):
        for each in part:
            with_ids(each)
    return part


if __name__ == "__main__":
    host(create_peer())
