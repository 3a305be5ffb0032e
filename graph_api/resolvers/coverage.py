"""Coverage: what rules found, added up for every place. Plain functions over plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

from graph_api.catalogue import Obligation, Rule
from graph_api.resolvers.windows import Period

RESULTS = ("PASS", "FAIL", "UNKNOWN", "NOT_APPLICABLE")
# How many digits the codes of the levels have, from the city down.
LEVELS = {"CITY": 6, "SUBDISTRICT": 9, "COMMUNITY": 12, "COMPOUND": 15, "BUILDING": 18}
_JUDGED = frozenset({"PASS", "FAIL", "UNKNOWN"})
_KEYS: dict[tuple[str, str], tuple[str, str]] = {}
# How many filters of a judgement's findings are remembered.
_FILTERS = 8
# Measured: with what else they take, such as a place's part of a dictionary, and a finding's places in what filters found.
_JUDGEMENT_BYTES, _FINDING_BYTES, _NUMBER_BYTES = 10_000, 700 + 8 * _FILTERS, 120


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of one subject on a day. `place` is the code of the place that it belongs to.

    `evidence` and `subject` name things by the pair of type and id in the graph.
    """

    rule: Rule
    subject: str
    place: str
    result: str
    observed: str | None
    evidence: tuple[tuple[str, str], ...]
    window: Period | None

    @property
    def key(self) -> str:
        """What findings are ordered by, and no two of one day share."""
        return f"{self.place} {self.rule.code} {self.subject}"

    @property
    def id(self) -> str:
        """Its local id."""
        return f"{self.rule.code}|{self.subject}"

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
    """How many findings of a rule there are in one place with one result."""

    rule: Rule
    place: str
    result: str
    number: int


@dataclass(frozen=True)
class RuleCount:
    """How many findings of a rule have which result."""

    rule: Rule
    pass_: int
    fail: int
    unknown: int
    not_applicable: int


@dataclass
class Coverage:
    """The findings that belong to a place or to anything below it, counted by rule and result."""

    rules: Mapping[str, Rule]
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, tally: Tally) -> None:
        """Count so many findings more."""
        # One key for all places: there are as many numbers as places, rules and results.
        key = _KEYS.setdefault((tally.rule.code, tally.result), (tally.rule.code, tally.result))
        self.numbers[key] = self.numbers.get(key, 0) + tally.number

    def number(self, rule: str, result: str) -> int:
        """How many findings of the rule with the code have the result."""
        return self.numbers.get((rule, result), 0)

    @cached_property
    def rate(self) -> float | None:
        """MUST findings that pass over those that pass, fail or are unknown; None where no MUST rule applies."""
        passed = judged = 0
        for (code, result), number in self.numbers.items():
            if result in _JUDGED and self.rules[code].obligation is Obligation.MUST:
                judged += number
                passed += number if result == "PASS" else 0
        return passed / judged if judged else None

    @property
    def fully_covered(self) -> bool | None:
        """Whether the rate is 1; None where there is no rate."""
        return None if self.rate is None else self.rate == 1

    @property
    def counts(self) -> list[RuleCount]:
        """The counts of every rule, by code; rules that found nothing here have zeros."""
        return [
            RuleCount(rule, *(self.number(rule.code, result) for result in RESULTS)) for rule in self.rules.values()
        ]


@dataclass(frozen=True)
class Judgement:
    """What the rules that were asked for found within a place on a day.

    `coverages` are there for every place of which anything was found, by its code; `findings`, in their order, for the
    rules of which each finding is needed. `size` is about how much memory it takes, in bytes.
    """

    rules: Mapping[str, Rule]
    coverages: Mapping[str, Coverage]
    findings: tuple[Finding, ...]
    size: int
    _kept: dict[Filter, Sequence[Finding]] = field(default_factory=dict, init=False, repr=False)

    def coverage(self, code: str) -> Coverage:
        """The coverage of the place with the code; of a province or a prefecture, that of its cities together."""
        if code in self.coverages:
            return self.coverages[code]
        found = Coverage(self.rules)
        for city in self._cities(code):
            for key, number in self.coverages[city].numbers.items():
                found.numbers[key] = found.numbers.get(key, 0) + number
        return found

    def knows(self, code: str) -> bool:
        """Whether anything was found within the place with the code, as within every place that there is."""
        return code in self.coverages or bool(self._cities(code))

    def _cities(self, code: str) -> list[str]:
        """The codes of the cities of a province or a prefecture."""
        size = LEVELS["CITY"]
        return (
            []
            if len(code) >= size
            else [city for city in self.coverages if len(city) == size and city.startswith(code)]
        )

    def rates(self, level: str) -> Mapping[str, float]:
        """The rates of the places of a level that have one, by code."""
        return self._rates[level]

    @cached_property
    def _rates(self) -> dict[str, dict[str, float]]:
        levels = {digits: level for level, digits in LEVELS.items()}
        found: dict[str, dict[str, float]] = {level: {} for level in LEVELS}
        for code, coverage in self.coverages.items():
            if coverage.rate is not None:
                found[levels[len(code)]][code] = coverage.rate
        return found

    def covered(self, level: str, *, fully: bool) -> list[str]:
        """The codes of the places of a level that are fully covered, or of those that are not."""
        return [code for code, rate in self.rates(level).items() if (rate == 1) is fully]

    def failing(self, level: str, rules: Iterable[str]) -> list[str]:
        """The codes of the places of a level with a FAIL of one of the rules, at themselves or below."""
        size, wanted = LEVELS[level], tuple(rules)
        return [
            code
            for code, coverage in self.coverages.items()
            if len(code) == size and any(coverage.number(rule, "FAIL") for rule in wanted)
        ]

    def by_place(self, keep: Filter, levels: Iterable[str]) -> dict[str, Sequence[Finding]]:
        """The findings to keep, by every place of the levels that has some, at itself or below."""
        findings = self.kept(keep)
        sizes = [LEVELS[level] for level in levels]
        # They stand one after the other, since the code of a place begins the codes of those within it.
        starts, ends = dict[str, int](), dict[str, int]()
        for number, finding in enumerate(findings):
            for size in sizes:
                if size <= len(finding.place):
                    code = finding.place[:size]
                    starts.setdefault(code, number)
                    ends[code] = number + 1
        return {code: findings[start : ends[code]] for code, start in starts.items()}

    def by_subject(self, keep: Filter) -> dict[str, Sequence[Finding]]:
        """The findings to keep, by the id of their subject."""
        found: dict[str, list[Finding]] = {}
        for finding in self.kept(keep):
            found.setdefault(finding.subject, []).append(finding)
        return dict(found)

    def kept(self, keep: Filter) -> Sequence[Finding]:
        """The findings to keep, in their order; looked for once, since a list is read page by page."""
        if keep not in self._kept:
            if len(self._kept) == _FILTERS:
                self._kept.clear()
            self._kept[keep] = tuple(finding for finding in self.findings if keep.keeps(finding))
        return self._kept[keep]


