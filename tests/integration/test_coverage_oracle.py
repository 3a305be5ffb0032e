"""What the product says of coverage, finding by finding, against the oracle that reads the seed's tables."""

from datetime import date, timedelta

import pytest
from asking import asking
from oracle.coverage import RULES, coverage, coverage_changes, findings, findings_within
from oracle.days import Window, last_complete
from oracle.rules import Finding, Result, Thing
from oracle.tables import read_tables

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import decode_id
from graph_api.database import open_database
from graph_api.execution import Engine
from graph_api.settings import Settings

SEED_DAY = date(2026, 6, 30)
CITY = "210681"

TURNING_DAYS = (
    date(2023, 5, 4),  # the first building group is formed
    date(2024, 4, 8),  # a synergy body begins
    date(2024, 10, 21),  # a leader takes a department over
    date(2024, 11, 1),  # branches are founded
    date(2024, 12, 12),  # a department moves to another community
    date(2024, 12, 17),  # a building group is formed
    date(2025, 3, 5),  # a department leaves its community
    date(2025, 5, 6),  # it comes to another
    date(2025, 8, 1),  # a property company takes a compound over
    date(2025, 9, 10),  # a department joins the synergy body of its community
    date(2025, 9, 15),  # a leader moves to another community
    date(2025, 10, 1),  # a branch seat ends
    date(2025, 11, 1),  # a branch ends
    date(2026, 1, 10),  # a building group has a new leader
    date(2026, 2, 3),  # an owners' committee seat ends
    date(2026, 7, 10),  # an owners' committee seat begins
)
DAYS = sorted(
    {day - timedelta(back) for day in (*TURNING_DAYS, SEED_DAY) for back in (0, 1)}
    | {date(year, 6, 30) for year in (2020, 2023, 2024, 2025, 2030)}
)

FINDINGS = """query Findings($within: String, $day: Date!, $after: String) {
  coverageFindings(within: $within, asOf: $day, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      rule { code obligation } subject { id } place { code } result window { from until } evidence(first: 100) { id }
    }
  }
}"""
COUNTS = "coverage { rate fullyCovered counts { rule { code } pass fail unknown notApplicable } }"
FILTERED = """query Filtered($start: Date!, $end: Date!, $filter: CoverageChangeFilter, $after: String) {
  coverageChanges(within: "210681", from: $start, until: $end, filter: $filter, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { rule { code } subject { id } turned }
  }
}"""
BY_RULE = """query ByRule($start: Date!, $end: Date!, $filter: CoverageChangeFilter, $after: String) {
  coverageChangeCounts(within: "210681", from: $start, until: $end, filter: $filter, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { rule { code } changes worse better }
  }
}"""
CHANGES = """query Changes($within: String!, $start: Date!, $end: Date!, $after: String) {
  coverageChanges(within: $within, from: $start, until: $end, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { rule { code } subject { id } place { code } before after }
  }
}"""


@pytest.fixture(scope="module")
async def ask(donggang, neo4j_address):
    """Asks the product for data; errors fail the test. A busy machine may take its time: what counts here is the answer."""
    async with open_database(neo4j_address, statement_seconds=120) as patient:
        yield asking(Engine(patient, load_catalogue(), Settings()))


async def pages(ask, field, text, **variables):
    """All nodes of a connection, a page of 100 after another."""
    nodes, after = [], None
    while True:
        page = (await ask(text, after=after, **variables))[field]
        nodes += page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            assert len(nodes) == page["totalCount"]
            return nodes
        after = page["pageInfo"]["endCursor"]


def thing(node):
    type_, local, _ = decode_id(node["id"])
    return Thing(type_, local)


def read_finding(node):
    evidence = [thing(found) for found in node["evidence"]]
    assert len(set(evidence)) == len(evidence), node
    return Finding(
        node["rule"]["code"], thing(node["subject"]), node["place"]["code"], Result(node["result"]), frozenset(evidence)
    )


def differences(said, expected):
    """Findings of which the product and the oracle don't say the same, for a message that can be read."""
    return sorted(map(str, set(said) ^ set(expected)))[:20]


