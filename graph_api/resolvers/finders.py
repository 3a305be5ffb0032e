"""Finds out what the stages of a statement need, with one finder per kind of need."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence, Set
from datetime import date
from typing import Any

from graph_api.caches import Budget
from graph_api.catalogue import Catalogue
from graph_api.compiler.stages import Task
from graph_api.database import Database
from graph_api.resolvers.analyst import AnalysisNeed, Analyst
from graph_api.resolvers.due_finder import DueFinder, DueNeed
from graph_api.resolvers.rule_runner import RuleNeed, RuleRunner
from graph_api.rules import rules_of


class Finders:
    """The finders of one database. `settings` are the settings that Cypher may use as parameters.

    Results are cached within the budget; with `caching`, also what was read, while the graph is unchanged.
    """

    def __init__(
        self, database: Database, catalogue: Catalogue, settings: Mapping[str, Any], budget: Budget, *, caching: bool
    ) -> None:
        lasting = budget if caching else None
        self._rules = RuleRunner(database, rules_of(catalogue), catalogue["places.city_codes"], settings, lasting)
        self._due = DueFinder(database, catalogue, self._rules, settings, lasting)
        self._by_kind = {
            RuleNeed: self._rules.run,
            DueNeed: self._due.find,
            AnalysisNeed: Analyst(database, catalogue["analysis.belongings"], budget).analyse,
        }

    @property
    def kinds(self) -> Set[type[Any]]:
        """The kinds of need with a finder."""
        return self._by_kind.keys()

    async def find(self, task: Task) -> Any:
        """Finds out what the task needs."""
        return await self._by_kind[task.kind](task)

    def statements(self, day: date) -> Sequence[tuple[str, Callable[[], Awaitable[object]]]]:
        """Statements to plan in advance, which would otherwise delay the first request, each with a name."""
        return [*self._rules.statements(day), *self._due.statements(day)]

    async def run_rules_ahead(self, day: date) -> None:
        """Runs the rules of all cities in advance, if results are cached."""
        await self._rules.run_ahead(day)
