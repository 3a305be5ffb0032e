"""Visits of leaders through the engine, held against what the tables say."""

from datetime import date

import pytest
from asking import asking

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.execution import Engine
from graph_api.resolvers.windows import last_complete
from graph_api.rules import Window
from graph_api.seed.loader import DONGGANG
from graph_api.seed.table_files import read_tables
from graph_api.seed.tables import TABLES
from graph_api.settings import Settings

AS_OF = date(2026, 6, 30)


@pytest.fixture(scope="module")
def tables():
    read = read_tables(DONGGANG, TABLES, AS_OF)
    return {name: [line.row for line in lines] for name, lines in read.items()}


@pytest.fixture
def ask(donggang):
    return asking(Engine(donggang, load_catalogue(), Settings()))


def holding(rows, day=AS_OF):
    return [row for row in rows if row.since <= day and (row.until is None or day < row.until)]


def newest_first(visits):
    return sorted((str(row.date) for row in visits), reverse=True)


async def test_a_visit_says_who_made_it_where_and_what_for(ask, tables):
    [row] = [row for row in tables["visits"] if row.id == "210681L001V004"]
    visit = (
        await ask(
            """query($id: ID!) {
              node: nodeAsOf(id: $id, asOf: "2026-06-30") {
                ... on Visit { date tasks provenance leader { code } community { code } }
              }
            }""",
            id=encode_id("Visit", row.id),
        )
    )["node"]
    assert visit == {
        "date": str(row.date),
        "tasks": list(row.tasks),
        "provenance": row.provenance,
        "leader": {"code": row.leader},
        "community": {"code": row.community},
    }


@pytest.mark.parametrize(("day", "found"), [("2025-10-19", False), ("2025-10-20", True)])
async def test_a_visit_exists_from_its_day_on(ask, day, found):
    id_ = encode_id("Visit", "210681L001V004")
    answer = await ask("query($id: ID!, $day: Date!) { node: nodeAsOf(id: $id, asOf: $day) { id } }", id=id_, day=day)
    assert (answer["node"] is not None) is found


async def test_a_leader_a_community_and_a_pairing_list_their_visits_newest_first(ask, tables):
    text = """query($leader: String!, $community: String!) {
      leader(code: $leader, asOf: "2026-06-30") {
        visits(first: 100) { nodes { date } }
        pairing { community { code } visits(first: 100) { nodes { date } } }
      }
      community(code: $community, asOf: "2026-06-30") { visits(first: 100) { nodes { date } } }
    }"""
    community = {row.leader: row.community for row in holding(tables["leader_pairings"])}
    for leader in ("210681L004", "210681L012", "210681L024"):
        answer = await ask(text, leader=leader, community=community[leader])
        own = [row for row in tables["visits"] if row.leader == leader]
        there = [row for row in tables["visits"] if row.community == community[leader]]
        shown = {name: [node["date"] for node in nodes] for name, nodes in parts(answer)}
        assert shown["leader"] == newest_first(own)
        assert shown["pairing"] == newest_first([row for row in own if row.community == community[leader]])
        assert shown["community"] == newest_first(there)


def parts(answer):
    yield "leader", answer["leader"]["visits"]["nodes"]
    yield "pairing", answer["leader"]["pairing"]["visits"]["nodes"]
    yield "community", answer["community"]["visits"]["nodes"]


async def test_visits_are_found_by_place_task_and_day(ask, tables):
    text = """query($within: String, $tasks: [VisitTask!], $from: Date, $until: Date) {
      visits(within: $within, filter: { tasks: $tasks, from: $from, until: $until }, asOf: "2026-06-30") { totalCount }
    }"""
    quarter = date(2026, 1, 1), date(2026, 4, 1)
    cases = [
        ({}, lambda _: True),
        ({"within": "210681001"}, lambda row: row.community.startswith("210681001")),
        ({"within": "210681001006"}, lambda row: row.community == "210681001006"),
        ({"tasks": ["INSPECT", "SETTLE_ISSUES"]}, lambda row: {"INSPECT", "SETTLE_ISSUES"} & set(row.tasks)),
        ({"tasks": []}, lambda _: False),
        ({"from": "2026-01-01", "until": "2026-04-01"}, lambda row: quarter[0] <= row.date < quarter[1]),
        ({"from": "2026-01-17", "until": "2026-01-18"}, lambda row: row.date == date(2026, 1, 17)),
    ]
    for variables, matches in cases:
        answer = await ask(text, **variables)
        assert answer["visits"]["totalCount"] == len([row for row in tables["visits"] if matches(row)]), variables


