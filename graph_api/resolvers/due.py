"""What is due: duties that are not fulfilled yet, each with the last day on which it can be. Plain functions over plain
data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from graph_api.catalogue import Catalogue, Fragment, Mode
from graph_api.places import LEVELS
from graph_api.resolvers.windows import Period
from graph_api.rules import Rule, rules_of

# The days that a list looks ahead by default.
DAYS_AHEAD = 30
_FOLDER = "due"


@dataclass(frozen=True)
class DueKinds:
    """The kinds of what is due: the rules with deadlines by kind, and the statements of all other kinds.

    A rule names its kind in its header; any other kind is a file in `cypher/due` that is named after it.
    """

    rules: Mapping[str, Sequence[Rule]]
    statements: Mapping[str, Fragment]

    @property
    def names(self) -> list[str]:
        """All kinds, sorted."""
        return sorted(self.rules.keys() | self.statements.keys())


def due_kinds(catalogue: Catalogue) -> DueKinds:
    """The kinds that the catalogue has."""
    rules: dict[str, list[Rule]] = {}
    for rule in rules_of(catalogue).values():
        if rule.due is not None:
            rules.setdefault(rule.due, []).append(rule)
    files = (fragment for fragment in catalogue.values() if fragment.name.startswith(f"{_FOLDER}."))
    statements = {fragment.name.partition(".")[2].upper(): fragment for fragment in files if fragment.mode is Mode.READ}
    return DueKinds(rules, statements)


@dataclass(frozen=True, slots=True)
class DueItem:
    """A duty, or an end of a term, with its last day. `window` is the period in which a rule requires it.

    `subject` is a pair of type and ID in the graph; `name` is its name, if the graph has none for it.
    """

    kind: str
    due_on: date
    subject: tuple[str, str]
    place: str
    rule: Rule | None = None
    window: Period | None = None
    name: str | None = None

    @property
    def key(self) -> str:
        """The sort key, unique on one date."""
        return f"{self.due_on.isoformat()} {self.place} {self.kind} {self.rule.code if self.rule else ''} {self.subject[1]}"


@dataclass(frozen=True, slots=True)
class DueRow:
    """A duty as a list shows it on a date."""

    item: DueItem
    as_of: date

    @property
    def key(self) -> str:
        """The sort key."""
        return self.item.key

    def row(self) -> dict[str, Any]:
        """The duty as a parameter of a statement."""
        item = self.item
        return {
            "key": item.key,
            "kind": item.kind,
            "due_on": item.due_on,
            "days_left": (item.due_on - self.as_of).days,
            "overdue": item.due_on < self.as_of,
            "subject": list(item.subject),
            "place": item.place,
            "rule": item.rule and item.rule.code,
            "window": item.window and [item.window.from_.isoformat(), item.window.until.isoformat()],
            "name": item.name,
        }


@dataclass(frozen=True)
class DueFilter:
    """Conditions on what is due; all given ones must hold. `level` is the level of the place."""

    until: date
    kinds: frozenset[str] | None = None
    overdue: bool | None = None
    obligation: str | None = None
    level: str | None = None

    def matches(self, item: DueItem, as_of: date) -> bool:
        """Whether the duty matches on the date."""
        return (
            item.due_on <= self.until
            and (self.kinds is None or item.kind in self.kinds)
            and self.overdue in {None, item.due_on < as_of}
            and self.obligation in {None, item.rule and item.rule.obligation.value}
            and (self.level is None or len(item.place) == LEVELS[self.level].digits)
        )


def last_day(as_of: date, until: date | None) -> date:
    """The last day of a list: `until`, or by default some days after the date."""
    return until or min(as_of, date.max - timedelta(days=DAYS_AHEAD)) + timedelta(days=DAYS_AHEAD)


def read_due_filter(arguments: Mapping[str, Any], as_of: date) -> DueFilter:
    """The conditions in the arguments of a list."""
    given, kinds = arguments.get("filter") or {}, arguments.get("kinds")
    return DueFilter(
        last_day(as_of, arguments.get("until")),
        None if kinds is None else frozenset(kinds),
        given.get("overdue"),
        given.get("obligation"),
        given.get("level"),
    )


@dataclass(frozen=True)
class DueItems:
    """What is due within a place on a date, in any order."""

    as_of: date
    items: Iterable[DueItem]

    @cached_property
    def _sorted(self) -> list[DueItem]:
        return sorted(self.items, key=lambda item: item.key)

    def rows(self, where: DueFilter) -> list[DueRow]:
        """The matching duties, sorted by day and place."""
        return [DueRow(item, self.as_of) for item in self._sorted if where.matches(item, self.as_of)]
