"""The tables of leaders and of what they supervise."""

from __future__ import annotations

from typing import Literal

from graph_api.seed.rows import LeaderCode, Name, NamedRow, RelationRow, ToDepartment, ToLeader
from graph_api.seed.tables.table import Table, table

MunicipalBody = Literal["PARTY_COMMITTEE", "PEOPLES_CONGRESS", "GOVERNMENT", "CPPCC"]


class LeaderRow(NamedRow):
    """A leader of one of the four municipal bodies."""

    key_columns = ("code",)

    code: LeaderCode
    title: Name
    body: MunicipalBody
    retired: bool | None = None


class SupervisionRow(RelationRow):
    """A leader in charge of a department's field."""

    start = "leader"

    id: str
    leader: ToLeader
    department: ToDepartment


TABLES: tuple[Table, ...] = (
    table("leaders", "leaders", LeaderRow),
    table("leaders", "supervisions", SupervisionRow),
)
