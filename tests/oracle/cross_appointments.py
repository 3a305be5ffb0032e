"""Cross-appointments: one person in two of a compound's three parties, one of them the branch."""

from collections.abc import Iterator
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
        CrossAppointment(compound, seat.start, channel)
        for branch in situation.branches(compound)
        for seat in situation.appointments.to(branch)
        if seat.role in BRANCH_ROLES
        for channel in _channels(compound, seat, situation)
    }


def _channels(compound: str, branch_seat: Relation, situation: Situation) -> Iterator[str]:
    """The channels that lead between a seat in the branch and the person's other seats in the compound."""
    committees = situation.owners_committees(compound)
    companies = situation.property_companies(compound)
    for seat in situation.appointments.from_(branch_seat.start):
        if seat.end in committees:
            yield _committee_channel(branch_seat, seat)
        elif seat.end in companies and seat.role in COMPANY_CHANNELS:
            yield COMPANY_CHANNELS[seat.role]


def _committee_channel(branch_seat: Relation, committee_seat: Relation) -> str:
    """The channel on record, else from the earlier seat to the later; from the branch where both began on one day."""
    for seat in (branch_seat, committee_seat):
        if seat.channel in COMMITTEE_CHANNELS:
            return seat.channel
    if committee_seat.since < branch_seat.since:
        return "OWNERS_COMMITTEE_TO_BRANCH"
    return "BRANCH_TO_OWNERS_COMMITTEE"
