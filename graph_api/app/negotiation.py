"""Content negotiation as the GraphQL-over-HTTP specification has it: what may come in, and what goes out."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from graph_api.app.failures import HttpFailure


class MediaType(StrEnum):
    """The two media types of a GraphQL response."""

    JSON = "application/json"
    GRAPHQL = "application/graphql-response+json"


_WILD = ("*/*", "application/*")


@lru_cache(maxsize=256)
def response_type(accept: str | None, *, wildcards: bool = True) -> MediaType:
    """The media type of the answer to a request with this Accept header; plain JSON where the client has no wish.

    A form or a script tag of another site can't name a JSON type, so a GET (`wildcards=False`) must do so.
    Raises `HttpFailure` (406) when nothing that we write is acceptable.
    """
    if wildcards and not (accept or "").strip():
        return MediaType.JSON
    weights = accepted(accept or "")
    wild = max((weights.get(each, 0.0) for each in _WILD), default=0.0) if wildcards else 0.0
    json, graphql = (weights.get(each, wild) for each in (MediaType.JSON, MediaType.GRAPHQL))
    if max(json, graphql) <= 0:
        raise HttpFailure(
            406, f"The answer is JSON: send the header Accept with {MediaType.GRAPHQL} or {MediaType.JSON}."
        )
    return MediaType.GRAPHQL if graphql > json or (graphql == json and MediaType.GRAPHQL in weights) else MediaType.JSON


def wants_page(accept: str | None) -> bool:
    """Whether this is a browser that asks for a page: it takes HTML and names no JSON type."""
    weights = accepted(accept or "")
    return weights.get("text/html", 0.0) > 0 and not any(each in weights for each in MediaType)


def accepted(accept: str) -> dict[str, float]:
    """The media types of an Accept header and how much each is wanted, 0 to 1; what can't be read is left out."""
    weights: dict[str, float] = {}
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if not name:
            continue
        try:
            weights[name] = next((float(each[2:]) for each in parameters if each.startswith("q=")), 1.0)
        except ValueError:
            continue
    return weights


@lru_cache(maxsize=256)
def check_content_type(header: str | None) -> None:
    """Let JSON in UTF-8 pass. A form of another site can't send it without asking first, so this is the CSRF guard.

    Raises `HttpFailure` (415).
    """
    name, *parameters = (piece.strip().lower() for piece in (header or "").split(";"))
    charset = next((each[8:].strip('"') for each in parameters if each.startswith("charset=")), "utf-8")
    if name != MediaType.JSON or charset not in ("utf-8", "utf8"):
        raise HttpFailure(415, "Send the request as JSON in UTF-8, with the header Content-Type: application/json.")
