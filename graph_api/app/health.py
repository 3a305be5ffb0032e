"""/healthz: the process is running. /readyz: it can serve requests: the database is reachable, migrations are applied,
and the most frequent operations are planned."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog
from starlette.responses import JSONResponse, Response

from graph_api.database.migrations import pending
from graph_api.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request as HttpRequest

    from graph_api.database import Database

_log = structlog.get_logger("graph_api.health")

# Probes are repeated soon: a slow "yes" counts as a "no".
_SECONDS = 3.0


async def healthz(_: HttpRequest) -> Response:
    """200 while the process responds."""
    return _response(200, {"status": "ok"})


async def readyz(http: HttpRequest) -> Response:
    """200 if requests can be served; otherwise 503 with the parts that are not ready, in words."""
    parts = await _parts(http.app.state.database)
    if not _ready(parts):
        return _response(503, {"status": "not ready", **parts})
    warming = http.app.state.engine.warming
    if warming.progress is not None:
        return _response(503, {"status": f"planning {warming.progress}", **parts, "planning": warming.progress})
    left_out = {"not planned": ", ".join(warming.given_up)} if warming.given_up else {}
    return _response(200, {"status": "ok", **parts, "planning": "ok", **left_out})


def _ready(parts: Mapping[str, str]) -> bool:
    return all(part == "ok" for part in parts.values())


async def _parts(database: Database) -> dict[str, str]:
    try:
        async with asyncio.timeout(_SECONDS):
            await database.version()
            waiting = await pending(database)
    except SetupError as error:
        _log.warning("not ready", error=str(error))
        return {"database": "ok", "migrations": "don't fit this version"}
    except TimeoutError:
        there = await database.greets()
        _log.warning("not ready", error="busy" if there else "no response")
        return {"database": "busy" if there else "can't be reached", "migrations": "unknown"}
    except Exception as error:
        # Any exception means "not ready"; the details are in the log.
        _log.warning("not ready", error=repr(error))
        return {"database": "can't be reached", "migrations": "unknown"}
    return {"database": "ok", "migrations": f"{len(waiting)} not applied" if waiting else "ok"}


def _response(status: int, content: dict[str, str]) -> Response:
    return JSONResponse(content, status, {"cache-control": "no-store"})
