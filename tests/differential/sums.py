"""Sums: things in groups by what they have in common, with what is counted and added up of each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from differential.graph import Thing
from differential.items import Ask, Item, Resolver
from differential.pages import Order

Dimension = Callable[[Thing], Any]
_DIGITS = {"CITY": 6, "SUBDISTRICT": 9, "COMMUNITY": 12, "COMPOUND": 15}


@dataclass(frozen=True)
class Group:
    """Things that have the same value in each dimension that is asked for."""

    key: Mapping[str, Any]
    things: Sequence[Thing]


def by_place(place: Callable[[Thing], str]) -> dict[str, Dimension]:
    """The dimensions of a place: of which city, and so on."""

    def at(digits: int) -> Dimension:
        return lambda thing: place(thing)[:digits] if len(place(thing)) >= digits else None

    return {name: at(digits) for name, digits in _DIGITS.items()}


def by_day(day: Callable[[Thing], date]) -> dict[str, Dimension]:
    """The dimensions of a day."""
    return {
        "YEAR": lambda thing: day(thing).year,
        "QUARTER": lambda thing: day(thing).replace(month=(day(thing).month + 2) // 3 * 3 - 2, day=1),
        "MONTH": lambda thing: day(thing).replace(day=1),
    }


def grouped(ask: Ask, type_: str, things: Sequence[Thing], dimensions: Mapping[str, Dimension]) -> Item:
    """The page of the groups: by their keys, in the order in which the dimensions are asked for."""
    asked = list(dict.fromkeys(ask.arguments.get("groupBy") or ()))
    groups: dict[tuple[Any, ...], list[Thing]] = {}
    for thing in things:
        groups.setdefault(tuple(dimensions[name](thing) for name in asked), []).append(thing)
    found = [ask.made(type_, Group(dict(zip(asked, key, strict=True)), members)) for key, members in groups.items()]
    return ask.page(
        f"{type_}Connection", found, Order(f"Query.{_root(type_)}", lambda item: (_text(item.value),), (False,))
    )


def _root(type_: str) -> str:
    return f"{type_[0].lower()}{type_[1:]}s"


def _text(group: Group) -> str:
    return "".join("~ " if value is None else f"{value} " for value in group.key.values())


def key_of(type_: str) -> Resolver:
    """The key of a group."""
    return lambda ask: ask.made(type_, ask.value.key)


def value_of(name: str) -> Resolver:
    """What a key has for the dimension."""
    return lambda ask: ask.value.get(name)


def thing_of(name: str) -> Resolver:
    """The thing that a key has for the dimension."""
    return lambda ask: ask.item(ask.graph.things.get(ask.value.get(name)))


def count(ask: Ask) -> int:
    """How many things a group has."""
    return len(ask.value.things)


def total_of(number: Callable[[Ask, Thing], float]) -> Resolver:
    """What a number of the things of a group adds up to."""
    return lambda ask: sum(number(ask, thing) for thing in ask.value.things)


PLACES: dict[str, Resolver] = {name.lower(): thing_of(name) for name in _DIGITS}
DAYS: dict[str, Resolver] = {name.lower(): value_of(name) for name in ("YEAR", "QUARTER", "MONTH")}
