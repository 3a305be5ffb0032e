"""Objects: which columns the fields of an object need, and the shape that reads them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    get_named_type,
    is_leaf_type,
)

from graph_api.compiler import shapes
from graph_api.compiler.ids import encode_id
from graph_api.compiler.operation import Compilation, given
from graph_api.compiler.plain import plain_reader
from graph_api.compiler.referring import referred
from graph_api.compiler.refetching import refetch
from graph_api.compiler.relations import relation
from graph_api.compiler.scope import Columns, Scope
from graph_api.compiler.selection import Groups
from graph_api.compiler.sources import (
    Computed,
    Constant,
    Identity,
    Property,
    Reference,
    Refetch,
    Relation,
    Same,
    Taken,
)
from graph_api.compiler.values import expression, leaf, quoted


class ObjectCompiler:
    """Compiles the objects of one operation."""

    def __init__(self, compilation: Compilation) -> None:
        self._compilation = compilation

    def object(self, type_: GraphQLObjectType, groups: Groups, scope: Scope, columns: Columns) -> shapes.Object:
        """An object whose fields read their columns from the row at hand."""
        return shapes.Object(tuple(self.entry(type_, key, nodes, scope, columns) for key, nodes in groups.items()))

    def entry(
        self, type_: GraphQLObjectType, key: str, nodes: list[FieldNode], scope: Scope, columns: Columns
    ) -> shapes.Entry:
        """One field of an object."""
        name = nodes[0].name.value
        if name == "__typename":
            return shapes.Entry(key, shapes.Fixed(type_.name), nullable=False, name=name)
        field = type_.fields[name]
        shape, call = self._field(type_, field, nodes, scope, columns)
        nullable = not isinstance(field.type, GraphQLNonNull)
        return shapes.Entry(key, shape, nullable, f"{type_.name}.{name}", call)

    def _field(  # noqa: PLR0911 - one way out for each kind of source
        self, type_: GraphQLObjectType, field: GraphQLField, nodes: list[FieldNode], scope: Scope, columns: Columns
    ) -> tuple[shapes.Shape, int | None]:
        """The shape of a field, and the number of its call if it has one."""
        source = self._compilation.model.source(type_.name, nodes[0].name.value)
        match source:
            case Relation():
                return relation(self._compilation, source, type_, field, nodes, scope, columns)
            case Refetch():
                return refetch(self._compilation, source, field, nodes, columns)
            case Same():
                return self.embedded(field.type, nodes, scope.renamed(source.given), columns), None
            case Constant():
                return shapes.Fixed(self._compilation.model.rows[type_.name].constants[source.name]), None
            case Identity():
                local = source.local or Property("id")
                column = columns.add(expression(self._compilation, type_, local, scope))
                return shapes.Leaf(column, partial(encode_id, type_.name)), None
            case Computed():
                inputs = {
                    name: columns.add(expression(self._compilation, type_, inner, scope))
                    for name, inner in source.inputs.items()
                }
                return shapes.Worked(inputs, self._worked(source, field, nodes)), None
            case Taken():
                return self._taken(source, type_, field, nodes, scope, columns)
            case Reference():
                return referred(self._compilation, source, type_, field, nodes, scope, columns)
            case _:
                return leaf(field.type, expression(self._compilation, type_, source, scope), columns), None

    def _worked(self, source: Computed, field: GraphQLField, nodes: list[FieldNode]) -> Callable[..., Any]:
        """The function behind a computed field, and behind it what is selected of the object that it gives."""
        if is_leaf_type(get_named_type(field.type)):
            return source.function
        read = plain_reader(self._compilation, field.type, nodes)
        return lambda **inputs: read(source.function(**inputs))

    def _taken(
        self,
        source: Taken,
        type_: GraphQLObjectType,
        field: GraphQLField,
        nodes: list[FieldNode],
        scope: Scope,
        columns: Columns,
    ) -> tuple[shapes.Shape, int | None]:
        """A value taken of a stage: its key is a column, all else comes from there."""
        call = None
        if scope.root is None:
            call = self._compilation.call("stage", field, nodes[0])
            for name, argument in source.arguments.items():
                self._compilation.parameter(call, name, given(argument))
            scope = self._compilation.rooted(call)
        stage = self._compilation.stage(scope, source.kind)
        stage.want(call, source.needs, scope.level)
        column = None
        if source.key is not None:
            column = columns.add(expression(self._compilation, type_, source.key, scope))
        read, take = plain_reader(self._compilation, field.type, nodes), source.take
        shape = shapes.Taken(stage.number, column, lambda result, key: read(take(result, key)))
        return shape, call.number if call else None

    def embedded(
        self, type_: GraphQLOutputType, nodes: list[FieldNode], scope: Scope, columns: Columns
    ) -> shapes.Shape:
        """An object that the row at hand stands for."""
        named = get_named_type(type_)
        objects = self._compilation.model.objects(named)
        if objects == [named]:
            return self.object(
                objects[0], self._compilation.groups(objects[0], nodes), self.entered(objects[0], scope), columns
            )
        main = self._compilation.model.rows[named.name].main
        return self.one_of(objects, nodes, scope, scope.variables[main], columns)

    def one_of(
        self, objects: list[GraphQLObjectType], nodes: list[FieldNode], scope: Scope, variable: str, columns: Columns
    ) -> shapes.Choices:
        """An object whose type is known only by the labels of its node: a column with a case for each different row."""
        start, furthest = self._compilation.names.count, self._compilation.names.count
        rows: dict[str, list[str]] = {}
        types: dict[str, shapes.Shape] = {}
        for object_ in objects:
            row = self._compilation.model.rows[object_.name]
            if row.label is None:
                continue
            # The cases exclude each other, so that they may use the same names, and equal cases be written once.
            self._compilation.names.count = start
            inner = Columns(["$type"])
            entered = self.entered(object_, scope.also(_known(scope, variable), [row.main]))
            types[object_.name] = self.object(object_, self._compilation.groups(object_, nodes), entered, inner)
            rows.setdefault(inner.listed(), []).append(object_.name)
            furthest = max(furthest, self._compilation.names.count)
        self._compilation.names.count = furthest
        cases = " ".join(self._case(variable, names, listed) for listed, names in rows.items())
        return shapes.Choices(columns.add(f"CASE {cases} END"), shapes.OneOf(types))

    def _case(self, variable: str, names: list[str], listed: str) -> str:
        """The case of the types that share a row."""
        labels = {name: f"{variable}:{self._compilation.model.rows[name].label}" for name in names}
        if len(names) == 1:
            return f"WHEN {labels[names[0]]} THEN {listed.replace('$type', quoted(names[0]), 1)}"
        which = " ".join(f"WHEN {test} THEN {quoted(name)}" for name, test in labels.items())
        listed = listed.replace("$type", f"CASE {which} END", 1)
        return f"WHEN {' OR '.join(labels.values())} THEN {listed}"

    def entered(self, type_: GraphQLObjectType, scope: Scope) -> Scope:
        """The scope inside an object of the type: its main variable goes by its interfaces' names too."""
        row = self._compilation.model.rows.get(type_.name)
        if row is None:
            return scope
        for name in (row.main, *row.needs):
            if name not in scope.variables:
                message = f"{type_.name} needs {name}, but the row has only {', '.join(scope.variables)}"
                raise LookupError(message)
        inner = scope.also(row.main, self._compilation.model.mains(type_))
        level = self._compilation.model.level(type_)
        return replace(inner, level=level) if level else inner


def _known(scope: Scope, variable: str) -> str:
    return next(name for name, known in scope.variables.items() if known == variable)
