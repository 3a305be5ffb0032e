"""The hosting of an application by uvicorn: the same for `graph-api serve`, tests and benchmarks.

`connection` enforces the `limits` of a client and serves one request at a time; `reader` reads requests; `exchange` is
one request and its response in ASGI; `unread` watches unread data; `refusals` are the responses to invalid requests
(docs/decisions/0022-connections-of-our-own.md).
"""

from __future__ import annotations

from typing import Any, Final

from graph_api.hosting.connection import Connection
from graph_api.hosting.limits import HttpLimits

__all__ = ["UVICORN", "Connection", "HttpLimits"]

UVICORN: Final[dict[str, Any]] = {
    # uvloop breaks on a pooled connection that the database has reset.
    "loop": "asyncio",
    "http": Connection,
    "ws": "none",
    "log_config": None,
    "access_log": False,
    "server_header": False,
    # Nothing here depends on a proxy's statements about its client.
    "proxy_headers": False,
    "timeout_graceful_shutdown": 5,
}
