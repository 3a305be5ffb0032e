"""The table of visits."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, model_validator

from graph_api.seed.rows import Day, Provenance, Row, ToCommunity, ToLeader, VisitId, split_words
from graph_api.seed.tables.table import Table, table

Task = Literal["INSPECT", "ATTEND_CONFERENCE", "PRESS_DEPARTMENTS", "SETTLE_ISSUES"]


class VisitRow(Row):
    """A leader's visit to a community, and its tasks, parted by spaces."""

    id: VisitId
    leader: ToLeader
    community: ToCommunity
    date: Day
    tasks: Annotated[tuple[Task, ...], BeforeValidator(split_words)]
    provenance: Provenance

    @model_validator(mode="after")
    def _id_begins_with_its_leader(self) -> Self:
        if not self.id.startswith(f"{self.leader}V"):
            raise ValueError(f"the id is {self.id!r}: make it {self.leader}V and a running number")
        return self


TABLES: tuple[Table, ...] = (table("visits", "visits", VisitRow),)
