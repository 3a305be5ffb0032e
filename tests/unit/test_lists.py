"""Which list a command reads to its end, and what its columns are."""

import pytest
from graphql import parse, validate

from graph_api.cli.formats import value_at
from graph_api.cli.lists import list_of
from graph_api.errors import SetupError
from graph_api.schema import graphql_schema


@pytest.mark.parametrize(
    ("document", "path", "columns"),
    [
        (
            "{ communities { totalCount nodes { code subdistrict { name } } } }",
            "communities.nodes",
            "code subdistrict.name",
        ),
        ("{ all: communities { edges { cursor node { id: code } } } }", "all.edges", "cursor node.id"),
        ('{ city(code: "1") { name of: figures { key } } }', "city.of", "key"),
        ("{ rules { code } communities { nodes { code } } }", "communities.nodes", "code"),
        ("{ communities { totalCount } }", "", "communities.totalCount"),
        (
            "{ communities { nodes { ...Names } } } fragment Names on Community { code name code }",
            "communities.nodes",
            "code name",
        ),
        ("{ communities { nodes { departments { nodes { name } } } } }", "communities.nodes", "departments.nodes.name"),
        (
            '{ search(text: "桥") { __typename ... on Place { code } ... on Actor { name } } }',
            "search",
            "__typename code name",
        ),
    ],
)
def test_the_list_and_its_columns(document, path, columns):
    listed = list_of(document, None)
    assert (".".join(listed.path), [".".join(column) for column in listed.columns]) == (path, columns.split())
    assert validate(graphql_schema(), parse(listed.document)) == []


@pytest.mark.parametrize(
    ("document", "variable"),
    [
        ("{ communities { nodes { code } } }", "_after"),
        ('{ communities(after: "x") { nodes { code } } }', "_after"),
        ("query Own($cursor: String) { communities(after: $cursor) { nodes { code } } }", "cursor"),
        ("{ ...All } fragment All on Query { communities(first: 2) { nodes { code } } }", "_after"),
    ],
)
async def test_all_pages_are_read(document, variable):
    listed, asked = list_of(document, None), []

    async def ask(text, variables):
        assert validate(graphql_schema(), parse(text)) == []
        asked.append(dict(variables))
        page = {"hasNextPage": len(asked) < 3, "endCursor": f"end {len(asked)}"}
        return {"communities": {"_page": page, "nodes": [{"code": len(asked)}]}}

    data = await listed.read(ask, {"first": 1})
    assert data == {"communities": {"nodes": [{"code": 1}, {"code": 2}, {"code": 3}]}}
    assert listed.rows(data) == [{"code": 1}, {"code": 2}, {"code": 3}]
    assert asked == [{"first": 1}, {"first": 1, variable: "end 1"}, {"first": 1, variable: "end 2"}]


def test_a_list_from_its_end_is_not_continued():
    assert list_of("{ communities(last: 3) { nodes { code } } }", None).connection is None


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ("{", None),
        ("{ nonsense }", None),
        ("{ rules { code } }", "Other"),
        ("query A { __typename } query B { __typename }", None),
    ],
)
def test_what_can_not_be_run_has_no_list(document, name):
    assert list_of(document, name) is None


def test_one_of_several_lists_is_not_guessed():
    with pytest.raises(SetupError, match=r"several lists \(a, departments\)"):
        list_of("{ a: communities { nodes { code } } departments { nodes { code } } }", None)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("name",), "x"),
        (("none", "name"), None),
        (("all", "nodes", "name"), ["a", "b"]),
        (("all", "nodes", "deep", "name"), [["c"], None]),
        (("absent",), None),
    ],
)
def test_the_value_at_a_path(path, value):
    row = {
        "name": "x",
        "none": None,
        "all": {"nodes": [{"name": "a", "deep": [{"name": "c"}]}, {"name": "b", "deep": None}]},
    }
    assert value_at(row, path) == value
