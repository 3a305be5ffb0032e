"""A memory of what was worked out lately: bounded, the longest unused forgotten first."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memory(Generic[K, V]):
    """What was worked out lately, `size` items at most."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._items: OrderedDict[K, V] = OrderedDict()

    def find(self, key: K) -> V | None:
        """The item of the key, if it is there."""
        if key in self._items:
            self._items.move_to_end(key)
        return self._items.get(key)

    def keep(self, key: K, value: V) -> None:
        """Remember an item."""
        self._items[key] = value
        self._items.move_to_end(key)
        if len(self._items) > self._size:
            self._items.popitem(last=False)
