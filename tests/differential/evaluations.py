"""The yearly evaluation of departments, worked out from every single rating."""

from collections.abc import Sequence

from differential.graph import Thing
from differential.items import FILTERS, Ask, Item, Resolver, by_id, fits, in_period
from differential.pages import Order

# Of fewer raters nothing is told but their number.
_FEWEST = 5

_Rating = list[int]


def evaluations(ask: Ask, beginning: str) -> Item:
    """The evaluations by communities within a place that match the filter."""
    found = [
        evaluation
        for evaluation in ask.graph.of("Evaluation")
        if _round(ask, evaluation).date <= ask.day and _community(ask, _round(ask, evaluation)).id.startswith(beginning)
    ]
    return _page(ask, found, "Query.evaluations")


def closed_rater_counts(ask: Ask, communities: Sequence[Thing]) -> list[int]:
    """The numbers of raters of every closed round of the communities."""
    rounds = [link.start for community in communities for link in ask.graph.reaching(community, "HELD_IN")]
    return [_rater_count(ask, held) for held in rounds if _is_closed(ask, held)]


def _page(ask: Ask, found: Sequence[Thing], list_: str) -> Item:
    order = Order(list_, lambda item: (_round(ask, item.value).date, item.value.id), (True, False))
    return ask.page("EvaluationConnection", ask.items(ask.matching(found)), order)


def _matches(ask: Ask, evaluation: Thing) -> bool:
    return ask.filter.get("year") in {None, _round(ask, evaluation).date.year} and fits(
        ask.filter.get("appraised"), found=_appraisal(ask, evaluation) is not None
    )


def _round(ask: Ask, evaluation: Thing) -> Thing:
    return ask.graph.reaching(evaluation, "SCORED")[0].start


def _community(ask: Ask, held: Thing) -> Thing:
    return ask.graph.leaving(held, "HELD_IN")[0].end


def _department(ask: Ask) -> Item | None:
    return ask.item(ask.graph.leaving(ask.value, "OF")[0].end)


def _of_round(ask: Ask, held: Thing) -> list[Thing]:
    return [link.end for link in ask.graph.leaving(held, "SCORED")]


def _is_closed(ask: Ask, held: Thing) -> bool:
    return held.days[1] <= ask.day


def _ratings(evaluation: Thing, *kinds: str) -> list[_Rating]:
    return [list(map(int, rating.split("/"))) for kind in kinds for rating in evaluation.cells[kind].split()]


def _all(evaluation: Thing) -> list[_Rating]:
    return _ratings(evaluation, "members", "residents")


def _mean(ratings: Sequence[_Rating]) -> float:
    return sum(map(sum, ratings)) / len(ratings)


def _raters(ask: Ask, evaluation: Thing) -> int:
    return len(_all(evaluation)) if _is_closed(ask, _round(ask, evaluation)) else 0


def _score(ask: Ask, evaluation: Thing) -> float | None:
    return _mean(_all(evaluation)) if _raters(ask, evaluation) >= _FEWEST else None


def _told_apart(ask: Ask, evaluation: Thing) -> bool:
    few = any(len(_ratings(evaluation, kind)) < _FEWEST for kind in ("members", "residents"))
    return _is_closed(ask, _round(ask, evaluation)) and not few


def _count_of(kind: str) -> Resolver:
    return lambda ask: len(_ratings(ask.value, kind)) if _told_apart(ask, ask.value) else None


def _score_of(kind: str) -> Resolver:
    return lambda ask: _mean(_ratings(ask.value, kind)) if _told_apart(ask, ask.value) else None


def _rank(ask: Ask, rounds: Sequence[Thing]) -> int | None:
    own = _score(ask, ask.value)
    if own is None:
        return None
    scores = [_score(ask, evaluation) for held in rounds for evaluation in _of_round(ask, held)]
    return 1 + len([score for score in scores if score is not None and score > own])


def _rank_in_city(ask: Ask) -> int | None:
    own = _round(ask, ask.value)
    city = _community(ask, own).id[:6]
    alike = (held for held in ask.graph.of("EvaluationRound") if held.date.year == own.date.year)
    return _rank(ask, [held for held in alike if _community(ask, held).id.startswith(city)])


def _criteria(ask: Ask) -> list[Item | None]:
    """Each criterion with its place in a rating."""
    ids = ask.value.cells["criteria"].split()
    return [ask.made("CriterionScore", (ask.value, ids.index(id_), ask.graph.things[id_])) for id_ in sorted(ids)]


