"""Pairings (联系包扶): which department and which leader is paired with which community, since when, and how well it fits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Row
from graph_api.schema.arguments import After, First
from graph_api.schema.fields import related, same, stored, value
from graph_api.schema.nodes import Connection, Node, PageInfo

if TYPE_CHECKING:
    from graph_api.schema.departments import Department
    from graph_api.schema.leaders import Leader
    from graph_api.schema.places import Community
    from graph_api.schema.visits import QuarterVisits, Visit

_SINCE = "The first day on which it holds."
_UNTIL = "The first day on which it no longer holds; null while no end is on record."
_ALIGNED = "The department's supervising leader is paired with the same community; null without a supervisor."
_DISTANCE = "Straight-line distance between the department and the community, metres; null where a location is missing."


@strawberry.interface(
    description="A dated relation between a leader or department and a community; it holds on [since, until)."
)
class Pairing(Node):
    """A dated relation between a leader or department and a community."""

    row = Row("pairing")

    community: Community = same("The community.")
    since: date = stored(_SINCE, key="since", of="pairing")
    until: date | None = stored(_UNTIL, key="until", of="pairing")


@strawberry.type(description="A department's pairing with a community.")
class DepartmentPairing(Pairing):
    """A department's pairing with a community."""

    row = Row("pairing", needs=("department", "community"), refetch="pairings.department_pairing_by_id")

    department: Department = same("The department.")
    aligned: bool | None = value(_ALIGNED, "pairings.aligned")
    distance_metres: float | None = value(_DISTANCE, "pairings.distance_metres")


@strawberry.type(description="A leader's pairing with a community.")
class LeaderPairing(Pairing):
    """A leader's pairing with a community."""

    row = Row("pairing", needs=("leader", "community"), refetch="pairings.leader_pairing_by_id")

    leader: Leader = same("The leader.")
    last_visit: date | None = value(
        "The day of the leader's last visit to the community; null before the first.", "pairings.last_visit"
    )

    @related("visits.of_pairing")
    def visits(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Visit]:
        """The visits of the leader to the community while the pairing held, up to the day, newest first."""

    @related("visits.quarters")
    def visits_per_quarter(self, first: First = DEFAULT_SIZE) -> list[QuarterVisits]:
        """The complete quarters within the pairing, the last one first, each with how many visits there were in it."""


@strawberry.type(description="A department in a community's list, with what is said of their pairing.")
class CommunityDepartmentEdge:
    """A department in a community's list."""

    row = Row("pairing", needs=("department", "community"))

    cursor: str = strawberry.field(description="The place in the list, to be passed to `after` or `before`.")
    node: Department = same("The department.")
    pairing: DepartmentPairing = same("The pairing.")
    since: date = stored(_SINCE, key="since")
    until: date | None = stored(_UNTIL, key="until")
    aligned: bool | None = value(_ALIGNED, "pairings.aligned")
    distance_metres: float | None = value(_DISTANCE, "pairings.distance_metres")


@strawberry.type(description="A page of the departments paired with a community.")
class CommunityDepartmentConnection:
    """A page of the departments paired with a community."""

    total_count: int = strawberry.field(description="How many there are on all pages.")
    page_info: PageInfo = strawberry.field(description="Where the page stands in the list.")
    nodes: list[Department] = strawberry.field(description="The departments of the page.")
    edges: list[CommunityDepartmentEdge] = strawberry.field(
        description="The departments with what is said of the pairings."
    )


@strawberry.type(description="A leader in a community's list, with what is said of their pairing.")
class CommunityLeaderEdge:
    """A leader in a community's list."""

    row = Row("pairing", needs=("leader", "community"))

    cursor: str = strawberry.field(description="The place in the list, to be passed to `after` or `before`.")
    node: Leader = same("The leader.")
    pairing: LeaderPairing = same("The pairing.")
    since: date = stored(_SINCE, key="since")
    until: date | None = stored(_UNTIL, key="until")
    last_visit: date | None = value(
        "The day of the leader's last visit to the community; null before the first.", "pairings.last_visit"
    )


@strawberry.type(description="A page of the leaders paired with a community.")
class CommunityLeaderConnection:
    """A page of the leaders paired with a community."""

    total_count: int = strawberry.field(description="How many there are on all pages.")
    page_info: PageInfo = strawberry.field(description="Where the page stands in the list.")
    nodes: list[Leader] = strawberry.field(description="The leaders of the page.")
    edges: list[CommunityLeaderEdge] = strawberry.field(description="The leaders with what is said of the pairings.")
