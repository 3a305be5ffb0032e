"""What turned a finding between two days: the nearest relation that began or ended and can turn findings of the rule."""

import json
from datetime import date, timedelta

import pytest
from tiny_city import LONG_AGO, PREFIX, City, remove, write

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.execution import Engine, Request
from graph_api.settings import Settings

TURN = date(2026, 3, 1)
BEFORE = TURN - timedelta(1)
CITY = City(f"{PREFIX}9000")

CHANGES = """query Changes($within: String!, $from: Date!, $until: Date!) {
  coverageChanges(within: $within, from: $from, until: $until, first: 100) {
    nodes { rule { code } subject { id } before after cause { relation began on sentence } }
  }
}"""


@pytest.fixture(scope="module")
async def city(donggang):
    """A city in which one thing of each sort turns on one day."""
    places = {name: CITY.community() for name in ("joined", "left", "other")}
    departments = {name: CITY.department() for name in ("joins", "stays", "also", "follows")}
    leader = CITY.leader()
    CITY.pair(departments["joins"], places["joined"], since=TURN)
    CITY.pair(departments["stays"], places["joined"])
    CITY.pair(departments["also"], places["joined"])
    CITY.pair(departments["follows"], places["left"])
    CITY.supervise(leader, departments["follows"])
    CITY.pair(leader, places["left"], until=TURN)
    CITY.pair(leader, places["other"], since=TURN)
    compound = CITY.compound(places["joined"])
    branch = CITY.branch(compound, since=TURN)
    building = CITY.building(compound)
    group = CITY.group(compound, [building])
    lonely = CITY.building(compound)
    await write(donggang, [CITY])
    yield {
        **places,
        **departments,
        "leader": leader,
        "compound": compound,
        "branch": branch,
        "group": group,
        "lonely": lonely,
    }
    await remove(donggang)


@pytest.fixture
async def changes(donggang, city):
    """The changes of the city around the day, by rule and subject."""
    variables = {"within": CITY.code, "from": BEFORE.isoformat(), "until": TURN.isoformat()}
    answer = await Engine(donggang, load_catalogue(), Settings()).answer(
        Request(CHANGES, variables, None), request_id="r"
    )
    body = json.loads(answer.body)
    assert "errors" not in body
    return {(node["rule"]["code"], node["subject"]["id"]): node for node in body["data"]["coverageChanges"]["nodes"]}


def cause(changes, rule, type_, id_):
    return changes[rule, encode_id(type_, id_, str(TURN))]["cause"]


async def test_a_pairing_that_began_turned_the_community_and_the_department(changes, city):
    for rule, type_, subject in (("COM1", "Community", city["joined"]), ("DEP1", "Department", city["joins"])):
        found = cause(changes, rule, type_, subject)
        assert (found["relation"], found["began"], found["on"]) == ("PAIRED_WITH", True, TURN.isoformat())
        assert f"name of {city['joins']} is paired with name of {city['joined']}" in found["sentence"]


async def test_a_pairing_of_the_supervisor_turned_the_department(changes, city):
    found = cause(changes, "DEP2", "Department", city["follows"])
    assert (found["relation"], found["on"]) == ("PAIRED_WITH", TURN.isoformat())
    assert "L001 is paired with" in found["sentence"]


async def test_a_leader_who_left_turned_the_community(changes, city):
    found = cause(changes, "COM2", "Community", city["left"])
    assert (found["relation"], found["began"], found["on"]) == ("PAIRED_WITH", False, TURN.isoformat())


async def test_a_branch_that_was_founded_turned_its_compound_and_a_building_and_a_group_there(changes, city):
    subjects = (
        ("CMP1", "Compound", city["compound"]),
        ("BLD1", "Building", city["lonely"]),
        ("GRP2", "BuildingGroup", city["group"]),
    )
    for rule, type_, subject in subjects:
        found = cause(changes, rule, type_, subject)
        assert (found["relation"], found["began"], found["on"]) == ("SERVES", True, TURN.isoformat())


async def test_nothing_else_turned(changes, city):
    turned = {key: (node["before"], node["after"]) for key, node in changes.items()}
    expected = {
        ("BLD1", "Building", f"{city['compound']}001"): ("NOT_APPLICABLE", "PASS"),
        ("BLD1", "Building", city["lonely"]): ("NOT_APPLICABLE", "FAIL"),
        ("CMP1", "Compound", city["compound"]): ("FAIL", "PASS"),
        ("CMP3", "Compound", city["compound"]): ("NOT_APPLICABLE", "FAIL"),
        ("COM1", "Community", city["joined"]): ("FAIL", "PASS"),
        ("COM2", "Community", city["left"]): ("PASS", "FAIL"),
        ("COM2", "Community", city["other"]): ("FAIL", "PASS"),
        ("DEP1", "Department", city["joins"]): ("FAIL", "PASS"),
        # Nobody supervises it, and where it is nobody knows.
        ("DEP2", "Department", city["joins"]): ("NOT_APPLICABLE", "UNKNOWN"),
        ("DEP3", "Department", city["joins"]): ("NOT_APPLICABLE", "UNKNOWN"),
        ("DEP2", "Department", city["follows"]): ("PASS", "FAIL"),
        ("GRP2", "BuildingGroup", city["group"]): ("FAIL", "PASS"),
        # A leader who is newly paired owes no visit yet.
        ("LDR2", "Leader", city["leader"]): ("FAIL", "NOT_APPLICABLE"),
    }
    assert turned == {(rule, encode_id(type_, id_, str(TURN))): turn for (rule, type_, id_), turn in expected.items()}
    assert all(since != LONG_AGO.isoformat() for since in (node["cause"]["on"] for node in changes.values()))
