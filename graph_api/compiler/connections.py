"""Connections: pages of rows, filtered and sorted in the database, with only the selected parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from graphql import (
    FieldNode,
    GraphQLInputObjectType,
    GraphQLNamedType,
    GraphQLObjectType,
    get_named_type,
    is_non_null_type,
)

from graph_api.compiler import shapes
from graph_api.compiler.calls import Arguments, Bound, Call
from graph_api.compiler.model import Model
from graph_api.compiler.objects import Context, Selected, embedded, entered, entry
from graph_api.compiler.operation import Compilation
from graph_api.compiler.pages import order_mark
from graph_api.compiler.scope import Columns, SortOrder, SortTerm, Use
from graph_api.compiler.sources import Between, Predicate, Property, Relation, Staged, Value
from graph_api.compiler.values import expression, plain, value_of


@dataclass(frozen=True)
class Related:
    """A relation as a field selects it: its declaration, the field, its call if it has arguments, and the fragment.

    `grouped` is the name of the fragment whose rows this one is given in groups, already filtered, if it is.
    """

    source: Relation
    selected: Selected
    call: Call | None
    use: Use
    grouped: str = ""

    @property
    def number(self) -> int | None:
        """The number of the call, if there is one."""
        return None if self.call is None else self.call.number

    @property
    def list_name(self) -> str:
        """What cursors know the list by."""
        return self.grouped or self.use.fragment.name

    @cached_property
    def handed_in(self) -> dict[str, Staged]:
        """The arguments of the fragment that come from stages. Rows that a stage hands in are already filtered."""
        return {name: staged for name, staged in self.source.arguments.items() if isinstance(staged, Staged)}


def connection(related: Related, context: Context) -> shapes.Connection:
    """A page of rows, their number and the page info, as far as they are selected."""
    type_ = get_named_type(related.selected.field.type)
    assert isinstance(type_, GraphQLObjectType)
    item = get_named_type(type_.fields["nodes"].type)
    listing = _listing(related, context, item)
    row, entries, info = context.into(Columns()), [], set[str]()
    for key, group in context.compilation.groups(type_, related.selected.nodes).items():
        name = group[0].name.value
        detail: Any = type_.name
        if name == "totalCount":
            detail = context.columns.add(_count(related, context, listing.predicates))
        elif name == "nodes":
            detail = embedded(row, type_.fields["nodes"].type, group)
        elif name == "edges":
            detail = _edge(row, type_, group, listing)
        elif name == "pageInfo":
            detail = _info(context.compilation, group)
            info |= {asked for _, asked in detail}
        elif name != "__typename":
            message = f"{type_.name}.{name}: a connection has no such field"
            raise LookupError(message)
        entries.append((key, name, detail))
    items = beyond = None
    if row.columns.expressions or any(name in {"nodes", "edges", "pageInfo"} for _, name, _ in entries):
        page = listing.page(extra=listing.ahead in info)
        items = context.columns.add(f"COLLECT {{ {page} RETURN {_with_key(row.columns, listing.order)} }}")
    if listing.behind in info and listing.passed is not None:
        beyond = context.columns.add(f"EXISTS {{ {listing.passed} RETURN {related.use.carried} }}")
    return shapes.Connection(
        listing.call.number, listing.mark, len(listing.order), items, beyond, tuple(entries), item.name
    )


@dataclass(frozen=True)
class _Listing:
    """The rows of a connection: which, in which order, and what the arguments say of the page.

    `mark` is the mark that the cursors of this order carry. `computed` are values that the order refers to by these
    names: they are long, and the statement has them once.
    """

    compilation: Compilation
    call: Call
    use: Use
    arguments: Arguments
    predicates: list[str]
    order: SortOrder
    computed: Mapping[str, str]
    mark: int

    @property
    def backwards(self) -> bool:
        """Whether the page is the last of the rows."""
        return self.arguments.get("last") is not None

    @property
    def ahead(self) -> str:
        """The field of `pageInfo` that needs one more row than the page has."""
        return "hasPreviousPage" if self.backwards else "hasNextPage"

    @property
    def behind(self) -> str:
        """The field of `pageInfo` that needs to know whether there are rows beyond the cursor."""
        return "hasNextPage" if self.backwards else "hasPreviousPage"

    def page(self, *, extra: bool) -> str:
        """The clauses that find the rows of a page; with `extra` one more row, which shows whether there are more."""
        given = [edge for edge in ("after", "before") if self.arguments.get(edge) is not None]
        within = [self._beyond(edge) for edge in given]
        terms = ordered([term._replace(descending=term.descending is not self.backwards) for term in self.order])
        limit = self.compilation.parameter(self.call, "limit", _page_limit(self.call.number, 1 if extra else 0))
        return (
            f"{self._rows(within)} WITH {', '.join([self.use.carried, *self.computed])} ORDER BY {terms} LIMIT {limit}"
        )

    @property
    def passed(self) -> str | None:
        """The clauses that find the rows up to the cursor from which the page starts, if there is one."""
        edge = "before" if self.backwards else "after"
        if self.arguments.get(edge) is None:
            return None
        return self._rows([f"NOT {self._beyond(edge)}"])

    def _rows(self, within: list[str]) -> str:
        """The clauses that find the rows for which the predicates on their position hold."""
        if not self.computed:
            return self.use.rows([*self.predicates, *within])
        computed = ", ".join(f"{text} AS {name}" for name, text in self.computed.items())
        position = f" WHERE {' AND '.join(within)}" if within else ""
        return f"{self.use.rows(self.predicates)} WITH {self.use.carried}, {computed}{position}"

    def _beyond(self, edge: str) -> str:
        """The predicate that a row lies after the cursor, or before it."""
        predicate = ""
        for index, term in reversed(list(enumerate(self.order))):
            value = _key_value(self.call.number, edge, index)
            name = self.compilation.parameter(self.call, f"{edge}_{index}", value)
            sign = "<" if term.descending is (edge == "after") else ">"
            further, equal = f"{term.text} {sign} {name}", f"{term.text} = {name}"
            if term.nullable:
                # The term before has made sure that either both are null or neither is.
                further, equal = f"coalesce({further}, false)", f"coalesce({equal}, true)"
            predicate = f"({further}" + (f" OR ({equal} AND {predicate})" if predicate else "") + ")"
        return predicate


def _listing(related: Related, context: Context, item: GraphQLNamedType) -> _Listing:
    """The rows of the relation's connection, filtered and sorted as the arguments say. The call then reads a page."""
    call, model = related.call, context.model
    assert call is not None
    arguments = call.arguments(context.compilation.variables)
    scope = entered(model, item, context.scope) if isinstance(item, GraphQLObjectType) else context.scope
    inside = context.at(replace(scope, variants=model.variants(item)))
    done = related.grouped or related.handed_in
    predicates = [] if done else list(filters(inside, call, arguments))
    order, computed, mark = _order(related, inside, arguments)
    call.order, call.terms = mark, tuple(term.nullable for term in order)
    return _Listing(context.compilation, call, related.use, arguments, predicates, order, computed, mark)


