"""Synergy bodies (社区治理服务协同体): a community's joint body of member units, what it did and what it was given."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry
from strawberry import UNSET

from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Row
from graph_api.schema.arguments import After, First
from graph_api.schema.fields import column, described, kept, related, same, stored, value
from graph_api.schema.nodes import Actor, Connection, Node, PageInfo, Provenance

if TYPE_CHECKING:
    from graph_api.schema.departments import Department
    from graph_api.schema.places import Community


class SynergyFunction(Enum):
    """What a synergy body is for."""

    PARTY_WORK = "PARTY_WORK"
    SECURITY = "SECURITY"
    FACILITIES = "FACILITIES"
    CULTURE = "CULTURE"


described(
    SynergyFunction,
    "The four functions of a synergy body.",
    {
        "PARTY_WORK": "Party work done together, resources shared (党建工作联抓, 组织资源共享).",
        "SECURITY": "Security kept together, order managed together (社区治安联防, 综合治理共管).",
        "FACILITIES": "Facilities built together, public good done together (服务设施联建, 公益事业共办).",
        "CULTURE": "Culture made together, civility shared (文化活动联搞, 文明新风共树).",
    },
)


class ContributionKind(Enum):
    """What a contribution consists of."""

    FUNDS = "FUNDS"
    GOODS = "GOODS"


described(ContributionKind, "What a contribution consists of.", {"FUNDS": "Funds (资金).", "GOODS": "Goods (物资)."})


class ContributionPurpose(Enum):
    """What a contribution was given for."""

    ACTIVITY_ROOM = "ACTIVITY_ROOM"


described(
    ContributionPurpose,
    "What a contribution was given for, where that is more than a description.",
    {"ACTIVITY_ROOM": "To fit out the activity room of a branch (活动室)."},
)

_DAY = "The day."
_PROVENANCE = "Where it comes from."


@strawberry.input(description="Which deeds to keep: those of which all that is given is true.")
class DeedFilter:
    """Which deeds to keep."""

    function: SynergyFunction | None = kept("The function that it is of.", "synergy.is_of_function")
    campaign: str | None = kept("The name of the campaign that it is part of.", "synergy.is_of_campaign")
    from_: date | None = kept("It was done on this day or later.", "nodes.is_from", name="from")
    until: date | None = kept("It was done before this day.", "nodes.is_before")


@strawberry.input(description="Which contributions to keep: those of which all that is given is true.")
class ContributionFilter:
    """Which contributions to keep."""

    kind: ContributionKind | None = kept("Funds or goods.", "nodes.is_of_kind")
    from_: date | None = kept("It was given on this day or later.", "nodes.is_from", name="from")
    until: date | None = kept("It was given before this day.", "nodes.is_before")


@strawberry.input(description="Which member units to keep: those of which all that is given is true.")
class SynergyMemberFilter:
    """Which member units to keep."""

    serving: list[SynergyFunction] | None = kept(
        "It serves one of these functions in the body.", "synergy.serves_one_of"
    )


@strawberry.input(description="Which synergy bodies to keep: those of which all that is given is true.")
class SynergyBodyFilter:
    """Which synergy bodies to keep."""

    lacking: list[SynergyFunction] | None = kept("It lacks one of these functions.", "synergy.lacks_one_of")
    fillable: bool | None = kept(
        "Whether a department paired with its community could serve a function that it lacks.", "synergy.is_fillable"
    )


Deeds = Annotated[
    DeedFilter | None, strawberry.argument(description="Filters the results. All given conditions must hold.")
]
Contributions = Annotated[
    ContributionFilter | None, strawberry.argument(description="Filters the results. All given conditions must hold.")
]
Members = Annotated[
    SynergyMemberFilter | None, strawberry.argument(description="Filters the results. All given conditions must hold.")
]


@strawberry.interface(description="Whoever can be a member unit (成员单位) of a synergy body.")
class MemberUnit(Actor):
    """Whoever can be a member unit of a synergy body."""

    row = Row("unit")

    deed_count: int = value("In how many deeds of synergy bodies it took part.", "synergy.deed_count_of_member")
    contributed_cny: float = value(
        "The value of all funds and goods that it gave, yuan.", "synergy.contributed_by_member"
    )

    @related("synergy.memberships")
    def memberships(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> SynergyMembershipConnection:
        """The synergy bodies that it is a member of on the day, by id."""

    @related("synergy.deeds_of_unit")
    def deeds(self, filter: Deeds = UNSET, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Deed]:
        """The deeds of synergy bodies that it took part in, newest first."""

    @related("synergy.contributions_of", given={"giver": "unit"})
    def contributions(
        self, filter: Contributions = UNSET, first: First = DEFAULT_SIZE, after: After = UNSET
    ) -> Connection[Contribution]:
        """The funds and goods that it gave, newest first."""


@strawberry.type(description="A community's joint body of member units (社区治理服务协同体).")
class SynergyBody(Actor):
    """A community's joint body of member units."""

    row = Row(
        "synergy_body", label="SynergyBody", refetch="nodes.entity", of="SynergyBody", exists="organizations.exists"
    )

    functions: list[SynergyFunction] = stored("The functions that it serves.", key="functions")
    lacking: list[SynergyFunction] = value("The functions that it lacks.", "synergy.lacking")
    deed_count: int = value("How many deeds it did.", "synergy.deed_count")
    contributed_cny: float = value("The value of all funds and goods given to it, yuan.", "synergy.contributed")

    @related("synergy.community")
    def community(self) -> Community:
        """The community that it serves."""

    @related("synergy.members")
    def members(
        self, filter: Members = UNSET, first: First = DEFAULT_SIZE, after: After = UNSET
    ) -> SynergyMemberConnection:
        """Its member units (成员单位) on the day, by id."""

    @related("synergy.candidates")
    def candidates(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Department]:
        """The departments paired with its community that could serve a function that it lacks, members or not, by code."""

    @related("synergy.deeds")
    def deeds(self, filter: Deeds = UNSET, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Deed]:
        """What it did for residents (为民办实事), newest first."""

    @related("synergy.contributions_to", given={"receiver": "synergy_body"})
    def contributions(
        self, filter: Contributions = UNSET, first: First = DEFAULT_SIZE, after: After = UNSET
    ) -> Connection[Contribution]:
        """The funds and goods given to it (帮扶资金及物资), newest first."""

    @related("synergy.campaigns")
    def campaigns(self) -> list[SynergyCampaign]:
        """Its campaigns, by name."""

    @related("synergy.years")
    def years(self) -> list[SynergyYear]:
        """What it did and was given in each year in which there was anything, the last first."""

    @related("synergy.units")
    def units(self) -> list[SynergyUnit]:
        """What each unit did and gave that did or gave anything, former members included, by id."""


