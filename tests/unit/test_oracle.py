"""The oracle held to cases that the seed's README names and that were checked by hand in its tables."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from oracle.building_groups import is_connected
from oracle.coverage import RULES, Coverage, coverage, coverage_changes, coverage_history, findings, findings_within
from oracle.days import resolve
from oracle.departments import distance_rank
from oracle.places import EARTH_RADIUS_METRES, distance_metres
from oracle.records import Location, Relation
from oracle.relations import Held, Situation
from oracle.rules import Result, Thing
from oracle.tables import read_tables

SEED_DAY = date(2026, 6, 30)
YEAR_EARLIER = date(2025, 6, 30)
THREE_YEARS_EARLIER = date(2023, 6, 30)

CITY = "210681"
CLEAN = {"001001", "001002", "001003", "001007", "001008", "002007", "002009"}  # 花园 公安 桥东 海关 锦江 银河 兴海
PARTLESS = 12

# Of each compound with cross-appointments on the seed's day: who, and through which channel.
CROSS_APPOINTMENTS = {
    "001001001": {
        "P0005|BRANCH_TO_OWNERS_COMMITTEE",
        "P0006|BRANCH_TO_OWNERS_COMMITTEE",
        "P0006|BRANCH_TO_PROPERTY_SUPERVISOR",
    },
    "001002001": {"P0001|OWNERS_COMMITTEE_TO_BRANCH", "P0002|OWNERS_COMMITTEE_TO_BRANCH"},
    "001002002": {"P0011|BRANCH_TO_PROPERTY_SUPERVISOR"},
    "001003001": {"P0007|BRANCH_TO_OWNERS_COMMITTEE", "P0008|BRANCH_TO_PROPERTY_SUPERVISOR"},
    "001003002": {"P0009|OWNERS_COMMITTEE_TO_BRANCH"},
    "001005001": {"P0018|OWNERS_COMMITTEE_TO_BRANCH", "P0019|PROPERTY_TO_BRANCH"},
    "001008001": {"P0003|PROPERTY_TO_BRANCH", "P0004|BRANCH_TO_OWNERS_COMMITTEE"},
    "001008002": {"P0026|BRANCH_TO_PROPERTY_SUPERVISOR"},
    "002005001": {"P0021|BRANCH_TO_PROPERTY_SUPERVISOR"},
    "002006001": {"P0022|OWNERS_COMMITTEE_TO_BRANCH"},
    "002007001": {"P0012|OWNERS_COMMITTEE_TO_BRANCH", "P0013|PROPERTY_TO_BRANCH"},
    "002009001": {"P0017|BRANCH_TO_OWNERS_COMMITTEE"},
    "002010001": {"P0023|OWNERS_COMMITTEE_TO_BRANCH"},
    "003006001": {"P0024|PROPERTY_TO_BRANCH"},
}


def finding(rule, subject, day=SEED_DAY):
    [one] = [one for one in findings(SEED_DAY, day) if (one.rule, one.subject.id) == (rule, CITY + subject)]
    return one


def result(rule, subject, day=SEED_DAY):
    return finding(rule, subject, day).result


def evidence(rule, subject, day=SEED_DAY):
    return {(thing.type, thing.id.removeprefix(CITY)) for thing in finding(rule, subject, day).evidence}


def subjects(rule, *results, day=SEED_DAY):
    return {
        one.subject.id.removeprefix(CITY)
        for one in findings(SEED_DAY, day)
        if one.rule == rule and one.result in results
    }


def crossings(compound, day):
    return {id_.removeprefix(f"{compound}|{CITY}") for _, id_ in evidence("CMP3", compound, day)}


def tally(rule, day):
    return [coverage(CITY, SEED_DAY, day).counts[rule][one] for one in Result]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-01", date(2024, 3, 1)),
        ("T", date(2026, 6, 30)),
        ("T-10", date(2026, 6, 20)),
        ("T+10", date(2026, 7, 10)),
        ("M-0/01", date(2026, 6, 1)),
        ("M-6/28", date(2025, 12, 28)),
        ("M-14/05", date(2025, 4, 5)),
        ("Q-0/01", date(2026, 4, 1)),
        ("Q-1/20", date(2026, 1, 20)),
        ("H-0/01", date(2026, 1, 1)),
        ("H-1/40", date(2025, 8, 9)),
        ("Y-1/30", date(2025, 1, 30)),
    ],
)
def test_days_are_counted_from_the_as_of_day(text, day):
    assert resolve(text, SEED_DAY) == day


def test_a_relation_holds_from_its_first_day_until_the_day_before_its_end():
    relation = Relation("1", "a", "b", date(2026, 1, 10), date(2026, 1, 12))
    assert [day for day in range(9, 14) if Held([relation], date(2026, 1, day)).from_("a")] == [10, 11]


def test_of_several_relations_the_earliest_comes_first():
    day = date(2026, 1, 10)
    relations = [Relation("3", "a", "b", day, None), Relation("2", "a", "c", day, None)]
    relations.append(Relation("9", "a", "d", day - timedelta(1), None))
    assert [relation.id for relation in Held(relations, day).from_("a")] == ["9", "2", "3"]


def test_distance_is_an_arc_of_the_earth():
    assert distance_metres(Location(0, 0), Location(180, 0)) == pytest.approx(3.141592653589793 * EARTH_RADIUS_METRES)
    # A minute of latitude is about a nautical mile; a degree of longitude shrinks with the cosine of the latitude.
    assert distance_metres(Location(124, 39), Location(124, 39 + 1 / 60)) == pytest.approx(1855.3, abs=0.1)
    assert distance_metres(Location(124, 60), Location(124.01, 60)) == pytest.approx(556.6, abs=0.1)


@pytest.mark.parametrize(
    ("buildings", "connected"),
    [("ab", True), ("abc", True), ("ac", False), ("abd", False), ("de", True), ("abcde", False)],
)
def test_buildings_are_connected_over_neighbours_among_them(buildings, connected):
    neighbours = frozenset(frozenset(pair) for pair in ("ab", "bc", "de"))
    assert is_connected(set(buildings), neighbours) is connected


@pytest.mark.parametrize("day", [SEED_DAY, YEAR_EARLIER, THREE_YEARS_EARLIER])
def test_each_subject_has_one_finding_of_each_of_its_rules(day):
    numbers = Counter(finding.rule for finding in findings(SEED_DAY, day))
    tables = read_tables(SEED_DAY)
    formed = sum(relation.holds(day) for relation in tables.formations)
    held = {meeting.id for meeting in tables.meetings if meeting.date <= day}
    raised = sum(issue.meeting in held for issue in tables.issues)
    expected = {
        "CTY": 1,
        "SUB": 3,
        "COM": 21,
        "DEP": 78,
        "LDR": 32,
        "CMP": 53,
        "BLD": 330,
        "GRP": formed,
        "ISS": raised,
        "MEM": 21,
        "HH1": 21,
    }
    assert numbers == Counter({code: expected[code[:3]] for code in RULES})


@pytest.mark.parametrize("rule", ["COM1", "COM2", "DEP1", "LDR1"])
def test_on_the_seeds_day_all_are_paired(rule):
    assert subjects(rule, Result.PASS) == subjects(rule, *Result)


def test_three_years_earlier_most_were_not_paired():
    assert tally("COM1", THREE_YEARS_EARLIER) == [0, 21, 0, 0]
    assert tally("DEP1", THREE_YEARS_EARLIER) == [18, 60, 0, 0]
    assert tally("LDR1", THREE_YEARS_EARLIER) == [6, 26, 0, 0]
    assert tally("DEP2", THREE_YEARS_EARLIER)[3] == tally("DEP3", THREE_YEARS_EARLIER)[3] == 60


def test_departments_of_a_community_are_its_evidence():
    code = "210681001003"
    paired = {
        ("Department", relation.start.removeprefix(CITY))
        for relation in read_tables(SEED_DAY).department_pairings
        if relation.end == code and relation.until is None
    }
    assert evidence("COM1", "001003") == paired
    assert ("Department", "D001") in paired
    assert 3 <= len(paired) <= 5


def test_a_department_between_two_pairings_belongs_to_its_city():
    # 210681D078 left one community on 2025-03-05 and came to another on 2025-05-06.
    last, gap, first = date(2025, 3, 4), date(2025, 3, 5), date(2025, 5, 6)
    assert [result("DEP1", "D078", day) for day in (last, gap, first - timedelta(1), first)] == [
        "PASS",
        "FAIL",
        "FAIL",
        "PASS",
    ]
    assert [finding("DEP1", "D078", day).place for day in (last, gap, first)] == ["210681002011", CITY, "210681003006"]
    assert [evidence("DEP1", "D078", day) for day in (last, gap, first)] == [
        {("DepartmentPairing", "D078-1")},
        set(),
        {("DepartmentPairing", "D078-2")},
    ]
    assert result("DEP2", "D078", gap) == result("DEP3", "D078", gap) == "NOT_APPLICABLE"


def test_a_leader_who_moves_takes_the_finding_along():
    moved = date(2025, 9, 15)  # 210681L024
    assert [finding("LDR1", "L024", day).place for day in (moved - timedelta(1), moved)] == [
        "210681002001",
        "210681002008",
    ]
    assert result("LDR1", "L024", moved) == "PASS"


def test_alignment_cannot_be_known_without_a_supervisor():
    # 市人民法院, 市人民检察院, 移动东港分公司
    assert subjects("DEP2", Result.UNKNOWN) == {"D018", "D019", "D074"}
    assert evidence("DEP2", "D018") == {("DepartmentPairing", "D018-1")}


def test_alignment_rests_on_the_supervisor_and_both_pairings():
    # 210681L002 took 210681D032 over on 2024-10-21 and is paired elsewhere.
    assert result("DEP2", "D032") == "FAIL"
    assert evidence("DEP2", "D032") == {
        ("Leader", "L002"),
        ("LeaderPairing", "L002-1"),
        ("DepartmentPairing", "D032-1"),
    }
    assert ("Leader", "L004") in evidence("DEP2", "D032", date(2024, 10, 20))


def test_proximity_cannot_be_known_without_a_location():
    # 市侨联, 移动东港分公司
    assert subjects("DEP3", Result.UNKNOWN) == {"D025", "D074"}


@pytest.mark.parametrize(
    ("north", "rank", "result_"), [(1, 1, "PASS"), (-1, 1, "PASS"), (2, 3, "PASS"), (3, 4, "FAIL")]
)
def test_proximity_counts_the_communities_that_are_strictly_nearer(north, rank, result_):
    # Three communities to the north, one to the south as far away as the first; another city's is next door.
    offsets = {1: 0.01, 2: 0.02, 3: 0.03, -1: -0.01}
    communities = {f"2106810010{number + 50}": Location(0, offset) for number, offset in offsets.items()}
    communities |= {"210681001099": None, "210682001001": Location(0, 0)}
    pairing = Relation("1", "210681D001", f"2106810010{north + 50}", YEAR_EARLIER, None)
    tables = replace(
        read_tables(SEED_DAY),
        communities=communities,
        departments={"210681D001": Location(0, 0)},
        department_pairings=(pairing,),
    )
    situation = Situation(tables, SEED_DAY)
    assert distance_rank("210681D001", pairing.end, situation) == rank
    assert RULES["DEP3"].check("210681D001", situation).result == result_


def test_branches_of_compounds():
    assert len(subjects("CMP1", Result.PASS)) == 25
    assert evidence("CMP1", "001002001") == {("Branch", "001002001B1")}
    assert subjects("CMP1", Result.PASS, day=THREE_YEARS_EARLIER) == {"001010002"}


def test_parties_of_compounds():
    # 育才家园 and 大东沟小区 have a branch alone, twelve compounds nothing.
    assert evidence("CMP2", "001004001") == {("Branch", "001004001B1")}
    assert evidence("CMP2", "002011001") == {("Branch", "002011001B1")}
    assert evidence("CMP2", "001006001") == {("Branch", "001006001B1"), ("PropertyCompany", "C006")}
    assert result("CMP2", "001006001") == "FAIL"
    assert result("CMP2", "001008001") == "PASS"
    assert evidence("CMP2", "001008001") == {
        ("Branch", "001008001B1"),
        ("OwnersCommittee", "001008001O1"),
        ("PropertyCompany", "C001"),
    }
    assert sum(not evidence("CMP2", compound) for compound in subjects("CMP2", Result.FAIL)) == PARTLESS


def test_a_company_that_took_over_is_the_evidence():
    # 海晏家园: 210681C007 replaced 210681C015 on 2025-08-01.
    handover = date(2025, 8, 1)
    assert ("PropertyCompany", "C015") in evidence("CMP2", "001007001", handover - timedelta(1))
    assert ("PropertyCompany", "C007") in evidence("CMP2", "001007001", handover)
    assert len(evidence("CMP2", "001007001", handover)) == 3


def test_cross_appointments_on_the_seeds_day():
    found = {compound: crossings(compound, SEED_DAY) for compound in subjects("CMP3", Result.PASS)}
    assert found == CROSS_APPOINTMENTS


def test_without_a_branch_nobody_can_be_cross_appointed():
    assert subjects("CMP3", Result.NOT_APPLICABLE) == subjects("CMP1", Result.FAIL)


@pytest.mark.parametrize(
    ("compound", "day", "crossing"),
    [
        # 海晏家园: the supervisor's company was replaced on 2025-08-01, the other seat ended on 2026-02-03.
        ("001007001", YEAR_EARLIER, {"P0014|BRANCH_TO_PROPERTY_SUPERVISOR", "P0015|BRANCH_TO_OWNERS_COMMITTEE"}),
        ("001007001", date(2025, 7, 31), {"P0014|BRANCH_TO_PROPERTY_SUPERVISOR", "P0015|BRANCH_TO_OWNERS_COMMITTEE"}),
        ("001007001", date(2025, 8, 1), {"P0015|BRANCH_TO_OWNERS_COMMITTEE"}),
        ("001007001", date(2026, 2, 2), {"P0015|BRANCH_TO_OWNERS_COMMITTEE"}),
        ("001007001", date(2026, 2, 3), set()),
        # 兴海嘉苑: a seat that begins ten days after the seed's day.
        ("002009001", date(2026, 7, 9), {"P0017|BRANCH_TO_OWNERS_COMMITTEE"}),
        ("002009001", date(2026, 7, 10), {"P0016|BRANCH_TO_OWNERS_COMMITTEE", "P0017|BRANCH_TO_OWNERS_COMMITTEE"}),
        # 新沟家园: the branch seat ended on 2025-10-01, the other goes on.
        ("003002001", YEAR_EARLIER, {"P0025|BRANCH_TO_OWNERS_COMMITTEE"}),
        ("003002001", date(2025, 9, 30), {"P0025|BRANCH_TO_OWNERS_COMMITTEE"}),
        ("003002001", date(2025, 10, 1), set()),
        # 安居里: owners' committee and company without the branch.
        ("001002002", SEED_DAY, {"P0011|BRANCH_TO_PROPERTY_SUPERVISOR"}),
    ],
)
def test_cross_appointments_come_and_go(compound, day, crossing):
    assert crossings(compound, day) == crossing


def test_buildings_of_a_branch_compound_must_be_in_a_group():
    # 大东沟小区 and 港北小区 have a branch and no group.
    lonely = {building for building in subjects("BLD1", *Result) if building.startswith(("002011001", "003005001"))}
    assert lonely
    assert lonely <= subjects("BLD1", Result.FAIL)
    assert evidence("BLD1", "001001001001") == {("BuildingGroup", "001001001G01")}


def test_one_building_is_in_two_groups():
    assert subjects("BLD2", Result.FAIL) == {"001005001002"}
    assert evidence("BLD2", "001005001002") == {("BuildingGroup", "001005001G01"), ("BuildingGroup", "001005001G02")}


def test_one_group_has_no_central_household():
    assert subjects("GRP1", Result.FAIL) == {"003002001G02"}
    assert evidence("GRP1", "003002001G02") == {("BuildingGroup", "003002001G02")}


def test_one_group_outlives_the_branch_of_its_compound():
    ended = date(2025, 11, 1)  # 旭日小区
    assert subjects("GRP2", Result.FAIL) == {"001010002G01"}
    assert finding("GRP2", "001010002G01").place == "210681001010002"
    assert evidence("GRP2", "001010002G01", ended - timedelta(1)) == {("Branch", "001010002B1")}
    assert evidence("GRP2", "001010002G01", ended) == set()


def test_adjacency_of_groups():
    assert subjects("GRP3", Result.FAIL) == {"001010001G02"}
    assert subjects("GRP3", Result.UNKNOWN) == {"001004002G02", "002005001G01"}
    assert evidence("GRP3", "001010001G02") == {("Building", "001010001004"), ("Building", "001010001005")}


def test_leaders_of_groups():
    not_retired = {"001002002G02", "001006001G01", "002005001G02", "002006001G02"}
    assert subjects("GRP4", Result.FAIL) == not_retired | {"001004001G01"}
    assert evidence("GRP4", "001004001G01") == set()
    assert subjects("GRP4", Result.UNKNOWN) == {"001004002G01"}
    assert evidence("GRP4", "001004002G01") == {("Person", "P0277")}


def test_a_group_whose_leader_was_replaced():
    replaced = date(2026, 1, 10)
    assert evidence("GRP4", "001003001G02", replaced - timedelta(1)) == {("Person", "P0271")}
    assert evidence("GRP4", "001003001G02", replaced) == {("Person", "P0272")}


def test_a_group_is_checked_from_the_day_on_which_it_was_formed():
    formed = date(2024, 12, 17)
    groups = [subjects("GRP1", *Result, day=day) for day in (formed - timedelta(1), formed)]
    assert "001001001G01" not in groups[0]
    assert "001001001G01" in groups[1]


def test_clean_communities_are_fully_covered_and_the_others_are_not():
    covered = {
        community.removeprefix(CITY)
        for community in read_tables(SEED_DAY).communities
        if coverage(community, SEED_DAY, SEED_DAY).fully_covered
    }
    assert covered == CLEAN
    assert len(read_tables(SEED_DAY).communities) - len(covered) >= 6


def test_a_places_coverage_counts_what_lies_below_it():
    parts = [coverage(CITY + code, SEED_DAY, SEED_DAY) for code in ("001", "002", "003")]
    whole = coverage(CITY, SEED_DAY, SEED_DAY)
    own = Counter((one.rule, one.result) for one in findings(SEED_DAY, SEED_DAY) if one.place == CITY)
    assert {rule[:3] for rule, _ in own} == {"CTY", "ISS"}
    for code in RULES:
        for one in Result:
            assert whole.counts[code][one] == own[code, one] + sum(part.counts[code][one] for part in parts)


@pytest.mark.parametrize(
    ("rule", "failing"),
    [
        ("SUB2", {"003"}),
        ("COM4", {"001010", "002011", "003005"}),
        ("COM5", {"001006", "002006", "002008", "003001"}),
        ("COM6", {"003005"}),
        ("COM7", {"001004", "001010", "002006", "002011", "003005", "003006"}),
        ("DEP4", {"D025", "D046", "D076"}),
        ("DEP5", {"D017", "D053", "D066"}),
        ("DEP6", {"D011", "D022", "D032", "D048", "D060", "D077"}),
        ("DEP7", {"D028", "D044", "D076"}),
        ("LDR2", set()),
        ("CMP5", {"002005001"}),
        ("ISS2", {"001005001I008", "002006I007"}),
        ("ISS3", {"001010I005", "003001I008"}),
        ("ISS4", {"002001I008", "002010I006", "003005I007"}),
    ],
)
def test_what_fails_on_the_seeds_day_is_what_its_readme_names(rule, failing):
    assert subjects(rule, Result.FAIL) == failing
    assert subjects(rule, Result.PASS)


def test_twelve_compounds_meet_monthly():
    meeting = subjects("CMP4", Result.PASS)
    assert len(meeting) == 12
    assert {compound for compound in subjects("CMP1", Result.PASS) if compound[:6] in CLEAN} <= meeting
    assert subjects("CMP4", Result.NOT_APPLICABLE) == subjects("CMP1", Result.FAIL)


def test_issues_of_clean_communities_pass_whatever_they_are_checked_by():
    failing = subjects("ISS1", Result.FAIL) | subjects("ISS3", Result.FAIL) | subjects("ISS4", Result.FAIL)
    assert not {issue for issue in failing if issue[:6] in CLEAN}


def test_only_must_rules_that_apply_make_the_rate():
    nothing = dict.fromkeys(Result, 0)
    counts = dict.fromkeys(RULES, nothing)
    counts["COM1"] = {Result.PASS: 3, Result.FAIL: 1, Result.UNKNOWN: 1, Result.NOT_APPLICABLE: 5}
    counts["COM2"] = dict.fromkeys(Result, 9)
    assert Coverage(counts).rate == 0.6
    assert Coverage(counts).fully_covered is False


def test_there_is_no_rate_where_no_must_rule_applies():
    without_branch = coverage("210681001001002", SEED_DAY, SEED_DAY)  # 香榭园
    assert without_branch.counts["CMP1"][Result.FAIL] == 1
    assert without_branch.rate is None
    assert without_branch.fully_covered is None


def test_rates_follow_the_days():
    days = [THREE_YEARS_EARLIER, YEAR_EARLIER, SEED_DAY]
    history = coverage_history(CITY, SEED_DAY, days)
    assert [day for day, _ in history] == days
    assert history[0][1].rate < history[1][1].rate
    assert history[2][1] == coverage(CITY, SEED_DAY, SEED_DAY)


def test_when_a_branch_ends_the_findings_of_its_compound_turn():
    changes = coverage_changes("210681001010002", SEED_DAY, date(2025, 10, 31), date(2025, 11, 1))
    turned = {
        (change.rule, change.subject.id[-3:]): (str(change.before.result), str(change.after.result))
        for change in changes
    }
    assert turned == {
        ("CMP1", "002"): ("PASS", "FAIL"),
        ("CMP3", "002"): ("FAIL", "NOT_APPLICABLE"),
        ("CMP4", "002"): ("FAIL", "NOT_APPLICABLE"),
        ("GRP2", "G01"): ("PASS", "FAIL"),
        **{("BLD1", building): ("PASS", "NOT_APPLICABLE") for building in ("001", "002", "003")},
        **{("BLD1", building): ("FAIL", "NOT_APPLICABLE") for building in ("004", "005", "006")},
    }


def test_a_group_that_was_formed_appears_among_the_changes():
    formed = date(2024, 12, 17)
    changes = coverage_changes("210681001001001", SEED_DAY, formed - timedelta(1), formed)
    appeared = {change.rule for change in changes if change.before is None}
    assert appeared == {"GRP1", "GRP2", "GRP3", "GRP4"}
    assert {change.subject for change in changes if change.before is None} == {
        Thing("BuildingGroup", "210681001001001G01")
    }


def test_a_finding_that_moves_goes_away_here_and_appears_there():
    moved = date(2025, 9, 15)  # 210681L024
    days = (SEED_DAY, moved - timedelta(1), moved)
    [gone] = [change for change in coverage_changes("210681002001", *days) if change.rule == "LDR1"]
    [come] = [change for change in coverage_changes("210681002008", *days) if change.rule == "LDR1"]
    assert gone.after is None
    assert come.before is None
    assert not [change for change in coverage_changes(CITY, *days) if change.rule == "LDR1"]


def test_another_as_of_day_moves_the_seed_along():
    other = date(2024, 2, 29)
    assert len(findings(other, other)) == len(findings(SEED_DAY, SEED_DAY))
    # Whether a pairing that is so many months old saw the whole of last year depends on the day.
    one, another = (coverage(CITY, day, day).counts for day in (SEED_DAY, other))
    assert {code for code in RULES if one[code] != another[code]} <= {"DEP5"}


def test_findings_within_a_place_lie_there():
    places = {one.place for one in findings_within("210681001002", SEED_DAY, SEED_DAY)}
    assert {"210681001002", "210681001002001", "210681001002001001"} <= places
    assert all(place.startswith("210681001002") for place in places)
