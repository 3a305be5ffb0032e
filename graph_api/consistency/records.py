"""Records, and the lookup of others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeAlias

# A row of a seed table, or a record that is about to be written: the table's columns are its attributes. Relations have
# `since` and `until`; dates are dates, IDs are strings, a column with several IDs is a tuple.
Record: TypeAlias = Any


class Records(Protocol):
    """All records, including the one that is checked."""

    def where(self, table: str, column: str, value: str) -> Sequence[Record]:
        """The records of the table whose column has the value, or contains it among several."""