def _criterion_score(ask: Ask) -> float | None:
    evaluation, place, _ = ask.value
    if _score(ask, evaluation) is None:
        return None
    return sum(rating[place] for rating in _all(evaluation)) / len(_all(evaluation))


def _appraisal(ask: Ask, evaluation: Thing) -> Thing | None:
    found = [link.end for link in ask.graph.leaving(evaluation, "COUNTED_IN") if link.end.date <= ask.day]
    return min(found, key=lambda appraisal: (appraisal.date, appraisal.id), default=None)


def _of_department(ask: Ask) -> Item:
    found = [link.start for link in ask.graph.reaching(ask.value, "OF", "Evaluation")]
    return _page(ask, [one for one in found if _round(ask, one).date <= ask.day], "Department.evaluations")


def _rounds(ask: Ask) -> Item:
    found = [link.start for link in ask.graph.reaching(ask.value, "HELD_IN") if link.start.date <= ask.day]
    order = Order("Community.evaluationRounds", lambda item: (item.value.date, item.value.id), (True, False))
    return ask.page("EvaluationRoundConnection", ask.items(ask.matching(found)), order)


def _evaluations(ask: Ask) -> Item:
    items = ask.items(ask.matching(_of_round(ask, ask.value)))
    return ask.page("EvaluationConnection", items, by_id("EvaluationRound.evaluations"))


def _rater_count(ask: Ask, held: Thing) -> int:
    return min((_raters(ask, evaluation) for evaluation in _of_round(ask, held)), default=0)


def _fewest_of(kind: str) -> Resolver:
    def fewest(ask: Ask) -> int | None:
        found = _of_round(ask, ask.value)
        if not found or not all(_told_apart(ask, evaluation) for evaluation in found):
            return None
        return min(len(_ratings(evaluation, kind)) for evaluation in found)

    return fewest


def _applying(ask: Ask) -> list[Item]:
    links = ask.holding(ask.graph.reaching(ask.value, "APPLIES_IN"))
    return ask.items(sorted((link.start for link in links), key=lambda criterion: criterion.id))


FILTERS["Evaluation"] = _matches
FILTERS["EvaluationRound"] = lambda ask, held: in_period(held.date, ask.filter)
FIELDS: dict[str, dict[str, Resolver]] = {
    "City": {"criteria": _applying},
    "Community": {"evaluationRounds": _rounds},
    "Department": {"evaluations": _of_department},
    "Criterion": {
        "name": lambda ask: ask.value.cells["name_zh" if ask.arguments.get("language") == "ZH" else "name"],
        "nameZh": lambda ask: ask.value.cells["name_zh"],
        "maximum": lambda ask: int(ask.value.cells["maximum"]),
    },
    "EvaluationRound": {
        "year": lambda ask: ask.value.date.year,
        "community": lambda ask: ask.item(_community(ask, ask.value)),
        "openedOn": lambda ask: ask.value.date,
        "closedOn": lambda ask: ask.value.days[1] if _is_closed(ask, ask.value) else None,
        "raterCount": lambda ask: _rater_count(ask, ask.value),
        "memberRaterCount": _fewest_of("members"),
        "residentRaterCount": _fewest_of("residents"),
        "evaluations": _evaluations,
    },
    "Evaluation": {
        "year": lambda ask: _round(ask, ask.value).date.year,
        "round": lambda ask: ask.item(_round(ask, ask.value)),
        "department": _department,
        "community": lambda ask: ask.item(_community(ask, _round(ask, ask.value))),
        "raterCount": lambda ask: _raters(ask, ask.value),
        "memberRaterCount": _count_of("members"),
        "residentRaterCount": _count_of("residents"),
        "score": lambda ask: _score(ask, ask.value),
        "memberScore": _score_of("members"),
        "residentScore": _score_of("residents"),
        "rankInCommunity": lambda ask: _rank(ask, [_round(ask, ask.value)]),
        "rankInCity": _rank_in_city,
        "criteria": _criteria,
        "appraisal": lambda ask: ask.item(_appraisal(ask, ask.value)),
    },
    "CriterionScore": {"criterion": lambda ask: ask.item(ask.value[2]), "score": _criterion_score},
    "Appraisal": {"date": lambda ask: ask.value.date, "department": _department},
}
