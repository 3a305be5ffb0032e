"""Refuses requests that pages of other sites make a browser send (docs/decisions/0023-hosts-and-other-sites.md), except
those of allowed origins (docs/decisions/0041-allowed-origins.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph_api.app.failures import HttpFailure

if TYPE_CHECKING:
    from collections.abc import Set

    from graph_api.app.fields import Fields
    from graph_api.settings import Settings

_OWN = (b"same-origin", b"none")
# For another site, a browser sends these only after a preflight, which is always refused.
_NEED_PREFLIGHT = (
    b"x-requested-with",
    b"apollo-require-preflight",
    b"x-apollo-operation-name",
    b"graphql-require-preflight",
    b"x-graphql-yoga-csrf",
)


def allowed_origins(settings: Settings) -> frozenset[bytes]:
    """The origins of other sites whose pages may send requests, as browsers send them."""
    return frozenset(each.encode("ascii") for each in (settings.allowed_origins or "").split(",") if each)


def check_site(fields: Fields, origins: Set[bytes], *, for_page: bool) -> None:
    """Checks that a request comes from a program, from our own page, from a page of one of the origins, or from a link
    to our page (`for_page`).

    Raises `HttpFailure` (403).
    """
    if origins and fields.get(b"origin") in origins:
        return
    site = fields.get(b"sec-fetch-site")
    if site is None:
        # Older browsers, and all browsers if the address is neither encrypted nor loopback.
        own = _is_own_origin(fields.get(b"origin"), fields.get(b"host", b""))
    elif site in _OWN or (for_page and fields.get(b"sec-fetch-mode") == b"navigate"):
        return
    else:
        own = site == b"same-site" and any(name in fields for name in _NEED_PREFLIGHT)
    if not own:
        raise HttpFailure(
            403,
            "Requests from pages of other sites are refused. Send the request from a program or from this server's own "
            "page. The operator can add the page's origin to GRAPH_API_ALLOWED_ORIGINS.",
        )


def _is_own_origin(origin: bytes | None, host: bytes) -> bool:
    if origin is None:
        return True
    scheme, _, authority = origin.lower().partition(b"://")
    # Other schemes belong to browser extensions and programs, which aren't sites.
    return authority == host.lower() if scheme in (b"http", b"https") else origin != b"null"
