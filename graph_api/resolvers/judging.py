"""Judging: runs the coverage rules that an operation needs, each once over the whole place, and adds up what they found."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph_api.catalogue import Obligation, Rule, substitute
from graph_api.compiler.stages import Task
from graph_api.database import Database
from graph_api.resolvers.coverage import Change, Filter, Finding, Judgement, Tally, changes
from graph_api.resolvers.windows import Period, last_complete

# The most digits that the place of a finding can have, by the rule's subject: within a smaller place nothing is found.
_DIGITS = {
    "City": 6,
    "Subdistrict": 9,
    "Community": 12,
    "Department": 12,
    "Leader": 12,
    "Compound": 15,
    "BuildingGroup": 15,
    "Building": 18,
}
_DEEPEST = 18


@dataclass(frozen=True)
class Need:
    """What a field needs of the rules: of those that the filter wants, each finding or only their numbers.

    With `days` the numbers of `place` are needed for these days instead; with `since` the findings of that day too, to
    compare.
    """

    keep: Filter
    findings: bool = False
    days: tuple[date, ...] = ()
    since: date | None = None
    place: str = ""


MUST = Filter(obligation=Obligation.MUST.value)
ALL = Filter()


@dataclass(frozen=True)
class Judged:
    """What a task found out: the judgement of its day, those of further days, and what changed."""

    judgement: Judgement
    days: Mapping[date, Judgement]
    changes: Sequence[Change] = ()
    place: str = ""


class Judge:
    """Runs rules on one database."""

    def __init__(self, database: Database, rules: Mapping[str, Rule]) -> None:
        self._database = database
        self._rules = rules

    async def judge(self, task: Task) -> Judged:
        """Carry out a task: at most one statement for each rule and what is asked of it."""
        needs: Sequence[Need] = task.needs
        now = [need for need in needs if not need.days]
        days = sorted({day for need in needs for day in need.days})
        since = next((need.since for need in needs if need.since is not None), None)
        judgement, trend, earlier = await asyncio.gather(
            self._judgement(task.within, task.as_of, now),
            self._trend(task.within, days),
            self._judgement(task.within, since, now) if since else _nothing(),
        )
        found = changes(earlier.findings, judgement.findings) if earlier else ()
        return Judged(judgement, trend, found, next((need.place for need in needs if need.place), ""))

    async def _judgement(self, within: str, as_of: date, needs: Sequence[Need]) -> Judgement:
        wanted = {rule.code: rule for rule in self._rules.values() if any(need.keep.wants(rule) for need in needs)}
        each = {code for code, rule in wanted.items() if any(n.findings and n.keep.wants(rule) for n in needs)}
        judged = [rule for rule in wanted.values() if _reaches(rule, within)]
        found = await asyncio.gather(
            *(
                self._findings(rule, within, as_of) if rule.code in each else self._tallies(rule, within, as_of)
                for rule in judged
            )
        )
        return Judgement(
            wanted,
            tuple(tally for tallies, _ in found for tally in tallies),
            tuple(finding for _, findings in found for finding in findings),
        )

    async def _findings(self, rule: Rule, within: str, as_of: date) -> tuple[list[Tally], list[Finding]]:
        window = _window(rule, as_of)
        rows = await self._database.read(rule.fragment.text, _parameters(rule, within, as_of))
        findings = [
            Finding(rule, subject, place, result, observed, tuple((kind, id_) for kind, id_ in evidence), window)
            for subject, place, result, observed, evidence in rows
        ]
        return [Tally(rule, finding.place, finding.result, 1) for finding in findings], findings

    async def _tallies(self, rule: Rule, within: str, as_of: date) -> tuple[list[Tally], list[Finding]]:
        text = f"CALL () {{ {rule.fragment.text} }} RETURN place, result, count(*) AS number"
        rows = await self._database.read(text, _parameters(rule, within, as_of))
        return [Tally(rule, *row) for row in rows], []

    async def _trend(self, within: str, days: Sequence[date]) -> dict[date, Judgement]:
        """The judgements of several days: each rule still runs as one statement."""
        if not days:
            return {}
        rules = [rule for rule in self._rules.values() if _reaches(rule, within)]
        found = await asyncio.gather(*(self._series(rule, within, days) for rule in rules))
        tallies: dict[date, list[Tally]] = {day: [] for day in days}
        for rule, rows in zip(rules, found, strict=True):
            for number, place, result, count in rows:
                tallies[days[number]].append(Tally(rule, place, result, count))
        return {day: Judgement(self._rules, tuple(found)) for day, found in tallies.items()}

    async def _series(self, rule: Rule, within: str, days: Sequence[date]) -> list[list[Any]]:
        names = {name: f"day.{name}" for name in rule.fragment.parameters if name != "within"}
        body = substitute(rule.fragment.tokens, {}, names)
        text = (
            f"UNWIND $days AS day CALL (day) {{ {body} }} "
            "RETURN day.number AS number, place, result, count(*) AS findings"
        )
        series = [{"number": number, **_parameters(rule, within, day)} for number, day in enumerate(days)]
        return await self._database.read(text, {"days": series, "within": within})


async def _nothing() -> None:
    return None


def _reaches(rule: Rule, within: str) -> bool:
    """Whether findings of the rule can belong to a place with such a code."""
    return len(within) <= _DIGITS.get(rule.subject, _DEEPEST)


def _window(rule: Rule, as_of: date) -> Period | None:
    return None if rule.window is None else last_complete(rule.window, as_of)


def _parameters(rule: Rule, within: str, as_of: date) -> dict[str, Any]:
    window = _window(rule, as_of)
    period = {"window_from": window.from_, "window_until": window.until} if window else {}
    return {"within": within, "as_of": as_of, **period}
