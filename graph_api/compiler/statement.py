"""From an operation to one Cypher statement and the shape of its answer. Pure: no database, no values, no clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    OperationDefinitionNode,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    print_ast,
)
from graphql.execution.values import VariableValues

from graph_api.catalogue import Fragment
from graph_api.compiler import shapes
from graph_api.compiler.calls import Arguments, Bound, Call, Parameter
from graph_api.compiler.ids import decode_id, encode_id
from graph_api.compiler.model import Model, is_connection
from graph_api.compiler.pages import MAX_SIZE, order_mark
from graph_api.compiler.scope import Columns, Names, Scope, Use
from graph_api.compiler.selection import Groups, beneath, collect
from graph_api.compiler.sources import (
    Argument,
    Between,
    Choice,
    Column,
    Computed,
    Constant,
    Identity,
    Predicate,
    Property,
    Refetch,
    Relation,
    Same,
    Value,
)
from graph_api.errors import ClientError, ErrorCode

Order = list[tuple[str, bool]]


@dataclass(frozen=True)
class Statement:
    """A compiled operation: the Cypher text, the calls that fill its parameters, and the shape of its one row.

    The text is empty where nothing is asked of the database. What is asked of the schema itself is left out.
    """

    text: str
    calls: tuple[Call, ...]
    shape: shapes.Object
    introspects: bool

    def bind(self, variables: VariableValues, bound: Bound) -> Bound:
        """Work out the parameters for one request into `bound`."""
        for call in self.calls:
            call.bind(variables, bound)
        return bound


def compile_operation(
    model: Model,
    operation: OperationDefinitionNode,
    fragments: Mapping[str, FragmentDefinitionNode],
    variables: VariableValues,
) -> Statement:
    """The statement of a query operation.

    Of the variables only what changes the statement's form is looked at: conditions of directives, which filters, order
    and paging arguments are given, and the types of ids. A statement serves every request that agrees in those.
    """
    root = model.schema.query_type
    assert root is not None
    compiler = _Compiler(model, fragments, variables)
    columns = Columns()
    groups = collect(model.schema, fragments, variables.coerced, root, [operation.selection_set])
    asked = {key: nodes for key, nodes in groups.items() if nodes[0].name.value not in {"__schema", "__type"}}
    shape = compiler.object(root, asked, Scope({}, ""), columns)
    listed = ",\n  ".join(columns.expressions)
    text = f"RETURN [\n  {listed}\n] AS answer" if listed else ""
    return Statement(text, tuple(compiler.calls.values()), shape, introspects=len(asked) < len(groups))


class _Compiler:
    """The state of one compilation: the numbering of names and calls."""

    def __init__(
        self, model: Model, fragments: Mapping[str, FragmentDefinitionNode], variables: VariableValues
    ) -> None:
        self.model = model
        self.fragments = fragments
        self.variables = variables
        self.names = Names()
        self.calls: dict[tuple[int, str], Call] = {}
        self.days: dict[str, str] = {}

    # -- objects ---------------------------------------------------------------------------------------------------

    def object(self, type_: GraphQLObjectType, groups: Groups, scope: Scope, columns: Columns) -> shapes.Object:
        """An object whose fields read their columns from the row at hand."""
        return shapes.Object(tuple(self.entry(type_, key, nodes, scope, columns) for key, nodes in groups.items()))

    def entry(
        self, type_: GraphQLObjectType, key: str, nodes: list[FieldNode], scope: Scope, columns: Columns
    ) -> shapes.Entry:
        """One field of an object."""
        name = nodes[0].name.value
        if name == "__typename":
            return shapes.Entry(key, shapes.Fixed(type_.name), nullable=False, name=name)
        field = type_.fields[name]
        shape, call = self.field(type_, field, nodes, scope, columns)
        nullable = not isinstance(field.type, GraphQLNonNull)
        return shapes.Entry(key, shape, nullable, f"{type_.name}.{name}", call)

    def field(  # noqa: PLR0911 - one way out for each kind of source
        self, type_: GraphQLObjectType, field: GraphQLField, nodes: list[FieldNode], scope: Scope, columns: Columns
    ) -> tuple[shapes.Shape, int | None]:
        """The shape of a field, and the number of its call if it has one."""
        source = self.model.source(type_.name, nodes[0].name.value)
        match source:
            case Relation():
                return self.relation(source, field, nodes, scope, columns)
            case Refetch():
                return self.refetch(source, field, nodes, columns)
            case Same():
                return self.embedded(field.type, nodes, scope.renamed(source.given), columns), None
            case Constant():
                return shapes.Fixed(self.model.rows[type_.name].constants[source.name]), None
            case Identity():
                local = source.local or Property("id")
                column = columns.add(self.expression(type_, local, scope))
                return shapes.Leaf(column, partial(encode_id, type_.name)), None
            case Computed():
                inputs = {
                    name: columns.add(self.expression(type_, inner, scope)) for name, inner in source.inputs.items()
                }
                return shapes.Worked(inputs, source.function), None
            case _:
                return self.leaf(field.type, self.expression(type_, source, scope), columns), None

    def leaf(self, type_: GraphQLOutputType, expression: str, columns: Columns) -> shapes.Shape:
        """A scalar or enum, or a list of them."""
        named, nullable = get_named_type(type_), get_nullable_type(type_)
        assert is_leaf_type(named)
        convert = _conversion(named.name, named if isinstance(named, GraphQLEnumType) else None)
        if isinstance(nullable, GraphQLList):
            written = f"[item IN {expression} | toString(item)]" if named.name == "Date" else expression
            return shapes.LeafList(columns.add(written), not isinstance(nullable.of_type, GraphQLNonNull), convert)
        return shapes.Leaf(columns.add(f"toString({expression})" if named.name == "Date" else expression), convert)

    def embedded(
        self, type_: GraphQLOutputType, nodes: list[FieldNode], scope: Scope, columns: Columns
    ) -> shapes.Shape:
        """An object that the row at hand stands for."""
        named = get_named_type(type_)
        objects = self.model.objects(named)
        if objects == [named]:
            return self.object(objects[0], self.groups(objects[0], nodes), self.entered(objects[0], scope), columns)
        main = self.model.rows[named.name].main
        return self.one_of(objects, nodes, scope, scope.variables[main], columns)

    def one_of(
        self, objects: list[GraphQLObjectType], nodes: list[FieldNode], scope: Scope, variable: str, columns: Columns
    ) -> shapes.Shape:
        """An object whose type is known only by the labels of its node: a column with a case for each different row."""
        start, furthest = self.names.count, self.names.count
        rows: dict[str, list[str]] = {}
        types: dict[str, shapes.Shape] = {}
        for object_ in objects:
            row = self.model.rows[object_.name]
            if row.label is None:
                continue
            # The cases exclude each other, so that they may use the same names, and equal cases be written once.
            self.names.count = start
            inner = Columns(["$type"])
            entered = self.entered(object_, scope.also(_known(scope, variable), [row.main]))
            types[object_.name] = self.object(object_, self.groups(object_, nodes), entered, inner)
            rows.setdefault(inner.listed(), []).append(object_.name)
            furthest = max(furthest, self.names.count)
        self.names.count = furthest
        cases = " ".join(self.case(variable, names, listed) for listed, names in rows.items())
        return shapes.Nested(columns.add(f"CASE {cases} END"), shapes.OneOf(types))

    def case(self, variable: str, names: list[str], listed: str) -> str:
        """The case of the types that share a row."""
        labels = {name: f"{variable}:{self.model.rows[name].label}" for name in names}
        if len(names) == 1:
            return f"WHEN {labels[names[0]]} THEN {listed.replace('$type', _quoted(names[0]), 1)}"
        which = " ".join(f"WHEN {test} THEN {_quoted(name)}" for name, test in labels.items())
        listed = listed.replace("$type", f"CASE {which} END", 1)
        return f"WHEN {' OR '.join(labels.values())} THEN {listed}"

    def groups(self, type_: GraphQLObjectType, nodes: list[FieldNode]) -> Groups:
        """What is selected of an object of the type below a field."""
        return collect(self.model.schema, self.fragments, self.variables.coerced, type_, beneath(nodes))

    def entered(self, type_: GraphQLObjectType, scope: Scope) -> Scope:
        """The scope inside an object of the type: its main variable goes by its interfaces' names too."""
        row = self.model.rows.get(type_.name)
        if row is None:
            return scope
        for name in (row.main, *row.needs):
            if name not in scope.variables:
                message = f"{type_.name} needs {name}, but the row has only {', '.join(scope.variables)}"
                raise LookupError(message)
        return scope.also(row.main, self.model.mains(type_))

    # -- values ----------------------------------------------------------------------------------------------------

    def expression(self, type_: GraphQLObjectType, source: Any, scope: Scope) -> str:
        """The Cypher of a value of the row."""
        match source:
            case Property():
                owner = source.of or self.model.rows[type_.name].main
                return f"{scope.variables[owner]}.{source.key}"
            case Column():
                return scope.variables[source.name]
            case Value():
                return self.value(self.model.fragment(source.fragment), scope.renamed(source.given))
            case Choice():
                return self.choice(type_, source, scope)
        message = f"{type_.name}: {source!r} is no value"
        raise LookupError(message)

    def value(self, fragment: Fragment, scope: Scope, parameters: Mapping[str, str] | None = None) -> str:
        """A value fragment over the variables of the scope."""
        given = {name: scope.variables[name] for name in fragment.given}
        return self.names.use(fragment, given, {"as_of": scope.as_of, **(parameters or {})}).value()

    def choice(self, type_: GraphQLObjectType, source: Choice, scope: Scope) -> str:
        """The value of one of a folder's fragments, as the row says."""
        if source.as_of is not None:
            day = self.expression(type_, source.as_of, scope)
            scope = Scope(scope.variables, f"coalesce({day}, {scope.as_of})")
        which = self.expression(type_, source.by, scope)
        cases = " ".join(
            f"WHEN {_quoted(fragment.name.partition('.')[2])} THEN {self.value(fragment, scope)}"
            for fragment in self.model.catalogue.folder(source.folder)
            if fragment.mode == "value"
        )
        return f"CASE {which} {cases} END"

    # -- relations -------------------------------------------------------------------------------------------------

    def relation(
        self, source: Relation, field: GraphQLField, nodes: list[FieldNode], scope: Scope, columns: Columns
    ) -> tuple[shapes.Shape, int | None]:
        """Rows of a fragment as a connection, a list or one object."""
        fragment = self.model.fragment(source.fragment)
        call = self.call(fragment.name, field, nodes[0]) if field.args else None
        if not scope.as_of:
            assert call is not None
            scope = Scope(scope.variables, self.day(call))
        given = {name: scope.renamed(source.given).variables[name] for name in fragment.given}
        use = self.names.use(fragment, given, self.parameters(source, fragment, call, scope))
        inner = self.within(scope, use, field)
        if is_connection(field):
            assert call is not None
            return self.connection(source, field, nodes, call, use, inner, columns), call.number
        nullable = get_nullable_type(field.type)
        if isinstance(nullable, GraphQLList):
            return self.listed(nullable, field, nodes, call, use, inner, columns), call.number if call else None
        row = Columns()
        item = self.embedded(field.type, nodes, inner, row)
        order = f" WITH {use.carried} ORDER BY {_ordered(use.order())} LIMIT 1" if fragment.order else ""
        column = columns.add(f"head(COLLECT {{ {use.head([])}{order} RETURN {row.listed()} }})")
        return shapes.Nested(column, item), call.number if call else None

    def within(self, scope: Scope, use: Use, field: GraphQLField) -> Scope:
        """The scope of the rows of a fragment. Its first column is what the field is about, whatever its name there."""
        inner = Scope({**scope.variables, **use.columns}, scope.as_of)
        named = get_named_type(field.type)
        if is_connection(field):
            assert isinstance(named, GraphQLObjectType)
            named = get_named_type(named.fields["nodes"].type)
        columns = [column.name for column in use.fragment.columns]
        main = self.model.rows[named.name].main
        return inner if main in columns else inner.also(columns[0], [main])

    def listed(  # noqa: PLR0913 - the parts of a relation in use
        self,
        type_: GraphQLList[Any],
        field: GraphQLField,
        nodes: list[FieldNode],
        call: Call | None,
        use: Use,
        scope: Scope,
        columns: Columns,
    ) -> shapes.Shape:
        """A list: all rows, or as many as `first` says."""
        limit = ""
        if call is not None and "first" in field.args:
            limit = f" LIMIT {self.parameter(call, 'first', _first, instead=0)}"
        row = Columns()
        if is_leaf_type(get_named_type(type_)):
            message = f"{use.fragment.name} gives rows, but {type_} is a list of leaves"
            raise LookupError(message)
        item = self.embedded(type_.of_type, nodes, scope, row)
        ordered = f" WITH {use.carried} ORDER BY {_ordered(use.order())}{limit}"
        column = columns.add(f"COLLECT {{ {use.head([])}{ordered} RETURN {row.listed()} }}")
        return shapes.Items(column, item, not isinstance(type_.of_type, GraphQLNonNull))

    def connection(  # noqa: PLR0913 - the parts of a relation in use
        self,
        source: Relation,
        field: GraphQLField,
        nodes: list[FieldNode],
        call: Call,
        use: Use,
        scope: Scope,
        columns: Columns,
    ) -> shapes.Shape:
        """A page of rows, their number, and where the page stands among them: only what is selected."""
        type_ = get_named_type(field.type)
        assert isinstance(type_, GraphQLObjectType)
        arguments = call.arguments(self.variables)
        predicates = self.predicates(field, call, arguments, scope)
        order, mark = self.order(source, arguments, use, scope)
        call.order, call.terms = mark, len(order)
        groups = self.groups(type_, nodes)
        row, entries, info = Columns(), [], set[str]()
        for key, group in groups.items():
            name = group[0].name.value
            detail: Any = type_.name
            if name == "totalCount":
                detail = columns.add(f"COUNT {{ {use.head(predicates)} RETURN {use.carried} }}")
            elif name == "nodes":
                detail = self.embedded(type_.fields["nodes"].type, group, scope, row)
            elif name == "edges":
                detail = self.edge(type_, group, scope, row, mark, len(order))
            elif name == "pageInfo":
                detail = self.info(group)
                info |= {asked for _, asked in detail}
            elif name != "__typename":
                message = f"{type_.name}.{name}: a connection has no such field"
                raise LookupError(message)
            entries.append((key, name, detail))
        items = beyond = None
        if row.expressions or any(name in {"nodes", "edges", "pageInfo"} for _, name, _ in entries):
            page = self.page(call, arguments, order, predicates, use)
            items = columns.add(f"COLLECT {{ {page} RETURN {_with_key(row, order)} }}")
        behind = "hasNextPage" if arguments.get("last") is not None else "hasPreviousPage"
        edge = "before" if arguments.get("last") is not None else "after"
        if behind in info and arguments.get(edge) is not None:
            passed = f"NOT {self.beyond(call, edge, order)}"
            beyond = columns.add(f"EXISTS {{ {use.head([*predicates, passed])} RETURN {use.carried} }}")
        return shapes.Connection(call.number, mark, len(order), items, beyond, tuple(entries))

    def edge(  # noqa: PLR0913 - the parts of a connection
        self, type_: GraphQLObjectType, nodes: list[FieldNode], scope: Scope, row: Columns, mark: str, terms: int
    ) -> shapes.Shape:
        """An edge: its node, what is said of the relation, and its cursor."""
        edge = get_named_type(type_.fields["edges"].type)
        assert isinstance(edge, GraphQLObjectType)
        entered = self.entered(edge, scope)
        entries = []
        for key, group in self.groups(edge, nodes).items():
            name = group[0].name.value
            if name == "cursor":
                entries.append(shapes.Entry(key, shapes.Cursor(mark, terms), nullable=False, name=name))
            elif name == "node" and (edge.name, name) not in self.model.sources:
                node = self.embedded(edge.fields["node"].type, group, scope, row)
                entries.append(shapes.Entry(key, node, nullable=False, name=f"{edge.name}.node"))
            else:
                entries.append(self.entry(edge, key, group, entered, row))
        return shapes.Object(tuple(entries))

    def info(self, nodes: list[FieldNode]) -> list[tuple[str, str]]:
        """The fields selected of `pageInfo`: response key and name."""
        type_ = self.model.object("PageInfo")
        return [(key, group[0].name.value) for key, group in self.groups(type_, nodes).items()]

    def page(self, call: Call, arguments: Arguments, order: Order, predicates: list[str], use: Use) -> str:
        """The clauses that find the rows of a page, and one more."""
        within = [self.beyond(call, name, order) for name in ("after", "before") if arguments.get(name) is not None]
        backwards = arguments.get("last") is not None
        ordered = _ordered([(term, descending is not backwards) for term, descending in order])
        limit = self.parameter(call, "limit", _page_limit(call.number), instead=0)
        return f"{use.head([*predicates, *within])} WITH {use.carried} ORDER BY {ordered} LIMIT {limit}"

    def beyond(self, call: Call, edge: str, order: Order) -> str:
        """The predicate that a row lies beyond the cursor: after it, or before it."""
        predicate = ""
        for index, (term, descending) in reversed(list(enumerate(order))):
            name = self.parameter(call, f"{edge}_{index}", _key_value(call.number, edge, index))
            sign = "<" if descending is (edge == "after") else ">"
            predicate = f"({term} {sign} {name}" + (f" OR ({term} = {name} AND {predicate})" if predicate else "") + ")"
        return predicate

    def order(self, source: Relation, arguments: Arguments, use: Use, scope: Scope) -> tuple[Order, str]:
        """The order of the rows, and the mark that its cursors carry."""
        chosen = arguments.get("orderBy")
        if chosen is None:
            return use.order(), order_mark(use.fragment.name)
        key, descending = source.orders[chosen["field"]], chosen["direction"] == "DESC"
        if isinstance(key, Value):
            term = self.value(self.model.fragment(key.fragment), scope)
        else:
            assert key.of is not None
            term = f"{scope.variables[key.of]}.{key.key}"
        mark = order_mark(f"{use.fragment.name} {chosen['field']} {chosen['direction']}")
        return [(term, descending), *use.order()], mark

    def predicates(self, field: GraphQLField, call: Call, arguments: Arguments, scope: Scope) -> list[str]:
        """What the given fields of `filter` ask of a row."""
        given = arguments.get("filter")
        if not given:
            return []
        type_ = get_named_type(field.args["filter"].type)
        assert isinstance(type_, GraphQLInputObjectType)
        return [
            predicate
            for name, value in given.items()
            if value is not None
            for predicate in self.predicate(type_.name, name, value, call, scope)
        ]

    def predicate(self, type_name: str, name: str, value: Any, call: Call, scope: Scope) -> list[str]:
        """The predicates of one field of a filter."""
        source = self.model.filters[type_name, name]
        fragment = self.model.fragment(source.fragment)
        if isinstance(source, Predicate):
            parameter = self.parameter(call, f"filter_{name}", _filter_value(name, source.convert))
            return [self.value(fragment, scope, {"value": parameter})]
        bounds = [(bound, sign) for bound, sign in (("min", ">="), ("max", "<=")) if value.get(bound) is not None]
        assert isinstance(source, Between)
        return [
            f"{self.value(fragment, scope)} {sign} "
            + self.parameter(call, f"filter_{name}_{bound}", _filter_bound(name, bound))
            for bound, sign in bounds
        ]

    # -- refetching ------------------------------------------------------------------------------------------------

    def refetch(
        self, source: Refetch, field: GraphQLField, nodes: list[FieldNode], columns: Columns
    ) -> tuple[shapes.Shape, int]:
        """What global ids name: a column a type, so that each type is found by its own index."""
        call = self.call("nodes", field, nodes[0])
        scope = Scope({}, self.day(call))
        many = isinstance(get_nullable_type(field.type), GraphQLList)
        call.check = _ids(source.argument, self.model.refetchable)
        asked = call.check(call.arguments(self.variables))
        names = sorted({found.type for found in asked if found is not None and not isinstance(found, ClientError)})
        found: dict[str, int] = {}
        types: dict[str, shapes.Shape] = {}
        for name in names:
            found[name], types[name] = self.refetched(name, call, nodes, scope, columns)
        return shapes.Refetched(call.number, found, types, many), call.number

    def refetched(
        self, name: str, call: Call, nodes: list[FieldNode], scope: Scope, columns: Columns
    ) -> tuple[int, shapes.Shape]:
        """The column with the things of one type, each row beginning with its id."""
        row, type_ = self.model.rows[name], self.model.object(name)
        assert row.refetch is not None
        ids = self.parameter(call, f"{name.lower()}_ids", _local_ids(call.number, name), instead=[])
        self.names.count += 1
        wanted = f"id_{self.names.count}"
        use = self.names.use(self.model.fragment(row.refetch), {}, {"as_of": scope.as_of, "id": wanted})
        inner = Scope(use.columns, scope.as_of)
        if row.main not in inner.variables:
            inner = inner.also(use.fragment.columns[0].name, [row.main])
        tests = [f"{inner.variables[row.main]}:{row.of}"] if row.of else []
        if row.exists:
            tests.append(self.value(self.model.fragment(row.exists), self.entered(type_, inner)))
        gathered = Columns()
        shape = self.object(type_, self.groups(type_, nodes), self.entered(type_, inner), gathered)
        # In a subquery of its own the fragment may use WITH and still not lose sight of the id.
        found = f"head(COLLECT {{ {use.head(tests)} RETURN {gathered.listed()} }})"
        text = f"COLLECT {{ UNWIND {ids} AS {wanted} RETURN [{wanted}, {found}] }}"
        return columns.add(text), shape

    # -- calls and parameters --------------------------------------------------------------------------------------

    def call(self, purpose: str, field: GraphQLField, node: FieldNode) -> Call:
        """The call of a field at a place of the operation; one for all types of an interface that share a fragment."""
        return self.calls.setdefault((id(node), purpose), Call(len(self.calls) + 1, field, node))

    def parameter(self, call: Call, name: str, value: Callable[[Arguments, Bound], Any], *, instead: Any = None) -> str:
        """The parameter of the call, as it stands in the statement."""
        full = f"{name}_{call.number}"
        if all(parameter.name != full for parameter in call.parameters):
            call.parameters.append(Parameter(full, value, instead))
        return f"${full}"

    def parameters(self, source: Relation, fragment: Fragment, call: Call | None, scope: Scope) -> Mapping[str, str]:
        """What stands in the statement for each of the fragment's parameters."""
        written = {"as_of": scope.as_of}
        for name in sorted(fragment.parameters - {"as_of"}):
            if call is None:
                message = f"{fragment.name} needs ${name}, but the field has no arguments"
                raise LookupError(message)
            argument = source.arguments.get(name, Argument(name))
            written[name] = self.parameter(call, name, _argument_value(argument))
        return written

    def day(self, call: Call) -> str:
        """The parameter of the day that a root field asks about; fields that ask alike share one."""
        given = next((print_ast(a.value) for a in call.node.arguments or () if a.name.value == "asOf"), "")
        if given not in self.days:
            name = "as_of" if not self.days else f"as_of_{len(self.days) + 1}"
            call.parameters.append(Parameter(name, _day, shared=True))
            self.days[given] = f"${name}"
        return self.days[given]


