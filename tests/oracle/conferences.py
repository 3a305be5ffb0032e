"""Joint conferences: which one a place has, when it met in a window, and who came."""

from oracle.days import last_complete
from oracle.relations import Situation
from oracle.rules import Judgement, Thing, not_applicable, passes_if, things
from oracle.tables import Meeting, Relation

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


def held_before(relation: Relation | None, months: int, situation: Situation) -> bool:
    """Whether it held on the first day of the last complete period of so many months already."""
    first, _ = last_complete(months, situation.day)
    return relation is not None and relation.since <= first


def met(place: str, months: int, situation: Situation) -> list[Meeting]:
    """The meetings of the place's conference in the last complete period of so many months."""
    service = service_of(place, situation)
    first, following = last_complete(months, situation.day)
    if service is None:
        return []
    return [
        one for one in situation.tables.meetings if one.conference == service.start and first <= one.date < following
    ]


def meets(
    place: str, months: int, situation: Situation, kinds: tuple[str, ...] = ("REGULAR", "EXTRAORDINARY")
) -> Judgement:
    """At least one meeting, of a conference that was there on the first day."""
    if not held_before(service_of(place, situation), months, situation):
        return not_applicable()
    meetings = [one.id for one in met(place, months, situation) if one.kind in kinds]
    return passes_if(bool(meetings), things("Meeting", meetings))


def invites_every_category(place: str, situation: Situation) -> Judgement:
    """Somebody of each category of the invited came to one of the meetings of the half-year."""
    meetings = met(place, HALF_YEAR, situation)
    if not meetings or not held_before(service_of(place, situation), HALF_YEAR, situation):
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
    if not meetings or not held_before(pairing, QUARTER, situation):
        return not_applicable()
    came = [one.id for one in meetings if who in situation.tables.attendances.get(one.id, {})]
    return passes_if(bool(came), things("Meeting", came))
