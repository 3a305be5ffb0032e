"""Conferences and their meetings as the product answers them, against what the tables say."""

from collections import Counter
from datetime import date, timedelta

import pytest
from asking import asking

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.execution import Engine
from graph_api.seed.loader import DONGGANG
from graph_api.seed.table_files import read_tables
from graph_api.seed.tables import TABLES
from graph_api.settings import Settings

AS_OF = date(2026, 6, 30)
CITY = "210681K1"
EXTRAORDINARY = "210681002010K1M002"


@pytest.fixture(scope="module")
def tables():
    return {name: [line.row for line in lines] for name, lines in read_tables(DONGGANG, TABLES, AS_OF).items()}


@pytest.fixture(scope="module")
def ask(donggang):
    return asking(Engine(donggang, load_catalogue(), Settings()))


def holding(rows, day=AS_OF):
    return [row for row in rows if row.since <= day and (row.until is None or day < row.until)]


async def test_each_place_has_its_conference_with_its_level_and_duties(ask, tables):
    fields = "conference { name level responsibilities place { code } }"
    answer = await ask(
        f"""{{
          city(code: "210681", asOf: "{AS_OF}") {{ code {fields} subdistricts {{ nodes {{ code {fields} }} }} }}
          communities(first: 100, asOf: "{AS_OF}") {{ nodes {{ code {fields} }} }}
          compounds(first: 100, asOf: "{AS_OF}") {{ nodes {{ code {fields} }} }}
        }}"""
    )
    places = [answer["city"], *answer["city"]["subdistricts"]["nodes"]]
    places += [*answer["communities"]["nodes"], *answer["compounds"]["nodes"]]
    names = {row.id: row.name for row in tables["conferences"]}
    known = {row.place: names[row.conference] for row in holding(tables["conference_places"])}
    assert {place["code"]: place["conference"]["name"] for place in places if place["conference"]} == known
    levels = {6: "CITY", 9: "SUBDISTRICT", 12: "COMMUNITY", 15: "COMPOUND"}
    for place in places:
        if place["conference"]:
            assert place["conference"]["level"] == levels[len(place["code"])]
            assert place["conference"]["place"]["code"] == place["code"]
            assert len(place["conference"]["responsibilities"]) >= 3


async def test_the_city_conference_has_its_convenor_office_members_and_invitees(ask, tables):
    answer = await ask(
        f"""{{ city(code: "210681", asOf: "{AS_OF}") {{ conference {{
          convenor {{ name leader {{ code }} }} liaisonOffice {{ code }}
          standingMembers(first: 100) {{ edges {{ category node {{ id leader {{ body }} }} }} }}
          invitees(first: 100) {{ totalCount edges {{ category }} }}
        }} }} }}"""
    )
    conference = answer["city"]["conference"]
    assert conference["convenor"]["leader"] == {"code": "210681L001"}
    assert conference["liaisonOffice"] == {"code": "210681D002"}
    known = Counter(row.category for row in holding(tables["conference_members"]) if row.conference == CITY)
    edges = conference["standingMembers"]["edges"]
    assert Counter(edge["category"] for edge in edges) == known
    assert all(edge["category"] == edge["node"]["leader"]["body"] for edge in edges if edge["node"]["leader"])
    assert conference["invitees"]["totalCount"] == 21
    assert {edge["category"] for edge in conference["invitees"]["edges"]} == {"COMMUNITY_SECRETARY"}


async def test_a_meeting_says_who_convened_it_who_came_and_what_it_decided(ask, tables):
    fields = """date kind field decisions minutes convenedBy { id } conference { id }
      attendees(first: 100) { totalCount edges { category node { __typename id name } } }"""
    text = f'query($id: ID!) {{ node: nodeAsOf(id: $id, asOf: "{AS_OF}") {{ ... on Meeting {{ {fields} }} }} }}'
    for row in tables["meetings"]:
        if row.id in {EXTRAORDINARY, f"{CITY}M001", "210681001006K1M001", "210681001008001K1M003"}:
            meeting = (await ask(text, id=encode_id("Meeting", row.id)))["node"]
            plain = {key: meeting[key] for key in ("date", "kind", "field", "decisions", "minutes")}
            assert plain == {
                "date": row.date.isoformat(),
                "kind": row.kind,
                "field": row.field,
                "decisions": list(row.decisions),
                "minutes": row.minutes,
            }
            assert meeting["conference"] == {"id": encode_id("Conference", row.conference, str(AS_OF))}
            assert meeting["convenedBy"] == {"id": encode_id("Person", row.convenor, str(AS_OF))}
            came = {one.actor: one.category for one in tables["attendances"] if one.meeting == row.id}
            said = {edge["node"]["id"]: edge["category"] for edge in meeting["attendees"]["edges"]}
            assert meeting["attendees"]["totalCount"] == len(came)
            assert Counter(said.values()) == Counter(list(came.values())[:100])


