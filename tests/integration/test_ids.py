"""Ids that carry the day: an object of one day is never taken for the same object of another."""

import json
from datetime import date, timedelta

import pytest
from recorder import Recorder

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import decode_id, encode_id
from graph_api.database import open_database
from graph_api.execution import Engine, Request
from graph_api.settings import Settings

CITY, COMMUNITY, DEPARTMENT = "210681", "210681001003", "210681D001"
EARLY, LATE = "2024-06-30", "2026-06-30"
HERE, THERE = encode_id("Community", COMMUNITY, EARLY), encode_id("City", CITY)
IDS = "query Ids($ids: [ID!]!) { nodes(ids: $ids) { id ... on City { coverage { rate } } ... on Community { name } } }"
FINDINGS = "findings(filter: {rules: [CTY1, CTY2, CTY3]}, first: 3) { totalCount nodes { id result observed } }"


@pytest.fixture(scope="module")
async def patient(donggang, neo4j_address):
    """The database with time to plan, and what records the statements."""
    async with open_database(neo4j_address, statement_seconds=120) as database:
        yield Recorder(database)


@pytest.fixture(scope="module")
def engine(patient):
    return Engine(patient, load_catalogue(), Settings())


@pytest.fixture(scope="module")
def said(engine):
    """The whole answer, errors too."""

    async def asked(text, /, **variables):
        return json.loads((await engine.answer(Request(text, variables, None), request_id="r")).body)

    return asked


@pytest.fixture(scope="module")
def ask(said):
    """The data of an answer without errors."""

    async def asked(text, /, **variables):
        answer = await said(text, **variables)
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    return asked


def objects(found):
    """Every object of an answer that has an id."""
    if isinstance(found, dict):
        if "id" in found:
            yield found
        for value in found.values():
            yield from objects(value)
    elif isinstance(found, list):
        for value in found:
            yield from objects(value)


def days(found):
    return {decode_id(each["id"]).day for each in objects(found)}


NESTED = "id departments(first: 2) { edges { node { id supervisor { id person { id } } } pairing { id } } }"


@pytest.mark.parametrize(
    ("head", "given", "variables", "day"),
    [
        ("", "", {}, ""),
        ("", "asOf: null", {}, ""),
        ("", f'asOf: "{EARLY}"', {}, EARLY),
        ("($day: Date)", "asOf: $day", {"day": EARLY}, EARLY),
        ("($day: Date)", "asOf: $day", {"day": None}, ""),
        ("($day: Date)", "asOf: $day", {}, ""),
        (f'($day: Date = "{EARLY}")', "asOf: $day", {}, EARLY),
        (f'($day: Date = "{EARLY}")', "asOf: $day", {"day": LATE}, LATE),
        (f'($day: Date = "{EARLY}")', "asOf: $day", {"day": None}, ""),
    ],
)
async def test_ids_carry_the_day_where_the_operation_gives_one(ask, head, given, variables, day):
    answer = await ask(f'query Given{head} {{ community(code: "{COMMUNITY}", {given}) {{ {NESTED} }} }}', **variables)
    assert len(list(objects(answer))) > 4
    assert days(answer) == {day}


async def test_the_day_of_today_is_carried_too_where_it_is_given(ask):
    today = date.today().isoformat()  # noqa: DTZ011 - of the machine, as a client gives it
    answer = await ask(f'{{ given: cities(asOf: "{today}") {{ nodes {{ id }} }} cities {{ nodes {{ id }} }} }}')
    assert (days(answer["given"]), days(answer["cities"])) == ({today}, {""})


@pytest.mark.parametrize(
    "field",
    [
        f'place(code: "{COMMUNITY}", asOf: $day) {{ id parent {{ id parent {{ id }} }} }}',
        'search(text: "社区", asOf: $day, first: 30) { id ... on Conference { place { id } } }',
        f'coverageFindings(within: "{COMMUNITY}", asOf: $day) {{ nodes {{ id subject {{ id }} evidence {{ id }} }} }}',
        f'coverageChanges(within: "{CITY}", from: "2023-06-30", until: $day) {{ nodes {{ subject {{ id }} place {{ id }} }} }}',
        f'bridges(within: "{CITY}", asOf: $day) {{ nodes {{ person {{ id }} evidence {{ nodes {{ body {{ id }} }} }} }} }}',
        f'nodeAsOf(id: "{encode_id("City", CITY)}", asOf: $day) {{ id ... on City {{ leaders {{ nodes {{ id }} }} }} }}',
        f'nodeAsOf(id: "{encode_id("City", CITY, EARLY)}", asOf: $day) {{ id }}',
        f'connections(from: "{THERE}", to: "{HERE}", asOf: $day) {{ steps {{ from {{ id }} to {{ id }} }} }}',
    ],
)
async def test_ids_of_every_kind_carry_the_day(ask, field):
    answer = await ask(f"query Given($day: Date!) {{ {field} }}", day=LATE)
    assert days(answer) == {LATE}


async def test_an_id_fetches_its_day_again_with_everything_beneath(ask):
    fields = f"id ... on City {{ coverage {{ rate }} {FINDINGS} communities(first: 3) {{ nodes {{ id name }} }} }}"
    text = f"query Of($day: Date) {{ city(code: {CITY!r}, asOf: $day) {{ {fields} }} }}".replace("'", '"')
    for day in (EARLY, LATE, None):
        city = (await ask(text, day=day))["city"]
        again = f"query Again($id: ID!) {{ node(id: $id) {{ {fields} }} }}"
        assert (await ask(again, id=city["id"]))["node"] == city


