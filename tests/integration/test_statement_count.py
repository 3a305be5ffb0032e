"""How many statements an answer costs: never more when it is larger."""

import json
import re
from pathlib import Path

import pytest
from asking import asking
from graphql import parse
from recorder import Recorder

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.execution import Engine, Request
from graph_api.settings import Settings

CITY, COMPOUND = "210681", "210681001002001"


def refetched(day=""):
    """The variables of the operation that fetches by ids: ids carry the day."""
    things = (("Department", "210681D001"), ("Community", "210681001001"), ("City", "0"))
    return {"one": encode_id("City", CITY, day), "ids": [encode_id(*thing, day) for thing in things]}


VARIABLES = {
    "city-tree": {"city": CITY},
    "compound-card": {"code": COMPOUND},
    "connections": {"from": encode_id("Leader", "210681L001"), "to": encode_id("Compound", COMPOUND)},
    "cross-appointments": {"within": CITY},
    "department-and-leader": {"department": "210681D001", "leader": "210681L001"},
    "figures": {"city": CITY},
    "issue-journey": {"within": CITY, "status": "RESOLVED"},
    "pairing-board": {"city": CITY},
    "refetch": refetched(),
}
OPERATIONS = {
    path.stem: path.read_text("utf-8")
    for path in (Path(__file__).parents[1] / "operations").glob("*.graphql")
    if path.stem in VARIABLES
}
DAYS = ["2019-01-01", "2024-01-01", "2026-06-30", "2031-01-01"]


@pytest.fixture
def recorder(donggang):
    return Recorder(donggang)


@pytest.fixture
def ask(recorder):
    return asking(Engine(recorder, load_catalogue(), Settings()))


def on_day(text, day):
    """The operation with the day at each root field."""
    inserted = 0
    for field in parse(text).definitions[0].selection_set.selections:
        at = field.arguments[-1].loc.end + inserted
        text = f'{text[:at]}, asOf: "{day}"{text[at:]}'
        inserted += len(f', asOf: "{day}"')
    return text


def with_pages_of(text, size):
    return re.sub(r"first: \d+", f"first: {size}", text)


@pytest.mark.parametrize("name", sorted(VARIABLES))
async def test_a_contract_operation_is_one_statement(name, ask, recorder):
    await ask(OPERATIONS[name], **VARIABLES[name])
    assert len(recorder.statements) == 1


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("name", sorted(VARIABLES.keys() - {"refetch"}))
async def test_it_is_one_on_any_day(name, day, ask, recorder):
    await ask(on_day(OPERATIONS[name], day), **VARIABLES[name])
    assert len(recorder.statements) == 1


async def test_it_is_one_for_ids_of_any_day_and_the_same_for_all(ask, recorder):
    for day in DAYS:
        await ask(OPERATIONS["refetch"], **refetched(day))
    assert (len(recorder.statements), len(set(recorder.statements))) == (len(DAYS), 1)


@pytest.mark.parametrize("size", [1, 100])
@pytest.mark.parametrize("name", sorted(VARIABLES))
async def test_it_is_one_however_large_the_pages(name, size, ask, recorder):
    await ask(with_pages_of(OPERATIONS[name], size), **VARIABLES[name])
    assert len(recorder.statements) == 1


async def test_the_whole_city_is_one_statement(ask, recorder):
    answer = await ask(OPERATIONS["pairing-board"], **VARIABLES["pairing-board"])
    communities = [c for s in answer["city"]["subdistricts"]["nodes"] for c in s["communities"]["nodes"]]
    assert sum(len(each["departments"]["edges"]) for each in communities) == 78
    assert len(recorder.statements) == 1


async def test_several_root_fields_are_one_statement(ask, recorder):
    await ask('{ cities { totalCount } communities { totalCount } search(text: "社区", first: 3) { id } }')
    assert len(recorder.statements) == 1


async def test_root_fields_that_ask_the_same_are_asked_once(ask, recorder):
    part = 'city(code: "210681") { name communities(first: 3) { nodes { name departments { totalCount } } } }'
    other = part.replace("first: 3", "first: 2")
    answer = await ask("{ " + " ".join(f"a{each}: {part} b{each}: {other}" for each in range(40)) + " }")
    assert len(recorder.statements) == 2
    assert {len(found["communities"]["nodes"]) for key, found in answer.items() if key[0] == "a"} == {3}
    assert {len(found["communities"]["nodes"]) for key, found in answer.items() if key[0] == "b"} == {2}
    assert len(answer) == 80


async def test_findings_and_their_number_are_checked_once(ask, recorder):
    part = "findings(first: 2) { totalCount nodes { result } }"
    answer = await ask(f'{{ communities(within: "{CITY}001", first: 3) {{ nodes {{ {part} }} }} }}')
    assert all(each["findings"]["totalCount"] >= 2 for each in answer["communities"]["nodes"])
    assert len(recorder.statements) == len(set(recorder.statements)) > 1


@pytest.mark.parametrize("text", ["{ __typename }", "{ __schema { queryType { name } } }", "{ nodes(ids: []) { id } }"])
async def test_what_needs_no_data_is_no_statement(text, ask, recorder):
    await ask(text)
    assert recorder.statements == []


async def test_an_analysis_is_one_statement_more_however_much_is_asked_of_it(ask, recorder):
    await ask('{ bridges(within: "210681") { nodes { partCount parts { bodyCount } evidence { totalCount } } } }')
    assert len(recorder.statements) == 2


async def test_requests_of_one_form_share_a_statement(ask, recorder):
    text = "query($code: String!, $n: Int) { community(code: $code) { departments(first: $n) { nodes { code } } } }"
    for number in range(1, 6):
        await ask(text, code=f"21068100100{number}", n=number)
    assert (len(recorder.statements), len(set(recorder.statements))) == (5, 1)


async def test_the_ids_types_alone_change_a_refetch_s_statement(ask, recorder):
    communities, leaders = (
        [encode_id(name, f"{code}{number}") for number in range(1, 5)]
        for name, code in (("Community", "21068100100"), ("Leader", "210681L00"))
    )
    for ids in (communities, communities[:1], communities[::-1], [*communities, *leaders], [*leaders, *communities]):
        await ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=ids)
    assert len(set(recorder.statements)) == 2


async def test_a_wrong_argument_does_not_add_a_statement(donggang):
    recorder = Recorder(donggang)
    engine = Engine(recorder, load_catalogue(), Settings())
    text = f'{{ city(code: "x") {{ name }} other: city(code: "{CITY}") {{ name }} }}'
    answer = json.loads((await engine.answer(Request(text, {}, None), request_id="r")).body)
    assert answer["data"]["other"] is not None
    assert len(recorder.statements) == 1
