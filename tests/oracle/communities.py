"""The rules of communities."""

from oracle.members import MEMBERS
from oracle.relations import Situation
from oracle.rules import Judgement, Subjects, must, passes_if, should, things


@must("COM1")
def three_to_five_departments(community: str, situation: Situation) -> Judgement:
    departments = {pairing.start for pairing in situation.department_pairings.to(community)}
    return passes_if(3 <= len(departments) <= 5, things("Department", departments))


@should("COM2")
def at_least_one_leader(community: str, situation: Situation) -> Judgement:
    leaders = {pairing.start for pairing in situation.leader_pairings.to(community)}
    return passes_if(len(leaders) >= 1, things("Leader", leaders))


COMMUNITIES = Subjects(
    type="Community",
    present=lambda situation: situation.tables.communities,
    place=lambda community, _: community,
    rules=(three_to_five_departments, at_least_one_leader, *MEMBERS),
)
