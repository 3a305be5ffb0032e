"""Organizations: the three parties of a compound, units stationed in communities, and Party organizations."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Row
from graph_api.schema import orders
from graph_api.schema.arguments import WITHIN, AsOf, Filter, Within
from graph_api.schema.fields import related, same, stored, value, where
from graph_api.schema.nodes import Actor, Node, entity
from graph_api.schema.pages import Connection, cursor_of, listed, page
from graph_api.schema.synergy import ContributionFilter, MemberUnit

if TYPE_CHECKING:
    from graph_api.schema.appointments import Appointment
    from graph_api.schema.communities import Community
    from graph_api.schema.compounds import Compound, CompoundFilter
    from graph_api.schema.persons import Person
    from graph_api.schema.synergy import Contribution


@strawberry.enum
class OrganizationType(Enum):
    """A type of organization (组织)."""

    BRANCH = strawberry.enum_value("BRANCH", description="Party branch of a compound (小区党支部): `Branch`.")
    OWNERS_COMMITTEE = strawberry.enum_value(
        "OWNERS_COMMITTEE", description="Owners' committee of a compound (业委会): `OwnersCommittee`."
    )
    PROPERTY_COMPANY = strawberry.enum_value(
        "PROPERTY_COMPANY", description="Property company (物业公司): `PropertyCompany`."
    )
    DEPARTMENT = strawberry.enum_value("DEPARTMENT", description="Department (部门): `Department`.")
    ENTERPRISE = strawberry.enum_value("ENTERPRISE", description="Enterprise (企业): `Enterprise`.")
    SOCIAL_ORGANIZATION = strawberry.enum_value(
        "SOCIAL_ORGANIZATION", description="Social organization (社会组织): `SocialOrganization`."
    )
    UNIT = strawberry.enum_value("UNIT", description="Unit of another kind (单位): `Unit`.")
    PARTY_ORGANIZATION = strawberry.enum_value(
        "PARTY_ORGANIZATION",
        description="Party organization of a place or another organization (党组织): `PartyOrganization`.",
    )
    SYNERGY_BODY = strawberry.enum_value(
        "SYNERGY_BODY", description="Synergy body of a community (社区治理服务协同体): `SynergyBody`."
    )
    CONFERENCE = strawberry.enum_value("CONFERENCE", description="Joint conference of a place (联席会): `Conference`.")
    VOLUNTEER_TEAM = strawberry.enum_value(
        "VOLUNTEER_TEAM", description="Volunteer team of a community (志愿者服务队): `VolunteerTeam`."
    )


def labels(types: list[str]) -> list[str]:
    """The labels in the graph of these types of organizations."""
    return [type_.title().replace("_", "") for type_ in types]


@strawberry.type
class Branch(Actor):
    """The Party branch of a compound (小区党支部)."""

    row = entity("branch", "Branch", exists="organizations.exists")

    joint: bool = value(
        "Whether the branch is a joint branch: founded together with the property company, or on the owners' committee.",
        "organizations.joint",
    )

    @related("organizations.organization_compound", given={"organization": "branch"})
    def compound(self) -> Compound:
        """The compound that the branch belongs to."""

    @related("organizations.founded_on")
    def founded_on(self) -> Actor | None:
        """The owners' committee that the branch was founded on, or the property company that it was founded with. Null
        if it is not a joint branch."""

    @listed("synergy.contributions_to", given={"receiver": "branch"}, orders=orders.CONTRIBUTIONS)
    def contributions(self, filter: Filter[ContributionFilter] = UNSET) -> Connection[Contribution]:
        """The funds and goods given to the branch, for its activity room for example, newest first."""

    @listed("appointments.of_organization", given={"organization": "branch"}, orders=orders.APPOINTMENTS)
    def appointments(self) -> Connection[Appointment]:
        """The current appointments in the branch, sorted by ID."""


@strawberry.type
class OwnersCommittee(Actor):
    """The owners' committee of a compound (业委会)."""

    row = entity("owners_committee", "OwnersCommittee", exists="organizations.exists")

    @related("organizations.organization_compound", given={"organization": "owners_committee"})
    def compound(self) -> Compound:
        """The compound that the owners' committee belongs to."""

    @listed("appointments.of_organization", given={"organization": "owners_committee"}, orders=orders.APPOINTMENTS)
    def appointments(self) -> Connection[Appointment]:
        """The current appointments in the owners' committee, sorted by ID."""


@strawberry.type
class PropertyCompany(Actor):
    """A property company (物业公司). It can serve several compounds."""

    row = entity("property_company", "PropertyCompany")

    @listed("organizations.property_company_compounds", orders=orders.COMPOUNDS)
    def compounds(self, filter: Filter[CompoundFilter] = UNSET) -> Connection[Compound]:
        """The compounds that the company serves, sorted by code."""

    @listed("synergy.contributions_of", given={"giver": "property_company"}, orders=orders.CONTRIBUTIONS)
    def contributions(self, filter: Filter[ContributionFilter] = UNSET) -> Connection[Contribution]:
        """The funds and goods that the company gave, newest first."""

    @listed("appointments.of_organization", given={"organization": "property_company"}, orders=orders.APPOINTMENTS)
    def appointments(self) -> Connection[Appointment]:
        """The current appointments in the company, sorted by ID."""


@strawberry.type
class Enterprise(MemberUnit):
    """An enterprise (企业)."""

    row = entity("enterprise", "Enterprise")

    @related("organizations.stationed_in", given={"organization": "enterprise"})
    def community(self) -> Community | None:
        """The community that the enterprise is stationed in. Null if none is recorded."""


