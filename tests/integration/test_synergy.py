"""Synergy bodies asked of the product, and what the tables of Donggang say."""

import json
from collections import Counter, defaultdict
from datetime import date

import pytest

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.execution import Engine, Request
from graph_api.seed.loader import DONGGANG
from graph_api.seed.table_files import read_tables
from graph_api.seed.tables import TABLES
from graph_api.settings import Settings

AS_OF = date(2026, 6, 30)
CITY = "210681"
BODIES = """query Bodies($within: String, $filter: SynergyBodyFilter, $day: Date) {
  synergyBodies(within: $within, filter: $filter, asOf: $day, first: 100) { totalCount nodes { FIELDS } }
}"""


@pytest.fixture(scope="module")
def ask(donggang):
    engine = Engine(donggang, load_catalogue(), Settings())

    async def asked(text, /, day=AS_OF, **variables):
        given = {"day": str(day), **variables}
        answer = json.loads((await engine.answer(Request(text, given, None), request_id="r")).body)
        assert "errors" not in answer, answer
        return answer["data"]

    return asked


@pytest.fixture(scope="module")
def tables():
    return {name: [line.row for line in lines] for name, lines in read_tables(DONGGANG, TABLES, AS_OF).items()}


@pytest.fixture(scope="module")
def bodies(ask):
    async def asked(fields, **variables):
        answer = await ask(BODIES.replace("FIELDS", fields), **variables)
        return answer["synergyBodies"]["nodes"]

    return asked


def holding(rows, day=AS_OF):
    return [row for row in rows if row.since <= day and (row.until is None or day < row.until)]


def of(nodes, key):
    return {node["community"]["code"]: node[key] for node in nodes}


async def test_a_community_has_its_body_or_none(ask, tables):
    text = "query($day: Date) { communities(asOf: $day, first: 100) { nodes { code synergyBody { id } } } }"
    found = {each["code"]: each["synergyBody"] for each in (await ask(text))["communities"]["nodes"]}
    serving = {row.community: row.synergy_body for row in holding(tables["synergy_body_communities"])}
    assert found == {
        row.code: {"id": encode_id("SynergyBody", serving[row.code], str(AS_OF))} if row.code in serving else None
        for row in tables["communities"]
    }


@pytest.mark.parametrize("has", [True, False])
async def test_communities_can_be_asked_for_by_whether_they_have_one(ask, tables, has):
    text = """query($has: Boolean, $day: Date) {
      communities(filter: {hasSynergyBody: $has}, asOf: $day, first: 100) { nodes { code } }
    }"""
    found = {each["code"] for each in (await ask(text, has=has))["communities"]["nodes"]}
    serving = {row.community for row in holding(tables["synergy_body_communities"])}
    assert found == {row.code for row in tables["communities"] if (row.code in serving) is has}


async def test_a_body_lists_its_members_with_what_they_serve_and_since_when(bodies, tables):
    fields = "community { code } members(first: 100) { totalCount edges { since functions node { name } } }"
    names = {getattr(row, "code", None) or row.id: row.name for name in UNITS for row in tables[name]}
    expected = defaultdict(list)
    for row in sorted(holding(tables["synergy_members"]), key=lambda row: row.unit):
        edge = {"since": str(row.since), "functions": list(row.functions), "node": {"name": names[row.unit]}}
        expected[row.synergy_body[:12]].append(edge)
    found = of(await bodies(fields), "members")
    assert {code: members["edges"] for code, members in found.items()} == expected
    assert sum(members["totalCount"] for members in found.values()) == 109


UNITS = ("departments", "enterprises", "social_organizations", "units")


@pytest.mark.parametrize("function", ["PARTY_WORK", "SECURITY", "FACILITIES", "CULTURE"])
async def test_members_can_be_asked_for_by_what_they_serve(bodies, tables, function):
    found = of(
        await bodies(f"community {{ code }} members(filter: {{ serving: [{function}] }}) {{ totalCount }}"), "members"
    )
    serving = Counter(row.synergy_body[:12] for row in holding(tables["synergy_members"]) if function in row.functions)
    assert {code: members["totalCount"] for code, members in found.items() if members["totalCount"]} == serving


