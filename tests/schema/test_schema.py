import ast
import re
from pathlib import Path
from types import ModuleType

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    OperationDefinitionNode,
    build_schema,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_composite_type,
    is_list_type,
    is_required_argument,
    is_specified_scalar_type,
    parse,
    print_ast,
    validate,
)
from graphql.execution.values import VariableValues
from strawberry.types.field import StrawberryField
from strawberry.utils.str_converters import to_snake_case

import graph_api.schema
from graph_api.catalogue import Mode, load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.compiler.model import is_connection
from graph_api.compiler.sources import Choice, Computed, Count, Grouped, Identity, Relation, Staged, Sum, Value
from graph_api.compiler.statement import compile_operation
from graph_api.schema import build_model, graphql_schema, printed
from graph_api.schema.coverage import EVIDENCE, SUBJECTS

COMMITTED = Path(__file__).parents[2] / "schema.graphql"
SCHEMA = graphql_schema()
MODEL = build_model(load_catalogue())
DEPTH = 3
ROOTS_BY_ID = ("node", "nodes", "nodeAsOf")
IDS = ", ".join(f'"{encode_id(name, "210681")}"' for name in sorted(MODEL.refetchable))

TYPES = {
    name: type_
    for name, type_ in SCHEMA.type_map.items()
    if not name.startswith("__") and not is_specified_scalar_type(type_)
}
COMPOSITES = {name: t for name, t in TYPES.items() if isinstance(t, GraphQLObjectType | GraphQLInterfaceType)}
OBJECTS = {name: t for name, t in COMPOSITES.items() if isinstance(t, GraphQLObjectType)}
INPUTS = {name: t for name, t in TYPES.items() if isinstance(t, GraphQLInputObjectType)}
ENUMS = {name: t for name, t in TYPES.items() if isinstance(t, GraphQLEnumType)}
FIELDS = {f"{name}.{key}": field for name, type_ in COMPOSITES.items() for key, field in type_.fields.items()}
ARGUMENTS = {f"{at}({key}:)": argument for at, field in FIELDS.items() for key, argument in field.args.items()}
CONNECTIONS = {name: type_ for name, type_ in OBJECTS.items() if {"edges", "pageInfo"} <= set(type_.fields)}
PAGED = {at: field for at, field in FIELDS.items() if is_connection(field)}


def undescribed(found):
    return [name for name, thing in found.items() if not (thing.description or "").rstrip().endswith((".", ".)"))]


def misnamed(names, pattern):
    return [name for name in names if not re.fullmatch(pattern, name.rpartition(".")[2])]


def test_the_printed_schema_is_the_committed_one():
    assert printed() == COMMITTED.read_text(encoding="utf-8"), "schema.graphql is stale: run `make schema`"


def test_every_type_is_described():
    assert undescribed(TYPES) == []


