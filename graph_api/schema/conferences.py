"""Joint conferences (联席会) of four levels: who belongs and is invited, the meetings, and what these adopted."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Row, Value
from graph_api.resolvers.conferences import responsibilities
from graph_api.schema.arguments import After, First
from graph_api.schema.fields import computed, described, kept, related, same, stored, value
from graph_api.schema.nodes import Actor, Connection, Node, PageInfo, Provenance
from graph_api.schema.places import Place, PlaceLevel

if TYPE_CHECKING:
    from graph_api.schema.appointments import Appointment
    from graph_api.schema.departments import Department
    from graph_api.schema.issues import Escalation, Issue
    from graph_api.schema.persons import Person

_CURSOR = "The place in the list, to be passed to `after` or `before`."
_TOTAL = "How many there are on all pages."
_PAGE = "Where the page stands in the list."
_LEVEL = Value("conferences.level")


class StandingCategory(Enum):
    """In what capacity a person belongs to a conference."""

    PARTY_COMMITTEE = "PARTY_COMMITTEE"
    PEOPLES_CONGRESS = "PEOPLES_CONGRESS"
    GOVERNMENT = "GOVERNMENT"
    CPPCC = "CPPCC"
    SUBDISTRICT_SECRETARY = "SUBDISTRICT_SECRETARY"
    COMMUNITY_SECRETARY = "COMMUNITY_SECRETARY"
    DEPARTMENT_SECRETARY = "DEPARTMENT_SECRETARY"


described(
    StandingCategory,
    "In what capacity a person belongs to a conference.",
    {
        "PARTY_COMMITTEE": "For the municipal Party committee (市委).",
        "PEOPLES_CONGRESS": "For the municipal people's congress (市人大).",
        "GOVERNMENT": "For the municipal government (市政府).",
        "CPPCC": "For the municipal committee of the Chinese People's Political Consultative Conference (市政协).",
        "SUBDISTRICT_SECRETARY": "As secretary of a subdistrict (街道党工委书记).",
        "COMMUNITY_SECRETARY": "As secretary of a community of the subdistrict (社区党委书记).",
        "DEPARTMENT_SECRETARY": "As secretary of a department (部门党组织书记).",
    },
)


class InviteeCategory(Enum):
    """In what capacity a person or body is invited to a conference."""

    LINKED_LEADER = "LINKED_LEADER"
    STATIONED_UNIT = "STATIONED_UNIT"
    DELEGATE_OR_COMMITTEE_MEMBER = "DELEGATE_OR_COMMITTEE_MEMBER"
    ENTERPRISE = "ENTERPRISE"
    SOCIAL_ORGANIZATION = "SOCIAL_ORGANIZATION"
    COMMUNITY_SECRETARY = "COMMUNITY_SECRETARY"


described(
    InviteeCategory,
    "In what capacity a person or body is invited to the meetings of a conference.",
    {
        "LINKED_LEADER": "A leader who is linked with the place (包联领导).",
        "STATIONED_UNIT": "A unit that is stationed there (驻区单位).",
        "DELEGATE_OR_COMMITTEE_MEMBER": "A delegate or committee member (两代表一委员).",
        "ENTERPRISE": "An enterprise of some weight there (非公有制经济组织).",
        "SOCIAL_ORGANIZATION": "A social organization (社会组织).",
        "COMMUNITY_SECRETARY": "The secretary of a community, at the city's conference (社区党组织书记).",
    },
)


class MeetingKind(Enum):
    """Whether a meeting is one of those that are due, or called for a reason."""

    REGULAR = "REGULAR"
    EXTRAORDINARY = "EXTRAORDINARY"


described(
    MeetingKind,
    "Whether a meeting is one of those that are due, or called for a reason.",
    {
        "REGULAR": "A regular meeting (常规会议).",
        "EXTRAORDINARY": "An extraordinary meeting (临时会议), about one field.",
    },
)


class DocumentKind(Enum):
    """What sort of document a meeting adopted."""

    IMPLEMENTATION_PLAN = "IMPLEMENTATION_PLAN"
    SUB_DOCUMENT = "SUB_DOCUMENT"
    LOCAL_MEASURES = "LOCAL_MEASURES"


described(
    DocumentKind,
    "What sort of document a meeting adopted.",
    {
        "IMPLEMENTATION_PLAN": "The city's plan (实施方案).",
        "SUB_DOCUMENT": "A document that goes with the plan (子文件).",
        "LOCAL_MEASURES": "A subdistrict's own lines and measures (思路和具体措施).",
    },
)


@strawberry.type(
    description="A joint conference (联席会): the body of a city, a subdistrict, a community or a compound that holds meetings."
)
class Conference(Actor):
    """A joint conference."""

    row = Row("conference", label="Conference", refetch="nodes.entity", of="Conference", exists="organizations.exists")

    level: PlaceLevel = value("The level of its place.", "conferences.level")
    responsibilities: list[str] = computed("What a conference of its level has to do.", responsibilities, level=_LEVEL)
    next_meeting_due: date | None = value(
        "The last day on which it can meet and still leave no period without a meeting. The periods are months in a "
        "compound, quarters in a community and a subdistrict, half-years in a city, where only regular meetings count. "
        "Null for a conference that is no more.",
        "conferences.next_meeting_due",
    )
    overdue: bool | None = value(
        "Whether it let a whole period pass without a meeting: true from the day after `nextMeetingDue` on. The first period "
        "that counts is the first one that began with the conference in place. Null for a conference that is no more.",
        "conferences.overdue",
    )

    @related("conferences.place")
    def place(self) -> Place:
        """The place whose conference it is."""

    @related("conferences.convenor")
    def convenor(self) -> Person | None:
        """Its general convenor (总召集人); null where none is on record."""

    @related("conferences.liaison_office")
    def liaison_office(self) -> Department | None:
        """The department that holds its liaison office (联络办公室); null without one, as everywhere below the city."""

    @related("conferences.members")
    def standing_members(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> ConferenceMemberConnection:
        """Its standing members on the day, by id."""

    @related("conferences.invitees")
    def invitees(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> ConferenceInviteeConnection:
        """Whoever is invited to its meetings on the day, by id."""

    @related("conferences.meetings")
    def meetings(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Meeting]:
        """Its meetings up to the day, newest first."""

    @related("conferences.adopted")
    def documents(self) -> list[Document]:
        """The documents that it has adopted at its meetings up to the day, by id."""

    @related("issues.conference_raised")
    def raised(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Issue]:
        """The issues that were raised at its meetings up to the day, by code."""

    @related("escalations.conference_from_below")
    def from_below(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Escalation]:
        """What was sent up to it up to the day, the first submitted first."""

    @related("escalations.conference_sent_up")
    def sent_up(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Escalation]:
        """What it sent up itself up to the day, the first submitted first."""

    @related("escalations.conference_awaiting")
    def awaiting_feedback(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Escalation]:
        """What it sent up and still waits for feedback on, the longest waiting first."""

    @related("escalations.conference_owing")
    def owing_feedback(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Escalation]:
        """What was sent up to it and still waits for its feedback, the longest waiting first."""

    @related("appointments.of_organization", given={"organization": "conference"})
    def appointments(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Appointment]:
        """The appointments in it that hold on the day, by id."""


@strawberry.type(description="A meeting of a joint conference; it exists from its date on.")
class Meeting(Node):
    """A meeting of a joint conference."""

    row = Row("meeting", label="Meeting", refetch="nodes.entity", of="Meeting", exists="nodes.happened")

    date: date = stored("The day on which it was held.", key="date")
    kind: MeetingKind = stored("Whether it was due, or called for a reason.", key="kind")
    field: str | None = stored(
        "The field that an extraordinary meeting was about; null for a regular one.", key="field"
    )
    decisions: list[str] = stored("What it decided.", key="decisions")
    minutes: str | None = stored("Its minutes (会议纪要); null where there are none.", key="minutes")
    provenance: Provenance = stored("Where it comes from.", key="provenance")

    @related("conferences.meeting_conference")
    def conference(self) -> Conference:
        """The conference that held it."""

    @related("conferences.convened_by")
    def convened_by(self) -> Person | None:
        """Who convened it: the convenor, or for an extraordinary one the leader in charge; null where that is not on record."""

    @related("conferences.attendees")
    def attendees(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> ActorConnection:
        """Whoever took part, by id: persons and bodies."""

    @related("issues.meeting_agenda")
    def agenda(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Issue]:
        """The issues on its agenda (议程), by code: those raised there, and those taken up from before or from below."""

    @related("conferences.documents")
    def documents(self) -> list[Document]:
        """The documents that it adopted, by id."""


@strawberry.type(description="A document that a meeting adopted.")
class Document(Node):
    """A document that a meeting adopted."""

    row = Row("document", label="Document", refetch="nodes.entity", of="Document", exists="conferences.document_exists")

    title: str = stored("The title.", key="title")
    kind: DocumentKind = stored("What sort of document it is.", key="kind")
    provenance: Provenance = stored("Where it comes from.", key="provenance")

    @related("conferences.document_meeting")
    def meeting(self) -> Meeting:
        """The meeting that adopted it."""


@strawberry.type(description="A standing member in a conference's list, with what is said of the membership.")
class ConferenceMemberEdge:
    """A standing member in a conference's list."""

    row = Row("membership", needs=("person",))

    cursor: str = strawberry.field(description=_CURSOR)
    node: Person = same("The person.")
    category: StandingCategory = stored("In what capacity the person belongs to it.", key="category")
    since: date = stored("The first day on which the person belongs to it.", key="since")
    until: date | None = stored(
        "The first day on which the person no longer does; null while no end is on record.", key="until"
    )


