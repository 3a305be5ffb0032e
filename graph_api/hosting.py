"""How uvicorn hosts an application: the same for `graph-api serve`, for tests, and for what is measured beside it."""

from __future__ import annotations

from typing import Any, Final

UVICORN: Final[dict[str, Any]] = {
    # uvloop breaks on a pooled connection that the database has reset.
    "loop": "asyncio",
    "http": "httptools",
    "ws": "none",
    "log_config": None,
    "access_log": False,
    "server_header": False,
    "timeout_graceful_shutdown": 5,
}