@strawberry.type(description="Something that a synergy body did for residents (实事).")
class Deed(Node):
    """Something that a synergy body did for residents."""

    row = Row("deed", label="Deed", refetch="nodes.entity", of="Deed", exists="nodes.happened")

    date: date = stored(_DAY, key="date")
    title: str = stored("What was done.", key="title")
    function: SynergyFunction = stored("The function of the body that it is of.", key="function")
    beneficiaries: int | None = value(
        "How many people it was for; null where nobody counted them, or where they are fewer than five.",
        "synergy.beneficiaries",
    )
    campaign: str | None = stored("The campaign that it is part of; null for most.", key="campaign")
    provenance: Provenance = stored(_PROVENANCE, key="provenance")

    @related("synergy.body_of_deed")
    def body(self) -> SynergyBody:
        """The synergy body that did it."""

    @related("synergy.units_of_deed")
    def units(self) -> list[Actor]:
        """The units that took part, by id."""


@strawberry.type(description="Funds or goods that a unit gave to a synergy body, or to a branch.")
class Contribution(Node):
    """Funds or goods that a unit gave."""

    row = Row("contribution", label="Contribution", refetch="nodes.entity", of="Contribution", exists="nodes.happened")

    date: date = stored(_DAY, key="date")
    kind: ContributionKind = stored("Funds or goods.", key="kind")
    value_cny: float = stored("The value in yuan.", key="value_cny")
    description: str = stored("What was given.", key="description")
    purpose: ContributionPurpose | None = stored("What it was given for; null for most.", key="purpose")
    provenance: Provenance = stored(_PROVENANCE, key="provenance")

    @related("synergy.giver")
    def giver(self) -> Actor:
        """Who gave it."""

    @related("synergy.receiver")
    def receiver(self) -> Actor:
        """The synergy body or branch that it was given to."""


