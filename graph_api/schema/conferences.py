"""Joint conferences (联席会) of four levels: their members, invitees, meetings and adopted documents."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Row, Value
from graph_api.resolvers.conferences import responsibilities
from graph_api.schema import orders
from graph_api.schema.arguments import WITHIN, AsOf, Filter, Within
from graph_api.schema.escalations import EscalationFilter
from graph_api.schema.fields import computing, related, same, stored, value, where
from graph_api.schema.issues import IssueFilter
from graph_api.schema.languages import InLanguage, Language
from graph_api.schema.nodes import Actor, Node, Provenance, entity
from graph_api.schema.pages import Connection, cursor_of, listed, page
from graph_api.schema.places import Place, PlaceLevel

if TYPE_CHECKING:
    from graph_api.schema.appointments import Appointment
    from graph_api.schema.departments import Department
    from graph_api.schema.escalations import Escalation
    from graph_api.schema.issues import Issue
    from graph_api.schema.persons import Person

_LEVEL = Value("conferences.level")


@strawberry.enum
class StandingCategory(Enum):
    """The capacity in which a person is a standing member of a joint conference."""

    PARTY_COMMITTEE = strawberry.enum_value(
        "PARTY_COMMITTEE", description="A leader of the municipal Party committee (市委)."
    )
    PEOPLES_CONGRESS = strawberry.enum_value(
        "PEOPLES_CONGRESS", description="A leader of the municipal people's congress (市人大)."
    )
    GOVERNMENT = strawberry.enum_value("GOVERNMENT", description="A leader of the municipal government (市政府).")
    CPPCC = strawberry.enum_value(
        "CPPCC",
        description="A leader of the municipal committee of the Chinese People's Political Consultative Conference (市政协).",
    )
    SUBDISTRICT_SECRETARY = strawberry.enum_value(
        "SUBDISTRICT_SECRETARY", description="The secretary of a subdistrict (街道党工委书记)."
    )
    COMMUNITY_SECRETARY = strawberry.enum_value(
        "COMMUNITY_SECRETARY", description="The secretary of a community of the subdistrict (社区党委书记)."
    )
    DEPARTMENT_SECRETARY = strawberry.enum_value(
        "DEPARTMENT_SECRETARY", description="The secretary of a department (部门党组织书记)."
    )


@strawberry.enum
class InviteeCategory(Enum):
    """The capacity in which a person or organization is invited to the meetings of a joint conference."""

    LINKED_LEADER = strawberry.enum_value(
        "LINKED_LEADER", description="A leader who is paired with the place (包联领导)."
    )
    STATIONED_UNIT = strawberry.enum_value(
        "STATIONED_UNIT", description="A unit that is stationed in the place (驻区单位)."
    )
    DELEGATE_OR_COMMITTEE_MEMBER = strawberry.enum_value(
        "DELEGATE_OR_COMMITTEE_MEMBER", description="A delegate or committee member (两代表一委员)."
    )
    ENTERPRISE = strawberry.enum_value(
        "ENTERPRISE", description="An influential enterprise of the place (非公有制经济组织)."
    )
    SOCIAL_ORGANIZATION = strawberry.enum_value(
        "SOCIAL_ORGANIZATION", description="A social organization of the place (社会组织)."
    )
    COMMUNITY_SECRETARY = strawberry.enum_value(
        "COMMUNITY_SECRETARY",
        description="The secretary of a community, invited to the city's conference (社区党组织书记).",
    )


@strawberry.enum
class MeetingKind(Enum):
    """The kind of a meeting: regular or extraordinary."""

    REGULAR = strawberry.enum_value(
        "REGULAR",
        description="A regular meeting (常规会议), held at the interval that applies to the level of the conference.",
    )
    EXTRAORDINARY = strawberry.enum_value(
        "EXTRAORDINARY",
        description="An extraordinary meeting (临时会议) about one field of work, which can be held at any time.",
    )


@strawberry.enum
class DocumentKind(Enum):
    """The kind of a document that a meeting adopted."""

    IMPLEMENTATION_PLAN = strawberry.enum_value(
        "IMPLEMENTATION_PLAN", description="The city's implementation plan (实施方案)."
    )
    SUB_DOCUMENT = strawberry.enum_value(
        "SUB_DOCUMENT", description="A document that supplements the implementation plan (子文件)."
    )
    LOCAL_MEASURES = strawberry.enum_value(
        "LOCAL_MEASURES", description="A subdistrict's own approach and measures (思路和具体措施)."
    )


@strawberry.input
class MeetingFilter:
    """Conditions on meetings. All given conditions must hold."""

    kind: MeetingKind | None = where("Only meetings of this kind.", "nodes.is_of_kind")
    from_: date | None = where("Only meetings on or after this date (inclusive).", "nodes.is_from", name="from")
    until: date | None = where("Only meetings before this date (exclusive).", "nodes.is_before")
    level: PlaceLevel | None = where("Only meetings of conferences of places of this level.", "conferences.is_at_level")


@strawberry.type
class Conference(Actor):
    """A joint conference (联席会): the standing body of a city, subdistrict, community or compound that holds meetings
    and deals with issues."""

    row = entity("conference", "Conference", exists="organizations.exists")

    level: PlaceLevel = value("The level of the place that the conference belongs to.", "conferences.level")
    next_meeting_due: date | None = value(
        "The last date for the next meeting, so that no period passes without one. A period is a month for a compound, "
        "a quarter for a community or subdistrict, and a half-year for a city, where only regular meetings count. Null "
        "if the conference no longer exists.",
        "conferences.next_meeting_due",
    )
    overdue: bool | None = value(
        "Whether a whole period has passed without a meeting, that is, whether `asOf` is later than `nextMeetingDue`. "
        "The first period that counts is the first one that began after the conference was set up. Null if the "
        "conference no longer exists.",
        "conferences.overdue",
    )

    @computing(responsibilities, level=_LEVEL)
    def responsibilities(self, language: InLanguage = Language.EN) -> list[str]:
        """The responsibilities of a conference of this level."""

    @related("conferences.place")
    def place(self) -> Place:
        """The place that the conference belongs to."""

    @related("conferences.convenor")
    def convenor(self) -> Person | None:
        """The general convenor of the conference (总召集人). Null if none is recorded."""

    @related("conferences.liaison_office")
    def liaison_office(self) -> Department | None:
        """The department that serves as the conference's liaison office (联络办公室). Null if there is none; only city
        conferences have one."""

    @listed("conferences.members", orders=orders.CONFERENCE_MEMBERS)
    def standing_members(self) -> ConferenceMemberConnection:
        """The standing members of the conference, sorted by ID."""

    @listed("conferences.invitees", orders=orders.CONFERENCE_INVITEES)
    def invitees(self) -> ConferenceInviteeConnection:
        """The persons and organizations that are invited to the conference's meetings, sorted by ID."""

    @listed("conferences.meetings", orders=orders.MEETINGS)
    def meetings(self, filter: Filter[MeetingFilter] = UNSET) -> Connection[Meeting]:
        """The meetings of the conference up to `asOf`, newest first."""

    @related("conferences.adopted")
    def documents(self) -> list[Document]:
        """The documents that the conference has adopted at its meetings up to `asOf`, sorted by ID."""

    @listed("issues.conference_raised", orders=orders.ISSUES)
    def raised(self, filter: Filter[IssueFilter] = UNSET) -> Connection[Issue]:
        """The issues that were raised at the conference's meetings up to `asOf`, sorted by code."""

    @listed("escalations.conference_from_below", orders=orders.ESCALATIONS)
    def from_below(self, filter: Filter[EscalationFilter] = UNSET) -> Connection[Escalation]:
        """The escalations that the conference has received from conferences one level below up to `asOf`, oldest
        first."""

    @listed("escalations.conference_sent_up", orders=orders.ESCALATIONS)
    def sent_up(self, filter: Filter[EscalationFilter] = UNSET) -> Connection[Escalation]:
        """The escalations that the conference has submitted to the conference one level up until `asOf`, oldest
        first."""

    @listed("escalations.conference_awaiting", orders=orders.ESCALATIONS)
    def awaiting_feedback(self, filter: Filter[EscalationFilter] = UNSET) -> Connection[Escalation]:
        """The escalations that the conference has submitted and that still await feedback, oldest first."""

    @listed("escalations.conference_owing", orders=orders.ESCALATIONS)
    def owing_feedback(self, filter: Filter[EscalationFilter] = UNSET) -> Connection[Escalation]:
        """The escalations that the conference has received and still owes feedback on, oldest first."""

    @listed("appointments.of_organization", given={"organization": "conference"}, orders=orders.APPOINTMENTS)
    def appointments(self) -> Connection[Appointment]:
        """The current appointments in the conference, sorted by ID."""


