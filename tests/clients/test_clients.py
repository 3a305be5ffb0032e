"""Clients of others: Relay's compiler, and the normalised caches of Apollo and urql, run by Node where it is there."""

import json
from pathlib import Path

import pytest
from graphql import get_named_type, is_interface_type, is_leaf_type

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.compiler.model import is_connection
from graph_api.database import open_database
from graph_api.execution import Engine, Request
from graph_api.schema import graphql_schema, printed
from graph_api.settings import Settings

HERE = Path(__file__).parent
SCHEMA = graphql_schema()
NODES = sorted(type_.name for type_ in SCHEMA.get_possible_types(SCHEMA.type_map["Node"]))
DAYS = ("2024-06-30", "2026-06-30", None)


PAGE = '@argumentDefinitions(size: {type: "Int", defaultValue: 10}, cursor: {type: "String"})'


def fragments():
    """A fragment that can be fetched again on every type that is a node, and one for each of its lists, page by page."""
    for name in NODES:
        fields = SCHEMA.type_map[name].fields
        leaves = [key for key, field in fields.items() if not field.args and is_leaf_type(get_named_type(field.type))]
        yield fragment(name, name, "", " ".join(leaves))
        for key, field in fields.items():
            if is_connection(field):
                listed = f'{key}(first: $size, after: $cursor) @connection(key: "refetched_{name}_{key}")'
                yield fragment(f"{name}_{key}", name, PAGE, f"{listed} {{ edges {{ node {{ __typename }} }} }}")


def fragment(name, type_name, directive, selection):
    refetchable = f'@refetchable(queryName: "refetched_{name}_Query")'
    return f"graphql`fragment refetched_{name} on {type_name} {refetchable} {directive} {{ {selection} }}`;"


def test_relay_s_compiler_takes_a_refetchable_fragment_on_every_node(node, tmp_path):
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "refetched.js").write_text("\n".join(fragments()), encoding="utf-8")
    (tmp_path / "schema.graphql").write_text(printed(), encoding="utf-8")
    config = {"src": "src", "schema": "schema.graphql", "language": "javascript"}
    (tmp_path / "relay.config.json").write_text(json.dumps(config), encoding="utf-8")
    node(HERE / "node_modules" / "relay-compiler" / "cli.js", cwd=tmp_path)
    assert len(list(tmp_path.glob("src/__generated__/refetched_*_Query.graphql.js"))) >= len(NODES)


BOARD = """query Board($day: Date) {
  department(code: "210681D001", asOf: $day) { __typename id deedCount pairing { __typename id until } }
  community(code: "210681001003", asOf: $day) {
    __typename id coverage { __typename rate }
    departments(first: 20) { __typename totalCount edges { __typename cursor
      node { __typename id deedCount } pairing { __typename id until aligned }
    } }
    leaders { __typename nodes { __typename id title person { __typename id name } } }
    conference { __typename id ... on Conference { overdue } }
  }
  search(text: "桥东", first: 10, asOf: $day) { __typename id ... on Actor { name } }
}"""
AGAIN = """query Again($id: ID!, $ids: [ID!]!) {
  node(id: $id) { __typename id ... on Department { deedCount } }
  nodes(ids: $ids) { __typename id ... on City { coverage { __typename rate } } }
}"""


@pytest.fixture(scope="module")
async def ask(donggang, neo4j_address):
    async with open_database(neo4j_address, statement_seconds=120) as patient:
        engine = Engine(patient, load_catalogue(), Settings())

        async def asked(query, variables):
            answer = json.loads((await engine.answer(Request(query, variables, None), request_id="r")).body)
            assert "errors" not in answer, answer["errors"]
            return {"query": query, "variables": variables, "data": answer["data"]}

        yield asked


@pytest.mark.parametrize("days", [DAYS, DAYS[::-1]], ids=["forwards", "backwards"])
async def test_normalised_caches_answer_for_each_day_what_was_answered_for_it(node, ask, days):
    answers = [await ask(BOARD, {"day": day}) for day in days]
    departments = [encode_id("Department", "210681D001", day or "") for day in days]
    cities = [encode_id("City", "210681", day or "") for day in days]
    answers += [await ask(AGAIN, {"id": department, "ids": cities}) for department in departments]
    interfaces = [type_ for type_ in SCHEMA.type_map.values() if is_interface_type(type_)]
    possible = {type_.name: [one.name for one in SCHEMA.get_possible_types(type_)] for type_ in interfaces}
    found = json.loads(node("caches.js", given=json.dumps({"possibleTypes": possible, "answers": answers})))
    given = [answer["data"] for answer in answers]
    assert found == {"apollo": given, "urql": given}
    assert len({answer["department"]["deedCount"] for answer in given[: len(days)]}) > 1
