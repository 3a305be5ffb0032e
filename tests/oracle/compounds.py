"""The rules of compounds."""

from oracle.cross_appointments import cross_appointments
from oracle.relations import Situation
from oracle.rules import Judgement, Subjects, not_applicable, passes_if, should, things


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


COMPOUNDS = Subjects(
    type="Compound",
    present=lambda situation: situation.tables.compounds,
    place=lambda compound, _: compound,
    rules=(a_branch, all_three_parties, a_cross_appointment),
)
