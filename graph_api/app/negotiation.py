"""Content negotiation by the GraphQL-over-HTTP specification: accepted requests, and the format of responses."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import Final

from graph_api.app.failures import HttpFailure


class MediaType(StrEnum):
    """The two media types of a GraphQL response."""

    JSON = "application/json"
    GRAPHQL = "application/graphql-response+json"


# Real clients send shorter ones. A longer header is parsed each time, so that it can't fill the caches.
LONGEST_CACHED: Final = 300

_WILD = ("*/*", "application/*")


def response_type(accept: str | None) -> MediaType:
    """The media type of the response to a request with this Accept header; plain JSON without one.

    Raises `HttpFailure` (406) if the client accepts no media type that we write.
    """
    if accept is None or accept.isspace() or not accept:
        return MediaType.JSON
    return (_response_type if len(accept) <= LONGEST_CACHED else _response_type.__wrapped__)(accept)


@lru_cache(maxsize=256)
def _response_type(accept: str) -> MediaType:
    weights = accepted(accept)
    wild = max(weights.get(each, 0.0) for each in _WILD)
    json, graphql = (weights.get(each, wild) for each in (MediaType.JSON, MediaType.GRAPHQL))
    if max(json, graphql) <= 0:
        raise HttpFailure(
            406, f"The answer is JSON: send the header Accept with {MediaType.GRAPHQL} or {MediaType.JSON}."
        )
    return MediaType.GRAPHQL if graphql > json or (graphql == json and MediaType.GRAPHQL in weights) else MediaType.JSON


def wants_page(accept: str | None) -> bool:
    """Whether a browser requests a page: it accepts HTML and names no JSON type."""
    weights = accepted(accept or "")
    return weights.get("text/html", 0.0) > 0 and not any(each in weights for each in MediaType)


def accepted(accept: str) -> dict[str, float]:
    """The values of an Accept header or a similar one, with their weights, 0 to 1. Unreadable parts are ignored."""
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


def check_content(media_type: str | None, coding: str | None) -> None:
    """Accepts JSON in UTF-8 that is not compressed. A form of another site can't send that without a preflight.

    Raises `HttpFailure` (415).
    """
    if coding and coding.strip().lower() not in ("identity", ""):
        raise HttpFailure(
            415, "Send the request body as it is, without Content-Encoding.", headers={"accept-encoding": "identity"}
        )
    header = media_type or ""
    (_check_media_type if len(header) <= LONGEST_CACHED else _check_media_type.__wrapped__)(header)


@lru_cache(maxsize=256)
def _check_media_type(header: str) -> None:
    name, *parameters = (piece.strip().lower() for piece in header.split(";"))
    charset = next((each[8:].strip('"') for each in parameters if each.startswith("charset=")), "utf-8")
    if name != MediaType.JSON or charset not in ("utf-8", "utf8"):
        raise HttpFailure(415, "Send the request as JSON in UTF-8, with the header Content-Type: application/json.")
