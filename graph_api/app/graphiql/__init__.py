"""GraphiQL, the page on which people try queries. Its files ship in `static/`: it works without any network."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

if TYPE_CHECKING:
    from starlette.types import Scope

STATIC = Path(__file__).parent / "static"

# Only what we serve ourselves. GraphiQL carries its fonts and icons as data, and its dialogs write a style element.
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
_HEADERS = {"content-security-policy": _POLICY, "cache-control": "no-cache", "vary": "accept"}


def page() -> Response:
    """The page itself."""
    return HTMLResponse(_html(), headers=_HEADERS)


def files() -> BaseRoute:
    """The route of the files that the page loads."""
    return Mount("/graphiql", _Files(directory=STATIC))


class _Files(StaticFiles):
    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "no-cache"
        return response


@cache
def _html() -> str:
    return (STATIC / "index.html").read_text(encoding="utf-8")
