"""Plain values: the selected fields of Python objects that are not rows of the graph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from operator import attrgetter, methodcaller
from typing import Any

from graphql import (
    FieldNode,
    GraphQLList,
    GraphQLObjectType,
    GraphQLOutputType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
)

from graph_api.compiler.operation import Compilation
from graph_api.compiler.weights import VALUE_BYTES

Reader = Callable[[Any], Any]
# The assumed number of items of a list: about the number of rules.
_USUAL = 40


@dataclass(frozen=True)
class Plain:
    """Converts a Python value to its selected fields; with the approximate size as JSON, in bytes."""

    read: Reader
    weight: int


def plain_reader(compilation: Compilation, type_: GraphQLOutputType, nodes: list[FieldNode]) -> Plain:
    """The converter for Python values of the type. Null stays null. A field with arguments is a method of the value."""
    nullable = get_nullable_type(type_)
    if isinstance(nullable, GraphQLList):
        item = plain_reader(compilation, nullable.of_type, nodes)
        read = item.read
        return Plain(lambda values: None if values is None else [read(value) for value in values], _USUAL * item.weight)
    if is_leaf_type(nullable):
        return Plain(_leaf, VALUE_BYTES)
    named = get_named_type(type_)
    assert isinstance(named, GraphQLObjectType)
    return _object(compilation, named, nodes)


def _object(compilation: Compilation, type_: GraphQLObjectType, nodes: list[FieldNode]) -> Plain:
    entries, weight = [], 0
    for key, group in compilation.groups(type_, nodes).items():
        name = group[0].name.value
        get, inner = _always(type_.name), Plain(_leaf, VALUE_BYTES)
        if name != "__typename":
            field = type_.fields[name]
            attribute = compilation.model.attributes[type_.name, name]
            get = attrgetter(attribute)
            if field.args:
                get = methodcaller(attribute, **compilation.known_arguments(field, group[0]))
            inner = plain_reader(compilation, field.type, group)
        entries.append((key, get, inner.read))
        weight += len(key) + inner.weight

    def read(value: Any) -> Any:
        return None if value is None else {key: inner(get(value)) for key, get, inner in entries}

    return Plain(read, weight)


def _always(name: str) -> Reader:
    return lambda _: name


def _leaf(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.name
    return value.isoformat() if isinstance(value, date) else value
