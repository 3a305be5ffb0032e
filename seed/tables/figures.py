"""The table of the figures that a city's report states."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from seed.rows import Name, Row, ToCity
from seed.tables.table import Table, table


class FigureRow(Row):
    """A figure as the city's report states it."""

    key_columns = ("city", "key")

    city: ToCity
    key: Name
    stated: float
    qualifier: Literal["EXACT", "AT_LEAST", "AT_MOST", "ABOUT"]
    unit: Name
    label: Name
    label_zh: Name
    system: Annotated[str, Field(pattern=r"^S\d{1,2}$")]


TABLES: tuple[Table, ...] = (table("figures", "figures", FigureRow),)
