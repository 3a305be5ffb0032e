"""Runs the coverage rules that an operation needs, each once for the whole place, and sums up their findings."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Coroutine, Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain
from typing import Any

from graph_api.caches import Budget
from graph_api.catalogue import Fragment, substitute
from graph_api.compiler.stages import Task
from graph_api.database import Changes, Database, VersionedCache, Versions
from graph_api.places import BUILDING, CITY, LEVELS, city_of
from graph_api.resolvers.coverage import (
    Filter,
    Finding,
    RuleResults,
    Tally,
    rule_results,
    together,
)
from graph_api.resolvers.coverage_changes import Change, changes
from graph_api.resolvers.windows import last_complete
from graph_api.rules import Obligation, Rule
from graph_api.tasks import all_of

# The number of statements that run at once, per run and in total. The others wait, so that the database stays
# free for other requests.
_AT_ONCE, _OF_ALL = 4, 8
# The number of rules per statement. Planning takes longer than running, but only once per text: so there are few texts,
# the same for all requests, and short enough to be planned in parallel.
_TOGETHER = 5
# Matches nothing: no city has this code.
_NOWHERE = "000000"


@dataclass(frozen=True)
class RuleNeed:
    """What a field needs from the rules that the filter selects: every finding, or only the numbers.

    With `days`, the numbers of `place` on these dates instead; with `since`, also the findings of that date, for
    comparison. Numbers are needed for places with at most `digits` digits.
    """

    where: Filter
    findings: bool = False
    days: tuple[date, ...] = ()
    since: date | None = None
    place: str = ""
    digits: int = BUILDING.digits

    def at(self, level: str) -> RuleNeed:
        """The same need of numbers for places down to the level."""
        return replace(self, digits=LEVELS.get(level, BUILDING).digits)


MUST = Filter(obligation=Obligation.MUST.value)
ALL = Filter()


@dataclass(frozen=True)
class RuleRun:
    """What a task finds: the results of its date, those of further dates, and the changes."""

    results: RuleResults
    days: Mapping[date, RuleResults]
    changes: Sequence[Change] = ()
    place: str = ""
    _by_place: dict[tuple[Filter, Sequence[str]], dict[str, Sequence[Finding]]] = field(default_factory=dict)

    def by_place(self, where: Filter, levels: tuple[str, ...]) -> dict[str, Sequence[Finding]]:
        """The filtered findings by each place of the levels that has some; computed once, since several lists may need them."""
        if (where, levels) not in self._by_place:
            self._by_place[where, levels] = self.results.by_place(where, levels)
        return self._by_place[where, levels]


@dataclass(frozen=True)
class _Question:
    """What a run answers: the rules with these codes, of which `each` lists those whose every finding is needed.

    Numbers go down to places with `digits` digits. An empty `within` means all places. `known_until` bounds personal
    data: the date itself, or today if the date is in the future.
    """

    within: str
    as_of: date
    known_until: date
    rules: frozenset[str]
    each: frozenset[str]
    digits: int


class RuleRunner:
    """Runs rules on one database. `cities` is the statement that returns the codes of all cities; `settings` are the
    parameters that rules may use, by name.

    With a budget, a city's results are reused while the city is unchanged, and those of all cities while the graph is.
    """

    def __init__(
        self,
        database: Database,
        rules: Mapping[str, Rule],
        cities: Fragment,
        settings: Mapping[str, Any],
        budget: Budget | None,
    ) -> None:
        self._database = database
        cache = None if budget is None else budget.cache(_size_of, share=0.4)
        self._cache: VersionedCache[_Question, RuleResults] = VersionedCache(Changes(database), cache, _version_of)
        self._rules = rules
        self._cities = cities
        self._shares = _shares(rules.values())
        self._texts: dict[tuple[str, str], str] = {}
        self._settings = settings
        self._turns = asyncio.Semaphore(_OF_ALL)

    async def run(self, task: Task) -> RuleRun:
        """Runs one task: a statement per group of needed rules."""
        needs: Sequence[RuleNeed] = task.needs
        now = [need for need in needs if not need.days]
        days = sorted({day for need in needs for day in need.days})
        since = next((need.since for need in needs if need.since is not None), None)
        work: list[Coroutine[Any, Any, Any]] = [
            self._results(task.area, task.as_of, task.today, now),
            self._trend(task.area, days, task.today),
            self._results(task.area, since, task.today, now) if since else _nothing(),
        ]
        results, trend, earlier = await all_of(work)
        found = changes(earlier.findings, results.findings, since, task.as_of) if earlier and since else ()
        return RuleRun(results, trend, found, next((need.place for need in needs if need.place), ""))

    def statements(self, as_of: date) -> list[tuple[str, Callable[[], Awaitable[object]]]]:
        """The statements of all rules with their names, MUST rules first. Each can be run on no place, so that it is
        planned."""
        question = _Question(_NOWHERE, as_of, as_of, frozenset(self._rules), frozenset(self._rules), BUILDING.digits)
        return [
            (f"rules {', '.join(rule.code for rule in share)}", partial(self._share, share, question))
            for share in self._shares
        ]

    async def run_ahead(self, as_of: date) -> None:
        """Runs the MUST rules of all cities, so that no request has to wait for them."""
        everywhere = self._question("", as_of, as_of, [RuleNeed(MUST).at("COMMUNITY")])
        await self._run_one_by_one(await self._city_by_city(everywhere))
        await self._known(everywhere)

    async def _run_one_by_one(self, questions: Iterable[_Question]) -> None:
        """Has the results of the questions cached, one after the other, so that the database stays free for requests."""
        for question in questions:
            await self._known(question)

    async def _results(self, within: str, as_of: date, today: date, needs: Sequence[RuleNeed]) -> RuleResults:
        """The results of a date, cached while nothing has changed, independent of the pages and findings needed."""
        return await self._known(self._question(within, as_of, today, needs))

    def _question(self, within: str, as_of: date, today: date, needs: Sequence[RuleNeed]) -> _Question:
        wanted = [rule for rule in self._rules.values() if any(need.where.wants(rule) for need in needs)]
        each = [rule for rule in wanted if any(need.findings and need.where.wants(rule) for need in needs)]
        digits = max((need.digits for need in needs), default=BUILDING.digits)
        return _Question(within, as_of, min(as_of, today), _codes(wanted), _codes(each), digits)

    async def _known(self, question: _Question) -> RuleResults:
        ask = self._of_city if len(question.within) >= CITY.digits else self._of_all_cities
        return await self._cache.get(question, lambda: ask(question))

    async def _of_all_cities(self, question: _Question) -> RuleResults:
        """The results of all cities, city by city, so that cached ones are reused."""
        questions = await self._city_by_city(question)
        known = await all_of(self._cache.again(each) for each in questions)
        unknown = [each for each, results in zip(questions, known, strict=True) if results is None]
        new = iter(await all_of((self._known(each) for each in unknown), _AT_ONCE))
        return together(self._named(question.rules), [results or next(new) for results in known])

    async def _city_by_city(self, question: _Question) -> list[_Question]:
        codes = await self._database.read(self._cities.text, limits=self._database.attended())
        return [replace(question, within=code) for [code] in codes]

    async def _of_city(self, question: _Question) -> RuleResults:
        """The findings of the rules in `each`, and the numbers of the others."""
        wanted = self._named(question.rules)
        codes = frozenset(rule.code for rule in wanted.values() if _reaches(rule, question.within))
        asked = replace(question, rules=codes, each=question.each & codes)
        shares = [share for share in self._shares if any(rule.code in asked.rules for rule in share)]
        found = await all_of((self._share(share, asked) for share in shares), _AT_ONCE)
        return rule_results(
            wanted,
            chain.from_iterable(tallies for tallies, _ in found),
            chain.from_iterable(findings for _, findings in found),
        )

    def _named(self, codes: Set[str]) -> dict[str, Rule]:
        """The rules with the codes, sorted."""
        return {code: rule for code, rule in self._rules.items() if code in codes}

    async def _share(self, share: Sequence[Rule], question: _Question) -> tuple[list[Tally], list[Finding]]:
        """The findings and numbers of one group of rules, as the question needs them."""
        parameters = {
            **_parameters(share, question.within, question.as_of),
            "digits": question.digits,
            "run": [rule.code for rule in share if rule.code in question.rules],
            "each": [rule.code for rule in share if rule.code in question.each],
        }
        tallies: list[Tally] = []
        findings: list[Finding] = []
        for code, groups in await self._read(self._share_text(share), question.known_until, parameters):
            rule = self._rules[code]
            window = None if rule.window is None else last_complete(rule.window, question.as_of)
            for place, result, finding, number in groups:
                if finding is None:
                    tallies.append(Tally(rule, place, result, number))
                    continue
                subject, exact, observed, evidence = finding
                named = tuple((kind, id_) for kind, id_ in evidence)
                findings += [Finding(rule, subject, exact, result, observed, named, window)] * number
        return tallies, findings

    def _share_text(self, share: Sequence[Rule]) -> str:
        """The statement of a group. It is the same for every selection of its rules and every place, because planning
        takes longer than running. A rule that is not needed does not run.

        Each rule returns one row with everything: the driver takes longer for many rows than the rule does.
        """
        return "\nUNION ALL\n".join(
            f"UNWIND CASE WHEN '{rule.code}' IN $run THEN [1] ELSE [] END AS once CALL () {{ {self._text(rule)} }} "
            "WITH left(place, $digits) AS area, result, "
            f"CASE WHEN '{rule.code}' IN $each THEN [subject, place, observed, evidence] END AS finding, "
            "count(*) AS number "
            f"RETURN '{rule.code}' AS rule, collect([area, result, finding, number]) AS found"
            for rule in share
        )

    async def _trend(self, within: str, days: Sequence[date], today: date) -> dict[date, RuleResults]:
        """The results of several dates: each rule still runs as one statement."""
        if not days:
            return {}
        rules = [rule for rule in self._rules.values() if _reaches(rule, within)]
        found = await all_of((self._series(rule, within, days, today) for rule in rules), _AT_ONCE)
        tallies: dict[date, list[Tally]] = {day: [] for day in days}
        for rule, rows in zip(rules, found, strict=True):
            for number, place, result, findings in rows:
                tallies[days[number]].append(Tally(rule, place, result, findings))
        return {day: rule_results(self._rules, found) for day, found in tallies.items()}

    async def _series(self, rule: Rule, within: str, days: Sequence[date], today: date) -> list[list[Any]]:
        body = self._text(rule, prefix="day.")
        text = (
            f"UNWIND $days AS day CALL (day) {{ {body} }} WITH day.number AS number, place, result, count(*) AS findings "
            "RETURN collect([number, place, result, findings]) AS numbers"
        )
        series = [{"number": number, **_parameters([rule], within, day)} for number, day in enumerate(days)]
        rows: list[list[Any]] = (await self._read(text, today, {"days": series}))[0][0]
        return rows

    def _text(self, rule: Rule, prefix: str = "$") -> str:
        """The statement of a rule, cached: building it takes as long as reading its findings."""
        if (rule.code, prefix) not in self._texts:
            self._texts[rule.code, prefix] = _written(rule, prefix)
        return self._texts[rule.code, prefix]

    async def _read(self, text: str, today: date, parameters: Mapping[str, Any]) -> list[Any]:
        async with self._turns:
            parameters = {**self._settings, "today": today, **parameters}
            return await self._database.read(text, parameters, limits=self._database.attended())


def _size_of(cached: tuple[Hashable, RuleResults]) -> int:
    return cached[1].size


def _version_of(question: _Question, versions: Versions) -> Hashable:
    """The version of the graph that the results are based on."""
    city = city_of(question.within)
    return versions.of(city) if city else versions.graph


def _codes(rules: Iterable[Rule]) -> frozenset[str]:
    return frozenset(rule.code for rule in rules)


async def _nothing() -> None:
    return None


def _shares(rules: Collection[Rule]) -> list[list[Rule]]:
    """The rules in groups with the same obligation level, MUST first."""
    alike = ([rule for rule in rules if rule.obligation is obligation] for obligation in Obligation)
    return [found[at : at + _TOGETHER] for found in alike for at in range(0, len(found), _TOGETHER)]


def _reaches(rule: Rule, within: str) -> bool:
    """Whether findings of the rule can belong to a place with this code."""
    return len(within) <= rule.deepest.digits


def _written(rule: Rule, prefix: str) -> str:
    """The statement of a rule, with parameters renamed so that rules with different windows can share a statement."""
    window = (rule.window or "").lower()
    names = {"window_from": f"{prefix}{window}_from", "window_until": f"{prefix}{window}_until"}
    own = {name: f"{prefix}{name}" for name in ("within", "as_of")}
    return substitute(rule.fragment.tokens, {}, {**own, **names})


def _parameters(rules: Sequence[Rule], within: str, as_of: date) -> dict[str, Any]:
    values: dict[str, Any] = {"within": within, "as_of": as_of}
    for window in {rule.window for rule in rules if rule.window is not None}:
        period = last_complete(window, as_of)
        values |= {f"{window.lower()}_from": period.from_, f"{window.lower()}_until": period.until}
    return values
