"""What a rule is: a function that checks one subject on one day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from oracle.days import Period, Window, last_complete
from oracle.relations import Situation


class Result(StrEnum):
    PASS = "PASS"
    FAIL = "FAIL"
    UNKNOWN = "UNKNOWN"
    NOT_APPLICABLE = "NOT_APPLICABLE"


class Obligation(StrEnum):
    MUST = "MUST"
    SHOULD = "SHOULD"


class Thing(NamedTuple):
    """Anything that a finding names: its GraphQL type and its local id."""

    type: str
    id: str


ACTORS = {
    "B": "Branch",
    "C": "PropertyCompany",
    "D": "Department",
    "E": "Enterprise",
    "L": "Leader",
    "O": "OwnersCommittee",
    "P": "Person",
    "S": "SocialOrganization",
    "U": "Unit",
}


@dataclass(frozen=True)
class Outcome:
    """What a rule says of a subject. Evidence is what was looked at, whatever the result."""

    result: Result
    evidence: frozenset[Thing]


Check = Callable[[str, Situation], Outcome]
CheckOfWindow = Callable[[str, Situation, Window], Outcome]


@dataclass(frozen=True)
class Rule:
    code: str
    obligation: Obligation
    check: Check = field(repr=False)
    period: Period | None = None
    judge: CheckOfWindow | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Subjects:
    """One kind of subject: who is checked on a day, where the findings belong, and by which rules."""

    type: str
    present: Callable[[Situation], Iterable[str]]
    place: Callable[[str, Situation], str]
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Finding:
    rule: str
    subject: Thing
    place: str
    result: Result
    evidence: frozenset[Thing]


def must(code: str, period: Period | None = None) -> Callable[[Check | CheckOfWindow], Rule]:
    """Make a function the rule of that code; its subjects have to pass it.

    With a period the function is given a window too: the last complete such period before the day.
    """
    return lambda check: Rule(code, Obligation.MUST, _of_the_last(period, check), period, check if period else None)


def should(code: str, period: Period | None = None) -> Callable[[Check | CheckOfWindow], Rule]:
    """Make a function the rule of that code, as `must` does; its subjects had better pass it."""
    return lambda check: Rule(code, Obligation.SHOULD, _of_the_last(period, check), period, check if period else None)


def things(type_: str, ids: Iterable[str]) -> frozenset[Thing]:
    return frozenset(Thing(type_, id_) for id_ in ids)


def actors(ids: Iterable[str]) -> frozenset[Thing]:
    """Persons and organizations, whose ids tell by their letter what they are."""
    return frozenset(Thing(ACTORS[id_.lstrip("0123456789")[0]], id_) for id_ in ids)


def passes_if(condition: bool, evidence: frozenset[Thing]) -> Outcome:
    return Outcome(Result.PASS if condition else Result.FAIL, evidence)


def unknown(evidence: frozenset[Thing]) -> Outcome:
    return Outcome(Result.UNKNOWN, evidence)


def not_applicable(evidence: frozenset[Thing] = frozenset()) -> Outcome:
    return Outcome(Result.NOT_APPLICABLE, evidence)


def _of_the_last(period: Period | None, check: Check | CheckOfWindow) -> Check:
    if period is None:
        return check
    return lambda subject, situation: check(subject, situation, last_complete(period, situation.day))
