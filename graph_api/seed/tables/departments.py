"""The table of departments."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator

from graph_api.seed.rows import DepartmentCode, PlacedRow, SynergyFunction, split_words
from graph_api.seed.tables.table import Table, table


class DepartmentRow(PlacedRow):
    """A department of the city, or a unit of the state or the province in it.

    `could_serve` are the functions of a synergy body that suit its field; empty if none is recorded.
    """

    code: DepartmentCode
    kind: Literal["MUNICIPAL", "CENTRAL_OR_PROVINCIAL"]
    could_serve: Annotated[tuple[SynergyFunction, ...], BeforeValidator(split_words)] = ()


TABLES: tuple[Table, ...] = (table("departments", "departments", DepartmentRow),)
