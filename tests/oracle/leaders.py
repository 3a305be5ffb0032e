"""The rules of leaders."""

from oracle.conferences import attended
from oracle.days import last_complete
from oracle.places import city_of
from oracle.relations import Situation
from oracle.rules import Judgement, Subjects, must, not_applicable, passes_if, should, things


@must("LDR1")
def exactly_one_pairing(leader: str, situation: Situation) -> Judgement:
    pairings = situation.leader_pairings.from_(leader)
    return passes_if(len(pairings) == 1, things("LeaderPairing", (pairing.id for pairing in pairings)))


@should("LDR3")
def attends_the_conference(leader: str, situation: Situation) -> Judgement:
    pairings = situation.leader_pairings.from_(leader)
    return attended(leader, pairings[0] if pairings else None, situation)


@must("LDR2")
def visits_in_the_quarter(leader: str, situation: Situation) -> Judgement:
    first, following = last_complete(3, situation.day)
    pairings = situation.leader_pairings.from_(leader)
    if not pairings or pairings[0].since > first:
        return not_applicable()
    visits = [
        visit.id
        for visit in situation.tables.visits
        if (visit.leader, visit.community) == (leader, pairings[0].end) and first <= visit.date < following
    ]
    return passes_if(len(visits) >= 1, things("Visit", visits))


def _place(leader: str, situation: Situation) -> str:
    pairings = situation.leader_pairings.from_(leader)
    return pairings[0].end if pairings else city_of(leader)


LEADERS = Subjects(
    type="Leader",
    present=lambda situation: situation.tables.leaders,
    place=_place,
    rules=(exactly_one_pairing, visits_in_the_quarter, attends_the_conference),
)
