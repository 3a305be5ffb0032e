"""Places: city, subdistrict, community, compound and building, each within the one above."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Argument, Property, Row, Value
from graph_api.places import BUILDING, CITY, COMMUNITY, COMPOUND, SUBDISTRICT, Level
from graph_api.schema.arguments import FigureKeys, Filter
from graph_api.schema.coverage import Coverage, Finding, FindingFilter, RuleCode
from graph_api.schema.fields import between, constant, related, same, stored, where, where_among
from graph_api.schema.nodes import Node, Provenance
from graph_api.schema.pages import Connection, paged
from graph_api.schema.rule_results import FAILING, FINDINGS_OF_PLACE, FULLY_COVERED, RATES

if TYPE_CHECKING:
    from graph_api.schema.appointments import CrossAppointment
    from graph_api.schema.building_groups import BuildingGroup
    from graph_api.schema.conferences import Conference
    from graph_api.schema.departments import Department
    from graph_api.schema.evaluations import Criterion, EvaluationRound
    from graph_api.schema.figures import Figure
    from graph_api.schema.leaders import Leader
    from graph_api.schema.members import (
        CommunityOrganizationConnection,
        PostKind,
        ResponsibilityZone,
        ServiceSummary,
        VolunteerTeam,
    )
    from graph_api.schema.organizations import Branch, OwnersCommittee, PropertyCompany, StationedConnection
    from graph_api.schema.pairings import CommunityDepartmentConnection, CommunityLeaderConnection
    from graph_api.schema.persons import Person
    from graph_api.schema.synergy import SynergyBody
    from graph_api.schema.visits import Visit


@strawberry.enum
class PlaceLevel(Enum):
    """A level in the hierarchy of places."""

    CITY = strawberry.enum_value("CITY", description="A city (市), with a code of 6 digits.")
    SUBDISTRICT = strawberry.enum_value("SUBDISTRICT", description="A subdistrict (街道), with a code of 9 digits.")
    COMMUNITY = strawberry.enum_value("COMMUNITY", description="A community (社区), with a code of 12 digits.")
    COMPOUND = strawberry.enum_value(
        "COMPOUND", description="A residential compound (居民小区), with a code of 15 digits."
    )
    BUILDING = strawberry.enum_value("BUILDING", description="A building (楼栋), with a code of 18 digits.")


@strawberry.type
class Location:
    """A geographic point (WGS 84)."""

    row = Row("point")

    longitude: float = stored("The longitude in degrees, east positive.", key="longitude")
    latitude: float = stored("The latitude in degrees, north positive.", key="latitude")


@strawberry.interface
class Place(Node):
    """A place with an administrative code. Its code starts with the code of every place it lies within."""

    row = Row("place")

    code: str = stored(
        "The administrative code of the place: 6 digits for a city, 9 for a subdistrict, 12 for a community, 15 for a "
        "compound, 18 for a building.",
        key="code",
    )
    name: str = stored("The name of the place.", key="name")
    level: PlaceLevel = constant("The level of the place in the hierarchy.", "level")
    provenance: Provenance = stored("The origin of the record.", key="provenance")

    @related("places.parent")
    def parent(self) -> Place | None:
        """The place one level up. Null for a city."""

    coverage: Coverage = same("A summary of the findings of the place and all places below it.")

    @related("places.location")
    def location(self) -> Location | None:
        """The geographic location of the place. Null if none is recorded."""

    @paged("coverage.of_place", arguments={"findings": FINDINGS_OF_PLACE})
    def findings(self, filter: Filter[FindingFilter] = UNSET) -> Connection[Finding]:
        """The findings of the coverage rules for the place and all places below it, sorted by place and rule."""


def _place(level: Level) -> Row:
    main, label = level.name.lower(), level.label
    return Row(main, label=label, refetch="nodes.entity", of=label, constants={"level": level.name}, variant=level.name)


@strawberry.type
class City(Place):
    """A city (市)."""

    row = _place(CITY)

    reported_on: date | None = stored(
        "The date of the city's report, as of which its figures are computed. Null if there is no report.",
        key="reported_on",
    )
    service: ServiceSummary = same(
        "The service of in-service members (在职党员) in the communities of the city, as counts."
    )

    @paged("places.city_subdistricts", downward=True)
    def subdistricts(self) -> Connection[Subdistrict]:
        """The subdistricts of the city, sorted by code."""

    @paged("places.city_communities", downward=True)
    def communities(self) -> Connection[Community]:
        """The communities of the city, sorted by code."""

    @paged("departments.city_departments")
    def departments(self) -> Connection[Department]:
        """The departments of the city, sorted by code."""

    @paged("leaders.city_leaders")
    def leaders(self) -> Connection[Leader]:
        """The leaders of the city, sorted by code."""

    @related("evaluations.criteria")
    def criteria(self) -> list[Criterion]:
        """The criteria of the yearly evaluation of departments that are in effect, sorted by ID."""

    @related("conferences.of_place", given={"place": "city"})
    def conference(self) -> Conference | None:
        """The joint conference (联席会) of the city. Null if it has none."""

    # Two parameters that are never null: else Neo4j would plan all figures twice.
    @related(
        "figures.of_city",
        arguments={
            "every": Argument("keys", lambda keys: keys is None),
            "keys": Argument("keys", lambda keys: keys or []),
        },
    )
    def figures(self, keys: FigureKeys = UNSET) -> list[Figure]:
        """The figures that the city's report states, sorted by key, with values computed from the graph as of
        `reportedOn`, whatever `asOf` is."""


@strawberry.type
class Subdistrict(Place):
    """A subdistrict (街道) of a city."""

    row = _place(SUBDISTRICT)

    service: ServiceSummary = same(
        "The service of in-service members (在职党员) in the communities of the subdistrict, as counts."
    )

    @related("places.subdistrict_city")
    def city(self) -> City:
        """The city that the subdistrict belongs to."""

    @related("organizations.secretary", given={"body": "subdistrict"})
    def secretary(self) -> Person | None:
        """The secretary (书记) of the subdistrict's Party organization. Null if none is recorded."""

    @related("conferences.of_place", given={"place": "subdistrict"})
    def conference(self) -> Conference | None:
        """The joint conference (联席会) of the subdistrict. Null if it has none."""

    @paged("places.subdistrict_communities", downward=True)
    def communities(self) -> Connection[Community]:
        """The communities of the subdistrict, sorted by code."""


