"""Plain values: what is selected of Python objects that no row of the graph stands for, such as a coverage rule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
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

Reader = Callable[[Any], Any]


def plain_reader(compilation: Compilation, type_: GraphQLOutputType, nodes: list[FieldNode]) -> Reader:
    """How a Python value of the type becomes what is selected of it; null stays null."""
    nullable = get_nullable_type(type_)
    if isinstance(nullable, GraphQLList):
        item = plain_reader(compilation, nullable.of_type, nodes)
        return lambda values: None if values is None else [item(value) for value in values]
    if is_leaf_type(nullable):
        return _leaf
    named = get_named_type(type_)
    assert isinstance(named, GraphQLObjectType)
    return _object(compilation, named, nodes)


def _object(compilation: Compilation, type_: GraphQLObjectType, nodes: list[FieldNode]) -> Reader:
    entries = []
    for key, group in compilation.groups(type_, nodes).items():
        name = group[0].name.value
        if name == "__typename":
            entries.append((key, "", _always(type_.name)))
        else:
            attribute = compilation.model.attributes[type_.name, name]
            entries.append((key, attribute, plain_reader(compilation, type_.fields[name].type, group)))

    def read(value: Any) -> Any:
        if value is None:
            return None
        return {key: inner(getattr(value, attribute) if attribute else None) for key, attribute, inner in entries}

    return read


def _always(name: str) -> Reader:
    return lambda _: name


def _leaf(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.name
    return value.isoformat() if isinstance(value, date) else value
