"""A memory of what was worked out lately: bounded, the longest unused forgotten first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memory(Generic[K, V]):
    """What was worked out lately, `size` items at most. What fails to be worked out is not kept."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._items: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The item of the key, worked out if it is not there."""
        if key in self._items:
            self._items.move_to_end(key)
            return self._items[key]
        made = self._items[key] = make()
        if len(self._items) > self._size:
            self._items.popitem(last=False)
        return made