async def test_bodies_that_lack_a_function_name_the_departments_that_could_serve_it(bodies, tables):
    could = {row.code: row for row in tables["departments"]}
    paired = holding(tables["department_pairings"])
    expected = {}
    for row in tables["synergy_bodies"]:
        lacking = {"PARTY_WORK", "SECURITY", "FACILITIES", "CULTURE"} - set(row.functions)
        if lacking:
            here = [could[pairing.department] for pairing in paired if pairing.community == row.id[:12]]
            expected[row.id[:12]] = [each.name for each in here if lacking & set(each.could_serve)]
    every = ["PARTY_WORK", "SECURITY", "FACILITIES", "CULTURE"]
    found = await bodies("community { code } candidates { nodes { name } }", filter={"lacking": every})
    assert {
        code: [each["name"] for each in nodes["nodes"]] for code, nodes in of(found, "candidates").items()
    } == expected
    fillable = await bodies("community { code } lacking", filter={"fillable": True})
    assert set(of(fillable, "lacking")) == {code for code, names in expected.items() if names}


async def test_a_body_counts_its_deeds_and_adds_up_what_it_was_given(bodies, tables):
    nodes = await bodies("community { code } deedCount contributedCny deeds { totalCount }")
    deeds = Counter(row.synergy_body[:12] for row in tables["deeds"])
    given = Counter()
    for row in tables["contributions"]:
        if "Y" in row.receiver:
            given[row.receiver[:12]] += row.value_cny
    assert of(nodes, "deedCount") == deeds
    assert {code: each["totalCount"] for code, each in of(nodes, "deeds").items()} == deeds
    assert of(nodes, "contributedCny") == given


async def test_totals_by_year_and_by_unit_come_to_the_body_s(bodies, tables):
    nodes = await bodies(
        "community { code } deedCount contributedCny units { unit { name } deedCount contributedCny } "
        "years { year deedCount beneficiaries contributedCny fundsCny goodsCny }"
    )
    for node in nodes:
        years, units = node["years"], node["units"]
        assert sum(year["deedCount"] for year in years) == node["deedCount"]
        assert sum(year["contributedCny"] for year in years) == node["contributedCny"]
        assert all(year["fundsCny"] + year["goodsCny"] == year["contributedCny"] for year in years)
        assert [year["year"] for year in years] == sorted((year["year"] for year in years), reverse=True)
        assert sum(unit["contributedCny"] for unit in units) == node["contributedCny"]
        assert all(unit["deedCount"] or unit["contributedCny"] for unit in units)
    taking_part = Counter(row.deed[:12] for row in tables["deed_units"])
    assert {
        node["community"]["code"]: sum(unit["deedCount"] for unit in node["units"]) for node in nodes
    } == taking_part


async def test_totals_of_a_day_leave_out_what_came_later(bodies, tables):
    day = date(2025, 12, 31)
    counts = of(await bodies("community { code } deedCount", day=day), "deedCount")
    assert counts == Counter(row.synergy_body[:12] for row in tables["deeds"] if row.date <= day)


async def test_a_campaign_says_how_many_deeds_it_has_and_from_when_to_when(bodies, tables):
    fields = "community { code } campaigns { name deedCount beneficiaries firstDeed lastDeed }"
    found = {code: each for code, each in of(await bodies(fields), "campaigns").items() if each}
    expected = {}
    for row in tables["deeds"]:
        if row.campaign:
            expected.setdefault((row.synergy_body[:12], row.campaign), []).append(row)
    assert found == {
        community: [
            {
                "name": name,
                "deedCount": len(rows),
                "beneficiaries": sum(row.beneficiaries or 0 for row in rows),
                "firstDeed": str(min(row.date for row in rows)),
                "lastDeed": str(max(row.date for row in rows)),
            }
        ]
        for (community, name), rows in expected.items()
    }


async def test_deeds_can_be_asked_for_by_function_campaign_and_day(ask, tables):
    text = """query($within: String, $filter: DeedFilter, $day: Date) {
      deeds(within: $within, filter: $filter, asOf: $day, first: 100) { totalCount nodes { id date } }
    }"""
    since, until = date(2026, 1, 1), date(2026, 4, 1)
    rows = {row.id: row for row in tables["deeds"]}
    for wanted, matching in (
        ({"campaign": "善行28"}, [id_ for id_, row in rows.items() if row.campaign == "善行28"]),
        ({"function": "SECURITY"}, [id_ for id_, row in rows.items() if row.function == "SECURITY"]),
        ({"from": str(since), "until": str(until)}, [id_ for id_, row in rows.items() if since <= row.date < until]),
    ):
        page = (await ask(text, within=CITY, filter=wanted))["deeds"]
        assert page["totalCount"] == len(matching)
        assert [each["date"] for each in page["nodes"]] == sorted(
            (each["date"] for each in page["nodes"]), reverse=True
        )
        newest = sorted(matching, key=lambda id_: (-rows[id_].date.toordinal(), id_))[:100]
        assert [each["id"] for each in page["nodes"]] == [encode_id("Deed", id_, str(AS_OF)) for id_ in newest]