def expected_counts(within, day):
    """What `coverage` should answer."""
    known = coverage(within, SEED_DAY, day)
    return {
        "rate": known.rate,
        "fullyCovered": known.fully_covered,
        "counts": {code: [numbers[result] for result in Result] for code, numbers in known.counts.items()},
    }


def said_counts(given):
    numbers = {
        count["rule"]["code"]: [count[key] for key in ("pass", "fail", "unknown", "notApplicable")]
        for count in given["counts"]
    }
    return {**given, "counts": {code: numbers[code] for code in RULES}}


async def test_the_product_has_every_rule_of_the_oracle_with_its_obligation(ask):
    known = {rule["code"]: rule["obligation"] for rule in (await ask("{ rules { code obligation } }"))["rules"]}
    assert {code: known.get(code) for code in RULES} == {code: rule.obligation for code, rule in RULES.items()}


def said_window(node):
    given = node["window"]
    return given and Window(date.fromisoformat(given["from"]), date.fromisoformat(given["until"]))


@pytest.mark.parametrize("day", DAYS, ids=str)
async def test_every_finding_of_the_city(ask, day):
    nodes = await pages(ask, "coverageFindings", FINDINGS, within=CITY, day=day.isoformat())
    windows = {rule.code: rule.period and last_complete(rule.period, day) for rule in RULES.values()}
    assert [node for node in nodes if said_window(node) != windows[node["rule"]["code"]]] == []
    said = [read_finding(node) for node in nodes if node["rule"]["code"] in RULES]
    assert not differences(said, findings(SEED_DAY, day))
    assert len(said) == len(set(said))


@pytest.mark.parametrize("day", [SEED_DAY, date(2025, 6, 30)], ids=str)
@pytest.mark.parametrize(
    "within",
    [
        "2106",
        "210681002",
        "210681001002",
        "210681001010",
        "210681001002001",
        "210681001010002",
        "210681001005001002",
        "210682",
    ],
)
async def test_every_finding_within_a_place(ask, within, day):
    nodes = await pages(ask, "coverageFindings", FINDINGS, within=within, day=day.isoformat())
    said = [read_finding(node) for node in nodes if node["rule"]["code"] in RULES]
    assert not differences(said, findings_within(within, SEED_DAY, day))


@pytest.mark.parametrize("day", [SEED_DAY, date(2025, 11, 1), date(2025, 3, 5), date(2023, 6, 30)], ids=str)
async def test_the_coverage_of_each_place_of_each_level(ask, day):
    tables = read_tables(SEED_DAY)
    text = f"""query Levels($day: Date!) {{
      city(code: "{CITY}", asOf: $day) {{ code {COUNTS} subdistricts {{ nodes {{ code {COUNTS} }} }} }}
      communities(within: "{CITY}", first: 100, asOf: $day) {{ nodes {{ code {COUNTS} }} }}
      compounds(within: "{CITY}", first: 100, asOf: $day) {{
        nodes {{ code {COUNTS} buildings(first: 20) {{ nodes {{ code {COUNTS} }} }} }}
      }}
    }}"""
    said = await ask(text, day=day.isoformat())
    compounds = said["compounds"]["nodes"]
    places = [said["city"], *said["city"]["subdistricts"]["nodes"], *said["communities"]["nodes"], *compounds]
    places += [building for compound in compounds for building in compound["buildings"]["nodes"]]
    assert len(places) == 1 + 3 + len(tables.communities) + len(tables.compounds) + len(tables.buildings)
    for place in places:
        assert said_counts(place["coverage"]) == expected_counts(place["code"], day), place["code"]


@pytest.mark.parametrize(
    "within", [CITY, "210681001", "210681001002", "210681001001002", "210681001002001", "210681001005001002"]
)
async def test_coverage_asked_for_at_the_root(ask, within):
    counts = COUNTS.replace("coverage", "coverage(within: $within, asOf: $day)")
    text = f"query Root($within: String!, $day: Date!) {{ {counts} }}"
    for day in (SEED_DAY, date(2025, 6, 30)):
        said = await ask(text, within=within, day=day.isoformat())
        assert said_counts(said["coverage"]) == expected_counts(within, day)


