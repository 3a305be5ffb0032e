"""The formats in which commands print rows."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs

import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import typer

if TYPE_CHECKING:
    from graph_api.cli.lists import OperationList

# Where a value is in a row: the response keys that lead to it.
Path: TypeAlias = tuple[str, ...]


class Format(StrEnum):
    """How a command prints its result."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


FormatOption = Annotated[
    Format, typer.Option("--format", help="A table to read, CSV for spreadsheets, or JSON for programs.")
]


def print_list(listed: "OperationList", data: dict[str, Any], format_: Format) -> None:
    """Prints the rows of an operation's list, or as JSON its data."""
    match format_:
        case Format.JSON:
            print_json({"data": data})
        case Format.CSV:
            print_csv(listed.columns, listed.rows(data))
        case Format.TABLE:
            print_table(listed.columns, listed.rows(data))


def print_json(value: Any) -> None:
    """Prints the value as indented JSON."""
    import orjson

    typer.echo(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode())


def print_csv(columns: Sequence[Path], rows: Iterable[Mapping[str, Any]]) -> None:
    """Prints the rows as CSV. The names of columns are dotted paths."""
    from graph_api.export.cells import write_row

    write_row(sys.stdout, [".".join(path) for path in columns])
    for row in rows:
        write_row(sys.stdout, [value_at(row, path) for path in columns])


def print_table(columns: Sequence[Path], rows: Iterable[Mapping[str, Any]]) -> None:
    """Prints the rows as a table. The names of columns are dotted paths."""
    from rich import box
    from rich.table import Table

    from graph_api.cli.session import table_console
    from graph_api.export.cells import plain

    table = Table(*(".".join(path) for path in columns), box=box.SIMPLE_HEAD)
    for row in rows:
        table.add_row(*(plain(value_at(row, path)) for path in columns))
    table_console().print(table)


def value_at(value: Any, path: Path) -> Any:
    """The value at the path: null if an object on the way is null, and a list if there is a list on the way."""
    for at, key in enumerate(path):
        if value is None:
            return None
        if isinstance(value, list):
            return [value_at(item, path[at:]) for item in value]
        value = value.get(key)
    return value
