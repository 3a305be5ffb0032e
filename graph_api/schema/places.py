"""Places: city, subdistrict, community, compound, building, each within the one above."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Property, Row, Value
from graph_api.schema.arguments import After, First, Keys
from graph_api.schema.coverage import Coverage, Finding, Findings, RuleCode
from graph_api.schema.fields import between, constant, described, kept, kept_among, related, same, stored
from graph_api.schema.judgements import FAILING, FINDINGS_OF_PLACE, FULLY_COVERED, RATES
from graph_api.schema.nodes import Connection, Node, Provenance

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


class PlaceLevel(Enum):
    """The levels of the hierarchy of places."""

    CITY = "CITY"
    SUBDISTRICT = "SUBDISTRICT"
    COMMUNITY = "COMMUNITY"
    COMPOUND = "COMPOUND"
    BUILDING = "BUILDING"


described(
    PlaceLevel,
    "The levels of the hierarchy of places.",
    {
        "CITY": "A city (市); codes of 6 digits.",
        "SUBDISTRICT": "A subdistrict (街道); codes of 9 digits.",
        "COMMUNITY": "A community (社区); codes of 12 digits.",
        "COMPOUND": "A residential compound (居民小区); codes of 15 digits.",
        "BUILDING": "A building (楼栋); codes of 18 digits.",
    },
)


@strawberry.type(description="A point on the ground, WGS 84.")
class Location:
    """A point on the ground."""

    row = Row("point")

    longitude: float = stored("Degrees east.", key="longitude")
    latitude: float = stored("Degrees north.", key="latitude")


@strawberry.interface(
    description="A place with an administrative code. It lies within another exactly when its code starts with the other's."
)
class Place(Node):
    """A place with an administrative code."""

    row = Row("place")

    code: str = stored("The administrative code: digits, as many as the level says.", key="code")
    name: str = stored("The name.", key="name")
    level: PlaceLevel = constant("The level.", "level")
    provenance: Provenance = stored("Where it comes from.", key="provenance")

    @related("places.parent")
    def parent(self) -> Place | None:
        """The place one level up; null for a city."""

    coverage: Coverage = same("What the rules say of it and of everything below it.")

    @related("places.location")
    def location(self) -> Location | None:
        """Where it is; null where that is not on record."""

    @related("coverage.of_place", arguments={"findings": FINDINGS_OF_PLACE})
    def findings(
        self,
        filter: Findings = UNSET,
        first: First = DEFAULT_SIZE,
        after: After = UNSET,
    ) -> Connection[Finding]:
        """What the rules say of it and of everything below it, finding by finding."""


def _place(main: str, level: str) -> Row:
    label = level.capitalize()
    return Row(main, label=label, refetch="nodes.entity", of=label, constants={"level": level})


@strawberry.type(description="A city (市) with its subdistricts.")
class City(Place):
    """A city."""

    row = _place("city", "CITY")

    reported_on: date | None = stored("The day of the report that the figures describe.", key="reported_on")
    service: ServiceSummary = same("What in-service members (在职党员) do in its communities.")

    @related("places.city_subdistricts", downward=True)
    def subdistricts(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Subdistrict]:
        """Its subdistricts, by code."""

    @related("places.city_communities", downward=True)
    def communities(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Community]:
        """Its communities, by code."""

    @related("departments.city_departments")
    def departments(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Department]:
        """Its departments, by code."""

    @related("leaders.city_leaders")
    def leaders(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Leader]:
        """Its leaders, by code."""

    @related("evaluations.criteria")
    def criteria(self) -> list[Criterion]:
        """The criteria of the yearly evaluation of departments that apply on the day, by id."""

    @related("conferences.of_place", given={"place": "city"})
    def conference(self) -> Conference | None:
        """Its joint conference (联席会); null without one."""

    @related("stated_figures.of_city")
    def figures(self, keys: Keys = UNSET) -> list[Figure]:
        """The figures that its report states, each computed from the graph as of `reportedOn`, whatever `asOf`."""


@strawberry.type(description="A subdistrict (街道) of a city.")
class Subdistrict(Place):
    """A subdistrict."""

    row = _place("subdistrict", "SUBDISTRICT")

    service: ServiceSummary = same("What in-service members (在职党员) do in its communities.")

    @related("places.subdistrict_city")
    def city(self) -> City:
        """The city that it belongs to."""

    @related("organizations.secretary", given={"body": "subdistrict"})
    def secretary(self) -> Person | None:
        """The secretary of its Party organization (书记); null where none is on record."""

    @related("conferences.of_place", given={"place": "subdistrict"})
    def conference(self) -> Conference | None:
        """Its joint conference (联席会); null without one."""

    @related("places.subdistrict_communities", downward=True)
    def communities(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Community]:
        """Its communities, by code."""


@strawberry.type(description="A community (社区) of a subdistrict.")
class Community(Place):
    """A community."""

    row = _place("community", "COMMUNITY")

    service: ServiceSummary = same("What in-service members (在职党员) do in it.")

    @related("places.community_subdistrict")
    def subdistrict(self) -> Subdistrict:
        """The subdistrict that it belongs to."""

    @related("organizations.secretary", given={"body": "community"})
    def secretary(self) -> Person | None:
        """The secretary of its Party organization (书记); null where none is on record."""

    @related("organizations.community_stationed")
    def stationed(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> StationedConnection:
        """The enterprises, social organizations and other units that are stationed in it on the day, by id."""

    @related("conferences.of_place", given={"place": "community"})
    def conference(self) -> Conference | None:
        """Its joint conference (联席会); null without one."""

    @related("places.community_compounds", downward=True)
    def compounds(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Compound]:
        """Its compounds, by code."""

    @related("synergy.of_community")
    def synergy_body(self) -> SynergyBody | None:
        """Its synergy body (社区治理服务协同体); null without one."""

    @related("pairings.community_departments")
    def departments(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> CommunityDepartmentConnection:
        """The departments paired with it on the day, by code."""

    @related("pairings.community_leaders")
    def leaders(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> CommunityLeaderConnection:
        """The leaders paired with it on the day, by code."""

    @related("members.offered")
    def post_kinds(self) -> list[PostKind]:
        """The kinds of post that it offers to in-service members, by id."""

    @related("members.community_teams")
    def volunteer_teams(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[VolunteerTeam]:
        """The volunteer teams that serve it on the day, by id."""

    @related("members.community_zones")
    def responsibility_zones(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[ResponsibilityZone]:
        """The responsibility zones that lie in it on the day, by id."""

    @related("members.community_organizations")
    def member_organizations(
        self, first: First = DEFAULT_SIZE, after: After = UNSET
    ) -> CommunityOrganizationConnection:
        """The Party organizations of which at least five members are registered in it, by id, as of the day of the report."""

    @related("visits.of_community")
    def visits(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Visit]:
        """The visits of leaders to it up to the day, newest first."""

    @related("evaluations.of_community")
    def evaluation_rounds(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[EvaluationRound]:
        """Its yearly rounds of evaluation of departments (百分考核), newest first."""


@strawberry.type(description="A residential compound (居民小区) of a community.")
class Compound(Place):
    """A compound."""

    row = _place("compound", "COMPOUND")

    @related("places.compound_community")
    def community(self) -> Community:
        """The community that it belongs to."""

    @related("organizations.compound_branch")
    def branch(self) -> Branch | None:
        """Its branch (小区党支部); null without one."""

    @related("organizations.compound_property_company")
    def property_company(self) -> PropertyCompany | None:
        """The property company (物业公司) that serves it; null without one."""

    @related("organizations.compound_owners_committee")
    def owners_committee(self) -> OwnersCommittee | None:
        """Its owners' committee (业委会); null without one."""

    @related("conferences.of_place", given={"place": "compound"})
    def conference(self) -> Conference | None:
        """Its joint conference (联席会); null without one."""

    @related("places.compound_buildings", downward=True)
    def buildings(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Building]:
        """Its buildings, by code."""

    @related("building_groups.compound_building_groups")
    def building_groups(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[BuildingGroup]:
        """Its building groups (联合楼栋党小组), by id."""

    @related("appointments.compound_cross_appointments", once={"crossings": "appointments.crossings"})
    def cross_appointments(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[CrossAppointment]:
        """The cross-appointments (交叉任职) between its three parties."""


@strawberry.type(description="A building (楼栋) of a compound.")
class Building(Place):
    """A building."""

    row = _place("building", "BUILDING")

    @related("places.building_compound")
    def compound(self) -> Compound:
        """The compound that it belongs to."""

    @related("places.adjacent_buildings", given={"neighbour": "building"})
    def adjacent_buildings(self) -> list[Building]:
        """The buildings that stand beside it, by code; none where no adjacency is on record."""

    @related("building_groups.building_building_groups")
    def building_groups(self) -> list[BuildingGroup]:
        """The building groups that cover it on the day; one at most where all is in order."""


@strawberry.input(
    description="A range of whole numbers, both bounds included; a bound that is left out does not bound."
)
class IntRange:
    """A range of whole numbers."""

    min: int | None = strawberry.field(description="The least.", default=UNSET)
    max: int | None = strawberry.field(description="The greatest.", default=UNSET)


_FULLY_COVERED = (
    "Whether every MUST finding there and below passes. Both answers leave out places where no MUST rule applies."
)
_FAILING = "One of these rules fails there or below."


@strawberry.input(description="Which communities to keep: those of which all that is given is true.")
class CommunityFilter:
    """Which communities to keep."""

    name: str | None = kept("The name contains this.", "nodes.name_contains")
    department_count: IntRange | None = between("So many departments are paired with it.", "pairings.department_count")
    leader_count: IntRange | None = between("So many leaders are paired with it.", "pairings.leader_count")
    has_synergy_body: bool | None = kept("Whether it has a synergy body.", "synergy.has_synergy_body")
    fully_covered: bool | None = kept_among(_FULLY_COVERED, "coverage.is_among", FULLY_COVERED)
    failing: list[RuleCode] | None = kept_among(_FAILING, "coverage.is_among", FAILING)


@strawberry.input(description="Which compounds to keep: those of which all that is given is true.")
class CompoundFilter:
    """Which compounds to keep."""

    name: str | None = kept("The name contains this.", "nodes.name_contains")
    has_branch: bool | None = kept("Whether it has a branch.", "organizations.has_branch")
    has_owners_committee: bool | None = kept(
        "Whether it has an owners' committee.", "organizations.has_owners_committee"
    )
    has_property_company: bool | None = kept(
        "Whether a property company serves it.", "organizations.has_property_company"
    )
    cross_appointed: bool | None = kept("Whether anybody there is cross-appointed.", "appointments.is_cross_appointed")
    spoken_for_by_one: bool | None = kept(
        "Whether one person speaks for all three parties: branch, owners' committee and property company.",
        "appointments.is_spoken_for_by_one",
    )
    fully_covered: bool | None = kept_among(_FULLY_COVERED, "coverage.is_among", FULLY_COVERED)
    failing: list[RuleCode] | None = kept_among(_FAILING, "coverage.is_among", FAILING)


class OrderDirection(Enum):
    """Which end of an order comes first."""

    ASC = "ASC"
    DESC = "DESC"


described(
    OrderDirection, "Which end of an order comes first.", {"ASC": "The least first.", "DESC": "The greatest first."}
)


class CommunityOrderField(Enum):
    """By what communities can be ordered."""

    CODE = "CODE"
    NAME = "NAME"
    DEPARTMENT_COUNT = "DEPARTMENT_COUNT"
    LEADER_COUNT = "LEADER_COUNT"
    COVERAGE_RATE = "COVERAGE_RATE"


described(
    CommunityOrderField,
    "By what communities can be ordered; among equals the code decides.",
    {
        "CODE": "The code.",
        "NAME": "The name, by its characters' code points.",
        "DEPARTMENT_COUNT": "How many departments are paired with it.",
        "LEADER_COUNT": "How many leaders are paired with it.",
        "COVERAGE_RATE": "The coverage rate; places without one as if it were more than 1.",
    },
)

COMMUNITY_ORDERS: dict[str, Property | Value] = {
    "CODE": Property("code", of="community"),
    "NAME": Property("name", of="community"),
    "DEPARTMENT_COUNT": Value("pairings.department_count"),
    "LEADER_COUNT": Value("pairings.leader_count"),
    "COVERAGE_RATE": Value("coverage.rate", staged={"rates": RATES}),
}


@strawberry.input(description="The order of communities.")
class CommunityOrder:
    """The order of communities."""

    field: CommunityOrderField = strawberry.field(description="By what.")
    direction: OrderDirection = strawberry.field(description="Which end first.", default=OrderDirection.ASC)
