"""Organizations: the three parties of a compound, those stationed in communities, and the Party organizations in them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Row
from graph_api.schema.arguments import After, First
from graph_api.schema.fields import related, same, stored, value
from graph_api.schema.nodes import Actor, Connection, Node, PageInfo
from graph_api.schema.synergy import Contributions, MemberUnit

if TYPE_CHECKING:
    from graph_api.schema.appointments import Appointment
    from graph_api.schema.persons import Person
    from graph_api.schema.places import Community, Compound
    from graph_api.schema.synergy import Contribution


def _organization(main: str, label: str) -> Row:
    return Row(main, label=label, refetch="nodes.entity", of=label)


def _body(main: str, label: str) -> Row:
    return Row(main, label=label, refetch="nodes.entity", of=label, exists="organizations.exists")


@strawberry.type(description="The Party branch of a compound (小区党支部).")
class Branch(Actor):
    """The branch of a compound."""

    row = _body("branch", "Branch")

    joint: bool = value("Founded with the property company or on the owners' committee.", "organizations.joint")

    @related("organizations.organization_compound", given={"organization": "branch"})
    def compound(self) -> Compound:
        """The compound that it belongs to."""

    @related("organizations.founded_on")
    def founded_on(self) -> Actor | None:
        """The owners' committee that it was founded on, or the property company that it was founded with; null if neither."""

    @related("synergy.contributions_to", given={"receiver": "branch"})
    def contributions(
        self, filter: Contributions = UNSET, first: First = DEFAULT_SIZE, after: After = UNSET
    ) -> Connection[Contribution]:
        """The funds and goods given to it, for its activity room among others, newest first."""

    @related("appointments.of_organization", given={"organization": "branch"})
    def appointments(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Appointment]:
        """The appointments in it that hold on the day, by id."""


@strawberry.type(description="The owners' committee of a compound (业委会).")
class OwnersCommittee(Actor):
    """The owners' committee of a compound."""

    row = _body("owners_committee", "OwnersCommittee")

    @related("organizations.organization_compound", given={"organization": "owners_committee"})
    def compound(self) -> Compound:
        """The compound that it belongs to."""

    @related("appointments.of_organization", given={"organization": "owners_committee"})
    def appointments(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Appointment]:
        """The appointments in it that hold on the day, by id."""


@strawberry.type(description="A property company (物业公司); it can serve several compounds.")
class PropertyCompany(Actor):
    """A property company."""

    row = _organization("property_company", "PropertyCompany")

    @related("organizations.property_company_compounds")
    def compounds(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Compound]:
        """The compounds that it serves on the day, by code."""

    @related("synergy.contributions_of", given={"giver": "property_company"})
    def contributions(
        self, filter: Contributions = UNSET, first: First = DEFAULT_SIZE, after: After = UNSET
    ) -> Connection[Contribution]:
        """The funds and goods that it gave, newest first."""

    @related("appointments.of_organization", given={"organization": "property_company"})
    def appointments(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Appointment]:
        """The appointments in it that hold on the day, by id."""


@strawberry.type(description="An enterprise (企业).")
class Enterprise(MemberUnit):
    """An enterprise."""

    row = _organization("enterprise", "Enterprise")

    @related("organizations.stationed_in", given={"organization": "enterprise"})
    def community(self) -> Community | None:
        """The community that it is stationed in; null where none is on record."""


@strawberry.type(description="A social organization (社会组织).")
class SocialOrganization(MemberUnit):
    """A social organization."""

    row = _organization("social_organization", "SocialOrganization")

    @related("organizations.stationed_in", given={"organization": "social_organization"})
    def community(self) -> Community | None:
        """The community that it is stationed in; null where none is on record."""


@strawberry.type(
    description="A unit (单位) that is neither a department nor an enterprise nor a social organization: a school, a clinic, "
    "a station."
)
class Unit(MemberUnit):
    """Another unit."""

    row = _organization("unit", "Unit")

    @related("organizations.stationed_in", given={"organization": "unit"})
    def community(self) -> Community | None:
        """The community that it is stationed in; null where none is on record."""


@strawberry.type(
    description="A Party organization (党组织) of a subdistrict, a community, a department or another body."
)
class PartyOrganization(Actor):
    """A Party organization."""

    row = _organization("party_organization", "PartyOrganization")

    in_service_members: int | None = value(
        "How many in-service members (在职党员) work in its body. Personal: as of the first day of the quarter, rounded down "
        "to a multiple of five, and null where it is 1 to 4.",
        "members.of_organization",
    )

    @related("organizations.organized_in")
    def body(self) -> Node | None:
        """The place or body whose Party organization it is; null where none is on record."""

    @related("organizations.secretary_of")
    def secretary(self) -> Person | None:
        """Its secretary (书记); null where none is on record."""

    @related("appointments.of_organization", given={"organization": "party_organization"})
    def appointments(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Appointment]:
        """The appointments in it that hold on the day, by id."""


@strawberry.type(description="An organization in a community's list, with what is said of its being stationed there.")
class StationedEdge:
    """An organization in a community's list."""

    row = Row("stationing", needs=("actor",))

    cursor: str = strawberry.field(description="The place in the list, to be passed to `after` or `before`.")
    node: Actor = same("The organization.")
    since: date = stored("The first day on which it is stationed there.", key="since")
    until: date | None = stored("The first day on which it no longer is; null while no end is on record.", key="until")


@strawberry.type(description="A page of the organizations stationed in a community.")
class StationedConnection:
    """A page of the organizations stationed in a community."""

    total_count: int = strawberry.field(description="How many there are on all pages.")
    page_info: PageInfo = strawberry.field(description="Where the page stands in the list.")
    nodes: list[Actor] = strawberry.field(description="The organizations of the page.")
    edges: list[StationedEdge] = strawberry.field(description="The organizations with the days of their being there.")