@strawberry.type
class SocialOrganization(MemberUnit):
    """A social organization (社会组织)."""

    row = entity("social_organization", "SocialOrganization")

    @related("organizations.stationed_in", given={"organization": "social_organization"})
    def community(self) -> Community | None:
        """The community that the social organization is stationed in. Null if none is recorded."""


@strawberry.type
class Unit(MemberUnit):
    """A unit (单位) that is not a department, an enterprise or a social organization: a school, clinic or station, for
    example."""

    row = entity("unit", "Unit")

    @related("organizations.stationed_in", given={"organization": "unit"})
    def community(self) -> Community | None:
        """The community that the unit is stationed in. Null if none is recorded."""


@strawberry.type
class PartyOrganization(Actor):
    """The Party organization (党组织) of a subdistrict, community, department or other organization."""

    row = entity("party_organization", "PartyOrganization")

    in_service_members: int | None = value(
        "The number of in-service members (在职党员) who work in the organization. Personal data: counted as of the first "
        "day of the quarter and rounded down to a multiple of five. Null if it is 1 to 4.",
        "members.of_organization",
    )

    @related("organizations.organized_in")
    def body(self) -> Node | None:
        """The place or organization that this Party organization belongs to. Null if none is recorded."""

    @related("organizations.secretary_of")
    def secretary(self) -> Person | None:
        """The secretary of the Party organization (书记). Null if none is recorded."""

    @listed("appointments.of_organization", given={"organization": "party_organization"}, orders=orders.APPOINTMENTS)
    def appointments(self) -> Connection[Appointment]:
        """The current appointments in the Party organization, sorted by ID."""


@strawberry.type
class StationedEdge:
    """An organization in a community's list, with the dates from and until which it is stationed there."""

    row = Row("stationing", needs=("actor",))

    cursor: str = cursor_of("organization")
    node: Actor = same("The organization that is stationed in the community.")
    since: date = stored("The date from which the organization is stationed in the community (inclusive).", key="since")
    until: date | None = stored(
        "The date from which the organization is no longer stationed in the community (exclusive end). Null if no end "
        "is recorded.",
        key="until",
    )


@page("organizations", one="organization", each="a cursor and its dates")
class StationedConnection:
    """A page of the organizations that are stationed in a community."""

    nodes: list[Actor]
    edges: list[StationedEdge]


@strawberry.type
class BodyEdge:
    """An organization in a list, with its cursor."""

    cursor: str = cursor_of("organization")
    node: Actor = strawberry.field(description="The organization in the list.")


@page("organizations", one="organization", each="its cursor")
class BodyConnection:
    """A page of organizations."""

    nodes: list[Actor]
    edges: list[BodyEdge]


@strawberry.input
class OrganizationFilter:
    """Conditions on organizations. All given conditions must hold."""

    types: list[OrganizationType] | None = where(
        "Only organizations of one of these types.", "organizations.is_of_type", labels
    )
    name: str | None = where("Only organizations whose name contains this text.", "organizations.name_contains")


@strawberry.input
class BranchFilter:
    """Conditions on branches. All given conditions must hold."""

    name: str | None = where("Only branches whose name contains this text.", "nodes.name_contains")
    joint: bool | None = where("Only joint branches (true), or only the others (false).", "organizations.is_joint")


@strawberry.input
class PropertyCompanyFilter:
    """Conditions on property companies. All given conditions must hold."""

    name: str | None = where("Only property companies whose name contains this text.", "nodes.name_contains")


@strawberry.input
class UnitFilter:
    """Conditions on units. All given conditions must hold."""

    name: str | None = where("Only units whose name contains this text.", "nodes.name_contains")


@strawberry.input
class PartyOrganizationFilter:
    """Conditions on Party organizations. All given conditions must hold."""

    name: str | None = where("Only Party organizations whose name contains this text.", "nodes.name_contains")


@listed("organizations.organizations", arguments={"within": WITHIN}, orders=orders.ORGANIZATIONS)
def organizations(
    within: Within = UNSET, filter: Filter[OrganizationFilter] = UNSET, as_of: AsOf = UNSET
) -> BodyConnection | None:
    """Lists organizations, sorted by ID. An organization of a place lies within that place; below the city, a department
    lies where it is paired, a property company where it serves, a Party organization where its place or organization
    lies, and any other organization where it is stationed."""


@listed("organizations.branches", arguments={"within": WITHIN}, orders=orders.BRANCHES)
def branches(
    within: Within = UNSET, filter: Filter[BranchFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[Branch] | None:
    """Lists the branches of compounds (小区党支部), sorted by ID."""


@listed("organizations.property_companies", arguments={"within": WITHIN}, orders=orders.PROPERTY_COMPANIES)
def property_companies(
    within: Within = UNSET, filter: Filter[PropertyCompanyFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[PropertyCompany] | None:
    """Lists property companies (物业公司), sorted by ID; below the city, those that serve a compound within the place."""


@listed("organizations.units", arguments={"within": WITHIN}, orders=orders.UNITS)
def units(within: Within = UNSET, filter: Filter[UnitFilter] = UNSET, as_of: AsOf = UNSET) -> Connection[Unit] | None:
    """Lists units that are not departments, enterprises or social organizations, sorted by ID; below the city, those
    that are stationed within the place."""


@listed("organizations.party_organizations", arguments={"within": WITHIN}, orders=orders.PARTY_ORGANIZATIONS)
def party_organizations(
    within: Within = UNSET, filter: Filter[PartyOrganizationFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[PartyOrganization] | None:
    """Lists Party organizations (党组织), sorted by ID; below the city, those of places within the place, of
    departments paired there, and of organizations stationed there."""
