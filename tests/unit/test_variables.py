"""Variables of an operation: read as graphql-core reads them, whichever way."""

import pytest
from graphql import build_schema, parse
from graphql.execution.values import get_variable_values
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_api.execution.variables import Variables

SCHEMA = build_schema(
    "type Query { a(code: String, id: ID, ids: [ID!], n: Int, kind: Kind): String } enum Kind { ONE }"
)
DECLARED = ("String", "String!", "ID", "ID!", 'String = "x"', "[ID!]", "Int", "Kind", "Kind!", "Nothing")
VALUES = (
    st.none() | st.text(max_size=3) | st.integers(-3, 3) | st.booleans() | st.lists(st.text(max_size=2), max_size=2)
)


def shown(found):
    """What can be compared: types of lists are other objects each time."""
    if isinstance(found, list):
        return [str(error) for error in found]
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
    got = Variables(SCHEMA, operation, hide_suggestions=False).values(variables)
    assert shown(got) == shown(expected)


@pytest.mark.parametrize("given", ["", "东港", "x" * 10_000])
def test_a_text_comes_as_it_is(given):
    operation = parse("query ($code: String!) { a(code: $code) }").definitions[0]
    assert Variables(SCHEMA, operation, hide_suggestions=False).values({"code": given}).coerced == {"code": given}
