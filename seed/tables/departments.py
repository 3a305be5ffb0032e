"""The table of departments."""

from __future__ import annotations

from typing import Literal

from seed.rows import DepartmentCode, PlacedRow
from seed.tables.table import Table, table


class DepartmentRow(PlacedRow):
    """A department of the city, or a unit of the state or the province in it."""

    code: DepartmentCode
    kind: Literal["MUNICIPAL", "CENTRAL_OR_PROVINCIAL"]


TABLES: tuple[Table, ...] = (table("departments", "departments", DepartmentRow),)
