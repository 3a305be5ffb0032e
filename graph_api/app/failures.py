"""Responses to requests that never reach the engine: an HTTP status and one GraphQL error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from graph_api.errors import ErrorCode

if TYPE_CHECKING:
    from collections.abc import Mapping


class HttpFailure(Exception):  # noqa: N818 - it is an answer, not a fault of ours
    """A request refused before execution: the status, the code, and the message.

    A client that sent several operations at once (`batch` of them) expects a list of responses, and gets one.
    """

    def __init__(
        self,
        status: int,
        message: str,
        *,
        code: ErrorCode = ErrorCode.BAD_REQUEST,
        headers: Mapping[str, str] | None = None,
        batch: int | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.code = code
        self.headers = dict(headers or {})
        self.batch = batch


def failure_body(failure: HttpFailure, request_id: str) -> bytes:
    """The JSON of a GraphQL response with one error and no data, or of a list of them."""
    error = {"message": failure.message, "extensions": {"code": failure.code, "requestId": request_id}}
    one = {"errors": [error]}
    return orjson.dumps(one if failure.batch is None else [one] * failure.batch)