def _known(scope: Scope, variable: str) -> str:
    return next(name for name, known in scope.variables.items() if known == variable)


def _quoted(name: str) -> str:
    """A name of the schema or of a file as a Cypher string: it has only letters, digits and underscores."""
    return f"'{name}'"


def _ordered(order: Order) -> str:
    return ", ".join(f"{term} DESC" if descending else term for term, descending in order)


def _with_key(row: Columns, order: Order) -> str:
    return "[" + ", ".join([*row.expressions, *(term for term, _ in order)]) + "]"


def _conversion(name: str, enum: GraphQLEnumType | None) -> Callable[[Any], Any] | None:
    if name == "Float":
        return float
    return None if enum is None else _enum_conversion(enum)


def _enum_conversion(enum: GraphQLEnumType) -> Callable[[Any], Any]:
    names = frozenset(enum.values)
    # A value that the enum lacks is a fault of the data, and becomes null like any other that is missing.
    return lambda value: value if value in names else None


def _first(arguments: Arguments, _bound: Bound) -> int:
    first = arguments.get("first")
    if first is not None and not 1 <= first <= MAX_SIZE:
        raise ClientError(ErrorCode.BAD_PAGE, f"`first` is {first}, but a list gives 1 to {MAX_SIZE} items.")
    return MAX_SIZE if first is None else int(first)


