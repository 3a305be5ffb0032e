"""Synergy bodies (社区治理服务协同体): member units, deeds, contributions and campaigns."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Property, Row, Value
from graph_api.schema import orders
from graph_api.schema.arguments import WITHIN, AsOf, Filter, Within
from graph_api.schema.fields import (
    column,
    counted,
    related,
    same,
    stored,
    summed,
    value,
    where,
)
from graph_api.schema.nodes import Actor, Node, Provenance, entity
from graph_api.schema.pages import Connection, cursor_of, listed, page
from graph_api.schema.sums import (
    DAYS,
    PLACES,
    TO_COMMUNITY,
    CommunityAndDay,
    CompoundAndDay,
    dimensions,
    measures,
    summed_up,
)

if TYPE_CHECKING:
    from graph_api.schema.communities import Community
    from graph_api.schema.departments import Department, DepartmentFilter


@strawberry.enum
class SynergyFunction(Enum):
    """One of the four functions of a synergy body."""

    PARTY_WORK = strawberry.enum_value(
        "PARTY_WORK", description="Joint Party work and shared organizational resources (党建工作联抓, 组织资源共享)."
    )
    SECURITY = strawberry.enum_value(
        "SECURITY", description="Joint public security and joint management (社区治安联防, 综合治理共管)."
    )
    FACILITIES = strawberry.enum_value(
        "FACILITIES",
        description="Jointly built service facilities and joint public welfare (服务设施联建, 公益事业共办).",
    )
    CULTURE = strawberry.enum_value(
        "CULTURE", description="Joint cultural activities and the promotion of civility (文化活动联搞, 文明新风共树)."
    )


@strawberry.enum
class ContributionKind(Enum):
    """What a contribution consists of: funds or goods."""

    FUNDS = strawberry.enum_value("FUNDS", description="Funds (资金).")
    GOODS = strawberry.enum_value("GOODS", description="Goods (物资).")


@strawberry.enum
class ContributionPurpose(Enum):
    """The purpose of a contribution."""

    ACTIVITY_ROOM = strawberry.enum_value(
        "ACTIVITY_ROOM", description="To furnish the activity room of a branch (活动室)."
    )


@strawberry.input
class DeedFilter:
    """Conditions on deeds. All given conditions must hold."""

    function: SynergyFunction | None = where("Only deeds that belong to this function.", "synergy.is_of_function")
    campaign: str | None = where("Only deeds of the campaign with exactly this name.", "synergy.is_of_campaign")
    from_: date | None = where("Only deeds on or after this date (inclusive).", "nodes.is_from", name="from")
    until: date | None = where("Only deeds before this date (exclusive).", "nodes.is_before")


@strawberry.input
class ContributionFilter:
    """Conditions on contributions. All given conditions must hold."""

    kind: ContributionKind | None = where("Only contributions of this kind: funds or goods.", "nodes.is_of_kind")
    from_: date | None = where(
        "Only contributions given on or after this date (inclusive).", "nodes.is_from", name="from"
    )
    until: date | None = where("Only contributions given before this date (exclusive).", "nodes.is_before")


@strawberry.input
class SynergyMemberFilter:
    """Conditions on member units. All given conditions must hold."""

    serving: list[SynergyFunction] | None = where(
        "Only member units that serve at least one of these functions in the synergy body.", "synergy.serves_one_of"
    )


@strawberry.input
class SynergyBodyFilter:
    """Conditions on synergy bodies. All given conditions must hold."""

    lacking: list[SynergyFunction] | None = where(
        "Only synergy bodies that lack at least one of these functions.", "synergy.lacks_one_of"
    )
    fillable: bool | None = where(
        "Only synergy bodies for which a department paired with their community could serve a function they lack "
        "(true), or for which none could (false).",
        "synergy.is_fillable",
    )


@strawberry.interface
class MemberUnit(Actor):
    """An organization that can be a member unit (成员单位) of a synergy body: a department, an enterprise, a social
    organization or another unit."""

    row = Row("unit")

    deed_count: int = value(
        "The number of synergy bodies' deeds that the unit took part in.", "synergy.deed_count_of_member"
    )
    contributed_cny: float = value(
        "The total value of the funds and goods that the unit gave, in yuan.", "synergy.contributed_by_member"
    )

    @listed("synergy.memberships", orders=orders.SYNERGY_MEMBERSHIPS)
    def memberships(self) -> SynergyMembershipConnection:
        """The synergy bodies that the unit is a member of, sorted by ID."""

    @listed("synergy.deeds_of_unit", orders=orders.DEEDS)
    def deeds(self, filter: Filter[DeedFilter] = UNSET) -> Connection[Deed]:
        """The deeds of synergy bodies that the unit took part in, newest first."""

    @listed("synergy.contributions_of", given={"giver": "unit"}, orders=orders.CONTRIBUTIONS)
    def contributions(self, filter: Filter[ContributionFilter] = UNSET) -> Connection[Contribution]:
        """The funds and goods that the unit gave, newest first."""


@strawberry.type
class SynergyBody(Actor):
    """A community's joint body of member units (社区治理服务协同体)."""

    row = entity("synergy_body", "SynergyBody", exists="organizations.exists")

    functions: list[SynergyFunction] = stored("The functions that the synergy body serves.", key="functions")
    lacking: list[SynergyFunction] = value("The functions that the synergy body does not serve yet.", "synergy.lacking")
    deed_count: int = value("The number of deeds that the synergy body did for residents.", "synergy.deed_count")
    contributed_cny: float = value(
        "The total value of the funds and goods given to the synergy body, in yuan.", "synergy.contributed"
    )

    @related("synergy.community")
    def community(self) -> Community:
        """The community that the synergy body serves."""

    @listed("synergy.members", orders=orders.SYNERGY_MEMBERS)
    def members(self, filter: Filter[SynergyMemberFilter] = UNSET) -> SynergyMemberConnection:
        """The member units (成员单位) of the synergy body, sorted by ID."""

    @listed("synergy.candidates", orders=orders.DEPARTMENTS)
    def candidates(self, filter: Filter[DepartmentFilter] = UNSET) -> Connection[Department]:
        """The departments paired with the community that could serve a function the synergy body lacks, whether or not
        they are members, sorted by code."""

    @listed("synergy.deeds", orders=orders.DEEDS)
    def deeds(self, filter: Filter[DeedFilter] = UNSET) -> Connection[Deed]:
        """The deeds that the synergy body did for residents (为民办实事), newest first."""

    @listed("synergy.contributions_to", given={"receiver": "synergy_body"}, orders=orders.CONTRIBUTIONS)
    def contributions(self, filter: Filter[ContributionFilter] = UNSET) -> Connection[Contribution]:
        """The funds and goods given to the synergy body (帮扶资金及物资), newest first."""

    @related("synergy.campaigns")
    def campaigns(self) -> list[SynergyCampaign]:
        """The campaigns of the synergy body, sorted by name."""

    @related("synergy.years")
    def years(self) -> list[SynergyYear]:
        """The deeds and contributions of the synergy body per calendar year, newest first. Years without any are left
        out."""

    @related("synergy.units")
    def units(self) -> list[SynergyUnit]:
        """The units that took part in deeds of the synergy body or gave it funds or goods, former members included,
        each with its totals, sorted by ID."""


