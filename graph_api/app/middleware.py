"""What every request gets: an id, security headers, one log line, and an answer even when something breaks."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from uuid import uuid4

import structlog
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from graph_api.app.failures import failure_body
from graph_api.errors import ErrorCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log = structlog.get_logger("graph_api.request")

_KEY = "graph_api.record"
_SANE_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_NAME = re.compile(r"[_A-Za-z][_0-9A-Za-z]{0,63}")

# nginx's number for a client that went away before the answer; it is only ever logged.
_CLIENT_LEFT = 499

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_SHOWN_CODES = 10


_ALWAYS = ((b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer"))
# For responses that have none of their own, which only a page needs.
_POLICY = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")


@dataclass(slots=True)
class RequestRecord:
    """What the log line of a request tells. Never the query, its variables, or a name from the graph."""

    request_id: str
    operation_name: str | None = None
    error_codes: Sequence[str] = ()


def record_of(scope: Scope) -> RequestRecord:
    """The record of the request that this scope belongs to."""
    return cast("RequestRecord", scope[_KEY])


class RequestMiddleware:
    """Wraps the application; plain ASGI, because every request passes here."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102 - as ASGI has it
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        record = scope[_KEY] = RequestRecord(_request_id(scope["headers"]))
        status = 0

        async def send_marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = _marked(message["headers"], record.request_id)
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=record.request_id):
            try:
                await self._app(scope, receive, send_marked)
            except ClientDisconnect:
                status = _CLIENT_LEFT
            except Exception:
                _log.exception("request broke")
                record.error_codes = (ErrorCode.INTERNAL,)
                if not status:
                    await _internal(record.request_id)(scope, receive, send_marked)
            finally:
                _log_request(scope, record, status, time.perf_counter() - began)


def _request_id(headers: Iterable[tuple[bytes, bytes]]) -> str:
    """The caller's id, so that logs of both sides meet, unless it is one that would spoil a log."""
    given = next((value for name, value in headers if name == b"x-request-id"), b"").decode("latin-1")
    return given if _SANE_ID.fullmatch(given) else uuid4().hex


def _marked(headers: Iterable[tuple[bytes, bytes]], request_id: str) -> list[tuple[bytes, bytes]]:
    """The headers of a response with those that every response has."""
    marked = [*headers, (b"x-request-id", request_id.encode("ascii")), *_ALWAYS]
    return marked if any(name == _POLICY[0] for name, _ in marked) else [*marked, _POLICY]


def _internal(request_id: str) -> Response:
    body = failure_body(
        ErrorCode.INTERNAL, "Something went wrong on our side. Quote the request id when you report it.", request_id
    )
    return Response(body, 500, media_type="application/json")


def _log_request(scope: Scope, record: RequestRecord, status: int, seconds: float) -> None:
    # A path or a method that we don't know is the client's free text, and so is an odd operation name: not for the log.
    name = record.operation_name
    _log.info(
        "request",
        method=scope["method"] if scope["method"] in _METHODS else "(other)",
        path="(unknown)" if status == 404 else scope["path"],
        status=status,
        duration_ms=round(seconds * 1000, 2),
        operation=name if name and _NAME.fullmatch(name) else None,
        errors=sorted({str(each) for each in record.error_codes})[:_SHOWN_CODES],
    )
