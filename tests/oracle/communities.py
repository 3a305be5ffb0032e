"""The rules of communities."""

from oracle.conferences import QUARTER, invites_every_category, meets
from oracle.members import MEMBERS
from oracle.relations import Situation
from oracle.rules import Judgement, Subjects, must, not_applicable, passes_if, should, things

FUNCTIONS = {"PARTY_WORK", "SECURITY", "FACILITIES", "CULTURE"}


@must("COM1")
def three_to_five_departments(community: str, situation: Situation) -> Judgement:
    departments = {pairing.start for pairing in situation.department_pairings.to(community)}
    return passes_if(3 <= len(departments) <= 5, things("Department", departments))


@should("COM2")
def at_least_one_leader(community: str, situation: Situation) -> Judgement:
    leaders = {pairing.start for pairing in situation.leader_pairings.to(community)}
    return passes_if(len(leaders) >= 1, things("Leader", leaders))


@must("COM3")
def the_community_meets_every_quarter(community: str, situation: Situation) -> Judgement:
    return meets(community, QUARTER, situation)


@should("COM7")
def the_community_invites_every_category(community: str, situation: Situation) -> Judgement:
    return invites_every_category(community, situation)


@should("COM4")
def one_synergy_body(community: str, situation: Situation) -> Judgement:
    bodies = situation.synergy_bodies(community)
    return passes_if(len(bodies) == 1, things("SynergyBody", bodies))


@must("COM5")
def a_body_with_all_functions(community: str, situation: Situation) -> Judgement:
    bodies = situation.synergy_bodies(community)[:1]
    if not bodies:
        return not_applicable()
    return passes_if(situation.tables.synergy_bodies[bodies[0]] == FUNCTIONS, things("SynergyBody", bodies))


COMMUNITIES = Subjects(
    type="Community",
    present=lambda situation: situation.tables.communities,
    place=lambda community, _: community,
    rules=(
        three_to_five_departments,
        at_least_one_leader,
        the_community_meets_every_quarter,
        one_synergy_body,
        a_body_with_all_functions,
        the_community_invites_every_category,
        *MEMBERS,
    ),
)
