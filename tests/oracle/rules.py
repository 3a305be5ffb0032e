"""What a rule is: a function that judges one subject on one day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

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


@dataclass(frozen=True)
class Judgement:
    """What a rule says of a subject. Evidence is what was looked at, whatever the result."""

    result: Result
    evidence: frozenset[Thing]


Judge = Callable[[str, Situation], Judgement]


@dataclass(frozen=True)
class Rule:
    code: str
    obligation: Obligation
    judge: Judge = field(repr=False)


@dataclass(frozen=True)
class Subjects:
    """One kind of subject: who is judged on a day, where the findings belong, and by which rules."""

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


def must(code: str) -> Callable[[Judge], Rule]:
    """Make a function the rule of that code; its subjects have to pass it."""
    return lambda judge: Rule(code, Obligation.MUST, judge)


def should(code: str) -> Callable[[Judge], Rule]:
    """Make a function the rule of that code; its subjects had better pass it."""
    return lambda judge: Rule(code, Obligation.SHOULD, judge)


def things(type_: str, ids: Iterable[str]) -> frozenset[Thing]:
    return frozenset(Thing(type_, id_) for id_ in ids)


def passes_if(condition: bool, evidence: frozenset[Thing]) -> Judgement:
    return Judgement(Result.PASS if condition else Result.FAIL, evidence)


def unknown(evidence: frozenset[Thing]) -> Judgement:
    return Judgement(Result.UNKNOWN, evidence)


def not_applicable(evidence: frozenset[Thing] = frozenset()) -> Judgement:
    return Judgement(Result.NOT_APPLICABLE, evidence)
