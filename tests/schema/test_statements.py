"""The Cypher of operations: as it reads, that values stay out of it, and that it is the same every time."""

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from graphql import OperationDefinitionNode, get_named_type, is_input_object_type, parse
from graphql.execution.values import get_variable_values
from graphql.language.printer import print_ast
from graphql.utilities import ast_from_value
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_api.catalogue import load_catalogue
from graph_api.compiler.calls import Bound
from graph_api.compiler.ids import encode_id
from graph_api.compiler.statement import compile_operation
from graph_api.execution.forms import form
from graph_api.schema import build_model, graphql_schema

OPERATIONS = {
    path.stem: path.read_text("utf-8") for path in (Path(__file__).parents[1] / "operations").glob("*.graphql")
}
SCHEMA = graphql_schema()
MODEL = build_model(load_catalogue())
CITY, LEADER = encode_id("City", "210681"), encode_id("Leader", "210681L001")
VARIABLES = {
    "cross-appointments": {"within": "210681"},
    "issue-journey": {"within": "210681", "status": "OPEN"},
    "refetch": {"one": CITY, "ids": [CITY, LEADER, encode_id("CrossAppointment", "c|p|x")]},
}


def compiled(text, variables=None):
    document = parse(text)
    fragments = {d.name.value: d for d in document.definitions if not isinstance(d, OperationDefinitionNode)}
    operation = next(d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    given_or_wanted = {
        d.variable.name.value: (variables or {}).get(d.variable.name.value, "x")
        for d in operation.variable_definitions or ()
        if d.variable.name.value in (variables or {}) or print_ast(d.type).endswith("!")
    }
    values = get_variable_values(SCHEMA, operation.variable_definitions or (), given_or_wanted)
    assert not isinstance(values, list), values
    return compile_operation(MODEL, operation, fragments, values).statements[0]


CLAUSES = r"MATCH|OPTIONAL\ MATCH|UNWIND|CALL|WHERE|WITH|ORDER\ BY|LIMIT|RETURN"
PIECES = re.compile(
    rf"""
      (?P<string>'(?:[^'\\]|\\.)*')
    | (?P<operator>(?:STARTS|ENDS)\ WITH)
    | (?P<opening>(?:COLLECT|COUNT|EXISTS)\ \{{\s*|(?<=RETURN\ )\[\s*|(?<=THEN\ )\[)
    | (?P<clause>\b(?:{CLAUSES}|CASE|WHEN|ELSE)\b)
    | (?P<bracket>[][{{}}()])
    | (?P<comma>,\s+)
    | (?P<other>\s+|.)
    """,
    re.VERBOSE | re.DOTALL,
)


def readable(cypher):
    """The statement in lines: a clause each, indented by the subquery or row that it stands in."""
    lines, line, opened = [], "", []

    def end_line():
        nonlocal line
        if line.strip():
            lines.append("  " * sum(map(bool, opened)) + line.strip())
        line = ""

    for match in PIECES.finditer(cypher):
        kind, text = match.lastgroup, match.group()
        if kind == "opening":
            line += text.strip()
            end_line()
            opened.append("row" if "[" in text else "block")
        elif text in {"(", "[", "{"}:
            line += text
            opened.append(None)
        elif text in {")", "]", "}"}:
            if opened[-1]:
                end_line()
            opened.pop()
            line += text
        elif kind == "comma" and opened[-1:] == ["row"]:
            line += ","
            end_line()
        elif kind == "clause" and (not opened or opened[-1] or text in {"WHEN", "ELSE"}):
            end_line()
            line = text
        else:
            line += " " if text.isspace() else text
    end_line()
    return "\n".join(lines)


SMALL = {
    "one object": "query($c: String!) { community(code: $c) { code name } }",
    "aliases": '{ a: city(code: "1") { x: name y: name } b: city(code: "2") { name } }',
    "a field asked for twice": '{ city(code: "1") { name } city(code: "1") { code } }',
    "a fragment on an interface": '{ city(code: "1") { ...P } } fragment P on Place { code name }',
    "an interface": '{ place(code: "1") { __typename name ... on Community { subdistrict { name } } } }',
    "an interface whose types ask alike": '{ place(code: "1") { code name } }',
    "a list of nodes of every type": '{ search(text: "x") { id ... on Person { retired: name } } }',
    "a constant": '{ city(code: "1") { level } }',
    "a value": '{ compound(code: "1") { branch { joint } } }',
    "the same row": '{ leader(code: "1") { person { name } } }',
    "one of several": '{ department(code: "1") { supervisor { name } } }',
    "a location": '{ department(code: "1") { location { longitude latitude } } }',
    "included": 'query($x: Boolean!) { city(code: "1") { name @include(if: $x) code @skip(if: $x) } }',
    "filters": '{ departments(filter: {name: "x", kind: MUNICIPAL, paired: true, aligned: false}) { nodes { code } } }',
    "a filter of a range": "{ communities(filter: {departmentCount: {min: 3, max: 4}}) { nodes { code } } }",
    "a filter on what is unwound": "{ crossAppointments(filter: {concurrentHead: true}) { nodes { id } } }",
    "an order": "{ communities(orderBy: {field: NAME, direction: DESC}) { nodes { name } } }",
    "an order by a value": "{ communities(orderBy: {field: DEPARTMENT_COUNT}) { edges { cursor } } }",
    "only the total": "{ communities { totalCount } }",
    "the next page": '{ communities(first: 2, after: "x") { nodes { code } pageInfo { hasNextPage hasPreviousPage } } }',
    "the page before": '{ communities(last: 2, before: "x") { nodes { code } pageInfo { hasNextPage hasPreviousPage } } }',
    "a page in an order": """{
        communities(first: 2, after: "x", orderBy: {field: LEADER_COUNT, direction: DESC}) { nodes { code } }
    }""",
    "between two cursors": '{ communities(first: 2, after: "x", before: "y") { nodes { code } } }',
    "edges with what is said of the relation": """{
        community(code: "1") { departments { edges { since aligned pairing { id } node { name } } } }
    }""",
    "a node": f'{{ node(id: "{CITY}") {{ id ... on Place {{ name }} }} }}',
    "nodes of several types": f'{{ nodes(ids: ["{CITY}", "{LEADER}"]) {{ id ... on Actor {{ name }} }} }}',
    "a node that may not be there yet": f'{{ node(id: "{encode_id("BuildingGroup", "1")}") {{ id }} }}',
    "a relation as a node": f'{{ node(id: "{encode_id("DepartmentPairing", "1")}") {{ ... on Pairing {{ since }} }} }}',
    "chains": '{ connections(from: "x", to: "y") { length steps { sentence } } }',
    "figures": '{ city(code: "1") { figures(keys: ["x"]) { key value holds } } }',
    "two days": """{
        now: community(code: "1") { leaders { totalCount } }
        then: community(code: "1", asOf: "2024-01-01") { leaders { totalCount } }
    }""",
    "one day asked for twice": """query($d: Date) {
        a: community(code: "1", asOf: $d) { leaders { totalCount } }
        b: community(code: "2", asOf: $d) { leaders { totalCount } }
    }""",
}


ALL = {**OPERATIONS, **SMALL}
VARIABLES["included"] = {"x": False}


def statement(name):
    return compiled(ALL[name], VARIABLES.get(name)).text


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_the_statement_of_a_contract_operation(name, snapshot):
    assert readable(statement(name)) == snapshot


@pytest.mark.parametrize("name", SMALL)
def test_the_statement_of_a_small_operation(name, snapshot):
    assert readable(statement(name)) == snapshot


def test_what_is_not_asked_of_the_database_makes_no_statement():
    assert compiled("{ __typename __schema { queryType { name } } }").text == ""


def plain(text):
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("name", sorted(ALL))
def test_the_readable_form_says_what_the_statement_says(name):
    assert plain(readable(statement(name))) == plain(statement(name))


def names_in(type_):
    """The paths to the texts and ids in an input type, each as the keys that lead there."""
    named = get_named_type(type_)
    if is_input_object_type(named):
        return [(key, *path) for key, field in named.fields.items() for path in names_in(field.type)]
    return [()] if named.name in {"String", "ID"} else []


TEXTS = [
    (field, argument, path)
    for field, definition in SCHEMA.query_type.fields.items()
    for argument, found in definition.args.items()
    for path in names_in(found.type)
]
hostile = st.sampled_from(["'", '"', "`", "\\", "}", ")", "$", "*/", "//", "\n", "'] AS x RETURN 1 //"]).flatmap(
    lambda sign: st.text(st.characters(exclude_categories=["Cs"]), max_size=10).map(lambda text: f"{sign}¤{text}{sign}")
)


def in_document(value):
    return print_ast(ast_from_value(value, SCHEMA.type_map["String"]))


def asking(field, argument, path, text):
    """An operation that passes the text there, and something harmless wherever else something has to be passed."""
    definition = SCHEMA.query_type.fields[field]
    wanted = {"String!": '"x"', "ID!": '"x"', "[ID!]!": '["x"]', "Date!": '"2026-06-30"', "HistoryStep!": "MONTH"}
    given = {key: wanted[str(a.type)] for key, a in definition.args.items() if str(a.type) in wanted}
    value = f"[{text}]" if str(definition.args[argument].type).startswith("[") and not path else text
    for key in reversed(path):
        value = f"{{{key}: {value}}}"
    arguments = ", ".join(f"{key}: {found}" for key, found in (given | {argument: value}).items())
    beneath = " { __typename }" if str(get_named_type(definition.type)) != "Int" else ""
    return f"{field}({arguments}){beneath}"


@given(hostile, st.sampled_from(TEXTS))
@settings(deadline=None, max_examples=300)
def test_a_text_in_the_document_never_occurs_in_the_statement(text, place):
    statement = compiled(f"{{ {asking(*place, in_document(text))} }}").text
    assert "¤" not in statement


@given(hostile, st.sampled_from(TEXTS))
@settings(deadline=None, max_examples=300)
def test_a_text_in_a_variable_never_occurs_in_the_statement(text, place):
    type_name = (
        "ID" if place[1] in {"id", "ids"} or (place[0] == "connections" and place[1] in {"from", "to"}) else "String"
    )
    statement = compiled(f"query($v: {type_name}!) {{ {asking(*place, '$v')} }}", {"v": text}).text
    assert "¤" not in statement


@given(hostile, st.sampled_from(["City", "Leader", "CrossAppointment", "City' OR true //"]))
@settings(deadline=None)
def test_what_stands_in_an_id_never_occurs_in_the_statement(text, type_name):
    statement = compiled(
        "query($v: ID!) { node(id: $v) { id } nodes(ids: [$v]) { id } }", {"v": encode_id(type_name, text)}
    )
    assert "¤" not in statement.text
    assert "OR true" not in statement.text


@given(hostile)
@settings(deadline=None)
def test_a_text_below_the_root_never_occurs_in_the_statement(text):
    asked = 'city(code: "1") { figures(keys: [%s]) { key } communities(after: %s) { totalCount nodes { code } } }'
    statement = compiled(f"{{ {asked % ((in_document(text),) * 2)} }}").text
    assert "¤" not in statement


FILTERED = """query($name: String, $kind: DepartmentKind, $paired: Boolean, $first: Int, $after: String, $day: Date) {
    departments(filter: {name: $name, kind: $kind, paired: $paired}, first: $first, after: $after, asOf: $day) {
        nodes { code name } pageInfo { hasNextPage hasPreviousPage }
    }
}"""
given_or_not = st.fixed_dictionaries(
    {},
    optional={
        "name": st.none() | st.text(max_size=3),
        "kind": st.none() | st.sampled_from(["MUNICIPAL", "CENTRAL_OR_PROVINCIAL"]),
        "paired": st.none() | st.booleans(),
        "first": st.none() | st.integers(-2, 200),
        "after": st.none() | st.text(max_size=3),
        "day": st.none() | st.dates().map(str),
    },
)


def form_and_text(text, variables):
    definitions = parse(text).definitions[0].variable_definitions
    values = get_variable_values(SCHEMA, definitions, variables)
    return form(values.coerced, frozenset(), frozenset()), compiled(text, variables).text


@given(given_or_not, given_or_not)
@settings(deadline=None, max_examples=200)
def test_variables_of_one_form_have_one_statement(one, other):
    (form_1, text_1), (form_2, text_2) = form_and_text(FILTERED, one), form_and_text(FILTERED, other)
    assert form_1 != form_2 or text_1 == text_2


def test_other_values_make_no_other_statement():
    days = [{"name": f"n{n}", "first": n, "after": f"c{n}", "day": f"2026-01-{n:02}"} for n in range(1, 29)]
    assert len({compiled(FILTERED, variables).text for variables in days}) == 1


def test_values_in_the_document_and_in_variables_make_one_statement():
    literal = FILTERED[FILTERED.index("{\n") :]
    for name, value in (("name", '"x"'), ("kind", "MUNICIPAL"), ("paired", "true"), ("first", "3"), ("after", '"c"')):
        literal = literal.replace(f"${name}", value)
    variables = {"name": "y", "kind": "CENTRAL_OR_PROVINCIAL", "paired": False, "first": 9, "after": "d", "day": None}
    assert compiled(literal.replace("$day", "null")).text == compiled(FILTERED, variables).text


@pytest.mark.parametrize(
    ("other", "times"),
    [
        ('within: "210681"', 1),
        ('within: "210681", filter: { concurrentHead: true }, first: 1', 1),
        ('within: "210681", asOf: "2026-06-30"', 2),
        ('within: "210682"', 2),
        ("within: null", 2),
        ("", 2),
    ],
)
def test_fields_that_ask_alike_look_once(other, times):
    same = 'a: crossAppointments(within: "210681") { totalCount nodes { id } }'
    text = f"{{ {same} b: crossAppointments({other}) {{ totalCount }} }}".replace("()", "")
    assert compiled(text).text.count("<-[branch_service") == times


PRINTED = """
import sys
sys.path.insert(0, sys.argv[1])
import test_statements
for name in sorted(test_statements.ALL):
    print(test_statements.statement(name))
"""


def test_the_statements_are_the_same_in_every_process():
    printed = subprocess.run(
        [sys.executable, "-c", PRINTED, str(Path(__file__).parent)],
        env={**os.environ, "PYTHONHASHSEED": "1"},
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    assert printed == "".join(f"{statement(name)}\n" for name in sorted(ALL))


NESTED = """query($name: String, $id: ID!) {
  communities(filter: { name: $name }, first: 3) { totalCount }
  nodes(ids: [$id]) { id }
  city(code: "210681") { name }
}"""


def test_a_statement_takes_the_variables_of_each_request_wherever_they_are():
    operation = parse(NESTED).definitions[0]

    def values(name, id_):
        return get_variable_values(SCHEMA, operation.variable_definitions, {"name": name, "id": id_})

    statement = compile_operation(MODEL, operation, {}, values("one", CITY)).statements[0]
    today = {"today": date(2026, 6, 30)}
    one, other, again = (
        statement.bind(each, Bound(today["today"], values={**today})).values
        for each in (values("one", CITY), values("other", LEADER), values("one", CITY))
    )
    assert one == again
    changed = {name for name in one if one[name] != other[name]}
    assert "one" in str([one[name] for name in changed])
    assert "other" in str([other[name] for name in changed])
    assert "210681" in str([one[name] for name in one.keys() - changed])
