"""Connections: pages of rows, filtered and sorted in the database, with only the selected parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graphql import FieldNode, GraphQLField, GraphQLInputObjectType, GraphQLObjectType, get_named_type

from graph_api.compiler import shapes
from graph_api.compiler.calls import Arguments, Bound, Call
from graph_api.compiler.gate import rows
from graph_api.compiler.objects import embedded, entered, entry
from graph_api.compiler.operation import Compilation, Selected
from graph_api.compiler.pages import order_mark
from graph_api.compiler.scope import Columns, Order, Scope, Use
from graph_api.compiler.sources import Between, Predicate, Relation, Staged, Value
from graph_api.compiler.values import value_of


def connection(
    compilation: Compilation,
    source: Relation,
    selected: Selected,
    call: Call,
    use: Use,
    scope: Scope,
    columns: Columns,
) -> shapes.Shape:
    """A page of rows, their number and the page info, as far as they are selected."""
    field = selected.definition
    type_ = get_named_type(field.type)
    assert isinstance(type_, GraphQLObjectType)
    arguments = call.arguments(compilation.variables)
    item = get_named_type(type_.fields["nodes"].type)
    inside = entered(compilation, item, scope) if isinstance(item, GraphQLObjectType) else scope
    variants = compilation.model.variants(item)
    # Rows passed in by a stage are already filtered.
    handed_in = {name: staged for name, staged in source.arguments.items() if isinstance(staged, Staged)}
    paged = next((name for name, staged in handed_in.items() if staged.paged), None)
    predicates = [] if handed_in else _predicates(compilation, field, call, arguments, inside, variants)
    order, mark = _order(compilation, source, call, arguments, use, inside, variants)
    call.order, call.terms = mark, len(order)
    groups = compilation.groups(type_, selected.nodes)
    row, entries, info = Columns(), [], set[str]()
    for key, group in groups.items():
        name = group[0].name.value
        detail: Any = type_.name
        if name == "totalCount":
            detail = columns.add(
                _count(compilation, source, use, scope, predicates)
                if paged is None
                else _total(compilation, selected, call, use, paged, handed_in[paged])
            )
        elif name == "nodes":
            detail = embedded(compilation, type_.fields["nodes"].type, group, scope, row)
        elif name == "edges":
            detail = _edge(compilation, type_, group, scope, row, mark, len(order))
        elif name == "pageInfo":
            detail = _info(compilation, group)
            info |= {asked for _, asked in detail}
        elif name != "__typename":
            message = f"{type_.name}.{name}: a connection has no such field"
            raise LookupError(message)
        entries.append((key, name, detail))
    items = beyond = None
    if row.expressions or any(name in {"nodes", "edges", "pageInfo"} for _, name, _ in entries):
        ahead = "hasPreviousPage" if arguments.get("last") is not None else "hasNextPage"
        page = _page(compilation, call, arguments, order, predicates, use, extra=ahead in info)
        items = columns.add(f"COLLECT {{ {page} RETURN {_with_key(row, order)} }}")
    behind = "hasNextPage" if arguments.get("last") is not None else "hasPreviousPage"
    edge = "before" if arguments.get("last") is not None else "after"
    if behind in info and arguments.get(edge) is not None:
        passed = f"NOT {_beyond(compilation, call, edge, order)}"
        beyond = columns.add(f"EXISTS {{ {rows(use, [*predicates, passed])} RETURN {use.carried} }}")
    return shapes.Connection(call.number, mark, len(order), items, beyond, tuple(entries), item.name)


def _count(compilation: Compilation, source: Relation, use: Use, scope: Scope, predicates: list[str]) -> str:
    """The number of rows: those of the fragment that is cheaper to count, if there is one and no filter is given."""
    if source.total is not None and not predicates:
        fragment = compilation.model.fragment(source.total)
        bound = {name: scope.variables[name] for name in fragment.given}
        use = compilation.names.use(fragment, bound, {"as_of": scope.as_of})
    return f"COUNT {{ {rows(use, predicates)} RETURN {use.carried} }}"


def _total(compilation: Compilation, selected: Selected, call: Call, use: Use, name: str, source: Staged) -> str:
    """How many rows there are of which a stage hands in a page."""
    parameter = compilation.total(call, name, source, compilation.model.variants(*selected.types))
    if source.key is None:
        return parameter
    assert source.key.of is not None
    return f"coalesce({parameter}[{use.columns[source.key.of]}.{source.key.key}], 0)"


def _edge(
    compilation: Compilation,
    type_: GraphQLObjectType,
    nodes: list[FieldNode],
    scope: Scope,
    row: Columns,
    mark: int,
    terms: int,
) -> shapes.Shape:
    """An edge: its node, the properties of the relation, and its cursor."""
    edge = get_named_type(type_.fields["edges"].type)
    assert isinstance(edge, GraphQLObjectType)
    inside = entered(compilation, edge, scope)
    entries = []
    for key, group in compilation.groups(edge, nodes).items():
        name = group[0].name.value
        if name == "cursor":
            entries.append(shapes.Entry(key, shapes.Cursor(mark, terms), nullable=False, name=name))
        elif name == "node" and (edge.name, name) not in compilation.model.sources:
            node = embedded(compilation, edge.fields["node"].type, group, scope, row)
            entries.append(shapes.Entry(key, node, nullable=False, name=f"{edge.name}.node"))
        else:
            entries.append(entry(compilation, edge, key, group, inside, row))
    return shapes.Object(tuple(entries))


def _info(compilation: Compilation, nodes: list[FieldNode]) -> list[tuple[str, str]]:
    """The selected fields of `pageInfo`: response key and name."""
    type_ = compilation.model.object("PageInfo")
    return [(key, group[0].name.value) for key, group in compilation.groups(type_, nodes).items()]


def _page(
    compilation: Compilation,
    call: Call,
    arguments: Arguments,
    order: Order,
    predicates: list[str],
    use: Use,
    *,
    extra: bool,
) -> str:
    """The clauses that find the rows of a page; with `extra` one more row, which shows whether there are more."""
    within = [
        _beyond(compilation, call, name, order) for name in ("after", "before") if arguments.get(name) is not None
    ]
    backwards = arguments.get("last") is not None
    terms = ordered([(term, descending is not backwards) for term, descending in order])
    limit = compilation.parameter(call, "limit", _page_limit(call.number, 1 if extra else 0))
    return f"{rows(use, [*predicates, *within])} WITH {use.carried} ORDER BY {terms} LIMIT {limit}"


def _beyond(compilation: Compilation, call: Call, edge: str, order: Order) -> str:
    """The predicate that a row lies after the cursor, or before it."""
    predicate = ""
    for index, (term, descending) in reversed(list(enumerate(order))):
        name = compilation.parameter(call, f"{edge}_{index}", _key_value(call.number, edge, index))
        sign = "<" if descending is (edge == "after") else ">"
        predicate = f"({term} {sign} {name}" + (f" OR ({term} = {name} AND {predicate})" if predicate else "") + ")"
    return predicate


def _order(
    compilation: Compilation,
    source: Relation,
    call: Call,
    arguments: Arguments,
    use: Use,
    scope: Scope,
    variants: tuple[str, ...],
) -> tuple[Order, int]:
    """The sort order of the rows, and the mark that its cursors carry."""
    chosen = arguments.get("orderBy")
    if chosen is None:
        return use.order(), order_mark(use.fragment.name)
    key, descending = source.orders[chosen["field"]], chosen["direction"] == "DESC"
    if isinstance(key, Value):
        staged = {name: compilation.staged(scope, call, name, wanted, variants) for name, wanted in key.staged.items()}
        term = value_of(compilation, compilation.model.fragment(key.fragment), scope, staged)
    else:
        assert key.of is not None
        term = f"{scope.variables[key.of]}.{key.key}"
    mark = order_mark(f"{use.fragment.name} {chosen['field']} {chosen['direction']}")
    return [(term, descending), *use.order()], mark


def _predicates(
    compilation: Compilation,
    field: GraphQLField,
    call: Call,
    arguments: Arguments,
    scope: Scope,
    variants: tuple[str, ...],
) -> list[str]:
    """The predicates of the given fields of `filter`."""
    given = arguments.get("filter")
    if not given:
        return []
    type_ = get_named_type(field.args["filter"].type)
    assert isinstance(type_, GraphQLInputObjectType)
    return [
        predicate
        for name, value in given.items()
        if value is not None
        for predicate in _predicate(compilation, type_.name, name, value, call, scope, variants)
    ]


def _predicate(
    compilation: Compilation, type_name: str, name: str, value: Any, call: Call, scope: Scope, variants: tuple[str, ...]
) -> list[str]:
    """The predicates of one field of a filter."""
    source = compilation.model.filters[type_name, name]
    fragment = compilation.model.fragment(source.fragment)
    if isinstance(source, Predicate):
        if source.staged is not None:
            parameter = compilation.staged(scope, call, f"filter_{name}", source.staged, variants)
        else:
            parameter = compilation.parameter(call, f"filter_{name}", _filter_value(name, source.convert))
        return [value_of(compilation, fragment, scope, {"value": parameter})]
    bounds = [(bound, sign) for bound, sign in (("min", ">="), ("max", "<=")) if value.get(bound) is not None]
    assert isinstance(source, Between)
    return [
        f"{value_of(compilation, fragment, scope)} {sign} "
        + compilation.parameter(call, f"filter_{name}_{bound}", _filter_bound(name, bound))
        for bound, sign in bounds
    ]


def ordered(order: Order) -> str:
    """The terms of an ORDER BY."""
    return ", ".join(f"{term} DESC" if descending else term for term, descending in order)


def _with_key(row: Columns, order: Order) -> str:
    return "[" + ", ".join([*row.expressions, *(term for term, _ in order)]) + "]"


def _page_limit(number: int, extra: int) -> Callable[[Arguments, Bound], int]:
    return lambda _, bound: bound.pages[number].size + extra


def _key_value(number: int, edge: str, index: int) -> Callable[[Arguments, Bound], Any]:
    def value(_: Arguments, bound: Bound) -> Any:
        key = getattr(bound.pages[number], edge)
        return key[index]

    return value


def _filter_value(name: str, convert: Callable[[Any], Any]) -> Callable[[Arguments, Bound], Any]:
    return lambda arguments, _: convert(arguments["filter"][name])


def _filter_bound(name: str, bound: str) -> Callable[[Arguments, Bound], Any]:
    return lambda arguments, _: arguments["filter"][name][bound]
