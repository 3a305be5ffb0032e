"""Slices: the tables of a seed as if they had been written on a day, with nothing in them that ended before or came after."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import get_args

from graph_api.seed.rows import Reference, Row, references
from graph_api.seed.table_files import Line
from graph_api.seed.tables import TABLES

# Days that are no events: of the report that the figures describe.
_NO_EVENTS = frozenset({"cities"})


def slice_of(tables: Mapping[str, Sequence[Line]], day: date) -> dict[str, list[Line]]:
    """The relations that hold on the day, the events up to it, and whatever has no day and is not about what is left out.

    Of an event that goes on, what came after the day is left out too: a row's optional days that lie after it are empty, and
    so are optional columns that refer to what is left out.
    """
    kept: dict[str, list[Line]] = {}
    gone: set[tuple[str, str]] = set()
    for table in TABLES:
        kept[table.name] = []
        for line in tables[table.name]:
            if _is_there(table.name, line.row, day) and not _lost(line.row, gone, optional=False):
                row = _as_known(line.row, day)
                lost = dict.fromkeys(_lost(row, gone, optional=True))
                kept[table.name].append(Line(line.number, row.model_copy(update=lost) if lost else row))
            else:
                gone.add((table.name, line.row.identity))
    return kept


def _is_there(table: str, row: Row, day: date) -> bool:
    if "since" in type(row).model_fields:
        since, until = row.since, row.until
        return since <= day and (until is None or day < until)
    return table in _NO_EVENTS or all(known <= day for known in _days(row, optional=False).values())


def _as_known(row: Row, day: date) -> Row:
    if "since" in type(row).model_fields:
        return row
    later = {name: None for name, known in _days(row, optional=True).items() if known > day}
    return row.model_copy(update=later) if later else row


def _days(row: Row, *, optional: bool) -> dict[str, date]:
    return {
        name: value
        for name in type(row).model_fields
        if isinstance(value := getattr(row, name), date) and _is_optional(row, name) is optional
    }


def _lost(row: Row, gone: set[tuple[str, str]], *, optional: bool) -> list[str]:
    """The columns that refer to something that is left out: those that may be empty, or the others."""
    return [
        name
        for name, reference in references(type(row))
        if _is_optional(row, name) is optional and any(map(_is_gone(reference, gone), _values(row, name)))
    ]


def _is_gone(reference: Reference, gone: set[tuple[str, str]]) -> Callable[[str], bool]:
    return lambda value: any((table, reference.key(value)) in gone for table in reference.tables)


def _is_optional(row: Row, name: str) -> bool:
    return type(None) in get_args(type(row).model_fields[name].annotation)


def _values(row: Row, name: str) -> Sequence[str]:
    value = getattr(row, name)
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)
