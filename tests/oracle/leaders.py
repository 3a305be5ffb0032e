"""The rules of leaders."""

from oracle.conferences import came_once
from oracle.days import Period, Window
from oracle.places import city_of
from oracle.records import Relation
from oracle.relations import Situation
from oracle.rules import Outcome, Subjects, must, not_applicable, passes_if, should, things


@must("LDR1")
def exactly_one_pairing(leader: str, situation: Situation) -> Outcome:
    pairings = situation.leader_pairings.one_for_each_end(leader)
    return passes_if(len(pairings) == 1, things("LeaderPairing", (pairing.id for pairing in pairings)))


@must("LDR2", Period.QUARTER)
def visited_the_community(leader: str, situation: Situation, window: Window) -> Outcome:
    pairing = _pairing(leader, situation)
    if pairing is None or pairing.since > window.first:
        return not_applicable()
    visits = [visit.id for visit in situation.visits(leader) if visit.community == pairing.end and visit.date in window]
    return passes_if(len(visits) >= 1, things("Visit", visits))


@should("LDR3", Period.QUARTER)
def attended_the_conference(leader: str, situation: Situation, window: Window) -> Outcome:
    return came_once(_pairing(leader, situation), situation, window)


def _pairing(leader: str, situation: Situation) -> Relation | None:
    """The pairing that holds; the earliest, should there be several."""
    return next(iter(situation.leader_pairings.from_(leader)), None)


def _place(leader: str, situation: Situation) -> str:
    pairing = _pairing(leader, situation)
    return pairing.end if pairing else city_of(leader)


LEADERS = Subjects(
    type="Leader",
    present=lambda situation: situation.tables.leaders,
    place=_place,
    rules=(exactly_one_pairing, visited_the_community, attended_the_conference),
)
