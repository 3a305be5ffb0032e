"""Keeps pages of other sites from using a reader's browser against this server (docs/decisions/0023-hosts-and-other-sites.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph_api.app.failures import HttpFailure

if TYPE_CHECKING:
    from graph_api.app.fields import Fields

_OWN = (b"same-origin", b"none")
# A page can't send these without asking first (a preflight), which is always refused.
_UNASKED = (
    b"x-requested-with",
    b"apollo-require-preflight",
    b"x-apollo-operation-name",
    b"graphql-require-preflight",
    b"x-graphql-yoga-csrf",
)


def check_site(fields: Fields, *, for_page: bool) -> None:
    """Let pass what comes from no browser, from our own page, or from the reader who follows a link to the page (`for_page`).

    Raises `HttpFailure` (403).
    """
    site = fields.get(b"sec-fetch-site")
    if site is None:
        # Older browsers, and all of them where the address is neither encrypted nor loopback.
        own = _is_own_origin(fields.get(b"origin"), fields.get(b"host", b""))
    elif site in _OWN or (for_page and fields.get(b"sec-fetch-mode") == b"navigate"):
        return
    else:
        own = site == b"same-site" and any(name in fields for name in _UNASKED)
    if not own:
        raise HttpFailure(
            403, "A page of another site can't ask this server: ask from its own page, or from a program."
        )


def _is_own_origin(origin: bytes | None, host: bytes) -> bool:
    if origin is None:
        return True
    scheme, _, authority = origin.lower().partition(b"://")
    # Other schemes are those of browser extensions and of programs, which aren't sites.
    return authority == host.lower() if scheme in (b"http", b"https") else origin != b"null"
