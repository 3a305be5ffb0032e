"""Pages of lists, cut as Relay says: from a list in memory, at the places that cursors name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from differential.ids import refusal

DEFAULT = 20
MOST = 100


@dataclass(frozen=True)
class Cursor:
    """A place in a list: the list's name with its order, and what the order looks at in an item."""

    list: str
    key: tuple[Any, ...]


@dataclass(frozen=True)
class Order:
    """The order of a list: what it looks at in an item, and for each part whether it descends."""

    name: str
    key: Callable[[Any], tuple[Any, ...]]
    descending: tuple[bool, ...]

    def by(self, field: str, read: Callable[[Any, str], Any], *, descending: bool) -> "Order":
        """The order by a field of the items, named as the schema's enum names it: null last, ties in this order."""
        first, *rest = field.lower().split("_")
        name = first + "".join(map(str.capitalize, rest))

        def key(item: Any) -> tuple[Any, ...]:
            value = read(item, name)
            return value is None, 0 if value is None else value, *self.key(item)

        direction = "DESC" if descending else "ASC"
        return Order(f"{self.name} {field} {direction}", key, (False, descending, *self.descending))

    def compare(self, left: tuple[Any, ...], right: tuple[Any, ...]) -> int:
        """Below 0 if left comes first, above 0 if right does, 0 if neither."""
        for a, b, descends in zip(left, right, self.descending, strict=True):
            if a != b:
                return -1 if (a < b) is not descends else 1
        return 0

    def sorted(self, items: Sequence[Any]) -> list[Any]:
        """The items in order: sorted by the last part first, as sorting keeps what is equal in its place."""
        ordered = list(items)
        for index in reversed(range(len(self.descending))):
            ordered.sort(key=lambda item, index=index: self.key(item)[index], reverse=self.descending[index])
        return ordered


@dataclass(frozen=True)
class Edge:
    """An item of a page and its cursor."""

    item: Any
    cursor: Cursor


@dataclass(frozen=True)
class Page:
    """A page of a list."""

    type: str
    edges: Sequence[Edge]
    total: int
    more_before: bool
    more_after: bool


def size(value: int | None) -> int | None:
    """The size that is asked for. Raises BAD_PAGE."""
    if value is not None and not 1 <= value <= MOST:
        raise refusal("BAD_PAGE")
    return value


def list_size(arguments: Mapping[str, Any]) -> int:
    """How many items a plain list gives. Raises BAD_PAGE."""
    return size(arguments.get("first")) or DEFAULT


def page(
    type_: str, items: Sequence[Any], order: Order, arguments: Mapping[str, Any], cursors: Mapping[str, Cursor]
) -> Page:
    """The page of the items that the arguments ask for. Raises BAD_PAGE and BAD_CURSOR."""
    first, last = size(arguments.get("first")), size(arguments.get("last"))
    if first is not None and last is not None:
        raise refusal("BAD_PAGE")
    after, before = (_place(arguments.get(name), order, cursors) for name in ("after", "before"))
    everything = order.sorted(items)
    window = [
        item
        for item in everything
        if (after is None or order.compare(order.key(item), after) > 0)
        and (before is None or order.compare(order.key(item), before) < 0)
    ]
    if last is None:
        shown = window[: first or DEFAULT]
        more_after = len(shown) < len(window)
        more_before = after is not None and any(order.compare(order.key(item), after) <= 0 for item in everything)
    else:
        shown = window[-last:]
        more_before = len(shown) < len(window)
        more_after = before is not None and any(order.compare(order.key(item), before) >= 0 for item in everything)
    edges = [Edge(item, Cursor(order.name, order.key(item))) for item in shown]
    return Page(type_, edges, len(everything), more_before, more_after)


def _place(given: str | None, order: Order, cursors: Mapping[str, Cursor]) -> tuple[Any, ...] | None:
    if given is None:
        return None
    found = cursors.get(given)
    if found is None or found.list != order.name:
        raise refusal("BAD_CURSOR")
    return found.key