def test_a_type_is_described_by_its_docstring_alone():
    classes = [
        node
        for path in Path(graph_api.schema.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    described = [node.name for node in classes for call in node.decorator_list if "description=" in ast.unparse(call)]
    assert described == []
    documented = {node.name: " ".join((ast.get_docstring(node) or "").split()) for node in classes}
    assert [name for name, type_ in TYPES.items() if documented.get(name, type_.description) != type_.description] == []


def test_every_field_is_described():
    assert undescribed(FIELDS) == []


def test_every_argument_is_described():
    assert undescribed(ARGUMENTS) == []


def test_every_field_of_an_input_is_described():
    assert (
        undescribed({f"{n}.{key}": field for n, type_ in INPUTS.items() for key, field in type_.fields.items()}) == []
    )


def test_every_value_of_an_enum_is_described():
    assert undescribed({f"{n}.{key}": value for n, type_ in ENUMS.items() for key, value in type_.values.items()}) == []


def test_types_are_named_in_capitalised_words():
    assert misnamed(TYPES, r"[A-Z][a-zA-Z]*") == []


def test_fields_and_arguments_are_named_in_words_that_begin_small():
    names = [*FIELDS, *(key.rpartition("(")[2].removesuffix(":)") for key in ARGUMENTS)]
    assert misnamed(names, r"[a-z][a-zA-Z0-9]*") == []


def test_values_of_enums_are_named_in_capitals():
    assert misnamed([value for type_ in ENUMS.values() for value in type_.values], r"[A-Z][A-Z0-9_]*") == []


def test_what_is_paged_is_named_a_connection_and_its_items_edges():
    assert misnamed(CONNECTIONS, r"[A-Z]\w*Connection") == []
    assert misnamed([get_named_type(c.fields["edges"].type).name for c in CONNECTIONS.values()], r"[A-Z]\w*Edge") == []


@pytest.mark.parametrize("name", CONNECTIONS)
def test_a_connection_has_what_relay_and_its_readers_expect(name):
    fields = {key: str(field.type) for key, field in CONNECTIONS[name].fields.items()}
    edge = get_named_type(CONNECTIONS[name].fields["edges"].type)
    node = str(edge.fields["node"].type).removesuffix("!")
    assert fields == {
        "totalCount": "Int!",
        "pageInfo": "PageInfo!",
        "nodes": f"[{node}!]!",
        "edges": f"[{edge.name}!]!",
    }
    assert str(edge.fields["cursor"].type) == "String!"


@pytest.mark.parametrize("at", PAGED)
def test_a_connection_takes_the_arguments_of_a_page(at):
    wanted = {"first", "after"} | ({"last", "before"} if at.startswith("Query.") else set())
    assert wanted <= set(PAGED[at].args)


# The rules and the labels are the same on every day, and an id carries its own.
@pytest.mark.parametrize(
    "name", sorted(set(SCHEMA.query_type.fields) - {"rules", "enumLabels", "node", "nodes", "nodeAsOf"})
)
def test_a_root_field_takes_the_day_or_the_days(name):
    days = {key: str(a.type) for key, a in SCHEMA.query_type.fields[name].args.items() if "Date" in str(a.type)}
    # What is due looks ahead of the day.
    ahead = {"asOf": "Date", "until": "Date"}
    assert days == ahead if name == "due" else days in ({"asOf": "Date"}, {"from": "Date!", "until": "Date!"})


def test_every_root_field_is_in_the_query():
    modules = [found for found in vars(graph_api.schema).values() if isinstance(found, ModuleType)]
    fields = [field for module in modules for field in vars(module).values() if isinstance(field, StrawberryField)]
    assert {field.python_name for field in fields} == {to_snake_case(name) for name in SCHEMA.query_type.fields}


def test_an_id_is_the_only_argument_of_node():
    """Relay's compiler accepts no other `node`."""
    given = {name: {key: str(a.type) for key, a in SCHEMA.query_type.fields[name].args.items()} for name in ROOTS_BY_ID}
    assert given == {"node": {"id": "ID!"}, "nodes": {"ids": "[ID!]!"}, "nodeAsOf": {"id": "ID!", "asOf": "Date!"}}


def test_the_day_is_asked_at_the_root_only():
    assert [at for at in ARGUMENTS if "(asOf:)" in at and not at.startswith("Query.")] == []


def test_defaults_are_printed_where_there_are_any():
    """A list that takes `last` has no default of `first`: it counts only where neither is given."""
    built = build_schema(printed())
    paged = [f.args for type_ in OBJECTS for f in built.type_map[type_].fields.values() if "first" in f.args]
    sizes = {(args["first"].ast_node.default_value is not None, "last" in args) for args in paged}
    assert sizes == {(True, False), (False, True)}
    assert {print_ast(a["first"].ast_node.default_value) for a in paged if "last" not in a} == {"20"}


def test_tools_are_told_what_the_schema_and_its_dates_are():
    assert SCHEMA.description.startswith("Party building")
    assert build_schema(printed()).description == SCHEMA.description
    assert SCHEMA.type_map["Date"].specified_by_url.startswith("https://scalars.graphql.org/")


def test_the_lists_of_the_root_can_be_null_where_the_contract_lets_them():
    strict = {name for name, field in SCHEMA.query_type.fields.items() if isinstance(field.type, GraphQLNonNull)}
    assert strict == {
        *("nodes", "cities", "communities", "compounds", "departments", "leaders", "crossAppointments"),
        *("coverageFindings", "rules", "issues", "search", "connections"),
    }


def test_a_type_with_an_id_is_a_node():
    node = SCHEMA.type_map["Node"]
    assert [n for n, type_ in OBJECTS.items() if "id" in type_.fields and not SCHEMA.is_sub_type(node, type_)] == []


def test_every_node_can_be_found_again_by_its_id():
    assert {t.name for t in SCHEMA.get_possible_types(SCHEMA.type_map["Node"])} == MODEL.refetchable


def test_subjects_and_evidence_of_rules_are_types_of_the_schema():
    assert set(COMPOSITES) >= SUBJECTS | EVIDENCE


def test_the_labels_of_an_interface_s_types_tell_them_apart():
    """A node matches one type's label only, so that it is found as one type."""
    labels = [row.label for name, row in MODEL.rows.items() if name in OBJECTS and row.label]
    assert len(labels) == len(set(labels))


def is_staged(relation):
    """Whether the filter is for what is found out before the statement runs."""
    return any(isinstance(argument, Staged) for argument in relation.arguments.values())


def test_every_filter_s_field_says_what_it_selects():
    for at, field in FIELDS.items():
        source = MODEL.sources.get(tuple(at.split(".")))
        if "filter" in field.args and isinstance(source, Relation) and not is_staged(source):
            matching = get_named_type(field.args["filter"].type)
            assert {(matching.name, key) for key in matching.fields} <= set(MODEL.filters), at


def test_every_order_is_one_that_its_lists_know():
    for at, field in FIELDS.items():
        if "orderBy" in field.args:
            order = get_named_type(field.args["orderBy"].type)
            keys = get_named_type(order.fields["field"].type).values
            assert set(MODEL.sources[tuple(at.split("."))].orders) == set(keys)


class Everything:
    """Writes operations that select every field, to a depth; remembers which it has written."""

    def __init__(self):
        self.written = set()

    def selection(self, type_, depth):
        if is_abstract_type(type_):
            return " ".join(f"... on {t.name} {{ {self.selection(t, depth)} }}" for t in MODEL.objects(type_))
        return " ".join(["__typename", *(self.field(type_, name, depth) for name in type_.fields)])

    def field(self, type_, name, depth):
        named = get_named_type(type_.fields[name].type)
        # Fields of one name may differ in type from one type of an interface to the other.
        alias = f"{name}_{type_.name}: {name}{arguments(type_.fields[name])}"
        if not is_composite_type(named):
            self.written.add((type_.name, name))
            return alias
        if depth == 0:
            return ""
        self.written.add((type_.name, name))
        # From a connection to its nodes is one step, however many fields lie between.
        step = 0 if type_.name.endswith(("Connection", "Edge")) else 1
        return f"{alias} {{ {self.selection(named, depth - step)} }}"

    def operation(self, name, depth=DEPTH):
        return f"{{ {self.field(SCHEMA.query_type, name, depth)} }}"


def arguments(field):
    needed = {key: argument for key, argument in field.args.items() if is_required_argument(argument)}
    return (
        "(" + ", ".join(f"{key}: {sample(argument.type)}" for key, argument in needed.items()) + ")" if needed else ""
    )


def sample(type_):
    if is_list_type(type_ := get_nullable_type(type_)):
        return f"[{IDS}]" if get_named_type(type_).name == "ID" else f"[{sample(type_.of_type)}]"
    if isinstance(type_, GraphQLEnumType):
        return next(iter(type_.values))
    return {"ID": IDS.partition(",")[0], "Date": '"2026-06-30"', "Int": "1", "Boolean": "true"}.get(
        type_.name, '"210681"'
    )


def compiled(text):
    document = parse(text)
    assert validate(SCHEMA, document) == []
    operation = document.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    return compile_operation(MODEL, operation, {}, VariableValues({}, {})).statements[0]


@pytest.mark.parametrize("name", SCHEMA.query_type.fields)
def test_every_field_below_a_root_field_says_where_its_value_comes_from(name):
    assert [entry.key for entry in compiled(Everything().operation(name)).shape.entries] == [f"{name}_Query"]


def test_the_root_fields_lead_to_every_field_of_every_type():
    everything = Everything()
    for name in SCHEMA.query_type.fields:
        everything.operation(name)
    fields = {(name, key) for name, type_ in OBJECTS.items() if name != "Query" for key in type_.fields}
    assert fields - everything.written == set()


def named_fragments():
    """The fragments that the schema names, and all that are called by a fragment."""
    for row in MODEL.rows.values():
        yield from filter(None, (row.refetch, row.exists))
    for source in [*MODEL.sources.values(), *MODEL.filters.values()]:
        yield from of_source(source)
    for source in (COMMITTED.parent / "cypher").glob("**/*.cypher"):
        yield from re.findall(r"([a-z_]+\.[a-z_]+)\(", source.read_text(encoding="utf-8"))


def of_source(source):
    match source:
        case Relation():
            yield from filter(None, (source.fragment, source.total))
            yield from source.once.values()
            for key in source.orders.values():
                yield from of_source(key)
        case Grouped() | Count() | Sum() | Computed() | Identity():
            for part in parts_of(source):
                yield from of_source(part)
        case Choice():
            yield from (fragment.name for fragment in MODEL.catalogue.folder(source.folder))
        case Value():
            yield source.fragment
        case _ if hasattr(source, "fragment"):
            yield source.fragment


def parts_of(source):
    match source:
        case Grouped():
            return (source.rows, source.groups, *source.variables.values(), *source.dimensions.values())
        case Computed():
            return source.inputs.values()
        case Identity():
            return (source.local,)
    return (source.of,)


def test_every_relation_and_value_of_the_catalogue_is_put_to_use():
    nested = {name for name, found in MODEL.catalogue.items() if found.mode in {Mode.RELATION, Mode.VALUE}}
    assert nested - set(named_fragments()) == set()


def test_every_fragment_that_the_schema_names_is_in_the_catalogue():
    declared = [name for source in [*MODEL.sources.values(), *MODEL.filters.values()] for name in of_source(source)]
    assert set(declared) - set(MODEL.catalogue) == set()


def test_what_may_not_be_null_is_so_in_the_interfaces_too():
    weaker = [
        f"{name}.{key}"
        for name, type_ in OBJECTS.items()
        for interface in type_.interfaces
        for key, field in interface.fields.items()
        if isinstance(field.type, GraphQLNonNull) is not isinstance(type_.fields[key].type, GraphQLNonNull)
    ]
    assert weaker == []
