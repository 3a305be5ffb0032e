"""The tables of joint conferences: who belongs to them, when they met, who came, and what they adopted."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, model_validator

from graph_api.seed.rows import (
    ConferenceId,
    Day,
    DocumentId,
    MeetingId,
    Name,
    NamedRow,
    Provenance,
    RelationRow,
    Row,
    Text,
    ToConference,
    ToDepartment,
    ToGoverned,
    ToMeeting,
    ToParticipant,
    ToPerson,
    split_texts,
)
from graph_api.seed.tables.leaders import MunicipalBody
from graph_api.seed.tables.table import Table, table

StandingCategory = MunicipalBody | Literal["SUBDISTRICT_SECRETARY", "COMMUNITY_SECRETARY", "DEPARTMENT_SECRETARY"]
InviteeCategory = Literal[
    "LINKED_LEADER",
    "STATIONED_UNIT",
    "DELEGATE_OR_COMMITTEE_MEMBER",
    "ENTERPRISE",
    "SOCIAL_ORGANIZATION",
    "COMMUNITY_SECRETARY",
]


class ConferenceRow(NamedRow):
    """A joint conference."""

    id: ConferenceId


class ConferencePlaceRow(RelationRow):
    """The place whose conference it is."""

    start = "conference"

    id: str
    conference: ToConference
    place: ToGoverned

    @model_validator(mode="after")
    def _of_its_place(self) -> Self:
        if self.conference.partition("K")[0] != self.place:
            raise ValueError(f"{self.conference} is not of {self.place}: its id begins with the code of its place")
        return self


class LiaisonOfficeRow(RelationRow):
    """A department that holds the liaison office of a conference."""

    start = "department"

    id: str
    department: ToDepartment
    conference: ToConference


class ConferenceMemberRow(RelationRow):
    """A standing member of a conference, and in what capacity."""

    start = "person"

    id: str
    person: ToPerson
    conference: ToConference
    category: StandingCategory


class ConferenceInviteeRow(RelationRow):
    """A person who is invited to the meetings of a conference, and in what capacity."""

    start = "actor"

    id: str
    actor: ToParticipant
    conference: ToConference
    category: InviteeCategory


class MeetingRow(Row):
    """A meeting: who convened it, what it decided (texts parted by bars), its minutes where there are any."""

    id: MeetingId
    conference: ToConference
    date: Day
    kind: Literal["REGULAR", "EXTRAORDINARY"]
    field: Name | None = None
    convenor: ToPerson
    decisions: Annotated[tuple[Text, ...], BeforeValidator(split_texts)] = ()
    minutes: Text | None = None
    provenance: Provenance

    @model_validator(mode="after")
    def _id_begins_with_its_conference(self) -> Self:
        if not self.id.startswith(f"{self.conference}M"):
            raise ValueError(f"the id is {self.id!r}: make it {self.conference}M and a running number")
        return self

    @model_validator(mode="after")
    def _extraordinary_ones_have_a_field(self) -> Self:
        if (self.kind == "EXTRAORDINARY") != (self.field is not None):
            raise ValueError("an extraordinary meeting has the field that it is about, a regular one has none")
        return self


class AttendanceRow(Row):
    """A person who took part in a meeting; the category in which they were invited, empty for all others."""

    key_columns = ("meeting", "actor")

    meeting: ToMeeting
    actor: ToParticipant
    category: InviteeCategory | None = None


class DocumentRow(Row):
    """A document that a meeting adopted."""

    id: DocumentId
    meeting: ToMeeting
    title: Name
    kind: Literal["IMPLEMENTATION_PLAN", "SUB_DOCUMENT", "LOCAL_MEASURES"]
    provenance: Provenance

    @model_validator(mode="after")
    def _id_begins_with_its_meeting(self) -> Self:
        if not self.id.startswith(f"{self.meeting}D"):
            raise ValueError(f"the id is {self.id!r}: make it {self.meeting}D and a running number")
        return self


TABLES: tuple[Table, ...] = (
    table("conferences", "conferences", ConferenceRow),
    table("conferences", "conference_places", ConferencePlaceRow),
    table("conferences", "liaison_offices", LiaisonOfficeRow),
    table("conferences", "conference_members", ConferenceMemberRow),
    table("conferences", "conference_invitees", ConferenceInviteeRow),
    table("conferences", "meetings", MeetingRow),
    table("conferences", "attendances", AttendanceRow),
    table("conferences", "documents", DocumentRow),
)
