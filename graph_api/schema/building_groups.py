"""Joint building groups (联合楼栋党小组): adjacent buildings of a compound that has a branch."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Row
from graph_api.schema import orders
from graph_api.schema.arguments import WITHIN, AsOf, Filter, Within
from graph_api.schema.fields import related, stored, value, where
from graph_api.schema.nodes import Node, Provenance, entity
from graph_api.schema.pages import Connection, listed

if TYPE_CHECKING:
    from graph_api.schema.compounds import Building, Compound
    from graph_api.schema.persons import Person


@strawberry.type
class BuildingGroup(Node):
    """A joint building group (联合楼栋党小组): a Party group over adjacent buildings of a compound that has a
    branch."""

    row = entity("building_group", "BuildingGroup", exists="building_groups.exists")

    name: str = stored("The name of the building group.", key="name")
    provenance: Provenance = stored("The origin of the record.", key="provenance")
    feature: str | None = stored(
        "The focus of the group's work, such as culture publicity. Null if none is recorded.", key="feature"
    )
    central_household_count: int = value(
        "The number of central households (党员中心户) of the group.", "building_groups.central_household_count"
    )

    adjacent: bool | None = value(
        "Whether the group's buildings form one connected set of adjacent buildings. Null if the group covers fewer "
        "than two buildings, or if no adjacency is recorded for one of them.",
        "building_groups.adjacent",
    )
    leader_retired: bool | None = value(
        "Whether the leader of the group is retired. Null if the group has no leader, or if it is not recorded.",
        "building_groups.leader_retired",
    )

    @related("building_groups.compound")
    def compound(self) -> Compound:
        """The compound that the group was formed in."""

    @related("building_groups.buildings")
    def buildings(self) -> list[Building]:
        """The buildings that the group covers, sorted by code."""

    @related("building_groups.leader")
    def leader(self) -> Person | None:
        """The person who leads the group. Null if it has no leader."""

    @related("building_groups.central_households")
    def central_households(self) -> list[CentralHousehold]:
        """The central households (党员中心户) where the group meets, sorted by start date, earliest first."""

    @listed("building_groups.settled", orders=orders.SETTLED_MATTERS)
    def settled(self, filter: Filter[SettledMatterFilter] = UNSET) -> Connection[SettledMatter]:
        """The residents' matters that the group has settled, newest first."""


@strawberry.type
class CentralHousehold:
    """A household where a building group meets (党员中心户). Its address is never published."""

    row = Row("household", needs=("hosting",))

    since: date = stored("The date from which the group has met there (inclusive).", key="since", of="hosting")
    retired: bool | None = value(
        "Whether the head of the household is retired. Null if there is no head, or if it is not recorded.",
        "building_groups.head_retired",
    )

    @related("building_groups.group_of_household")
    def building_group(self) -> BuildingGroup:
        """The building group that meets in the household."""

    @related("building_groups.household_head")
    def head(self) -> Person | None:
        """The head of the central household (中心户长). Null if there is none."""


@strawberry.type
class SettledMatter(Node):
    """A residents' matter that a building group settled."""

    row = entity("matter", "SettledMatter", exists="nodes.happened")

    date: date = stored("The date the matter was settled.", key="date")
    title: str = stored("A short description of the matter.", key="title")
    provenance: Provenance = stored("The origin of the record.", key="provenance")

    @related("building_groups.group_of_matter")
    def building_group(self) -> BuildingGroup:
        """The building group that settled the matter."""


@strawberry.input
class SettledMatterFilter:
    """Conditions on settled matters. All given conditions must hold."""

    title: str | None = where("Only matters whose title contains this text.", "building_groups.title_contains")
    from_: date | None = where("Only matters settled on or after this date (inclusive).", "nodes.is_from", name="from")
    until: date | None = where("Only matters settled before this date (exclusive).", "nodes.is_before")


@strawberry.input
class BuildingGroupFilter:
    """Conditions on building groups. All given conditions must hold."""

    feature: str | None = where(
        "Only building groups whose `feature` contains this text.", "building_groups.feature_contains"
    )
    adjacent: bool | None = where(
        "Only building groups whose buildings are adjacent (true), or not adjacent (false). Groups whose adjacency is "
        "unknown match neither.",
        "building_groups.is_adjacent",
    )
    leader_retired: bool | None = where(
        "Only building groups whose leader is retired (true), or not retired (false). Groups without a leader, and "
        "leaders for whom it is not recorded, match neither.",
        "building_groups.is_led_by_retired",
    )


@listed("building_groups.building_groups", arguments={"within": WITHIN}, orders=orders.BUILDING_GROUPS)
def building_groups(
    within: Within = UNSET, filter: Filter[BuildingGroupFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[BuildingGroup] | None:
    """Lists building groups (联合楼栋党小组), sorted by ID."""
