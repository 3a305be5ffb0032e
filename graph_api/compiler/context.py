"""Contexts: what a field is compiled from, and where. Its source decides which module compiles it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from graphql import FieldNode, GraphQLField, GraphQLObjectType

from graph_api.compiler.model import Model
from graph_api.compiler.operation import Compilation
from graph_api.compiler.scope import Columns, Scope
from graph_api.compiler.shapes import Shape


@dataclass(frozen=True)
class Selected:
    """A field selected on a row: the types of the row for which it is the same, and its nodes.

    A row that can have several types is `typed`: it starts with the name of its type.
    """

    types: tuple[GraphQLObjectType, ...]
    nodes: list[FieldNode]
    typed: bool = False

    @property
    def type(self) -> GraphQLObjectType:
        """The type of the row, or one of several for which the field is the same."""
        return self.types[0]

    @property
    def name(self) -> str:
        """The field's name in the schema."""
        return self.nodes[0].name.value

    @property
    def field(self) -> GraphQLField:
        """The field's definition."""
        field: GraphQLField = self.type.fields[self.name]
        return field


@dataclass(frozen=True)
class Context:
    """Where a field is compiled: in which compilation, with which variables, and into which row's columns."""

    compilation: Compilation
    scope: Scope
    columns: Columns

    @property
    def model(self) -> Model:
        """The model that the operation is compiled against."""
        return self.compilation.model

    def at(self, scope: Scope) -> Context:
        """The context with other variables."""
        return Context(self.compilation, scope, self.columns)

    def into(self, columns: Columns, scope: Scope | None = None) -> Context:
        """The context with another row, and with other variables if they are given."""
        return Context(self.compilation, scope or self.scope, columns)


@singledispatch
def compile_source(source: Any, selected: Selected, _context: Context) -> Shape:
    """The shape of a field with this source, which reads columns of the context's row."""
    message = f"{selected.type.name}.{selected.name}: no module compiles {source!r}"
    raise LookupError(message)
