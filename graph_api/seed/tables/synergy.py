"""The tables of synergy bodies: their member units, what they did, and what was given to them and to branches."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from graph_api.seed.rows import (
    MOST,
    ContributionId,
    Day,
    DeedId,
    Name,
    NamedRow,
    Provenance,
    RelationRow,
    Row,
    SynergyBodyId,
    SynergyFunction,
    ToCommunity,
    ToDeed,
    ToGiver,
    ToMemberUnit,
    ToReceiver,
    ToSynergyBody,
    split_words,
)
from graph_api.seed.tables.table import Table, table

Functions = Annotated[tuple[SynergyFunction, ...], BeforeValidator(split_words), Field(min_length=1)]


class SynergyBodyRow(NamedRow):
    """A synergy body and its functions, parted by spaces."""

    id: SynergyBodyId
    functions: Functions


class SynergyBodyCommunityRow(RelationRow):
    """A synergy body that serves a community."""

    start = "synergy_body"

    id: str
    synergy_body: ToSynergyBody
    community: ToCommunity


class SynergyMemberRow(RelationRow):
    """A unit that is a member of a synergy body, and the functions that it serves there, parted by spaces."""

    start = "unit"

    id: str
    unit: ToMemberUnit
    synergy_body: ToSynergyBody
    functions: Functions


class DeedRow(Row):
    """What a synergy body did for residents; `beneficiaries` is empty where nobody counted them.

    A handful of people can be told from what was done for them, so fewer than five are not put on record.
    """

    id: DeedId
    synergy_body: ToSynergyBody
    date: Day
    title: Name
    function: SynergyFunction
    beneficiaries: Annotated[int, Field(ge=5, le=MOST)] | None = None
    campaign: Name | None = None
    provenance: Provenance

    @model_validator(mode="after")
    def _id_begins_with_its_body(self) -> Self:
        if not self.id.startswith(f"{self.synergy_body}T"):
            raise ValueError(f"the id is {self.id!r}: make it {self.synergy_body}T and a running number")
        return self


class DeedUnitRow(Row):
    """A unit that took part in a deed."""

    key_columns = ("deed", "unit")

    deed: ToDeed
    unit: ToMemberUnit


class ContributionRow(Row):
    """Funds or goods that a unit gave to a synergy body or to a branch, and their value in yuan."""

    id: ContributionId
    giver: ToGiver
    receiver: ToReceiver
    date: Day
    kind: Literal["FUNDS", "GOODS"]
    value_cny: Annotated[float, Field(gt=0)]
    purpose: Literal["ACTIVITY_ROOM"] | None = None
    description: Name
    provenance: Provenance

    @model_validator(mode="after")
    def _id_begins_with_its_receiver(self) -> Self:
        if not self.id.startswith(f"{self.receiver}N"):
            raise ValueError(f"the id is {self.id!r}: make it {self.receiver}N and a running number")
        return self


TABLES: tuple[Table, ...] = (
    table("synergy", "synergy_bodies", SynergyBodyRow),
    table("synergy", "synergy_body_communities", SynergyBodyCommunityRow),
    table("synergy", "synergy_members", SynergyMemberRow),
    table("synergy", "deeds", DeedRow),
    table("synergy", "deed_units", DeedUnitRow),
    table("synergy", "contributions", ContributionRow),
)
