"""Fields that are read from the row at hand or from the result of a stage, each by the kind of its source."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from graphql import get_named_type, is_leaf_type

from graph_api.compiler import shapes
from graph_api.compiler.dispatch import Compiled, compile_source
from graph_api.compiler.objects import embedded
from graph_api.compiler.operation import Compilation, Selected, given
from graph_api.compiler.plain import plain_reader
from graph_api.compiler.scope import Columns, Scope
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
def value(
    source: Property | PlainColumn | Value | Choice,
    compilation: Compilation,
    selected: Selected,
    scope: Scope,
    columns: Columns,
) -> Compiled:
    """A scalar or enum."""
    return leaf(selected.definition.type, expression(compilation, selected.types[0], source, scope), columns), None


@compile_source.register
def same(source: Same, compilation: Compilation, selected: Selected, scope: Scope, columns: Columns) -> Compiled:
    """An object that is read from the same row."""
    inner = scope.renamed(source.given)
    return embedded(compilation, selected.definition.type, selected.nodes, inner, columns), None


@compile_source.register
def constant(source: Constant, compilation: Compilation, selected: Selected, _: Scope, __: Columns) -> Compiled:
    """A value that each type declares."""
    values = {type_.name: compilation.model.rows[type_.name].constants[source.name] for type_ in selected.types}
    if selected.typed:
        return shapes.Leaf(0, values.__getitem__), None
    return shapes.Fixed(values[selected.types[0].name]), None


@compile_source.register
def identity(
    source: Identity, compilation: Compilation, selected: Selected, scope: Scope, columns: Columns
) -> Compiled:
    """The global ID."""
    type_ = selected.types[0]
    column = columns.add(expression(compilation, type_, source.local or Property("id"), scope))
    day = scope.as_of.removeprefix("$") if scope.dated else None
    return shapes.Id(column, None if selected.typed else type_.name, day), None


@compile_source.register
def computed(
    source: Computed, compilation: Compilation, selected: Selected, scope: Scope, columns: Columns
) -> Compiled:
    """The result of a function."""
    inputs = {
        name: columns.add(expression(compilation, selected.types[0], inner, scope))
        for name, inner in source.inputs.items()
    }
    return _computed(compilation, source, inputs, selected), None


def _computed(
    compilation: Compilation, source: Computed, inputs: Mapping[str, int], selected: Selected
) -> shapes.Shape:
    """The result of a function, and the selected fields of that object."""
    type_, function = selected.definition.type, source.function
    if selected.definition.args:
        function = partial(function, **compilation.known_arguments(selected.definition, selected.nodes[0]))
    plain = plain_reader(compilation, type_, selected.nodes)
    if is_leaf_type(get_named_type(type_)):
        return shapes.Computed(inputs, function, plain.weight)
    return shapes.Computed(inputs, lambda **values: plain.read(function(**values)), plain.weight)


@compile_source.register
def from_stage(
    source: FromStage, compilation: Compilation, selected: Selected, scope: Scope, columns: Columns
) -> Compiled:
    """A value from the result of a stage: its key is a column, everything else comes from the result."""
    call = None
    if scope.root is None:
        call = compilation.call("stage", selected.definition, selected.nodes[0])
        if compilation.is_refused(call):
            return shapes.REFUSED, call.number
        for name, argument in source.arguments.items():
            compilation.parameter(call, name, given(argument))
        scope = compilation.rooted(call)
    stage = compilation.stage(scope, source.kind)
    stage.want(call, source.needs, scope.variants)
    column = None
    if source.key is not None:
        column = columns.add(expression(compilation, selected.types[0], source.key, scope))
    plain, take = plain_reader(compilation, selected.definition.type, selected.nodes), source.take
    shape = shapes.FromStage(stage.number, column, lambda result, key: plain.read(take(result, key)), plain.weight)
    return shape, call.number if call else None
