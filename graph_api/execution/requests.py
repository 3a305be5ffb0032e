"""Requests and responses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Request:
    """A request: a document, the variables, and the name of the operation to run."""

    query: str
    variables: Mapping[str, Any]
    operation_name: str | None


@dataclass(frozen=True)
class Answer:
    """A response: the JSON of `data` and `errors`, ready to send.

    Without data, nothing was executed. `of_graph` tells whether the graph was read.
    """

    body: bytes
    errors: Sequence[Mapping[str, Any]]
    has_data: bool
    of_graph: bool = False
