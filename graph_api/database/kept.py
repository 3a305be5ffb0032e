"""What was worked out of the graph, kept for as long as the graph is unchanged.

At the end of every read Neo4j names the last change of the graph. What was made of the same version still holds, whoever
writes to the graph, and however many processes read it (docs/decisions/0014-answers-are-given-again.md).
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Versioned(Protocol):
    """A database that tells which version its graph has."""

    @property
    def seen(self) -> str | None:
        """A version that what is read from now on has, or a later one; None where none was told yet."""

    async def version(self) -> str | None:
        """The version of the graph now; None where it can't be told."""


@dataclass(frozen=True)
class _Making(Generic[V]):
    """Something that is being made of the graph in a version, or a later one."""

    version: str
    task: asyncio.Task[V]


class Kept(Generic[K, V]):
    """What was made lately, `most` of it by `size`; the longest unused is forgotten first."""

    def __init__(self, database: Versioned, most: int, size: Callable[[V], int]) -> None:
        self._database = database
        self._most = most
        self._size = size
        self._total = 0
        self._items: OrderedDict[K, tuple[str, V]] = OrderedDict()
        self._making: dict[K, _Making[V]] = {}
        self._asking: asyncio.Task[str | None] | None = None
        self._next: asyncio.Task[str | None] | None = None

    async def get(self, key: K, make: Callable[[], Awaitable[V]]) -> V:
        """What was made for the key if the graph has not changed since, else what is made now, and kept.

        Who comes while the same is being made of the graph as it is now waits for that. Raises what making it raises.
        """
        if (again := await self.again(key)) is not None:
            return again
        if key in self._making:
            now = await self._version()
            making = self._making.get(key)
            if making is not None and making.version == now:
                made = await asyncio.shield(making.task)
                return made if self.may_keep(made) else await make()
        version = self.version()
        if version is None or not self._most:
            return await make()
        task = asyncio.create_task(self._make(key, version, make))
        # All who wait may have left: a failure is looked at all the same.
        task.add_done_callback(lambda made: made.cancelled() or made.exception())
        self._making[key] = _Making(version, task)
        return await asyncio.shield(task)

    async def _make(self, key: K, version: str, make: Callable[[], Awaitable[V]]) -> V:
        try:
            made = await make()
            self.keep(key, version, made)
            return made
        finally:
            making = self._making.get(key)
            if making is not None and making.task is asyncio.current_task():
                del self._making[key]

    async def again(self, key: K) -> V | None:
        """What was made for the key, if the graph has not changed since. Raises what the database raises."""
        if key not in self._items:
            return None
        now = await self._version()
        if key not in self._items or self._items[key][0] != now:
            return None
        self._items.move_to_end(key)
        return self._items[key][1]

    def may_keep(self, value: V) -> bool:
        """Whether others may be given the value too."""
        return self._size(value) <= self._most

    def version(self) -> str | None:
        """To be asked before something is made, and to be kept with it: the version that it has at least."""
        return self._database.seen

    def keep(self, key: K, version: str | None, value: V) -> None:
        """Remember what was made after the version was asked for."""
        if version is None or not self.may_keep(value):
            return
        self._forget(key)
        self._items[key] = version, value
        self._total += self._size(value)
        while self._total > self._most:
            self._forget(next(iter(self._items)))

    def _forget(self, key: K) -> None:
        if key in self._items:
            _, value = self._items.pop(key)
            self._total -= self._size(value)

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
