"""What rows say beside the rows of all tables: the checks of `graph_api.consistency`, which writes go by too."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph_api.consistency import faults

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph_api.consistency import Fault
    from graph_api.seed.rows import Row
    from graph_api.seed.table_files import Line


class TableRecords:
    """The rows of tables, found by what a column says; each table and column is gone through once."""

    def __init__(self, tables: Mapping[str, Sequence[Line]]) -> None:
        self._tables = tables
        self._found: dict[tuple[str, str], Mapping[str, Sequence[Row]]] = {}

    def where(self, table: str, column: str, value: str) -> Sequence[Row]:
        """The rows of the table of which the column has the value, or holds it among several."""
        if (table, column) not in self._found:
            self._found[table, column] = self._indexed(table, column)
        return self._found[table, column].get(value, ())

    def _indexed(self, table: str, column: str) -> Mapping[str, Sequence[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for line in self._tables.get(table, ()):
            value = getattr(line.row, column)
            for each in value if isinstance(value, tuple) else (value,):
                found[each].append(line.row)
        return found


def faults_of(tables: Mapping[str, Sequence[Line]]) -> Iterator[tuple[str, Line, Fault]]:
    """What is wrong with rows beside the others: the table's name, the row, and what it is."""
    records = TableRecords(tables)
    for name, lines in tables.items():
        for line in lines:
            for fault in faults(name, line.row, records):
                yield name, line, fault
