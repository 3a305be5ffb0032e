"""Caches of one process that share a memory budget.

An entry counts with its key, its value and a fixed overhead. Each cache is guaranteed a share of the budget and may use
what the others leave. When the budget is exceeded, the cache that is furthest over its share drops its least recently
used entry. So no client can evict everything else by requesting one thing in many forms.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import astuple, is_dataclass
from sys import getsizeof
from typing import Any, Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

# Measured: the overhead of an entry, without key and value.
_ENTRY_BYTES = 500
# The largest part of the budget that one entry may take.
_LARGEST = 0.5


class Budget:
    """The total number of bytes that its caches may use."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._caches: list[Cache[Any, Any]] = []

    def cache(self, size: Callable[[V], int], share: float = 1.0) -> Cache[Any, V]:
        """A cache with a guaranteed share, relative to the shares of the others. `size` returns the bytes of a
        value."""
        made: Cache[Any, V] = Cache(self, size, share)
        self._caches.append(made)
        return made

    @property
    def used(self) -> int:
        """The bytes that all caches use."""
        return sum(cache.used for cache in self._caches)

    def shrink(self) -> None:
        """Drops entries until all caches are within the budget."""
        while self.used > self.most:
            max(self._caches, key=lambda cache: cache.used / cache.share).drop_oldest()


class Cache(Generic[K, V]):
    """The most recently used values by key. Created by `Budget.cache`."""

    def __init__(self, budget: Budget, size: Callable[[V], int], share: float) -> None:
        self.used = 0
        self.share = share
        self._budget = budget
        self._size = size
        self._entries: OrderedDict[K, tuple[V, int]] = OrderedDict()

    def __contains__(self, key: K) -> bool:
        return key in self._entries

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: K) -> V | None:
        """The value of the key, which becomes the most recently used; None if it is not cached."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        self._entries.move_to_end(key)
        return entry[0]

    def put(self, key: K, value: V) -> None:
        """Caches the value, unless it is larger than one entry may be."""
        self.drop(key)
        size = _ENTRY_BYTES + _key_bytes(key) + self._size(value)
        if size <= self._budget.most * _LARGEST:
            self._entries[key] = value, size
            self.used += size
            self._budget.shrink()

    def drop(self, key: K) -> None:
        """Removes the key."""
        entry = self._entries.pop(key, None)
        if entry is not None:
            self.used -= entry[1]

    def drop_oldest(self) -> None:
        """Removes the least recently used key."""
        self.drop(next(iter(self._entries)))


def _key_bytes(key: Any) -> int:
    """The approximate bytes of a key with everything it contains."""
    if is_dataclass(key) and not isinstance(key, type):
        key = astuple(key)
    inner = (
        sum(_key_bytes(part) for part in key) if isinstance(key, Iterable) and not isinstance(key, str | bytes) else 0
    )
    return getsizeof(key) + inner
