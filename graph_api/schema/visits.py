"""Visits of leaders to the communities they are paired with (深入社区)."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Property, Row
from graph_api.schema import orders
from graph_api.schema.arguments import WITHIN, AsOf, Filter, Within
from graph_api.schema.fields import counted, related, same, stored, value, where
from graph_api.schema.nodes import Node, Provenance
from graph_api.schema.pages import Connection, listed
from graph_api.schema.sums import DAYS, TO_COMMUNITY, CommunityAndDay, dimensions, measures, summed_up

if TYPE_CHECKING:
    from graph_api.schema.communities import Community
    from graph_api.schema.leaders import Leader


@strawberry.enum
class VisitTask(Enum):
    """A task of a leader on a visit to a community."""

    INSPECT = strawberry.enum_value(
        "INSPECT", description="Inspects and guides Party work and governance in the community (调研指导)."
    )
    ATTEND_CONFERENCE = strawberry.enum_value(
        "ATTEND_CONFERENCE", description="Attends the community's joint conference (参加联席会)."
    )
    PRESS_DEPARTMENTS = strawberry.enum_value(
        "PRESS_DEPARTMENTS", description="Presses departments to work with the community (督促部门)."
    )
    SETTLE_ISSUES = strawberry.enum_value(
        "SETTLE_ISSUES", description="Helps to settle difficult issues that residents raise (协调解决重难点问题)."
    )


@strawberry.type
class Visit(Node):
    """A leader's visit to a community (深入社区)."""

    row = Row("visit", needs=("leader", "community"), refetch="visits.visit_by_id")

    date: date = stored("The date of the visit.", key="date")
    leader: Leader = same("The leader who made the visit.")
    community: Community = same("The community that was visited.")
    tasks: list[VisitTask] = stored("The tasks that the leader carried out on the visit.", key="tasks")
    provenance: Provenance = stored("The origin of the record.", key="provenance")


@strawberry.type
class QuarterVisits:
    """A calendar quarter, with the number of a leader's visits to a community."""

    row = Row("quarter", needs=("leader", "community"))

    from_: date = stored("The first day of the quarter (inclusive).", key="first_day", name="from")
    until: date = stored("The day after the last day of the quarter (exclusive).", key="next_day")
    visits: int = value(
        "The number of visits that the leader made to the community in the quarter.", "visits.in_quarter"
    )


@strawberry.input
class VisitFilter:
    """Conditions on visits. All given conditions must hold."""

    tasks: list[VisitTask] | None = where("Only visits with at least one of these tasks.", "visits.has_task")
    from_: date | None = where("Only visits on or after this date (inclusive).", "nodes.is_from", name="from")
    until: date | None = where("Only visits before this date (exclusive).", "nodes.is_before")


@listed("visits.visits", arguments={"within": WITHIN}, orders=orders.VISITS)
def visits(
    within: Within = UNSET, filter: Filter[VisitFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[Visit] | None:
    """Lists the visits of leaders to communities (深入社区) up to `asOf`, newest first."""


@strawberry.type
class VisitKey(CommunityAndDay):
    """The values that the visits of a group have in common."""

    row = Row("group")

    @related("sums.leader")
    def leader(self) -> Leader | None:
        """The leader who made the visits. Null unless grouped by LEADER."""


@strawberry.type
class VisitCount:
    """A group of visits with their number."""

    row = Row("group")

    key: VisitKey = same("The values that the visits have in common. Null for what they are not grouped by.")
    count: int = counted("The number of visits.")


VISIT_DIMENSIONS = dimensions("Visit", "visits", {**TO_COMMUNITY, "LEADER": Property("id", of="leader"), **DAYS})
VISIT_MEASURES = measures("VisitCount", "visits", "count")


@summed_up(
    "visits.visits",
    item="Visit",
    by=VISIT_DIMENSIONS,
    orders=VISIT_MEASURES,
    place=Property("code", of="community"),
    day=Property("date"),
)
def visit_counts(
    within: Within = UNSET, filter: Filter[VisitFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[VisitCount] | None:
    """Counts the visits of leaders up to `asOf` in groups, sorted by key."""
