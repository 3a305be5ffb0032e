"""What every request gets: an id, security headers, one log line, and an answer even when something breaks."""

from __future__ import annotations

import asyncio
import re
import time
from dataclasses import dataclass
from secrets import token_hex
from typing import TYPE_CHECKING, cast

import structlog
from starlette.requests import ClientDisconnect

from graph_api.app.failures import HttpFailure
from graph_api.app.fields import Fields, fields_of, text
from graph_api.app.hosts import AllowedHosts
from graph_api.app.responses import refusal
from graph_api.errors import ErrorCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from graph_api.settings import Settings

_log = structlog.get_logger("graph_api.request")

_KEY = "graph_api.record"
_SANE_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_NAME = re.compile(r"[_A-Za-z][_0-9A-Za-z]{0,63}")

# nginx's number for a client that went away before the answer; it is only ever logged.
_CLIENT_LEFT = 499

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_SHOWN_CODES = 10
# Any other path is the client's free text, save those of the page's files, which are found.
_PATHS = frozenset({"/", "/graphql", "/graphql/", "/healthz", "/readyz"})
_FILES = "/graphiql/"

_ALWAYS = ((b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer"))
# For responses that have none of their own, which only a page needs.
_POLICY = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")


@dataclass(slots=True)
class RequestRecord:
    """The header fields of a request, and what its log line tells: never the query, its variables, or a name from the graph."""

    request_id: str
    fields: Fields
    operation_name: str | None = None
    error_codes: Sequence[str] = ()


def record_of(scope: Scope) -> RequestRecord:
    """The record of the request that this scope belongs to."""
    return cast("RequestRecord", scope[_KEY])


class RequestMiddleware:
    """Wraps the application; plain ASGI, because every request passes here.

    Requests to the path of `endpoint`, which nearly all are, go there at once: to look for it among the routes would take
    a tenth of a small request.
    """

    def __init__(self, app: ASGIApp, settings: Settings, path: str, endpoint: ASGIApp) -> None:
        self._app = app
        self._path = path
        self._endpoint = endpoint
        self._hosts = AllowedHosts(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102 - as ASGI has it
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        fields = fields_of(scope["headers"])
        record = scope[_KEY] = RequestRecord(_request_id(fields), fields)
        status = 0

        async def send_marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = _marked(message["headers"], record.request_id)
            await send(message)

        # Each request has a task of its own, with whose context this ends.
        structlog.contextvars.bind_contextvars(request_id=record.request_id)
        failure: HttpFailure | None = None
        try:
            self._hosts.check(fields, scope["http_version"])
            app = self._endpoint if scope["path"] == self._path else self._app
            await app(scope, receive, send_marked)
        except HttpFailure as refused:
            failure = refused
        except ClientDisconnect:
            status = _CLIENT_LEFT
        except asyncio.CancelledError:
            # The server stops, and the time is over in which running requests may end.
            failure = _stopping()
        except Exception:
            _log.exception("request broke")
            failure = _broken()
        try:
            if failure is not None and not status:
                await refusal(failure, record)(scope, receive, send_marked)
        finally:
            _log_request(scope, record, status or _CLIENT_LEFT, time.perf_counter() - began)


def _request_id(fields: Fields) -> str:
    """The caller's id, so that logs of both sides meet, unless it is one that would spoil a log."""
    given = text(fields, b"x-request-id") or ""
    return given if _SANE_ID.fullmatch(given) else token_hex(16)


def _marked(headers: Iterable[tuple[bytes, bytes]], request_id: str) -> list[tuple[bytes, bytes]]:
    """The headers of a response with those that every response has."""
    marked = [*headers, (b"x-request-id", request_id.encode("ascii")), *_ALWAYS]
    return marked if any(name == _POLICY[0] for name, _ in marked) else [*marked, _POLICY]


def _broken() -> HttpFailure:
    message = "Internal server error. Please report it with the request ID."
    return HttpFailure(500, message, code=ErrorCode.INTERNAL)


def _stopping() -> HttpFailure:
    headers = {"connection": "close", "retry-after": "1"}
    return HttpFailure(503, "The server is stopping. Try again shortly.", code=ErrorCode.UNAVAILABLE, headers=headers)


def _log_request(scope: Scope, record: RequestRecord, status: int, seconds: float) -> None:
    # A path or a method that we don't know is the client's free text, and so is an odd operation name: not for the log.
    name, path = record.operation_name, scope["path"]
    known = path in _PATHS or (path.startswith(_FILES) and status in (200, 304))
    _log.info(
        "request",
        method=scope["method"] if scope["method"] in _METHODS else "(other)",
        path=path if known else "(unknown)",
        status=status,
        duration_ms=round(seconds * 1000, 2),
        operation=name if name and _NAME.fullmatch(name) else None,
        errors=sorted({str(each) for each in record.error_codes})[:_SHOWN_CODES],
    )
