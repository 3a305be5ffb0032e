"""Issues and their way up as the product answers them, against what the tables say."""

import json
from collections import Counter
from datetime import date, timedelta

import pytest
from asking import asking

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.execution import Engine, Request
from graph_api.seed.loader import DONGGANG
from graph_api.seed.table_files import read_tables
from graph_api.seed.tables import TABLES
from graph_api.settings import Settings

AS_OF = date(2026, 6, 30)
DAY = timedelta(days=1)
CITY = "210681"
LEVELS = {6: "CITY", 9: "SUBDISTRICT", 12: "COMMUNITY", 15: "COMPOUND"}
PLAZA, PLAZA_CODE = "210681001003001I011", "210681001003001-2025-011"
ROOF_CODE = "210681002009-2025-005"
# On the agenda of 新兴街道, without feedback.
OVERDUE = "210681002010I006"


@pytest.fixture(scope="module")
def tables():
    return {name: [line.row for line in lines] for name, lines in read_tables(DONGGANG, TABLES, AS_OF).items()}


@pytest.fixture(scope="module")
def engine_with(donggang):
    def made(**settings):
        return Engine(donggang, load_catalogue(), Settings(**settings))

    return made


@pytest.fixture(scope="module")
def ask(engine_with):
    return asking(engine_with())


def meeting_days(tables):
    return {row.id: row.date for row in tables["meetings"]}


async def test_an_issue_says_what_its_row_does(ask, tables):
    days = meeting_days(tables)
    for row in tables["issues"][::40]:
        code = f"{row.id[:-4]}-{days[row.meeting].year}-{row.id[-3:]}"
        issue = (
            await ask(
                f"""{{ issue(code: "{code}", asOf: "{AS_OF}") {{
                  id title status resolvedOn resolution provenance raisedAt {{ id date }}
                }} }}"""
            )
        )["issue"]
        assert issue == {
            "id": encode_id("Issue", row.id, str(AS_OF)),
            "title": row.title,
            "status": "RESOLVED" if row.resolved_on else "OPEN",
            "resolvedOn": row.resolved_on and str(row.resolved_on),
            "resolution": row.resolution,
            "provenance": row.provenance,
            "raisedAt": {"id": encode_id("Meeting", row.meeting, str(AS_OF)), "date": str(days[row.meeting])},
        }


async def test_the_plaza_s_whole_journey_can_be_read(ask, tables):
    issue = (
        await ask(
            f"""{{ issue(code: "{PLAZA_CODE}", asOf: "{AS_OF}") {{
              heldBy {{ level place {{ name }} }}
              raisedAt {{ conference {{ level }} }}
              escalations {{
                submittedOn ledger from {{ level }} to {{ level }} minutesOf {{ date }} agendaMeeting {{ date }}
                feedback {{ on text }} waitingDays overdueDays
              }}
              meetings {{ nodes {{ conference {{ level }} }} }}
            }} }}"""
        )
    )["issue"]
    assert issue["heldBy"] == {"level": "CITY", "place": {"name": "东港市"}}
    assert issue["raisedAt"]["conference"]["level"] == "COMPOUND"
    steps = issue["escalations"]
    assert [(step["from"]["level"], step["to"]["level"]) for step in steps] == [
        ("COMPOUND", "COMMUNITY"),
        ("COMMUNITY", "SUBDISTRICT"),
        ("SUBDISTRICT", "CITY"),
    ]
    rows = sorted((row for row in tables["escalations"] if row.issue == PLAZA), key=lambda row: row.id)
    days = meeting_days(tables)
    assert [(step["submittedOn"], step["ledger"], step["minutesOf"]["date"], step["feedback"]) for step in steps] == [
        (
            str(row.submitted_on),
            row.ledger,
            str(days[row.minutes_of]),
            {"on": str(row.feedback_on), "text": row.feedback},
        )
        for row in rows
    ]
    assert all(step["agendaMeeting"]["date"] >= step["submittedOn"] for step in steps)
    assert all(step["waitingDays"] is None and step["overdueDays"] is None for step in steps)
    levels = [meeting["conference"]["level"] for meeting in issue["meetings"]["nodes"]]
    assert levels == ["CITY", "SUBDISTRICT", "COMMUNITY", "COMPOUND"]


