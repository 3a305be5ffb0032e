"""The tables of pairings."""

from __future__ import annotations

from graph_api.seed.rows import RelationRow, ToCommunity, ToDepartment, ToLeader
from graph_api.seed.tables.table import Table, table


class DepartmentPairingRow(RelationRow):
    """A department paired with a community."""

    start = "department"

    id: str
    department: ToDepartment
    community: ToCommunity


class LeaderPairingRow(RelationRow):
    """A leader paired with a community."""

    start = "leader"

    id: str
    leader: ToLeader
    community: ToCommunity


TABLES: tuple[Table, ...] = (
    table("pairings", "department_pairings", DepartmentPairingRow),
    table("pairings", "leader_pairings", LeaderPairingRow),
)
