"""What was worked out of the graph, kept for as long as the graph is unchanged.

At the end of every read Neo4j names the last change of the graph. What was made of the same version still holds, whoever
writes to the graph, and however many processes read it (docs/decisions/0014-answers-are-given-again.md). What is made of a
part of the graph alone holds as long as that part has its version (docs/decisions/0017-changes-say-in-which-cities.md).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from graph_api.caches import Cache
from graph_api.errors import Preparing, TimedOut
from graph_api.tasks import Shared

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Told_co = TypeVar("Told_co", covariant=True)


class Versioned(Protocol[Told_co]):
    """What tells which version a graph has."""

    @property
    def seen(self) -> Told_co | None:
        """A version that what is read from now on has, or a later one; None where none is known."""

    async def version(self) -> Told_co | None:
        """The version of the graph now; None where it can't be told."""


@dataclass(frozen=True)
class _Making(Generic[V]):
    """Something that is being made of the graph in a version, or a later one."""

    version: Hashable
    work: Shared[V]


def whole(_: Any, version: Hashable) -> Hashable:
    """The version of all that there is, for what may be made of any of it."""
    return version


class Kept(Generic[K, V]):
    """What was made lately, in a cache; none where nothing is to be kept.

    `part` gives the version of what the value of a key is made of, out of the graph's.
    """

    def __init__(
        self,
        graph: Versioned[Any],
        cache: Cache[K, tuple[Hashable, V]] | None,
        part: Callable[[K, Any], Hashable] = whole,
    ) -> None:
        self._graph = graph
        self._cache = cache
        self._part = part
        self._making: dict[K, _Making[V]] = {}
        self._asking: asyncio.Task[Any] | None = None
        self._next: asyncio.Task[Any] | None = None

    async def get(self, key: K, make: Callable[[], Coroutine[Any, Any, V]]) -> V:
        """What was made for the key if the graph has not changed since, else what is made now, and kept.

        Who comes while the same is being made of the graph as it is now waits for that. It is made as long as anybody
        waits for it: everybody has a deadline of their own, and who leaves takes nothing from the others.
        Raises what making it raises.
        """
        if self._cache is None:
            return await make()
        while True:
            if (again := await self.again(key)) is not None:
                return again
            version = self.version(key)
            if version is None or key in self._making:
                version = await self._now(key)
                making = self._making.get(key)
                if making is not None and making.version == version and making.work.is_under_way:
                    try:
                        made = await making.work.wait()
                    except (Preparing, TimedOut):
                        # It began long ago, for others: who has time left begins anew.
                        continue
                    return made if self.may_share(made) else await make()
            if version is None:
                return await make()
            return await self._begun(key, version, make).wait()

    def _begun(self, key: K, version: Hashable, make: Callable[[], Coroutine[Any, Any, V]]) -> Shared[V]:
        """The making of a value, which others may wait for until it has ended."""

        async def made() -> V:
            value = await make()
            self.keep(key, version, value)
            return value

        def forget() -> None:
            if self._making.get(key) is making:
                del self._making[key]

        making = self._making[key] = _Making(version, Shared(made()))
        making.work.when_done(forget)
        return making.work

    async def again(self, key: K) -> V | None:
        """What was made for the key, if the graph has not changed since. Raises what the database raises."""
        if self._cache is None or key not in self._cache:
            return None
        now = await self._now(key)
        kept = self._cache.get(key)
        return kept[1] if kept is not None and kept[0] == now else None

    def may_share(self, value: V) -> bool:  # noqa: ARG002 - for those who know better
        """Whether others may be given the value too."""
        return True

    def version(self, key: K) -> Hashable | None:
        """To be asked before something is made, and to be kept with it: the version that it has at least."""
        return self._part_of(key, self._graph.seen)

    def keep(self, key: K, version: Hashable | None, value: V) -> None:
        """Remember what was made after the version was asked for."""
        if self._cache is not None and version is not None and self.may_share(value):
            self._cache.put(key, (version, value))

    async def _now(self, key: K) -> Hashable | None:
        return self._part_of(key, await self._version())

    def _part_of(self, key: K, version: Any) -> Hashable | None:
        return None if version is None else self._part(key, version)

    async def _version(self) -> Any:
        """The graph's version. Those who come while it is being asked for share the next, which is asked for after they came."""
        if self._next is None:
            self._next = self._asking = asyncio.create_task(self._ask(self._asking))
            # All who wait may have left: a failure is looked at all the same.
            self._next.add_done_callback(lambda asked: asked.cancelled() or asked.exception())
        return await asyncio.shield(self._next)

    async def _ask(self, before: asyncio.Task[Any] | None) -> Any:
        if before is not None:
            await asyncio.wait([before])
        self._next = None
        return await self._graph.version()
