"""How much work a document asks for is told from its text, without validating it."""

import pytest
from graphql import FragmentDefinitionNode, GraphQLError, get_introspection_query, parse

from graph_api.caches import Budget
from graph_api.errors import ErrorCode
from graph_api.execution.documents import Documents, RequestError
from graph_api.execution.extents import circular, comparisons, introspection
from graph_api.schema import graphql_schema
from graph_api.settings import Settings

SCHEMA = graphql_schema()


def parts(text):
    definitions = parse(text).definitions
    fragments = {each.name.value: each for each in definitions if isinstance(each, FragmentDefinitionNode)}
    return [definitions[0].selection_set], fragments


def compared(text):
    return comparisons(*parts(text))


def read(text):
    return Documents(SCHEMA, Settings(), Budget(1_000_000)).read(text)


def refusal(text):
    with pytest.raises(RequestError) as refused:
        read(text)
    return refused.value


def test_fields_of_different_keys_need_no_comparison():
    assert compared("{ a b c: a }") == 0


def test_each_two_fields_of_a_key_are_compared():
    assert compared("{ a a a a }") == 6


def test_what_is_selected_below_fields_of_a_key_is_compared_across_them():
    # One pair of `a`, and the three pairs of `b` below them.
    assert compared("{ a { b } a { b b } }") == 4


def test_inline_fragments_belong_to_the_object_around_them():
    assert compared("{ a ... { a ... on X { a } } }") == 3


def test_fragments_spread_side_by_side_are_compared_and_so_is_what_they_hold():
    assert compared("{ ...F ...G } fragment F on X { a } fragment G on X { a }") == 2


def test_a_fragment_that_is_spread_twice_counts_once():
    assert compared("{ ...F ...F } fragment F on X { a }") == 0


@pytest.mark.parametrize(
    ("fragments", "is_circular"),
    [
        ("fragment F on X { ...F }", True),
        ("fragment F on X { a { ...G } } fragment G on X { b { ... { ...F } } }", True),
        ("fragment F on X { ...G ...G } fragment G on X { a }", False),
        ("fragment F on X { ...Missing }", False),
    ],
)
def test_circles_of_fragments_are_found(fragments, is_circular):
    assert circular(parts(f"{{ ...F }} {fragments}")[1]) is is_circular


def test_a_circle_of_fragments_is_told_by_validation():
    refused = refusal("{ ...F } fragment F on Query { cities { nodes { ...G } } } fragment G on City { ...G }")
    assert refused.code is ErrorCode.GRAPHQL_VALIDATION_FAILED
    assert "within itself" in refused.errors[0].message


@pytest.mark.parametrize(
    "text",
    [
        "{ " + "rules { code } " * 300 + "}",
        "{ "
        + " ".join(f"...F{number}" for number in range(200))
        + " } "
        + " ".join(f"fragment F{number} on Query {{ a{number}: __typename }}" for number in range(200)),
        "{ rules { code } } fragment F on Query { " + "rules { code } " * 300 + "}",
        '{ city(code: "210681") { ' + "conference { place { code } } " * 90 + "} }",
        "{ " + " ".join(f"a{number}: __schema {{ ...S }}" for number in range(10)) + " } "
        "fragment S on __Schema { types { name fields { name args { name type { name } } type { name } } } }",
        "{ " + "__schema { types { name } } " * 300 + "}",
        " ".join(f"query Q{number} {{ ...F }}" for number in range(300))
        + " fragment F on Query { "
        + " ".join(f"a{number}: __typename" for number in range(100))
        + " }",
    ],
    ids=[
        "the same field",
        "many fragments",
        "an unused fragment",
        "the same nested fields",
        "the schema ten times",
        "a part of the schema often",
        "an operation often",
    ],
)
def test_what_would_take_long_to_validate_or_to_answer_is_refused_before(text, monkeypatch):
    monkeypatch.setattr("graph_api.execution.documents.validate", lambda *_, **__: pytest.fail("validated"))
    assert refusal(text).code is ErrorCode.TOO_COMPLEX


def test_the_schema_itself_can_be_asked_for_as_tools_do():
    assert read(get_introspection_query(specified_by_url=True, input_value_deprecation=True)).operations


def test_introspection_counts_what_lists_of_the_schema_hold():
    sizes = introspection(SCHEMA)
    (all_names,), _ = parts("{ __schema { types { name } } }")
    (all_fields,), _ = parts("{ __schema { types { name fields { name } } } }")
    assert len(SCHEMA.type_map) <= sizes.values(all_names, {}) < sizes.values(all_fields, {})


def test_the_fields_of_all_operations_of_a_document_count():
    operations = " ".join(
        f"query Q{number} {{ " + " ".join(f"a{field}: __typename" for field in range(150)) + " }"
        for number in range(10)
    )
    assert len(read(operations).operations) == 10
    with pytest.raises(RequestError) as refused:
        Documents(SCHEMA, Settings(max_fields=1_000), Budget(1_000_000)).read(operations)
    assert isinstance(refused.value.errors[0], GraphQLError)
    assert refused.value.code is ErrorCode.TOO_COMPLEX