def judgement_of(rules: Mapping[str, Rule], tallies: Iterable[Tally], findings: Iterable[Finding] = ()) -> Judgement:
    """The judgement that numbers and findings of these rules make; findings are counted too."""
    coverages: dict[str, Coverage] = {}
    ordered = tuple(sorted(findings, key=lambda finding: finding.key))
    counted = Counter((finding.rule.code, finding.place, finding.result) for finding in ordered)
    numbered = (Tally(rules[code], place, result, number) for (code, place, result), number in counted.items())
    for tally in chain(tallies, numbered):
        for code in lineage(tally.place):
            if code not in coverages:
                coverages[code] = Coverage(rules)
            coverages[code].add(tally)
    numbers = sum(len(coverage.numbers) for coverage in coverages.values())
    size = _JUDGEMENT_BYTES + len(ordered) * _FINDING_BYTES + numbers * _NUMBER_BYTES
    return Judgement(rules, coverages, ordered, size)


def together(rules: Mapping[str, Rule], judgements: Iterable[Judgement]) -> Judgement:
    """The judgement of several cities by these rules, in the order of their codes, from that of each."""
    coverages: dict[str, Coverage] = {}
    findings: list[Finding] = []
    size = _JUDGEMENT_BYTES
    for judgement in judgements:
        coverages.update(judgement.coverages)
        findings += judgement.findings
        # It shares all that with the cities' own, as long as these are cached too; whether they are, it can't know.
        size += judgement.size
    return Judgement(rules, coverages, tuple(findings), size)


@dataclass(frozen=True)
class Filter:
    """Which findings to keep: those of which all that is given is true. `level` is of the finding's place."""

    rules: frozenset[str] | None = None
    results: frozenset[str] | None = None
    obligation: str | None = None
    level: str | None = None

    def wants(self, rule: Rule) -> bool:
        """Whether findings of the rule can be among those to keep."""
        return (self.rules is None or rule.code in self.rules) and self.obligation in {None, rule.obligation.value}

    def keeps(self, finding: Finding) -> bool:
        """Whether the finding is among those to keep."""
        return (
            self.wants(finding.rule)
            and (self.results is None or finding.result in self.results)
            and (self.level is None or len(finding.place) == LEVELS[self.level])
        )


def read_filter(given: Mapping[str, Any] | None) -> Filter:
    """The filter that an argument `filter` of type FindingFilter describes."""
    given = given or {}
    rules, results = given.get("rules"), given.get("results")
    return Filter(
        None if rules is None else frozenset(rules),
        None if results is None else frozenset(results),
        given.get("obligation"),
        given.get("level"),
    )


def lineage(code: str) -> list[str]:
    """The code of a place and those of all places that it lies within."""
    return [code[:size] for size in LEVELS.values() if size <= len(code)]


@dataclass(frozen=True)
class Change:
    """A finding that differs between two days, `from_` and `until`; no result where there was, or is, no such finding."""

    rule: Rule
    subject: str
    place: str
    before: str | None
    after: str | None
    from_: date
    until: date

    @property
    def key(self) -> str:
        """What changes are ordered by, and no two share."""
        return f"{self.place} {self.rule.code} {self.subject}"

    def row(self) -> dict[str, Any]:
        """The change as a parameter of a statement."""
        return {
            "key": self.key,
            "rule": self.rule.code,
            "subject": [self.rule.subject, self.subject],
            "place": self.place,
            "before": self.before,
            "after": self.after,
            "from": self.from_.isoformat(),
            "until": self.until.isoformat(),
            "turned_by": [[list(step) for step in way] for way in self.rule.turned_by],
        }


def changes(before: Iterable[Finding], after: Iterable[Finding], from_: date, until: date) -> list[Change]:
    """The findings that appeared, went away or turned between two days, in the order of their keys.

    Where a finding moved to another place, the later place counts.
    """
    earlier = {(finding.rule.code, finding.subject): finding for finding in before}
    later = {(finding.rule.code, finding.subject): finding for finding in after}
    found = []
    for key in earlier.keys() | later.keys():
        old, new = earlier.get(key), later.get(key)
        shown = new or old
        assert shown is not None
        results = (old.result if old else None, new.result if new else None)
        if results[0] != results[1]:
            found.append(Change(shown.rule, shown.subject, shown.place, *results, from_, until))
    return sorted(found, key=lambda change: change.key)
