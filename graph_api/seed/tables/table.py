"""What a table is."""

from __future__ import annotations

from dataclasses import dataclass

from graph_api.seed.rows import Row


@dataclass(frozen=True)
class Table:
    """A table: `name` is the file's (`communities.csv`), `statement` the catalogue's name of what loads it."""

    name: str
    row: type[Row]
    statement: str


def table(noun: str, name: str, row: type[Row]) -> Table:
    """The table of a noun, loaded by `load_` and its name in the noun's folder of `cypher/`."""
    return Table(name, row, f"{noun}.load_{name}")
