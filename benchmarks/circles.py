"""The circles of the schema: fields of an abstract type from which a way leads round to the same field again."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from graphql import (
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_composite_type,
    is_required_argument,
)


class Way(NamedTuple):
    """A way down from one type to another: the text that opens the fields on it, and that which closes them."""

    opening: str
    closing: str


class Circle(NamedTuple):
    """A field, the way to it from the root, and the way round from it to itself."""

    field: str
    before: Way
    round: Way

    def nested(self, times: int) -> str:
        """The operation that goes round so many times."""
        inner = f"{self.round.opening * times}__typename{self.round.closing * times}"
        return f"{{ {self.before.opening}{inner}{self.before.closing} }}"


def circles(schema: GraphQLSchema) -> Iterator[Circle]:
    """Every circle, by the shortest ways, which need no arguments."""
    for type_ in schema.type_map.values():
        if not isinstance(type_, GraphQLObjectType) or type_.name.startswith("__"):
            continue
        for name, field in type_.fields.items():
            below = get_named_type(field.type)
            if is_abstract_type(below) and not any(map(is_required_argument, field.args.values())):
                before, back = _way(schema, schema.query_type, type_), _way(schema, below, type_)
                if before and back:
                    yield Circle(f"{type_.name}.{name}", before, Way(f"{name} {{ {back.opening}", f"{back.closing} }}"))


def _way(schema: GraphQLSchema, start: GraphQLNamedType, goal: GraphQLNamedType) -> Way | None:
    """The shortest way down from one type to another; None where there is none."""
    found, waiting = {start.name: Way("", "")}, deque([start])
    while waiting:
        type_ = waiting.popleft()
        for opening, below in _steps(schema, type_):
            way = Way(found[type_.name].opening + opening, " }" + found[type_.name].closing)
            if below is goal:
                return way
            if below.name not in found:
                found[below.name] = way
                waiting.append(below)
    return None


def _steps(schema: GraphQLSchema, type_: GraphQLNamedType) -> Iterator[tuple[str, GraphQLNamedType]]:
    """The fields of objects that the type has, and the types that it can be."""
    for name, field in type_.fields.items():
        below = get_named_type(field.type)
        if is_composite_type(below) and not any(map(is_required_argument, field.args.values())):
            yield f"{name} {{ ", below
    if is_abstract_type(type_):
        for possible in schema.get_possible_types(type_):
            yield f"... on {possible.name} {{ ", possible
