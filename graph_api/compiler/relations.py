"""Relations: the rows of a fragment as a connection, a list or one object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from graphql import GraphQLList, GraphQLNonNull, GraphQLObjectType, get_named_type, get_nullable_type, is_leaf_type

from graph_api.compiler import shapes
from graph_api.compiler.calls import Arguments, Bound, Call
from graph_api.compiler.connections import Related, connection, ordered
from graph_api.compiler.model import is_connection
from graph_api.compiler.objects import Context, Selected, compile_source, embedded
from graph_api.compiler.operation import given
from graph_api.compiler.pages import list_size
from graph_api.compiler.scope import Columns, Scope
from graph_api.compiler.sources import Argument, Relation, Staged
from graph_api.compiler.values import value_of


@compile_source.register
def relation(source: Relation, selected: Selected, context: Context) -> shapes.Shape:
    """The rows of a fragment as a connection, a list or one object."""
    compilation, field = context.compilation, selected.field
    fragment = context.model.fragment(source.fragment)
    call = compilation.call(fragment.name, field, selected.nodes[0]) if field.args else None
    if call is not None and compilation.is_refused(call):
        return shapes.Refused(call.number)
    if context.scope.root is None:
        assert call is not None
        context = context.at(compilation.rooted(call, source.day))
    outer = context.at(context.scope.renamed(source.given))
    computed = _computed_once(source, outer)
    bound = {name: variable for name, (variable, _) in computed.items()} | {
        name: _once(source, context, call, name) if name in source.once else outer.scope.variables[name]
        for name in fragment.given
        if name not in computed
    }
    use = compilation.names.use(fragment, bound, parameters_of(source, selected, context, call))
    related = Related(source, selected, call, use)
    inner = context.at(scope_of_rows(related, context))
    if is_connection(field):
        return _in_subquery(related, inner, computed) if computed else connection(related, inner)
    if isinstance(get_nullable_type(field.type), GraphQLList):
        return _listed(related, inner)
    row = inner.into(Columns())
    item = embedded(row, field.type, selected.nodes)
    order = f" WITH {use.carried} ORDER BY {ordered(use.order())} LIMIT 1" if fragment.order else ""
    column = context.columns.add(f"head(COLLECT {{ {use.rows()}{order} RETURN {row.columns.listed()} }})")
    return shapes.Nested(column, item, related.number)


def scope_of_rows(related: Related, context: Context) -> Scope:
    """The scope of a fragment's rows. Its first column is the object of the field, whatever its name there."""
    scope, use, field = context.scope, related.use, related.selected.field
    at_root = not scope.variables
    narrow = scope.narrow and (at_root or related.source.downward)
    inner = replace(scope, variables={**scope.variables, **use.columns}, narrow=narrow)
    named = get_named_type(field.type)
    if is_connection(field):
        assert isinstance(named, GraphQLObjectType)
        named = get_named_type(named.fields["nodes"].type)
    columns = [column.name for column in use.fragment.columns]
    main = context.model.rows[named.name].main
    return inner if main in columns else inner.also(columns[0], [main])


def _in_subquery(related: Related, context: Context, computed: Mapping[str, tuple[str, str]]) -> shapes.Shape:
    """A connection in a subquery of its own, which begins with the values that are computed once for it."""
    row = context.into(Columns())
    page = connection(related, row)
    before = ", ".join(f"{text} AS {variable}" for variable, text in computed.values())
    column = context.columns.add(f"head(COLLECT {{ WITH {before} RETURN {row.columns.listed()} }})")
    return shapes.Nested(column, page, related.number)


def _listed(related: Related, context: Context) -> shapes.Shape:
    """A list: all rows, or the number given by `first`."""
    selected, use, limit = related.selected, related.use, ""
    if related.call is not None and "first" in selected.field.args:
        limit = f" LIMIT {context.compilation.parameter(related.call, 'first', _size)}"
    type_ = get_nullable_type(selected.field.type)
    assert isinstance(type_, GraphQLList)
    named = get_named_type(type_)
    if is_leaf_type(named):
        message = f"{use.fragment.name} returns rows, but {type_} is a list of leaves"
        raise LookupError(message)
    row = context.into(Columns())
    item = embedded(row, type_.of_type, selected.nodes)
    chosen = f" WITH {use.carried} ORDER BY {ordered(use.order())}{limit}"
    column = context.columns.add(f"COLLECT {{ {use.rows()}{chosen} RETURN {row.columns.listed()} }}")
    return shapes.Items(column, item, not isinstance(type_.of_type, GraphQLNonNull), named.name, related.number)


def _once(source: Relation, context: Context, call: Call | None, name: str) -> str:
    """The variable of a value that the fragment gets from the arguments alone."""
    assert call is not None
    arguments = {key: argument for key, argument in source.arguments.items() if isinstance(argument, Argument)}
    return context.compilation.once(source.once[name], call, context.scope.as_of, arguments)


def _computed_once(source: Relation, context: Context) -> dict[str, tuple[str, str]]:
    """The values that the fragment gets from the current row, computed once for a page and its total: variable and
    text."""
    names, computed = context.compilation.names, {}
    for name, fragment in source.once.items():
        value = context.model.fragment(fragment)
        if value.given:
            text = value_of(context, value)
            names.count += 1
            computed[name] = f"{name}_{names.count}", text
    return computed


def parameters_of(source: Relation, selected: Selected, context: Context, call: Call | None) -> Mapping[str, str]:
    """The text of each of the fragment's parameters in the statement."""
    fragment, compilation = context.model.fragment(source.fragment), context.compilation
    scope = replace(context.scope, variants=context.model.variants(*selected.types))
    written = {"as_of": scope.as_of}
    # Arguments without a parameter are validated all the same.
    for name in sorted((fragment.parameters | source.arguments.keys()) - {"as_of", *context.model.fixed}):
        if call is None:
            message = f"{fragment.name} needs ${name}, but the field has no arguments"
            raise LookupError(message)
        argument = source.arguments.get(name, Argument(name))
        if isinstance(argument, Staged):
            written[name] = compilation.staged(scope, call, name, argument)
        else:
            written[name] = compilation.parameter(call, name, given(argument))
    return written


def _size(arguments: Arguments, _bound: Bound) -> int:
    return list_size(arguments.get("first"))
