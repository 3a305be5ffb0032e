"""On any day, every answer is that of a graph which holds only what there is on that day."""

import json
import re
from datetime import date, timedelta

import pytest
from hypothesis import given

from differential.examples import generated
from differential.graph import AS_OF, read_graph
from differential.history import FIELDS
from differential.operations import operations
from differential.reference import schema
from differential.samples import samples
from differential.slices import slice_of
from differential.stores import load_alone
from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import decode_id
from graph_api.execution import Engine, Request
from graph_api.seed.loader import DONGGANG
from graph_api.seed.table_files import Line, read_tables
from graph_api.seed.tables import TABLES
from graph_api.settings import Settings

pytestmark = pytest.mark.slow

DAYS = [date(2023, 6, 30), date(2025, 3, 5), date(2025, 11, 1), AS_OF]
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

FINDINGS = """query Findings($day: Date!, $after: String) {
  coverageFindings(within: "210681", asOf: $day, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { id result observed required place { code } subject { id } window { from until } evidence(first: 100) { id } }
  }
}"""
COVERAGE = """query Coverage($day: Date!) {
  city(code: "210681", asOf: $day) { coverage { rate fullyCovered counts { rule { code } pass fail unknown notApplicable } } }
  communities(within: "210681", first: 100, asOf: $day, orderBy: {field: COVERAGE_RATE}) {
    nodes {
      code coverage { rate fullyCovered }
      findings(filter: {results: [FAIL, UNKNOWN], obligation: MUST}, first: 100) { totalCount }
    }
  }
  covered: communities(within: "210681", filter: {fullyCovered: true}, first: 100, asOf: $day) { nodes { code } }
  compounds(within: "210681", filter: {failing: [BLD1, CMP3]}, first: 100, asOf: $day) { nodes { code } }
}"""


@pytest.fixture(scope="module", params=DAYS, ids=str)
async def day_and_slice(request, second_database):
    """A day, and an engine on a graph that holds only what there is on it."""
    day = request.param
    tables = slice_of(read_tables(DONGGANG, TABLES, AS_OF), day)
    await load_alone(second_database, tables)
    return day, Engine(second_database, load_catalogue(), Settings())


async def answer(engine, text, variables):
    return json.loads((await engine.answer(Request(text, variables, None), request_id="slice")).body)


def _of_the_day(answered):
    """The answer without what HH1 says, which is as of the first day of the quarter."""
    for finding in answered["data"]["coverageFindings"]["nodes"]:
        if decode_id(finding["id"]).local.startswith("HH1|"):
            del finding["observed"], finding["result"]
    return answered


async def test_every_finding_is_that_of_the_slice(engine, day_and_slice):
    day, sliced = day_and_slice
    after = None
    while True:
        variables = {"day": day.isoformat(), "after": after}
        whole, part = [_of_the_day(await answer(one, FINDINGS, variables)) for one in (engine, sliced)]
        assert whole == part
        assert "errors" not in whole
        page = whole["data"]["coverageFindings"]["pageInfo"]
        if not page["hasNextPage"]:
            return
        after = page["endCursor"]


async def test_coverage_is_that_of_the_slice(engine, day_and_slice):
    day, sliced = day_and_slice
    whole, part = [await answer(one, COVERAGE, {"day": day.isoformat()}) for one in (engine, sliced)]
    assert "errors" not in whole
    for each in (whole, part):
        counts = each["data"]["city"]["coverage"]["counts"]
        counts[:] = [count for count in counts if count["rule"]["code"] != "HH1"]
    assert whole == part


@generated(40)
@given(operation=operations(schema(), samples(read_graph()), 1, FIELDS))
async def test_generated_operations_are_answered_as_on_the_slice(engine, day_and_slice, operation):
    day, sliced = day_and_slice
    text = on(day, operation.text)
    for variables in operation.variables:
        moved = {name: on(day, value) for name, value in variables.items()}
        assert await answer(engine, text, moved) == await answer(sliced, text, moved), f"{text}\n{moved}"


# What a loader refuses may still be in a graph: nothing that is to come shows all the same.
BENT_ON = date(2026, 2, 10)
BENT = """query Bent($day: Date!) {
  escalations(within: "210681", first: 100, asOf: $day) { nodes {
    submittedOn minutesOf { id date decisions } agendaMeeting { id } feedback { on text }
    issue { code resolvedOn status meetings(first: 20) { nodes { id date } } findings(first: 20) { nodes { result observed } } }
  } }
  meetings(within: "210681", first: 100, asOf: $day) { nodes { id date agenda(first: 50) { totalCount nodes { code } } } }
  departments(within: "210681", first: 100, asOf: $day) { nodes {
    code evaluations(first: 10) { nodes { raterCount appraisal { id date } } }
  } }
}"""


def bent(tables):
    """The tables with minutes, agendas and appraisals that come before or after what they may."""
    meetings = sorted((line.row for line in tables["meetings"]), key=lambda row: (row.date, row.id))
    first = {row.conference: row.id for row in reversed(meetings)}
    last = {row.conference: row.id for row in meetings}

    def changed(table, change):
        return [Line(line.number, line.row.model_copy(update=change(line.row))) for line in tables[table]]

    agendas = changed("issue_agendas", lambda row: {"meeting": first[row.meeting.partition("M")[0]]})
    return {
        **tables,
        "escalations": changed("escalations", lambda row: {"minutes_of": last[row.from_conference]}),
        "issue_agendas": list({line.row.identity: line for line in agendas}.values()),
        "appraisals": changed("appraisals", lambda row: {"date": row.date + timedelta(days=100)}),
    }


async def test_nothing_that_is_to_come_shows_in_a_graph_that_was_bent(second_database):
    engine = Engine(second_database, load_catalogue(), Settings())
    tables = bent(read_tables(DONGGANG, TABLES, AS_OF))
    answers = []
    for each in (tables, slice_of(tables, BENT_ON)):
        await load_alone(second_database, each)
        answers.append(await answer(engine, BENT, {"day": BENT_ON.isoformat()}))
    assert "errors" not in answers[0]
    assert answers[0] == answers[1]
    told = [node["minutesOf"] for node in answers[0]["data"]["escalations"]["nodes"]]
    assert None in told
    assert any(told)


def on(day, said):
    """The same with its days replaced by the day."""
    return DATE.sub(day.isoformat(), said) if isinstance(said, str) else said