@strawberry.type
class Deed(Node):
    """Something a synergy body did for residents (办实事)."""

    row = entity("deed", "Deed", exists="nodes.happened")

    date: date = stored("The date of the deed.", key="date")
    title: str = stored("A short description of the deed.", key="title")
    function: SynergyFunction = stored("The function of the synergy body that the deed belongs to.", key="function")
    beneficiaries: int | None = value(
        "The number of people who benefited from the deed. Null if it was not counted, or if it is less than five.",
        "synergy.beneficiaries",
    )
    campaign: str | None = stored(
        "The name of the campaign that the deed is part of. Null if it is not part of one.", key="campaign"
    )
    provenance: Provenance = stored("The origin of the record.", key="provenance")

    @related("synergy.body_of_deed")
    def body(self) -> SynergyBody:
        """The synergy body that did the deed."""

    @related("synergy.units_of_deed")
    def units(self) -> list[Actor]:
        """The units that took part in the deed, sorted by ID."""


@strawberry.type
class Contribution(Node):
    """Funds or goods that a unit gave to a synergy body or a branch."""

    row = entity("contribution", "Contribution", exists="nodes.happened")

    date: date = stored("The date of the contribution.", key="date")
    kind: ContributionKind = stored("Whether funds or goods were given.", key="kind")
    value_cny: float = stored("The value of the contribution, in yuan.", key="value_cny")
    description: str = stored("A description of what was given.", key="description")
    purpose: ContributionPurpose | None = stored(
        "The purpose of the contribution. Null if none is recorded.", key="purpose"
    )
    provenance: Provenance = stored("The origin of the record.", key="provenance")

    @related("synergy.giver")
    def giver(self) -> Actor:
        """The unit that made the contribution."""

    @related("synergy.receiver")
    def receiver(self) -> Actor:
        """The synergy body or branch that received the contribution."""


