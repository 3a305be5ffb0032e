"""The tables of issues: where each was raised, whose agendas it stood on, and how it was sent up."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from graph_api.seed.rows import (
    Day,
    EscalationId,
    IssueId,
    Name,
    Provenance,
    Row,
    Text,
    ToConference,
    ToIssue,
    ToMeeting,
    ToSynergyBody,
)
from graph_api.seed.tables.table import Table, table


class IssueRow(Row):
    """An issue, the meeting where it was raised, and when and how it was settled, if it was."""

    id: IssueId
    meeting: ToMeeting
    title: Name
    resolved_on: Day | None = None
    resolution: Text | None = None
    provenance: Provenance

    @model_validator(mode="after")
    def _id_begins_with_its_place(self) -> Self:
        place = self.meeting.partition("K")[0]
        if not self.id.startswith(f"{place}I"):
            raise ValueError(f"the id is {self.id!r}: make it {place}I and a running number")
        return self

    @model_validator(mode="after")
    def _settled_on_a_day_and_in_words(self) -> Self:
        if (self.resolved_on is None) != (self.resolution is None):
            raise ValueError("give both resolved_on and resolution, or neither")
        return self


class IssueAgendaRow(Row):
    """A further meeting that had an issue on its agenda, after the one where it was raised."""

    key_columns = ("issue", "meeting")

    issue: ToIssue
    meeting: ToMeeting


class IssueSettlementRow(Row):
    """The synergy body that an issue was settled with."""

    key_columns = ("issue",)

    issue: ToIssue
    synergy_body: ToSynergyBody


class EscalationRow(Row):
    """An issue sent up by one conference to another, with the ledger and the minutes that went along, and the feedback."""

    id: EscalationId
    issue: ToIssue
    from_conference: ToConference
    to_conference: ToConference
    submitted_on: Day
    ledger: Name | None = None
    minutes_of: ToMeeting | None = None
    feedback_on: Day | None = None
    feedback: Text | None = None
    provenance: Provenance

    @model_validator(mode="after")
    def _id_begins_with_its_issue(self) -> Self:
        if not self.id.startswith(f"{self.issue}E"):
            raise ValueError(f"the id is {self.id!r}: make it {self.issue}E and a running number")
        return self

    @model_validator(mode="after")
    def _minutes_are_the_senders(self) -> Self:
        if self.minutes_of is not None and not self.minutes_of.startswith(f"{self.from_conference}M"):
            raise ValueError(f"{self.minutes_of} is no meeting of {self.from_conference}, which sent the issue up")
        return self

    @model_validator(mode="after")
    def _answered_on_a_day_and_in_words(self) -> Self:
        if (self.feedback_on is None) != (self.feedback is None):
            raise ValueError("give both feedback_on and feedback, or neither")
        return self


TABLES: tuple[Table, ...] = (
    table("issues", "issues", IssueRow),
    table("issues", "issue_agendas", IssueAgendaRow),
    table("issues", "issue_settlements", IssueSettlementRow),
    table("escalations", "escalations", EscalationRow),
)
