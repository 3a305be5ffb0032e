"""The board: the city on one page, built on the public GraphQL API. Its files ship in `static/` and need no build."""

from __future__ import annotations

import json
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
from graph_api.app.responses import tagged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request as HttpRequest

STATIC = Path(__file__).parent / "static"

# The first part of the path of each view; the others are files, GraphQL, and what operators ask.
VIEWS = ("communities", "compounds", "departments", "due", "issues", "leaders")

_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)
_HEADERS = {"content-security-policy": _POLICY, "vary": "accept-encoding"}

# Packages are kept as published; browsers need the address of a module where it has the name of a package.
_IMPORT = re.compile(rb"""((?:from|import)\s*)(["'])(preact/hooks|preact|@preact/signals-core|@preact/signals|htm)\2""")
_PACKAGES = {
    b"preact": b"preact.js",
    b"preact/hooks": b"hooks.js",
    b"@preact/signals": b"signals.js",
    b"@preact/signals-core": b"signals-core.js",
    b"htm": b"htm.js",
}


def routes() -> list[BaseRoute]:
    """The page at the path of every view, and the files that it loads."""
    views = [Route(path, _page) for view in VIEWS for path in (f"/{view}", f"/{view}/{{code}}")]
    return [Route("/", _page), *views, Route("/board/{version}/{path:path}", _file)]


async def _page(http: HttpRequest) -> Response:
    page = HTMLResponse(_html(), headers=_HEADERS)
    return tagged(page, fields_of(http.scope["headers"]), "no-cache")


async def _file(http: HttpRequest) -> Response:
    found = files().get(http.path_params["path"]) if http.path_params["version"] == version() else None
    if found is None:
        raise HTTPException(404)
    return await file_response(found, fields_of(http.scope["headers"]))


@cache
def files() -> Mapping[str, PageFile]:
    """The files by their paths below the board's address."""
    paths = sorted(path for path in STATIC.rglob("*") if path.suffix in (".css", ".js", ".svg"))
    loaded = {path.relative_to(STATIC).as_posix(): _resolved(read(path)) for path in paths}
    return {**loaded, "operations.js": _operations()}


@cache
def version() -> str:
    """A hash of all files. It is a part of their addresses, so a browser never mixes two versions."""
    digest = blake2b(digest_size=8)
    for path, file in files().items():
        digest.update(f"{path} {len(file.content)}\n".encode() + file.content)
    return digest.hexdigest()


@cache
def _html() -> str:
    page = (STATIC / "index.html").read_text(encoding="utf-8").replace("board/", f"/board/{version()}/")
    modules = "".join(
        f'  <link rel="modulepreload" href="/board/{version()}/{path}">\n' for path in _needed("start.js")
    )
    return page.replace("</head>", f"{modules}</head>")


def _needed(path: str) -> list[str]:
    """The modules that the first view needs: all that are imported from this one, not those that are imported later."""
    needed: dict[str, None] = {}

    def visit(module: str) -> None:
        if module in needed:
            return
        needed[module] = None
        text = files()[module].content.decode("utf-8")
        for found in re.findall(r"""(?:^|[;}\s])(?:import|export)\b[^;("']*["'](\.[^"']+)["']""", text):
            visit((STATIC / module).parent.joinpath(found).resolve().relative_to(STATIC).as_posix())

    visit(path)
    return list(needed)


def _resolved(file: PageFile) -> PageFile:
    content = _IMPORT.sub(lambda found: found[1] + b'"./' + _PACKAGES[found[3]] + b'"', file.content)
    return PageFile(file.media_type, content)


def _operations() -> PageFile:
    """All operations as one module: their texts by name, each with the fragments that it uses."""
    fragments = {path.stem: _short(path) for path in sorted(STATIC.glob("fragments/*.graphql"))}
    texts = {}
    for path in sorted(STATIC.glob("operations/*.graphql")):
        text = _short(path)
        texts[path.stem] = "\n".join([text, *(fragments[name] for name in fragments if f"...{name}" in text)])
    content = f"export default {json.dumps(texts, ensure_ascii=False)};\n"
    return PageFile("text/javascript; charset=utf-8", content.encode("utf-8"))


def _short(path: Path) -> str:
    """The document without comments and indentation."""
    lines = (line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if line)
