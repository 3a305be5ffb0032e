"""Who finds out what the stages of a statement need: one finder for each kind of need."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence, Set
from datetime import date
from typing import Any

from graph_api.caches import Budget
from graph_api.catalogue import Catalogue
from graph_api.compiler.stages import Task
from graph_api.database import Database
from graph_api.resolvers import analysing, judging


class Finders:
    """The finders that work on one database; `settings` are those that Cypher may take as parameters.

    What they work out is cached within the budget. With `keeps` so is what was found out, for as long as the graph is
    unchanged.
    """

    def __init__(
        self, database: Database, catalogue: Catalogue, settings: Mapping[str, Any], budget: Budget, *, keeps: bool
    ) -> None:
        kept = budget if keeps else None
        self._judge = judging.Judge(database, catalogue.rules, catalogue["places.city_codes"], settings, kept)
        self._by_kind = {
            judging.Need: self._judge.judge,
            analysing.Need: analysing.Analyst(database, catalogue["analysis.belongings"], budget).analyse,
        }

    @property
    def kinds(self) -> Set[type[Any]]:
        """The kinds of need that there is a finder for."""
        return self._by_kind.keys()

    async def find(self, task: Task) -> Any:
        """What the task is to find out."""
        return await self._by_kind[task.kind](task)

    def ahead(self, day: date) -> Sequence[tuple[str, Callable[[], Awaitable[object]]]]:
        """What has the database plan beforehand what would keep the first who asks waiting, each with a name."""
        return self._judge.ahead(day)

    async def judge_ahead(self, day: date) -> None:
        """Have all cities judged, where that is kept."""
        await self._judge.judge_ahead(day)
