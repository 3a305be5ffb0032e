"""Changes of coverage: findings whose results differ between two dates. Plain functions over plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph_api.resolvers.coverage import Filter, Finding, read_filter
from graph_api.rules import Rule

WORSE, BETTER = "WORSE", "BETTER"
# From good to bad. A rule that does not apply, or a finding that does not exist, is neither.
_RANKS = {"PASS": 0, "UNKNOWN": 1, "FAIL": 2}


@dataclass(frozen=True)
class Change:
    """A finding whose result differs between two dates, `from_` and `until`; None for a date without the finding."""

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

    @property
    def turned(self) -> str | None:
        """WORSE or BETTER. None if the rule did not apply on one of the dates, or if there was no finding."""
        before, after = _RANKS.get(self.before or ""), _RANKS.get(self.after or "")
        if before is None or after is None:
            return None
        return WORSE if after > before else BETTER

    def row(self) -> dict[str, Any]:
        """The change as a parameter of a statement."""
        return {
            "key": self.key,
            "rule": self.rule.code,
            "subject": [self.rule.subject, self.subject],
            "place": self.place,
            "before": self.before,
            "after": self.after,
            "turned": self.turned,
            "from": self.from_.isoformat(),
            "until": self.until.isoformat(),
            "turned_by": [[list(step) for step in way] for way in self.rule.turned_by],
        }


def changes(before: Iterable[Finding], after: Iterable[Finding], from_: date, until: date) -> list[Change]:
    """The findings whose results differ between two dates, sorted by key.

    If a finding moved to another place, the later place counts.
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


@dataclass(frozen=True)
class ChangeFilter:
    """Conditions on changes; all given ones must hold. `where` has those on rules and places."""

    where: Filter
    turned: str | None
    before: frozenset[str] | None
    after: frozenset[str] | None

    def matches(self, change: Change) -> bool:
        """Whether the change matches."""
        return (
            self.where.wants(change.rule)
            and self.where.is_of_level(change.place)
            and self.turned in {None, change.turned}
            and (self.before is None or change.before in self.before)
            and (self.after is None or change.after in self.after)
        )

    def of(self, found: Iterable[Change]) -> list[Change]:
        """The changes that match, in the same order."""
        return [change for change in found if self.matches(change)]


def read_change_filter(given: Mapping[str, Any] | None) -> ChangeFilter:
    """The filter of an argument of type CoverageChangeFilter."""
    given = given or {}
    before, after = (None if given.get(key) is None else frozenset(given[key]) for key in ("before", "after"))
    return ChangeFilter(read_filter(given), given.get("turned"), before, after)


@dataclass(frozen=True)
class ChangeCount:
    """The number of changes of a rule's findings, and of those for the worse and for the better."""

    rule: Rule
    changes: int
    worse: int
    better: int

    @property
    def key(self) -> str:
        """What counts are ordered by, and no two share."""
        return self.rule.code

    def row(self) -> dict[str, Any]:
        """The count as a parameter of a statement."""
        return {
            "key": self.key,
            "rule": self.rule.code,
            "changes": self.changes,
            "worse": self.worse,
            "better": self.better,
        }


def change_counts(found: Iterable[Change]) -> list[ChangeCount]:
    """The numbers of changes of each rule that has some, sorted by rule."""
    by_rule: dict[str, list[Change]] = {}
    for change in found:
        by_rule.setdefault(change.rule.code, []).append(change)
    return [_count(by_rule[code]) for code in sorted(by_rule)]


def _count(found: Sequence[Change]) -> ChangeCount:
    turned = [change.turned for change in found]
    return ChangeCount(found[0].rule, len(found), turned.count(WORSE), turned.count(BETTER))
