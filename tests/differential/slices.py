"""Slices: the tables of a seed as if they had been written on a day, with nothing in them that ended before or came after."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, get_args

from seed.reading import Line
from seed.rows import Reference, Row
from seed.tables import TABLES

# Days that are no events: of the report that the figures describe.
_NO_EVENTS = frozenset({"cities"})


def slice_of(tables: Mapping[str, Sequence[Line]], day: date) -> dict[str, list[Line]]:
    """The relations that hold on the day, the events up to it, and whatever has no day and is not about what is left out.

    Of an event that goes on, what came after the day is left out too: a row's optional days that lie after it are empty.
    """
    kept: dict[str, list[Line]] = {}
    gone: set[tuple[str, str]] = set()
    for table in TABLES:
        kept[table.name] = []
        for line in tables[table.name]:
            if _is_there(table.name, line.row, day) and not _is_about(line.row, gone):
                kept[table.name].append(Line(line.number, _as_known(line.row, day)))
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
    fields = type(row).model_fields
    return {
        name: value
        for name in fields
        if isinstance(value := getattr(row, name), date)
        and (type(None) in get_args(fields[name].annotation)) is optional
    }


def _is_about(row: Row, gone: set[tuple[str, str]]) -> bool:
    """Whether the row refers to one that is left out, and to none that is there by the same column."""
    for name, reference in _references(type(row)):
        for value in _values(getattr(row, name)):
            key = reference.key(value)
            if any((table, key) in gone for table in reference.tables):
                return True
    return False


def _references(row: type[Row]) -> list[tuple[str, Reference]]:
    return [
        (name, part)
        for name, field in row.model_fields.items()
        for part in field.metadata
        if isinstance(part, Reference)
    ]


def _values(value: Any) -> Sequence[str]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)
