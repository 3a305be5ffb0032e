"""The table of the figures that a city's report states."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from graph_api.catalogue import cypher_folder
from graph_api.seed.rows import Name, Row, ToCity
from graph_api.seed.tables.table import Table, table


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

    @model_validator(mode="after")
    def _is_computed(self) -> Self:
        if self.key not in _computed():
            raise ValueError(
                f"nothing computes the figure {self.key!r}: correct the key, or add a file to cypher/figures"
            )
        return self


@cache
def _computed() -> frozenset[str]:
    """The keys of the figures that the catalogue computes."""
    names = (path.stem for path in (cypher_folder() / "figures").glob("*.cypher"))
    return frozenset(name for name in names if not name.startswith("load_"))


TABLES: tuple[Table, ...] = (table("figures", "figures", FigureRow),)
