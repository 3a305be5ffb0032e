"""What every request gets: an ID, security headers, one log line, and a response even if something fails."""

from __future__ import annotations

import asyncio
import re
import time
from dataclasses import dataclass
from secrets import token_hex
from typing import TYPE_CHECKING, Any, cast

import structlog
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect

from graph_api.app.board import VIEWS
from graph_api.app.failures import HttpFailure
from graph_api.app.fields import Fields, fields_of, text
from graph_api.app.hosts import AllowedHosts
from graph_api.app.responses import refusal
from graph_api.app.sites import allowed_origins
from graph_api.errors import ErrorCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from graph_api.settings import Settings

_log = structlog.get_logger("graph_api.request")

_KEY = "graph_api.record"
_SANE_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_NAME = re.compile(r"[_A-Za-z][_0-9A-Za-z]{0,63}")

# nginx's status for a client that disconnected before the response; only used in the log.
_CLIENT_LEFT = 499

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_SHOWN_CODES = 10
# Other paths are free text of clients, except those of the pages' files, which are looked up, and of views.
_PATHS = frozenset({"/", "/graphql", "/graphql/", "/healthz", "/readyz", "/schema.graphql"})
_FILES = ("/board/", "/graphiql/")

_ALWAYS = ((b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer"))
# For responses without their own policy, which only a page needs.
_POLICY = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")

# What a page of an allowed origin may send and read. Any header may be sent: nothing depends on a page's being unable to.
_CORS: Mapping[str, Any] = {
    "allow_methods": ("GET", "HEAD", "POST"),
    "allow_headers": ("*",),
    "expose_headers": ("etag", "retry-after", "x-request-id"),
}


@dataclass(slots=True)
class RequestRecord:
    """The header fields of a request, and what its log line says: never the query, its variables, or names in the graph."""

    request_id: str
    fields: Fields
    status: int = 0
    operation_name: str | None = None
    error_codes: Sequence[str] = ()


def record_of(scope: Scope) -> RequestRecord:
    """The record of the request with this scope."""
    return cast("RequestRecord", scope[_KEY])


class RequestMiddleware:
    """Wraps the application. Plain ASGI, because every request passes through it."""

    def __init__(self, app: ASGIApp, settings: Settings, path: str, endpoint: ASGIApp) -> None:
        self._app = app
        self._path = path
        self._endpoint = endpoint
        self._hosts = AllowedHosts(settings)
        origins = [each.decode("ascii") for each in allowed_origins(settings)]
        self._served: ASGIApp = CORSMiddleware(self._serve, origins, **_CORS) if origins else self._serve

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102 - as ASGI has it
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        fields = fields_of(scope["headers"])
        record = scope[_KEY] = RequestRecord(_request_id(fields), fields)

        async def send_marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                record.status = message["status"]
                message["headers"] = _marked(message["headers"], record.request_id)
            await send(message)

        # Each request has a task of its own, with whose context this ends.
        structlog.contextvars.bind_contextvars(request_id=record.request_id)
        try:
            await self._served(scope, receive, send_marked)
        finally:
            _log_request(scope, record, time.perf_counter() - began)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The response of the application, or the refusal if it has none."""
        record = record_of(scope)
        failure: HttpFailure | None = None
        try:
            self._hosts.check(record.fields, scope["http_version"])
            app = self._endpoint if scope["path"] == self._path else self._app
            await app(scope, receive, send)
        except HttpFailure as refused:
            failure = refused
        except ClientDisconnect:
            record.status = _CLIENT_LEFT
        except asyncio.CancelledError:
            # The server is stopping, and the time for running requests to end is over.
            failure = _shutting_down()
        except Exception:
            _log.exception("request broke")
            failure = _broken()
        if failure is not None and not record.status:
            await refusal(failure, record)(scope, receive, send)


def _request_id(fields: Fields) -> str:
    """The client's request ID, so that the logs of both sides can be joined, unless it would corrupt the log."""
    given = text(fields, b"x-request-id") or ""
    return given if _SANE_ID.fullmatch(given) else token_hex(16)


def _marked(headers: Iterable[tuple[bytes, bytes]], request_id: str) -> list[tuple[bytes, bytes]]:
    """The headers of a response, with those that every response has."""
    marked = [*headers, (b"x-request-id", request_id.encode("ascii")), *_ALWAYS]
    return marked if any(name == _POLICY[0] for name, _ in marked) else [*marked, _POLICY]


def _broken() -> HttpFailure:
    message = "Internal server error. Please report it with the request ID."
    return HttpFailure(500, message, code=ErrorCode.INTERNAL)


def _shutting_down() -> HttpFailure:
    headers = {"connection": "close", "retry-after": "1"}
    return HttpFailure(503, "The server is stopping. Try again shortly.", code=ErrorCode.UNAVAILABLE, headers=headers)


def _log_request(scope: Scope, record: RequestRecord, seconds: float) -> None:
    # An unknown path or method is free text of the client, and so are what follows a view, and an unusual operation
    # name: not for the log.
    name, path, status = record.operation_name, scope["path"], record.status or _CLIENT_LEFT
    known = path in _PATHS or (path.startswith(_FILES) and status in (200, 304))
    view = path.split("/")[1] if status in (200, 304) else ""
    _log.info(
        "request",
        method=scope["method"] if scope["method"] in _METHODS else "(other)",
        path=path if known else f"/{view}/" if view in VIEWS else "(unknown)",
        status=status,
        duration_ms=round(seconds * 1000, 2),
        operation=name if name and _NAME.fullmatch(name) else None,
        errors=sorted({str(each) for each in record.error_codes})[:_SHOWN_CODES],
    )
