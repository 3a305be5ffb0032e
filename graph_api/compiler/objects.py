"""Objects: the columns that an object's fields need, and the shape that reads them.

Each field is compiled in a context, by the function that is registered for the kind of its source.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import singledispatch
from typing import Any

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    get_named_type,
)

from graph_api.compiler import shapes
from graph_api.compiler.model import Model
from graph_api.compiler.operation import Compilation
from graph_api.compiler.scope import Columns, GuardedColumns, Scope, quoted
from graph_api.compiler.selection import Groups
from graph_api.compiler.sources import Same
from graph_api.turns import give_way


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
def compile_source(source: Any, selected: Selected, _context: Context) -> shapes.Shape:
    """The shape of a field with this source, which reads columns of the context's row."""
    message = f"{selected.type.name}.{selected.name}: no module compiles {source!r}"
    raise LookupError(message)


@dataclass(frozen=True)
class _Part:
    """A selected field of a type. It is equal for all types where the same nodes select it from the same source."""

    key: str
    ids: tuple[int, ...]
    source: int
    nodes: list[FieldNode] = field(compare=False)


@dataclass(frozen=True)
class _Family:
    """Types with the same selection."""

    parts: tuple[_Part, ...]
    types: list[GraphQLObjectType]


def object_of(context: Context, type_: GraphQLObjectType, nodes: list[FieldNode]) -> shapes.Object:
    """An object of the type with the fields selected below the nodes, which read their columns from the current row."""
    inner = context.at(entered(context.model, type_, context.scope))
    groups = context.compilation.groups(type_, nodes)
    return shapes.Object(tuple(entry(inner, type_, key, group) for key, group in groups.items()))


def entry(context: Context, type_: GraphQLObjectType, key: str, nodes: list[FieldNode]) -> shapes.Entry:
    """One field of an object."""
    if nodes[0].name.value == "__typename":
        return shapes.Entry(key, shapes.Fixed(type_.name), nullable=False, name="__typename")
    return _entry(context, type_.name, key, Selected((type_,), nodes))


def _entry(context: Context, owner: str, key: str, selected: Selected) -> shapes.Entry:
    """One field of an object; `owner` is the type that error messages name."""
    context.compilation.count_fields()
    give_way()
    source = context.model.source(selected.type.name, selected.name)
    shape = compile_source(source, selected, context)
    nullable = not isinstance(selected.field.type, GraphQLNonNull)
    return shapes.Entry(key, shape, nullable, f"{owner}.{selected.name}")


@compile_source.register
def same(source: Same, selected: Selected, context: Context) -> shapes.Shape:
    """An object that is read from the same row."""
    return embedded(context.at(context.scope.renamed(source.given)), selected.field.type, selected.nodes)


def embedded(context: Context, type_: GraphQLOutputType, nodes: list[FieldNode]) -> shapes.Shape:
    """An object that is read from the current row."""
    named = get_named_type(type_)
    objects = context.model.objects(named)
    if objects == [named]:
        return object_of(context, objects[0], nodes)
    variable = context.scope.variables[context.model.rows[named.name].main]
    return one_of(context, named.name, objects, nodes, variable)


def one_of(
    context: Context, interface: str, objects: list[GraphQLObjectType], nodes: list[FieldNode], variable: str
) -> shapes.Choices:
    """An object whose type is only known from the labels of its node: a column whose row starts with the type's
    name.

    One row serves all types. What they have in common is in it once, so that the statement grows with the
    selection, not with the number of types, however deeply such objects nest. What only some types have is null for
    the others.
    """
    model = context.model
    types = {type_.name: type_ for type_ in objects if model.rows[type_.name].label}
    families = _families(context.compilation, types.values(), nodes)
    sharing: dict[_Part, list[GraphQLObjectType]] = {}
    for family in families:
        for part in family.parts:
            sharing.setdefault(part, []).extend(family.types)
    cases = " ".join(f"WHEN {_is_one_of(model, variable, [name])} THEN {quoted(name)}" for name in types)
    row = Columns([f"CASE {cases} END"])
    entries: dict[_Part, shapes.Entry] = {}
    for part, found in sharing.items():
        names = [type_.name for type_ in found]
        shared = row if len(names) == len(types) else GuardedColumns(row, _is_one_of(model, variable, names))
        entries[part] = _part(context.into(shared), interface, part, found, variable)
    read: dict[str, shapes.Shape] = {}
    for family in families:
        object_ = shapes.Object(tuple(entries[part] for part in family.parts))
        read |= dict.fromkeys((type_.name for type_ in family.types), object_)
    test = _is_one_of(model, variable, list(types))
    return shapes.Choices(context.columns.add(f"CASE WHEN {test} THEN {row.listed()} END"), shapes.OneOf(read))


