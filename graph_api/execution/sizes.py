"""The size of a response, before it is written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph_api.compiler.calls import Bound
from graph_api.compiler.shapes import Row
from graph_api.compiler.statement import Statement
from graph_api.errors import TooLarge

# In bytes of JSON, approximately: the size refused before anything is read, because full pages would make a response
# many times too large (pages are seldom full); the size refused before it is built; and the size that needs no check of
# its texts.
_MOST_OF_FULL_PAGES, _MOST, _SMALL = 120_000_000, 6_000_000, 500_000
# The maximum size of Neo4j's reply to a statement, and of a response with its texts, in bytes.
MOST_READ, MOST_WRITTEN = 4_000_000, 9_000_000
# Quotes, comma or colon; and the bytes of a letter outside ASCII.
_MARKS, _WIDE = 4, 3


def check_pages(parts: Iterable[tuple[Statement, Bound]]) -> None:
    """Raises `TooLarge` if full pages would make the response far too large."""
    asked = list(parts)
    if sum(statement.ceiling for statement, _ in asked) <= _MOST_OF_FULL_PAGES:
        return
    if sum(statement.weight.most(bound) for statement, bound in asked) > _MOST_OF_FULL_PAGES:
        raise TooLarge


def is_small(most: float) -> bool:
    """Whether a response of at most this size needs no check."""
    return most <= _MOST


def check_rows(parts: Iterable[tuple[Statement, Bound, Row]]) -> bool:
    """Whether the response is so large that its texts must be checked. Raises `TooLarge`."""
    weight = sum(statement.weight.of(row, bound) for statement, bound, row in parts)
    if weight > _MOST:
        raise TooLarge
    return weight > _SMALL


def check_texts(data: Any, left: int = MOST_WRITTEN) -> int:
    """How many bytes of `left` are still there after the data. Raises `TooLarge` where they are not enough."""
    parts = [data]
    while parts:
        part = parts.pop()
        if isinstance(part, str):
            left -= _MARKS + (len(part) if part.isascii() else _WIDE * len(part))
        elif isinstance(part, dict):
            parts.extend(part)
            parts.extend(part.values())
        elif isinstance(part, list):
            parts.extend(part)
        else:
            left -= _MARKS
        if left < 0:
            raise TooLarge
    return left
