"""Appointments, and the cross-appointments that they make."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from differential.graph import Graph, Relation, Thing
from differential.items import Ask, Item, Resolver

_BRANCH_SEATS = frozenset({"SECRETARY", "DEPUTY_SECRETARY", "COMMITTEE_MEMBER"})
_COMPANY_CHANNELS = {"QUALITY_SUPERVISOR": "BRANCH_TO_PROPERTY_SUPERVISOR", "PARTY_HEAD": "PROPERTY_TO_BRANCH"}
_COMMITTEE_CHANNELS = ("BRANCH_TO_OWNERS_COMMITTEE", "OWNERS_COMMITTEE_TO_BRANCH")


@dataclass(frozen=True)
class Crossing:
    """One person in two of a compound's three parties."""

    compound: Thing
    person: Thing
    channel: str
    since: date
    branch_seat: Relation
    other_seat: Relation
    heads_both: bool
    day: date
    """The day that this describes: the day in question, or the last one on which it held."""

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.compound.id}|{self.person.id}|{self.channel}"


def crossings(graph: Graph, compound: Thing, day: date) -> list[Crossing]:
    """The cross-appointments of the compound on the day: one for each person and channel, complete the earliest."""
    found: dict[str, Crossing] = {}
    pairs = sorted(_pairs(graph, compound, day), key=lambda c: (c.since, _age(c.branch_seat), _age(c.other_seat)))
    for crossing in pairs:
        found.setdefault(crossing.key, crossing)
    return list(found.values())


def crossing_of(graph: Graph, key: str, day: date) -> Crossing | None:
    """The cross-appointment with the key, on the day or the last day before it on which there is one."""
    compound = graph.things.get(key.split("|", maxsplit=1)[0])
    if compound is None or compound.kind != "Compound":
        return None
    ends = {turn - timedelta(days=1) for turn in _turns(graph, compound) if turn <= day}
    for each in (day, *sorted(ends, reverse=True)):
        for crossing in crossings(graph, compound, each):
            if crossing.key == key:
                return crossing
    return None


def ends_on(graph: Graph, crossing: Crossing) -> date | None:
    """The first day after it on which the cross-appointment is no more."""
    for turn in sorted(turn for turn in _turns(graph, crossing.compound) if turn > crossing.day):
        if crossing.key not in {one.key for one in crossings(graph, crossing.compound, turn)}:
            return turn
    return None


def _turns(graph: Graph, compound: Thing) -> set[date]:
    """The days on which something about the compound's parties changes."""
    services = graph.reaching(compound, "SERVES")
    links = [*services, *(seat for service in services for seat in graph.reaching(service.start, "HOLDS"))]
    return {day for link in links for day in (link.since, link.until) if day}


def spoken_for_by_one(graph: Graph, compound: Thing, day: date) -> bool:
    """Whether one person sits in the branch, in the owners' committee and in the company of the compound on the day."""
    found = crossings(graph, compound, day)
    with_company = {crossing.person.id for crossing in found if crossing.channel in _COMPANY_CHANNELS.values()}
    with_committee = {crossing.person.id for crossing in found if crossing.channel in _COMMITTEE_CHANNELS}
    return bool(with_company & with_committee)


def _pairs(graph: Graph, compound: Thing, day: date) -> Iterator[Crossing]:
    serving = [link.start for link in graph.reaching(compound, "SERVES") if link.holds(day)]
    for branch in (body for body in serving if body.kind == "Branch"):
        for seat in graph.reaching(branch, "HOLDS"):
            if not seat.holds(day) or not _counts(seat):
                continue
            for other in graph.leaving(seat.start, "HOLDS"):
                if other.holds(day) and other.end in serving and other.end.kind != "Branch" and _counts(other):
                    firsts = _first(graph, seat), _first(graph, other)
                    channel = _channel(*firsts)
                    since = max(first.since or date.min for first in firsts)
                    heads = _holds(graph, seat.start, branch, "SECRETARY", day) and _holds(
                        graph, seat.start, other.end, "DIRECTOR", day
                    )
                    yield Crossing(compound, seat.start, channel, since, seat, other, heads, day)


def fits_filter(ask: Ask, crossing: Crossing) -> bool:
    """Whether the cross-appointment fits the filter of the field that is asked."""
    channels = ask.filter.get("channels")
    return (channels is None or crossing.channel in channels) and ask.filter.get("concurrentHead") in {
        None,
        crossing.heads_both,
    }


def _age(seat: Relation) -> tuple[date, str]:
    return seat.since or date.min, seat.id


def _counts(seat: Relation) -> bool:
    """Whether a seat makes a cross-appointment together with one in another party."""
    role = seat.cells["role"]
    return {
        "Branch": role in _BRANCH_SEATS,
        "PropertyCompany": role in _COMPANY_CHANNELS,
        "OwnersCommittee": True,
    }.get(seat.end.kind, False)


def _first(graph: Graph, seat: Relation) -> Relation:
    """The seat that this one continues: seats of a person in a body are one as long as no day lies between them."""
    seats = [one for one in graph.leaving(seat.start, "HOLDS") if one.end is seat.end and _counts(one)]
    for earlier in sorted(seats, key=_age, reverse=True):
        lasts = earlier.until is None or (earlier.until > _age(earlier)[0] and earlier.until >= _age(seat)[0])
        if _age(earlier) < _age(seat) and lasts:
            seat = earlier
    return seat


def _channel(branch_seat: Relation, other: Relation) -> str:
    if other.end.kind == "PropertyCompany":
        return _COMPANY_CHANNELS[other.cells["role"]]
    recorded = [seat.cells["channel"] for seat in (other, branch_seat) if seat.cells["channel"] in _COMMITTEE_CHANNELS]
    if recorded:
        return recorded[0]
    assert branch_seat.since
    assert other.since
    return _COMMITTEE_CHANNELS[0 if branch_seat.since <= other.since else 1]


def _holds(graph: Graph, person: Thing, body: Thing, role: str, day: date) -> bool:
    seats = (seat for seat in graph.leaving(person, "HOLDS") if seat.end is body and seat.holds(day))
    return any(seat.cells["role"] == role for seat in seats)


def _made_of(ask: Ask) -> list[Item | None]:
    return [ask.made("Appointment", seat) for seat in (ask.value.branch_seat, ask.value.other_seat)]


FIELDS: dict[str, dict[str, Resolver]] = {
    "Appointment": {
        "role": lambda ask: ask.value.cells["role"],
        "organization": lambda ask: ask.item(ask.value.end),
        "person": lambda ask: ask.item(ask.value.start, "Person"),
    },
    "CrossAppointment": {
        "person": lambda ask: ask.item(ask.value.person, "Person"),
        "compound": lambda ask: ask.item(ask.value.compound),
        "concurrentHead": lambda ask: ask.value.heads_both,
        "until": lambda ask: ends_on(ask.graph, ask.value),
        "appointments": _made_of,
    },
}