def _count(related: Related, context: Context, predicates: list[str]) -> str:
    """The number of rows: of those of which a stage hands in a page, or of those of the fragment that is cheaper to
    count, if there is one and no filter is given."""
    source, use = related.source, related.use
    paged = next((name for name, staged in related.handed_in.items() if staged.paged), None)
    if paged is not None:
        return _total(related, context, paged)
    if source.total is not None and not predicates:
        fragment, scope = context.model.fragment(source.total), context.scope
        bound = {name: scope.variables[name] for name in fragment.given}
        use = context.compilation.names.use(fragment, bound, {"as_of": scope.as_of})
    return f"COUNT {{ {use.rows(predicates)} RETURN {use.carried} }}"


def _total(related: Related, context: Context, name: str) -> str:
    """The number of rows of which a stage hands in a page by that name."""
    assert related.call is not None
    source, variants = related.handed_in[name], context.model.variants(*related.selected.types)
    parameter = context.compilation.total(related.call, name, source, variants)
    if source.key is None:
        return parameter
    assert source.key.of is not None
    return f"coalesce({parameter}[{related.use.columns[source.key.of]}.{source.key.key}], 0)"


def _edge(context: Context, type_: GraphQLObjectType, nodes: list[FieldNode], listing: _Listing) -> shapes.Shape:
    """An edge: its node, the properties of the relation, and its cursor."""
    edge = get_named_type(type_.fields["edges"].type)
    assert isinstance(edge, GraphQLObjectType)
    inside = context.at(entered(context.model, edge, context.scope))
    entries = []
    for key, group in context.compilation.groups(edge, nodes).items():
        name = group[0].name.value
        if name == "cursor":
            cursor = shapes.Cursor(listing.mark, len(listing.order))
            entries.append(shapes.Entry(key, cursor, nullable=False, name=name))
        elif name == "node" and (edge.name, name) not in context.model.sources:
            node = embedded(context, edge.fields["node"].type, group)
            entries.append(shapes.Entry(key, node, nullable=False, name=f"{edge.name}.node"))
        else:
            entries.append(entry(inside, edge, key, group))
    return shapes.Object(tuple(entries))


def _info(compilation: Compilation, nodes: list[FieldNode]) -> list[tuple[str, str]]:
    """The selected fields of `pageInfo`: response key and name."""
    type_ = compilation.model.object("PageInfo")
    return [(key, group[0].name.value) for key, group in compilation.groups(type_, nodes).items()]


