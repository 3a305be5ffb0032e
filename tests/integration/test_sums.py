"""Sums: however a list is grouped, its groups add up to it, each stands once, and they come in order, page by page."""

from collections import Counter
from itertools import pairwise

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


FINDINGS = """query($filter: FindingFilter, $after: String) {
  coverageFindings(within: "210681", asOf: "2026-06-30", filter: $filter, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { rule { code obligation } result place { code level } }
  }
}"""
FINDING_VALUES = {
    "RULE": lambda finding: finding["rule"]["code"],
    "OBLIGATION": lambda finding: finding["rule"]["obligation"],
    "RESULT": lambda finding: finding["result"],
    "LEVEL": lambda finding: finding["place"]["level"],
    **{
        level: lambda finding, digits=digits: code[:digits] if len(code := finding["place"]["code"]) >= digits else None
        for level, digits in (("CITY", 6), ("SUBDISTRICT", 9), ("COMMUNITY", 12), ("COMPOUND", 15), ("BUILDING", 18))
    },
}
FILTERS = [None, {"results": ["FAIL"], "obligation": "MUST"}, {"level": "COMPOUND"}]


async def findings(ask, filter_):
    found, after = [], None
    while True:
        page = (await ask(FINDINGS, filter=filter_, after=after))["coverageFindings"]
        found += page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return found
        after = page["pageInfo"]["endCursor"]


async def counted(ask, by, filter_):
    """The number of findings of each group: all pages."""
    text = f"""query($filter: FindingFilter, $after: String) {{
      findingCounts(
        groupBy: [{", ".join(by)}], within: "210681", asOf: "{DAY}", filter: $filter, first: 100, after: $after
      ) {{
        pageInfo {{ hasNextPage endCursor }}
        nodes {{ count key {{
          rule {{ code }} obligation result level city {{ code }} subdistrict {{ code }} community {{ code }}
          compound {{ code }} building {{ code }}
        }} }}
      }}
    }}"""
    found, after = [], None
    while True:
        page = (await ask(text, filter=filter_, after=after))["findingCounts"]
        for node in page["nodes"]:
            values = [node["key"][dimension.lower()] for dimension in by]
            key = tuple(value["code"] if isinstance(value, dict) else value for value in values)
            found.append((key, node["count"]))
        if not page["pageInfo"]["hasNextPage"]:
            return found
        after = page["pageInfo"]["endCursor"]


@pytest.mark.parametrize("filter_", FILTERS, ids=str)
async def test_counts_of_findings_agree_with_the_findings_for_every_grouping(ask, filter_):
    listed = await findings(ask, filter_)
    names = [name for name in FINDING_VALUES if name != "BUILDING"]
    groupings = [(name,) for name in FINDING_VALUES] + list(pairwise([*names, *names[::2], *names[::3]]))
    for by in groupings:
        expected = Counter(tuple(FINDING_VALUES[name](finding) for name in by) for finding in listed)
        found = await counted(ask, by, filter_)
        assert dict(found) == expected, by
        assert len(found) == len(expected), by
        order = [tuple("~" if value is None else value for value in key) for key, _ in found]
        assert order == sorted(order), by
