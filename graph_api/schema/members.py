"""In-service members (在职党员) and their service where they live, as counts; personal counts in multiples of five.

docs/privacy.md explains which counts are personal data, and how they are protected.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Row
from graph_api.schema.arguments import SERVED, AsOf, PlaceCode
from graph_api.schema.fields import related, same, stored, value
from graph_api.schema.nodes import Actor, Node, Provenance, entity
from graph_api.schema.pages import cursor_of, page

if TYPE_CHECKING:
    from graph_api.schema.communities import Community
    from graph_api.schema.organizations import PartyOrganization

_IN_FIVES = (
    " Personal data: counted as of the first day of the quarter and rounded down to a multiple of five. Null "
    "if it is 1 to 4."
)
_SUM_IN_FIVES = (
    " Personal data: the sum over the {parts}, each counted as of the first day of the quarter and rounded down to a "
    "multiple of five; counts of 1 to 4 are left out. Null if at least one count is left out and all others are 0."
)
_OF_COMMUNITIES = _SUM_IN_FIVES.format(parts="communities in the place")
# `postChoices` and `feedbackForms` give the exact totals, so these counts must hide more than the others.
_OF_EXACT = (
    " Personal data: the sum over the communities in the place, each rounded down to a multiple of five; counts below "
    "five "
    "are left out. Null if all are left out."
)


@strawberry.enum
class MemberGrade(Enum):
    """The grade of a member's yearly review (考评等次)."""

    EXCELLENT = strawberry.enum_value("EXCELLENT", description="Excellent (优秀).")
    GOOD = strawberry.enum_value("GOOD", description="Good (良好).")
    QUALIFIED = strawberry.enum_value("QUALIFIED", description="Qualified (合格).")
    UNQUALIFIED = strawberry.enum_value("UNQUALIFIED", description="Unqualified (不合格).")


@strawberry.enum
class ReviewPurpose(Enum):
    """The purpose that the grade of a member's yearly review counts towards."""

    DEMOCRATIC_REVIEW = strawberry.enum_value(
        "DEMOCRATIC_REVIEW", description="The democratic review of Party members (民主评议党员)."
    )
    HONOURS = strawberry.enum_value("HONOURS", description="The selection for honours (评先评优).")
    YEARLY_APPRAISAL = strawberry.enum_value(
        "YEARLY_APPRAISAL", description="The yearly appraisal at the member's workplace (年度考核)."
    )


@strawberry.type
class PostKind(Node):
    """A kind of voluntary post (岗位) that in-service members can choose, such as 就业帮扶."""

    row = entity("kind", "PostKind")

    name: str = stored("The name of the kind of post.", key="name")
    provenance: Provenance = stored("The origin of the record.", key="provenance")


@strawberry.type
class TeamKind(Node):
    """A kind of volunteer team, such as 治安巡逻."""

    row = entity("kind", "TeamKind")

    name: str = stored("The name of the kind of team.", key="name")
    provenance: Provenance = stored("The origin of the record.", key="provenance")


@strawberry.type
class ZoneKind(Node):
    """A kind of responsibility zone, such as 绿地认养."""

    row = entity("kind", "ZoneKind")

    name: str = stored("The name of the kind of zone.", key="name")
    provenance: Provenance = stored("The origin of the record.", key="provenance")


@strawberry.type
class VolunteerTeam(Actor):
    """A volunteer team (志愿者服务队) of a community."""

    row = entity("team", "VolunteerTeam", exists="organizations.exists")

    members: int | None = value("The number of members who have joined the team." + _IN_FIVES, "members.of_team")

    @related("members.team_kind")
    def kind(self) -> TeamKind:
        """The kind of the team."""

    @related("members.team_community")
    def community(self) -> Community:
        """The community that the team serves, or served last."""


@strawberry.type
class ResponsibilityZone(Node):
    """A responsibility zone (责任区) in a community."""

    row = entity("zone", "ResponsibilityZone", exists="members.zone_exists")

    name: str = stored("The name of the zone.", key="name")
    provenance: Provenance = stored("The origin of the record.", key="provenance")
    members: int | None = value("The number of members who look after the zone." + _IN_FIVES, "members.of_zone")

    @related("members.zone_kind")
    def kind(self) -> ZoneKind:
        """The kind of the zone."""

    @related("members.zone_community")
    def community(self) -> Community:
        """The community that the zone lies in, or lay in last."""


