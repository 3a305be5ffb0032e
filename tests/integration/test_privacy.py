"""That nothing personal comes out on any path: by a walk through the whole schema, by arithmetic, and by asking for it."""

import base64
import json
import logging
import re
from contextlib import suppress
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from graphql import is_object_type
from schema_walk import Walk
from tiny_city import PREFIX, City, remove, write

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import decode_id, encode_id
from graph_api.compiler.sources import Choice, Computed, Identity, Relation, Value
from graph_api.database import open_database
from graph_api.execution import Engine, Request
from graph_api.rules import rules_of
from graph_api.schema import build_model, graphql_schema
from graph_api.settings import Settings

CATALOGUE = load_catalogue()
COVERAGE_RULES = rules_of(CATALOGUE)
MODEL = build_model(CATALOGUE)
CITY = "210681"
DAYS = [date(2024, 2, 10), date(2025, 8, 31), date(2026, 6, 30)]
# Members, people in difficulty, what members did: none of their ids may ever come out.
PERSONAL_ID = re.compile(r"\d{6}[XN]\d{4}|\d{12}Q\d{3}")
PERSONAL_LABELS = re.compile(r":(Member|PersonInDifficulty)\b")

# The fields that count members or people in difficulty: these in fives, by the alias that the walk gives them …
IN_FIVES = {
    ("ServiceSummary", "householdPairings"),
    ("PostKindCount", "members"),
    ("TeamKindCount", "members"),
    ("ZoneKindCount", "members"),
    ("ReviewCount", "members"),
    ("VolunteerTeam", "members"),
    ("ResponsibilityZone", "members"),
    ("PartyOrganization", "inServiceMembers"),
    ("CommunityOrganizationEdge", "members"),
}
# … these exactly, since they join nothing that is personal, …
EXACT = {
    ("ServiceSummary", "members"),
    ("ServiceSummary", "postChoices"),
    ("ServiceSummary", "registrationForms"),
    ("ServiceSummary", "feedbackForms"),
    # The figures of the city's report, which is public.
    ("Figure", "value"),
    ("Figure", "holds"),
}
# … and these are lists of something else, filtered by such a count.
LISTS = {("Community", "memberOrganizations")}
RULES = {"MEM1", "MEM2", "HH1"}
PURPOSES = {"DEMOCRATIC_REVIEW", "HONOURS", "YEARLY_APPRAISAL"}

SERVICE = """
  householdPairings postKinds { kind { name } members } teamKinds { kind { name } members }
  zoneKinds { kind { name } members } reviews { grade countedFor members }
"""
SERVICES = f"""query Services($day: Date!) {{
  city(code: "210681", asOf: $day) {{
    service {{ {SERVICE} }}
    subdistricts {{ nodes {{ service {{ {SERVICE} }} communities(first: 100) {{ nodes {{
      service {{ {SERVICE} }} volunteerTeams(first: 100) {{ nodes {{ kind {{ name }} members }} }}
    }} }} }} }}
  }}
}}"""
HH1 = """query Observed($day: Date!) {
  coverageFindings(within: "210681", asOf: $day, first: 100, filter: {rules: [HH1]}) {
    nodes { place { code } result observed evidence { id } }
  }
}"""


@pytest.fixture(scope="module")
async def engine(donggang, neo4j_address):
    """The product, with time enough: what counts here is what it answers."""
    async with open_database(neo4j_address, statement_seconds=120) as patient:
        yield Engine(patient, CATALOGUE, Settings())


@pytest.fixture(scope="module")
def ask(engine):
    async def asked(text, /, **variables):
        return json.loads((await engine.answer(Request(text, variables, None), request_id="r")).body)

    return asked