@strawberry.type
class Meeting(Node):
    """A meeting of a joint conference."""

    row = entity("meeting", "Meeting", exists="nodes.happened")

    date: date = stored("The date the meeting was held.", key="date")
    kind: MeetingKind = stored("Whether the meeting was regular or extraordinary.", key="kind")
    field: str | None = stored(
        "The field of work that an extraordinary meeting dealt with. Null for a regular meeting.", key="field"
    )
    decisions: list[str] = stored("The decisions that the meeting took.", key="decisions")
    minutes: str | None = stored("The minutes of the meeting (会议纪要). Null if none are recorded.", key="minutes")
    provenance: Provenance = stored("The origin of the record.", key="provenance")

    @related("conferences.meeting_conference")
    def conference(self) -> Conference:
        """The conference that held the meeting."""

    @related("conferences.convened_by")
    def convened_by(self) -> Person | None:
        """The person who convened the meeting: the general convenor, or for an extraordinary meeting the leader in
        charge of the field. Null if none is recorded."""

    @listed("conferences.attendees", orders=orders.ATTENDEES)
    def attendees(self) -> ActorConnection:
        """The persons and organizations that attended the meeting, sorted by ID."""

    @listed("issues.meeting_agenda", orders=orders.ISSUES)
    def agenda(self, filter: Filter[IssueFilter] = UNSET) -> Connection[Issue]:
        """The issues on the agenda of the meeting (议程), sorted by code: those raised at it, and those carried over from
        earlier meetings or escalated from below."""

    @related("conferences.documents")
    def documents(self) -> list[Document]:
        """The documents that the meeting adopted, sorted by ID."""


