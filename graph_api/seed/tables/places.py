"""The tables of places."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from graph_api.places import COMPOUND
from graph_api.seed.rows import (
    MOST,
    BuildingCode,
    CityCode,
    CommunityCode,
    CompoundCode,
    Day,
    PlacedRow,
    Row,
    SubdistrictCode,
    ToBuilding,
)
from graph_api.seed.tables.table import Table, table


class CityRow(PlacedRow):
    """A city and the day of its report."""

    code: CityCode
    reported_on: Day


class SubdistrictRow(PlacedRow):
    """A subdistrict."""

    code: SubdistrictCode


class CommunityRow(PlacedRow):
    """A community: residents in people, area in square metres."""

    code: CommunityCode
    residents: Annotated[int, Field(ge=0, le=MOST)]
    area_m2: Annotated[int, Field(gt=0, le=MOST)]


class CompoundRow(PlacedRow):
    """A compound."""

    code: CompoundCode


class BuildingRow(PlacedRow):
    """A building of a compound."""

    code: BuildingCode


class AdjacentBuildingsRow(Row):
    """Two buildings of a compound that stand next to each other."""

    key_columns = ("building", "neighbour")

    building: ToBuilding
    neighbour: ToBuilding

    @model_validator(mode="after")
    def _in_one_order(self) -> Self:
        if self.building >= self.neighbour:
            raise ValueError("put the lower code first, so that a pair stands in the table only once")
        return self

    @model_validator(mode="after")
    def _of_one_compound(self) -> Self:
        if self.building[: COMPOUND.digits] != self.neighbour[: COMPOUND.digits]:
            raise ValueError("the buildings are of two compounds: correct one of the codes")
        return self


TABLES: tuple[Table, ...] = (
    table("places", "cities", CityRow),
    table("places", "subdistricts", SubdistrictRow),
    table("places", "communities", CommunityRow),
    table("places", "compounds", CompoundRow),
    table("places", "buildings", BuildingRow),
    table("places", "adjacent_buildings", AdjacentBuildingsRow),
)
