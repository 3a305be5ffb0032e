"""Escalations of issues one level up (议题上移), and the feedback on them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Row
from graph_api.schema import orders
from graph_api.schema.arguments import WITHIN, AsOf, Filter, Within
from graph_api.schema.fields import related, stored, value, where
from graph_api.schema.nodes import Node, entity
from graph_api.schema.pages import Connection, listed

if TYPE_CHECKING:
    from graph_api.schema.conferences import Conference, Meeting
    from graph_api.schema.issues import Issue


@strawberry.type
class Escalation(Node):
    """An issue's escalation one level up (议题上移), with a written ledger and the minutes of the lower level's
    meeting."""

    row = entity("escalation", "Escalation", exists="nodes.happened")

    submitted_on: date = stored("The date the escalation was submitted.", key="date")
    ledger: str | None = stored("The reference of the written ledger (台账). Null if there is none.", key="ledger")
    waiting_days: int | None = value(
        "The number of days since the submission for which feedback has been awaited. Null if feedback was given or "
        "the issue is settled.",
        "escalations.waiting_days",
    )
    agenda_due: date | None = value(
        "The last date on which the upper conference can put the issue on its agenda in time: that of its first regular "
        "meeting after the submission or, if it has held none, the last date for its next meeting. Null if the issue has "
        "been on its agenda, or was settled before such a meeting.",
        "escalations.agenda_due",
    )
    feedback_due: date | None = value(
        "The last date for the upper conference's feedback: the days allowed (default: 30, a server setting) after the "
        "agenda meeting. Null if feedback was given, or if the issue has not been on the agenda yet.",
        "escalations.feedback_due",
    )
    overdue_days: int | None = value(
        "The number of days by which the upper conference is late: the days since `agendaDue` if the issue has not been "
        "on its agenda, otherwise those since `feedbackDue`. Null if it is not late, or if feedback is no longer "
        "awaited.",
        "escalations.overdue_days",
    )

    @related("escalations.issue")
    def issue(self) -> Issue:
        """The issue that was escalated."""

    @related("escalations.from_conference", name="from")
    def from_(self) -> Conference:
        """The conference that submitted the escalation."""

    @related("escalations.to_conference")
    def to(self) -> Conference:
        """The conference one level up that received the escalation."""

    @related("escalations.minutes_of")
    def minutes_of(self) -> Meeting | None:
        """The lower level's meeting whose minutes (会议纪要) were submitted with the escalation. Null if none were."""

    @related("escalations.agenda_meeting")
    def agenda_meeting(self) -> Meeting | None:
        """The upper conference's first meeting on or after the submission that had the issue on its agenda. Null if
        there has been none."""

    @related("escalations.feedback")
    def feedback(self) -> Feedback | None:
        """The upper conference's feedback (反馈). Null if none has been given."""


@strawberry.type
class Feedback:
    """A conference's feedback (反馈) on an issue that was escalated to it."""

    row = Row("feedback")

    on: date = stored("The date the feedback was given.", key="feedback_on")
    text: str = stored("The text of the feedback.", key="feedback_text")


@strawberry.input
class EscalationFilter:
    """Conditions on escalations. All given conditions must hold."""

    awaiting_feedback: bool | None = where(
        "Only escalations that await feedback (true), or that do not (false).", "escalations.is_as_awaiting"
    )
    from_: date | None = where(
        "Only escalations submitted on or after this date (inclusive).", "nodes.is_from", name="from"
    )
    until: date | None = where("Only escalations submitted before this date (exclusive).", "nodes.is_before")
    overdue: bool | None = where(
        "Only escalations whose agenda or feedback is overdue (true), or neither (false).", "escalations.is_overdue"
    )


@listed("escalations.escalations", arguments={"within": WITHIN}, orders=orders.ESCALATIONS)
def escalations(
    within: Within = UNSET, filter: Filter[EscalationFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[Escalation] | None:
    """Lists the escalations (议题上移) of issues up to `asOf`, oldest first. `within` refers to the place whose
    conference raised the issue."""