@strawberry.type(description="A campaign of a synergy body: deeds under one name.")
class SynergyCampaign:
    """A campaign of a synergy body."""

    row = Row("campaign", needs=("synergy_body",))

    name: str = column("The name.", "campaign")
    deed_count: int = value("How many deeds it has.", "synergy.deed_count_of_campaign")
    beneficiaries: int = value(
        "How many people the deeds were for, as far as they were counted.", "synergy.beneficiaries_of_campaign"
    )
    first_deed: date = value("The day of the first deed.", "synergy.first_deed")
    last_deed: date = value("The day of the last deed.", "synergy.last_deed")


@strawberry.type(description="What a synergy body did and was given in a calendar year.")
class SynergyYear:
    """What a synergy body did and was given in a year."""

    row = Row("year", needs=("synergy_body",))

    year: int = column("The year.", "year")
    deed_count: int = value("How many deeds it did.", "synergy.deed_count_of_year")
    beneficiaries: int = value(
        "How many people the deeds were for, as far as they were counted.", "synergy.beneficiaries_of_year"
    )
    contributed_cny: float = value("The value of funds and goods given to it, yuan.", "synergy.contributed_of_year")
    funds_cny: float = value("The funds given to it, yuan.", "synergy.funds_of_year")
    goods_cny: float = value("The value of the goods given to it, yuan.", "synergy.goods_of_year")


@strawberry.type(description="What a unit did with a synergy body and gave to it.")
class SynergyUnit:
    """What a unit did with a synergy body and gave to it."""

    row = Row("unit", needs=("synergy_body",))

    unit: Actor = same("The unit.", actor="unit")
    deed_count: int = value("How many deeds of the body it took part in.", "synergy.deed_count_of_unit")
    contributed_cny: float = value(
        "The value of the funds and goods that it gave to the body, yuan.", "synergy.contributed_by_unit"
    )


_SINCE = "The first day on which it was a member."
_SERVED = "The functions that the unit serves in the body."


@strawberry.type(description="A member unit in a synergy body's list, with what is said of its membership.")
class SynergyMemberEdge:
    """A member unit in a synergy body's list."""

    row = Row("membership", needs=("unit",))

    cursor: str = strawberry.field(description="The place in the list, to be passed to `after` or `before`.")
    node: Actor = same("The unit.", actor="unit")
    since: date = stored(_SINCE, key="since")
    functions: list[SynergyFunction] = stored(_SERVED, key="functions")


@strawberry.type(description="A page of the member units of a synergy body.")
class SynergyMemberConnection:
    """A page of the member units of a synergy body."""

    total_count: int = strawberry.field(description="How many there are on all pages.")
    page_info: PageInfo = strawberry.field(description="Where the page stands in the list.")
    nodes: list[Actor] = strawberry.field(description="The units of the page.")
    edges: list[SynergyMemberEdge] = strawberry.field(
        description="The units of the page with what is said of their memberships."
    )


@strawberry.type(description="A synergy body in a unit's list, with what is said of the unit's membership.")
class SynergyMembershipEdge:
    """A synergy body in a unit's list."""

    row = Row("membership", needs=("synergy_body",))

    cursor: str = strawberry.field(description="The place in the list, to be passed to `after` or `before`.")
    node: SynergyBody = same("The synergy body.")
    since: date = stored(_SINCE, key="since")
    functions: list[SynergyFunction] = stored(_SERVED, key="functions")


@strawberry.type(description="A page of the synergy bodies that a unit is a member of.")
class SynergyMembershipConnection:
    """A page of the synergy bodies that a unit is a member of."""

    total_count: int = strawberry.field(description="How many there are on all pages.")
    page_info: PageInfo = strawberry.field(description="Where the page stands in the list.")
    nodes: list[SynergyBody] = strawberry.field(description="The bodies of the page.")
    edges: list[SynergyMembershipEdge] = strawberry.field(
        description="The bodies of the page with what is said of the memberships."
    )
