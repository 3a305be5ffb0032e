"""In-service members (在职党员) and what they do where they live: counts only, and what is personal only in fives.

docs/privacy.md says which counts are personal, and why they are shown as they are.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import strawberry

from graph_api.compiler.sources import Row
from graph_api.schema.fields import described, related, same, stored, value
from graph_api.schema.nodes import Actor, Node, PageInfo, Provenance

if TYPE_CHECKING:
    from graph_api.schema.organizations import PartyOrganization
    from graph_api.schema.places import Community

_IN_FIVES = (
    " Personal: as of the first day of the quarter, rounded down to a multiple of five, and null where it is 1 to 4."
)
_SUM_IN_FIVES = (
    " Personal: the sum of what {parts} show, as of the first day of the quarter, each rounded down to a multiple of five; "
    "null where all that count are withheld, being 1 to 4."
)
_OF_COMMUNITIES = _SUM_IN_FIVES.format(parts="the communities in it")
# Their sum is told exactly elsewhere, so that these must hide more.
_OF_EXACT = (
    " Personal: the sum of what the communities in it show, each rounded down to a multiple of five and nothing below five; "
    "null where none shows anything."
)


class MemberGrade(Enum):
    """The grade of a member's yearly review."""

    EXCELLENT = "EXCELLENT"
    GOOD = "GOOD"
    QUALIFIED = "QUALIFIED"
    UNQUALIFIED = "UNQUALIFIED"


described(
    MemberGrade,
    "The grade of a member's yearly review (考评等次).",
    {"EXCELLENT": "优秀.", "GOOD": "良好.", "QUALIFIED": "合格.", "UNQUALIFIED": "不合格."},
)


class ReviewPurpose(Enum):
    """What the grade of a member's review counts for."""

    DEMOCRATIC_REVIEW = "DEMOCRATIC_REVIEW"
    HONOURS = "HONOURS"
    YEARLY_APPRAISAL = "YEARLY_APPRAISAL"


described(
    ReviewPurpose,
    "What the grade of a member's review counts for.",
    {
        "DEMOCRATIC_REVIEW": "The democratic review of Party members (民主评议党员).",
        "HONOURS": "Honours (评先评优).",
        "YEARLY_APPRAISAL": "The yearly appraisal at the workplace (年度考核).",
    },
)


def _kind(label: str) -> Row:
    return Row("kind", label=label, refetch="nodes.entity", of=label)


@strawberry.type(description="A kind of voluntary post (岗位) that in-service members choose, such as 就业帮扶.")
class PostKind(Node):
    """A kind of voluntary post."""

    row = _kind("PostKind")

    name: str = stored("The name.", key="name")
    provenance: Provenance = stored("Where it comes from.", key="provenance")


@strawberry.type(description="A kind of volunteer team, such as 治安巡逻.")
class TeamKind(Node):
    """A kind of volunteer team."""

    row = _kind("TeamKind")

    name: str = stored("The name.", key="name")
    provenance: Provenance = stored("Where it comes from.", key="provenance")


@strawberry.type(description="A kind of responsibility zone, such as 绿地认养.")
class ZoneKind(Node):
    """A kind of responsibility zone."""

    row = _kind("ZoneKind")

    name: str = stored("The name.", key="name")
    provenance: Provenance = stored("Where it comes from.", key="provenance")


@strawberry.type(description="A volunteer team (志愿者服务队) of a community.")
class VolunteerTeam(Actor):
    """A volunteer team of a community."""

    row = Row("team", label="VolunteerTeam", refetch="nodes.entity", of="VolunteerTeam", exists="organizations.exists")

    members: int | None = value("How many members have joined it." + _IN_FIVES, "members.of_team")

    @related("members.team_kind")
    def kind(self) -> TeamKind:
        """What it does."""

    @related("members.team_community")
    def community(self) -> Community:
        """The community that it serves, or served last."""


@strawberry.type(description="A responsibility zone (责任区) in a community.")
class ResponsibilityZone(Node):
    """A responsibility zone in a community."""

    row = Row(
        "zone",
        label="ResponsibilityZone",
        refetch="nodes.entity",
        of="ResponsibilityZone",
        exists="members.zone_exists",
    )

    name: str = stored("The name.", key="name")
    provenance: Provenance = stored("Where it comes from.", key="provenance")
    members: int | None = value("How many members tend it." + _IN_FIVES, "members.of_zone")

    @related("members.zone_kind")
    def kind(self) -> ZoneKind:
        """What is done in it."""

    @related("members.zone_community")
    def community(self) -> Community:
        """The community that it lies in, or lay in last."""