def _order(related: Related, context: Context, arguments: Arguments) -> tuple[SortOrder, Mapping[str, str], int]:
    """The sort order of the rows, the values that it refers to by name, and the mark that its cursors carry."""
    use, chosen = related.use, arguments.get("orderBy")
    if chosen is None:
        return use.order(), {}, order_mark(related.list_name)
    key, descending = related.source.orders[chosen["field"]], chosen["direction"] == "DESC"
    mark = order_mark(f"{related.list_name} {chosen['field']} {chosen['direction']}")
    if any(staged.paged for staged in related.handed_in.values()):
        # A stage hands in the rows sorted, with the sort key of the order.
        return use.order(), {}, mark
    if not isinstance(key, str):
        return [SortTerm(_sort_key(related, context, key), descending), *use.order()], {}, mark
    terms, computed = _by_field(context, _holder(related, context.model, key), key, descending=descending)
    return [*terms, *use.order()], computed, mark


def _holder(related: Related, model: Model, name: str) -> GraphQLObjectType:
    """The type with the field: that of the edges, else that of the items."""
    connection = get_named_type(related.selected.field.type)
    assert isinstance(connection, GraphQLObjectType)
    edge, item = (get_named_type(connection.fields[part].type) for part in ("edges", "nodes"))
    found = edge if edge.name in model.rows and name in edge.fields else item
    assert isinstance(found, GraphQLObjectType)
    return found


def _by_field(
    context: Context, holder: GraphQLObjectType, name: str, *, descending: bool
) -> tuple[SortOrder, Mapping[str, str]]:
    """The terms that sort by a field of the items or edges, and the values that they refer to. Nulls are last, in both
    directions."""
    inside = context.at(entered(context.model, holder, context.scope))
    type_, source = holder.fields[name].type, context.model.source(holder.name, name)
    text, computed = plain(get_named_type(type_), expression(inside, holder, source)), dict[str, str]()
    if not isinstance(source, Property):
        context.compilation.names.count += 1
        named = f"sort_{context.compilation.names.count}"
        text, computed = named, {named: text}
    if is_non_null_type(type_):
        return [SortTerm(text, descending)], computed
    return [SortTerm(f"({text} IS NULL)", descending=False), SortTerm(text, descending, nullable=True)], computed


def _sort_key(related: Related, context: Context, key: Property | Value) -> str:
    """The expression of a sort key that is declared for the list alone."""
    if isinstance(key, Property):
        # It names its variable: the items may be of an interface, which has no row of its own.
        assert key.of is not None
        return f"{context.scope.variables[key.of]}.{key.key}"
    assert related.call is not None
    staged = {
        name: context.compilation.staged(context.scope, related.call, name, wanted)
        for name, wanted in key.staged.items()
    }
    return value_of(context, context.model.fragment(key.fragment), staged)


def filters(context: Context, call: Call, arguments: Arguments) -> Iterator[str]:
    """The predicates of the given fields of `filter`."""
    given = arguments.get("filter")
    if not given:
        return
    type_ = get_named_type(call.definition.args["filter"].type)
    assert isinstance(type_, GraphQLInputObjectType)
    for name, value in given.items():
        if value is None:
            continue
        source = context.model.filters[type_.name, name]
        if isinstance(source, Predicate):
            yield _predicate(source, context, call, name)
        else:
            yield from _bounds(source, context, call, name, value)


def _predicate(source: Predicate, context: Context, call: Call, name: str) -> str:
    """The predicate of a field of a filter."""
    if source.staged is not None:
        parameter = context.compilation.staged(context.scope, call, f"filter_{name}", source.staged)
    else:
        parameter = context.compilation.parameter(call, f"filter_{name}", _filter_value(name, source.convert))
    return value_of(context, context.model.fragment(source.fragment), {"value": parameter})


def _bounds(source: Between, context: Context, call: Call, name: str, value: Arguments) -> Iterator[str]:
    """The predicates of a field of a filter with a range."""
    for bound, sign in (("min", ">="), ("max", "<=")):
        if value.get(bound) is not None:
            found = value_of(context, context.model.fragment(source.fragment))
            limit = context.compilation.parameter(call, f"filter_{name}_{bound}", _filter_bound(name, bound))
            yield f"{found} {sign} {limit}"


def ordered(order: SortOrder) -> str:
    """The terms of an ORDER BY."""
    return ", ".join(f"{term.text} DESC" if term.descending else term.text for term in order)


def _with_key(row: Columns, order: SortOrder) -> str:
    return "[" + ", ".join([*row.expressions, *(term.text for term in order)]) + "]"


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