@strawberry.type(description="A page of the standing members of a conference.")
class ConferenceMemberConnection:
    """A page of the standing members of a conference."""

    total_count: int = strawberry.field(description=_TOTAL)
    page_info: PageInfo = strawberry.field(description=_PAGE)
    nodes: list[Person] = strawberry.field(description="The persons of the page.")
    edges: list[ConferenceMemberEdge] = strawberry.field(description="The persons with what is said of the membership.")


@strawberry.type(description="Whoever is invited, in a conference's list, with what is said of the invitation.")
class ConferenceInviteeEdge:
    """Whoever is invited, in a conference's list."""

    row = Row("invitation", needs=("actor",))

    cursor: str = strawberry.field(description=_CURSOR)
    node: Actor = same("The person or body.")
    category: InviteeCategory = stored("In what capacity.", key="category")
    since: date = stored("The first day on which the invitation holds.", key="since")
    until: date | None = stored(
        "The first day on which it no longer does; null while no end is on record.", key="until"
    )


@strawberry.type(description="A page of those who are invited to the meetings of a conference.")
class ConferenceInviteeConnection:
    """A page of those who are invited to the meetings of a conference."""

    total_count: int = strawberry.field(description=_TOTAL)
    page_info: PageInfo = strawberry.field(description=_PAGE)
    nodes: list[Actor] = strawberry.field(description="The persons and bodies of the page.")
    edges: list[ConferenceInviteeEdge] = strawberry.field(
        description="The persons and bodies with what is said of the invitation."
    )