@strawberry.type
class PostKindCount:
    """The number of members in a place who have chosen posts of one kind."""

    row = Row("kind", needs=("place",))

    kind: PostKind = same("The kind of post.")
    members: int | None = value(
        "The number of members who had chosen this kind of post by the first day of the quarter." + _OF_EXACT,
        "members.of_post_kind",
    )


@strawberry.type
class TeamKindCount:
    """The number of volunteer teams of one kind in a place, and of the members in them."""

    row = Row("kind", needs=("place",))

    kind: TeamKind = same("The kind of team.")
    teams: int = value("The number of teams of this kind.", "members.teams_of_kind")
    members: int | None = value(
        "The number of members in teams of this kind." + _SUM_IN_FIVES.format(parts="teams"), "members.of_team_kind"
    )


@strawberry.type
class ZoneKindCount:
    """The number of responsibility zones of one kind in a place, and of the members who look after them."""

    row = Row("kind", needs=("place",))

    kind: ZoneKind = same("The kind of zone.")
    zones: int = value("The number of zones of this kind.", "members.zones_of_kind")
    members: int | None = value(
        "The number of members who look after zones of this kind." + _SUM_IN_FIVES.format(parts="zones"),
        "members.of_zone_kind",
    )


@strawberry.type
class ReviewCount:
    """The number of members in a place who received one grade for one purpose."""

    row = Row("review", needs=("place",))

    grade: MemberGrade = stored("The grade received.", key="grade")
    counted_for: ReviewPurpose = stored("The purpose that the grade counted towards.", key="counted_for")
    members: int | None = value(
        "The number of members who received the grade in the last complete calendar year." + _OF_EXACT,
        "members.of_review",
    )


@strawberry.type
class ServiceSummary:
    """The service of in-service members (在职党员) in a place, as counts only: where a member lives and works, and whom
    they help, is personal data."""

    row = Row("place")

    members: int = value("The number of in-service members registered in the place.", "members.number")
    post_choices: int = value("The number of posts that these members have chosen.", "members.post_choices")
    volunteer_teams: int = value("The number of volunteer teams of the place.", "members.team_count")
    responsibility_zones: int = value("The number of responsibility zones of the place.", "members.zone_count")
    household_pairings: int | None = value(
        "The number of people in difficulty in the place who are paired with a member (结对子)." + _OF_COMMUNITIES,
        "members.household_pairings",
    )
    consultations: int = value("The number of policy consultations that members have given.", "members.consultations")
    mediations: int = value("The number of disputes that members have mediated.", "members.mediations")
    donated_cny: float = value("The total value of members' donations, in yuan.", "members.donations")
    registration_forms: int = value(
        "The number of registered members who have handed in the registration form.", "members.registration_forms"
    )
    feedback_forms: int = value(
        "The number of feedback forms that members handed in during the last complete calendar year.",
        "members.feedback_forms",
    )

    @related("members.post_kinds")
    def post_kinds(self) -> list[PostKindCount]:
        """All kinds of voluntary post, each with the number of members who have chosen it, sorted by ID."""

    @related("members.team_kinds")
    def team_kinds(self) -> list[TeamKindCount]:
        """All kinds of volunteer team, each with the number of teams and members, sorted by ID."""

    @related("members.zone_kinds")
    def zone_kinds(self) -> list[ZoneKindCount]:
        """All kinds of responsibility zone, each with the number of zones and members, sorted by ID."""

    @related("members.reviews")
    def reviews(self) -> list[ReviewCount]:
        """The number of members per grade of the yearly review and purpose, best grade first."""


@strawberry.type
class CommunityOrganizationEdge:
    """A workplace's Party organization in a community's list, with the number of its members registered there."""

    row = Row("party_organization", needs=("community", "city"))

    cursor: str = cursor_of("organization")
    node: PartyOrganization = same("The Party organization of the workplace.")
    members: int = value(
        "The number of the organization's members who are registered in the community. Personal data: counted as of "
        "the date of the city's report, whatever `asOf` is, and rounded down to a multiple of five.",
        "members.colleagues_shown",
    )


@page(
    "Party organizations",
    one="organization",
    total="organizations",
    each="a cursor and its number of members registered in the community",
)
class CommunityOrganizationConnection:
    """A page of the Party organizations with at least five members registered in a community."""

    nodes: list[PartyOrganization]
    edges: list[CommunityOrganizationEdge]


@related("places.place", arguments={"code": SERVED})
def service(within: PlaceCode, as_of: AsOf = UNSET) -> ServiceSummary | None:
    """The service of in-service members (在职党员) in a city, subdistrict or community, as counts. Null if there is no
    such place with this code."""