@strawberry.type
class SynergyCampaign:
    """A campaign of a synergy body: a series of deeds under one name."""

    row = Row("campaign", needs=("synergy_body",))

    name: str = column("The name of the campaign.", "campaign")
    deed_count: int = value("The number of deeds in the campaign.", "synergy.deed_count_of_campaign")
    beneficiaries: int = value(
        "The number of people who benefited from the campaign's deeds. Deeds whose `beneficiaries` is null are not "
        "included.",
        "synergy.beneficiaries_of_campaign",
    )
    first_deed: date = value("The date of the first deed of the campaign.", "synergy.first_deed")
    last_deed: date = value("The date of the last deed of the campaign.", "synergy.last_deed")


@strawberry.type
class SynergyYear:
    """The deeds and contributions of a synergy body in a calendar year."""

    row = Row("year", needs=("synergy_body",))

    year: int = column("The calendar year.", "year")
    deed_count: int = value("The number of deeds that the synergy body did in the year.", "synergy.deed_count_of_year")
    beneficiaries: int = value(
        "The number of people who benefited from the year's deeds. Deeds whose `beneficiaries` is null are not "
        "included.",
        "synergy.beneficiaries_of_year",
    )
    contributed_cny: float = value(
        "The total value of the funds and goods given to the synergy body in the year, in yuan.",
        "synergy.contributed_of_year",
    )
    funds_cny: float = value("The funds given to the synergy body in the year, in yuan.", "synergy.funds_of_year")
    goods_cny: float = value(
        "The value of the goods given to the synergy body in the year, in yuan.", "synergy.goods_of_year"
    )


@strawberry.type
class SynergyUnit:
    """A unit's deeds with, and contributions to, a synergy body."""

    row = Row("unit", needs=("synergy_body",))

    unit: Actor = same("The unit that took part or gave.", actor="unit")
    deed_count: int = value(
        "The number of the synergy body's deeds that the unit took part in.", "synergy.deed_count_of_unit"
    )
    contributed_cny: float = value(
        "The total value of the funds and goods that the unit gave to the synergy body, in yuan.",
        "synergy.contributed_by_unit",
    )


_SINCE = "The date the membership starts (inclusive)."
_SERVED = "The functions that the unit serves in the synergy body."


@strawberry.type
class SynergyMemberEdge:
    """A member unit in a synergy body's list, with its membership."""

    row = Row("membership", needs=("unit",))

    cursor: str = cursor_of("unit")
    node: Actor = same("The member unit.", actor="unit")
    since: date = stored(_SINCE, key="since")
    functions: list[SynergyFunction] = stored(_SERVED, key="functions")


@page("member units", one="unit", each="its cursor and membership")
class SynergyMemberConnection:
    """A page of the member units of a synergy body."""

    nodes: list[Actor]
    edges: list[SynergyMemberEdge]


@strawberry.type
class SynergyMembershipEdge:
    """A synergy body in a unit's list, with the unit's membership."""

    row = Row("membership", needs=("synergy_body",))

    cursor: str = cursor_of("synergy body")
    node: SynergyBody = same("The synergy body that the unit is a member of.")
    since: date = stored(_SINCE, key="since")
    functions: list[SynergyFunction] = stored(_SERVED, key="functions")