@pytest.fixture(scope="module")
async def ids(donggang):
    """Of each type that has a label of its name and can be found by a global id: the type and a local id; linked ones first."""
    rows = await donggang.read(
        "UNWIND $types AS type CALL (type) { MATCH (node:Entity) WHERE type IN labels(node) RETURN node.id AS id LIMIT 1 } "
        "RETURN type, id",
        {"types": sorted(MODEL.refetchable, key=lambda type_: (type_ not in {"Branch", "Building"}, type_))},
    )
    return [(type_, id_) for type_, id_ in rows]


def strings(found):
    """Every text in an answer, and what global ids and cursors among them hold."""
    if isinstance(found, dict):
        for value in found.values():
            yield from strings(value)
    elif isinstance(found, list):
        for value in found:
            yield from strings(value)
    elif isinstance(found, str):
        yield found
        with suppress(ValueError):
            yield base64.urlsafe_b64decode(found.encode()).decode()


def counts(found, key):
    """Every value that stands under the key."""
    if isinstance(found, dict):
        for name, value in found.items():
            if name == key:
                yield value
            yield from counts(value, key)
    elif isinstance(found, list):
        for value in found:
            yield from counts(value, key)


def global_ids(found):
    """Every global id, which stands under the key that the walk gives the field of a type."""
    if isinstance(found, dict):
        for name, value in found.items():
            yield from [value] if name.startswith("id_") else global_ids(value)
    elif isinstance(found, list):
        for value in found:
            yield from global_ids(value)


def is_shown_in_fives(number):
    return number is None or (isinstance(number, int) and number >= 0 and number % 5 == 0)


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS, ids=str)
async def test_no_field_of_the_schema_gives_anything_personal(ask, ids, day):
    walk = Walk(graphql_schema(), ids)
    seen = dict.fromkeys(IN_FIVES, 0)
    for operation in walk.operations(day):
        answer = await ask(operation)
        assert "errors" not in answer, f"{operation}\n{answer['errors']}"
        for text in strings(answer):
            assert not PERSONAL_ID.search(text), operation
        # The same walk shows that every id carries the day, so that no cache takes an object of one day for one of another.
        assert {decode_id(id_).day for id_ in global_ids(answer)} <= {str(day)}, operation
        for type_, field in IN_FIVES:
            found = list(counts(answer, f"{field}_{type_}"))
            seen[type_, field] += len(found)
            assert all(map(is_shown_in_fives, found)), operation
    declared = {at for at in MODEL.attributes if is_object_type(MODEL.schema.type_map[at[0]])}
    assert declared - walk.written == set()
    assert all(seen.values()), seen


def fragments(source):
    """The names of the fragments that a source is made of."""
    match source:
        case Relation():
            yield source.fragment
            for order in source.orders.values():
                yield from fragments(order)
        case Value():
            yield source.fragment
        case Computed():
            for inner in source.inputs.values():
                yield from fragments(inner)
        case Identity():
            yield from fragments(source.local)
        case Choice():
            yield from (fragment.name for fragment in CATALOGUE.folder(source.folder))


def touches_people(source):
    return any(PERSONAL_LABELS.search(CATALOGUE[name].text) for name in fragments(source))


def test_every_field_that_counts_people_is_known_here():
    """A new one fails this test until somebody has thought about what it tells (docs/privacy.md)."""
    assert {at for at, source in MODEL.sources.items() if touches_people(source)} == IN_FIVES | EXACT | LISTS


def test_no_filter_and_no_way_to_find_a_thing_counts_people():
    filters = {
        at for at, predicate in MODEL.filters.items() if PERSONAL_LABELS.search(CATALOGUE[predicate.fragment].text)
    }
    found = {
        name
        for name, row in MODEL.rows.items()
        for fragment in filter(None, (row.refetch, row.exists))
        if PERSONAL_LABELS.search(CATALOGUE[fragment].text)
    }
    assert filters == found == set()
    assert not {"Member", "PersonInDifficulty", "ServiceRecord"} & set(MODEL.schema.type_map)