async def test_the_city_s_meeting_adopted_the_plan_and_its_documents(ask, tables):
    answer = await ask(
        f"""{{ meetings(filter: {{level: CITY}}, asOf: "{AS_OF}") {{ nodes {{
          documents {{ title kind provenance meeting {{ kind }} }}
        }} }} }}"""
    )
    [meeting] = answer["meetings"]["nodes"]
    known = [row for row in tables["documents"] if row.meeting == f"{CITY}M001"]
    assert [document["title"] for document in meeting["documents"]] == [row.title for row in known]
    assert Counter(document["kind"] for document in meeting["documents"]) == {
        "IMPLEMENTATION_PLAN": 1,
        "SUB_DOCUMENT": 15,
    }


async def test_meetings_are_filtered_by_kind_level_and_day(ask, tables):
    text = """query($filter: MeetingFilter, $within: String, $day: Date!) {
      meetings(within: $within, filter: $filter, first: 100, asOf: $day) { totalCount nodes { id date } }
    }"""
    days = sorted(row.date for row in tables["meetings"])
    first, last = days[20], days[60]
    cases = [
        ({}, lambda row: row.date <= AS_OF),
        ({"kind": "EXTRAORDINARY"}, lambda row: row.kind == "EXTRAORDINARY"),
        ({"level": "COMPOUND"}, lambda row: len(row.conference) == 17),
        ({"from": str(first)}, lambda row: row.date >= first),
        ({"until": str(first)}, lambda row: row.date < first),
        (
            {"from": str(first), "until": str(last), "kind": "REGULAR", "level": "COMMUNITY"},
            lambda row: first <= row.date < last and row.kind == "REGULAR" and len(row.conference) == 14,
        ),
    ]
    for given, matches in cases:
        for within in ("210681", "210681002", "210681001003"):
            for day in (AS_OF, last - timedelta(days=1)):
                rows = [
                    row for row in tables["meetings"] if row.id.startswith(within) and row.date <= day and matches(row)
                ]
                rows = sorted(sorted(rows, key=lambda row: row.id), key=lambda row: row.date, reverse=True)
                said = (await ask(text, filter=given, within=within, day=str(day)))["meetings"]
                assert said["totalCount"] == len(rows)
                assert [node["id"] for node in said["nodes"]] == [
                    encode_id("Meeting", row.id, str(day)) for row in rows
                ]


DUE = "{ conferences(within: $within, first: 100, asOf: $day) { nodes { place { code } nextMeetingDue overdue } } }"


async def test_the_next_meeting_is_due_at_the_end_of_the_period_after_the_last(ask):
    text = f"query($within: String, $day: Date!) {DUE}"

    async def due(within, day):
        nodes = (await ask(text, within=within, day=day))["conferences"]["nodes"]
        return {node["place"]["code"]: (node["nextMeetingDue"], node["overdue"]) for node in nodes}[within]

    # The city met in the second half of 2025: it may meet until the end of June.
    assert await due("210681", "2026-06-30") == ("2026-06-30", False)
    assert await due("210681", "2026-07-01") == ("2026-06-30", True)
    # The communities met in the first quarter, the compounds in May.
    assert await due("210681001001", "2026-06-30") == ("2026-06-30", False)
    assert await due("210681001001001", "2026-06-30") == ("2026-06-30", False)
    assert await due("210681001001001", "2026-07-01") == ("2026-06-30", True)
    # A compound that never met was due in the month after its conference began, in February 2025.
    assert await due("210681001004002", "2026-06-30") == ("2025-01-31", True)
    assert await due("210681001004002", "2025-01-31") == ("2025-01-31", False)


