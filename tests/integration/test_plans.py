"""How Neo4j means to carry out every file of the catalogue, and every contract operation."""

import json
from pathlib import Path

import neo4j
import pytest
from graphql import OperationDefinitionNode, get_named_type, is_composite_type, is_required_argument, parse
from graphql.execution.values import VariableValues, get_variable_values
from graphql.language.printer import print_ast

from graph_api.catalogue import Mode, load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.compiler.model import is_connection
from graph_api.compiler.statement import compile_operation
from graph_api.rules import rules_of
from graph_api.schema import build_model

CATALOGUE = load_catalogue()
RULES = rules_of(CATALOGUE)
MODEL = build_model(CATALOGUE)
OPERATIONS = {
    path.stem: path.read_text("utf-8") for path in (Path(__file__).parents[1] / "operations").glob("*.graphql")
}
IDS = [encode_id(name, "1|1|1") for name in sorted(MODEL.refetchable)]
# Of these there are so few that a scan is as good as an index.
FEW = {"City"}


@pytest.fixture(scope="module")
def explain(neo4j_address, donggang):
    """The plan of a statement, as a tree of operators."""
    address = neo4j_address
    driver = neo4j.GraphDatabase.driver(address.uri, auth=(address.username, address.password), telemetry_disabled=True)
    with driver, driver.session(database=address.database) as session:

        def explained(text, parameters):
            summary = session.run(neo4j.Query(f"EXPLAIN {text}"), dict.fromkeys(parameters)).consume()
            return summary.plan

        yield explained


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_a_file_of_the_catalogue_can_be_planned(name, explain):
    fragment = CATALOGUE[name]
    assert explain(fragment.text, fragment.parameters), fragment.path


# Of a value the first clause is only there for whoever pastes it; a write begins with rows.
@pytest.mark.parametrize(
    "name",
    sorted(name for name, each in CATALOGUE.items() if each.mode in {Mode.RELATION, Mode.READ} and not each.given),
)
def test_a_file_that_begins_a_statement_looks_at_no_other_nodes(name, explain):
    fragment = CATALOGUE[name]
    assert wasteful(explain(fragment.text, fragment.parameters)) == [], fragment.path


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_rule_goes_by_indexes(code, explain):
    fragment = RULES[code].fragment
    assert wasteful(explain(fragment.text, fragment.parameters)) == [], fragment.path


def wasteful(plan):
    """What in the plan looks at more than it has to, or holds all rows before it goes on."""
    beneath = plan.get("children", [])
    operator, details = plan["operatorType"].partition("@")[0], plan["args"].get("Details", "")
    own = [(operator, details)] if is_wasteful(operator, details, beneath) else []
    return [*own, *(found for child in beneath for found in wasteful(child))]


def is_wasteful(operator, details, beneath):
    if operator == "NodeByLabelScan":
        return details.rpartition(":")[2] not in FEW
    if operator == "CartesianProduct":
        # One node beside one node, each found by its id: the two ends of a chain.
        return {leaf for child in beneath for leaf in leaves_of(child)} != {"NodeUniqueIndexSeek"}
    return operator in {"AllNodesScan", "Eager", "DirectedAllRelationshipsScan", "UndirectedAllRelationshipsScan"}


def leaves_of(plan):
    beneath = plan.get("children", [])
    if not beneath:
        yield plan["operatorType"].partition("@")[0]
    for child in beneath:
        yield from leaves_of(child)


