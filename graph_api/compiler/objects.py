"""Objects: the columns that an object's fields need, and the shape that reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from graphql import (
    FieldNode,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    get_named_type,
    is_leaf_type,
)

from graph_api.compiler import shapes
from graph_api.compiler.operation import Compilation, Selected, given
from graph_api.compiler.plain import plain_reader
from graph_api.compiler.referring import referred
from graph_api.compiler.refetching import refetch
from graph_api.compiler.relations import relation
from graph_api.compiler.scope import Columns, GuardedColumns, Scope
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


class ObjectCompiler:
    """Compiles the objects of one operation."""

    def __init__(self, compilation: Compilation) -> None:
        self._compilation = compilation

    def object(self, type_: GraphQLObjectType, groups: Groups, scope: Scope, columns: Columns) -> shapes.Object:
        """An object whose fields read their columns from the current row."""
        return shapes.Object(tuple(self.entry(type_, key, nodes, scope, columns) for key, nodes in groups.items()))

    def entry(
        self, type_: GraphQLObjectType, key: str, nodes: list[FieldNode], scope: Scope, columns: Columns
    ) -> shapes.Entry:
        """One field of an object."""
        if nodes[0].name.value == "__typename":
            return shapes.Entry(key, shapes.Fixed(type_.name), nullable=False, name="__typename")
        return self._entry(type_.name, key, Selected((type_,), nodes), scope, columns)

    def _entry(self, owner: str, key: str, selected: Selected, scope: Scope, columns: Columns) -> shapes.Entry:
        """One field of an object; `owner` is the type that error messages name."""
        self._compilation.count_fields()
        give_way()
        shape, call = self._field(selected, scope, columns)
        nullable = not isinstance(selected.definition.type, GraphQLNonNull)
        return shapes.Entry(key, shape, nullable, f"{owner}.{selected.name}", call)

    def _field(  # noqa: PLR0911 - one way out for each kind of source
        self, selected: Selected, scope: Scope, columns: Columns
    ) -> tuple[shapes.Shape, int | None]:
        """The shape of a field, and the number of its call if it has one."""
        type_, definition, nodes = selected.types[0], selected.definition, selected.nodes
        source = self._compilation.model.source(type_.name, selected.name)
        match source:
            case Relation():
                return relation(self._compilation, source, selected, scope, columns)
            case Refetch():
                return refetch(self._compilation, source, definition, nodes, columns)
            case Same():
                return self.embedded(definition.type, nodes, scope.renamed(source.given), columns), None
            case Constant():
                return self._constant(source.name, selected), None
            case Identity():
                local = source.local or Property("id")
                column = columns.add(expression(self._compilation, type_, local, scope))
                day = scope.as_of.removeprefix("$") if scope.dated else None
                return shapes.Id(column, None if selected.typed else type_.name, day), None
            case Computed():
                inputs = {
                    name: columns.add(expression(self._compilation, type_, inner, scope))
                    for name, inner in source.inputs.items()
                }
                return self._worked(source, inputs, selected), None
            case Taken():
                return self._taken(source, selected, scope, columns)
            case Reference():
                return referred(self._compilation, source, selected, scope, columns)
            case _:
                return leaf(definition.type, expression(self._compilation, type_, source, scope), columns), None

    def _constant(self, name: str, selected: Selected) -> shapes.Shape:
        """A value that each type declares."""
        values = {type_.name: self._compilation.model.rows[type_.name].constants[name] for type_ in selected.types}
        if selected.typed:
            return shapes.Leaf(0, values.__getitem__)
        return shapes.Fixed(values[selected.types[0].name])

    def _worked(self, source: Computed, inputs: Mapping[str, int], selected: Selected) -> shapes.Shape:
        """The result of a function, and the selected fields of that object."""
        type_, function = selected.definition.type, source.function
        plain = plain_reader(self._compilation, type_, selected.nodes)
        if is_leaf_type(get_named_type(type_)):
            return shapes.Worked(inputs, function, plain.weight)
        return shapes.Worked(inputs, lambda **values: plain.read(function(**values)), plain.weight)

    def _taken(
        self, source: Taken, selected: Selected, scope: Scope, columns: Columns
    ) -> tuple[shapes.Shape, int | None]:
        """A value from the result of a stage: its key is a column, everything else comes from the result."""
        call = None
        if scope.root is None:
            call = self._compilation.call("stage", selected.definition, selected.nodes[0])
            if self._compilation.is_refused(call):
                return shapes.REFUSED, call.number
            for name, argument in source.arguments.items():
                self._compilation.parameter(call, name, given(argument))
            scope = self._compilation.rooted(call)
        stage = self._compilation.stage(scope, source.kind)
        stage.want(call, source.needs, scope.variants)
        column = None
        if source.key is not None:
            column = columns.add(expression(self._compilation, selected.types[0], source.key, scope))
        plain, take = plain_reader(self._compilation, selected.definition.type, selected.nodes), source.take
        shape = shapes.Taken(stage.number, column, lambda result, key: plain.read(take(result, key)), plain.weight)
        return shape, call.number if call else None

    def embedded(
        self, type_: GraphQLOutputType, nodes: list[FieldNode], scope: Scope, columns: Columns
    ) -> shapes.Shape:
        """An object that is read from the current row."""
        named = get_named_type(type_)
        objects = self._compilation.model.objects(named)
        if objects == [named]:
            return self.object(
                objects[0], self._compilation.groups(objects[0], nodes), self.entered(objects[0], scope), columns
            )
        variable = scope.variables[self._compilation.model.rows[named.name].main]
        return self.one_of(named.name, objects, nodes, scope, variable, columns)

    def one_of(
        self,
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
        types = {type_.name: type_ for type_ in objects if self._compilation.model.rows[type_.name].label}
        families = self._families(types.values(), nodes)
        sharing: dict[_Part, list[GraphQLObjectType]] = {}
        for family in families:
            for part in family.parts:
                sharing.setdefault(part, []).extend(family.types)
        cases = " ".join(f"WHEN {self._is_one_of(variable, [name])} THEN {quoted(name)}" for name in types)
        row = Columns([f"CASE {cases} END"])
        entries: dict[_Part, shapes.Entry] = {}
        for part, found in sharing.items():
            names = [type_.name for type_ in found]
            shared = row if len(names) == len(types) else GuardedColumns(row, self._is_one_of(variable, names))
            entries[part] = self._part(interface, part, found, scope, variable, shared)
        read: dict[str, shapes.Shape] = {}
        for family in families:
            object_ = shapes.Object(tuple(entries[part] for part in family.parts))
            read |= dict.fromkeys((type_.name for type_ in family.types), object_)
        test = self._is_one_of(variable, list(types))
        return shapes.Choices(columns.add(f"CASE WHEN {test} THEN {row.listed()} END"), shapes.OneOf(read))

    def _families(self, types: Iterable[GraphQLObjectType], nodes: list[FieldNode]) -> list[_Family]:
        """The types grouped into families: types with the same selection from the same sources."""
        conditions = self._compilation.conditions(nodes)
        alike: dict[tuple[bool, ...], list[GraphQLObjectType]] = {}
        for type_ in types:
            alike.setdefault(self._compilation.applicable(conditions, type_), []).append(type_)
        families = []
        for same in alike.values():
            groups = self._compilation.groups(same[0], nodes)
            by_sources: dict[tuple[int, ...], list[GraphQLObjectType]] = {}
            names = dict.fromkeys(group[0].name.value for group in groups.values())
            for type_ in same:
                by_sources.setdefault(tuple(self._source(type_, name) for name in names), []).append(type_)
            families += [_Family(self._parts(found[0], groups), found) for found in by_sources.values()]
        return families

    def _source(self, type_: GraphQLObjectType, name: str) -> int:
        """A key that is equal for types whose field has the same source."""
        return 0 if name == "__typename" else id(self._compilation.model.source(type_.name, name))

    def _parts(self, type_: GraphQLObjectType, groups: Groups) -> tuple[_Part, ...]:
        """The selected fields of the type."""
        self._compilation.count_fields(len(groups))
        return tuple(
            _Part(key, tuple(map(id, nodes)), self._source(type_, nodes[0].name.value), nodes)
            for key, nodes in groups.items()
        )

    def _part(
        self,
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
        inner = scope.also(_known(scope, variable), [self._compilation.model.rows[type_.name].main for type_ in types])
        for type_ in types:
            inner = self.entered(type_, inner)
        variants = dict.fromkeys(variant for type_ in types for variant in self._compilation.model.variants(type_))
        inner = replace(inner, variants=tuple(variants) or scope.variants)
        return self._entry(interface, part.key, Selected(tuple(types), part.nodes, typed=True), inner, columns)

    def _is_one_of(self, variable: str, names: list[str]) -> str:
        """The test whether a node appears as one of the types."""
        labels = [str(self._compilation.model.rows[name].label) for name in names]
        return f"{variable}:{'|'.join(label if label.isidentifier() else f'({label})' for label in labels)}"

    def entered(self, type_: GraphQLObjectType, scope: Scope) -> Scope:
        """The scope inside an object of the type: its main variable also has the names of its interfaces."""
        row = self._compilation.model.rows.get(type_.name)
        if row is None:
            return scope
        for name in (row.main, *row.needs):
            if name not in scope.variables:
                message = f"{type_.name} needs {name}, but the row has only {', '.join(scope.variables)}"
                raise LookupError(message)
        inner = scope.also(row.main, self._compilation.model.mains(type_))
        variants = self._compilation.model.variants(type_)
        return replace(inner, variants=variants) if variants else inner


def _known(scope: Scope, variable: str) -> str:
    return next(name for name, known in scope.variables.items() if known == variable)