@strawberry.type(description="How many members of a place have chosen posts of a kind.")
class PostKindCount:
    """How many members of a place have chosen posts of a kind."""

    row = Row("kind", needs=("place",))

    kind: PostKind = same("The kind.")
    members: int | None = value(
        "How many members had chosen it on the first day of the quarter." + _OF_EXACT, "members.of_post_kind"
    )


@strawberry.type(description="How many volunteer teams of a kind a place has, and how many members they have.")
class TeamKindCount:
    """How many volunteer teams of a kind a place has."""

    row = Row("kind", needs=("place",))

    kind: TeamKind = same("The kind.")
    teams: int = value("How many teams there are.", "members.teams_of_kind")
    members: int | None = value(
        "How many members have joined them." + _SUM_IN_FIVES.format(parts="the teams"), "members.of_team_kind"
    )


@strawberry.type(description="How many responsibility zones of a kind a place has, and how many members tend them.")
class ZoneKindCount:
    """How many responsibility zones of a kind a place has."""

    row = Row("kind", needs=("place",))

    kind: ZoneKind = same("The kind.")
    zones: int = value("How many zones there are.", "members.zones_of_kind")
    members: int | None = value(
        "How many members tend them." + _SUM_IN_FIVES.format(parts="the zones"), "members.of_zone_kind"
    )


@strawberry.type(description="How many members of a place got a grade that counted for a purpose.")
class ReviewCount:
    """How many members of a place got a grade that counted for a purpose."""

    row = Row("review", needs=("place",))

    grade: MemberGrade = stored("The grade.", key="grade")
    counted_for: ReviewPurpose = stored("What it counted for.", key="counted_for")
    members: int | None = value(
        "How many members got it in the last complete calendar year." + _OF_EXACT, "members.of_review"
    )


@strawberry.type(
    description="What in-service members do in a place: counts only, since where a member lives and works, and whom they "
    "help, is personal."
)
class ServiceSummary:
    """What in-service members do in a place."""

    row = Row("place")

    members: int = value("How many members are registered in it.", "members.number")
    post_choices: int = value("How many posts they have chosen.", "members.post_choices")
    volunteer_teams: int = value("How many volunteer teams it has.", "members.team_count")
    responsibility_zones: int = value("How many responsibility zones it has.", "members.zone_count")
    household_pairings: int | None = value(
        "How many people in difficulty on record in it are paired with a member (结对子)." + _OF_COMMUNITIES,
        "members.household_pairings",
    )
    consultations: int = value("How many policy consultations members have given.", "members.consultations")
    mediations: int = value("How many disputes members have mediated.", "members.mediations")
    donated_cny: float = value("What members have donated, CNY.", "members.donations")
    registration_forms: int = value(
        "How many of the members have handed in the registration form.", "members.registration_forms"
    )
    feedback_forms: int = value(
        "How many feedback forms were handed in during the last complete calendar year.", "members.feedback_forms"
    )

    @related("members.post_kinds")
    def post_kinds(self) -> list[PostKindCount]:
        """Every kind of voluntary post, and how many members have chosen it."""

    @related("members.team_kinds")
    def team_kinds(self) -> list[TeamKindCount]:
        """Every kind of volunteer team, with its teams and their members."""

    @related("members.zone_kinds")
    def zone_kinds(self) -> list[ZoneKindCount]:
        """Every kind of responsibility zone, with its zones and their members."""

    @related("members.reviews")
    def reviews(self) -> list[ReviewCount]:
        """Every grade of the yearly review and every purpose that it can count for, the best grade first."""


@strawberry.type(description="An organization in the list of those whose members live in a community.")
class CommunityOrganizationEdge:
    """An organization in the list of those whose members live in a community."""

    row = Row("party_organization", needs=("community", "city"))

    cursor: str = strawberry.field(description="The place in the list, to be passed to `after` or `before`.")
    node: PartyOrganization = same("The Party organization of the workplace.")
    members: int = value(
        "How many of its members are registered in the community. Personal: as of the day of the city's report, whatever "
        "`asOf`, and rounded down to a multiple of five.",
        "members.colleagues_shown",
    )


@strawberry.type(description="A page of the organizations of which at least five members live in a community.")
class CommunityOrganizationConnection:
    """A page of the organizations of which at least five members live in a community."""

    total_count: int = strawberry.field(description="How many there are on all pages.")
    page_info: PageInfo = strawberry.field(description="Where the page stands in the list.")
    nodes: list[PartyOrganization] = strawberry.field(description="The organizations of the page.")
    edges: list[CommunityOrganizationEdge] = strawberry.field(
        description="The organizations with how many of their members live there."
    )
