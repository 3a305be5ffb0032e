"""How far findings are from failing, against the oracle's, and findings in that order."""

from datetime import date

import pytest
from asking import asking
from oracle.coverage import findings

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import decode_id
from graph_api.execution import Engine
from graph_api.settings import Settings

SEED_DAY = date(2026, 6, 30)
# Rules whose evidence is what they count, with the numbers that pass by the document.
COUNTING = {
    **dict.fromkeys(("BLD1", "CMP3", "CMP4", "COM2", "COM3", "CTY2", "DEP4", "LDR2", "LDR3", "SUB1"), (1, None)),
    **dict.fromkeys(("CMP1", "COM4"), (1, 1)),
    "BLD2": (None, 1),
    "COM1": (3, 5),
}
NUMBERS = "observation { value of } requiredMinimum requiredMaximum margin"
PAGE = f"""totalCount pageInfo {{ hasNextPage hasPreviousPage endCursor startCursor }}
  nodes {{ id rule {{ code }} subject {{ id }} result {NUMBERS} }}"""
ARGUMENTS = (
    'asOf: "2026-06-30", filter: $filter, orderBy: $order, first: $first, after: $after, last: $last, before: $before'
)
VARIABLES = "$filter: FindingFilter, $order: FindingOrder, $first: Int, $after: String, $last: Int, $before: String"
ALL = f"query({VARIABLES}) {{ found: coverageFindings({ARGUMENTS}) {{ {PAGE} }} }}"
OF_PLACES = f"""query($order: FindingOrder) {{ communities(first: 3, asOf: "2026-06-30") {{ nodes {{
  worst: findings(orderBy: $order, first: 5) {{ {PAGE} }} all: findings(first: 100) {{ {PAGE} }}
}} }} }}"""
OF_LEADERS = f"""query($order: FindingOrder) {{ leaders(first: 5, asOf: "2026-06-30") {{ nodes {{
  findings(orderBy: $order) {{ {PAGE} }}
}} }} }}"""


@pytest.fixture
def ask(donggang):
    return asking(Engine(donggang, load_catalogue(), Settings()))


async def walked(ask, size=100, **variables):
    found, after = [], None
    while True:
        page = (await ask(ALL, first=size, after=after, **variables))["found"]
        found += page["nodes"]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            assert page["totalCount"] == len(found)
            return found


def in_order(found, *, descending=False):
    """The findings by margin, null last; the default order stays among equals."""
    numbered = [finding for finding in found if finding["margin"] is not None]
    numbered.sort(key=lambda finding: -finding["margin"] if descending else finding["margin"])
    return numbered + [finding for finding in found if finding["margin"] is None]


async def test_margins_are_those_of_what_the_oracle_counts(ask):
    numbers = {
        (finding.rule, finding.subject.id): (finding.result, len(finding.evidence))
        for finding in findings(SEED_DAY, SEED_DAY)
    }
    seen = set()
    for finding in await walked(ask, filter={"rules": sorted(COUNTING), "results": ["PASS", "FAIL"]}):
        code = finding["rule"]["code"]
        result, number = numbers[code, decode_id(finding["subject"]["id"]).local]
        least, most = COUNTING[code]
        distances = [number - least] if least is not None else []
        distances += [most - number] if most is not None else []
        said = (finding["result"], finding["requiredMinimum"], finding["requiredMaximum"], finding["margin"])
        assert said == (result, least, most, min(distances)), finding
        seen.add(code)
    assert seen == COUNTING.keys()


async def test_a_margin_is_negative_if_and_only_if_the_rule_fails(ask):
    """And null where there is no number, or nothing to compare it with."""
    for finding in await walked(ask):
        if finding["margin"] is not None:
            assert (finding["margin"] < 0) is (finding["result"] == "FAIL"), finding
            assert finding["observation"] is not None
            assert finding["result"] in {"PASS", "FAIL"}
        if finding["rule"]["code"] in {"HH1", "COM5"}:
            assert finding["margin"] is None


@pytest.mark.parametrize("direction", ["ASC", "DESC"])
async def test_findings_by_margin_page_by_page(ask, direction):
    filter_ = {"rules": ["BLD1", "CMP4", "COM1", "COM5", "DEP3", "ISS1", "ISS4"], "obligation": "MUST"}
    order = {"field": "MARGIN", "direction": direction}
    expected = in_order(await walked(ask, filter=filter_), descending=direction == "DESC")
    assert await walked(ask, size=60, filter=filter_, order=order) == expected
    last = (await ask(ALL, filter=filter_, order=order, last=9))["found"]
    assert last["nodes"] == expected[-9:]
    before = (await ask(ALL, filter=filter_, order=order, last=9, before=last["pageInfo"]["startCursor"]))["found"]
    assert before["nodes"] == expected[-18:-9]
    assert before["pageInfo"]["hasNextPage"]


async def test_findings_of_a_place_by_margin(ask):
    for each in (await ask(OF_PLACES, order={"field": "MARGIN"}))["communities"]["nodes"]:
        if each["all"]["totalCount"] <= 100:
            assert each["worst"]["nodes"] == in_order(each["all"]["nodes"])[:5]
        assert each["worst"]["totalCount"] == each["all"]["totalCount"]


async def test_findings_of_a_leader_by_margin(ask):
    for each in (await ask(OF_LEADERS, order={"field": "MARGIN"}))["leaders"]["nodes"]:
        assert each["findings"]["nodes"] == in_order(each["findings"]["nodes"])
