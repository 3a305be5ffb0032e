"""Common failures, held against those of the oracle."""

from datetime import date

import pytest
from asking import asking
from oracle.common_failures import common_failures

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import decode_id
from graph_api.execution import Engine
from graph_api.settings import Settings

AS_OF = date(2026, 6, 30)
QUERY = """query($within: String!, $day: Date!, $kinds: [CommonFailureKind!], $after: String) {
  commonFailures(within: $within, asOf: $day, kinds: $kinds, first: 15, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes {
      kind count share clearedCount rules { code } place { code } subject { id }
      clearedPlaces(first: 100) { totalCount nodes { code } }
    }
  }
}"""


@pytest.fixture
def ask(donggang):
    return asking(Engine(donggang, load_catalogue(), Settings()))


async def all_of(ask, within, day, kinds=None):
    found, after = [], None
    while True:
        page = (await ask(QUERY, within=within, day=str(day), kinds=kinds, after=after))["commonFailures"]
        found += page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            assert page["totalCount"] == len(found)
            return found
        after = page["pageInfo"]["endCursor"]


def described(each):
    """What is said of a common failure, to compare."""
    return (
        frozenset(rule["code"] for rule in each["rules"]),
        each["place"] and each["place"]["code"],
        each["subject"] and decode_id(each["subject"]["id"]).local,
        each["count"],
        frozenset(place["code"] for place in each["clearedPlaces"]["nodes"]),
    )


@pytest.mark.parametrize(
    ("within", "day"),
    [("210681", AS_OF), ("210681", date(2025, 3, 1)), ("210681001", AS_OF), ("210681003005", AS_OF)],
)
async def test_common_failures_are_those_of_the_oracle(ask, within, day):
    found = await all_of(ask, within, day)
    expected = common_failures(within, AS_OF, day)
    assert {described(each) for each in found} == {
        (each.rules, each.place, each.subject, len(each.failures), each.cleared) for each in expected
    }
    assert len(found) == len(expected)
    sizes = [(-each["count"], -each["clearedCount"]) for each in found]
    assert sizes == sorted(sizes)
    assert all(each["clearedCount"] == each["clearedPlaces"]["totalCount"] for each in found)


async def test_what_they_have_in_common_says_which_of_rule_place_and_subject_is_given(ask):
    found = await all_of(ask, "210681", AS_OF)
    assert {each["kind"] for each in found} == {"RULE", "PLACE", "RULE_AND_PLACE", "SUBJECT"}
    for each in found:
        assert (each["place"] is not None) is (each["kind"] in {"PLACE", "RULE_AND_PLACE"})
        assert (each["subject"] is not None) is (each["kind"] == "SUBJECT")
        assert (len(each["rules"]) == 1) is (each["kind"] in {"RULE", "RULE_AND_PLACE"})
    first = found[0]
    assert (first["rules"], first["count"], round(first["share"], 2)) == ([{"code": "BLD1"}], 51, 0.53)


async def test_only_the_kinds_that_are_asked_for_are_listed(ask):
    found = await all_of(ask, "210681", AS_OF, ["SUBJECT"])
    assert {each["kind"] for each in found} == {"SUBJECT"}
    assert await all_of(ask, "210681", AS_OF, []) == []
