"""The rules of departments."""

from oracle.conferences import attended
from oracle.days import last_complete
from oracle.places import city_of, distance_metres
from oracle.relations import Situation
from oracle.rules import Judgement, Subjects, must, not_applicable, passes_if, should, things, unknown
from oracle.tables import Evaluation, Relation

NEAREST = 3
RATERS = 50


@must("DEP1")
def exactly_one_pairing(department: str, situation: Situation) -> Judgement:
    pairings = situation.department_pairings.from_(department)
    return passes_if(len(pairings) == 1, things("DepartmentPairing", (pairing.id for pairing in pairings)))


@should("DEP2")
def where_its_supervisor_is(department: str, situation: Situation) -> Judgement:
    pairing = _pairing(department, situation)
    supervisor = _supervisor(department, situation)
    of_supervisor = situation.leader_pairings.from_(supervisor) if supervisor else []
    evidence = (
        things("Leader", [supervisor] if supervisor else [])
        | things("DepartmentPairing", [pairing.id] if pairing else [])
        | things("LeaderPairing", (one.id for one in of_supervisor))
    )
    if pairing is None:
        return not_applicable(evidence)
    if supervisor is None:
        return unknown(evidence)
    return passes_if(pairing.end in {one.end for one in of_supervisor}, evidence)


@should("DEP3")
def among_the_three_nearest(department: str, situation: Situation) -> Judgement:
    pairing = _pairing(department, situation)
    if pairing is None:
        return not_applicable()
    evidence = things("DepartmentPairing", [pairing.id])
    rank = distance_rank(department, pairing.end, situation)
    if rank is None:
        return unknown(evidence)
    return passes_if(rank <= NEAREST, evidence)


@must("DEP4")
def attends_the_conference(department: str, situation: Situation) -> Judgement:
    return attended(department, _pairing(department, situation), situation)


@must("DEP5")
def evaluated_by_enough(department: str, situation: Situation) -> Judgement:
    pairing = _pairing(department, situation)
    if pairing is None or pairing.since > last_complete(12, situation.day)[0]:
        return not_applicable()
    closed = _closed_in_the_year(department, situation)
    enough = any(one.raters >= RATERS and 0 <= one.score <= 100 for one in closed)
    return passes_if(enough, things("Evaluation", (one.id for one in closed)))


@must("DEP7")
def linked_to_an_appraisal(department: str, situation: Situation) -> Judgement:
    closed = _closed_in_the_year(department, situation)
    if not closed:
        return not_applicable()
    counted = {one.id: [id_ for id_, day in one.appraisals.items() if day <= situation.day] for one in closed}
    appraisals = things("Appraisal", (id_ for ids in counted.values() for id_ in ids))
    return passes_if(all(counted.values()), things("Evaluation", counted) | appraisals)


@should("DEP6")
def a_member_of_its_body(department: str, situation: Situation) -> Judgement:
    pairing = _pairing(department, situation)
    bodies = situation.synergy_bodies(pairing.end)[:1] if pairing else []
    if not bodies:
        return not_applicable()
    memberships = situation.memberships.from_(department)
    return passes_if(bodies[0] in {one.end for one in memberships}, things("SynergyBody", bodies))


def _closed_in_the_year(department: str, situation: Situation) -> list[Evaluation]:
    first, following = last_complete(12, situation.day)
    evaluations = (one for one in situation.tables.evaluations if one.department == department)
    return [one for one in evaluations if first <= one.closed_on < following]


def distance_rank(department: str, community: str, situation: Situation) -> int | None:
    """One more than the communities of the city that are strictly nearer; None where a location is missing."""
    here, there = situation.tables.departments[department], situation.tables.communities[community]
    if here is None or there is None:
        return None
    distance = distance_metres(here, there)
    nearer = [
        code
        for code, location in situation.tables.communities.items()
        if city_of(code) == city_of(community) and location and distance_metres(here, location) < distance
    ]
    return 1 + len(nearer)


def _pairing(department: str, situation: Situation) -> Relation | None:
    """The pairing that holds; the earliest, should there be several."""
    return next(iter(situation.department_pairings.from_(department)), None)


def _supervisor(department: str, situation: Situation) -> str | None:
    return next((supervision.start for supervision in situation.supervisions.to(department)), None)


def _place(department: str, situation: Situation) -> str:
    pairing = _pairing(department, situation)
    return pairing.end if pairing else city_of(department)


DEPARTMENTS = Subjects(
    type="Department",
    present=lambda situation: situation.tables.departments,
    place=_place,
    rules=(
        exactly_one_pairing,
        where_its_supervisor_is,
        among_the_three_nearest,
        attends_the_conference,
        evaluated_by_enough,
        a_member_of_its_body,
        linked_to_an_appraisal,
    ),
)
