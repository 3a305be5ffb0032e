"""References: the objects that pairs of type and ID refer to, when a row holds such pairs."""

from __future__ import annotations

from dataclasses import replace

from graphql import (
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
)

from graph_api.compiler import shapes
from graph_api.compiler.calls import Arguments, Bound
from graph_api.compiler.objects import Context, Selected, compile_source, object_of, one_of
from graph_api.compiler.pages import list_size
from graph_api.compiler.scope import Columns, quoted
from graph_api.compiler.sources import Reference
from graph_api.compiler.values import expression

ENTITY = "nodes.entity"


@compile_source.register
def referred(source: Reference, selected: Selected, context: Context) -> shapes.Shape:
    """The object of the pair, or the objects of the list of pairs."""
    compilation = context.compilation
    pairs = expression(context, selected.type, source.pairs)
    type_ = get_nullable_type(selected.field.type)
    context = context.at(replace(context.scope, narrow=False))
    if not isinstance(type_, GraphQLList):
        case, types = _case(source, selected, context, pairs)
        return shapes.Nested(context.columns.add(case), types)
    call = compilation.call("references", selected.field, selected.nodes[0])
    if compilation.is_refused(call):
        return shapes.Refused(call.number)
    first = compilation.parameter(call, "first", _size)
    compilation.names.count += 1
    pair = f"pair_{compilation.names.count}"
    case, types = _case(source, selected, context, pair)
    column = context.columns.add(f"COLLECT {{ UNWIND {pairs}[..{first}] AS {pair} RETURN [{case}] }}")
    nullable = not isinstance(type_.of_type, GraphQLNonNull)
    return shapes.Items(column, shapes.Nested(0, types), nullable, get_named_type(type_).name, call.number)


def _case(source: Reference, selected: Selected, context: Context, pair: str) -> tuple[str, shapes.OneOf]:
    """The row of a pair's object, starting with its type: entities by their labels, relations each in its own way."""
    model, scope, names = context.model, context.scope, context.compilation.names
    interface, nodes = get_named_type(selected.field.type), selected.nodes
    objects = [object_ for object_ in model.objects(interface) if _names(object_) & source.among]
    parameters = {"as_of": scope.as_of, "id": f"{pair}[1]"}
    types: dict[str, shapes.Shape] = {}
    cases = []
    for object_ in objects:
        row = model.rows[object_.name]
        if row.refetch in {None, ENTITY} or row.staged:
            continue
        assert row.refetch is not None
        use = names.use(model.fragment(row.refetch), {}, parameters)
        inner = context.into(Columns([quoted(object_.name)]), replace(scope, variables=use.columns))
        types[object_.name] = object_of(inner, object_, nodes)
        found = f"head(COLLECT {{ {use.rows()} RETURN {inner.columns.listed()} }})"
        cases.append(f"WHEN {quoted(object_.name)} THEN {found}")
    entities = [object_ for object_ in objects if model.rows[object_.name].refetch == ENTITY]
    use = names.use(model.fragment(ENTITY), {}, parameters)
    inner = context.into(Columns(), replace(scope, variables=use.columns))
    nested = one_of(inner, interface.name, entities, nodes, use.columns["node"])
    types.update(nested.item.types)
    found = f"head(COLLECT {{ {use.rows()} RETURN {inner.columns.expressions[0]} }})"
    return f"CASE {pair}[0] {' '.join(cases)} ELSE {found} END" if cases else found, shapes.OneOf(types)


def _names(object_: GraphQLObjectType) -> set[str]:
    """The names of a type and of its interfaces."""
    return {object_.name, *(interface.name for interface in object_.interfaces)}


def _size(arguments: Arguments, _: Bound) -> int:
    return list_size(arguments.get("first"))