async def test_the_journey_is_that_of_the_day(ask, tables):
    first, *_ = sorted((row for row in tables["escalations"] if row.issue == PLAZA), key=lambda row: row.id)
    raised = meeting_days(tables)[first.minutes_of]
    text = f"""query($day: Date) {{ issue(code: "{PLAZA_CODE}", asOf: $day) {{
      status resolvedOn heldBy {{ level }} escalations {{ agendaMeeting {{ date }} feedback {{ on }} waitingDays }}
    }} }}"""
    assert (await ask(text, day=str(raised - DAY)))["issue"] is None
    held = {"status": "OPEN", "resolvedOn": None, "heldBy": {"level": "COMPOUND"}, "escalations": []}
    assert (await ask(text, day=str(raised)))["issue"] == held
    sent = {"agendaMeeting": None, "feedback": None, "waitingDays": 0}
    at_submission = (await ask(text, day=str(first.submitted_on)))["issue"]
    assert at_submission == {**held, "heldBy": {"level": "COMMUNITY"}, "escalations": [sent]}
    day = str(first.feedback_on)
    [answered] = (await ask(text, day=day))["issue"]["escalations"]
    assert answered == {"agendaMeeting": {"date": day}, "feedback": {"on": day}, "waitingDays": None}


async def test_the_roof_was_settled_with_the_synergy_body(ask, tables):
    text = f"""query($day: Date) {{ issue(code: "{ROOF_CODE}", asOf: $day) {{
      status settledWith {{ name }} heldBy {{ level }} escalations {{ id }}
    }} }}"""
    [row] = [row for row in tables["issues"] if row.id == "210681002009I005"]
    settled = (await ask(text, day=str(row.resolved_on)))["issue"]
    assert settled["settledWith"] == {"name": "兴海社区治理服务协同体"}
    assert (settled["status"], settled["heldBy"]["level"], settled["escalations"]) == ("RESOLVED", "COMMUNITY", [])
    assert (await ask(text, day=str(row.resolved_on - DAY)))["issue"]["settledWith"] is None


async def test_counts_by_level_and_status_are_those_of_the_rows(ask, tables):
    answer = await ask(
        f'{{ issueCounts(within: "{CITY}", asOf: "{AS_OF}") {{ level status count escalated overdue }} }}'
    )
    escalated = {row.issue for row in tables["escalations"]}
    expected = Counter((LEVELS[len(row.id) - 4], "RESOLVED" if row.resolved_on else "OPEN") for row in tables["issues"])
    rows = answer["issueCounts"]
    assert len(rows) == 8
    assert {(row["level"], row["status"]): row["count"] for row in rows if row["count"]} == expected
    assert sum(row["escalated"] for row in rows) == len(escalated) == 33
    assert [row["overdue"] for row in rows if row["status"] == "RESOLVED"] == [0, 0, 0, 0]


FILTERS = {
    "status: OPEN": lambda issue: issue["status"] == "OPEN",
    "escalated: true": lambda issue: issue["escalations"] != [],
    "escalated: false, status: OPEN": lambda issue: issue["escalations"] == [] and issue["status"] == "OPEN",
    "raisedAtLevel: COMPOUND": lambda issue: issue["raisedAt"]["conference"]["level"] == "COMPOUND",
    "heldAtLevel: CITY": lambda issue: issue["heldBy"]["level"] == "CITY",
    "overdue: true": lambda issue: issue["overdueDays"] is not None,
    "overdue: false, escalated: true": lambda issue: issue["overdueDays"] is None and issue["escalations"] != [],
    'title: "文化广场"': lambda issue: "文化广场" in issue["title"],
}


