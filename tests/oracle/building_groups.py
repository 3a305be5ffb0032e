"""The rules of building groups. A group is checked while it is formed in a compound."""

from oracle.relations import Situation
from oracle.rules import Outcome, Subjects, actors, must, not_applicable, passes_if, should, things, unknown


@must("GRP1")
def a_central_household(group: str, situation: Situation) -> Outcome:
    households = situation.group_households.to(group)
    return passes_if(len(households) >= 1, things("BuildingGroup", [group]))


@must("GRP2")
def a_branch_in_its_compound(group: str, situation: Situation) -> Outcome:
    branches = situation.branches(_compound(group, situation))
    return passes_if(bool(branches), things("Branch", branches))


@should("GRP3")
def adjacent_buildings(group: str, situation: Situation) -> Outcome:
    buildings = {cover.end for cover in situation.covers.from_(group)}
    evidence = things("Building", buildings)
    if len(buildings) < 2:
        return not_applicable(evidence)
    neighbours = situation.tables.neighbours
    if not buildings <= frozenset().union(*neighbours):
        return unknown(evidence)
    return passes_if(is_connected(buildings, neighbours), evidence)


@should("GRP4")
def a_retired_leader(group: str, situation: Situation) -> Outcome:
    leader = next((leading.start for leading in situation.group_leaders.to(group)), None)
    if leader is None:
        return passes_if(False, frozenset())
    evidence = actors([leader])
    retired = situation.tables.retired[leader]
    if retired is None:
        return unknown(evidence)
    return passes_if(retired, evidence)


def is_connected(buildings: set[str], neighbours: frozenset[frozenset[str]]) -> bool:
    """Whether one can walk between any two of the buildings over neighbours among them."""
    pairs = [pair for pair in neighbours if pair <= buildings]
    reached = {min(buildings)}
    while found := {building for pair in pairs if pair & reached for building in pair} - reached:
        reached |= found
    return reached == buildings


def _compound(group: str, situation: Situation) -> str:
    return situation.formations.from_(group)[0].end


BUILDING_GROUPS = Subjects(
    type="BuildingGroup",
    present=lambda situation: situation.formations.starts(),
    place=_compound,
    rules=(a_central_household, a_branch_in_its_compound, adjacent_buildings, a_retired_leader),
)
