"""Appointments, and the cross-appointments that they make."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

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

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.compound.id}|{self.person.id}|{self.channel}"


def crossings(graph: Graph, compound: Thing, day: date) -> list[Crossing]:
    """The cross-appointments of the compound on the day: one for each person and channel, complete the earliest."""
    found: dict[str, Crossing] = {}
    pairs = sorted(_pairs(graph, compound, day), key=lambda c: (c.since, c.branch_seat.id, c.other_seat.id))
    for crossing in pairs:
        found.setdefault(crossing.key, crossing)
    return list(found.values())


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
            if not seat.holds(day) or seat.cells["role"] not in _BRANCH_SEATS:
                continue
            for other in graph.leaving(seat.start, "HOLDS"):
                channel = _channel(seat, other)
                if other.holds(day) and other.end in serving and channel:
                    since = max(seat.since or date.min, other.since or date.min)
                    heads = _holds(graph, seat.start, branch, "SECRETARY", day) and _holds(
                        graph, seat.start, other.end, "DIRECTOR", day
                    )
                    yield Crossing(compound, seat.start, channel, since, seat, other, heads)


def _channel(branch_seat: Relation, other: Relation) -> str | None:
    if other.end.kind == "PropertyCompany":
        return _COMPANY_CHANNELS.get(other.cells["role"])
    if other.end.kind != "OwnersCommittee":
        return None
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
        "appointments": _made_of,
    },
}
