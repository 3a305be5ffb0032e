"""Finds what is due within a place: missed duties are the findings of the coverage rules, others come from statements.

A rule with a window fails once the window is over. What would fail if nothing more were recorded is due on the last day
of the window: the same statement finds it, with the events up to the date alone.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import chain
from typing import Any

from graph_api.caches import Budget
from graph_api.catalogue import Catalogue, substitute
from graph_api.compiler.stages import Task
from graph_api.database import Changes, Database, VersionedCache, Versions
from graph_api.places import CITY, city_of
from graph_api.resolvers.coverage import Filter
from graph_api.resolvers.due import DueItem, DueItems, due_kinds, last_day
from graph_api.resolvers.rule_runner import RuleNeed, RuleRunner
from graph_api.resolvers.windows import Period, deadlines
from graph_api.rules import Rule, rules_of
from graph_api.tasks import all_of

# As for rules: the number of statements at once, and of rules per statement.
_AT_ONCE, _TOGETHER = 4, 5
# A finding that fails is a missed duty. Before the window is over, missing records don't make a duty unknown.
_MISSED, _OPEN = frozenset({"FAIL"}), ["FAIL", "UNKNOWN"]
# Measured: the memory of an item with its name and window.
_ITEMS_BYTES, _ITEM_BYTES = 1_000, 600
# Matches nothing: no city has this code.
_NOWHERE = "000000"


@dataclass(frozen=True)
class DueNeed:
    """What a field needs: what is due up to a day (None: the default), of some kinds (None: all)."""

    until: date | None
    kinds: frozenset[str] | None


@dataclass(frozen=True)
class _Span:
    """A period in which a rule requires something. `met_by` is the day after the last event that counts."""

    rule: str
    period: Period
    last: date
    met_by: date


@dataclass(frozen=True)
class _Question:
    """What is asked within a place. `known_until` bounds personal data: the date, or today if that is earlier."""

    within: str
    as_of: date
    known_until: date
    spans: tuple[_Span, ...]
    statements: tuple[str, ...]


class DueFinder:
    """Finds what is due in one database. `settings` are the parameters that statements may use, by name.

    With a budget, a city's results are reused while the city is unchanged.
    """

    def __init__(
        self,
        database: Database,
        catalogue: Catalogue,
        rules: RuleRunner,
        settings: Mapping[str, Any],
        budget: Budget | None,
    ) -> None:
        self._database = database
        self._kinds = due_kinds(catalogue)
        self._rules = rules_of(catalogue)
        self._cities = catalogue["places.city_codes"]
        self._runner = rules
        self._settings = settings
        cache = None if budget is None else budget.cache(_size_of, share=0.1)
        self._cache: VersionedCache[_Question, tuple[DueItem, ...]] = VersionedCache(
            Changes(database), cache, _version_of
        )
        wanted = [rule for found in self._kinds.rules.values() for rule in found]
        shares = [wanted[at : at + _TOGETHER] for at in range(0, len(wanted), _TOGETHER)]
        self._shares = [(frozenset(rule.code for rule in share), _share_text(share)) for share in shares]

    async def find(self, task: Task) -> DueItems:
        """What is due for all needs of the task, and possibly more."""
        needs: Sequence[DueNeed] = task.needs
        kinds = frozenset(kind for kind in self._kinds.names if any(_wants(need, kind) for need in needs))
        until = max(last_day(task.as_of, need.until) for need in needs)
        rules = [rule for kind in sorted(kinds & self._kinds.rules.keys()) for rule in self._kinds.rules[kind]]
        question = _Question(
            task.area,
            task.as_of,
            min(task.as_of, task.today),
            tuple(span for rule in rules for span in _spans(rule, task.as_of, until)),
            tuple(sorted(kinds & self._kinds.statements.keys())),
        )
        missed, found = await all_of([self._missed(task, rules), self._everywhere(question)])
        return DueItems(task.as_of, [*missed, *found])

    def statements(self, day: date) -> list[tuple[str, Callable[[], Awaitable[object]]]]:
        """The statements with their names. Each can be run on no place, so that it is planned."""
        question = _Question(_NOWHERE, day, day, (), ())
        shared = [(f"due by {', '.join(sorted(codes))}", text) for codes, text in self._shares]
        return [
            (name, partial(self._read, text, question, {"spans": {}}))
            for name, text in [*shared, *((each.name, each.text) for each in self._kinds.statements.values())]
        ]

    async def _missed(self, task: Task, rules: Sequence[Rule]) -> list[DueItem]:
        """The duties that were missed in the last complete windows."""
        if not rules:
            return []
        where = Filter(rules=frozenset(rule.code for rule in rules), results=_MISSED)
        run = await self._runner.run(replace(task, kind=RuleNeed, needs=(RuleNeed(where, findings=True),)))
        return [
            DueItem(
                finding.rule.due,
                finding.window.until - timedelta(days=1),
                (finding.rule.subject, finding.subject),
                finding.place,
                finding.rule,
                finding.window,
            )
            for finding in run.results.filtered(where)
            if finding.rule.due and finding.window and finding.place.startswith(task.area)
        ]

    async def _everywhere(self, question: _Question) -> list[DueItem]:
        """What else is due, city by city if the place is larger than one."""
        if len(question.within) >= CITY.digits:
            return list(await self._known(question))
        rows = await self._database.read(self._cities.text, limits=self._database.attended())
        codes = [code for [code] in rows if code.startswith(question.within)]
        return list(
            chain.from_iterable(await all_of((self._known(replace(question, within=code)) for code in codes), _AT_ONCE))
        )

    async def _known(self, question: _Question) -> tuple[DueItem, ...]:
        return await self._cache.get(question, lambda: self._within(question))

    async def _within(self, question: _Question) -> tuple[DueItem, ...]:
        by_rule = (
            self._by_rule(text, [span for span in question.spans if span.rule in codes], question)
            for codes, text in self._shares
        )
        by_kind = (self._of_kind(kind, question) for kind in question.statements)
        return tuple(chain.from_iterable(await all_of(chain(by_rule, by_kind), _AT_ONCE)))

    async def _by_rule(self, text: str, spans: Sequence[_Span], question: _Question) -> list[DueItem]:
        """What rules require in periods that are not over. Of each duty only the earliest."""
        if not spans:
            return []
        numbered: dict[str, list[dict[str, Any]]] = {}
        for number, span in enumerate(spans):
            given = {"number": number, "from": span.period.from_, "until": span.met_by}
            numbered.setdefault(span.rule, []).append(given)
        found: dict[tuple[str, str], DueItem] = {}
        rows = await self._read(text, question, {"spans": numbered})
        for number, subjects in sorted(rows):
            span, rule = spans[number], self._rules[spans[number].rule]
            assert rule.due is not None
            for subject, place in subjects:
                item = DueItem(rule.due, span.last, (rule.subject, subject), place, rule, span.period)
                found.setdefault((rule.code, subject), item)
        return list(found.values())

    async def _of_kind(self, kind: str, question: _Question) -> list[DueItem]:
        """What is due of a kind with a statement of its own."""
        rows = await self._read(self._kinds.statements[kind].text, question, {})
        return [
            DueItem(kind, due_on, (type_, id_), place, self._rules[rule] if rule else None, None, name)
            for (type_, id_), place, due_on, rule, name in rows
        ]

    async def _read(self, text: str, question: _Question, parameters: Mapping[str, Any]) -> list[Any]:
        own = {"within": question.within, "as_of": question.as_of, "today": question.known_until}
        return await self._database.read(
            text, {**self._settings, **own, **parameters}, limits=self._database.attended()
        )


def _wants(need: DueNeed, kind: str) -> bool:
    return need.kinds is None or kind in need.kinds


def _spans(rule: Rule, as_of: date, until: date) -> list[_Span]:
    """The current period of a rule and the next one, if they end by `until`."""
    assert rule.window is not None
    tomorrow = min(as_of, date.max - timedelta(days=1)) + timedelta(days=1)
    return [
        _Span(rule.code, deadline.period, deadline.last, max(deadline.period.from_, tomorrow))
        for deadline in deadlines(rule.window, as_of)
        if deadline.last <= until
    ]


def _share_text(share: Sequence[Rule]) -> str:
    """The statement that checks some rules in the periods of `$spans`: for each its number, and what is not fulfilled."""
    return "\nUNION ALL\n".join(
        f"UNWIND coalesce($spans['{rule.code}'], []) AS span CALL (span) {{ "
        f"{substitute(rule.fragment.tokens, {}, {'window_from': 'span.from', 'window_until': 'span.until'})} }} "
        f"WITH span, subject, place, result WHERE result IN {_OPEN} "
        "RETURN span.number AS number, collect([subject, place]) AS subjects"
        for rule in share
    )


def _size_of(cached: tuple[Hashable, tuple[DueItem, ...]]) -> int:
    return _ITEMS_BYTES + len(cached[1]) * _ITEM_BYTES


def _version_of(question: _Question, versions: Versions) -> Hashable:
    """The version of the city that the results are based on."""
    return versions.of(city_of(question.within))