async def every_issue(ask, day, filter_=""):
    nodes, after = [], None
    text = f"""query($after: String) {{ issues(asOf: "{day}", filter: {{ {filter_} }}, first: 100, after: $after) {{
      totalCount pageInfo {{ hasNextPage endCursor }}
      nodes {{ code title status overdueDays escalations {{ id }} heldBy {{ level }} raisedAt {{ conference {{ level }} }} }}
    }} }}"""
    while True:
        page = (await ask(text, after=after))["issues"]
        nodes += page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            assert page["totalCount"] == len(nodes)
            return nodes
        after = page["pageInfo"]["endCursor"]


@pytest.mark.parametrize("day", [AS_OF, date(2026, 1, 15)], ids=str)
@pytest.mark.parametrize("filter_", FILTERS)
async def test_a_filter_keeps_what_it_says(ask, filter_, day):
    everything = await every_issue(ask, day)
    assert await every_issue(ask, day, filter_) == [issue for issue in everything if FILTERS[filter_](issue)]


async def test_what_waits_longest_for_feedback_comes_first_with_whom_it_waits_for(ask, tables):
    answer = await ask(
        f"""{{ escalations(within: "{CITY}", asOf: "{AS_OF}", filter: {{awaitingFeedback: true}}) {{
          nodes {{ id waitingDays overdueDays issue {{ status }} to {{ name }} feedback {{ on }} }}
        }} }}"""
    )
    waiting = answer["escalations"]["nodes"]
    open_ = {row.id for row in tables["issues"] if not row.resolved_on}
    rows = [row for row in tables["escalations"] if row.issue in open_ and not row.feedback_on]
    rows.sort(key=lambda row: (row.submitted_on, row.id))
    assert [each["id"] for each in waiting] == [encode_id("Escalation", row.id, str(AS_OF)) for row in rows]
    assert [each["waitingDays"] for each in waiting] == [(AS_OF - row.submitted_on).days for row in rows]
    assert all(each["feedback"] is None and each["issue"]["status"] == "OPEN" for each in waiting)


async def test_feedback_is_overdue_from_the_day_after_the_last_one(ask, engine_with, tables):
    [row] = [row for row in tables["escalations"] if row.issue == OVERDUE]
    days = meeting_days(tables)
    [agenda] = [days[on.meeting] for on in tables["issue_agendas"] if on.issue == OVERDUE]
    text = f"""query($day: Date!) {{ node: nodeAsOf(id: "{encode_id("Escalation", row.id)}", asOf: $day) {{
      ... on Escalation {{ overdueDays issue {{ overdueDays }} }}
    }} }}"""
    for day, overdue in ((agenda, None), (agenda + 30 * DAY, None), (agenda + 31 * DAY, 1), (agenda + 40 * DAY, 10)):
        answer = (await ask(text, day=str(day)))["node"]
        assert (answer["overdueDays"], answer["issue"]["overdueDays"]) == (overdue, overdue)
    patient = asking(engine_with(feedback_days=39))
    assert (await patient(text, day=str(agenda + 40 * DAY)))["node"]["overdueDays"] == 1


async def test_the_setting_decides_what_the_rule_finds(engine_with):
    text = f"""{{ coverageFindings(within: "{CITY}", asOf: "{AS_OF}", filter: {{rules: [ISS4], results: [FAIL]}}) {{
      nodes {{ observed }}
    }} }}"""
    found = {
        days: len((await asking(engine_with(feedback_days=days))(text))["coverageFindings"]["nodes"])
        for days in (30, 44, 1000)
    }
    assert found == {30: 3, 44: 2, 1000: 0}


