"""Sums: items in groups, each with a key and measures. What a list is grouped by, and what is common to all of them.

A further sum is a type for its key, a type for a group, and a root field that `summed_up` decorates; a further dimension
is a field of the key, with its value in `Dimensions` (docs/schema.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Grouped, PlainColumn, Property, Relation, Value
from graph_api.schema.arguments import WITHIN
from graph_api.schema.fields import describe, grouped, related, stored
from graph_api.schema.orders import Orders, own_orders
from graph_api.schema.pages import with_paging

if TYPE_CHECKING:
    from graph_api.schema.communities import Community
    from graph_api.schema.compounds import Compound
    from graph_api.schema.places import City, Subdistrict

Dimension = Property | PlainColumn | Value

_GROUPS = "sums.groups"
# The dimensions of what happened on a `day` in a `place`, which are variables of its row.
DAYS: Mapping[str, Dimension] = {name: Value(f"sums.{name.lower()}") for name in ("YEAR", "QUARTER", "MONTH")}
PLACES: Mapping[str, Dimension] = {
    name: Value(f"sums.{name.lower()}_code") for name in ("CITY", "SUBDISTRICT", "COMMUNITY", "COMPOUND")
}
TO_COMMUNITY = {name: value for name, value in PLACES.items() if name != "COMPOUND"}


class Dimensions(dict[str, Dimension]):
    """What items can be grouped by: the value of each dimension, by its name.

    `argument` is the type of the argument `groupBy`.
    """

    argument: Any


def dimensions(noun: str, items: str, values: Mapping[str, Dimension]) -> Dimensions:
    """The dimensions of items, which the schema calls by these names. Each is a field of the key of a group."""
    found = Dimensions(values)
    found.argument = group_by(noun, items, values)
    return found


def group_by(noun: str, items: str, names: Iterable[str]) -> Any:
    """The type of the argument `groupBy` of items, which the schema calls by these names."""
    values = {name: strawberry.enum_value(name, description=f"Groups by `key.{_field(name)}`.") for name in names}
    enum: Any = Enum(f"{noun}Dimension", values, module=__name__)  # type: ignore[misc]
    enum.__doc__ = f"What {items} can be grouped by."
    strawberry.enum(enum)
    describe(enum)
    return Annotated[
        list[enum] | None,
        strawberry.argument(
            description="What to group by. There is one group for each combination of values that occurs (default: one "
            "group of all)."
        ),
    ]


def measures(noun: str, items: str, *fields: str) -> Orders:
    """The orders of groups of items: by these measures."""
    keys = {_constant(field): field for field in fields}
    values = {value: strawberry.enum_value(value, description=f"Sorts by `{field}`.") for value, field in keys.items()}
    enum: Any = Enum(f"{noun}OrderField", values, module=__name__)  # type: ignore[misc]
    enum.__doc__ = f"The measures that groups of {items} can be sorted by. Ties are broken by the default order."
    strawberry.enum(enum)
    describe(enum)
    return own_orders(noun, f"groups of {items}", enum, keys, default="by key")


def summed_up(
    fragment: str,
    *,
    item: str,
    by: Dimensions,
    orders: Orders,
    place: Property | Value,
    day: Property | Value,
) -> Callable[[Callable[..., Any]], Any]:
    """A root field with sums of the rows of a relation fragment, which are objects of the type `item`. Decorates a
    method, as `listed` does, and adds the argument `groupBy`."""
    rows = Relation(fragment, arguments={"within": WITHIN})
    source = Grouped(rows, item, {"place": place, "day": day}, by, Relation(_GROUPS, orders=orders))
    decorate = with_paging(lambda **_: grouped(source))(orders=orders)
    return lambda method: decorate(grouped_by(by.argument)(method))


def grouped_by(argument: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Adds the argument `groupBy` of this type in front of a method's others."""

    def grouping(method: Callable[..., Any]) -> Callable[..., Any]:
        given = signature(method)
        first = Parameter("group_by", Parameter.POSITIONAL_OR_KEYWORD, annotation=argument, default=UNSET)
        parameters = [first, *given.parameters.values()]
        method.__signature__ = given.replace(parameters=parameters)  # type: ignore[attr-defined]
        return method

    return grouping


def _field(constant: str) -> str:
    first, *rest = constant.lower().split("_")
    return first + "".join(map(str.capitalize, rest))


def _constant(field: str) -> str:
    return "".join(f"_{letter}" if letter.isupper() else letter for letter in field).upper()


@strawberry.type
class CommunityAndDay:
    """The values of groups of events in communities."""

    @related("sums.city")
    def city(self) -> City | None:
        """The city. Null unless grouped by CITY."""

    @related("sums.subdistrict")
    def subdistrict(self) -> Subdistrict | None:
        """The subdistrict. Null unless grouped by SUBDISTRICT, and for items of a place above it."""

    @related("sums.community")
    def community(self) -> Community | None:
        """The community. Null unless grouped by COMMUNITY, and for items of a place above it."""

    year: int | None = stored("The calendar year. Null unless grouped by YEAR.", key="YEAR")
    quarter: date | None = stored("The first day of the quarter. Null unless grouped by QUARTER.", key="QUARTER")
    month: date | None = stored("The first day of the month. Null unless grouped by MONTH.", key="MONTH")


@strawberry.type
class CompoundAndDay(CommunityAndDay):
    """The values of groups of events in communities and compounds."""

    @related("sums.compound")
    def compound(self) -> Compound | None:
        """The compound. Null unless grouped by COMPOUND, and for items of a place above it."""
