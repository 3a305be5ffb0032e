"""Sums: however a list is grouped, its groups add up to it, each stands once, and they come in order, page by page."""

import pytest
from asking import asking
from graphql import get_named_type, is_leaf_type

from graph_api.catalogue import load_catalogue
from graph_api.database import open_database
from graph_api.execution import Engine
from graph_api.schema import graphql_schema
from graph_api.settings import Settings

ROOT = graphql_schema().query_type
SUMS = {name: field for name, field in ROOT.fields.items() if "groupBy" in field.args}
DAY = "2026-06-30"


def dimensions(name):
    return list(get_named_type(SUMS[name].args["groupBy"].type).values)


def selection(name):
    """The key, with the codes and IDs of its objects."""
    group = get_named_type(get_named_type(SUMS[name].type).fields["nodes"].type)
    key = group.fields["key"].type.of_type
    leaves = [
        field if is_leaf_type(type_) else f"{field} {{ {'id' if 'id' in type_.fields else 'code'} }}"
        for field, type_ in ((field, get_named_type(found.type)) for field, found in key.fields.items())
    ]
    return f"key {{ {' '.join(leaves)} }} count"


@pytest.fixture(scope="module")
async def ask(donggang, neo4j_address):
    async with open_database(neo4j_address, statement_seconds=120) as patient:
        yield asking(Engine(patient, load_catalogue(), Settings()))


async def groups(ask, name, by, size=100, order=""):
    """All groups, page by page."""
    found, after = [], ""
    while True:
        page = (
            await ask(
                f'{{ {name}(groupBy: [{", ".join(by)}], within: "210681", asOf: "{DAY}", first: {size}{order}{after}) '
                f"{{ totalCount pageInfo {{ hasNextPage endCursor }} nodes {{ {selection(name)} }} }} }}"
            )
        )[name]
        found += page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            assert len(found) == page["totalCount"]
            return found
        after = f', after: "{page["pageInfo"]["endCursor"]}"'


@pytest.mark.parametrize("name", SUMS)
async def test_groups_add_up_to_all_and_stand_once(ask, name):
    [whole] = await groups(ask, name, [])
    assert set(map(str, whole["key"].values())) == {"None"}
    for dimension in dimensions(name):
        found = await groups(ask, name, [dimension])
        assert sum(group["count"] for group in found) == whole["count"], dimension
        assert len({str(group["key"]) for group in found}) == len(found), dimension
        named = {field for group in found for field, value in group["key"].items() if value is not None}
        assert named <= {dimension.lower()}


@pytest.mark.parametrize("name", SUMS)
async def test_groups_come_page_by_page_by_key_or_by_measure(ask, name):
    by = [dimension for dimension in ("SUBDISTRICT", "QUARTER", "RULE") if dimension in dimensions(name)]
    found = await groups(ask, name, by)
    assert await groups(ask, name, by, size=7) == found
    assert len(found) > 7
    order = ", orderBy: { field: COUNT, direction: DESC }"
    assert await groups(ask, name, by, size=7, order=order) == sorted(found, key=lambda group: -group["count"])


@pytest.mark.parametrize("name", SUMS)
async def test_a_dimension_that_is_named_twice_counts_once(ask, name):
    one, *_ = dimensions(name)
    assert await groups(ask, name, [one, one]) == await groups(ask, name, [one])
