"""Coverage: findings, summed up for every place. Plain functions over plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

from graph_api.places import CITY, LEVELS, level_of, lineage
from graph_api.resolvers.windows import Period
from graph_api.rules import Obligation, Rule
from graph_api.rules.wording import Observed

RESULTS = ("PASS", "FAIL", "UNKNOWN", "NOT_APPLICABLE")
_COUNTED = frozenset({"PASS", "FAIL", "UNKNOWN"})
_KEYS: dict[tuple[str, str], tuple[str, str]] = {}
# The number of filters whose findings are remembered per `RuleResults`.
_FILTERS = 8
# Measured: including their part of a dictionary, and their places in the filtered findings.
_RESULTS_BYTES, _FINDING_BYTES, _NUMBER_BYTES = 10_000, 700 + 8 * _FILTERS, 120


@dataclass(frozen=True, slots=True)
class Finding:
    """The finding of a rule for one subject on a date. `place` is the code of the place that it belongs to.

    `evidence` and `subject` refer to objects by their type and their ID in the graph.
    """

    rule: Rule
    subject: str
    place: str
    result: str
    observed: Observed | None
    evidence: tuple[tuple[str, str], ...]
    window: Period | None

    @property
    def key(self) -> str:
        """The sort key of findings, unique on one date."""
        return f"{self.place} {self.rule.code} {self.subject}"

    @property
    def id(self) -> str:
        """The local ID of the finding."""
        return f"{self.rule.code}|{self.subject}"

    @property
    def margin(self) -> int | None:
        """How far the observed number is from failing or passing (`Bounds.margin`)."""
        return self.rule.bounds.margin(self.result, self.observed)

    def row(self) -> dict[str, Any]:
        """The finding as a parameter of a statement."""
        return {
            "id": self.id,
            "key": self.key,
            "rule": self.rule.code,
            "subject": [self.rule.subject, self.subject],
            "place": self.place,
            "result": self.result,
            "observed": self.observed,
            "evidence": [list(reference) for reference in self.evidence],
            "window": self.window and [self.window.from_.isoformat(), self.window.until.isoformat()],
        }


class Tally(NamedTuple):
    """The number of findings of a rule in one place with one result."""

    rule: Rule
    place: str
    result: str
    number: int


@dataclass(frozen=True)
class RuleCount:
    """The number of findings of a rule, by result."""

    rule: Rule
    pass_: int
    fail: int
    unknown: int
    not_applicable: int


@dataclass
class CoverageCounts:
    """The numbers of findings of a place and all places below it, by rule and result."""

    rules: Mapping[str, Rule]
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, tally: Tally) -> None:
        """Adds the tally to the numbers."""
        # The keys are shared: there are as many numbers as places, rules and results.
        key = _KEYS.setdefault((tally.rule.code, tally.result), (tally.rule.code, tally.result))
        self.numbers[key] = self.numbers.get(key, 0) + tally.number

    def number(self, rule: str, result: str) -> int:
        """The number of findings of the rule that have the result."""
        return self.numbers.get((rule, result), 0)

    @cached_property
    def rate(self) -> float | None:
        """The MUST findings that pass, divided by those that pass, fail or are unknown; None if no MUST rule
        applies."""
        passed = counted = 0
        for (code, result), number in self.numbers.items():
            if result in _COUNTED and self.rules[code].obligation is Obligation.MUST:
                counted += number
                passed += number if result == "PASS" else 0
        return passed / counted if counted else None

    @property
    def fully_covered(self) -> bool | None:
        """Whether the rate is 1; None if there is no rate."""
        return None if self.rate is None else self.rate == 1

    @property
    def counts(self) -> list[RuleCount]:
        """The counts of all rules, by code; rules without findings have zeros."""
        return [
            RuleCount(rule, *(self.number(rule.code, result) for result in RESULTS)) for rule in self.rules.values()
        ]


@dataclass(frozen=True)
class RuleResults:
    """The findings of the requested rules within a place on a date.

    `counts_by_place` has every place with a finding, by code. `findings` has the findings of the rules for which each one is
    needed, sorted. `size` is the approximate memory use in bytes.
    """

    rules: Mapping[str, Rule]
    counts_by_place: Mapping[str, CoverageCounts]
    findings: tuple[Finding, ...]
    size: int
    _by_filter: dict[Filter, Sequence[Finding]] = field(default_factory=dict, init=False, repr=False)

    def coverage(self, code: str) -> CoverageCounts:
        """The coverage of the place with the code; for a province or prefecture, that of its cities together."""
        if code in self.counts_by_place:
            return self.counts_by_place[code]
        found = CoverageCounts(self.rules)
        for city in self._cities(code):
            for key, number in self.counts_by_place[city].numbers.items():
                found.numbers[key] = found.numbers.get(key, 0) + number
        return found

    def knows(self, code: str) -> bool:
        """Whether the place exists: every place has at least one finding."""
        return code in self.counts_by_place or bool(self._cities(code))

    def _cities(self, code: str) -> list[str]:
        """The codes of the cities of a province or prefecture."""
        size = CITY.digits
        return (
            []
            if len(code) >= size
            else [city for city in self.counts_by_place if len(city) == size and city.startswith(code)]
        )

    def rates(self, level: str) -> Mapping[str, float]:
        """The coverage rates of the places of a level that have one, by code."""
        return self._rates[level]

    @cached_property
    def _rates(self) -> dict[str, dict[str, float]]:
        found: dict[str, dict[str, float]] = {level: {} for level in LEVELS}
        for code, coverage in self.counts_by_place.items():
            if coverage.rate is not None:
                found[level_of(code).name][code] = coverage.rate
        return found

    def covered(self, level: str, *, fully: bool) -> list[str]:
        """The codes of the places of a level that are fully covered, or of those that are not."""
        return [code for code, rate in self.rates(level).items() if (rate == 1) is fully]

    def failing(self, level: str, rules: Iterable[str]) -> list[str]:
        """The codes of the places of a level where one of the rules fails, there or below."""
        size, wanted = LEVELS[level].digits, tuple(rules)
        return [
            code
            for code, coverage in self.counts_by_place.items()
            if len(code) == size and any(coverage.number(rule, "FAIL") for rule in wanted)
        ]

    def by_place(self, where: Filter, levels: Iterable[str]) -> dict[str, Sequence[Finding]]:
        """The filtered findings by each place of the levels that has some, there or below."""
        findings = self.filtered(where)
        sizes = [LEVELS[level].digits for level in levels]
        # The findings of a place are adjacent in the order, since its code is a prefix of the codes within it.
        starts, ends = dict[str, int](), dict[str, int]()
        for number, finding in enumerate(findings):
            for size in sizes:
                if size <= len(finding.place):
                    code = finding.place[:size]
                    starts.setdefault(code, number)
                    ends[code] = number + 1
        return {code: findings[start : ends[code]] for code, start in starts.items()}

    def by_subject(self, where: Filter) -> dict[str, Sequence[Finding]]:
        """The filtered findings by the ID of their subject."""
        found: dict[str, list[Finding]] = {}
        for finding in self.filtered(where):
            found.setdefault(finding.subject, []).append(finding)
        return dict(found)

    def filtered(self, where: Filter) -> Sequence[Finding]:
        """The filtered findings, sorted. They are filtered once, since a list is read page by page."""
        if where not in self._by_filter:
            if len(self._by_filter) == _FILTERS:
                self._by_filter.clear()
            self._by_filter[where] = tuple(finding for finding in self.findings if where.matches(finding))
        return self._by_filter[where]


def rule_results(rules: Mapping[str, Rule], tallies: Iterable[Tally], findings: Iterable[Finding] = ()) -> RuleResults:
    """The results of these rules, from tallies and findings; findings are counted as well."""
    counts_by_place: dict[str, CoverageCounts] = {}
    ordered = tuple(sorted(findings, key=lambda finding: finding.key))
    counted = Counter((finding.rule.code, finding.place, finding.result) for finding in ordered)
    numbered = (Tally(rules[code], place, result, number) for (code, place, result), number in counted.items())
    for tally in chain(tallies, numbered):
        for code in lineage(tally.place):
            if code not in counts_by_place:
                counts_by_place[code] = CoverageCounts(rules)
            counts_by_place[code].add(tally)
    numbers = sum(len(coverage.numbers) for coverage in counts_by_place.values())
    size = _RESULTS_BYTES + len(ordered) * _FINDING_BYTES + numbers * _NUMBER_BYTES
    return RuleResults(rules, counts_by_place, ordered, size)


def together(rules: Mapping[str, Rule], of_cities: Iterable[RuleResults]) -> RuleResults:
    """The results of several cities, in the order of their codes, from their results."""
    counts_by_place: dict[str, CoverageCounts] = {}
    findings: list[Finding] = []
    size = _RESULTS_BYTES
    for results in of_cities:
        counts_by_place.update(results.counts_by_place)
        findings += results.findings
        # Memory is shared with the cities' results while these are cached too, which is unknown here.
        size += results.size
    return RuleResults(rules, counts_by_place, tuple(findings), size)


@dataclass(frozen=True)
class Filter:
    """Conditions on findings; all given ones must hold. `level` is the level of the finding's place."""

    rules: frozenset[str] | None = None
    results: frozenset[str] | None = None
    obligation: str | None = None
    level: str | None = None

    def wants(self, rule: Rule) -> bool:
        """Whether findings of the rule can match."""
        return (self.rules is None or rule.code in self.rules) and self.obligation in {None, rule.obligation.value}

    def matches(self, finding: Finding) -> bool:
        """Whether the finding matches."""
        return (
            self.wants(finding.rule)
            and (self.results is None or finding.result in self.results)
            and self.is_of_level(finding.place)
        )

    def is_of_level(self, place: str) -> bool:
        """Whether findings at the place with the code can match."""
        return self.level is None or len(place) == LEVELS[self.level].digits


def read_filter(given: Mapping[str, Any] | None) -> Filter:
    """The filter of an argument of type FindingFilter."""
    given = given or {}
    rules, results = given.get("rules"), given.get("results")
    return Filter(
        None if rules is None else frozenset(rules),
        None if results is None else frozenset(results),
        given.get("obligation"),
        given.get("level"),
    )
