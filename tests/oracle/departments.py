"""The rules of departments."""

from oracle.communities import synergy_bodies
from oracle.conferences import came_once
from oracle.days import Period, Window
from oracle.evaluations import closed_rounds, raters_of, score
from oracle.places import city_of, distance_metres
from oracle.records import Evaluation, Relation
from oracle.relations import Situation
from oracle.rules import Outcome, Subjects, must, not_applicable, passes_if, should, things, unknown

NEAREST = 3
FEWEST_RATERS = 50
MOST_POINTS = 100


@must("DEP1")
def exactly_one_pairing(department: str, situation: Situation) -> Outcome:
    pairings = situation.department_pairings.one_for_each_end(department)
    return passes_if(len(pairings) == 1, things("DepartmentPairing", (pairing.id for pairing in pairings)))


@should("DEP2")
def where_its_supervisor_is(department: str, situation: Situation) -> Outcome:
    pairing = _pairing(department, situation)
    supervisor = _supervisor(department, situation)
    of_supervisor = situation.leader_pairings.one_for_each_end(supervisor) if supervisor else []
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
def among_the_three_nearest(department: str, situation: Situation) -> Outcome:
    pairing = _pairing(department, situation)
    if pairing is None:
        return not_applicable()
    evidence = things("DepartmentPairing", [pairing.id])
    rank = distance_rank(department, pairing.end, situation)
    if rank is None:
        return unknown(evidence)
    return passes_if(rank <= NEAREST, evidence)


@must("DEP4", Period.QUARTER)
def attended_the_conference(department: str, situation: Situation, window: Window) -> Outcome:
    return came_once(_pairing(department, situation), situation, window)


@must("DEP5", Period.YEAR)
def evaluated(department: str, situation: Situation, window: Window) -> Outcome:
    pairing = _pairing(department, situation)
    if pairing is None or pairing.since > window.first:
        return not_applicable()
    evaluations = _evaluated_in(window, department, situation)
    counting = [
        evaluation
        for evaluation in evaluations
        if raters_of(evaluation.round, situation) >= FEWEST_RATERS and _in_range(score(evaluation))
    ]
    return passes_if(len(counting) >= 1, things("Evaluation", (evaluation.id for evaluation in evaluations)))


@should("DEP6")
def a_member_unit(department: str, situation: Situation) -> Outcome:
    pairing = _pairing(department, situation)
    bodies = synergy_bodies(pairing.end, situation) if pairing else []
    if not bodies:
        return not_applicable()
    joined = {membership.end for membership in situation.memberships.from_(department)}
    return passes_if(bool(joined.intersection(bodies)), things("SynergyBody", bodies))


@must("DEP7", Period.YEAR)
def counted_in_an_appraisal(department: str, situation: Situation, window: Window) -> Outcome:
    evaluations = _evaluated_in(window, department, situation)
    if not evaluations:
        return not_applicable()
    appraisals = [_appraisals(evaluation, situation) for evaluation in evaluations]
    evidence = things("Evaluation", (evaluation.id for evaluation in evaluations))
    return passes_if(all(appraisals), evidence | things("Appraisal", frozenset().union(*appraisals)))


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


def _evaluated_in(window: Window, department: str, situation: Situation) -> list[Evaluation]:
    """The department's evaluations in rounds that closed in the window."""
    closed = closed_rounds(situation)
    return [
        evaluation
        for evaluation in situation.evaluations(department)
        if evaluation.round in closed and closed[evaluation.round].closed_on in window
    ]


def _in_range(points: float | None) -> bool:
    return points is not None and 0 <= points <= MOST_POINTS


def _appraisals(evaluation: Evaluation, situation: Situation) -> set[str]:
    """The appraisals made so far in which the evaluation counted."""
    return {
        appraisal.id
        for appraisal in situation.tables.appraisals
        if appraisal.date <= situation.day and (evaluation.id, appraisal.id) in situation.tables.counted_in
    }


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
        attended_the_conference,
        evaluated,
        a_member_unit,
        counted_in_an_appraisal,
    ),
)
