"""Reads a GraphQL request from HTTP: a JSON body (POST) or a query string (GET). Invalid requests raise `HttpFailure`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes

import orjson
from starlette.requests import ClientDisconnect

from graph_api.app.failures import HttpFailure
from graph_api.app.fields import text
from graph_api.deadlines import Deadline, Timer
from graph_api.errors import ErrorCode
from graph_api.execution import Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.datastructures import QueryParams
    from starlette.types import Receive

    from graph_api.app.fields import Fields

# A client that sends its body more slowly would hold a connection for nothing.
_BODY_SECONDS = 10.0

_BOM = b"\xef\xbb\xbf"
# A client that expects a list of responses fails in odd ways without one; but the number of operations must be limited.
_MOST_OF_BATCH = 100


class BodyReader:
    """Reads request bodies of at most `limit` bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._timer = Timer(_BODY_SECONDS)

    async def read(self, receive: Receive, fields: Fields) -> bytes:
        """The body. Raises `HttpFailure` (413, 408); `ClientDisconnect` when it is cut off."""
        if _announced(text(fields, b"content-length")) > self._limit:
            raise _too_large(self._limit)
        body, is_whole = bytearray(), False
        with Deadline(self._timer, _too_slow):
            while not is_whole:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise ClientDisconnect
                body += message.get("body", b"")
                is_whole = not message.get("more_body", False)
                if len(body) > self._limit:
                    raise _too_large(self._limit)
        return bytes(body)


def parse_body(body: bytes) -> Request:
    """The GraphQL request in a JSON body. Raises `HttpFailure` (400) with the part that is wrong."""
    try:
        content = orjson.loads(body.removeprefix(_BOM))
    except orjson.JSONDecodeError as error:
        raise _no_json(
            f"The request body is not valid JSON (line {error.lineno}, column {error.colno})", error
        ) from error
    if isinstance(content, list):
        message = "Batches are not supported. Send one operation per request."
        raise HttpFailure(400, message, batch=min(len(content), _MOST_OF_BATCH) or None)
    if not isinstance(content, dict):
        raise HttpFailure(400, 'The request body must be a JSON object like {"query": "…", "variables": {…}}.')
    return _request(content)


def check_encoding(query_string: bytes) -> None:
    """Raises `HttpFailure` (400) for a query string that is not valid UTF-8: its parameters would differ from what was sent."""
    try:
        unquote_to_bytes(query_string).decode()
    except UnicodeDecodeError as error:
        raise HttpFailure(400, "The query string is not in UTF-8.") from error


def parse_query(parameters: QueryParams, limit: int) -> Request:
    """The GraphQL request in a query string. Raises `HttpFailure` (400, 414)."""
    content: dict[str, Any] = {}
    for name, value in parameters.multi_items():
        if name in content:
            raise HttpFailure(
                400,
                f"The parameter {name!r} is given twice." if name in _FIELDS else "A query parameter is given twice.",
            )
        if len(value) > limit:
            raise HttpFailure(414, f"A query string has at most {limit} characters. Send a POST request.")
        content[name] = value
    for name in ("variables", "extensions"):
        if content.get(name):
            try:
                content[name] = orjson.loads(content[name])
            except orjson.JSONDecodeError as error:
                raise _no_json(f"The parameter {name!r} is not valid JSON", error) from error
        else:
            content.pop(name, None)
    content["operationName"] = content.get("operationName") or None
    return _request(content)


_FIELDS = ("query", "variables", "operationName", "extensions")


def _request(content: Mapping[str, Any]) -> Request:
    query, extensions = content.get("query"), content.get("extensions")
    if extensions is not None and not isinstance(extensions, dict):
        raise HttpFailure(400, '"extensions" must be a JSON object or null.')
    if not query and extensions and "persistedQuery" in extensions:
        # Clients recognize this exact message, and then send the document.
        raise HttpFailure(400, "PersistedQueryNotSupported", code=ErrorCode.PERSISTED_QUERY_NOT_SUPPORTED)
    if not isinstance(query, str) or not query.strip():
        raise HttpFailure(400, '"query" must be the text of a GraphQL document.')
    variables = content.get("variables")
    if variables is not None and not isinstance(variables, dict):
        raise HttpFailure(400, '"variables" must be a JSON object or null.')
    operation_name = content.get("operationName")
    if operation_name is not None and not isinstance(operation_name, str):
        raise HttpFailure(400, '"operationName" must be a string or null.')
    return Request(query, variables or {}, operation_name or None)


def _no_json(what: str, error: orjson.JSONDecodeError) -> HttpFailure:
    """The refusal of invalid JSON. For texts that can't be encoded it gives the reason, since other parsers accept them."""
    reason = ""
    if "not valid UTF-8" in error.msg:
        reason = ": it is not in UTF-8"
    elif "surrogate" in error.msg:
        reason = ": it contains a lone surrogate (such as \\ud800), which is not a valid character"
    return HttpFailure(400, f"{what}{reason}.")


def _announced(length: str | None) -> int:
    # A real server never passes on a length that is not a number; counting while reading decides anyway.
    return int(length) if length and length.isascii() and length.isdigit() and len(length) < 20 else 0


def _too_slow() -> HttpFailure:
    message = f"The request body did not arrive within {_BODY_SECONDS:g} seconds."
    return HttpFailure(408, message, headers={"connection": "close"})


def _too_large(limit: int) -> HttpFailure:
    # Otherwise the rest of the body would be read to its end on the same connection.
    return HttpFailure(413, f"A request body has at most {limit} bytes.", headers={"connection": "close"})