@page("synergy bodies", one="synergy body", each="its cursor and the unit's membership")
class SynergyMembershipConnection:
    """A page of the synergy bodies that a unit is a member of."""

    nodes: list[SynergyBody]
    edges: list[SynergyMembershipEdge]


@listed("synergy.bodies", arguments={"within": WITHIN}, orders=orders.SYNERGY_BODIES)
def synergy_bodies(
    within: Within = UNSET, filter: Filter[SynergyBodyFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[SynergyBody] | None:
    """Lists synergy bodies (社区治理服务协同体), sorted by ID."""


@listed("synergy.deeds_within", arguments={"within": WITHIN}, orders=orders.DEEDS)
def deeds(within: Within = UNSET, filter: Filter[DeedFilter] = UNSET, as_of: AsOf = UNSET) -> Connection[Deed] | None:
    """Lists what synergy bodies have done for residents (为民办实事) up to `asOf`, newest first."""


@listed("synergy.contributions_within", arguments={"within": WITHIN}, orders=orders.CONTRIBUTIONS)
def contributions(
    within: Within = UNSET, filter: Filter[ContributionFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[Contribution] | None:
    """Lists the funds and goods (帮扶资金及物资) given to synergy bodies and branches up to `asOf`, newest first."""


@strawberry.type
class DeedKey(CommunityAndDay):
    """The values that the deeds of a group have in common."""

    row = Row("group")

    function: SynergyFunction | None = stored(
        "The function that the deeds belong to. Null unless grouped by FUNCTION.", key="FUNCTION"
    )


@strawberry.type
class DeedSum:
    """A group of deeds with its totals."""

    row = Row("group")

    key: DeedKey = same("The values that the deeds have in common. Null for what they are not grouped by.")
    count: int = counted("The number of deeds.")
    beneficiaries: int = summed(
        "The number of people who benefited from the deeds. Deeds whose `beneficiaries` is null are not included.",
        Value("synergy.beneficiaries"),
    )


@strawberry.type
class ContributionKey(CompoundAndDay):
    """The values that the contributions of a group have in common. Places are those of the synergy bodies and branches
    that received them."""

    row = Row("group")

    kind: ContributionKind | None = stored("What was given: funds or goods. Null unless grouped by KIND.", key="KIND")
    purpose: ContributionPurpose | None = stored(
        "The purpose of the contributions. Null unless grouped by PURPOSE, and if none is recorded.", key="PURPOSE"
    )


@strawberry.type
class ContributionSum:
    """A group of contributions with its totals."""

    row = Row("group")

    key: ContributionKey = same(
        "The values that the contributions have in common. Null for what they are not grouped by."
    )
    count: int = counted("The number of contributions.")
    value_cny: float = summed("The total value of the contributions, in yuan.", Property("value_cny"))


DEED_DIMENSIONS = dimensions("Deed", "deeds", {"FUNCTION": Property("function"), **TO_COMMUNITY, **DAYS})
DEED_MEASURES = measures("DeedSum", "deeds", "count", "beneficiaries")
CONTRIBUTION_DIMENSIONS = dimensions(
    "Contribution", "contributions", {"KIND": Property("kind"), "PURPOSE": Property("purpose"), **PLACES, **DAYS}
)
CONTRIBUTION_MEASURES = measures("ContributionSum", "contributions", "count", "valueCny")


@summed_up(
    "synergy.deeds_within",
    item="Deed",
    by=DEED_DIMENSIONS,
    orders=DEED_MEASURES,
    place=Value("synergy.place", {"event": "deed"}),
    day=Property("date"),
)
def deed_sums(
    within: Within = UNSET, filter: Filter[DeedFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[DeedSum] | None:
    """Adds up what synergy bodies have done for residents (为民办实事) up to `asOf` in groups, sorted by key."""


@summed_up(
    "synergy.contributions_within",
    item="Contribution",
    by=CONTRIBUTION_DIMENSIONS,
    orders=CONTRIBUTION_MEASURES,
    place=Value("synergy.place", {"event": "contribution"}),
    day=Property("date"),
)
def contribution_sums(
    within: Within = UNSET, filter: Filter[ContributionFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[ContributionSum] | None:
    """Adds up the funds and goods given to synergy bodies and branches (帮扶资金及物资) up to `asOf` in groups, sorted by
    key."""
