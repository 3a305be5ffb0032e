import pytest
from graphql import FragmentDefinitionNode, OperationDefinitionNode, build_schema, parse

from graph_api.compiler.selection import beneath, collect

SCHEMA = build_schema("""
    interface Place { name: String parent: Place }
    type City implements Place { name: String parent: Place code: String }
    type Road { name: String }
    union Anything = City | Road
    type Query { city: City }
""")


def asked(text, variables=None, type_name="City"):
    """What the field `city` of the operation asks of an object of the type."""
    document = parse(text)
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    operation = next(d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    root = collect(SCHEMA, fragments, variables or {}, SCHEMA.query_type, [operation.selection_set])
    return collect(SCHEMA, fragments, variables or {}, SCHEMA.type_map[type_name], beneath(root["city"]))


def keys(*arguments, **named):
    return list(asked(*arguments, **named))


def test_fields_come_in_the_order_of_the_selection():
    assert keys("{ city { name code parent { name } } }") == ["name", "code", "parent"]


def test_an_alias_is_the_key():
    assert keys("{ city { a: name name } }") == ["a", "name"]


def test_fields_of_one_key_come_together_where_the_first_stands():
    groups = asked("{ city { parent { name } code parent { parent { name } } } }")
    assert {key: len(nodes) for key, nodes in groups.items()} == {"parent": 2, "code": 1}


def test_a_field_asked_for_twice_at_the_root_comes_together():
    assert keys("{ city { name } city { code } }") == ["name", "code"]


def test_an_inline_fragment_on_the_type_applies():
    assert keys("{ city { ... on City { code } name } }") == ["code", "name"]


def test_an_inline_fragment_on_an_interface_of_the_type_applies():
    assert keys("{ city { ... on Place { name } } }") == ["name"]


def test_an_inline_fragment_on_a_union_with_the_type_applies():
    assert keys("{ city { ... on Anything { __typename } } }") == ["__typename"]


def test_an_inline_fragment_on_another_type_does_not_apply():
    assert keys("{ city { ... on Place { ... on Road { name } } code } }") == ["code"]


def test_an_inline_fragment_without_a_type_applies():
    assert keys("{ city { ... { name } } }") == ["name"]


def test_a_named_fragment_applies():
    assert keys("{ city { ...F } } fragment F on Place { name }") == ["name"]


def test_a_named_fragment_on_another_type_does_not_apply():
    assert keys("{ city { ...F code } } fragment F on Place { name }", type_name="Road") == ["code"]


def test_a_named_fragment_counts_once():
    groups = asked("{ city { ...F ...F } } fragment F on City { name }")
    assert [len(nodes) for nodes in groups.values()] == [1]


@pytest.mark.parametrize(
    ("directive", "answer"),
    [
        ("@include(if: true)", ["name"]),
        ("@include(if: false)", []),
        ("@skip(if: true)", []),
        ("@skip(if: false)", ["name"]),
        ("@include(if: true) @skip(if: true)", []),
        ("@skip(if: false) @include(if: false)", []),
        ("@include(if: true) @skip(if: false)", ["name"]),
    ],
)
def test_a_field_is_kept_as_its_directives_say(directive, answer):
    assert keys(f"{{ city {{ name {directive} }} }}") == answer


@pytest.mark.parametrize(("value", "answer"), [(True, ["name"]), (False, [])])
def test_a_directive_may_ask_a_variable(value, answer):
    assert keys("query($x: Boolean!) { city { name @include(if: $x) } }", {"x": value}) == answer


def test_a_directive_on_an_inline_fragment_counts():
    assert keys("{ city { ... @skip(if: true) { name } code } }") == ["code"]


def test_a_directive_on_a_spread_counts():
    assert keys("{ city { ...F @include(if: false) code } } fragment F on City { name }") == ["code"]


def test_a_spread_that_was_left_out_may_come_later():
    assert keys("{ city { ...F @skip(if: true) code ...F } } fragment F on City { name }") == ["code", "name"]


def test_one_of_two_equal_fields_is_enough():
    assert keys("{ city { name @skip(if: true) name } }") == ["name"]
