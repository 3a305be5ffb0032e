"""Analysing: finds who belongs to which body within a place on a day, and works out what is asked of that."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache

from graph_api.catalogue import Fragment
from graph_api.compiler.stages import Task
from graph_api.database import Database
from graph_api.errors import ClientError, ErrorCode
from graph_api.resolvers.analysis import Belonging, Bridge, Cluster, Web

# The time that an analysis takes grows with the square of what it looks at; a city has some hundreds.
MOST_BELONGINGS = 5_000
# Pages of a list, and clients that ask alike, are answered from the same analysis while nothing has changed.
_KEPT = 8


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
    """Analyses one database; `belongings` is the statement that finds who belongs to which body."""

    def __init__(self, database: Database, belongings: Fragment) -> None:
        self._database = database
        self._belongings = belongings

    async def analyse(self, task: Task) -> Analysed:
        """Carry out a task: one statement, however much is needed. Raises `ClientError` BAD_USER_INPUT for too large a place."""
        parameters = {"within": task.within, "as_of": task.as_of}
        [[found]] = await self._database.read(self._belongings.text, parameters, limits=self._database.attended)
        if len(found) > MOST_BELONGINGS:
            message = (
                f"Within that place more than {MOST_BELONGINGS} seats would have to be analysed: take a smaller one."
            )
            raise ClientError(ErrorCode.BAD_USER_INPUT, message)
        # In a thread, so that others are answered meanwhile.
        belongings = frozenset(Belonging(*pair) for pair in found)
        return await asyncio.to_thread(_analysed, belongings, set(task.needs))


def _analysed(belongings: frozenset[Belonging], needs: Collection[Need]) -> Analysed:
    web = _web(belongings)
    return Analysed(
        web.bridges if Need.BRIDGES in needs else [],
        web.parts if Need.PARTS in needs else {},
        web.clusters if Need.CLUSTERS in needs else [],
    )


@lru_cache(maxsize=_KEPT)
def _web(belongings: frozenset[Belonging]) -> Web:
    return Web(belongings)
