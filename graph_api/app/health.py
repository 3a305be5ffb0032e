"""/healthz: the process lives. /readyz: it can answer, with the database reachable and the migrations applied."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog
from starlette.responses import JSONResponse, Response

from graph_api.database.migrations import pending
from graph_api.errors import SetupError

if TYPE_CHECKING:
    from starlette.requests import Request as HttpRequest

    from graph_api.database import Database

_log = structlog.get_logger("graph_api.health")

# Whoever asks for readiness asks again soon; a slow "yes" is a "no".
_SECONDS = 3.0


async def healthz(_: HttpRequest) -> Response:
    """200 as long as the process answers."""
    return _response(200, {"status": "ok"})


async def readyz(http: HttpRequest) -> Response:
    """200 when requests can be answered; else 503 with the parts that are not ready, in words."""
    parts = await _parts(http.app.state.database)
    ready = all(part == "ok" for part in parts.values())
    return _response(200 if ready else 503, {"status": "ok" if ready else "not ready", **parts})


async def _parts(database: Database) -> dict[str, str]:
    try:
        async with asyncio.timeout(_SECONDS):
            await database.read("RETURN 1")
            waiting = await pending(database)
    except SetupError as error:
        _log.warning("not ready", error=str(error))
        return {"database": "ok", "migrations": "don't fit this version"}
    except Exception as error:
        # Whatever it is, the answer to "ready?" is no; what it is stays in the log.
        _log.warning("not ready", error=repr(error))
        return {"database": "can't be reached", "migrations": "unknown"}
    return {"database": "ok", "migrations": f"{len(waiting)} not applied" if waiting else "ok"}


def _response(status: int, content: dict[str, str]) -> Response:
    return JSONResponse(content, status, {"cache-control": "no-store"})
