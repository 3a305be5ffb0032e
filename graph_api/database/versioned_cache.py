"""Results computed from the graph, cached while the graph is unchanged.

At the end of every read, Neo4j names the last change of the graph. Results of the same version are still valid,
whichever client writes to the graph, and however many processes read it
(docs/decisions/0014-answers-are-given-again.md). Results of a part of the graph are valid while that part has the same
version (docs/decisions/0017-changes-say-in-which-cities.md).
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
    """A graph with a version."""

    @property
    def seen(self) -> Told_co | None:
        """A version that the next read has, or a later one; None if none is known."""

    async def version(self) -> Told_co | None:
        """The current version of the graph; None if it is unknown."""


@dataclass(frozen=True)
class _Making(Generic[V]):
    """A computation on the graph in a version, or a later one."""

    version: Hashable
    work: Shared[V]


def whole(_: Any, version: Hashable) -> Hashable:
    """The version of everything, for results that may depend on any part."""
    return version


class VersionedCache(Generic[K, V]):
    """A cache of computed results; none if nothing is to be cached.

    `part` returns the version of the part of the graph that the value of a key depends on.
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
        """The cached value of the key if the graph is unchanged, otherwise a new one, which is cached.

        Concurrent callers for the same key share one computation. It runs as long as anybody waits for it: each caller
        has a deadline of its own, and a cancelled caller doesn't affect the others. Raises the exceptions of the
        computation.
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
                        # It began long ago for others: a caller with time left starts again.
                        continue
                    return made if self.may_share(made) else await make()
            if version is None:
                return await make()
            return await self._begun(key, version, make).wait()

    def _begun(self, key: K, version: Hashable, make: Callable[[], Coroutine[Any, Any, V]]) -> Shared[V]:
        """A computation, which others can wait for until it has ended."""

        async def made() -> V:
            value = await make()
            self.put(key, version, value)
            return value

        def forget() -> None:
            if self._making.get(key) is making:
                del self._making[key]

        making = self._making[key] = _Making(version, Shared(made()))
        making.work.when_done(forget)
        return making.work

    async def again(self, key: K) -> V | None:
        """The cached value of the key, if the graph is unchanged. Raises the database's exceptions."""
        if self._cache is None or key not in self._cache:
            return None
        now = await self._now(key)
        cached = self._cache.get(key)
        return cached[1] if cached is not None and cached[0] == now else None

    def may_share(self, value: V) -> bool:  # noqa: ARG002 - for those who know better
        """Whether others may get the value too."""
        return True

    def version(self, key: K) -> Hashable | None:
        """The version to store with a value, read before it is computed: the value has at least this version."""
        return self._part_of(key, self._graph.seen)

    def put(self, key: K, version: Hashable | None, value: V) -> None:
        """Caches a value that was computed after the version was read."""
        if self._cache is not None and version is not None and self.may_share(value):
            self._cache.put(key, (version, value))

    async def _now(self, key: K) -> Hashable | None:
        return self._part_of(key, await self._version())

    def _part_of(self, key: K, version: Any) -> Hashable | None:
        return None if version is None else self._part(key, version)

    async def _version(self) -> Any:
        """The graph's version. Callers during a read share the next one, which starts after they came."""
        if self._next is None:
            self._next = self._asking = asyncio.create_task(self._ask(self._asking))
            # All callers may have left: a failure counts as retrieved all the same.
            self._next.add_done_callback(lambda asked: asked.cancelled() or asked.exception())
        return await asyncio.shield(self._next)

    async def _ask(self, before: asyncio.Task[Any] | None) -> Any:
        if before is not None:
            await asyncio.wait([before])
        self._next = None
        return await self._graph.version()
