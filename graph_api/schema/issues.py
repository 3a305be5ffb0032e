"""Issues (议题) and their way up (议题上移): where raised, sent up by whom to whom, taken up, answered, and settled."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Argument, Row
from graph_api.errors import ClientError, ErrorCode
from graph_api.schema.arguments import After, First
from graph_api.schema.coverage import Finding, Findings
from graph_api.schema.fields import described, kept, related, stored, value
from graph_api.schema.judgements import FINDINGS_OF_ACTOR
from graph_api.schema.nodes import Connection, Node, Provenance
from graph_api.schema.places import PlaceLevel

if TYPE_CHECKING:
    from graph_api.schema.conferences import Conference, Meeting
    from graph_api.schema.synergy import SynergyBody


class IssueStatus(Enum):
    """Whether an issue is settled."""

    OPEN = "OPEN"
    RESOLVED = "RESOLVED"


described(
    IssueStatus,
    "Whether an issue is settled on the day.",
    {"OPEN": "It is not settled yet.", "RESOLVED": "It is settled (已解决)."},
)


@strawberry.type(
    description="An issue (议题) that was raised at a meeting of a joint conference; it exists from that day on."
)
class Issue(Node):
    """An issue that was raised at a meeting."""

    row = Row("issue", label="Issue", refetch="nodes.entity", of="Issue", exists="issues.exists")

    code: str = stored(
        "The code of the place whose conference raised it, the year, and a number: 210681001003-2026-001.", key="code"
    )
    title: str = stored("What it is about.", key="title")
    status: IssueStatus = value("Whether it is settled on the day.", "issues.status")
    resolved_on: date | None = value("The day on which it was settled; null while it is open.", "issues.resolved_on")
    resolution: str | None = value("How it was settled; null while it is open.", "issues.resolution")
    overdue_days: int | None = value(
        "For how many days the feedback that has been due longest has been overdue; null where none is.",
        "issues.overdue_days",
    )
    provenance: Provenance = stored("Where it comes from.", key="provenance")

    @related("issues.raised_at")
    def raised_at(self) -> Meeting:
        """The meeting where it was raised."""

    @related("issues.held_by")
    def held_by(self) -> Conference:
        """The conference that has it on the day, or that settled it."""

    @related("issues.escalations")
    def escalations(self) -> list[Escalation]:
        """How it was sent up, level by level, the first time first."""

    @related("issues.meetings")
    def meetings(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Meeting]:
        """The meetings of whatever level that had it on their agenda, newest first."""

    @related("issues.settled_with")
    def settled_with(self) -> SynergyBody | None:
        """The synergy body (协同体) that it was settled with; null without one, and while it is open."""

    @related("coverage.of_actor", given={"actor": "issue"}, arguments={"findings": FINDINGS_OF_ACTOR})
    def findings(
        self,
        filter: Findings = UNSET,
        first: First = DEFAULT_SIZE,
        after: After = UNSET,
    ) -> Connection[Finding]:
        """What the rules say of it."""


@strawberry.type(
    description="An issue sent one level up (议题上移), with the written ledger and the minutes of the lower level; it exists "
    "from the day of the submission on."
)
class Escalation(Node):
    """An issue sent one level up."""

    row = Row("escalation", label="Escalation", refetch="nodes.entity", of="Escalation", exists="nodes.happened")

    submitted_on: date = stored("The day on which it was submitted.", key="date")
    ledger: str | None = stored("Reference of the written ledger (台账); null where there is none.", key="ledger")
    waiting_days: int | None = value(
        "For how many days since the submission it has waited for feedback; null where it waits no more: there is feedback, "
        "or the issue is settled.",
        "escalations.waiting_days",
    )
    overdue_days: int | None = value(
        "For how many days the feedback has been overdue: those since the agenda meeting, less the 30 (a setting) that are "
        "allowed; null where it is not, or waits no more.",
        "escalations.overdue_days",
    )

    @related("escalations.issue")
    def issue(self) -> Issue:
        """The issue."""

    @related("escalations.from_conference", name="from")
    def from_(self) -> Conference:
        """The conference that sent it up."""

    @related("escalations.to_conference")
    def to(self) -> Conference:
        """The conference that it was sent up to."""

    @related("escalations.minutes_of")
    def minutes_of(self) -> Meeting | None:
        """The lower level's meeting whose minutes (会议纪要) went along; null where none did."""

    @related("escalations.agenda_meeting")
    def agenda_meeting(self) -> Meeting | None:
        """The upper level's first meeting from the submission on that had it on its agenda; null before that."""

    @related("escalations.feedback")
    def feedback(self) -> Feedback | None:
        """What the upper level answered (反馈); null before that."""


@strawberry.type(description="The answer (反馈) of a conference to an issue that was sent up to it.")
class Feedback:
    """The answer of a conference to an issue that was sent up to it."""

    row = Row("feedback")

    on: date = stored("The day on which it was given.", key="feedback_on")
    text: str = stored("What it says.", key="feedback_text")


@strawberry.type(description="How many issues of one level have one status.")
class IssueCount:
    """How many issues of one level have one status."""

    row = Row("tally")

    level: PlaceLevel = stored("The level of the conferences that raised them.", key="level")
    status: IssueStatus = stored("Whether they are settled on the day.", key="status")
    count: int = stored("How many there are.", key="number")
    escalated: int = stored("How many of them were sent up.", key="escalated")
    overdue: int = stored("On how many of them feedback is overdue.", key="overdue")


@strawberry.input(description="Which issues to keep: those of which all that is given is true.")
class IssueFilter:
    """Which issues to keep."""

    title: str | None = kept("The title contains this.", "issues.title_contains")
    status: IssueStatus | None = kept("Whether it is settled on the day.", "issues.has_status")
    escalated: bool | None = kept("Whether it was sent up.", "issues.is_as_escalated")
    raised_at_level: PlaceLevel | None = kept("The level of the conference that raised it.", "issues.raised_at_level")
    held_at_level: PlaceLevel | None = kept(
        "The level of the conference that has it, or that settled it.", "issues.held_at_level"
    )
    overdue: bool | None = kept("Whether feedback on it is overdue.", "issues.is_overdue")


@strawberry.input(description="Which escalations to keep: those of which all that is given is true.")
class EscalationFilter:
    """Which escalations to keep."""

    awaiting_feedback: bool | None = kept("Whether it waits for feedback.", "escalations.is_as_awaiting")
    overdue: bool | None = kept("Whether the feedback is overdue.", "escalations.is_overdue")


def _issue_code(code: str) -> str:
    place, _, rest = code.partition("-")
    year, _, number = rest.partition("-")
    digits = code.isascii() and (place + year + number).isdigit()
    if not (digits and len(place) in {6, 9, 12, 15} and len(year) == 4 and len(number) == 3):
        raise ClientError(
            ErrorCode.BAD_CODE,
            "The code of an issue is that of a place (6, 9, 12 or 15 digits), a year and 3 digits: 210681-2026-001.",
        )
    return code


ISSUE_CODE = Argument("code", _issue_code)
