"""References: the objects that pairs of type and ID refer to, when a row holds such pairs."""

from __future__ import annotations

from dataclasses import replace

from graphql import (
    GraphQLList,
    GraphQLNonNull,
    get_named_type,
    get_nullable_type,
)

from graph_api.compiler import shapes
from graph_api.compiler.calls import Arguments, Bound
from graph_api.compiler.dispatch import Compiled, compile_source
from graph_api.compiler.gate import rows
from graph_api.compiler.objects import object_of, one_of
from graph_api.compiler.operation import Compilation, Selected
from graph_api.compiler.pages import list_size
from graph_api.compiler.scope import Columns, Scope
from graph_api.compiler.sources import Reference
from graph_api.compiler.values import expression, quoted

ENTITY = "nodes.entity"


@compile_source.register
def referred(
    source: Reference,
    compilation: Compilation,
    selected: Selected,
    scope: Scope,
    columns: Columns,
) -> Compiled:
    """The object of the pair, or the objects of the list of pairs."""
    pairs = expression(compilation, selected.types[0], source.pairs, scope)
    nullable = get_nullable_type(selected.definition.type)
    scope = replace(scope, narrow=False)
    if not isinstance(nullable, GraphQLList):
        case, types = _case(compilation, source, pairs, selected, scope)
        return shapes.Nested(columns.add(case), types), None
    call = compilation.call("references", selected.definition, selected.nodes[0])
    if compilation.is_refused(call):
        return shapes.REFUSED, call.number
    first = compilation.parameter(call, "first", _size)
    compilation.names.count += 1
    pair = f"pair_{compilation.names.count}"
    case, types = _case(compilation, source, pair, selected, scope)
    column = columns.add(f"COLLECT {{ UNWIND {pairs}[..{first}] AS {pair} RETURN [{case}] }}")
    item_nullable = not isinstance(nullable.of_type, GraphQLNonNull)
    return shapes.Items(column, shapes.Nested(0, types), item_nullable, get_named_type(nullable).name), call.number


def _case(
    compilation: Compilation, source: Reference, pair: str, selected: Selected, scope: Scope
) -> tuple[str, shapes.OneOf]:
    """The row of a pair's object, starting with its type: entities by their labels, relations each in its own way."""
    interface, nodes = get_named_type(selected.definition.type), selected.nodes
    objects = [object_ for object_ in compilation.model.objects(interface) if object_.name in source.among]
    types: dict[str, shapes.Shape] = {}
    cases = []
    for object_ in objects:
        row = compilation.model.rows[object_.name]
        if row.refetch in {None, ENTITY} or row.staged:
            continue
        assert row.refetch is not None
        parameters = {"as_of": scope.as_of, "id": f"{pair}[1]"}
        use = compilation.names.use(compilation.model.fragment(row.refetch), {}, parameters)
        inner = replace(scope, variables=use.columns)
        gathered = Columns([quoted(object_.name)])
        types[object_.name] = object_of(compilation, object_, nodes, inner, gathered)
        cases.append(f"WHEN {quoted(object_.name)} THEN head(COLLECT {{ {rows(use)} RETURN {gathered.listed()} }})")
    entities = [object_ for object_ in objects if compilation.model.rows[object_.name].refetch == ENTITY]
    use = compilation.names.use(compilation.model.fragment(ENTITY), {}, {"as_of": scope.as_of, "id": f"{pair}[1]"})
    gathered = Columns()
    inner = replace(scope, variables=use.columns)
    nested = one_of(compilation, interface.name, entities, nodes, inner, use.columns["node"], gathered)
    types.update(nested.item.types)
    found = f"head(COLLECT {{ {rows(use)} RETURN {gathered.expressions[0]} }})"
    return f"CASE {pair}[0] {' '.join(cases)} ELSE {found} END" if cases else found, shapes.OneOf(types)


def _size(arguments: Arguments, _: Bound) -> int:
    return list_size(arguments.get("first"))
