"""Relations: the rows of a fragment as a connection, a list or one object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graphql import (
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
)

from graph_api.catalogue import Fragment
from graph_api.compiler import shapes
from graph_api.compiler.calls import Arguments, Bound, Call
from graph_api.compiler.connections import connection, ordered
from graph_api.compiler.dispatch import Compiled, compile_source
from graph_api.compiler.gate import rows
from graph_api.compiler.model import is_connection
from graph_api.compiler.objects import embedded
from graph_api.compiler.operation import Compilation, Selected, given
from graph_api.compiler.pages import list_size
from graph_api.compiler.scope import Columns, Scope, Use
from graph_api.compiler.sources import Argument, Relation, Staged
from graph_api.compiler.values import value_of


@compile_source.register
def relation(
    source: Relation,
    compilation: Compilation,
    selected: Selected,
    scope: Scope,
    columns: Columns,
) -> Compiled:
    """The rows of a fragment as a connection, a list or one object."""
    field = selected.definition
    fragment = compilation.model.fragment(source.fragment)
    call = compilation.call(fragment.name, field, selected.nodes[0]) if field.args else None
    if call is not None and compilation.is_refused(call):
        return shapes.REFUSED, call.number
    if scope.root is None:
        assert call is not None
        scope = compilation.rooted(call, source.day)
    variants = compilation.model.variants(*selected.types)
    outer = scope.renamed(source.given)
    computed = _computed_once(compilation, source, outer)
    bound = {name: variable for name, (variable, _) in computed.items()} | {
        name: _once(compilation, source, call, scope, name) if name in source.once else outer.variables[name]
        for name in fragment.given
        if name not in computed
    }
    use = compilation.names.use(fragment, bound, _parameters(compilation, source, fragment, call, scope, variants))
    inner = _within(compilation, source, scope, use, selected)
    if is_connection(field):
        assert call is not None
        if not computed:
            return connection(compilation, source, selected, call, use, inner, columns), call.number
        row = Columns()
        page = connection(compilation, source, selected, call, use, inner, row)
        before = ", ".join(f"{text} AS {variable}" for variable, text in computed.values())
        column = columns.add(f"head(COLLECT {{ WITH {before} RETURN {row.listed()} }})")
        return shapes.Nested(column, page), call.number
    nullable = get_nullable_type(field.type)
    if isinstance(nullable, GraphQLList):
        return _listed(compilation, nullable, selected, call, use, inner, columns), call.number if call else None
    row = Columns()
    item = embedded(compilation, field.type, selected.nodes, inner, row)
    order = f" WITH {use.carried} ORDER BY {ordered(use.order())} LIMIT 1" if fragment.order else ""
    column = columns.add(f"head(COLLECT {{ {rows(use)}{order} RETURN {row.listed()} }})")
    return shapes.Nested(column, item), call.number if call else None


def _within(compilation: Compilation, source: Relation, scope: Scope, use: Use, selected: Selected) -> Scope:
    """The scope of a fragment's rows. Its first column is the object of the field, whatever its name there."""
    at_root = not scope.variables
    narrow = scope.narrow and (at_root or source.downward)
    inner = replace(scope, variables={**scope.variables, **use.columns}, narrow=narrow)
    named = get_named_type(selected.definition.type)
    if is_connection(selected.definition):
        assert isinstance(named, GraphQLObjectType)
        named = get_named_type(named.fields["nodes"].type)
    columns = [column.name for column in use.fragment.columns]
    main = compilation.model.rows[named.name].main
    return inner if main in columns else inner.also(columns[0], [main])


def _listed(
    compilation: Compilation,
    type_: GraphQLList[Any],
    selected: Selected,
    call: Call | None,
    use: Use,
    scope: Scope,
    columns: Columns,
) -> shapes.Shape:
    """A list: all rows, or the number given by `first`."""
    limit = ""
    if call is not None and "first" in selected.definition.args:
        limit = f" LIMIT {compilation.parameter(call, 'first', _size)}"
    row = Columns()
    if is_leaf_type(get_named_type(type_)):
        message = f"{use.fragment.name} returns rows, but {type_} is a list of leaves"
        raise LookupError(message)
    item = embedded(compilation, type_.of_type, selected.nodes, scope, row)
    chosen = f" WITH {use.carried} ORDER BY {ordered(use.order())}{limit}"
    column = columns.add(f"COLLECT {{ {rows(use)}{chosen} RETURN {row.listed()} }}")
    return shapes.Items(column, item, not isinstance(type_.of_type, GraphQLNonNull), get_named_type(type_).name)


def _once(compilation: Compilation, source: Relation, call: Call | None, scope: Scope, name: str) -> str:
    """The variable of a value that the fragment gets from the arguments alone."""
    assert call is not None
    arguments = {key: argument for key, argument in source.arguments.items() if isinstance(argument, Argument)}
    return compilation.once(source.once[name], call, scope.as_of, arguments)


def _computed_once(compilation: Compilation, source: Relation, scope: Scope) -> dict[str, tuple[str, str]]:
    """The values that the fragment gets from the current row, computed once for a page and its total: variable and
    text."""
    computed = {}
    for name, fragment in source.once.items():
        value = compilation.model.fragment(fragment)
        if value.given:
            text = value_of(compilation, value, scope)
            compilation.names.count += 1
            computed[name] = f"{name}_{compilation.names.count}", text
    return computed


def _parameters(
    compilation: Compilation,
    source: Relation,
    fragment: Fragment,
    call: Call | None,
    scope: Scope,
    variants: tuple[str, ...],
) -> Mapping[str, str]:
    """The text of each of the fragment's parameters in the statement."""
    written = {"as_of": scope.as_of}
    # Arguments without a parameter are validated all the same.
    for name in sorted((fragment.parameters | source.arguments.keys()) - {"as_of", *compilation.model.fixed}):
        if call is None:
            message = f"{fragment.name} needs ${name}, but the field has no arguments"
            raise LookupError(message)
        argument = source.arguments.get(name, Argument(name))
        if isinstance(argument, Staged):
            written[name] = compilation.staged(scope, call, name, argument, variants)
            continue
        written[name] = compilation.parameter(call, name, given(argument))
    return written


def _size(arguments: Arguments, _bound: Bound) -> int:
    return list_size(arguments.get("first"))
