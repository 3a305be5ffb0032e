"""The rules of communities."""

from oracle.conferences import every_category_came, met
from oracle.days import Period
from oracle.members import IN_SERVICE_MEMBERS
from oracle.relations import Situation
from oracle.rules import Outcome, Subjects, must, not_applicable, passes_if, should, things

FUNCTIONS = frozenset({"PARTY_WORK", "SECURITY", "FACILITIES", "CULTURE"})


@must("COM1")
def three_to_five_departments(community: str, situation: Situation) -> Outcome:
    departments = {pairing.start for pairing in situation.department_pairings.to(community)}
    return passes_if(3 <= len(departments) <= 5, things("Department", departments))


@should("COM2")
def at_least_one_leader(community: str, situation: Situation) -> Outcome:
    leaders = {pairing.start for pairing in situation.leader_pairings.to(community)}
    return passes_if(len(leaders) >= 1, things("Leader", leaders))


@should("COM4")
def a_synergy_body(community: str, situation: Situation) -> Outcome:
    bodies = synergy_bodies(community, situation)
    return passes_if(len(bodies) == 1, things("SynergyBody", bodies))


@must("COM5")
def all_four_functions(community: str, situation: Situation) -> Outcome:
    bodies = synergy_bodies(community, situation)
    if not bodies:
        return not_applicable()
    served = [situation.tables.functions[body] for body in bodies]
    return passes_if(all(functions >= FUNCTIONS for functions in served), things("SynergyBody", bodies))


def synergy_bodies(community: str, situation: Situation) -> list[str]:
    return [service.start for service in situation.body_communities.to(community)]


COMMUNITIES = Subjects(
    type="Community",
    present=lambda situation: situation.tables.communities,
    place=lambda community, _: community,
    rules=(
        three_to_five_departments,
        at_least_one_leader,
        must("COM3", Period.QUARTER)(met),
        a_synergy_body,
        all_four_functions,
        should("COM7", Period.HALF_YEAR)(every_category_came),
        *IN_SERVICE_MEMBERS,
    ),
)