async def test_what_is_not_there_yet_on_the_day_of_its_id_is_null(ask):
    group = (await ask("{ buildingGroups(first: 1) { nodes { id } } }"))["buildingGroups"]["nodes"][0]["id"]
    before = encode_id(*decode_id(group)[:2], "1990-01-01")
    answer = await ask("query There($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=[group, before])
    assert answer["nodes"] == [{"id": group}, None]


async def test_ids_of_several_days_in_one_list_are_each_of_their_own(ask):
    days_ = [EARLY, "", LATE, "2025-06-30", EARLY]
    ids = [encode_id("City", CITY, day) for day in days_] + [encode_id("Community", COMMUNITY, day) for day in days_]
    together = (await ask(IDS, ids=ids))["nodes"]
    assert [node["id"] for node in together] == ids
    assert together == [(await ask(IDS, ids=[id_]))["nodes"][0] for id_ in ids]
    assert len({node["coverage"]["rate"] for node in together[:4]}) > 2


async def test_literals_and_variables_in_one_list_of_ids_are_told_apart_whichever_days_are_equal(ask):
    text = f"""query Mixed($a: ID!, $b: ID!) {{
      nodes(ids: ["{encode_id("City", CITY, EARLY)}", $a, $b]) {{ id ... on City {{ coverage {{ rate }} }} }}
    }}"""
    rates = {}
    for day in (EARLY, LATE):
        [node] = (await ask(IDS, ids=[encode_id("City", CITY, day)]))["nodes"]
        rates[day] = node["coverage"]["rate"]
    for one, other in ((EARLY, EARLY), (LATE, EARLY), (LATE, LATE), (EARLY, LATE)):
        nodes = (await ask(text, a=encode_id("City", CITY, one), b=encode_id("City", CITY, other)))["nodes"]
        assert [node["coverage"]["rate"] for node in nodes] == [rates[EARLY], rates[one], rates[other]]


async def test_another_day_is_asked_for_by_itself(ask):
    text = (
        "query Other($id: ID!, $day: Date!) { nodeAsOf(id: $id, asOf: $day) { id ... on City { coverage { rate } } } }"
    )
    [wanted] = (await ask(IDS, ids=[encode_id("City", CITY, LATE)]))["nodes"]
    for day in ("", EARLY, LATE):
        assert (await ask(text, id=encode_id("City", CITY, day), day=LATE))["nodeAsOf"] == wanted


async def test_one_fragment_in_several_days_is_answered_for_each(ask):
    fragment = (
        "fragment Found on City { findings(filter: {rules: [CTY1, COM1]}, first: 100) { nodes { id observed } } }"
    )
    early, late = (f'city(code: "{CITY}", asOf: "{day}") {{ ...Found }}' for day in (EARLY, LATE))
    both = await ask(f"{{ early: {early} late: {late} }} {fragment}")
    assert both["early"] == (await ask(f"{{ {early} }} {fragment}"))["city"]
    assert both["late"] == (await ask(f"{{ {late} }} {fragment}"))["city"]
    assert both["early"] != both["late"]


async def test_too_many_ids_do_not_spoil_the_answer_to_fewer(said):
    text = "query Many($ids: [ID!]!) { nodes(ids: $ids) { id name: __typename } }"
    id_ = encode_id("City", CITY, EARLY)
    refused = await said(text, ids=[id_] * 101)
    assert [error["extensions"]["code"] for error in refused["errors"]] == ["BAD_PAGE"]
    assert (await said(text, ids=[id_] * 100))["data"]["nodes"] == [{"id": id_, "name": "City"}] * 100


async def test_a_list_of_ids_has_twenty_days_at_most(said):
    text = "query Days($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    first = date.fromisoformat(EARLY)
    ids = [encode_id("City", CITY, (first + timedelta(days=number)).isoformat()) for number in range(21)]
    refused = await said(text, ids=ids)
    assert [error["extensions"]["code"] for error in refused["errors"]] == ["BAD_PAGE"]
    assert [node["id"] for node in (await said(text, ids=ids[:20]))["data"]["nodes"]] == ids[:20]


async def test_the_day_is_a_parameter(ask, patient):
    patient.statements.clear()
    text = "query One($id: ID!) { node(id: $id) { id __typename } }"
    for day in (EARLY, LATE, "2025-01-01"):
        await ask(text, id=encode_id("City", CITY, day))
    for one, other in ((EARLY, LATE), (LATE, EARLY)):
        await ask(IDS.replace("{ rate }", "{ __typename }"), ids=[encode_id("City", CITY, day) for day in (one, other)])
    assert len(set(patient.statements)) == 2


async def test_no_two_answers_say_different_things_of_one_id(ask):
    """As a normalised cache sees it: what has the same id is the same object, with the same values."""
    text = f"""query Board($day: Date) {{
      community(code: "{COMMUNITY}", asOf: $day) {{
        id name fullyCovered: coverage {{ rate }}
        departments(first: 20) {{
          edges {{ node {{ id name deedCount pairing {{ id until aligned }} }} pairing {{ id until aligned }} }}
        }}
        leaders {{ nodes {{ id title person {{ id name }} pairing {{ id until }} }} }}
      }}
      department(code: "{DEPARTMENT}", asOf: $day) {{ id name deedCount pairing {{ id until aligned }} }}
      nodes: search(text: "社区", first: 20, asOf: $day) {{ id ... on Conference {{ overdue level }} }}
    }}"""
    seen = {}
    for day in (EARLY, "2025-06-30", LATE, None):
        for found in objects(await ask(text, day=day)):
            for name, value in found.items():
                assert seen.setdefault((found["id"], name), value) == value
    assert len({value for (_, name), value in seen.items() if name == "deedCount"}) > 1
