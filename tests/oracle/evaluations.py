"""What the yearly evaluation comes to: which rounds are closed, how many rated, a department's score."""

from collections.abc import Mapping

from oracle.records import Evaluation, Round
from oracle.relations import Situation

FEWEST_FOR_A_SCORE = 5


def closed_rounds(situation: Situation) -> Mapping[str, Round]:
    return {
        round_.id: round_
        for round_ in situation.tables.rounds
        if round_.closed_on is not None and round_.closed_on <= situation.day
    }


def raters_of(round_: str, situation: Situation) -> int:
    """How many came to rate: as many as rated the department that most of them rated."""
    return max((len(one.ratings) for one in situation.tables.evaluations if one.round == round_), default=0)


def score(evaluation: Evaluation) -> float | None:
    """The mean of the raters' points; None where they are so few that it would tell what somebody gave."""
    ratings = evaluation.ratings
    return sum(ratings) / len(ratings) if len(ratings) >= FEWEST_FOR_A_SCORE else None