@strawberry.type
class Community(Place):
    """A community (社区) of a subdistrict."""

    row = _place(COMMUNITY)

    service: ServiceSummary = same("The service of in-service members (在职党员) in the community, as counts.")

    @related("places.community_subdistrict")
    def subdistrict(self) -> Subdistrict:
        """The subdistrict that the community belongs to."""

    @related("organizations.secretary", given={"body": "community"})
    def secretary(self) -> Person | None:
        """The secretary (书记) of the community's Party organization. Null if none is recorded."""

    @paged("organizations.community_stationed")
    def stationed(self) -> StationedConnection:
        """The enterprises, social organizations and other units that are stationed in the community, sorted by ID."""

    @related("conferences.of_place", given={"place": "community"})
    def conference(self) -> Conference | None:
        """The joint conference (联席会) of the community. Null if it has none."""

    @paged("places.community_compounds", downward=True)
    def compounds(self) -> Connection[Compound]:
        """The compounds of the community, sorted by code."""

    @related("synergy.of_community")
    def synergy_body(self) -> SynergyBody | None:
        """The synergy body (社区治理服务协同体) of the community. Null if it has none."""

    @paged("pairings.community_departments", total="pairings.paired_departments")
    def departments(self) -> CommunityDepartmentConnection:
        """The departments that are paired with the community, sorted by code."""

    @paged("pairings.community_leaders", total="pairings.paired_leaders")
    def leaders(self) -> CommunityLeaderConnection:
        """The leaders who are paired with the community, sorted by code."""

    @related("members.offered")
    def post_kinds(self) -> list[PostKind]:
        """The kinds of voluntary post that the community offers to in-service members, sorted by ID."""

    @paged("members.community_teams")
    def volunteer_teams(self) -> Connection[VolunteerTeam]:
        """The volunteer teams that serve the community, sorted by ID."""

    @paged("members.community_zones")
    def responsibility_zones(self) -> Connection[ResponsibilityZone]:
        """The responsibility zones in the community, sorted by ID."""

    @paged("members.community_organizations")
    def member_organizations(self) -> CommunityOrganizationConnection:
        """The Party organizations of workplaces with at least five members registered in the community, as of the date
        of the city's report, sorted by ID."""

    @paged("visits.of_community")
    def visits(self) -> Connection[Visit]:
        """The visits of leaders to the community up to `asOf`, newest first."""

    @paged("evaluations.of_community")
    def evaluation_rounds(self) -> Connection[EvaluationRound]:
        """The community's yearly rounds of evaluating departments (百分考核), newest first."""