@strawberry.type
class Document(Node):
    """A document that a meeting of a joint conference adopted."""

    row = entity("document", "Document", exists="conferences.document_exists")

    title: str = stored("The title of the document.", key="title")
    kind: DocumentKind = stored("The kind of the document.", key="kind")
    provenance: Provenance = stored("The origin of the record.", key="provenance")

    @related("conferences.document_meeting")
    def meeting(self) -> Meeting:
        """The meeting that adopted the document."""


@strawberry.type
class ConferenceMemberEdge:
    """A standing member in a conference's list, with the membership."""

    row = Row("membership", needs=("person",))

    cursor: str = cursor_of("item")
    node: Person = same("The person who is a standing member.")
    category: StandingCategory = stored("The capacity in which the person is a standing member.", key="category")
    since: date = stored("The date the membership starts (inclusive).", key="since")
    until: date | None = stored("The date the membership ends (exclusive). Null if no end is recorded.", key="until")


@page("standing members", one="item", total="items", each="a cursor and the membership")
class ConferenceMemberConnection:
    """A page of the standing members of a conference."""

    nodes: list[Person]
    edges: list[ConferenceMemberEdge]


@strawberry.type
class ConferenceInviteeEdge:
    """An invited person or organization in a conference's list, with the invitation."""

    row = Row("invitation", needs=("actor",))

    cursor: str = cursor_of("item")
    node: Actor = same("The person or organization that is invited.")
    category: InviteeCategory = stored("The capacity in which the person or organization is invited.", key="category")
    since: date = stored("The date the invitation starts (inclusive).", key="since")
    until: date | None = stored("The date the invitation ends (exclusive). Null if no end is recorded.", key="until")


@page("invited persons and organizations", one="item", total="items", each="a cursor and the invitation")
class ConferenceInviteeConnection:
    """A page of the persons and organizations that are invited to the meetings of a conference."""

    nodes: list[Actor]
    edges: list[ConferenceInviteeEdge]


@strawberry.type
class ActorEdge:
    """A person or organization that attended a meeting, with the attendance."""

    row = Row("attendance", needs=("actor",))

    cursor: str = cursor_of("item")
    node: Actor = same("The person or organization that attended.")
    category: InviteeCategory | None = stored(
        "The capacity in which the attendee was invited. Null for convenors, standing members and others who attended "
        "without an invitation.",
        key="category",
    )


@page("attendees", one="item", total="items", each="a cursor and the attendance")
class ActorConnection:
    """A page of the persons and organizations that attended a meeting."""

    nodes: list[Actor]
    edges: list[ActorEdge]


@strawberry.input
class ConferenceFilter:
    """Conditions on conferences. All given conditions must hold."""

    level: PlaceLevel | None = where("Only conferences of places of this level.", "conferences.is_of_level")
    overdue: bool | None = where(
        "Only conferences that let a whole period pass without a meeting (true), or that did not (false).",
        "conferences.is_overdue",
    )
    due_before: date | None = where(
        "Only conferences whose next meeting is due before this date (exclusive).", "conferences.is_due_before"
    )


@listed("conferences.conferences", arguments={"within": WITHIN}, orders=orders.CONFERENCES)
def conferences(
    within: Within = UNSET, filter: Filter[ConferenceFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[Conference] | None:
    """Lists joint conferences (联席会), sorted by the code of their place."""


@listed("conferences.meetings_within", arguments={"within": WITHIN}, orders=orders.MEETINGS)
def meetings(
    within: Within = UNSET, filter: Filter[MeetingFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[Meeting] | None:
    """Lists the meetings of joint conferences up to `asOf`, newest first."""