@pytest.mark.parametrize(("type_name", "table"), [("Deed", "deeds"), ("Contribution", "contributions")])
async def test_an_event_is_there_from_its_day_on(ask, tables, type_name, table):
    row = tables[table][-1]
    text = "query($id: ID!, $day: Date!) { node: nodeAsOf(id: $id, asOf: $day) { id } }"
    for day, there in ((row.date, True), (date.fromordinal(row.date.toordinal() - 1), False)):
        found = (await ask(text, id=encode_id(type_name, row.id), day=day))["node"]
        assert (found is not None) is there


async def test_a_body_is_found_by_name_and_by_chains_from_its_first_day(ask, tables):
    row = next(row for row in tables["synergy_body_communities"] if row.synergy_body.startswith("210681001003"))
    text = """query($from: ID!, $to: ID!, $day: Date) {
      search(text: "治理服务协同体", within: "210681001003", asOf: $day) { id }
      paths(from: $from, to: $to, asOf: $day) { steps { sentence } }
    }"""
    ends = {"from": encode_id("SynergyBody", row.synergy_body), "to": encode_id("Community", row.community)}
    sentence = f"桥东社区治理服务协同体 serves 桥东社区 since {row.since}"
    for day, there in ((row.since, True), (date.fromordinal(row.since.toordinal() - 1), False)):
        answer = await ask(text, day=day, **ends)
        assert answer["search"] == ([{"id": encode_id("SynergyBody", row.synergy_body, str(day))}] if there else [])
        assert answer["paths"] == ([{"steps": [{"sentence": sentence}]}] if there else [])


async def test_a_member_unit_and_its_body_are_a_sentence(ask):
    text = """query($from: ID!, $to: ID!, $day: Date) {
      paths(from: $from, to: $to, asOf: $day) { steps { relation sentence } }
    }"""
    ends = {"from": encode_id("Department", "210681D001"), "to": encode_id("SynergyBody", "210681001003Y1")}
    [chain] = (await ask(text, **ends))["paths"]
    [step] = chain["steps"]
    assert step["relation"] == "MEMBER_OF"
    assert step["sentence"].startswith("市纪委 is a member unit of 桥东社区治理服务协同体 since ")


async def test_a_body_disturbs_no_compound_s_parties(ask):
    text = """query($day: Date) { compounds(asOf: $day, first: 100) {
      nodes { branch { __typename } propertyCompany { __typename } ownersCommittee { __typename } }
    } }"""
    found = [
        value["__typename"] for node in (await ask(text))["compounds"]["nodes"] for value in node.values() if value
    ]
    assert set(found) == {"Branch", "PropertyCompany", "OwnersCommittee"}


async def test_the_activity_room_is_among_what_the_branch_was_given(ask, tables):
    text = """query($day: Date) {
      compound(code: "210681001008001", asOf: $day) { branch { contributions {
        nodes { purpose valueCny giver { name } receiver { __typename } }
      } } }
    }"""
    nodes = (await ask(text))["compound"]["branch"]["contributions"]["nodes"]
    [room] = [node for node in nodes if node["purpose"] == "ACTIVITY_ROOM"]
    assert room["giver"] == {"name": "金鼎物业有限公司"}
    assert room["valueCny"] >= 30_000


async def test_nobody_is_told_of_so_few_beneficiaries_that_they_could_be_told_apart(ask):
    text = "query($day: Date, $after: String) { deeds(asOf: $day, first: 100, after: $after) { PAGE } }"
    text = text.replace("PAGE", "nodes { beneficiaries } pageInfo { hasNextPage endCursor }")
    counts, after = [], None
    while True:
        page = (await ask(text, after=after))["deeds"]
        counts += [node["beneficiaries"] for node in page["nodes"]]
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]
    assert None in counts
    assert min(count for count in counts if count is not None) >= 5
