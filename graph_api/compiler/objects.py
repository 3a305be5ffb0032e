"""Objects: the columns that an object's fields need, and the shape that reads them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graphql import (
    FieldNode,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    get_named_type,
)

from graph_api.compiler import shapes
from graph_api.compiler.dispatch import compile_source
from graph_api.compiler.operation import Compilation, Selected
from graph_api.compiler.scope import Columns, GuardedColumns, Scope
from graph_api.compiler.selection import Groups
from graph_api.compiler.values import quoted
from graph_api.turns import give_way


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


def object_of(
    compilation: Compilation, type_: GraphQLObjectType, nodes: list[FieldNode], scope: Scope, columns: Columns
) -> shapes.Object:
    """An object of the type with the fields selected below the nodes, which read their columns from the current row."""
    inner = entered(compilation, type_, scope)
    groups = compilation.groups(type_, nodes)
    return shapes.Object(tuple(entry(compilation, type_, key, group, inner, columns) for key, group in groups.items()))


def entry(
    compilation: Compilation, type_: GraphQLObjectType, key: str, nodes: list[FieldNode], scope: Scope, columns: Columns
) -> shapes.Entry:
    """One field of an object."""
    if nodes[0].name.value == "__typename":
        return shapes.Entry(key, shapes.Fixed(type_.name), nullable=False, name="__typename")
    return _entry(compilation, type_.name, key, Selected((type_,), nodes), scope, columns)


def _entry(
    compilation: Compilation, owner: str, key: str, selected: Selected, scope: Scope, columns: Columns
) -> shapes.Entry:
    """One field of an object; `owner` is the type that error messages name."""
    compilation.count_fields()
    give_way()
    source = compilation.model.source(selected.types[0].name, selected.name)
    shape, call = compile_source(source, compilation, selected, scope, columns)
    nullable = not isinstance(selected.definition.type, GraphQLNonNull)
    return shapes.Entry(key, shape, nullable, f"{owner}.{selected.name}", call)


def embedded(
    compilation: Compilation, type_: GraphQLOutputType, nodes: list[FieldNode], scope: Scope, columns: Columns
) -> shapes.Shape:
    """An object that is read from the current row."""
    named = get_named_type(type_)
    objects = compilation.model.objects(named)
    if objects == [named]:
        return object_of(compilation, objects[0], nodes, scope, columns)
    variable = scope.variables[compilation.model.rows[named.name].main]
    return one_of(compilation, named.name, objects, nodes, scope, variable, columns)


def one_of(
    compilation: Compilation,
    interface: str,
    objects: list[GraphQLObjectType],
    nodes: list[FieldNode],
    scope: Scope,
    variable: str,
    columns: Columns,
) -> shapes.Choices:
    """An object whose type is only known from the labels of its node: a column whose row starts with the type's
    name.

    One row serves all types. What they have in common is in it once, so that the statement grows with the
    selection, not with the number of types, however deeply such objects nest. What only some types have is null for
    the others.
    """
    types = {type_.name: type_ for type_ in objects if compilation.model.rows[type_.name].label}
    families = _families(compilation, types.values(), nodes)
    sharing: dict[_Part, list[GraphQLObjectType]] = {}
    for family in families:
        for part in family.parts:
            sharing.setdefault(part, []).extend(family.types)
    cases = " ".join(f"WHEN {_is_one_of(compilation, variable, [name])} THEN {quoted(name)}" for name in types)
    row = Columns([f"CASE {cases} END"])
    entries: dict[_Part, shapes.Entry] = {}
    for part, found in sharing.items():
        names = [type_.name for type_ in found]
        shared = row if len(names) == len(types) else GuardedColumns(row, _is_one_of(compilation, variable, names))
        entries[part] = _part(compilation, interface, part, found, scope, variable, shared)
    read: dict[str, shapes.Shape] = {}
    for family in families:
        object_ = shapes.Object(tuple(entries[part] for part in family.parts))
        read |= dict.fromkeys((type_.name for type_ in family.types), object_)
    test = _is_one_of(compilation, variable, list(types))
    return shapes.Choices(columns.add(f"CASE WHEN {test} THEN {row.listed()} END"), shapes.OneOf(read))


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
            by_sources.setdefault(tuple(_source(compilation, type_, name) for name in names), []).append(type_)
        families += [_Family(_parts(compilation, found[0], groups), found) for found in by_sources.values()]
    return families


def _source(compilation: Compilation, type_: GraphQLObjectType, name: str) -> int:
    """A key that is equal for types whose field has the same source."""
    return 0 if name == "__typename" else id(compilation.model.source(type_.name, name))


def _parts(compilation: Compilation, type_: GraphQLObjectType, groups: Groups) -> tuple[_Part, ...]:
    """The selected fields of the type."""
    compilation.count_fields(len(groups))
    return tuple(
        _Part(key, tuple(map(id, nodes)), _source(compilation, type_, nodes[0].name.value), nodes)
        for key, nodes in groups.items()
    )


def _part(
    compilation: Compilation,
    interface: str,
    part: _Part,
    types: list[GraphQLObjectType],
    scope: Scope,
    variable: str,
    columns: Columns,
) -> shapes.Entry:
    """A field that these types have in common."""
    name = part.nodes[0].name.value
    if name == "__typename":
        return shapes.Entry(part.key, shapes.Leaf(0), nullable=False, name=name)
    inner = scope.also(_known(scope, variable), [compilation.model.rows[type_.name].main for type_ in types])
    for type_ in types:
        inner = entered(compilation, type_, inner)
    variants = dict.fromkeys(variant for type_ in types for variant in compilation.model.variants(type_))
    inner = replace(inner, variants=tuple(variants) or scope.variants)
    return _entry(compilation, interface, part.key, Selected(tuple(types), part.nodes, typed=True), inner, columns)


def _is_one_of(compilation: Compilation, variable: str, names: list[str]) -> str:
    """The test whether a node appears as one of the types."""
    labels = [str(compilation.model.rows[name].label) for name in names]
    return f"{variable}:{'|'.join(label if label.isidentifier() else f'({label})' for label in labels)}"


def entered(compilation: Compilation, type_: GraphQLObjectType, scope: Scope) -> Scope:
    """The scope inside an object of the type: its main variable also has the names of its interfaces."""
    row = compilation.model.rows.get(type_.name)
    if row is None:
        return scope
    for name in (row.main, *row.needs):
        if name not in scope.variables:
            message = f"{type_.name} needs {name}, but the row has only {', '.join(scope.variables)}"
            raise LookupError(message)
    inner = scope.also(row.main, compilation.model.mains(type_))
    variants = compilation.model.variants(type_)
    return replace(inner, variants=variants) if variants else inner


def _known(scope: Scope, variable: str) -> str:
    return next(name for name, known in scope.variables.items() if known == variable)
