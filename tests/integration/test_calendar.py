"""Days at the ends of the calendar: every root field answers of them, and rules check windows that reach past them."""

import json
import re
from datetime import date

import pytest
from schema_walk import CITY, Walk
from tiny_city import City, remove, write

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.execution import Engine, Request
from graph_api.schema import graphql_schema
from graph_api.settings import Settings

FIRST, LAST = "0001-01-01", "9999-12-31"
DAYS = [FIRST, "0001-12-31", "9999-01-01", LAST]
IDS = [
    ("Leader", encode_id("Leader", f"{CITY}L001")),
    ("Compound", encode_id("Compound", f"{CITY}001001001")),
    ("LeaderPairing", encode_id("LeaderPairing", f"{CITY}L001-1")),
    ("Finding", encode_id("Finding", f"DEP1|{CITY}D001")),
]


@pytest.fixture(scope="module")
def answer(donggang):
    engine = Engine(donggang, load_catalogue(), Settings())

    async def answered(text):
        return json.loads((await engine.answer(Request(text, {}, None), request_id="calendar")).body)

    return answered


def codes(answered):
    return {error["extensions"]["code"] for error in answered.get("errors", ())}


@pytest.mark.parametrize("day", DAYS)
async def test_every_root_field_answers(answer, day):
    schema = graphql_schema()
    walk = Walk(schema, IDS)
    fields = [operation for operation in walk.operations(day) if operation.startswith("{")]
    for text in dict.fromkeys(fields):
        assert codes(await answer(text)) <= {"BAD_USER_INPUT"}, text


@pytest.mark.parametrize("step", ["MONTH", "QUARTER", "YEAR"])
@pytest.mark.parametrize("day", DAYS)
async def test_coverage_is_told_over_time(answer, day, step):
    asked = f'within: "{CITY}", from: "{day}", until: "{day}"'
    text = (
        f"{{ coverageHistory({asked}, step: {step}) {{ asOf coverage {{ rate counts {{ pass }} }} }} "
        f"coverageChanges({asked}) {{ totalCount }} }}"
    )
    answered = await answer(text)
    assert not codes(answered)
    assert [point["asOf"] for point in answered["data"]["coverageHistory"]] == [day]
    assert answered["data"]["coverageChanges"]["totalCount"] == 0


@pytest.mark.parametrize("day", DAYS)
async def test_a_conference_that_begins_then_is_due_within_the_calendar(answer, donggang, day):
    city = City("990501")
    compound = city.compound()
    for place in (city.code, compound[:9], compound[:12], compound):
        city.meeting(city.conference(place, since=date.fromisoformat(day)), date.fromisoformat(day))
    await write(donggang, [city])
    answered = await answer(
        f'{{ conferences(within: "{city.code}", asOf: "{LAST}") {{ nodes {{ nextMeetingDue overdue }} }} }}'
    )
    await remove(donggang)
    assert not codes(answered)
    due = [node["nextMeetingDue"] for node in answered["data"]["conferences"]["nodes"]]
    assert len(due) == 4
    assert all(date.fromisoformat(each) >= date.fromisoformat(day) for each in due)
    if day == LAST:
        assert set(due) == {LAST}


@pytest.mark.parametrize(("from_", "until"), [(FIRST, LAST), (LAST, FIRST), (LAST, LAST), (FIRST, FIRST)])
async def test_a_range_of_days_is_filtered_by(answer, from_, until):
    names = {"deeds": "Deed", "meetings": "Meeting", "visits": "Visit", "evaluations": "Evaluation"}
    schema = graphql_schema()
    fields = []
    for name in names:
        argument = schema.query_type.fields[name].args.get("filter")
        if argument and "from" in getattr(argument.type, "of_type", argument.type).fields:
            fields.append(f'{name}(filter: {{ from: "{from_}", until: "{until}" }}) {{ totalCount }}')
    answered = await answer(f"{{ {' '.join(fields)} }}")
    assert fields
    assert not codes(answered)
    if from_ >= until:
        assert all(found["totalCount"] == 0 for found in answered["data"].values())


@pytest.mark.parametrize("field", ["coverageChanges", "coverageHistory"])
async def test_a_range_that_ends_before_it_begins_is_refused(answer, field):
    given = "step: YEAR) { asOf }" if field == "coverageHistory" else "first: 1) { totalCount }"
    answered = await answer(f'{{ {field}(within: "{CITY}", from: "2026-06-30", until: "2026-06-29", {given} }}')
    assert codes(answered) == {"BAD_USER_INPUT"}
    assert re.search("`until` must not be before `from`", answered["errors"][0]["message"])


COVERAGE = "coverage { rate fullyCovered counts { rule { code } pass fail unknown notApplicable } }"


@pytest.mark.parametrize("within", ["21", "2106", CITY, f"{CITY}001", f"{CITY}001001", f"{CITY}001001001"])
async def test_a_history_says_what_coverage_says(answer, within):
    day = "2026-06-30"
    asked = COVERAGE.removeprefix("coverage ")
    text = (
        f'{{ now: coverage(within: "{within}", asOf: "{day}") {asked} '
        f'then: coverageHistory(within: "{within}", from: "{day}", until: "{day}", step: MONTH) {{ {COVERAGE} }} }}'
    )
    answered = await answer(text)
    assert not codes(answered)
    assert answered["data"]["then"] == [{"coverage": answered["data"]["now"]}]
    assert answered["data"]["now"]["rate"] is not None


async def test_coverage_of_a_province_is_that_of_its_cities(answer):
    fields = " ".join(
        f'{name}: coverage(within: "{code}", asOf: "2026-06-30") {{ rate counts {{ pass fail }} }}'
        for name, code in (("province", "21"), ("prefecture", "2106"), ("city", CITY))
    )
    data = (await answer(f"{{ {fields} }}"))["data"]
    assert data["province"] == data["prefecture"] == data["city"]


@pytest.mark.parametrize("within", ["22", "2107", "210699", f"{CITY}999", f"{CITY}001999", f"{CITY}001001001999"])
async def test_an_unknown_place_has_no_coverage_and_no_history(answer, within):
    text = (
        f'{{ coverage(within: "{within}") {{ rate }} coverageHistory(within: "{within}", from: "2026-01-01", '
        'until: "2026-06-30", step: MONTH) { asOf } }'
    )
    answered = await answer(text)
    assert not codes(answered)
    assert answered["data"] == {"coverage": None, "coverageHistory": None}
