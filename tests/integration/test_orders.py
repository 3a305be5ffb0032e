"""Every list can be sorted by every field that it offers: in both directions, null last, ties in the list's own order."""

import pytest
from asking import asking
from graphql import get_named_type, is_object_type

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.database import open_database
from graph_api.execution import Engine
from graph_api.schema import graphql_schema
from graph_api.schema.orders import Orders, orders
from graph_api.settings import Settings

SCHEMA = graphql_schema()
MODEL_TYPES = [type_ for type_ in SCHEMA.type_map.values() if is_object_type(type_)]
LISTS = [(type_, name) for type_ in MODEL_TYPES for name, field in type_.fields.items() if "orderBy" in field.args]
# Some of their orders are no fields of the items.
OWN = {
    ("Query", "communities"),
    ("City", "communities"),
    ("Subdistrict", "communities"),
    ("Query", "persons"),
    ("Query", "bridges"),
}
# Groups have no ID; tests/integration/test_sums.py sorts them.
FIELD_ORDERED = [
    (type_, name) for type_, name in LISTS if (type_.name, name) not in OWN and "groupBy" not in type_.fields[name].args
]
# What tells items apart that have no ID, and arguments that a list must have.
IDS = {"suitability": "id: community { id }", "workloads": "id: leader { id }"}
REQUIRED = {"workloads": 'from: "2025-07-01", until: "2026-07-01", '}
MANY = 100
AT_ONCE = 3
PAIRINGS = "MATCH (start)-[pairing:PAIRED_WITH]->() WHERE start:{label} RETURN pairing.id AS id ORDER BY id LIMIT 3"
LINKED = "MATCH (node:{label}) WITH node ORDER BY COUNT {{ (node)--() }} DESC, node.id LIMIT 3 RETURN node.id AS id"


@pytest.fixture(scope="module")
async def ask(donggang, neo4j_address):
    async with open_database(neo4j_address, statement_seconds=120) as patient:
        yield asking(Engine(patient, load_catalogue(), Settings()))


def camel(value):
    first, *rest = value.lower().split("_")
    return first + "".join(map(str.capitalize, rest))


async def roots(type_, database):
    """Where the list is found: the root, or some objects of the type with many relations."""
    if type_ is SCHEMA.query_type:
        return ["{{ {} }}"]
    statement = PAIRINGS if type_.name.endswith("Pairing") else LINKED
    label = type_.name.removesuffix("Pairing")
    ids = [encode_id(type_.name, id_) for [id_] in await database.read(statement.format(label=label))]
    return [f'{{{{ node(id: "{id_}") {{{{ ... on {type_.name} {{{{ {{}} }}}} }}}} }}}}' for id_ in ids]


def inner(data, type_):
    return data if type_ is SCHEMA.query_type else data["node"]


async def together(ask, root, type_, parts):
    """The data of all the fields, asked a few at a time."""
    found = {}
    for at in range(0, len(parts), AT_ONCE):
        found |= inner(await ask(root.format(" ".join(parts[at : at + AT_ONCE]))), type_)
    return found


def leaves(type_, name, fields):
    """How the fields are selected below `edges`: on the edge if it has the field, else on its node."""
    edge = get_named_type(get_named_type(type_.fields[name].type).fields["edges"].type)
    own = [field for field in fields if field in edge.fields]
    return f"{' '.join(own)} node {{ {IDS.get(name, 'id')} {' '.join(field for field in fields if field not in own)} }}"


async def everything(ask, root, type_, name, selected):
    """All items of the list in its own order."""
    items, after = [], ""
    while True:
        text = root.format(
            f"list: {name}({REQUIRED.get(name, '')}first: {MANY}{after}) "
            f"{{ pageInfo {{ hasNextPage endCursor }} edges {{ {selected} }} }}"
        )
        page = inner(await ask(text), type_)["list"]
        items += [edge.pop("node") | edge for edge in page["edges"]]
        if not page["pageInfo"]["hasNextPage"]:
            return items
        after = f', after: "{page["pageInfo"]["endCursor"]}"'


def by(items, field, direction):
    """The items sorted by the field: null last, and ties as they come."""
    known = [item for item in items if item[field] is not None]
    ordered = sorted(known, key=lambda item: item[field], reverse=direction == "DESC")
    if direction == "DESC":
        # Python reverses ties too.
        ordered = [item for value in dict.fromkeys(i[field] for i in ordered) for item in known if item[field] == value]
    return ordered + [item for item in items if item[field] is None]


@pytest.mark.parametrize(("type_", "name"), FIELD_ORDERED, ids=lambda each: getattr(each, "name", each))
async def test_a_list_is_sorted_by_each_of_its_fields(ask, donggang, type_, name):
    order = get_named_type(type_.fields[name].args["orderBy"].type)
    values = list(get_named_type(order.fields["field"].type).values)
    selected = leaves(type_, name, [camel(value) for value in values])
    for root in await roots(type_, donggang):
        items = await everything(ask, root, type_, name, selected)
        wanted = {
            f"{value}_{direction}": by(items, camel(value), direction)
            for value in values
            for direction in ("ASC", "DESC")
        }
        arguments = {
            alias: REQUIRED.get(name, "")
            + f"orderBy: {{ field: {alias[:-4].rstrip('_')}, direction: {alias.rpartition('_')[2]} }}"
            for alias in wanted
        }
        first = [
            f"{alias}: {name}({given}, first: {MANY}) {{ edges {{ cursor }} nodes {{ {IDS.get(name, 'id')} }} }}"
            for alias, given in arguments.items()
        ]
        pages = await together(ask, root, type_, first)
        for alias, page in pages.items():
            assert [node["id"] for node in page["nodes"]] == [item["id"] for item in wanted[alias]][:MANY], (
                root,
                alias,
            )
        middle = len(items[:MANY]) // 2
        if not middle:
            continue
        cut = [
            f'{alias}_{edge}: {name}({given}, {size}: 3, {edge}: "{pages[alias]["edges"][middle]["cursor"]}") '
            f"{{ pageInfo {{ {more} }} nodes {{ {IDS.get(name, 'id')} }} }}"
            for alias, given in arguments.items()
            for edge, size, more in (("after", "first", "hasPreviousPage"), ("before", "last", "hasNextPage"))
        ]
        for alias, page in (await together(ask, root, type_, cut)).items():
            ids = [item["id"] for item in wanted[alias.rpartition("_")[0]]]
            after = alias.endswith("_after")
            assert [node["id"] for node in page["nodes"]] == (
                ids[middle + 1 : middle + 4] if after else ids[max(middle - 3, 0) : middle]
            ), (root, alias)
            assert page["pageInfo"] == ({"hasPreviousPage": True} if after else {"hasNextPage": True})


def test_an_order_offers_fields_of_the_schema():
    found = orders("Visit", "visits", "date", "submitted_on")
    assert isinstance(found, Orders)
    assert found == {"DATE": "date", "SUBMITTED_ON": "submittedOn"}