async def test_a_conference_tells_what_was_raised_came_up_and_went_up(ask, tables):
    kinds = ("raised", "fromBelow", "sentUp", "awaitingFeedback", "owingFeedback")
    fields = " ".join(f"{kind}(first: 100) {{ nodes {{ id }} }}" for kind in kinds)
    answer = await ask(f'{{ conferences(asOf: "{AS_OF}", first: 100) {{ nodes {{ id {fields} }} }} }}')
    conference_of = {row.id: row.conference for row in tables["meetings"]}
    open_ = {row.id for row in tables["issues"] if not row.resolved_on}
    escalations = tables["escalations"]
    waiting = [row for row in escalations if row.issue in open_ and not row.feedback_on]
    for node in answer["conferences"]["nodes"]:
        found = {kind: {each["id"] for each in node[kind]["nodes"]} for kind in kinds}
        own = {row.id for row in tables["conferences"] if encode_id("Conference", row.id, str(AS_OF)) == node["id"]}
        raised = [row for row in tables["issues"] if conference_of[row.meeting] in own]
        assert found == {
            "raised": {encode_id("Issue", row.id, str(AS_OF)) for row in raised},
            "fromBelow": {
                encode_id("Escalation", row.id, str(AS_OF)) for row in escalations if row.to_conference in own
            },
            "sentUp": {
                encode_id("Escalation", row.id, str(AS_OF)) for row in escalations if row.from_conference in own
            },
            "awaitingFeedback": {
                encode_id("Escalation", row.id, str(AS_OF)) for row in waiting if row.from_conference in own
            },
            "owingFeedback": {
                encode_id("Escalation", row.id, str(AS_OF)) for row in waiting if row.to_conference in own
            },
        }


async def test_a_meeting_s_agenda_has_what_was_raised_and_what_was_taken_up(ask, tables):
    answer = await ask(
        f'{{ meetings(asOf: "{AS_OF}", first: 100) {{ nodes {{ id agenda(first: 100) {{ nodes {{ id }} }} }} }} }}'
    )
    on_agenda = [(row.meeting, row.id) for row in tables["issues"]]
    on_agenda += [(row.meeting, row.issue) for row in tables["issue_agendas"]]
    found = {
        (meeting["id"], issue["id"]) for meeting in answer["meetings"]["nodes"] for issue in meeting["agenda"]["nodes"]
    }
    assert found == {
        (encode_id("Meeting", meeting, str(AS_OF)), encode_id("Issue", issue, str(AS_OF)))
        for meeting, issue in on_agenda
    }


async def test_the_findings_of_an_issue_belong_to_the_place_that_holds_it(ask):
    answer = await ask(
        f"""{{ issue(code: "{PLAZA_CODE}", asOf: "{AS_OF}") {{
          findings {{ nodes {{ rule {{ code }} result place {{ code }} subject {{ id }} evidence {{ __typename }} }} }}
        }} }}"""
    )
    findings = answer["issue"]["findings"]["nodes"]
    assert [(each["rule"]["code"], each["result"]) for each in findings] == [
        (f"ISS{number}", "PASS") for number in range(1, 5)
    ]
    assert {each["place"]["code"] for each in findings} == {CITY}
    assert {each["subject"]["id"] for each in findings} == {encode_id("Issue", PLAZA, str(AS_OF))}
    kinds = [{evidence["__typename"] for evidence in each["evidence"]} for each in findings]
    assert kinds == [{"Escalation"}, {"Escalation"}, {"Meeting"}, {"Escalation"}]


@pytest.mark.parametrize(
    "code", ["", "210681", "210681-26-001", "2106810-2026-001", "210681-2026-1", "210681-2026-001-1"]
)
async def test_a_code_of_another_shape_is_refused(engine_with, code):
    request = Request("query($code: String!) { issue(code: $code) { title } }", {"code": code}, None)
    answer = json.loads((await engine_with().answer(request, request_id="r")).body)
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["BAD_CODE"]
    assert answer["data"] == {"issue": None}
