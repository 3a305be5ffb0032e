"""What resolvers are given and what they give: things as of a day."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from unicodedata import normalize

from differential.graph import Graph, Relation, Thing, standing
from differential.pages import Cursor, Order, Page, page

# By type: whether a thing fits the filter of the field that is asked.
FILTERS: dict[str, Callable[["Ask", Thing], bool]] = {}


@dataclass(frozen=True)
class Item:
    """An object of an answer: the type in the schema, what it is about, and the day that its fields describe."""

    type: str
    value: Any
    day: date


@dataclass(frozen=True)
class Ask:
    """A field that is asked of an item."""

    graph: Graph
    cursors: Mapping[str, Cursor]
    value: Any
    day: date
    arguments: Mapping[str, Any]
    read: Callable[[Item, str], Any]
    """The value of a field of an item."""

    def item(self, thing: Thing | None, type_: str | None = None) -> Item | None:
        """The thing as an object, as of the same day; of its own type unless another is named."""
        return None if thing is None else Item(type_ or thing.kind, thing, self.day)

    def items(self, things: Sequence[Thing]) -> list[Item]:
        """The things as objects."""
        return [Item(thing.kind, thing, self.day) for thing in things]

    @property
    def filter(self) -> Mapping[str, Any]:
        """The conditions of the filter; empty if there is none."""
        return self.arguments.get("filter") or {}

    def matching(self, things: Iterable[Thing]) -> list[Thing]:
        """Those of the things that fit the filter."""
        return [thing for thing in things if FILTERS[thing.kind](self, thing)]

    def made(self, type_: str, value: Any) -> Item | None:
        """What is no thing as an object of the type."""
        return None if value is None else Item(type_, value, self.day)

    def page(self, type_: str, items: Sequence[Item | None], order: Order) -> Item:
        """The page of the items that the field's arguments ask for; `order` is the list's own."""
        chosen = self.arguments.get("orderBy")
        if chosen is not None and not order.name.endswith(f" {chosen['field']} {chosen['direction']}"):
            order = order.by(chosen["field"], self.read, descending=chosen["direction"] == "DESC")
        cut: Page = page(type_, items, order, self.arguments, self.cursors)
        return Item(type_, cut, self.day)

    def holding(self, links: Sequence[Relation]) -> list[Relation]:
        """Those of the relations that hold on the day, the earliest first.

        Of several of a type between the same two things the earliest stands for all. Only seats are each one of its own.
        """
        return standing(links, self.day, but="HOLDS")

    def begun(self, links: Sequence[Relation]) -> list[Relation]:
        """Those of the relations that have begun by the day, the newest first."""
        by_id = sorted((link for link in links if link.began(self.day)), key=lambda link: link.id)
        return sorted(by_id, key=lambda link: link.since or date.min, reverse=True)

    def past(self, links: Sequence[Relation]) -> list[Relation]:
        """Those of the relations that hold on the day, or with the argument `history` all that have begun by it."""
        return self.begun(links) if self.arguments.get("history") else self.holding(links)


Resolver = Callable[[Ask], Any]


def by_id(list_: str) -> Order:
    """The order by code, which for things is their id."""
    return Order(list_, lambda item: (item.value.id,), (False,))


def folded(text: str) -> str:
    """The text as it is compared: large and small letters, full-width and composed characters are alike."""
    return normalize("NFKD", text).upper()


def contains(text: str | None, thing: Thing) -> bool:
    """Whether the name of the thing contains the text, however both are written; every name does if no text is given."""
    return text is None or folded(text) in folded(thing.name)


def fits(asked: bool | None, *, found: bool | None) -> bool:
    """Whether a yes or no is as it is asked for; anything is if nothing is said."""
    return asked is None or asked is found


def in_period(day: date, asked: Mapping[str, Any]) -> bool:
    """Whether the day lies on or after `from` and before `until`, as far as these are asked for."""
    since, until = asked.get("from"), asked.get("until")
    return (since is None or since <= day) and (until is None or day < until)


def in_range(count: int, asked: Mapping[str, int | None] | None) -> bool:
    """Whether a number lies in the range that is asked for, both bounds included; any does if nothing is said."""
    least, most = (asked or {}).get("min"), (asked or {}).get("max")
    return (least is None or least <= count) and (most is None or count <= most)