def test_rules_about_people_give_no_evidence_and_no_cause():
    about_people = {code for code, rule in COVERAGE_RULES.items() if PERSONAL_LABELS.search(rule.fragment.text)}
    assert about_people == RULES
    assert all(COVERAGE_RULES[code].turned_by == () for code in RULES)


async def test_no_member_and_nobody_in_difficulty_is_an_entity(donggang):
    [row] = await donggang.read(
        "RETURN COUNT { (:Member) } > 0, COUNT { (:PersonInDifficulty) } > 0, "
        "EXISTS { (person:Entity) WHERE person:Member OR person:PersonInDifficulty }, "
        "EXISTS { MATCH (person:Member|PersonInDifficulty) WHERE person.name IS NOT NULL }"
    )
    assert row == [True, True, False, False]


def shown(answer):
    """What the parts of an answer show: for each place a number for each thing that is counted."""
    city = answer["data"]["city"]
    subdistricts = city["subdistricts"]["nodes"]
    communities = [[numbers(one) for one in each["communities"]["nodes"]] for each in subdistricts]
    return numbers(city), [numbers(each) for each in subdistricts], communities


def personal(answer):
    """What an answer shows of people, of whatever place."""
    assert "errors" not in answer
    return shown(answer)


def numbers(place):
    service = place["service"]
    found = {"householdPairings": service["householdPairings"]}
    for kinds in ("postKinds", "teamKinds", "zoneKinds"):
        found |= {(kinds, one["kind"]["name"]): one["members"] for one in service[kinds]}
    return found | {(one["grade"], one["countedFor"]): one["members"] for one in service["reviews"]}


QUARTERS = [date(year, month, 1) for year in (2023, 2024, 2025, 2026) for month in (1, 4, 7, 10)][2:15]


@pytest.fixture(scope="module")
async def history(ask):
    """What is shown on the first day of each quarter."""
    found = []
    for day in QUARTERS:
        answer = await ask(SERVICES, day=day.isoformat())
        assert "errors" not in answer
        found.append(shown(answer))
    return found


def test_a_whole_tells_nothing_that_its_parts_do_not(history):
    for city, subdistricts, communities in history:
        for whole, parts in [(city, subdistricts), *zip(subdistricts, communities, strict=True)]:
            for key, number in whole.items():
                of_parts = [part[key] for part in parts]
                total = sum(part or 0 for part in of_parts)
                assert number == (None if total == 0 and None in of_parts else total), key


def test_no_sum_or_difference_of_siblings_comes_to_a_small_count(history):
    for city, subdistricts, communities in history:
        places = [city, *subdistricts, *(one for each in communities for one in each)]
        for key in city:
            values = {place[key] for place in places} - {None}
            for one, other in combinations(values, 2):
                assert abs(one - other) not in range(1, 5)
            assert all(value % 5 == 0 for value in values)


def test_no_step_from_day_to_day_comes_to_a_small_count(history):
    for before, after in pairwise(history):
        for one, other in zip(flat(before), flat(after), strict=True):
            for key, number in one.items():
                if number is not None and other[key] is not None:
                    assert abs(number - other[key]) not in range(1, 5), key
    assert len({city["householdPairings"] for city, *_ in history}) > 2


def test_no_part_of_an_exact_number_shows_that_it_is_nothing(history):
    """With 0 told from 1 to 4, three parts that are withheld beside a total of three would be 1 each."""
    for places in history:
        for place in flat(places):
            parts = [number for key, number in place.items() if key[0] == "postKinds" or key[1] in PURPOSES]
            assert len(parts) == 16 + 12
            assert 0 not in parts


def flat(places):
    city, subdistricts, communities = places
    return [city, *subdistricts, *(one for each in communities for one in each)]


async def test_some_counts_are_withheld(history):
    city, _subdistricts, communities = history[-1]
    everywhere = [one["householdPairings"] for each in communities for one in each]
    assert None in everywhere
    assert 0 in everywhere
    assert city["householdPairings"] > 500


