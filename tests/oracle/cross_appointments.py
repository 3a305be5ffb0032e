"""Cross-appointments: one person in two of a compound's three parties, one of them the branch."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from oracle.records import Relation
from oracle.relations import Situation

BRANCH_ROLES = {"SECRETARY", "DEPUTY_SECRETARY", "COMMITTEE_MEMBER"}
COMPANY_CHANNELS = {"QUALITY_SUPERVISOR": "BRANCH_TO_PROPERTY_SUPERVISOR", "PARTY_HEAD": "PROPERTY_TO_BRANCH"}
COMMITTEE_CHANNELS = {"BRANCH_TO_OWNERS_COMMITTEE", "OWNERS_COMMITTEE_TO_BRANCH"}


@dataclass(frozen=True)
class CrossAppointment:
    compound: str
    person: str
    channel: str

    @property
    def id(self) -> str:
        return f"{self.compound}|{self.person}|{self.channel}"


def cross_appointments(compound: str, situation: Situation) -> set[CrossAppointment]:
    """Those of the compound on the day: one record for a person and a channel, while both appointments hold."""
    return {
        CrossAppointment(compound, person, channel)
        for branch in situation.branches(compound)
        for person in {seat.start for seat in situation.appointments.to(branch)}
        for channel in _channels(compound, branch, person, situation)
    }


def _channels(compound: str, branch: str, person: str, situation: Situation) -> Iterator[str]:
    """The channels that lead between a person's seat in the branch and those in the other bodies of the compound."""
    in_branch = _seat(person, branch, BRANCH_ROLES, situation)
    if in_branch is None:
        return
    for committee in situation.owners_committees(compound):
        if seat := _seat(person, committee, None, situation):
            yield _committee_channel(in_branch, seat)
    for company in situation.property_companies(compound):
        if seat := _seat(person, company, COMPANY_CHANNELS.keys(), situation):
            yield COMPANY_CHANNELS[seat.role]


def _seat(person: str, body: str, roles: Collection[str] | None, situation: Situation) -> Relation | None:
    """The person's seat in the body, if one of such a role holds: several are one, which began with the first of them.

    A seat is continued by another that begins before it ends, or on the day on which it ends.
    """
    seats = [
        seat
        for seat in situation.tables.appointments
        if (seat.start, seat.end) == (person, body)
        and (roles is None or seat.role in roles)
        and (seat.until is None or seat.since < seat.until)
    ]
    held = [seat for seat in seats if seat.holds(situation.day)]
    if not held:
        return None
    first = min(held, key=lambda seat: (seat.since, seat.id))
    while True:
        before = [
            seat
            for seat in seats
            if (seat.since, seat.id) < (first.since, first.id) and (seat.until is None or first.since <= seat.until)
        ]
        if not before:
            return first
        first = min(before, key=lambda seat: (seat.since, seat.id))


def _committee_channel(branch_seat: Relation, committee_seat: Relation) -> str:
    """The channel on record, else from the earlier seat to the later; from the branch where both began on one day."""
    for seat in (committee_seat, branch_seat):
        if seat.channel in COMMITTEE_CHANNELS:
            return seat.channel
    if committee_seat.since < branch_seat.since:
        return "OWNERS_COMMITTEE_TO_BRANCH"
    return "BRANCH_TO_OWNERS_COMMITTEE"
