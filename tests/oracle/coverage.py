"""Coverage: all findings of a day, what they come to for a place, and how that moves over time."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from oracle.building_groups import BUILDING_GROUPS
from oracle.buildings import BUILDINGS
from oracle.cities import CITIES
from oracle.communities import COMMUNITIES
from oracle.compounds import COMPOUNDS
from oracle.departments import DEPARTMENTS
from oracle.issues import ISSUES
from oracle.leaders import LEADERS
from oracle.places import lies_within
from oracle.relations import Situation
from oracle.rules import Finding, Obligation, Result, Rule, Subjects, Thing
from oracle.subdistricts import SUBDISTRICTS
from oracle.tables import read_tables

SUBJECTS = (
    CITIES,
    SUBDISTRICTS,
    COMMUNITIES,
    DEPARTMENTS,
    LEADERS,
    COMPOUNDS,
    BUILDINGS,
    BUILDING_GROUPS,
    ISSUES,
)
RULES: Mapping[str, Rule] = {rule.code: rule for subjects in SUBJECTS for rule in subjects.rules}


@dataclass(frozen=True)
class Coverage:
    """The findings of a place and of all below it, counted by rule and result."""

    counts: Mapping[str, Mapping[Result, int]]

    @property
    def rate(self) -> float | None:
        """MUST findings that pass over those that pass, fail or are unknown; None where there are none."""
        passing = self._must(Result.PASS)
        checked = passing + self._must(Result.FAIL) + self._must(Result.UNKNOWN)
        return passing / checked if checked else None

    @property
    def fully_covered(self) -> bool | None:
        return None if self.rate is None else self.rate == 1

    def _must(self, result: Result) -> int:
        musts = (code for code, rule in RULES.items() if rule.obligation is Obligation.MUST)
        return sum(self.counts[code][result] for code in musts)


@dataclass(frozen=True)
class Change:
    """A finding of one rule about one subject on two days; None where there was none."""

    rule: str
    subject: Thing
    before: Finding | None
    after: Finding | None

    @property
    def turned(self) -> str | None:
        """Whether it got worse or better: what is unknown is worse than a pass, and better than a failure."""
        ladder = [Result.FAIL, Result.UNKNOWN, Result.PASS]
        steps = [ladder.index(each.result) for each in (self.before, self.after) if each and each.result in ladder]
        if len(steps) < 2:
            return None
        return "BETTER" if steps[1] > steps[0] else "WORSE"

    @property
    def place(self) -> str:
        """The place that the finding belongs to, on the second day if there is one."""
        found = self.after or self.before
        assert found is not None
        return found.place


@cache
def findings(as_of: date, day: date) -> frozenset[Finding]:
    """Every finding of every rule on the day, of the seed whose days are counted from the as-of day."""
    situation = Situation(read_tables(as_of), day)
    return frozenset(finding for subjects in SUBJECTS for finding in _checked(subjects, situation))


def findings_within(within: str, as_of: date, day: date) -> frozenset[Finding]:
    """The findings that belong to the place or to anything below it."""
    return frozenset(finding for finding in findings(as_of, day) if lies_within(finding.place, within))


def coverage(within: str, as_of: date, day: date) -> Coverage:
    """The coverage of a place on the day, with a count for every rule."""
    counted = Counter((finding.rule, finding.result) for finding in findings_within(within, as_of, day))
    return Coverage({code: {result: counted[code, result] for result in Result} for code in RULES})


def coverage_history(within: str, as_of: date, days: Iterable[date]) -> list[tuple[date, Coverage]]:
    """The coverage of a place on each of the days."""
    return [(day, coverage(within, as_of, day)) for day in days]


def coverage_changes(within: str, as_of: date, start: date, end: date) -> list[Change]:
    """The findings of a place whose result on the second day differs, that appeared or that went away."""
    before, after = (
        {(finding.rule, finding.subject): finding for finding in findings_within(within, as_of, day)}
        for day in (start, end)
    )
    return [
        Change(*key, before.get(key), after.get(key))
        for key in sorted(before.keys() | after.keys())
        if _result(before.get(key)) != _result(after.get(key))
    ]


def _checked(subjects: Subjects, situation: Situation) -> Iterable[Finding]:
    for id_ in subjects.present(situation):
        place = subjects.place(id_, situation)
        for rule in subjects.rules:
            outcome = rule.check(id_, situation)
            yield Finding(rule.code, Thing(subjects.type, id_), place, outcome.result, outcome.evidence)


def _result(finding: Finding | None) -> Result | None:
    return finding.result if finding else None
