"""The compiler on another domain than the product's, compiled and run on the real Neo4j."""

from datetime import date

import pytest
from compiler.library import MODEL, Loans
from graphql import parse
from graphql.execution.values import get_variable_values

from graph_api.compiler.calls import Bound
from graph_api.compiler.ids import encode_id
from graph_api.compiler.statement import compile_operation

DAY = date(2026, 6, 30)
LOANS = {"b1": 7, "m1": 2}
SHELVES = """
CREATE (a:Author {name: 'Ann'})-[:WROTE {since: date('2020-01-01')}]->(:Work:Book {id: 'b1', title: 'Rivers', pages: 300}),
  (a)-[:WROTE {since: date('2010-01-01')}]->(m:Work:Magazine {id: 'm1', title: 'Weekly'}),
  (:Author {name: 'Bob'})-[:WROTE {since: date('2015-01-01')}]->(m),
  (:Work:Book {id: 'b2', title: 'Mountains', pages: 120})
"""


@pytest.fixture(scope="module")
async def library(database):
    """The run's database, with the library in it until the tests here are done."""
    await database.write(SHELVES)
    yield database
    await database.write("MATCH (node:Author|Work) DETACH DELETE node")


def bound(text, **given):
    [operation] = parse(text).definitions
    variables = get_variable_values(MODEL.schema, operation.variable_definitions or (), given)
    [statement] = compile_operation(MODEL, operation, {}, variables).statements
    return statement, statement.bind(variables, Bound(DAY))


@pytest.fixture
def ask(library):
    async def answer(text, **given):
        statement, parameters = bound(text, **given)
        results = {number: LOANS for number, task in statement.tasks(parameters).items() if task.kind is Loans}
        statement.settle(results, parameters, parameters=True)
        [[row]] = await library.read(statement.text, parameters.values)
        data, errors = statement.read(row, parameters)
        assert errors == []
        return data

    return answer


async def test_pages_follow_each_other(ask):
    first = (await ask("{ works(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { title } } }"))[
        "works"
    ]
    assert first["totalCount"] == 3
    assert first["pageInfo"]["hasNextPage"] is True
    assert [node["title"] for node in first["nodes"]] == ["Mountains", "Rivers"]
    rest = await ask(f'{{ works(after: "{first["pageInfo"]["endCursor"]}") {{ edges {{ node {{ title }} }} }} }}')
    assert rest == {"works": {"edges": [{"node": {"title": "Weekly"}}]}}


async def test_rows_are_filtered_and_sorted(ask):
    found = await ask(
        '{ works(filter: {title: "o"}) { nodes { title } } '
        "by: works(orderBy: {field: PAGES, direction: DESC}, first: 2) { nodes { title } } }"
    )
    assert found["works"]["nodes"] == [{"title": "Mountains"}]
    assert [node["title"] for node in found["by"]["nodes"]] == ["Weekly", "Rivers"]


async def test_rows_are_grouped(ask):
    measured = "key { initial } count pages"
    found = await ask(
        f"{{ workSums(groupBy: [INITIAL]) {{ totalCount nodes {{ {measured} }} }} "
        f'all: workSums(filter: {{title: "e"}}) {{ nodes {{ {measured} }} }} }}'
    )
    assert found["workSums"] == {
        "totalCount": 3,
        "nodes": [
            {"key": {"initial": "M"}, "count": 1, "pages": 120},
            {"key": {"initial": "R"}, "count": 1, "pages": 300},
            {"key": {"initial": "W"}, "count": 1, "pages": 0},
        ],
    }
    assert found["all"]["nodes"] == [{"key": {"initial": None}, "count": 2, "pages": 300}]


def test_what_is_grouped_by_is_no_part_of_the_text():
    query = "query($by: [WorkDimension!]) { workSums(groupBy: $by) { nodes { count } } }"
    assert bound(query, by=["INITIAL"])[0].text == bound(query, by=[])[0].text


async def test_an_interface_shows_the_fields_of_each_type(ask):
    found = await ask('{ author(name: "Ann") { works { nodes { __typename title ... on Book { pages } } } } }')
    assert found["author"]["works"]["nodes"] == [
        {"__typename": "Magazine", "title": "Weekly"},
        {"__typename": "Book", "title": "Rivers", "pages": 300},
    ]


async def test_lists_nest(ask):
    found = await ask('{ author(name: "Bob") { works { nodes { authors { name } } } } }')
    assert found == {"author": {"works": {"nodes": [{"authors": [{"name": "Ann"}, {"name": "Bob"}]}]}}}


async def test_a_stage_gives_values_and_conditions(ask):
    found = await ask("{ works(filter: {borrowed: true}) { nodes { title loans } } }")
    assert found == {"works": {"nodes": [{"title": "Rivers", "loans": 7}, {"title": "Weekly", "loans": 2}]}}


def test_a_stage_covers_the_area_that_the_domain_names():
    statement, parameters = bound(
        '{ works(shelf: "east") { nodes { loans } } author(name: "Ann") { works { nodes { loans } } } }'
    )
    assert [task.area for task in statement.tasks(parameters).values()] == ["east", "everywhere"]


async def test_an_object_is_fetched_again_by_its_id(ask):
    found = await ask("{ works(first: 1) { nodes { id title } } }")
    [node] = found["works"]["nodes"]
    assert node == {"id": encode_id("Book", "b2"), "title": "Mountains"}
    again = await ask(f'{{ node(id: "{node["id"]}") {{ id title ... on Book {{ pages }} }} }}')
    assert again == {"node": {**node, "pages": 120}}


SPELLED = """query($letters: Letters) {
  works(first: 1) { nodes { small: spelled spelled(letters: $letters) capital: spelled(letters: CAPITAL) } }
}"""


@pytest.mark.parametrize(("given", "spelled"), [({}, "mountains"), ({"letters": None}, "mountains")])
async def test_a_function_takes_the_field_s_arguments(ask, given, spelled):
    found = await ask(SPELLED, **given)
    assert found["works"]["nodes"] == [{"small": "mountains", "spelled": spelled, "capital": "MOUNTAINS"}]


async def test_the_argument_of_a_function_is_no_part_of_the_text(ask):
    found = await ask(SPELLED, letters="CAPITAL")
    assert found["works"]["nodes"][0]["spelled"] == "MOUNTAINS"
    assert bound(SPELLED, letters="CAPITAL")[0].text == bound(SPELLED)[0].text


def test_a_method_of_a_plain_object_takes_the_field_s_arguments():
    statement, parameters = bound("{ sign { text capital: text(letters: CAPITAL) } }")
    assert statement.text == ""
    assert statement.read([], parameters) == ({"sign": {"text": "fiction", "capital": "FICTION"}}, [])
