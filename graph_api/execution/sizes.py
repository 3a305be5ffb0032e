"""How large an answer is, before it is written out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph_api.compiler.calls import Bound
from graph_api.compiler.shapes import Row
from graph_api.compiler.statement import Statement
from graph_api.errors import TooLarge

# In bytes of JSON, about: what is refused before anything is asked, because full pages would make many times what an answer
# may be (pages are seldom full); what is refused before it is built; and what is so small that its texts need no look.
_MOST_OF_FULL_PAGES, _MOST, _SMALL = 120_000_000, 6_000_000, 500_000
# What Neo4j may send for a statement, and what an answer may have with its texts, in bytes.
MOST_READ, MOST_WRITTEN = 4_000_000, 9_000_000
# Quotes, comma or colon; and the bytes of a letter outside ASCII.
_MARKS, _WIDE = 4, 3


def check_pages(parts: Iterable[tuple[Statement, Bound]]) -> None:
    """Raise `TooLarge` where full pages would make far too large an answer."""
    asked = list(parts)
    if sum(statement.ceiling for statement, _ in asked) <= _MOST_OF_FULL_PAGES:
        return
    if sum(statement.weight.most(bound) for statement, bound in asked) > _MOST_OF_FULL_PAGES:
        raise TooLarge


def is_small(most: float) -> bool:
    """Whether an answer of at most so many bytes need not be looked at."""
    return most <= _MOST


def check_rows(parts: Iterable[tuple[Statement, Bound, Row]]) -> bool:
    """Whether the answer that the rows make is so large that its texts need a look. Raises `TooLarge`."""
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
