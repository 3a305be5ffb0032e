"""Visits (深入社区): leaders who go to the community that they are paired with, and what they do there."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

import strawberry

from graph_api.compiler.sources import Row
from graph_api.schema.fields import described, kept, same, stored, value
from graph_api.schema.nodes import Node, Provenance

if TYPE_CHECKING:
    from graph_api.schema.leaders import Leader
    from graph_api.schema.places import Community


class VisitTask(Enum):
    """What a leader does on a visit."""

    INSPECT = "INSPECT"
    ATTEND_CONFERENCE = "ATTEND_CONFERENCE"
    PRESS_DEPARTMENTS = "PRESS_DEPARTMENTS"
    SETTLE_ISSUES = "SETTLE_ISSUES"


described(
    VisitTask,
    "What a leader does on a visit to a community.",
    {
        "INSPECT": "Sees how Party work and governance are doing there (调研指导).",
        "ATTEND_CONFERENCE": "Takes part in the community's conference (参加联席会).",
        "PRESS_DEPARTMENTS": "Presses departments to work with the community (督促部门).",
        "SETTLE_ISSUES": "Helps to settle hard issues that residents raise (协调解决重难点问题).",
    },
)


@strawberry.type(description="A leader's visit to a community (深入社区).")
class Visit(Node):
    """A leader's visit to a community."""

    row = Row("visit", needs=("leader", "community"), refetch="visits.visit_by_id")

    date: date = stored("The day.", key="date")
    leader: Leader = same("Who made it.")
    community: Community = same("The community that was visited.")
    tasks: list[VisitTask] = stored("What the leader did there.", key="tasks")
    provenance: Provenance = stored("Where it comes from.", key="provenance")


@strawberry.type(description="A quarter and how many visits there were in it.")
class QuarterVisits:
    """A quarter and how many visits there were in it."""

    row = Row("quarter", needs=("leader", "community"))

    from_: date = stored("The first day of the quarter.", key="first_day", name="from")
    until: date = stored("The first day after it.", key="next_day")
    visits: int = value("How many visits the leader made to the community in it.", "visits.in_quarter")


@strawberry.input(description="Which visits to keep: those of which all that is given is true.")
class VisitFilter:
    """Which visits to keep."""

    tasks: list[VisitTask] | None = kept("One of these is among its tasks.", "visits.has_task")
    from_: date | None = kept("It was made on this day or later.", "nodes.is_from", name="from")
    until: date | None = kept("It was made before this day.", "nodes.is_before")