@strawberry.type
class Compound(Place):
    """A residential compound (居民小区) of a community."""

    row = _place(COMPOUND)

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

    @paged("places.compound_buildings", downward=True)
    def buildings(self) -> Connection[Building]:
        """The buildings of the compound, sorted by code."""

    @paged("building_groups.compound_building_groups")
    def building_groups(self) -> Connection[BuildingGroup]:
        """The building groups (联合楼栋党小组) of the compound, sorted by ID."""

    @paged("appointments.compound_cross_appointments", once={"crossings": "appointments.crossings"})
    def cross_appointments(self) -> Connection[CrossAppointment]:
        """The cross-appointments (交叉任职) between the three parties of the compound, sorted by person and channel."""


@strawberry.type
class Building(Place):
    """A building (楼栋) of a compound."""

    row = _place(BUILDING)

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
class IntRange:
    """A range of integers. Both bounds are inclusive; an omitted bound leaves that side open."""

    min: int | None = strawberry.field(description="The minimum (inclusive).", default=UNSET)
    max: int | None = strawberry.field(description="The maximum (inclusive).", default=UNSET)


_FULLY_COVERED = (
    "Only places whose coverage rate is 1 (true), or below 1 (false). Places without a rate, where no "
    "MUST rule applies, match neither."
)
_FAILING = "Only places where at least one of these rules fails, in the place itself or below it."


@strawberry.input
class CommunityFilter:
    """Conditions on communities. All given conditions must hold."""

    name: str | None = where("Only communities whose name contains this text.", "nodes.name_contains")
    department_count: IntRange | None = between(
        "Only communities whose number of paired departments lies in this range.", "pairings.department_count"
    )
    leader_count: IntRange | None = between(
        "Only communities whose number of paired leaders lies in this range.", "pairings.leader_count"
    )
    has_synergy_body: bool | None = where(
        "Only communities that have a synergy body (true), or that have none (false).", "synergy.has_synergy_body"
    )
    fully_covered: bool | None = where_among(_FULLY_COVERED, "coverage.is_among", FULLY_COVERED)
    failing: list[RuleCode] | None = where_among(_FAILING, "coverage.is_among", FAILING)


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
    fully_covered: bool | None = where_among(_FULLY_COVERED, "coverage.is_among", FULLY_COVERED)
    failing: list[RuleCode] | None = where_among(_FAILING, "coverage.is_among", FAILING)


@strawberry.enum
class OrderDirection(Enum):
    """The direction in which to sort."""

    ASC = strawberry.enum_value("ASC", description="Ascending: lowest value first.")
    DESC = strawberry.enum_value("DESC", description="Descending: highest value first.")


@strawberry.enum
class CommunityOrderField(Enum):
    """The fields that communities can be sorted by. Ties are broken by code."""

    CODE = strawberry.enum_value("CODE", description="The community's code.")
    NAME = strawberry.enum_value("NAME", description="The community's name, by Unicode code points.")
    DEPARTMENT_COUNT = strawberry.enum_value(
        "DEPARTMENT_COUNT", description="The number of departments paired with the community."
    )
    LEADER_COUNT = strawberry.enum_value("LEADER_COUNT", description="The number of leaders paired with the community.")
    COVERAGE_RATE = strawberry.enum_value(
        "COVERAGE_RATE",
        description="The community's coverage rate. Communities without a rate are sorted above the highest rate.",
    )


COMMUNITY_ORDERS: dict[str, Property | Value] = {
    "CODE": Property("code", of="community"),
    "NAME": Property("name", of="community"),
    "DEPARTMENT_COUNT": Value("pairings.department_count"),
    "LEADER_COUNT": Value("pairings.leader_count"),
    "COVERAGE_RATE": Value("coverage.rate", staged={"rates": RATES}),
}


@strawberry.input
class CommunityOrder:
    """The sort order of communities."""

    field: CommunityOrderField = strawberry.field(description="The field to sort by.")
    direction: OrderDirection = strawberry.field(description="The sort direction.", default=OrderDirection.ASC)
