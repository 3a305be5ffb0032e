"""Statements grow with the document alone, however many types an object can have and however deep such objects nest."""

from itertools import pairwise

import pytest
from graphql import parse
from graphql.execution.values import VariableValues

from benchmarks.circles import circles
from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.compiler.operation import UNLIMITED, OperationLimits
from graph_api.compiler.statement import compile_operation
from graph_api.errors import ClientError, ErrorCode
from graph_api.schema import build_model, graphql_schema

SCHEMA = graphql_schema()
MODEL = build_model(load_catalogue())
NONE = VariableValues({}, {})


def compiled(text, limits=None):
    return compile_operation(MODEL, parse(text).definitions[0], {}, NONE, limits or OperationLimits()).statements


def text_of(operation):
    return compiled(operation, UNLIMITED)[0].text


CIRCLES = list(circles(SCHEMA))


def test_there_are_such_fields():
    assert {"Finding.subject", "Finding.evidence", "Finding.place", "Appointment.organization"} <= {
        each.field for each in CIRCLES
    }


@pytest.mark.parametrize("circle", CIRCLES, ids=[circle.field for circle in CIRCLES])
def test_each_nesting_of_objects_of_many_types_adds_as_much_as_the_one_before(circle):
    lengths = [len(text_of(circle.nested(times))) for times in range(1, 6)]
    added = [after - earlier for earlier, after in pairwise(lengths)]
    assert max(added) <= min(added) + 100


def test_the_same_holds_for_the_parents_of_a_place():
    texts = [compiled(f'{{ place(code: "1") {{ {"parent { " * depth}code{" }" * depth} }} }}') for depth in (1, 2, 14)]
    assert len(texts[2]) <= len(texts[0]) + 13 * (len(texts[1]) - len(texts[0])) + 200


def test_what_only_some_types_have_is_computed_for_these_alone():
    text = text_of(
        '{ place(code: "1") { name ... on City { subdistricts { totalCount } } ... on Compound { name code } } }'
    )
    assert "CASE WHEN place_1:City THEN COUNT {" in text
    # Properties are null on nodes that lack them, and need no test.
    assert "THEN place_1" not in text


def test_a_field_of_an_interface_is_compiled_once_for_all_its_types():
    [statement] = compiled('{ place(code: "1") { findings { nodes { place { findings { totalCount } } } } } }')
    # The place, and the two lists of findings.
    assert [call.number for call in statement.calls] == [1, 2, 3]


def relations(number):
    return " ".join(f"b{each}: leaders {{ totalCount }}" for each in range(number))


@pytest.mark.parametrize(
    "text",
    [
        '{ place(code: "1") { '
        + " ".join(f"a{number}: findings {{ totalCount nodes {{ id }} }}" for number in range(400))
        + " } }",
        "{ " + " ".join(f'a{number}: city(code: "1") {{ {relations(number)} }}' for number in range(60)) + " }",
    ],
    ids=["one object", "many root fields"],
)
def test_a_statement_that_would_become_too_long_is_refused(text):
    with pytest.raises(ClientError) as refused:
        compiled(text)
    assert refused.value.code is ErrorCode.TOO_COMPLEX


def test_root_fields_that_ask_alike_share_a_statement_where_all_together_would_be_long():
    fields = " ".join(
        f'a{number}: city(code: "{number}") {{ leaders {{ nodes {{ name }} }} }}' for number in range(100)
    )
    statements = compiled(f"{{ {fields} }}")
    assert len(statements) == 100
    assert len({statement.text for statement in statements}) == 1


def test_fields_of_a_short_operation_share_a_statement():
    assert len(compiled('{ a: city(code: "1") { name } b: city(code: "2") { name } }')) == 1


def test_fields_that_share_what_is_found_once_stay_together():
    shared = " ".join(f"a{number}: crossAppointments(first: {number + 1}) {{ nodes {{ id }} }}" for number in range(30))
    other = " ".join(f'b{number}: city(code: "1") {{ leaders {{ nodes {{ name }} }} }}' for number in range(30))
    statements = compiled(f"{{ {shared} {other} }}")
    keys = [[entry.key for entry in statement.shape.entries] for statement in statements]
    assert keys == [[f"a{number}" for number in range(30)], *([f"b{number}"] for number in range(30))]


def test_what_would_take_too_long_to_compile_is_refused():
    ids = [encode_id("City", "210681"), encode_id("Leader", "210681L001")]
    with pytest.raises(ClientError) as refused:
        compiled(f'{{ nodes(ids: ["{ids[0]}", "{ids[1]}"]) {{ id }} }}', OperationLimits(fields=2))
    assert refused.value.code is ErrorCode.TOO_COMPLEX
