"""What a case is: a rule, a function that fills a tiny city, and the finding to expect there."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from tiny_city import AS_OF, City

PASS, FAIL, UNKNOWN, NOT_APPLICABLE = "PASS", "FAIL", "UNKNOWN", "NOT_APPLICABLE"
LATER = date(2021, 1, 1)
YESTERDAY = AS_OF - timedelta(days=1)


class Expected(NamedTuple):
    subject: str
    place: str
    result: str
    observed: str | None
    evidence: list[tuple[str, str]]


class Case(NamedTuple):
    rule: str
    name: str
    build: Callable[[City, City], Expected]


CASES: list[Case] = []


def case(rule):
    """A function that fills a city, and a second one where it takes it, and says what the rule finds there."""

    def keep(build):
        CASES.append(Case(rule, build.__name__, build))
        return build

    return keep


def each(type_, ids):
    return [(type_, id_) for id_ in ids]
