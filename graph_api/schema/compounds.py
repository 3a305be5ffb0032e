"""Residential compounds (居民小区) of communities, and their buildings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.places import BUILDING, COMPOUND
from graph_api.schema import orders
from graph_api.schema.arguments import WITHIN, AsOf, Code, Filter, Within, digits
from graph_api.schema.coverage import RuleCode
from graph_api.schema.fields import related, where
from graph_api.schema.pages import Connection, listed
from graph_api.schema.places import Place, failing, fully_covered, place_row

if TYPE_CHECKING:
    from graph_api.schema.appointments import CrossAppointment, CrossAppointmentFilter
    from graph_api.schema.building_groups import BuildingGroup, BuildingGroupFilter
    from graph_api.schema.communities import Community
    from graph_api.schema.conferences import Conference
    from graph_api.schema.organizations import Branch, OwnersCommittee, PropertyCompany


@strawberry.type
class Compound(Place):
    """A residential compound (居民小区) of a community."""

    row = place_row(COMPOUND)

    @related("places.compound_community")
    def community(self) -> Community:
        """The community that the compound belongs to."""

    @related("organizations.compound_branch")
    def branch(self) -> Branch | None:
        """The Party branch of the compound (小区党支部). Null if it has none."""

    @related("organizations.compound_property_company")
    def property_company(self) -> PropertyCompany | None:
        """The property company (物业公司) that serves the compound. Null if there is none."""

    @related("organizations.compound_owners_committee")
    def owners_committee(self) -> OwnersCommittee | None:
        """The owners' committee (业委会) of the compound. Null if it has none."""

    @related("conferences.of_place", given={"place": "compound"})
    def conference(self) -> Conference | None:
        """The joint conference (联席会) of the compound. Null if it has none."""

    @listed("places.compound_buildings", downward=True, orders=orders.BUILDINGS)
    def buildings(self) -> Connection[Building]:
        """The buildings of the compound, sorted by code."""

    @listed("building_groups.compound_building_groups", orders=orders.BUILDING_GROUPS)
    def building_groups(self, filter: Filter[BuildingGroupFilter] = UNSET) -> Connection[BuildingGroup]:
        """The building groups (联合楼栋党小组) of the compound, sorted by ID."""

    @listed(
        "appointments.compound_cross_appointments",
        once={"crossings": "appointments.crossings"},
        orders=orders.CROSS_APPOINTMENTS,
    )
    def cross_appointments(self, filter: Filter[CrossAppointmentFilter] = UNSET) -> Connection[CrossAppointment]:
        """The cross-appointments (交叉任职) between the three parties of the compound, sorted by person and channel."""


@strawberry.type
class Building(Place):
    """A building (楼栋) of a compound."""

    row = place_row(BUILDING)

    @related("places.building_compound")
    def compound(self) -> Compound:
        """The compound that the building belongs to."""

    @related("places.adjacent_buildings", given={"neighbour": "building"})
    def adjacent_buildings(self) -> list[Building]:
        """The buildings that are adjacent to the building, sorted by code. Empty if no adjacency is recorded."""

    @related("building_groups.building_building_groups")
    def building_groups(self) -> list[BuildingGroup]:
        """The building groups (联合楼栋党小组) that cover the building, sorted by ID. There should be at most one."""


@strawberry.input
class CompoundFilter:
    """Conditions on compounds. All given conditions must hold."""

    name: str | None = where("Only compounds whose name contains this text.", "nodes.name_contains")
    has_branch: bool | None = where(
        "Only compounds that have a branch (true), or that have none (false).", "organizations.has_branch"
    )
    has_owners_committee: bool | None = where(
        "Only compounds that have an owners' committee (true), or that have none (false).",
        "organizations.has_owners_committee",
    )
    has_property_company: bool | None = where(
        "Only compounds that a property company serves (true), or that none serves (false).",
        "organizations.has_property_company",
    )
    cross_appointed: bool | None = where(
        "Only compounds with at least one cross-appointment (true), or without any (false).",
        "appointments.is_cross_appointed",
    )
    spoken_for_by_one: bool | None = where(
        "Only compounds where one person is cross-appointed both between branch and owners' committee and between "
        "branch and property company (true), or where nobody is (false).",
        "appointments.is_spoken_for_by_one",
    )
    fully_covered: bool | None = fully_covered()
    failing: list[RuleCode] | None = failing()


@related("places.compound", arguments={"code": digits("compound", COMPOUND)})
def compound(code: Code, as_of: AsOf = UNSET) -> Compound | None:
    """Fetches a compound by its code. Null if there is none with this code."""


@listed("places.compounds", arguments={"within": WITHIN}, orders=orders.COMPOUNDS)
def compounds(
    within: Within = UNSET, filter: Filter[CompoundFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[Compound]:
    """Lists compounds, sorted by code."""
