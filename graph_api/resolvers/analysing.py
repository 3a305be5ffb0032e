"""Analysing: finds who belongs to which body within a place on a day, and works out what is asked of that."""

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

# The time that an analysis takes grows with the square of what it looks at; a city has some hundreds.
MOST_BELONGINGS = 5_000
# Measured: what an analysis takes in memory, with all that may be asked of it.
_ANALYSIS_BYTES, _BELONGING_BYTES = 10_000, 2_000


class Need(Enum):
    """What a field needs of the analysis."""

    BRIDGES = auto()
    PARTS = auto()
    CLUSTERS = auto()


@dataclass(frozen=True)
class Analysed:
    """What was worked out, as far as it was needed."""

    bridges: list[Bridge] = field(default_factory=list)
    parts: dict[str, list[list[str]]] = field(default_factory=dict)
    clusters: list[Cluster] = field(default_factory=list)


class Analyst:
    """Analyses one database; `belongings` is the statement that finds who belongs to which body.

    Pages of a list, and clients that ask alike, are answered from the same analysis while nothing has changed.
    """

    def __init__(self, database: Database, belongings: Fragment, budget: Budget) -> None:
        self._database = database
        self._belongings = belongings
        self._webs: Cache[bytes, Web] = budget.cache(
            lambda web: _ANALYSIS_BYTES + _BELONGING_BYTES * web.belonging_count, share=0.1
        )
        # Several would share one processor, and take memory beside each other; who leaves while waiting costs nothing.
        self._turn = asyncio.Semaphore(1)

    async def analyse(self, task: Task) -> Analysed:
        """Carry out a task: one statement, however much is needed. Raises `ClientError` BAD_USER_INPUT for too large a place."""
        parameters = {"within": task.within, "as_of": task.as_of}
        [[found]] = await self._database.read(self._belongings.text, parameters, limits=self._database.attended())
        if len(found) > MOST_BELONGINGS:
            message = (
                f"Within that place more than {MOST_BELONGINGS} seats would have to be analysed: take a smaller one."
            )
            raise ClientError(ErrorCode.BAD_USER_INPUT, message)
        async with self._turn:
            # In a thread, so that others are answered meanwhile.
            return await asyncio.to_thread(_analysed, self._web(found), set(task.needs))

    def _web(self, found: Sequence[Sequence[str]]) -> Web:
        key = blake2b(orjson.dumps(sorted(found))).digest()
        web = self._webs.get(key)
        if web is None:
            web = Web(Belonging(*pair) for pair in found)
            self._webs.put(key, web)
        return web


def _analysed(web: Web, needs: Collection[Need]) -> Analysed:
    return Analysed(
        web.bridges if Need.BRIDGES in needs else [],
        web.parts if Need.PARTS in needs else {},
        web.clusters if Need.CLUSTERS in needs else [],
    )
