"""Building groups asked of the product, and what the tables of Donggang say."""

import json
from datetime import date

import pytest

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.execution import Engine, Request
from graph_api.seed.loader import DONGGANG
from graph_api.seed.table_files import read_tables
from graph_api.seed.tables import TABLES
from graph_api.settings import Settings

AS_OF = date(2026, 6, 30)


@pytest.fixture(scope="module")
def ask(donggang):
    engine = Engine(donggang, load_catalogue(), Settings())

    async def groups(fields, **filter_):
        text = """query($filter: BuildingGroupFilter, $day: Date) {
          buildingGroups(filter: $filter, asOf: $day, first: 100) { nodes { id FIELDS } }
        }"""
        request = Request(text.replace("FIELDS", fields), {"filter": filter_, "day": str(AS_OF)}, None)
        answer = json.loads((await engine.answer(request, request_id="r")).body)
        assert "errors" not in answer, answer
        return {node.pop("id"): node for node in answer["data"]["buildingGroups"]["nodes"]}

    return groups


@pytest.fixture(scope="module")
def tables():
    return {name: [line.row for line in lines] for name, lines in read_tables(DONGGANG, TABLES, AS_OF).items()}


def holding(rows, day=AS_OF):
    return [row for row in rows if row.since <= day and (row.until is None or day < row.until)]


def id_of(group):
    return encode_id("BuildingGroup", group, str(AS_OF))


async def test_adjacency_is_known_unless_a_building_has_none_on_record(ask):
    found = {group: each["adjacent"] for group, each in (await ask("adjacent")).items()}
    assert found[id_of("210681001010001G02")] is False
    assert found[id_of("210681001004002G02")] is None
    assert found[id_of("210681001002001G01")] is True
    for value in (True, False):
        matching = await ask("adjacent", adjacent=value)
        assert set(matching) == {group for group, adjacent in found.items() if adjacent is value}


async def test_central_households_show_their_head_and_no_more(ask, tables):
    retired = {row.id: row.retired for row in tables["persons"]}
    names = {row.id: row.name for row in tables["persons"]}
    heads = {row.household: row.person for row in holding(tables["household_heads"])}
    expected = {id_of(row.id): [] for row in tables["building_groups"]}
    for row in sorted(holding(tables["group_households"]), key=lambda row: (row.since, row.id)):
        person = heads.get(row.household)
        head = {"name": names[person]} if person else None
        shown = {"since": str(row.since), "retired": retired.get(person), "head": head}
        expected[id_of(row.building_group)].append(shown)
    found = await ask("centralHouseholds { since retired head { name } } centralHouseholdCount")
    assert {group: each["centralHouseholds"] for group, each in found.items()} == expected
    assert all(each["centralHouseholdCount"] == len(each["centralHouseholds"]) for each in found.values())


@pytest.mark.parametrize("value", [True, False])
async def test_groups_can_be_asked_for_by_whether_their_leader_is_retired(ask, tables, value):
    retired = {row.id: row.retired for row in tables["persons"]}
    leaders = {row.building_group: row.person for row in holding(tables["group_leaders"])}
    matching = await ask("leaderRetired", leaderRetired=value)
    assert set(matching) == {id_of(group) for group, person in leaders.items() if retired[person] is value}
    assert {each["leaderRetired"] for each in matching.values()} == {value}


async def test_groups_can_be_asked_for_by_the_feature_of_their_work(ask, tables):
    matching = await ask("feature", feature="文化")
    assert set(matching) == {
        id_of(row.id) for row in tables["building_groups"] if row.feature and "文化" in row.feature
    }


async def test_what_a_group_settled_comes_newest_first(ask, tables):
    found = await ask("settled(first: 100) { nodes { title date provenance } }")
    expected = {id_of(row.id): [] for row in tables["building_groups"]}
    for row in sorted(tables["settled_matters"], key=lambda row: (-row.date.toordinal(), row.id)):
        matter = {"title": row.title, "date": str(row.date), "provenance": row.provenance}
        expected[id_of(row.building_group)].append(matter)
    assert {group: each["settled"]["nodes"] for group, each in found.items()} == expected
