"""How uvicorn hosts an application: the same for `graph-api serve`, for tests, and for what is measured beside it.

`connection` holds a client to the `limits` and answers one request at a time; `reader` reads requests; `exchange` is one request
and its response, as ASGI has it; `unread` watches what is not taken; `refusals` are the answers to what is no request
(docs/decisions/0022-connections-of-our-own.md).
"""

from __future__ import annotations

from typing import Any, Final

from graph_api.hosting.connection import Connection
from graph_api.hosting.limits import Limits

__all__ = ["UVICORN", "Connection", "Limits"]

UVICORN: Final[dict[str, Any]] = {
    # uvloop breaks on a pooled connection that the database has reset.
    "loop": "asyncio",
    "http": Connection,
    "ws": "none",
    "log_config": None,
    "access_log": False,
    "server_header": False,
    # Nothing here depends on what a proxy says about its client.
    "proxy_headers": False,
    "timeout_graceful_shutdown": 5,
}
