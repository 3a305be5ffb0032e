"""Answers that are given again while the graph is as it was.

What an answer says depends on the request, the day and the graph. At the end of every read Neo4j names the last change of the
graph; so an answer that was made of the same version still holds, whoever writes to the graph, and however many processes
answer from it (docs/decisions/0014-answers-are-given-again.md).
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeAlias

import orjson

from graph_api.execution.requests import Answer, Request

Key: TypeAlias = tuple[str, str | None, bytes, date]


class Versioned(Protocol):
    """A database that tells which version its graph has."""

    @property
    def seen(self) -> str | None:
        """A version that what is read from now on has, or a later one; None where none was told yet."""

    async def version(self) -> str | None:
        """The version of the graph now; None where it can't be told."""


@dataclass(frozen=True)
class _Kept:
    version: str
    answer: Answer


class Answers:
    """The answers given lately, so many bytes of them at most; the longest unused are forgotten first."""

    def __init__(self, database: Versioned, most_bytes: int) -> None:
        self._database = database
        self._most_bytes = most_bytes
        self._bytes = 0
        self._kept: OrderedDict[Key, _Kept] = OrderedDict()
        self._asking: asyncio.Task[str | None] | None = None
        self._next: asyncio.Task[str | None] | None = None

    async def again(self, key: Key) -> Answer | None:
        """The answer given before, if the graph has not changed since. Raises what the database raises."""
        kept = self._kept.get(key)
        if kept is None:
            return None
        if await self._version() != kept.version:
            return None
        if key in self._kept:
            self._kept.move_to_end(key)
        return kept.answer

    def version(self) -> str | None:
        """To be asked before an answer is made, and to be kept with it: the version that it has at least."""
        return self._database.seen

    def keep(self, key: Key, version: str | None, answer: Answer) -> None:
        """Remember an answer of the graph, without errors, that was made after the version was asked for."""
        if version is None or answer.errors or not answer.of_graph or len(answer.body) > self._most_bytes:
            return
        self._forget(key)
        self._kept[key] = _Kept(version, answer)
        self._bytes += len(answer.body)
        while self._bytes > self._most_bytes:
            self._forget(next(iter(self._kept)))

    def _forget(self, key: Key) -> None:
        kept = self._kept.pop(key, None)
        if kept is not None:
            self._bytes -= len(kept.answer.body)

    async def _version(self) -> str | None:
        """The version now. Those who come while one is being asked for share the next, which is asked for after they came."""
        if self._next is None:
            self._next = self._asking = asyncio.create_task(self._ask(self._asking))
            # All who wait may have left: a failure is looked at all the same.
            self._next.add_done_callback(lambda asked: asked.cancelled() or asked.exception())
        return await asyncio.shield(self._next)

    async def _ask(self, before: asyncio.Task[str | None] | None) -> str | None:
        if before is not None:
            await asyncio.wait([before])
        self._next = None
        return await self._database.version()


def key_of(request: Request, today: date) -> Key | None:
    """What tells requests apart that can have different answers; None of one whose variables can't be written as JSON."""
    try:
        variables = orjson.dumps(request.variables, option=orjson.OPT_SORT_KEYS)
    except TypeError:
        return None
    return request.query, request.operation_name, variables, today
