from graphql import GraphQLObjectType

from differential.comparison import differences
from differential.reference import resolved
from differential.scope import fields, has_type


def test_the_reference_answers_every_field(reference):
    """A field that is new in the schema gets a resolver here, or a place among what is tested elsewhere."""
    types = (one for one in reference.schema.type_map.values() if isinstance(one, GraphQLObjectType))
    asked = {
        f"{type_.name}.{name}"
        for type_ in types
        if has_type(type_.name) and not type_.name.startswith("__")
        for name in fields(type_)
    }
    assert {field for field in asked if not resolved(*field.split("."))} == set()


def test_a_difference_is_told(reference):
    text = '{ city(code: "210681", asOf: "2026-06-30") { code name subdistricts(first: 1) { totalCount } } }'
    answer = reference.answer(text, {})
    same = {"city": {"code": "210681", "name": "东港市", "subdistricts": {"totalCount": 3}}}
    turned = {"city": {"name": "东港市", "code": "210681", "subdistricts": {"totalCount": 3}}}
    other = {"city": {"code": "210681", "name": "东港市", "subdistricts": {"totalCount": 4}}}
    assert differences(answer, same, set(), {}) == []
    assert differences(answer, turned, set(), {}) == [
        "city: expected the keys ['code', 'name', 'subdistricts'], but got ['name', 'code', 'subdistricts']"
    ]
    assert differences(answer, other, set(), {}) == ["city.subdistricts.totalCount: expected 3, but got 4"]
    assert differences(answer, same, {"INTERNAL"}, {}) == ["errors: expected [], but got ['INTERNAL']"]
