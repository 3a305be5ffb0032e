"""Synergy bodies (社区治理服务协同体): a community's joint body of member units."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Row
from graph_api.schema.arguments import After, First
from graph_api.schema.fields import described, related, same, stored
from graph_api.schema.nodes import Actor, PageInfo

if TYPE_CHECKING:
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


@strawberry.type(description="A community's joint body of member units (社区治理服务协同体).")
class SynergyBody(Actor):
    """A community's joint body of member units."""

    row = Row(
        "synergy_body", label="SynergyBody", refetch="nodes.entity", of="SynergyBody", exists="organizations.exists"
    )

    functions: list[SynergyFunction] = stored("The functions that it serves.", key="functions")

    @related("synergy.community")
    def community(self) -> Community:
        """The community that it serves."""

    @related("synergy.members")
    def members(self, first: First = UNSET, after: After = UNSET) -> SynergyMemberConnection:
        """Its member units (成员单位) on the day, by id."""


@strawberry.type(description="A member unit in a synergy body's list, with what is said of its membership.")
class SynergyMemberEdge:
    """A member unit in a synergy body's list."""

    row = Row("membership", needs=("unit",))

    cursor: str = strawberry.field(description="The place in the list, to be passed to `after` or `before`.")
    node: Actor = same("The unit.", actor="unit")
    since: date = stored("The first day on which it was a member.", key="since")
    functions: list[SynergyFunction] = stored("The functions that it serves in the body.", key="functions")


@strawberry.type(description="A page of the member units of a synergy body.")
class SynergyMemberConnection:
    """A page of the member units of a synergy body."""

    total_count: int = strawberry.field(description="How many there are on all pages.")
    page_info: PageInfo = strawberry.field(description="Where the page stands in the list.")
    nodes: list[Actor] = strawberry.field(description="The units of the page.")
    edges: list[SynergyMemberEdge] = strawberry.field(
        description="The units of the page with what is said of their memberships."
    )
