import pytest
from graphql import FragmentDefinitionNode, OperationDefinitionNode, get_location, parse

from graph_api.caches import Budget
from graph_api.execution.documents import Documents
from graph_api.execution.locations import Locator
from graph_api.schema import graphql_schema
from graph_api.settings import Settings

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


def test_places_are_those_that_graphql_core_tells_in_a_document_without_its_tokens():
    text = (
        "query Q {\r\n  a: rules { code }\n\n\r  b: rules {\n code } ...F }\nfragment F on Query { c: rules { code } }"
    )
    document = Documents(graphql_schema(), Settings(), Budget(1_000_000)).read(text)
    operation = document.operation(None).node
    locator = Locator(operation, document.fragments)
    fields = {"a": operation.selection_set.selections[0], "b": operation.selection_set.selections[1]}
    fields["c"] = document.fragments["F"].selection_set.selections[0]
    for key, node in fields.items():
        there = get_location(node.loc.source, node.loc.start)
        assert locator.locations((key,)) == [{"line": there.line, "column": there.column}]