@pytest.mark.parametrize("first", [date(2025, 10, 1), date(2026, 4, 1)])
async def test_within_a_quarter_nothing_personal_moves(ask, first):
    days = [first + timedelta(days) for days in (0, 1, 11, 12, 41, 42, 72, 88)]
    answers = [await ask(SERVICES, day=day.isoformat()) for day in days]
    personal = [shown(answer) for answer in answers]
    assert all(one == personal[0] for one in personal)
    findings = [(await ask(HH1, day=day.isoformat()))["data"]["coverageFindings"]["nodes"] for day in days]
    assert all(one == findings[0] for one in findings)


async def test_a_day_to_come_tells_nothing_personal_that_today_does_not(ask, engine, monkeypatch):
    today = date(2025, 8, 31)
    on_the_day = [await ask(text, day="2026-06-30") for text in (SERVICES, HH1)]
    monkeypatch.setattr(engine, "_today", lambda: today)
    of_today = [await ask(text, day=today.isoformat()) for text in (SERVICES, HH1)]
    to_come = [
        [await ask(text, day=day) for text in (SERVICES, HH1)] for day in ("2025-10-01", "2026-06-30", "2031-01-01")
    ]
    for services, findings in to_come:
        assert personal(services) == personal(of_today[0]) != personal(on_the_day[0])
        assert findings["data"] == of_today[1]["data"] != on_the_day[1]["data"]
    history = """{ coverageHistory(within: "210681", from: "2025-08-31", until: "2026-08-31", step: QUARTER) {
      coverage { counts { rule { code } pass fail notApplicable } }
    } }"""
    points = (await ask(history))["data"]["coverageHistory"]
    counts_of_hh1 = [count for one in points for count in one["coverage"]["counts"] if count["rule"]["code"] == "HH1"]
    assert len(counts_of_hh1) == 5
    assert all(count == counts_of_hh1[0] for count in counts_of_hh1)


async def test_home_and_workplace_of_a_report_to_come_are_those_of_today_s_quarter(ask, engine, monkeypatch):
    text = "{ communities(first: 100) { nodes { memberOrganizations(first: 100) { edges { members node { id } } } } } }"
    today = (await ask(text))["data"]
    shown_on = {}
    for day in (date(2025, 7, 1), date(2025, 8, 31), date(2024, 2, 10)):
        monkeypatch.setattr(engine, "_today", lambda day=day: day)
        shown_on[day] = (await ask(text))["data"]
    assert shown_on[date(2025, 7, 1)] == shown_on[date(2025, 8, 31)] != today
    assert shown_on[date(2024, 2, 10)] != shown_on[date(2025, 7, 1)]


async def test_what_an_organization_and_a_team_show_of_a_day_to_come_is_of_today(ask, engine, monkeypatch):
    text = """query Shown($day: Date!) {
      partyOrganizations: search(text: "支部", asOf: $day) { ... on PartyOrganization { id inServiceMembers } }
      communities(first: 100, asOf: $day) { nodes {
        volunteerTeams(first: 100) { nodes { id members } } responsibilityZones(first: 100) { nodes { id members } }
      } }
    }"""
    monkeypatch.setattr(engine, "_today", lambda: date(2023, 2, 1))
    assert (await ask(text, day="2026-06-30"))["data"] != (await ask(text, day="2023-02-01"))["data"]
    shown_then = set(counts((await ask(text, day="2026-06-30"))["data"], "members"))
    monkeypatch.setattr(engine, "_today", lambda: date(2026, 6, 30))
    assert shown_then != set(counts((await ask(text, day="2026-06-30"))["data"], "members"))