def _page_limit(number: int) -> Callable[[Arguments, Bound], int]:
    return lambda _, bound: bound.pages[number].size + 1


def _day(arguments: Arguments, bound: Bound) -> Any:
    given = arguments.get("asOf")
    return bound.today if given is None else given


def _argument_value(argument: Argument) -> Callable[[Arguments, Bound], Any]:
    return lambda arguments, _: argument.convert(arguments.get(argument.name))


def _key_value(number: int, edge: str, index: int) -> Callable[[Arguments, Bound], Any]:
    def value(_: Arguments, bound: Bound) -> Any:
        key = getattr(bound.pages[number], edge)
        return key[index]

    return value


def _filter_value(name: str, convert: Callable[[Any], Any]) -> Callable[[Arguments, Bound], Any]:
    return lambda arguments, _: convert(arguments["filter"][name])


def _filter_bound(name: str, bound: str) -> Callable[[Arguments, Bound], Any]:
    return lambda arguments, _: arguments["filter"][name][bound]


def _local_ids(number: int, type_name: str) -> Callable[[Arguments, Bound], list[str]]:
    def value(_: Arguments, bound: Bound) -> list[str]:
        ids = (found for found in bound.ids[number] if found is not None and not isinstance(found, ClientError))
        return sorted({found.local for found in ids if found.type == type_name})

    return value


def _ids(argument: str, known: frozenset[str]) -> Callable[[Arguments], list[Any]]:
    def check(arguments: Arguments) -> list[Any]:
        given = arguments[argument]
        values = given if isinstance(given, list) else [given]
        if len(values) > MAX_SIZE:
            raise ClientError(ErrorCode.BAD_PAGE, f"`{argument}` has {len(values)} ids: ask for at most {MAX_SIZE}.")
        return [_decoded(value, known) for value in values]

    return check


def _decoded(value: str, known: frozenset[str]) -> Any:
    try:
        found = decode_id(value)
    except ClientError as error:
        return error
    if found.type not in known:
        return ClientError(ErrorCode.BAD_ID, "That id names no type of this API. Pass an id as an answer gave it.")
    return found
