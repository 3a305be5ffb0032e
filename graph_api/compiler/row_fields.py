"""Fields that are read from the row at hand or from the result of a stage, each by the kind of its source."""

from __future__ import annotations

from functools import partial

from graphql import get_named_type, is_leaf_type

from graph_api.compiler import shapes
from graph_api.compiler.context import Context, Selected, compile_source
from graph_api.compiler.objects import embedded
from graph_api.compiler.operation import given
from graph_api.compiler.plain import plain_reader
from graph_api.compiler.sources import (
    Choice,
    Computed,
    Constant,
    FromStage,
    Identity,
    PlainColumn,
    Property,
    Same,
    Value,
)
from graph_api.compiler.values import expression, leaf


@compile_source.register
def value(source: Property | PlainColumn | Value | Choice, selected: Selected, context: Context) -> shapes.Shape:
    """A scalar or enum."""
    return leaf(selected.field.type, expression(context, selected.type, source), context.columns)


@compile_source.register
def same(source: Same, selected: Selected, context: Context) -> shapes.Shape:
    """An object that is read from the same row."""
    return embedded(context.at(context.scope.renamed(source.given)), selected.field.type, selected.nodes)


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
