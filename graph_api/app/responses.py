"""Responses: JSON with its headers, compressed if the client accepts that, with an ETag if it may be cached."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from starlette.responses import Response

from graph_api.app.compression import COMPRESSED_FROM, accepts_gzip
from graph_api.app.failures import HttpFailure, failure_body
from graph_api.app.fields import Fields, text
from graph_api.app.negotiation import MediaType, response_type

if TYPE_CHECKING:
    from graph_api.app.compression import Compressor
    from graph_api.app.middleware import RequestRecord

_VARY = "accept, accept-encoding"
# A browser gives the stored response these headers, in place of its own; without its own policy, a page could load nothing.
_OF_304 = ("etag", "cache-control", "vary", "content-security-policy")


def json_response(body: bytes, status: int, media_type: MediaType = MediaType.JSON) -> Response:
    """A response with this JSON that must not be stored."""
    return Response(
        body, status, {"content-type": f"{media_type}; charset=utf-8", "cache-control": "no-store", "vary": _VARY}
    )


async def compressed(response: Response, fields: Fields, compressor: Compressor) -> Response:
    """The response, compressed if the body is large enough and the client accepts it."""
    body = response.body
    if len(body) < COMPRESSED_FROM or not accepts_gzip(text(fields, b"accept-encoding")):
        return response
    response.body = await compressor.gzip(bytes(body))
    response.headers["content-encoding"] = "gzip"
    response.headers["content-length"] = str(len(response.body))
    return response


def tagged(response: Response, fields: Fields, cache_control: str = "private, no-cache") -> Response:
    """The response with an ETag of its body, or 304 if the client has the same body."""
    tag = f'"{blake2b(response.body, digest_size=16).hexdigest()}"'
    response.headers.update({"etag": tag, "cache-control": cache_control})
    had = text(fields, b"if-none-match")
    if had is None or not {tag, "*"} & {each.strip().removeprefix("W/") for each in had.split(",")}:
        return response
    headers = {name: response.headers[name] for name in _OF_304 if name in response.headers}
    return Response(status_code=304, headers=headers)


def refusal(failure: HttpFailure, record: RequestRecord) -> Response:
    """The response to a request that is refused before execution; `record` takes the code for the log."""
    record.error_codes = (failure.code,)
    try:
        media_type = response_type(text(record.fields, b"accept"))
    except HttpFailure:
        media_type = MediaType.JSON
    response = json_response(failure_body(failure, record.request_id), failure.status, media_type)
    response.headers.update(failure.headers)
    return response
