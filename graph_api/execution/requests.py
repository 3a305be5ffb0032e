"""What a client asks, and what it gets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Request:
    """What a client asks: a document, the variables, and which of the document's operations is meant."""

    query: str
    variables: Mapping[str, Any]
    operation_name: str | None


@dataclass(frozen=True)
class Answer:
    """What the client gets: the JSON of `data` and `errors`, ready to send.

    Without data the request failed before anything was executed. `of_graph` says whether the graph was asked.
    """

    body: bytes
    errors: Sequence[Mapping[str, Any]]
    has_data: bool
    of_graph: bool = False
