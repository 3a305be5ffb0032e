"""The table of persons."""

from __future__ import annotations

from graph_api.seed.rows import NamedRow, PersonId
from graph_api.seed.tables.table import Table, table


class PersonRow(NamedRow):
    """A person; `retired` is empty where it is not on record."""

    id: PersonId
    retired: bool | None = None


TABLES: tuple[Table, ...] = (table("persons", "persons", PersonRow),)
