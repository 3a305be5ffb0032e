"""Joint building groups (联合楼栋党小组): neighbouring buildings of a compound that has a branch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import strawberry

from graph_api.compiler.sources import Row
from graph_api.schema.fields import related, stored, value
from graph_api.schema.nodes import Node, Provenance

if TYPE_CHECKING:
    from graph_api.schema.persons import Person
    from graph_api.schema.places import Building, Compound


@strawberry.type(description="A joint group over adjacent buildings of a compound (联合楼栋党小组).")
class BuildingGroup(Node):
    """A joint group over adjacent buildings of a compound."""

    row = Row(
        "building_group",
        label="BuildingGroup",
        refetch="nodes.entity",
        of="BuildingGroup",
        exists="building_groups.exists",
    )

    name: str = stored("The name.", key="name")
    provenance: Provenance = stored("Where it comes from.", key="provenance")
    feature: str | None = stored("What its work is known for.", key="feature")
    central_household_count: int = value(
        "How many central households (党员中心户) it has on the day.", "building_groups.central_household_count"
    )

    @related("building_groups.compound")
    def compound(self) -> Compound:
        """The compound that it was formed in."""

    @related("building_groups.buildings")
    def buildings(self) -> list[Building]:
        """The buildings that it covers on the day, by code."""

    @related("building_groups.leader")
    def leader(self) -> Person | None:
        """Who leads it on the day; null without a leader."""
