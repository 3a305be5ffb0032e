"""Pairings (联系包扶) of departments and leaders with communities."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Row
from graph_api.schema import orders
from graph_api.schema.arguments import Filter
from graph_api.schema.fields import related, same, stored, value
from graph_api.schema.nodes import Node
from graph_api.schema.pages import Connection, First, cursor_of, listed, page
from graph_api.schema.visits import VisitFilter

if TYPE_CHECKING:
    from graph_api.schema.communities import Community
    from graph_api.schema.departments import Department
    from graph_api.schema.leaders import Leader
    from graph_api.schema.visits import QuarterVisits, Visit

_SINCE = "The date the pairing starts (inclusive)."
_UNTIL = "The date the pairing ends (exclusive). Null if no end is recorded."
_ALIGNED = (
    "Whether the department's supervising leader is paired with the same community. Null if the department has "
    "no supervising leader."
)
_ALIGNED_IF = (
    "Whether the department's supervising leader is paired with the community, so that a pairing would be aligned. "
    "Null if the department has no supervising leader."
)
_DISTANCE = (
    "The straight-line distance between the department and the community, in metres. Null if either location "
    "is missing."
)


@strawberry.interface
class Pairing(Node):
    """A pairing (联系包扶) of a leader or department with a community, from `since` (inclusive) until `until`
    (exclusive)."""

    row = Row("pairing")

    community: Community = same("The community of the pairing.")
    since: date = stored(_SINCE, key="since", of="pairing")
    until: date | None = stored(_UNTIL, key="until", of="pairing")


@strawberry.type
class DepartmentPairing(Pairing):
    """A department's pairing with a community (联系包扶)."""

    row = Row("pairing", needs=("department", "community"), refetch="pairings.department_pairing_by_id")

    department: Department = same("The department of the pairing.")
    aligned: bool | None = value(_ALIGNED, "pairings.aligned")
    distance_metres: float | None = value(_DISTANCE, "pairings.distance_metres")


@strawberry.type
class Suitability:
    """How well a community would suit a department that is not paired with it."""

    row = Row("suitability", needs=("community",))

    community: Community = same("The community.")
    aligned: bool | None = stored(_ALIGNED_IF, key="aligned")
    distance_metres: float | None = stored(_DISTANCE, key="distance_metres")
    distance_rank: int | None = stored(
        "The rank of the community among all communities of the city by distance from the department, 1 being the "
        "nearest. Null if a location is missing.",
        key="distance_rank",
    )
    room: int = stored(
        "The number of departments that can still be paired with the community. At most five can (rule COM1).",
        key="room",
    )


@strawberry.type
class LeaderPairing(Pairing):
    """A leader's pairing with a community (联系包扶)."""

    row = Row("pairing", needs=("leader", "community"), refetch="pairings.leader_pairing_by_id")

    leader: Leader = same("The leader of the pairing.")
    last_visit: date | None = value(
        "The date of the leader's last visit to the community. Null if there has been none.", "pairings.last_visit"
    )

    @listed("visits.of_pairing", orders=orders.VISITS)
    def visits(self, filter: Filter[VisitFilter] = UNSET) -> Connection[Visit]:
        """The leader's visits to the community during the pairing, up to `asOf`, newest first."""

    @related("visits.quarters")
    def visits_per_quarter(self, first: First = DEFAULT_SIZE) -> list[QuarterVisits]:
        """The complete quarters of the pairing, each with its number of visits, newest first."""


@strawberry.type
class CommunityDepartmentEdge:
    """A department in a community's list, with their pairing."""

    row = Row("pairing", needs=("department", "community"))

    cursor: str = cursor_of("department")
    node: Department = same("The department that is paired with the community.")
    pairing: DepartmentPairing = same("The pairing of the department with the community.")
    since: date = stored(_SINCE, key="since")
    until: date | None = stored(_UNTIL, key="until")
    aligned: bool | None = value(_ALIGNED, "pairings.aligned")
    distance_metres: float | None = value(_DISTANCE, "pairings.distance_metres")


@page("departments", one="department", each="its cursor and pairing")
class CommunityDepartmentConnection:
    """A page of the departments that are paired with a community."""

    nodes: list[Department]
    edges: list[CommunityDepartmentEdge]


@strawberry.type
class CommunityLeaderEdge:
    """A leader in a community's list, with their pairing."""

    row = Row("pairing", needs=("leader", "community"))

    cursor: str = cursor_of("leader")
    node: Leader = same("The leader who is paired with the community.")
    pairing: LeaderPairing = same("The pairing of the leader with the community.")
    since: date = stored(_SINCE, key="since")
    until: date | None = stored(_UNTIL, key="until")
    last_visit: date | None = value(
        "The date of the leader's last visit to the community. Null if there has been none.", "pairings.last_visit"
    )


@page("leaders", one="leader", each="a cursor and the pairing")
class CommunityLeaderConnection:
    """A page of the leaders who are paired with a community."""

    nodes: list[Leader]
    edges: list[CommunityLeaderEdge]
