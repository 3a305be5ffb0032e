"""The rules of compounds."""

from datetime import date

from oracle.conferences import held_in
from oracle.cross_appointments import cross_appointments
from oracle.days import Period, Window
from oracle.records import Meeting
from oracle.relations import Situation
from oracle.rules import Outcome, Subjects, must, not_applicable, passes_if, should, things


@should("CMP1")
def a_branch(compound: str, situation: Situation) -> Outcome:
    branches = situation.branches(compound)
    return passes_if(len(branches) == 1, things("Branch", branches))


@should("CMP2")
def all_three_parties(compound: str, situation: Situation) -> Outcome:
    branches = situation.branches(compound)
    companies = situation.property_companies(compound)
    committees = situation.owners_committees(compound)
    evidence = things("Branch", branches) | things("PropertyCompany", companies) | things("OwnersCommittee", committees)
    return passes_if(bool(branches and companies and committees), evidence)


@should("CMP3")
def a_cross_appointment(compound: str, situation: Situation) -> Outcome:
    if not situation.branches(compound):
        return not_applicable()
    crossings = cross_appointments(compound, situation)
    return passes_if(len(crossings) >= 1, things("CrossAppointment", (crossing.id for crossing in crossings)))


@must("CMP4", Period.MONTH)
def a_meeting_every_month(compound: str, situation: Situation, window: Window) -> Outcome:
    if not _had_a_branch_since(window.first, compound, situation):
        return not_applicable()
    meetings = [meeting.id for meeting in held_in(window, compound, situation)]
    return passes_if(len(meetings) >= 1, things("Meeting", meetings))


@must("CMP5", Period.MONTH)
def all_parties_attend(compound: str, situation: Situation, window: Window) -> Outcome:
    meetings = held_in(window, compound, situation)
    if not meetings or not _had_a_branch_since(window.first, compound, situation):
        return not_applicable()
    parties = {service.start for service in situation.services.to(compound)}
    complete = [parties <= _present(meeting, situation) for meeting in meetings]
    return passes_if(any(complete), things("Meeting", (meeting.id for meeting in meetings)))


def _had_a_branch_since(day: date, compound: str, situation: Situation) -> bool:
    return any(
        service.start in situation.tables.branches and service.since <= day
        for service in situation.services.to(compound)
    )


def _present(meeting: Meeting, situation: Situation) -> set[str]:
    return {attendance.actor for attendance in situation.attendances(meeting.id)}


COMPOUNDS = Subjects(
    type="Compound",
    present=lambda situation: situation.tables.compounds,
    place=lambda compound, _: compound,
    rules=(a_branch, all_three_parties, a_cross_appointment, a_meeting_every_month, all_parties_attend),
)