async def test_overdue_conferences_are_those_of_branches_that_do_not_meet(ask, tables):
    text = """query($day: Date!, $overdue: Boolean, $level: PlaceLevel) {
      conferences(filter: {overdue: $overdue, level: $level}, first: 100, asOf: $day) { nodes { place { code } } }
    }"""

    async def places(**variables):
        nodes = (await ask(text, day=str(AS_OF), **variables))["conferences"]["nodes"]
        return [node["place"]["code"] for node in nodes]

    meeting = {row.conference for row in tables["meetings"] if row.date.month == 5 and row.date.year == 2026}
    silent = [
        row.place
        for row in holding(tables["conference_places"])
        if len(row.place) == 15 and row.conference not in meeting
    ]
    assert await places(overdue=True) == sorted(silent)
    assert await places(overdue=False, level="CITY") == ["210681"]
    assert len(await places(overdue=False)) + len(silent) == len(holding(tables["conference_places"]))


async def test_a_conference_that_is_no_more_is_found_with_its_place_and_owes_no_meeting(ask):
    text = """query($id: ID!, $day: Date!) { node: nodeAsOf(id: $id, asOf: $day) { ... on Conference {
      level place { code } convenor { id } nextMeetingDue overdue standingMembers { totalCount }
    } } }"""
    id_ = encode_id("Conference", "210681001010002K1")
    gone = (await ask(text, id=id_, day=str(AS_OF)))["node"]
    assert gone == {
        "level": "COMPOUND",
        "place": {"code": "210681001010002"},
        "convenor": None,
        "nextMeetingDue": None,
        "overdue": None,
        "standingMembers": {"totalCount": 0},
    }
    assert (await ask(text, id=id_, day="2025-10-31"))["node"]["overdue"] is True
    assert (await ask(text, id=id_, day="2020-01-01"))["node"] is None


async def test_a_meeting_and_its_documents_are_there_from_its_day_on(ask, tables):
    [day] = [row.date for row in tables["meetings"] if row.id == f"{CITY}M001"]
    text = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    things = {"Meeting": f"{CITY}M001", "Document": f"{CITY}M001D01"}
    for asked, there in ((day - timedelta(days=1), False), (day, True)):
        nodes = (await ask(text, ids=[encode_id(*thing, str(asked)) for thing in things.items()]))["nodes"]
        assert [node is not None for node in nodes] == [there, there]


async def test_departments_and_leaders_have_the_meetings_that_they_came_to(ask, tables):
    text = """query($department: String!, $leader: String!, $day: Date!) {
      department(code: $department, asOf: $day) { meetings(first: 100) { nodes { date } } }
      leader(code: $leader, asOf: $day) { meetings(first: 100) { nodes { date } } }
    }"""
    day = {row.id: row.date for row in tables["meetings"]}
    for department, leader in (("210681D001", "210681L005"), ("210681D025", "210681L015")):
        said = await ask(text, department=department, leader=leader, day=str(AS_OF))
        for actor, found in ((department, said["department"]), (leader, said["leader"])):
            known = sorted((day[row.meeting] for row in tables["attendances"] if row.actor == actor), reverse=True)
            assert [node["date"] for node in found["meetings"]["nodes"]] == [one.isoformat() for one in known]


async def test_conferences_are_found_by_name_and_chained(ask):
    answer = await ask(f"""{{ search(text: "桥东社区民主协商", within: "210681001003", asOf: "{AS_OF}") {{ id }} }}""")
    assert answer["search"] == [{"id": encode_id("Conference", "210681001003K1", str(AS_OF))}]
    text = """query($from: ID!, $to: ID!, $day: Date!) {
      paths(from: $from, to: $to, asOf: $day) { steps { relation sentence } }
    }"""
    ends = {"from": encode_id("Department", "210681D002"), "to": encode_id("Conference", CITY)}
    [chain] = (await ask(text, **ends, day=str(AS_OF)))["paths"]
    [step] = chain["steps"]
    assert step["relation"] == "LIAISON_OF"
    assert step["sentence"].startswith("市委组织部 holds the liaison office of 全市城市党的建设及基层治理联席会 since ")
