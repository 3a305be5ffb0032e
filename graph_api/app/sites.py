"""Refuses requests that pages of other sites make a browser send (docs/decisions/0023-hosts-and-other-sites.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph_api.app.failures import HttpFailure

if TYPE_CHECKING:
    from graph_api.app.fields import Fields

_OWN = (b"same-origin", b"none")
# For another site, a browser sends these only after a preflight, which is always refused.
_NEED_PREFLIGHT = (
    b"x-requested-with",
    b"apollo-require-preflight",
    b"x-apollo-operation-name",
    b"graphql-require-preflight",
    b"x-graphql-yoga-csrf",
)


def check_site(fields: Fields, *, for_page: bool) -> None:
    """Checks that a request comes from a program, from our own page, or from a link to the page (`for_page`).

    Raises `HttpFailure` (403).
    """
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
            "Requests from pages of other sites are refused. Send the request from a program or from this server's own page.",
        )


def _is_own_origin(origin: bytes | None, host: bytes) -> bool:
    if origin is None:
        return True
    scheme, _, authority = origin.lower().partition(b"://")
    # Other schemes belong to browser extensions and programs, which aren't sites.
    return authority == host.lower() if scheme in (b"http", b"https") else origin != b"null"
