"""Joint conferences: which one a place has, when it met in a window, and who came."""

from oracle.relations import Situation
from oracle.rules import Judgement, Thing, not_applicable, passes_if, things
from oracle.tables import Meeting, Relation
from oracle.windows import Window, last_complete

MONTH, QUARTER, HALF_YEAR = 1, 3, 6
INVITED = frozenset(
    {"LINKED_LEADER", "STATIONED_UNIT", "DELEGATE_OR_COMMITTEE_MEMBER", "ENTERPRISE", "SOCIAL_ORGANIZATION"}
)
KINDS = {
    "D": "Department",
    "E": "Enterprise",
    "S": "SocialOrganization",
    "U": "Unit",
    "P": "Person",
    "L": "Leader",
    "B": "Branch",
    "O": "OwnersCommittee",
    "C": "PropertyCompany",
}


def actor(id_: str) -> Thing:
    """A person or body: the letter in the id says what it is."""
    return Thing(KINDS[id_.strip("0123456789")[0]], id_)


def service_of(place: str, situation: Situation) -> Relation | None:
    """The place's conference: the earliest, should there be several."""
    return next(iter(situation.conference_services.to(place)), None)


def held_before(relation: Relation | None, window: Window) -> bool:
    return relation is not None and relation.since <= window.first


def met(place: str, months: int, situation: Situation) -> list[Meeting]:
    """The meetings of the place's conference in the last complete period of so many months."""
    service, window = service_of(place, situation), last_complete(months, situation.day)
    if service is None:
        return []
    return [one for one in situation.tables.meetings if one.conference == service.start and window.has(one.date)]


def meets(
    place: str, months: int, situation: Situation, kinds: tuple[str, ...] = ("REGULAR", "EXTRAORDINARY")
) -> Judgement:
    """At least one meeting, of a conference that was there on the first day."""
    if not held_before(service_of(place, situation), last_complete(months, situation.day)):
        return not_applicable()
    meetings = [one.id for one in met(place, months, situation) if one.kind in kinds]
    return passes_if(bool(meetings), things("Meeting", meetings))


def invites_every_category(place: str, situation: Situation) -> Judgement:
    """Somebody of each category of the invited came to one of the meetings of the half-year."""
    meetings = met(place, HALF_YEAR, situation)
    if not meetings or not held_before(service_of(place, situation), last_complete(HALF_YEAR, situation.day)):
        return not_applicable()
    guests = [
        (who, category)
        for meeting in meetings
        for who, category in situation.tables.attendances.get(meeting.id, {}).items()
        if category
    ]
    return passes_if({category for _, category in guests} >= INVITED, frozenset(actor(who) for who, _ in guests))


def attended(who: str, pairing: Relation | None, situation: Situation) -> Judgement:
    """Somebody who is paired came to one of the meetings of the quarter there."""
    meetings = met(pairing.end, QUARTER, situation) if pairing else []
    if not meetings or not held_before(pairing, last_complete(QUARTER, situation.day)):
        return not_applicable()
    came = [one.id for one in meetings if who in situation.tables.attendances.get(one.id, {})]
    return passes_if(bool(came), things("Meeting", came))
