"""Joint conferences, their meetings, and the documents that these adopted."""

from datetime import date, timedelta

from differential.graph import Thing
from differential.ids import within
from differential.items import FILTERS, Ask, Item, Resolver, in_period
from differential.organizations import seats
from differential.pages import Order
from graph_api.resolvers.conferences import responsibilities

_MONTHS = {"CITY": 6, "SUBDISTRICT": 3, "COMMUNITY": 3, "COMPOUND": 1}


def _of_place(ask: Ask) -> Item | None:
    links = ask.holding(ask.graph.reaching(ask.value, "SERVES", "Conference"))
    return ask.item(links[0].start) if links else None


def _place(ask: Ask, conference: Thing) -> Thing:
    return ask.begun(ask.graph.leaving(conference, "SERVES"))[0].end


def _level(ask: Ask, conference: Thing) -> str:
    return _place(ask, conference).kind.upper()


def _convenor(ask: Ask) -> Item | None:
    seats = [seat for seat in ask.holding(ask.graph.reaching(ask.value, "HOLDS")) if seat.cells["role"] == "CONVENOR"]
    seats.sort(key=lambda seat: (seat.since, seat.start.id))
    return ask.item(seats[0].start, "Person") if seats else None


def _liaison_office(ask: Ask) -> Item | None:
    links = ask.holding(ask.graph.reaching(ask.value, "LIAISON_OF"))
    return ask.item(links[0].start) if links else None


def _linked(relation: str, connection: str, list_: str) -> Resolver:
    def listed(ask: Ask) -> Item:
        links = ask.holding(ask.graph.reaching(ask.value, relation))
        order = Order(list_, lambda item: (item.value.start.id, item.value.id), (False, False))
        return ask.page(f"{connection}Connection", [ask.made(f"{connection}Edge", link) for link in links], order)

    return listed


def _joined(relation: str, connection: str, list_: str) -> Resolver:
    def listed(ask: Ask) -> Item:
        links = ask.past(ask.graph.leaving(ask.value, relation))
        order = Order(list_, lambda item: (item.value.end.id, item.value.id), (False, False))
        return ask.page(f"{connection}Connection", [ask.made(f"{connection}Edge", link) for link in links], order)

    return listed


def _newest_first(ask: Ask, list_: str, meetings: list[Thing]) -> Item:
    held = ask.matching(meeting for meeting in meetings if meeting.date <= ask.day)
    order = Order(list_, lambda item: (item.value.date, item.value.id), (True, False))
    return ask.page("MeetingConnection", ask.items(held), order)


def _matches(ask: Ask, meeting: Thing) -> bool:
    asked = ask.filter
    return (
        asked.get("kind") in {None, meeting.cells["kind"]}
        and asked.get("level") in {None, _level(ask, _conference(ask, meeting))}
        and in_period(meeting.date, asked)
    )


def _meetings(ask: Ask) -> Item:
    return _newest_first(ask, "Conference.meetings", [link.end for link in ask.graph.leaving(ask.value, "HELD")])


def attended(ask: Ask) -> Item:
    """The meetings that a person or body took part in."""
    return _newest_first(ask, "Actor.meetings", [link.end for link in ask.graph.leaving(ask.value, "ATTENDED")])


def _due(ask: Ask, conference: Thing) -> date | None:
    """The end of the period after that of the last meeting, or of the first that began with the conference."""
    services = ask.holding(ask.graph.leaving(conference, "SERVES"))
    if not services:
        return None
    level = services[0].end.kind.upper()
    since = services[0].since or date.min
    days = [
        link.end.date
        for link in ask.graph.leaving(conference, "HELD")
        if level != "CITY" or link.end.cells["kind"] == "REGULAR"
    ]
    last = max((day for day in days if since <= day <= ask.day), default=since - timedelta(days=1))
    return period_end(level, last, 1)


def period_end(level: str, day: date, later: int) -> date:
    """The last day of a period of the level: of the day's own, or of one so many periods later."""
    month = day.year * 12 + day.month - 1
    after = month - month % _MONTHS[level] + (1 + later) * _MONTHS[level]
    return date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def _is_due_before(ask: Ask, conference: Thing, day: date) -> bool:
    due = _due(ask, conference)
    return due is not None and due < day


def _overdue(ask: Ask, conference: Thing) -> bool | None:
    due = _due(ask, conference)
    return None if due is None else due < ask.day


def _conference(ask: Ask, meeting: Thing) -> Thing:
    [link] = ask.graph.reaching(meeting, "HELD")
    return link.start


def _attendees(ask: Ask) -> Item:
    items = [ask.made("ActorEdge", link) for link in ask.graph.reaching(ask.value, "ATTENDED")]
    return ask.page("ActorConnection", items, Order("Meeting.attendees", lambda item: (item.value.start.id,), (False,)))


