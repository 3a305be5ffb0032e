"""The tables of building groups."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from graph_api.places import COMPOUND
from graph_api.seed.rows import (
    Day,
    GroupId,
    HouseholdId,
    MatterId,
    Name,
    NamedRow,
    Provenance,
    RelationRow,
    Row,
    ToBuilding,
    ToCompound,
    ToGroup,
    ToHousehold,
    ToPerson,
)
from graph_api.seed.tables.table import Table, table


class BuildingGroupRow(NamedRow):
    """A joint building group and the feature of its work."""

    id: GroupId
    feature: Name | None = None


class GroupCompoundRow(RelationRow):
    """A building group formed in a compound."""

    start = "building_group"

    id: str
    building_group: ToGroup
    compound: ToCompound


class GroupBuildingRow(RelationRow):
    """A building that a building group covers."""

    start = "building_group"

    id: str
    building_group: ToGroup
    building: ToBuilding

    @model_validator(mode="after")
    def _in_its_compound(self) -> Self:
        if self.building[: COMPOUND.digits] != self.building_group[: COMPOUND.digits]:
            raise ValueError("the building is not in the group's compound: correct one of the codes")
        return self


class GroupLeaderRow(RelationRow):
    """A person who leads a building group."""

    start = "person"

    id: str
    person: ToPerson
    building_group: ToGroup


class CentralHouseholdRow(Row):
    """A central household: only that there is one."""

    id: HouseholdId
    provenance: Provenance


class GroupHouseholdRow(RelationRow):
    """A central household where a building group meets."""

    start = "household"

    id: str
    household: ToHousehold
    building_group: ToGroup


class HouseholdHeadRow(RelationRow):
    """A person who heads a central household."""

    start = "person"

    id: str
    person: ToPerson
    household: ToHousehold


class SettledMatterRow(Row):
    """A matter of residents that a building group settled, and when."""

    id: MatterId
    building_group: ToGroup
    date: Day
    title: Name
    provenance: Provenance

    @model_validator(mode="after")
    def _id_begins_with_its_group(self) -> Self:
        if not self.id.startswith(f"{self.building_group}S"):
            raise ValueError(f"the id is {self.id!r}: make it {self.building_group}S and a running number")
        return self


TABLES: tuple[Table, ...] = (
    table("building_groups", "building_groups", BuildingGroupRow),
    table("building_groups", "group_compounds", GroupCompoundRow),
    table("building_groups", "group_buildings", GroupBuildingRow),
    table("building_groups", "group_leaders", GroupLeaderRow),
    table("building_groups", "central_households", CentralHouseholdRow),
    table("building_groups", "group_households", GroupHouseholdRow),
    table("building_groups", "household_heads", HouseholdHeadRow),
    table("building_groups", "settled_matters", SettledMatterRow),
)
