"""Values: scalars and enums of the row at hand, and what Python computes from it or takes from the result of a stage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLOutputType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
)

from graph_api.catalogue import Fragment, Mode
from graph_api.compiler import shapes
from graph_api.compiler.objects import Context, Selected, compile_source
from graph_api.compiler.operation import given
from graph_api.compiler.plain import plain_reader
from graph_api.compiler.scope import Columns, quoted
from graph_api.compiler.sources import (
    Choice,
    Computed,
    Constant,
    Count,
    FromStage,
    Identity,
    PlainColumn,
    Property,
    Sum,
    Value,
)


@compile_source.register
def value(
    source: Property | PlainColumn | Value | Choice | Count | Sum, selected: Selected, context: Context
) -> shapes.Shape:
    """A scalar or enum."""
    return leaf(selected.field.type, expression(context, selected.type, source), context.columns)


@compile_source.register
def constant(source: Constant, selected: Selected, context: Context) -> shapes.Shape:
    """A value that each type declares."""
    values = {type_.name: context.model.rows[type_.name].constants[source.name] for type_ in selected.types}
    return shapes.Leaf(0, values.__getitem__) if selected.typed else shapes.Fixed(values[selected.type.name])


@compile_source.register
def identity(source: Identity, selected: Selected, context: Context) -> shapes.Shape:
    """The global ID."""
    scope = context.scope
    column = context.columns.add(expression(context, selected.type, source.local or Property("id")))
    day = scope.as_of.removeprefix("$") if scope.dated else None
    return shapes.Id(column, None if selected.typed else selected.type.name, day)


@compile_source.register
def computed(source: Computed, selected: Selected, context: Context) -> shapes.Shape:
    """The result of a function, and the selected fields if it is an object."""
    inputs = {
        name: context.columns.add(expression(context, selected.type, inner)) for name, inner in source.inputs.items()
    }
    type_, function = selected.field.type, source.function
    if selected.field.args:
        function = partial(function, **context.compilation.known_arguments(selected.field, selected.nodes[0]))
    plain = plain_reader(context.compilation, type_, selected.nodes)
    if is_leaf_type(get_named_type(type_)):
        return shapes.Computed(inputs, function, plain.weight)
    return shapes.Computed(inputs, lambda **values: plain.read(function(**values)), plain.weight)


@compile_source.register
def from_stage(source: FromStage, selected: Selected, context: Context) -> shapes.Shape:
    """A value from the result of a stage: its key is a column, everything else comes from the result."""
    compilation, scope, call = context.compilation, context.scope, None
    if scope.root is None:
        call = compilation.call("stage", selected.field, selected.nodes[0])
        if compilation.is_refused(call):
            return shapes.Refused(call.number)
        for name, argument in source.arguments.items():
            compilation.parameter(call, name, given(argument))
        scope = compilation.rooted(call)
    stage = compilation.stage(scope, source.kind)
    stage.want(call, source.needs, scope.variants)
    column = None
    if source.key is not None:
        column = context.columns.add(expression(context.at(scope), selected.type, source.key))
    plain, take = plain_reader(compilation, selected.field.type, selected.nodes), source.take
    return shapes.FromStage(
        stage.number,
        column,
        lambda result, key: plain.read(take(result, key)),
        plain.weight,
        call.number if call else None,
    )


def expression(context: Context, type_: GraphQLNamedType, source: Any) -> str:
    """The Cypher of a value of the row."""
    variables = context.scope.variables
    match source:
        case Property():
            owner = source.of or context.model.rows[type_.name].main
            return f"{variables[owner]}.{source.key}"
        case PlainColumn():
            return variables[source.name]
        case Value():
            inner = context.at(context.scope.renamed(source.given))
            return value_of(inner, context.model.fragment(source.fragment))
        case Choice():
            return choice(context, type_, source)
        case Count() | Sum():
            return context.compilation.measures[variables[context.model.rows[type_.name].main]](source)
    message = f"{type_.name}: {source!r} is no value"
    raise LookupError(message)


def value_of(context: Context, fragment: Fragment, parameters: Mapping[str, str] | None = None) -> str:
    """A value fragment applied to the variables of the scope."""
    scope = context.scope
    given = {name: scope.variables[name] for name in fragment.given}
    return context.compilation.names.use(fragment, given, {"as_of": scope.as_of, **(parameters or {})}).value()


def choice(context: Context, type_: GraphQLNamedType, source: Choice) -> str:
    """The value of one of a folder's fragments, selected by the row; written once per row."""
    scope = context.scope
    if source.as_of is not None:
        day = expression(context, type_, source.as_of)
        scope = replace(scope, as_of=f"coalesce({day}, {scope.as_of})")
    which = expression(context, type_, source.by)
    key = (source.folder, which, scope.as_of, *sorted(scope.variables.items()))
    choices = context.compilation.choices
    if key not in choices:
        cases = " ".join(
            f"WHEN {quoted(fragment.name.partition('.')[2])} THEN {value_of(context.at(scope), fragment)}"
            for fragment in context.model.catalogue.folder(source.folder)
            if fragment.mode is Mode.VALUE
        )
        choices[key] = f"CASE {which} {cases} END"
    return choices[key]


def plain(type_: GraphQLNamedType, expression: str) -> str:
    """The value of this type as a value that JSON has."""
    return f"toString({expression})" if type_.name == "Date" else expression


def leaf(type_: GraphQLOutputType, expression: str, columns: Columns) -> shapes.Shape:
    """A scalar or enum, or a list of them."""
    named, nullable = get_named_type(type_), get_nullable_type(type_)
    assert is_leaf_type(named)
    convert = _conversion(named.name, named if isinstance(named, GraphQLEnumType) else None)
    if isinstance(nullable, GraphQLList):
        item = plain(named, "item")
        written = expression if item == "item" else f"[item IN {expression} | {item}]"
        return shapes.LeafList(columns.add(written), not isinstance(nullable.of_type, GraphQLNonNull), convert)
    return shapes.Leaf(columns.add(plain(named, expression)), convert)


def _conversion(name: str, enum: GraphQLEnumType | None) -> Callable[[Any], Any] | None:
    if name == "Float":
        return float
    return None if enum is None else _enum_conversion(enum)


def _enum_conversion(enum: GraphQLEnumType) -> Callable[[Any], Any]:
    names = frozenset(enum.values)
    # A value that is not in the enum is an error in the data, and becomes null like a missing one.
    return lambda value: value if value in names else None