def _documents(ask: Ask) -> list[Item]:
    return ask.items(sorted((link.end for link in ask.graph.leaving(ask.value, "ADOPTED")), key=lambda one: one.id))


def _adopted(ask: Ask) -> list[Item]:
    meetings = [link.end for link in ask.graph.leaving(ask.value, "HELD") if link.end.date <= ask.day]
    found = [link.end for meeting in meetings for link in ask.graph.leaving(meeting, "ADOPTED")]
    return ask.items(sorted(found, key=lambda one: one.id))


def _conferences(ask: Ask) -> Item:
    beginning, asked = within(ask.arguments.get("within")), ask.arguments.get("filter") or {}
    found = [
        conference
        for conference in ask.graph.of("Conference")
        if any(link.end.id.startswith(beginning) for link in ask.holding(ask.graph.leaving(conference, "SERVES")))
        and asked.get("level") in {None, _level(ask, conference)}
        and asked.get("overdue") in {None, _overdue(ask, conference)}
        and (asked.get("dueBefore") is None or _is_due_before(ask, conference, asked["dueBefore"]))
    ]
    order = Order("Query.conferences", lambda item: (_place(ask, item.value).id, item.value.id), (False, False))
    return ask.page("ConferenceConnection", ask.items(found), order)


def _all_meetings(ask: Ask) -> Item:
    beginning = within(ask.arguments.get("within"))
    found = [
        meeting
        for meeting in ask.graph.of("Meeting")
        if ask.begun(ask.graph.leaving(_conference(ask, meeting), "SERVES"))
        and _place(ask, _conference(ask, meeting)).id.startswith(beginning)
    ]
    return _newest_first(ask, "Query.meetings", found)


def _or_none(name: str) -> Resolver:
    return lambda ask: ask.value.cells[name] or None


_CONFERENCE: dict[str, Resolver] = {"conference": _of_place}
_CONFERENCE_EDGE: dict[str, Resolver] = {
    "node": lambda ask: ask.item(ask.value.end),
    "category": lambda ask: ask.value.cells["category"],
}

FILTERS["Meeting"] = _matches
FIELDS: dict[str, dict[str, Resolver]] = {
    "Query": {"conferences": _conferences, "meetings": _all_meetings},
    "City": _CONFERENCE,
    "Subdistrict": _CONFERENCE,
    "Community": _CONFERENCE,
    "Compound": _CONFERENCE,
    "Department": {"meetings": attended},
    "Leader": {"meetings": attended},
    "Person": {
        "meetings": attended,
        "memberships": _joined("BELONGS_TO", "ConferenceMembership", "Person.memberships"),
        "invitations": _joined("INVITED_TO", "ConferenceInvitation", "Person.invitations"),
    },
    "Conference": {
        "level": lambda ask: _level(ask, ask.value),
        # A text that stands in the product alone.
        "responsibilities": lambda ask: responsibilities(_level(ask, ask.value), ask.arguments.get("language") or "EN"),
        "appointments": seats,
        "place": lambda ask: ask.item(_place(ask, ask.value)),
        "convenor": _convenor,
        "liaisonOffice": _liaison_office,
        "standingMembers": _linked("BELONGS_TO", "ConferenceMember", "Conference.standingMembers"),
        "invitees": _linked("INVITED_TO", "ConferenceInvitee", "Conference.invitees"),
        "meetings": _meetings,
        "documents": _adopted,
        "nextMeetingDue": lambda ask: _due(ask, ask.value),
        "overdue": lambda ask: _overdue(ask, ask.value),
    },
    "ConferenceMemberEdge": {
        "node": lambda ask: ask.item(ask.value.start, "Person"),
        "category": lambda ask: ask.value.cells["category"],
    },
    "ConferenceInviteeEdge": {
        "node": lambda ask: ask.item(ask.value.start),
        "category": lambda ask: ask.value.cells["category"],
    },
    "ConferenceMembershipEdge": _CONFERENCE_EDGE,
    "ConferenceInvitationEdge": _CONFERENCE_EDGE,
    "ActorEdge": {
        "node": lambda ask: ask.item(ask.value.start),
        "category": lambda ask: ask.value.cells["category"] or None,
    },
    "Meeting": {
        "date": lambda ask: ask.value.date,
        "kind": lambda ask: ask.value.cells["kind"],
        "field": _or_none("field"),
        "decisions": lambda ask: ask.value.cells["decisions"].split("|"),
        "minutes": _or_none("minutes"),
        "conference": lambda ask: ask.item(_conference(ask, ask.value)),
        "convenedBy": lambda ask: ask.item(ask.graph.reaching(ask.value, "CONVENED")[0].start, "Person"),
        "attendees": _attendees,
        "documents": _documents,
    },
    "Document": {
        "title": lambda ask: ask.value.cells["title"],
        "kind": lambda ask: ask.value.cells["kind"],
        "meeting": lambda ask: ask.item(ask.graph.reaching(ask.value, "ADOPTED")[0].start),
    },
}
