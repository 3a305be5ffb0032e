"""Joint building groups (联合楼栋党小组): neighbouring buildings of a compound that has a branch."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Row
from graph_api.schema.arguments import After, First
from graph_api.schema.fields import kept, related, stored, value
from graph_api.schema.nodes import Connection, Node, Provenance

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

    adjacent: bool | None = value(
        "Whether its buildings are one connected set by adjacency; null where it covers fewer than two, or one of them has "
        "no adjacency on record.",
        "building_groups.adjacent",
    )
    leader_retired: bool | None = value(
        "Whether its leader is retired; null without a leader, and where that is not on record.",
        "building_groups.leader_retired",
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

    @related("building_groups.central_households")
    def central_households(self) -> list[CentralHousehold]:
        """The central households (党员中心户) where it meets, the earliest first."""

    @related("building_groups.settled")
    def settled(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[SettledMatter]:
        """What it settled for residents, newest first."""


@strawberry.type(
    description="A household where a building group meets (党员中心户): an office with a head. Where it is is never shown."
)
class CentralHousehold:
    """A household where a building group meets."""

    row = Row("household", needs=("hosting",))

    since: date = stored("The first day on which the group met there.", key="since", of="hosting")
    retired: bool | None = value(
        "Whether its head is retired; null without a head, and where that is not on record.",
        "building_groups.head_retired",
    )

    @related("building_groups.household_head")
    def head(self) -> Person | None:
        """Who heads it on the day (中心户长); null without a head."""


@strawberry.type(description="A matter of residents that a building group settled.")
class SettledMatter(Node):
    """A matter of residents that a building group settled."""

    row = Row("matter", label="SettledMatter", refetch="nodes.entity", of="SettledMatter", exists="nodes.happened")

    date: date = stored("The day on which it was settled.", key="date")
    title: str = stored("What was settled.", key="title")
    provenance: Provenance = stored("Where it comes from.", key="provenance")

    @related("building_groups.group_of_matter")
    def building_group(self) -> BuildingGroup:
        """The building group that settled it."""


@strawberry.input(description="Which building groups to keep: those of which all that is given is true.")
class BuildingGroupFilter:
    """Which building groups to keep."""

    feature: str | None = kept("What its work is known for contains this.", "building_groups.feature_contains")
    adjacent: bool | None = kept(
        "Whether its buildings are adjacent. Both answers leave out those of which it can't be known.",
        "building_groups.is_adjacent",
    )
    leader_retired: bool | None = kept(
        "Whether its leader is retired. Both answers leave out those without a leader, and where it is not on record.",
        "building_groups.is_led_by_retired",
    )