@pytest.mark.parametrize("fully", [True, False])
async def test_communities_that_are_fully_covered_or_not(ask, fully):
    text = """query Covered($fully: Boolean!, $day: Date!) {
      communities(filter: {fullyCovered: $fully}, first: 100, within: "210681", asOf: $day) { nodes { code } }
    }"""
    for day in (SEED_DAY, date(2025, 6, 30), date(2023, 6, 30)):
        said = {node["code"] for node in (await ask(text, fully=fully, day=day.isoformat()))["communities"]["nodes"]}
        known = {
            code for code in read_tables(SEED_DAY).communities if coverage(code, SEED_DAY, day).fully_covered is fully
        }
        assert said == known


@pytest.mark.parametrize("within", [CITY, "210681002", "210681001007", "210681001010002"])
async def test_coverage_over_time(ask, within):
    text = f"""query History($within: String!) {{
      coverageHistory(within: $within, from: "2023-06-30", until: "2026-06-30", step: QUARTER) {{ asOf {COUNTS} }}
    }}"""
    points = (await ask(text, within=within))["coverageHistory"]
    assert len(points) == 13
    for point in points:
        day = date.fromisoformat(point["asOf"])
        assert said_counts(point["coverage"]) == expected_counts(within, day), day


@pytest.mark.parametrize(
    ("start", "end"),
    [
        *((day - timedelta(1), day) for day in TURNING_DAYS),
        (date(2025, 6, 30), SEED_DAY),
        (date(2023, 6, 30), SEED_DAY),
    ],
    ids=str,
)
@pytest.mark.parametrize("within", [CITY, "210681002001", "210681001010002"])
async def test_changes_between_two_days(ask, within, start, end):
    nodes = await pages(ask, "coverageChanges", CHANGES, within=within, start=start.isoformat(), end=end.isoformat())
    said = [
        (node["rule"]["code"], thing(node["subject"]), node["place"]["code"], node["before"], node["after"])
        for node in nodes
        if node["rule"]["code"] in RULES
    ]
    known = [
        (
            change.rule,
            change.subject,
            (change.after or change.before).place,
            change.before and change.before.result,
            change.after and change.after.result,
        )
        for change in coverage_changes(within, SEED_DAY, start, end)
    ]
    assert not differences(said, known)
    assert len(said) == len(known)


CHANGE_FILTERS = {
    "none": ({}, bool),
    "worse": ({"turned": "WORSE"}, lambda change: change.turned == "WORSE"),
    "better musts": (
        {"turned": "BETTER", "obligation": "MUST"},
        lambda change: change.turned == "BETTER" and RULES[change.rule].obligation == "MUST",
    ),
    "rules of compounds": (
        {"rules": ["CMP1", "CMP4", "BLD1"], "level": "COMPOUND"},
        lambda change: change.rule in {"CMP1", "CMP4"},
    ),
    "from a pass to anything that is not": (
        {"before": ["PASS"], "after": ["FAIL", "NOT_APPLICABLE"]},
        lambda change: (
            change.before
            and change.after
            and change.before.result == "PASS"
            and change.after.result in {"FAIL", "NOT_APPLICABLE"}
        ),
    ),
    "no rule": ({"rules": []}, lambda change: not change),
}


@pytest.mark.parametrize("name", CHANGE_FILTERS)
async def test_changes_are_filtered_and_counted_by_rule(ask, name):
    given, wanted = CHANGE_FILTERS[name]
    start, end = date(2025, 6, 30), SEED_DAY
    variables = {"start": start.isoformat(), "end": end.isoformat(), "filter": given}
    known = [change for change in coverage_changes(CITY, SEED_DAY, start, end) if wanted(change)]
    said = [
        (node["rule"]["code"], thing(node["subject"]), node["turned"])
        for node in await pages(ask, "coverageChanges", FILTERED, **variables)
    ]
    assert not differences(said, [(change.rule, change.subject, change.turned) for change in known])
    counts = [
        (node["rule"]["code"], node["changes"], node["worse"], node["better"])
        for node in await pages(ask, "coverageChangeCounts", BY_RULE, **variables)
    ]
    turns = {rule: [change.turned for change in known if change.rule == rule] for rule in RULES}
    assert counts == [
        (rule, len(found), found.count("WORSE"), found.count("BETTER"))
        for rule, found in sorted(turns.items())
        if found
    ]
