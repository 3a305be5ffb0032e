"""What is refused, and what is answered beside it, over the whole way of a request."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_api.catalogue import load_catalogue
from graph_api.database import open_database
from graph_api.execution import Engine, Request
from graph_api.rules import rules_of
from graph_api.settings import Settings

RULES = [{"code": code} for code in rules_of(load_catalogue())]


@pytest.fixture(scope="module")
async def answer(donggang, neo4j_address):
    async with open_database(neo4j_address, statement_seconds=120) as patient:
        engine = Engine(patient, load_catalogue(), Settings())

        async def answered(text, variables):
            return json.loads((await engine.answer(Request(text, variables, None), request_id="r")).body)

        yield answered


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ('($v: String = "210681") { asked: city(code: $v) { name }', "BAD_USER_INPUT"),
        ('($v: ID = "x") { asked: node(id: $v) { id }', "BAD_USER_INPUT"),
        ('($v: Date = "2026-06-30") { asked: nodeAsOf(id: "Q2l0eToyMTA2ODE=", asOf: $v) { id }', "BAD_USER_INPUT"),
        ('($v: String = "210681") { asked: coverage(within: $v) { rate }', "BAD_USER_INPUT"),
        (
            "($v: OrderDirection) { asked: persons(orderBy: {field: NAME, direction: $v}) { totalCount }",
            "BAD_USER_INPUT",
        ),
        ("($v: Int) { asked: deeds(first: $v, last: 500) { totalCount }", "BAD_PAGE"),
        ('($v: Int) { asked: meetings(within: "21x", first: $v) { totalCount }', "BAD_CODE"),
        ('($v: Int) { asked: evaluations(after: "x", first: $v) { totalCount }', "BAD_CURSOR"),
    ],
)
async def test_what_is_beside_a_refused_field_is_answered(answer, asked, code):
    found = await answer(f"query {asked} rules {{ code }} }}", {"v": None})
    assert found["data"] == {"asked": None, "rules": RULES}
    [error] = found["errors"]
    assert (error["path"], error["extensions"]["code"]) == (["asked"], code)
    assert error["locations"] == [{"line": 1, "column": len("query ") + asked.index("asked:") + 1}]


async def test_a_refused_list_that_the_contract_says_can_t_be_null_takes_the_data_with_it(answer):
    found = await answer(
        "query ($v: RuleCode = COM1) { communities(filter: {failing: [$v]}) { __typename } }", {"v": None}
    )
    [error] = found["errors"]
    assert (found["data"], error["path"], error["extensions"]["code"]) == (None, ["communities"], "BAD_USER_INPUT")


async def test_a_null_variable_deep_in_the_operation_spoils_its_field_alone(answer):
    text = """query ($f: RuleCode = CTY1) {
      city(code: "210681") { name findings(filter: {rules: [$f]}) { totalCount } }
      other: city(code: "210681") { name communities(first: 2) { totalCount } }
      rules { code }
    }"""
    found = await answer(text, {"f": None})
    assert (found["data"]["city"], found["data"]["other"]["name"]) == (None, "东港市")
    [error] = found["errors"]
    assert (error["path"], error["locations"]) == (["city", "findings"], [{"line": 2, "column": 35}])


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | st.text(max_size=50)
    | st.just("2026-02-30"),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["min", "field", "name", "x"]), inner, max_size=2)
    ),
    max_leaves=4,
)
ASKED = """query (
  $code: String!, $day: Date, $first: Int, $after: String, $filter: CommunityFilter, $order: CommunityOrder, $id: ID!
) {
  city(code: $code, asOf: $day) { name }
  communities(filter: $filter, orderBy: $order, first: $first, after: $after) { totalCount }
  node(id: $id) { id }
}"""
GOOD = {"code": "210681", "id": "Q2l0eToyMTA2ODE="}


@given(st.sampled_from(["code", "day", "first", "after", "filter", "order", "id"]), VALUES)
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_a_variable_holds_nothing_breaks(answer, name, value):
    found = await answer(ASKED, {**GOOD, name: value})
    for error in found.get("errors", ()):
        assert error["extensions"]["code"] in {
            "BAD_USER_INPUT",
            "BAD_CODE",
            "BAD_DATE",
            "BAD_CURSOR",
            "BAD_PAGE",
            "BAD_ID",
        }
        assert error["locations"]
        assert len(error["message"]) < 300
