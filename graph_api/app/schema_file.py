"""/schema.graphql: the schema as a file, which generators of client code read."""

from __future__ import annotations

import asyncio
from functools import cache
from typing import TYPE_CHECKING

from starlette.responses import Response

from graph_api.app.middleware import record_of
from graph_api.app.responses import compressed, tagged
from graph_api.schema import printed

if TYPE_CHECKING:
    from starlette.requests import Request as HttpRequest

_HEADERS = {"content-type": "text/plain; charset=utf-8", "vary": "accept-encoding"}


async def schema_file(http: HttpRequest) -> Response:
    """The printed schema, the same bytes as the repository's file. Not in production mode, like introspection."""
    fields = record_of(http.scope).fields
    # Printing takes a tenth of a second.
    response = Response(await asyncio.to_thread(_content), headers=_HEADERS)
    return tagged(await compressed(response, fields, http.app.state.compressor), fields, "no-cache")


@cache
def _content() -> bytes:
    return printed().encode("utf-8")
