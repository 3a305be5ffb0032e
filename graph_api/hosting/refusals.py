"""Error responses of connections, for requests that never reach the application."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import orjson
import structlog

from graph_api.errors import ErrorCode
from graph_api.hosting.exchange import STATUS_LINES

if TYPE_CHECKING:
    from collections.abc import Iterable

_log = structlog.get_logger("graph_api.request")

_HEADERS = (
    b"content-type: application/json; charset=utf-8\r\n"
    b"cache-control: no-store\r\n"
    b"x-content-type-options: nosniff\r\n"
    b"connection: close\r\n"
)


class Refused(Exception):  # noqa: N818 - it is an answer, not a fault of ours
    """A refused request or connection: the status, and the sentence that says what to do."""

    def __init__(self, status: int, message: str, code: ErrorCode = ErrorCode.BAD_REQUEST) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.code = code

    def response(self, default_headers: Iterable[tuple[bytes, bytes]]) -> bytes:
        """The response as bytes, with one GraphQL error. Writes a line to the log as every response does."""
        request_id = uuid4().hex
        error = {"message": self.message, "extensions": {"code": self.code, "requestId": request_id}}
        body = orjson.dumps({"errors": [error]})
        lines = [b"%b: %b\r\n" % header for header in default_headers]
        if self.status == 503:
            lines.append(b"retry-after: 1\r\n")
        if self.status == 405:
            lines.append(b"allow: GET, HEAD, POST\r\n")
        lines.append(b"x-request-id: %b\r\ncontent-length: %d\r\n\r\n" % (request_id.encode("ascii"), len(body)))
        _log.info(
            "request",
            method="(unknown)",
            path="(unknown)",
            status=self.status,
            duration_ms=0.0,
            operation=None,
            errors=[str(self.code)],
            request_id=request_id,
        )
        return b"".join([STATUS_LINES[self.status], _HEADERS, *lines, body])


def not_http() -> Refused:
    """The data is not HTTP."""
    return Refused(400, "That is not a valid HTTP request.")


def too_late(seconds: float) -> Refused:
    """The headers did not arrive in time."""
    return Refused(408, f"The headers of the request did not arrive within {seconds:g} seconds.")


def went_wrong() -> Refused:
    """The application returned without a response."""
    return Refused(500, "Internal server error.", ErrorCode.INTERNAL)


def too_many_connections() -> Refused:
    """The limit of connections is reached, and none is idle."""
    return Refused(503, "Too many connections are open. Try again shortly.", ErrorCode.UNAVAILABLE)
