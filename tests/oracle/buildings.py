"""The rules of buildings."""

from oracle.places import compound_of
from oracle.relations import Situation
from oracle.rules import Outcome, Subjects, must, not_applicable, passes_if, should, things


@must("BLD1")
def in_a_building_group(building: str, situation: Situation) -> Outcome:
    groups = _groups(building, situation)
    evidence = things("BuildingGroup", groups)
    if not situation.branches(compound_of(building)):
        return not_applicable(evidence)
    return passes_if(len(groups) >= 1, evidence)


@should("BLD2")
def in_one_group_at_most(building: str, situation: Situation) -> Outcome:
    groups = _groups(building, situation)
    if not groups:
        return not_applicable()
    return passes_if(len(groups) == 1, things("BuildingGroup", groups))


def _groups(building: str, situation: Situation) -> set[str]:
    return {cover.start for cover in situation.covers.to(building)}


BUILDINGS = Subjects(
    type="Building",
    present=lambda situation: situation.tables.buildings,
    place=lambda building, _: building,
    rules=(in_a_building_group, in_one_group_at_most),
)
