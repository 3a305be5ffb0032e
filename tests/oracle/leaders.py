"""The rules of leaders."""

from oracle.conferences import attended
from oracle.places import city_of
from oracle.relations import Situation
from oracle.rules import Judgement, Subjects, must, passes_if, should, things


@must("LDR1")
def exactly_one_pairing(leader: str, situation: Situation) -> Judgement:
    pairings = situation.leader_pairings.from_(leader)
    return passes_if(len(pairings) == 1, things("LeaderPairing", (pairing.id for pairing in pairings)))


@should("LDR3")
def attends_the_conference(leader: str, situation: Situation) -> Judgement:
    pairings = situation.leader_pairings.from_(leader)
    return attended(leader, pairings[0] if pairings else None, situation)


def _place(leader: str, situation: Situation) -> str:
    pairings = situation.leader_pairings.from_(leader)
    return pairings[0].end if pairings else city_of(leader)


LEADERS = Subjects(
    type="Leader",
    present=lambda situation: situation.tables.leaders,
    place=_place,
    rules=(
        exactly_one_pairing,
        attends_the_conference,
    ),
)