async def test_a_deed_for_fewer_than_five_does_not_say_for_how_many(ask, donggang):
    city = City(f"{PREFIX}9990")
    body = city.synergy_body(city.community())
    for number, people in enumerate((None, 0, 1, 4, 5, 12), start=1):
        deed = city.node(
            f"{body}T{number:03}",
            "Deed",
            date=date(2026, 1, number),
            title="修路",
            function="FACILITIES",
            beneficiaries=people,
            campaign="试",
        )
        city.undated(body, "DID", deed)
    await write(donggang, [city])
    try:
        text = """query Deeds($within: String!) { deeds(within: $within, asOf: "2026-06-30") {
          nodes { beneficiaries body { years { beneficiaries } campaigns { beneficiaries } } } } }"""
        nodes = (await ask(text, within=city.code))["data"]["deeds"]["nodes"]
        assert sorted(node["beneficiaries"] or 0 for node in nodes) == [0, 0, 0, 0, 5, 12]
        assert set(counts([node["body"] for node in nodes], "beneficiaries")) == {17}
    finally:
        await remove(donggang)


@pytest.mark.parametrize("day", DAYS, ids=str)
async def test_what_hh1_observed_is_in_fives(ask, day):
    for finding in (await ask(HH1, day=day.isoformat()))["data"]["coverageFindings"]["nodes"]:
        assert finding["evidence"] == []
        observed = finding["observed"]
        if observed not in {None, "withheld: fewer than 5"}:
            found = re.fullmatch(
                r"(\d+) of (\d+), rounded down to multiples of 5, at the start of the quarter", observed
            )
            assert [int(number) % 5 for number in found.groups()] == [0, 0]


async def test_home_and_workplace_are_told_as_of_one_day_only(ask):
    text = """query Organizations($day: Date!) { communities(first: 100, asOf: $day) { nodes {
      code memberOrganizations(first: 100) { totalCount edges { members node { name } } }
    } } }"""
    answers = [(await ask(text, day=day.isoformat()))["data"] for day in (*DAYS, date(2001, 1, 1), date(2031, 1, 1))]
    assert all(answer == answers[0] for answer in answers)
    members = list(counts(answers[0], "members"))
    assert members
    assert min(members) >= 5


@pytest.mark.parametrize("local", ["210681X0001", "210681N0001", "210681001001Q001", "210681X0001-1", "210681N0001-1"])
async def test_nobody_is_found_by_id(ask, local, caplog, capsys):
    with caplog.at_level(logging.DEBUG):
        given = [
            encode_id(type_, local)
            for type_ in (*sorted(MODEL.refetchable), "Member", "PersonInDifficulty", "ServiceRecord")
        ]
        for one in given:
            text = """query Node($id: ID!, $dated: ID!) {
              node(id: $id) { __typename } dated: node(id: $dated) { __typename }
              then: nodeAsOf(id: $id, asOf: "2026-06-30") { __typename }
            }"""
            type_ = decode_id(one).type
            answer = await ask(text, id=one, dated=encode_id(type_, local, "2026-06-30"))
            assert set((answer["data"] or {}).values()) <= {None}
            for ends in ((one, encode_id("City", CITY)), (encode_id("City", CITY), one)):
                text = "query Chain($from: ID!, $to: ID!) { connections(from: $from, to: $to) { length } }"
                chained = await ask(text, **dict(zip(("from", "to"), ends, strict=True)))
                assert (chained["data"] or {}).get("connections") in (None, [])
                assert not any(PERSONAL_ID.search(said) for said in strings([answer, chained]))
        searched = await ask("query Search($text: String!) { search(text: $text) { __typename } }", text=local)
        assert searched["data"]["search"] == []
        for root in ("place", "city", "community", "department", "leader"):
            answer = await ask(f"query Code($code: String!) {{ {root}(code: $code) {{ __typename }} }}", code=local)
            assert answer["data"][root] is None
            assert not any(PERSONAL_ID.search(said) for said in strings(answer))
    assert not PERSONAL_ID.search(caplog.text + "".join(capsys.readouterr()))