async def test_a_pairing_counts_the_visits_of_each_complete_quarter(ask, tables):
    text = """query($leader: String!) {
      leader(code: $leader, asOf: "2026-06-30") { pairings(first: 5) { nodes {
        since until community { code } visitsPerQuarter(first: 40) { from until visits }
      } } }
    }"""
    for leader in ("210681L001", "210681L024"):
        for pairing in (await ask(text, leader=leader))["leader"]["pairings"]["nodes"]:
            quarters = pairing["visitsPerQuarter"]
            end = min(pairing["until"] or "9999", "2026-04-01")
            assert all(pairing["since"] <= one["from"] and one["until"] <= end for one in quarters)
            assert [one["until"] for one in quarters[1:]] == [one["from"] for one in quarters[:-1]]
            for one in quarters:
                days = [
                    str(row.date)
                    for row in tables["visits"]
                    if (row.leader, row.community) == (leader, pairing["community"]["code"])
                ]
                assert one["visits"] == len([day for day in days if one["from"] <= day < one["until"]])


@pytest.mark.parametrize("day", ["2026-06-30", "2025-07-01", "2025-04-15", "2024-09-30", "2023-06-30"])
async def test_whose_visit_is_overdue(ask, tables, day):
    """Before the seed's visits begin, everybody's is; who was paired during the quarter is in neither answer."""
    text = """query($day: Date) {
      late: leaders(filter: { visitOverdue: true }, asOf: $day, first: 100) { nodes { code visitOverdue } }
      done: leaders(filter: { visitOverdue: false }, asOf: $day, first: 100) { nodes { code visitOverdue } }
      all: leaders(asOf: $day, first: 100) { nodes { code visitOverdue } }
    }"""
    answer = await ask(text, day=day)
    window = last_complete(Window.QUARTER, date.fromisoformat(day))
    due = [row for row in holding(tables["leader_pairings"], date.fromisoformat(day)) if row.since <= window.from_]
    visited = {(row.leader, row.community) for row in tables["visits"] if window.from_ <= row.date < window.until}
    late = {row.leader for row in due if (row.leader, row.community) not in visited}
    done = {row.leader for row in due} - late
    assert {node["code"] for node in answer["late"]["nodes"]} == late
    assert {node["code"] for node in answer["done"]["nodes"]} == done
    told = {node["code"]: node["visitOverdue"] for node in answer["all"]["nodes"]}
    assert told == {
        row.code: True if row.code in late else False if row.code in done else None for row in tables["leaders"]
    }


async def test_which_leaders_are_accompanied_by_a_department_that_they_supervise(ask, tables):
    text = """query($accompanied: Boolean, $day: Date) {
      leaders(filter: { accompanied: $accompanied }, asOf: $day, first: 100) { nodes { code } }
    }"""
    for day in (AS_OF, date(2024, 3, 1)):
        community = {row.leader: row.community for row in holding(tables["leader_pairings"], day)}
        paired = {row.department: row.community for row in holding(tables["department_pairings"], day)}
        accompanied = {
            row.leader
            for row in holding(tables["supervisions"], day)
            if row.leader in community and paired.get(row.department) == community[row.leader]
        }
        for wanted, expected in ((True, accompanied), (False, set(community) - accompanied)):
            nodes = (await ask(text, accompanied=wanted, day=str(day)))["leaders"]["nodes"]
            assert {node["code"] for node in nodes} == expected
            assert expected
