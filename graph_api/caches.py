"""Caches of one process, all within one budget of bytes.

What is cached counts with its key and with what an entry takes in any case, however small its value is. Each cache is sure
of its share of the budget, and may take what the others leave: where the budget is spent, an entry of the cache that is
furthest beyond its share is dropped, the longest unused first. So nobody can push out everything else by asking for one
thing in many forms.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import astuple, is_dataclass
from sys import getsizeof
from typing import Any, Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

# Measured: what an entry takes besides its key and its value.
_ENTRY_BYTES = 500
# Which part of the budget one entry may take.
_LARGEST = 0.5


class Budget:
    """How many bytes all caches that are made of it may take together."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._caches: list[Cache[Any, Any]] = []

    def cache(self, size: Callable[[V], int], share: float = 1.0) -> Cache[Any, V]:
        """A cache that is sure of such a share, next to the shares of the others; `size` tells the bytes of a value."""
        made: Cache[Any, V] = Cache(self, size, share)
        self._caches.append(made)
        return made

    @property
    def used(self) -> int:
        """The bytes that all caches take."""
        return sum(cache.used for cache in self._caches)

    def keep(self) -> None:
        """Drop entries until all caches are within the budget."""
        while self.used > self.most:
            max(self._caches, key=lambda cache: cache.used / cache.share).drop_oldest()


class Cache(Generic[K, V]):
    """What was made lately, by its key. Make it with `Budget.cache`."""

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
        """The value of the key, which then has been used last; None where there is none."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        self._entries.move_to_end(key)
        return entry[0]

    def put(self, key: K, value: V) -> None:
        """Cache the value, unless it is so large that most of the others would have to go."""
        self.drop(key)
        size = _ENTRY_BYTES + _key_bytes(key) + self._size(value)
        if size <= self._budget.most * _LARGEST:
            self._entries[key] = value, size
            self.used += size
            self._budget.keep()

    def drop(self, key: K) -> None:
        """Forget the key."""
        entry = self._entries.pop(key, None)
        if entry is not None:
            self.used -= entry[1]

    def drop_oldest(self) -> None:
        """Forget the key that has not been used for the longest time."""
        self.drop(next(iter(self._entries)))


def _key_bytes(key: Any) -> int:
    """About how many bytes a key takes with all that it is made of."""
    if is_dataclass(key) and not isinstance(key, type):
        key = astuple(key)
    inner = (
        sum(_key_bytes(part) for part in key) if isinstance(key, Iterable) and not isinstance(key, str | bytes) else 0
    )
    return getsizeof(key) + inner
