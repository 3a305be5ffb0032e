"""Variables of an operation: read as graphql-core reads them, whichever way."""

import json
import re
from itertools import chain

import pytest
from graphql import build_schema, parse
from graphql.execution.values import get_variable_values
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_api.execution.variables import Variables

SCHEMA = build_schema(
    """type Query { a(code: String, id: ID, ids: [ID!], n: Int, kind: Kind, range: Range, share: Float, on: Boolean): String }
    enum Kind { ONE } input Range { min: Int! max: Int }"""
)
DECLARED = ("String", "String!", "ID", "ID!", 'String = "x"', "[ID!]", "Int", "Kind", "Kind!", "Nothing")
VALUES = (
    st.none() | st.text(max_size=3) | st.integers(-3, 3) | st.booleans() | st.lists(st.text(max_size=2), max_size=2)
)


def shown(found):
    """What can be compared: types of lists are other objects each time, and errors have words of our own."""
    if isinstance(found, list):
        return "refused"
    sources = {name: (str(source.signature.type), source.value) for name, source in found.sources.items()}
    return found.coerced, sources


@given(
    st.dictionaries(st.sampled_from(["one", "two", "three"]), st.sampled_from(DECLARED), max_size=3),
    st.dictionaries(st.sampled_from(["one", "two", "three", "four"]), VALUES, max_size=4),
)
@settings(deadline=None, max_examples=400)
def test_values_are_those_of_graphql_core(declared, variables):
    written = ", ".join(f"${name}: {type_}" for name, type_ in declared.items())
    operation = parse(f"query {f'({written})' if written else ''} {{ a }}").definitions[0]
    expected = get_variable_values(SCHEMA, operation.variable_definitions or (), variables)
    got = Variables(SCHEMA, operation).values(variables)
    assert shown(got) == shown(expected)


@pytest.mark.parametrize("given", ["", "东港", "x" * 10_000])
def test_a_text_comes_as_it_is(given):
    operation = parse("query ($code: String!) { a(code: $code) }").definitions[0]
    assert Variables(SCHEMA, operation).values({"code": given}).coerced == {"code": given}


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers().map(lambda n: 10**5000 + n)
    | st.floats()
    | st.text(max_size=60),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
TYPES = ("String!", "ID!", "[ID!]!", "Int", "Int!", "Kind", "[Kind!]", "Range", "[Range!]", "Boolean", "Float")
OF_PYTHON = re.compile(r"\bTrue\b|\bFalse\b|\bNone\b|sys\.|Traceback|\{'|<\w+ object")


@given(st.sampled_from(TYPES), JSON)
@settings(deadline=None, max_examples=400)
def test_what_is_wrong_is_said_in_words_of_json_and_in_few_of_them(type_, value):
    operation = parse(f"query ($value: {type_}) {{ a }}").definitions[0]
    found = Variables(SCHEMA, operation).values({"value": value})
    for error in found if isinstance(found, list) else []:
        echoed = error.message
        for text in texts(value):
            echoed = echoed.replace(json.dumps(text, ensure_ascii=False)[1:-1] or "\0", "")
        assert not OF_PYTHON.search(echoed)
        assert len(error.message) < 300
        assert error.locations
        assert error.message.startswith("`$value")


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from chain.from_iterable(map(texts, value))
    elif isinstance(value, dict):
        yield from chain.from_iterable(chain(texts(key), texts(inner)) for key, inner in value.items())


@pytest.mark.parametrize(
    ("type_", "value", "message"),
    [
        ("Int", "x", '`$value` must be a whole number of 32 bits, but is the text "x".'),
        ("Int", True, "`$value` must be a whole number of 32 bits, but is true."),
        ("Int", 2**31, "`$value` must be a whole number of 32 bits, but is the number 2147483648."),
        pytest.param(
            "Int",
            10**5000,
            "`$value` must be a whole number of 32 bits, but is a number out of range.",
            id="5001 digits",
        ),
        ("Int", float("nan"), "`$value` must be a whole number of 32 bits, but is a number out of range."),
        ("String!", None, "`$value` is null, but must have a value."),
        ("String", {"nam": True}, "`$value` must be a text, but is an object."),
        ("[ID!]!", ["a", None], "`$value[1]` is null, but must have a value."),
        ("[Kind!]", "x" * 60, f'`$value` must be one of ONE, but is the text "{"x" * 26} … {"x" * 13}".'),
        ("Range", [], "`$value` must be an object, but is a list."),
        ("Range", {}, "`$value` lacks the field `min`, which must have a value."),
        ("Range", {"min": 1, "nam": None}, '`$value` has a field "nam", which `Range` lacks.'),
        ("[Range!]", [{"min": 1}, {"min": None}], "`$value[1].min` is null, but must have a value."),
    ],
)
def test_a_refusal_says_where_in_the_value_what_is_wrong(type_, value, message):
    operation = parse(f"query ($value: {type_}) {{ a }}").definitions[0]
    assert [error.message for error in Variables(SCHEMA, operation).values({"value": value})] == [message]


def test_a_variable_without_a_value_is_refused_by_its_name():
    operation = parse("query ($value: String!) { a }").definitions[0]
    [error] = Variables(SCHEMA, operation).values({})
    assert error.message == "`$value` must have a value of the type `String!`."


def test_twenty_errors_are_told_at_most():
    operation = parse("query ($value: [Int!]) { a }").definitions[0]
    assert len(Variables(SCHEMA, operation).values({"value": ["x"] * 1000})) == 20
