"""GraphiQL, the query editor in the browser. Its files ship in `static/`, so it works without internet access."""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from graph_api.app.fields import fields_of
from graph_api.app.files import PageFile, file_response, read

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
_REFERENCE = re.compile(r"(?<=graphiql/)[\w.-]+")


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
    return await file_response(found, fields_of(http.scope["headers"]))


@cache
def _html() -> str:
    names = {_plain_name(name): name for name in _files()}
    return _REFERENCE.sub(lambda found: names[found[0]], (STATIC / "index.html").read_text(encoding="utf-8"))


@cache
def _files() -> Mapping[str, PageFile]:
    """The files by the names under which they are served."""
    loaded = _REFERENCE.findall((STATIC / "index.html").read_text(encoding="utf-8"))
    return dict(map(_load, loaded))


def _load(name: str) -> tuple[str, PageFile]:
    file = read(STATIC / name)
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{blake2b(file.content, digest_size=8).hexdigest()}.{suffix}", file


def _plain_name(hashed: str) -> str:
    stem, _, suffix = hashed.rpartition(".")
    return f"{stem.rpartition('.')[0]}.{suffix}"
