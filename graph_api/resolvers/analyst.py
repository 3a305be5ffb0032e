"""Runs an analysis: reads the memberships within a place on a date, and computes bridges, parts and clusters from
them."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from hashlib import blake2b

import orjson

from graph_api.caches import Budget, Cache
from graph_api.catalogue import Fragment
from graph_api.compiler.stages import Task
from graph_api.database import Database
from graph_api.errors import ClientError, ErrorCode
from graph_api.resolvers.analysis import Belonging, Bridge, Cluster, Web

# The time of an analysis grows with the square of the number of memberships. A city has some hundreds.
MOST_BELONGINGS = 5_000
# Measured: the memory of an analysis, with everything computed from it.
_ANALYSIS_BYTES, _BELONGING_BYTES = 10_000, 2_000


class AnalysisNeed(Enum):
    """What a field needs from an analysis."""

    BRIDGES = auto()
    PARTS = auto()
    CLUSTERS = auto()


@dataclass(frozen=True)
class AnalysisResults:
    """The results of an analysis, as far as they are needed."""

    bridges: list[Bridge] = field(default_factory=list)
    parts: dict[str, list[list[str]]] = field(default_factory=dict)
    clusters: list[Cluster] = field(default_factory=list)


class Analyst:
    """Runs analyses on one database. `belongings` is the statement that reads the memberships.

    All pages of a list, and all clients with the same question, share an analysis while the graph is unchanged.
    """

    def __init__(self, database: Database, belongings: Fragment, budget: Budget) -> None:
        self._database = database
        self._belongings = belongings
        self._webs: Cache[bytes, Web] = budget.cache(
            lambda web: _ANALYSIS_BYTES + _BELONGING_BYTES * web.belonging_count, share=0.1
        )
        # One at a time: several would share one processor and use more memory. A caller that is cancelled while waiting
        # costs nothing.
        self._turn = asyncio.Semaphore(1)

    async def analyse(self, task: Task) -> AnalysisResults:
        """Runs one analysis with a single statement, whatever it needs. Raises `ClientError` BAD_USER_INPUT if the
        place is too large."""
        parameters = {"within": task.area, "as_of": task.as_of}
        [[found]] = await self._database.read(self._belongings.text, parameters, limits=self._database.attended())
        if len(found) > MOST_BELONGINGS:
            message = f"The place has more than {MOST_BELONGINGS} appointments and memberships. Choose a smaller place."
            raise ClientError(ErrorCode.BAD_USER_INPUT, message)
        async with self._turn:
            # In a thread, so that other requests are served meanwhile.
            return await asyncio.to_thread(_results, self._web(found), set(task.needs))

    def _web(self, found: Sequence[Sequence[str]]) -> Web:
        key = blake2b(orjson.dumps(sorted(found))).digest()
        web = self._webs.get(key)
        if web is None:
            web = Web(Belonging(*pair) for pair in found)
            self._webs.put(key, web)
        return web


def _results(web: Web, needs: Collection[AnalysisNeed]) -> AnalysisResults:
    return AnalysisResults(
        web.bridges if AnalysisNeed.BRIDGES in needs else [],
        web.parts if AnalysisNeed.PARTS in needs else {},
        web.clusters if AnalysisNeed.CLUSTERS in needs else [],
    )
