"""GraphiQL, the query editor in the browser. Its files ship in `static/`, so it works without internet access."""

from __future__ import annotations

import asyncio
import gzip
import re
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from graph_api.app.compression import COMPRESSED_FROM, accepts_gzip
from graph_api.app.fields import fields_of, text
from graph_api.app.responses import tagged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request as HttpRequest

STATIC = Path(__file__).parent / "static"

# Only our own files. GraphiQL embeds its fonts and icons as data, and its dialogs write a style element.
_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self' data:",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)
_HEADERS = {"content-security-policy": _POLICY, "cache-control": "no-cache", "vary": "accept, accept-encoding"}
# A changed file has another address, so this one never needs to be requested again.
_FOR_EVER = "public, max-age=31536000, immutable"
_MEDIA_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_REFERENCE = re.compile(r"(?<=graphiql/)[\w.-]+")


@dataclass(frozen=True)
class _File:
    """A file that the page loads, under a name that contains the hash of its content."""

    name: str
    media_type: str
    content: bytes

    @cached_property
    def compressed(self) -> bytes:
        return gzip.compress(self.content, compresslevel=9, mtime=0)


def page() -> Response:
    """The page itself."""
    return HTMLResponse(_html(), headers=_HEADERS)


def files() -> BaseRoute:
    """The route of the files that the page loads."""
    return Route("/graphiql/{name}", _file)


async def _file(http: HttpRequest) -> Response:
    found = _files().get(http.path_params["name"])
    if found is None:
        raise HTTPException(404)
    fields = fields_of(http.scope["headers"])
    headers = {"content-type": found.media_type, "vary": "accept-encoding"}
    if len(found.content) < COMPRESSED_FROM or not accepts_gzip(text(fields, b"accept-encoding")):
        return tagged(Response(found.content, headers=headers), fields, _FOR_EVER)
    # The first call takes a tenth of a second.
    content = await asyncio.to_thread(lambda: found.compressed)
    return tagged(Response(content, headers={**headers, "content-encoding": "gzip"}), fields, _FOR_EVER)


@cache
def _html() -> str:
    names = {_plain_name(each.name): each.name for each in _files().values()}
    return _REFERENCE.sub(lambda found: names[found[0]], (STATIC / "index.html").read_text(encoding="utf-8"))


@cache
def _files() -> Mapping[str, _File]:
    """The files by the names under which they are served."""
    loaded = _REFERENCE.findall((STATIC / "index.html").read_text(encoding="utf-8"))
    return {each.name: each for each in map(_load, loaded)}


def _load(name: str) -> _File:
    content = (STATIC / name).read_bytes()
    stem, _, suffix = name.rpartition(".")
    hashed = f"{stem}.{blake2b(content, digest_size=8).hexdigest()}.{suffix}"
    return _File(hashed, f"{_MEDIA_TYPES[suffix]}; charset=utf-8", content)


def _plain_name(hashed: str) -> str:
    stem, _, suffix = hashed.rpartition(".")
    return f"{stem.rpartition('.')[0]}.{suffix}"