@strawberry.type(description="Whoever took part in a meeting, with what is said of the attendance.")
class ActorEdge:
    """Whoever took part in a meeting."""

    row = Row("attendance", needs=("actor",))

    cursor: str = strawberry.field(description=_CURSOR)
    node: Actor = same("The person or body.")
    category: InviteeCategory | None = stored(
        "In what capacity it was invited; null for convenors, standing members and others who came without an invitation.",
        key="category",
    )


@strawberry.type(description="A page of those who took part in a meeting.")
class ActorConnection:
    """A page of those who took part in a meeting."""

    total_count: int = strawberry.field(description=_TOTAL)
    page_info: PageInfo = strawberry.field(description=_PAGE)
    nodes: list[Actor] = strawberry.field(description="The persons and bodies of the page.")
    edges: list[ActorEdge] = strawberry.field(description="The persons and bodies with what is said of the attendance.")


@strawberry.input(description="Which conferences to keep: those of which all that is given is true.")
class ConferenceFilter:
    """Which conferences to keep."""

    level: PlaceLevel | None = kept("The level of its place.", "conferences.is_of_level")
    overdue: bool | None = kept("Whether it let a whole period pass without a meeting.", "conferences.is_overdue")


@strawberry.input(description="Which meetings to keep: those of which all that is given is true.")
class MeetingFilter:
    """Which meetings to keep."""

    kind: MeetingKind | None = kept("Whether it was due, or called for a reason.", "nodes.is_of_kind")
    from_: date | None = kept("It was held on this day or later.", "nodes.is_from", name="from")
    until: date | None = kept("It was held before this day.", "nodes.is_before")
    level: PlaceLevel | None = kept("The level of the conference's place.", "conferences.is_at_level")
