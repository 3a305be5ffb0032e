"""One wrong argument each: the product refuses it with the same code and in the same place as the reference."""

import json

import pytest

from differential.graph import AS_OF
from differential.ids import global_id
from differential.trial import answered

_NOW = 'asOf: "2026-06-30"'
_APPOINTMENT = global_id("Appointment", "210681P0001-1")
_PERSON = global_id("Person", "210681P0001")
_PERSON_THEN = global_id("Person", "210681P0001", AS_OF)
_NO_TYPE = global_id("Thing", "1")


@pytest.mark.parametrize(
    "field",
    [
        f'city(code: "2106811", {_NOW}) {{ name }}',
        f'place(code: "", {_NOW}) {{ name }}',
        f'place(code: "２１０６８１", {_NOW}) {{ name }}',
        f'department(code: "210681L001", {_NOW}) {{ name }}',
        f'leader(code: "210681L1", {_NOW}) {{ name }}',
        f'communities(within: "210", {_NOW}) {{ totalCount }}',
        f'crossAppointments(within: "", {_NOW}) {{ totalCount }}',
        f'search(text: "花园", within: "x", {_NOW}) {{ id }}',
        f'search(text: " ", {_NOW}) {{ id }}',
        f'search(text: "{"长" * 101}", {_NOW}) {{ id }}',
        f'search(text: "花园", first: 0, {_NOW}) {{ id }}',
        f"cities(first: 0, {_NOW}) {{ totalCount }}",
        f"cities(last: 101, {_NOW}) {{ totalCount }}",
        f"cities(first: 1, last: 1, {_NOW}) {{ totalCount }}",
        f'cities(after: "x", {_NOW}) {{ totalCount }}',
        f'city(code: "210681", {_NOW}) {{ communities(first: -1) {{ totalCount }} }}',
        f'city(code: "210681", {_NOW}) {{ communities(after: "W10=") {{ totalCount }} }}',
        'node(id: "x") { id }',
        f'node(id: "{_NO_TYPE}") {{ id }}',
        f'nodes(ids: ["{_PERSON_THEN}", "x"]) {{ id }}',
        f"nodes(ids: {json.dumps([_PERSON_THEN] * 101)}) {{ id }}",
        f'persons(within: "210681", filter: {{ids: {json.dumps([_PERSON_THEN] * 101)}}}, {_NOW}) {{ totalCount }}',
        f'persons(within: "210681", filter: {{ids: ["{_APPOINTMENT}"]}}, {_NOW}) {{ totalCount }}',
        f'nodeAsOf(id: "x", {_NOW}) {{ id }}',
        f'nodeAsOf(id: "{_NO_TYPE}", {_NOW}) {{ id }}',
        f'connections(from: "{_PERSON}", to: "{_APPOINTMENT}", {_NOW}) {{ length }}',
        f'connections(from: "{_NO_TYPE}", to: "{_PERSON}", {_NOW}) {{ length }}',
        f'connections(from: "{_PERSON}", to: "{_PERSON}", first: 101, {_NOW}) {{ length }}',
    ],
)
async def test_a_wrong_argument_is_refused(engine, reference, field):
    expected = reference.answer(f"{{ {field} }}", {})
    got = await answered(engine, f"{{ {field} }}", {})
    assert expected.errors
    assert [(error["extensions"]["code"], tuple(error["path"])) for error in got["errors"]] == expected.errors
    assert got["data"] == expected.data


@pytest.mark.parametrize("wrong", ["first: 1000", 'after: "x"', 'within: "x"'])
async def test_fields_that_ask_alike_fail_by_themselves(engine, reference, wrong):
    within = "" if wrong.startswith("within") else 'within: "210681", '
    text = f"""{{
      a: crossAppointments({within}{wrong}, {_NOW}) {{ totalCount nodes {{ id }} }}
      b: crossAppointments(within: "210681", {_NOW}) {{ totalCount nodes {{ id }} }}
    }}"""
    expected = reference.answer(text, {})
    got = await answered(engine, text, {})
    assert [(error["extensions"]["code"], tuple(error["path"])) for error in got["errors"]] == expected.errors
    assert got["data"] == expected.data