def compiled(text):
    """The statement of an operation whose required variables are given."""
    document = parse(text)
    operation = next(d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    fragments = {d.name.value: d for d in document.definitions if d is not operation}
    samples = {"[ID!]!": IDS, "ID!": IDS[0], "Date!": "2026-06-30"}
    wanted = {d.variable.name.value: print_ast(d.type) for d in operation.variable_definitions or ()}
    given = {name: samples.get(type_, "210681") for name, type_ in wanted.items() if type_.endswith("!")}
    variables = get_variable_values(MODEL.schema, operation.variable_definitions or (), given)
    assert isinstance(variables, VariableValues)
    return compile_operation(MODEL, operation, fragments, variables).statements[0]


def planned(explain, text):
    statement = compiled(text)
    parameters = {parameter.name for call in statement.calls for parameter in call.parameters} | MODEL.fixed
    return explain(statement.text, parameters)


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_a_contract_operation_goes_by_indexes(name, explain):
    assert wasteful(planned(explain, OPERATIONS[name])) == []


ROOTS = {
    "one of each level": """{
        place(code: "1") { id } city(code: "1") { id } subdistrict(code: "1") { id } community(code: "1") { id }
        compound(code: "1") { id } department(code: "1") { id } leader(code: "1") { id }
    }""",
    "the next page of communities": '{ communities(within: "21", after: "x") { totalCount nodes { id } } }',
    "the page of compounds before": '{ compounds(within: "21", last: 2, before: "x") { totalCount nodes { id } } }',
    "departments": '{ departments(within: "21", filter: {paired: true}) { totalCount nodes { id } } }',
    "leaders": '{ leaders(within: "21", filter: {name: "x"}) { totalCount nodes { id } } }',
    "cross-appointments": '{ crossAppointments(within: "21") { totalCount nodes { id } } }',
    "persons": '{ persons(within: "21", filter: {bodyCount: {min: 2}}) { totalCount nodes { id } } }',
    "those who link bodies": '{ bridges(within: "21") { totalCount nodes { person { id } } } }',
    "clusters": '{ clusters(within: "21") { nodes { bodies { nodes { id } } shared { nodes { id } } } } }',
    "search": '{ search(text: "x", within: "21") { id } }',
    "nodes of all types": f"{{ nodes(ids: [{', '.join(map(repr, IDS))}]) {{ id }} }}".replace("'", '"'),
}


@pytest.mark.parametrize("name", ROOTS)
def test_what_is_asked_at_the_root_is_found_by_indexes(name, explain):
    assert wasteful(planned(explain, ROOTS[name])) == []


SAMPLES = {"ID!": json.dumps(IDS[0]), "[ID!]!": json.dumps(IDS), "Date!": '"2026-06-30"'}
# The rules are files, and history comes from rules: neither is a statement of its own.
ROOT_FIELDS = sorted(MODEL.schema.query_type.fields.keys() - {"rules", "enumLabels", "coverageHistory"})


def asked_at_root(name):
    """A root field with what it must be given, and a place if it takes one; its first page where it has pages."""
    field = MODEL.schema.query_type.fields[name]
    wanted = {key: each for key, each in field.args.items() if is_required_argument(each) or key == "within"}
    given = ", ".join(f"{key}: {SAMPLES.get(str(each.type), json.dumps('210681'))}" for key, each in wanted.items())
    named = get_named_type(field.type)
    inner = f"totalCount edges {{ {items(named)} }}" if is_connection(field) else leaves(named)
    return f"{{ {name}{f'({given})' if given else ''} {{ {inner} }} }}"


@pytest.mark.parametrize("name", ROOT_FIELDS)
def test_every_root_field_goes_by_indexes(name, explain):
    text = asked_at_root(name)
    assert wasteful(planned(explain, text)) == [], text


def selection(type_, *, deeper):
    """Every field of a type that takes no argument that has to be given; with `deeper` those of what they lead to too."""
    found = []
    for name, field in type_.fields.items():
        named = get_named_type(field.type)
        if any(is_required_argument(argument) for argument in field.args.values()):
            continue
        if not is_composite_type(named):
            found.append(name)
        elif is_connection(field):
            found.append(f"{name} {{ totalCount {'edges { ' + items(named) + ' }' if deeper else ''} }}")
        elif deeper:
            found.append(f"{name} {{ {leaves(named)} }}")
    return " ".join(found)


def items(connection):
    edge = get_named_type(connection.fields["edges"].type)
    others = [name for name, field in edge.fields.items() if not is_composite_type(get_named_type(field.type))]
    return " ".join([*others, "node { __typename ", leaves(get_named_type(edge.fields["node"].type)), "}"])


def leaves(type_):
    fields = getattr(type_, "fields", {})
    plain = [
        name
        for name, field in fields.items()
        if not is_composite_type(get_named_type(field.type)) and not any(map(is_required_argument, field.args.values()))
    ]
    return " ".join(["__typename", *plain])


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(MODEL.refetchable))
def test_every_field_of_a_type_can_be_planned(name, explain):
    inner = selection(MODEL.object(name), deeper=True)
    text = f'{{ node(id: "{encode_id(name, "1|1|1")}") {{ ... on {name} {{ {inner} }} }} }}'
    assert planned(explain, text)