def _families(compilation: Compilation, types: Iterable[GraphQLObjectType], nodes: list[FieldNode]) -> list[_Family]:
    """The types grouped into families: types with the same selection from the same sources."""
    conditions = compilation.conditions(nodes)
    alike: dict[tuple[bool, ...], list[GraphQLObjectType]] = {}
    for type_ in types:
        alike.setdefault(compilation.applicable(conditions, type_), []).append(type_)
    families = []
    for same in alike.values():
        groups = compilation.groups(same[0], nodes)
        by_sources: dict[tuple[int, ...], list[GraphQLObjectType]] = {}
        names = dict.fromkeys(group[0].name.value for group in groups.values())
        for type_ in same:
            by_sources.setdefault(tuple(_source(compilation.model, type_, name) for name in names), []).append(type_)
        families += [_Family(_parts(compilation, found[0], groups), found) for found in by_sources.values()]
    return families


def _source(model: Model, type_: GraphQLObjectType, name: str) -> int:
    """A key that is equal for types whose field has the same source."""
    return 0 if name == "__typename" else id(model.source(type_.name, name))


def _parts(compilation: Compilation, type_: GraphQLObjectType, groups: Groups) -> tuple[_Part, ...]:
    """The selected fields of the type."""
    compilation.count_fields(len(groups))
    return tuple(
        _Part(key, tuple(map(id, nodes)), _source(compilation.model, type_, nodes[0].name.value), nodes)
        for key, nodes in groups.items()
    )


def _part(context: Context, interface: str, part: _Part, types: list[GraphQLObjectType], variable: str) -> shapes.Entry:
    """A field that these types have in common."""
    name = part.nodes[0].name.value
    if name == "__typename":
        return shapes.Entry(part.key, shapes.Leaf(0), nullable=False, name=name)
    model, scope = context.model, context.scope
    inner = scope.also(_known(scope, variable), [model.rows[type_.name].main for type_ in types])
    for type_ in types:
        inner = entered(model, type_, inner)
    inner = replace(inner, variants=model.variants(*types) or scope.variants)
    return _entry(context.at(inner), interface, part.key, Selected(tuple(types), part.nodes, typed=True))


def _is_one_of(model: Model, variable: str, names: list[str]) -> str:
    """The test whether a node appears as one of the types."""
    labels = [str(model.rows[name].label) for name in names]
    return f"{variable}:{'|'.join(label if label.isidentifier() else f'({label})' for label in labels)}"


def entered(model: Model, type_: GraphQLObjectType, scope: Scope) -> Scope:
    """The scope inside an object of the type: its main variable also has the names of its interfaces."""
    row = model.rows.get(type_.name)
    if row is None:
        return scope
    for name in (row.main, *row.needs):
        if name not in scope.variables:
            message = f"{type_.name} needs {name}, but the row has only {', '.join(scope.variables)}"
            raise LookupError(message)
    variables = {**scope.variables, **dict.fromkeys(model.mains(type_), scope.variables[row.main])}
    return replace(scope, variables=variables, variants=model.variants(type_) or scope.variants)


def _known(scope: Scope, variable: str) -> str:
    return next(name for name, known in scope.variables.items() if known == variable)
