import pytest
from graphql import FragmentDefinitionNode, OperationDefinitionNode, parse

from graph_api.execution.locations import Locator

TEXT = """query {
  city(code: "x") { name }
  other: city(code: "y") {
    ...Part
    ... on City { places: communities { nodes { id } } }
  }
}
fragment Part on City {
  ...Inner name
  places: communities { nodes { code } }
}
fragment Inner on City { name }
"""


def locations(path):
    definitions = parse(TEXT).definitions
    [operation] = [each for each in definitions if isinstance(each, OperationDefinitionNode)]
    fragments = {each.name.value: each for each in definitions if isinstance(each, FragmentDefinitionNode)}
    found = Locator(operation, fragments).locations(path)
    return [(each["line"], each["column"]) for each in found]


@pytest.mark.parametrize(
    ("path", "places"),
    [
        (("city",), [(2, 3)]),
        (("city", "name"), [(2, 21)]),
        (("other",), [(3, 3)]),
        (("other", "name"), [(12, 26), (9, 12)]),
        (("other", "places"), [(10, 3), (5, 19)]),
        (("other", "places", "nodes", 7, "id"), [(5, 49)]),
        (("other", "places", "nodes", 7, "code"), [(10, 33)]),
        (("other", "places", "nodes", 7), [(10, 25), (5, 41)]),
        (("nothing",), []),
        ((), []),
    ],
)
def test_a_field_stands_wherever_it_is_asked_for(path, places):
    assert locations(path) == places
