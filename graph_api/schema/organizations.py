"""Organizations: the three parties of a compound, units stationed in communities, and Party organizations."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Row
from graph_api.schema import orders
from graph_api.schema.arguments import Filter
from graph_api.schema.fields import related, same, stored, value
from graph_api.schema.nodes import Actor, Node, entity
from graph_api.schema.pages import Connection, cursor_of, listed, page
from graph_api.schema.synergy import ContributionFilter, MemberUnit

if TYPE_CHECKING:
    from graph_api.schema.appointments import Appointment
    from graph_api.schema.communities import Community
    from graph_api.schema.compounds import Compound
    from graph_api.schema.persons import Person
    from graph_api.schema.synergy import Contribution


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
    def compounds(self) -> Connection[Compound]:
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
