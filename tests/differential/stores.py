"""A graph that holds certain tables and nothing else."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from differential.graph import AS_OF, rows
from graph_api.catalogue import load_catalogue
from graph_api.database import Database
from graph_api.seed.loader import load_tables
from graph_api.seed.table_files import Line
from graph_api.seed.tables import TABLES

_WIPE = "MATCH (node) WHERE NOT node:Migration CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 1000 ROWS"


def read_unchecked(folder: Path) -> dict[str, list[Line]]:
    """The rows of the folder's tables, also such as no loader would take beside each other."""
    context = {"as_of": AS_OF}
    return {
        table.name: [
            Line(number, table.row.model_validate(row, context=context))
            for number, row in enumerate(rows(table.name, folder), 2)
        ]
        for table in TABLES
    }


async def load_alone(database: Database, tables: Mapping[str, Sequence[Line]]) -> None:
    """Load the tables in place of all that there is."""
    await database.write(_WIPE, seconds=120)
    await load_tables(database, load_catalogue(), AS_OF, tables)
