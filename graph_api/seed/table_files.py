"""From CSV files to checked rows: whatever is wrong is an error that names file, line, column and what to do."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from graph_api.errors import SetupError
from graph_api.seed.checking import faults_of
from graph_api.seed.rows import Row, referred

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from graph_api.seed.tables import Table


@dataclass(frozen=True)
class Line:
    """A row and the line of its file that it ends on."""

    number: int
    row: Row


class TableError(SetupError):
    """A table that can't be loaded as it stands."""

    def __init__(self, table: Table, line: int, message: str, column: str | None = None) -> None:
        where = f"{table.name}.csv, line {line}" + (f", column {column}" if column else "")
        super().__init__(f"{where}: {message}")


def read_tables(folder: Path, tables: Sequence[Table], as_of: date) -> dict[str, list[Line]]:
    """The rows of every table by its name, days resolved for the as-of day, each checked by itself and beside the others.

    Raises `TableError` for the first thing that is wrong.
    """
    read = {table.name: _read_table(folder, table, as_of) for table in tables}
    check_tables(read, tables)
    return read


def check_tables(rows: Mapping[str, Sequence[Line]], tables: Sequence[Table]) -> None:
    """Raise `TableError` where a row stands twice in its table, refers to one that is in none of those it may be in, or says
    what can't be true beside the others.
    """
    for table in tables:
        _check_duplicates(table, rows[table.name])
    keys = {name: {line.row.identity for line in lines} for name, lines in rows.items()}
    for table in tables:
        _check_references(table, rows[table.name], keys)
    by_name = {table.name: table for table in tables}
    for name, line, fault in faults_of(rows):
        raise TableError(by_name[name], line.number, fault.message, fault.column)


def _read_table(folder: Path, table: Table, as_of: date) -> list[Line]:
    path = folder / f"{table.name}.csv"
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            lines = list(_lines(table, reader, as_of))
    except OSError as error:
        raise SetupError(f"The table {path.name} can't be read in {folder}: restore it.") from error
    except UnicodeDecodeError as error:
        raise SetupError(f"{path.name} is not UTF-8: save it as UTF-8.") from error
    return lines


def _lines(table: Table, reader: Iterator[list[str]], as_of: date) -> Iterator[Line]:
    number = 1
    try:
        columns = next(reader, [])
        _check_columns(table, columns)
        for cells in reader:
            number = reader.line_num  # type: ignore[attr-defined]
            if cells:
                yield Line(number, _row(table, number, columns, cells, as_of))
    except csv.Error as error:
        raise TableError(table, number + 1, f"the quotes are not balanced ({error}): correct them") from error


def _check_columns(table: Table, columns: Sequence[str]) -> None:
    expected = table.row.model_fields
    for column in columns:
        if column not in expected:
            raise TableError(table, 1, f"no such column: the columns are {', '.join(expected)}", column)
        if columns.count(column) > 1:
            raise TableError(table, 1, "the column is listed twice: remove one", column)
    for column in expected:
        if column not in columns:
            raise TableError(table, 1, "the column is missing: add it, empty where nothing is known", column)


def _row(table: Table, number: int, columns: Sequence[str], cells: Sequence[str], as_of: date) -> Row:
    if len(cells) != len(columns):
        raise TableError(table, number, f"{len(cells)} cells where the header has {len(columns)}: correct the commas")
    try:
        return table.row.model_validate(dict(zip(columns, cells, strict=True)), context={"as_of": as_of})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        column = str(first["loc"][0]) if first["loc"] else None
        raise TableError(table, number, _sentence(first), column) from error


def _sentence(error: ErrorDetails) -> str:
    match error["type"]:
        case "missing":
            return "the cell is empty: fill it in"
        case "value_error":
            return error["msg"].removeprefix("Value error, ")
    return f"{error['input']!r} won't do, {error['msg'][0].lower()}{error['msg'][1:]}: correct it"


def _check_duplicates(table: Table, lines: Iterable[Line]) -> None:
    first: dict[str, int] = {}
    for line in lines:
        earlier = first.setdefault(line.row.identity, line.number)
        if earlier != line.number:
            message = f"{line.row.identity} stands on line {earlier} already: remove one or give it a key of its own"
            raise TableError(table, line.number, message, " ".join(table.row.key_columns))


def _check_references(table: Table, lines: Iterable[Line], keys: Mapping[str, set[str]]) -> None:
    for line in lines:
        for column, reference, value in referred(line.row):
            key = reference.key(value)
            if not any(key in keys[name] for name in reference.tables):
                files = " or ".join(f"{name}.csv" for name in reference.tables)
                message = f"{key} is not in {files}: correct it or add it there"
                raise TableError(table, line.number, message, column)
