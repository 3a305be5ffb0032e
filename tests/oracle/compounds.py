"""The rules of compounds."""

from oracle.conferences import MONTH, met
from oracle.cross_appointments import cross_appointments
from oracle.days import last_complete
from oracle.relations import Situation
from oracle.rules import Judgement, Subjects, must, not_applicable, passes_if, should, things


@should("CMP1")
def a_branch(compound: str, situation: Situation) -> Judgement:
    branches = situation.branches(compound)
    return passes_if(len(branches) == 1, things("Branch", branches))


@should("CMP2")
def all_three_parties(compound: str, situation: Situation) -> Judgement:
    branches = situation.branches(compound)
    companies = situation.property_companies(compound)
    committees = situation.owners_committees(compound)
    evidence = things("Branch", branches) | things("PropertyCompany", companies) | things("OwnersCommittee", committees)
    return passes_if(bool(branches and companies and committees), evidence)


@should("CMP3")
def a_cross_appointment(compound: str, situation: Situation) -> Judgement:
    if not situation.branches(compound):
        return not_applicable()
    crossings = cross_appointments(compound, situation)
    return passes_if(len(crossings) >= 1, things("CrossAppointment", (crossing.id for crossing in crossings)))


@must("CMP4")
def a_meeting_every_month(compound: str, situation: Situation) -> Judgement:
    if not _had_branch(compound, situation):
        return not_applicable()
    meetings = met(compound, MONTH, situation)
    return passes_if(bool(meetings), things("Meeting", (one.id for one in meetings)))


@must("CMP5")
def all_parties_at_the_meeting(compound: str, situation: Situation) -> Judgement:
    meetings = met(compound, MONTH, situation)
    if not meetings or not _had_branch(compound, situation):
        return not_applicable()
    parties = {service.start for service in situation.services.to(compound)}
    complete = [one for one in meetings if parties <= situation.tables.attendances.get(one.id, {}).keys()]
    return passes_if(bool(complete), things("Meeting", (one.id for one in meetings)))


def _had_branch(compound: str, situation: Situation) -> bool:
    """Whether a branch of the compound was there on the first day of the month already."""
    first, _ = last_complete(MONTH, situation.day)
    return any(
        service.since <= first
        for service in situation.services.to(compound)
        if service.start in situation.tables.branches
    )


COMPOUNDS = Subjects(
    type="Compound",
    present=lambda situation: situation.tables.compounds,
    place=lambda compound, _: compound,
    rules=(a_branch, all_three_parties, a_cross_appointment, a_meeting_every_month, all_parties_at_the_meeting),
)
