"""Records, and where the others are looked up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeAlias

# A row of one of the tables of a seed, or what a write is about to record: the table's columns are its attributes. Relations
# have `since` and `until`; days are dates, ids are strings, a column of several ids is a tuple.
Record: TypeAlias = Any


class Records(Protocol):
    """All records that there are, the one that is checked among them."""

    def where(self, table: str, column: str, value: str) -> Sequence[Record]:
        """The records of the table of which the column has the value, or holds it among several."""
