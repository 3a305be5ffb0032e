"""The oracle's rules of conferences, each on tables small enough to check by eye."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from oracle.coverage import RULES
from oracle.days import Period, last_complete
from oracle.records import Attendance, Meeting, Relation
from oracle.relations import Situation
from oracle.rules import Thing
from oracle.tables import Tables

DAY = date(2026, 6, 30)
LONG_AGO = date(2020, 1, 1)
QUARTER = (date(2026, 1, 1), date(2026, 3, 31))  # the last complete one, its first and its last day
MONTH = (date(2026, 5, 1), date(2026, 5, 31))
HALF_YEAR = (date(2025, 7, 1), date(2025, 12, 31))
A_DAY = timedelta(days=1)

CITY = "210681"
SUBDISTRICT = "210681001"
COMMUNITY = "210681001001"
COMPOUND = "210681001001001"
BRANCH, COMMITTEE, COMPANY = f"{COMPOUND}B1", f"{COMPOUND}O1", "210681C001"
BODIES = ("PARTY_COMMITTEE", "PEOPLES_CONGRESS", "GOVERNMENT", "CPPCC")
CATEGORIES = ("LINKED_LEADER", "STATIONED_UNIT", "DELEGATE_OR_COMMITTEE_MEMBER", "ENTERPRISE", "SOCIAL_ORGANIZATION")


def check(rule, subject, tables, day=DAY):
    return RULES[rule].check(subject, Situation(tables, day))


def result(rule, subject, tables, day=DAY):
    return check(rule, subject, tables, day).result


def relation(start, end, since=LONG_AGO, until=None, **more):
    return Relation(f"{start}-{end}", start, end, since, until, **more)


def conference(place, since=LONG_AGO, until=None):
    return relation(f"{place}K1", place, since, until)


def meeting(place, day, *, number=1, regular=True):
    return Meeting(f"{place}K1M{number:03}", f"{place}K1", day, regular=regular)


def met(place, *days):
    """A conference that met on the days."""
    meetings = tuple(meeting(place, day, number=number) for number, day in enumerate(days, start=1))
    return Tables(conference_places=(conference(place),), meetings=meetings)


@pytest.mark.parametrize(
    ("period", "day", "first", "last"),
    [
        (Period.MONTH, DAY, *MONTH),
        (Period.QUARTER, DAY, *QUARTER),
        (Period.QUARTER, DAY + A_DAY, date(2026, 4, 1), DAY),
        (Period.HALF_YEAR, DAY, *HALF_YEAR),
        (Period.HALF_YEAR, DAY + A_DAY, date(2026, 1, 1), DAY),
        (Period.YEAR, DAY, date(2025, 1, 1), date(2025, 12, 31)),
        (Period.MONTH, date(2026, 1, 1), date(2025, 12, 1), date(2025, 12, 31)),
        (Period.MONTH, date(2024, 3, 31), date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_the_last_complete_period_was_over_before_the_day(period, day, first, last):
    window = last_complete(period, day)
    assert [each in window for each in (first - A_DAY, first, last, last + A_DAY)] == [False, True, True, False]


MONTHLY = Tables(branches=frozenset({BRANCH}), services=(relation(BRANCH, COMPOUND),))


@pytest.mark.parametrize(
    ("rule", "place", "window", "more"),
    [
        ("CTY2", CITY, HALF_YEAR, Tables()),
        ("SUB1", SUBDISTRICT, QUARTER, Tables()),
        ("COM3", COMMUNITY, QUARTER, Tables()),
        ("CMP4", COMPOUND, MONTH, MONTHLY),
    ],
)
def test_a_conference_has_to_have_met_in_the_window(rule, place, window, more):
    first, last = window
    for day, expected in [(first - A_DAY, "FAIL"), (first, "PASS"), (last, "PASS"), (last + A_DAY, "FAIL")]:
        tables = met(place, day)
        tables = replace(tables, branches=more.branches, services=more.services)
        assert result(rule, place, tables) == expected
    held = check(rule, place, replace(tables, meetings=met(place, first, last, DAY).meetings))
    assert held.evidence == {Thing("Meeting", f"{place}K1M001"), Thing("Meeting", f"{place}K1M002")}


@pytest.mark.parametrize(
    ("rule", "place", "window"),
    [("CTY2", CITY, HALF_YEAR), ("SUB1", SUBDISTRICT, QUARTER), ("COM3", COMMUNITY, QUARTER)],
)
def test_a_conference_is_checked_by_windows_that_it_saw_from_their_first_day(rule, place, window):
    first, last = window
    for since, expected in [(first, "PASS"), (first + A_DAY, "NOT_APPLICABLE")]:
        assert result(rule, place, replace(met(place, last), conference_places=(conference(place, since),))) == expected
    over = (conference(place, LONG_AGO, DAY),)
    assert result(rule, place, replace(met(place, last), conference_places=over)) == "NOT_APPLICABLE"
    assert result(rule, place, Tables()) == "NOT_APPLICABLE"


def test_an_extraordinary_meeting_of_the_city_is_no_regular_one():
    tables = replace(met(CITY), meetings=(meeting(CITY, HALF_YEAR[0], regular=False),))
    assert check("CTY2", CITY, tables).evidence == set()
    assert result("CTY2", CITY, tables) == "FAIL"
    assert result("SUB1", SUBDISTRICT, met(SUBDISTRICT, QUARTER[0])) == "PASS"


def test_meetings_of_other_conferences_do_not_count():
    assert result("COM3", COMMUNITY, replace(met(COMMUNITY), meetings=met(SUBDISTRICT, QUARTER[0]).meetings)) == "FAIL"


@pytest.mark.parametrize(
    ("convenors", "offices", "expected"),
    [(1, 1, "PASS"), (0, 1, "FAIL"), (2, 1, "FAIL"), (1, 0, "FAIL"), (1, 2, "FAIL")],
)
def test_the_city_conference_has_one_convenor_and_one_liaison_office(convenors, offices, expected):
    tables = replace(
        met(CITY),
        appointments=tuple(
            relation(f"210681L{number:03}", f"{CITY}K1", role="CONVENOR") for number in range(convenors)
        ),
        liaison_offices=tuple(relation(f"210681D{number:03}", f"{CITY}K1") for number in range(offices)),
    )
    outcome = check("CTY1", CITY, tables)
    assert outcome.result == expected
    assert len(outcome.evidence) == 1 + convenors + offices
    assert Thing("Conference", "210681K1") in outcome.evidence


def test_without_a_conference_there_is_no_convenor():
    assert result("CTY1", CITY, Tables()) == "FAIL"


def test_a_convenor_whose_time_is_over_does_not_count():
    seats = (
        relation("210681L001", f"{CITY}K1", LONG_AGO, DAY, role="CONVENOR"),
        relation("210681L002", f"{CITY}K1", DAY, role="CONVENOR"),
    )
    tables = replace(met(CITY), appointments=seats, liaison_offices=(relation("210681D001", f"{CITY}K1"),))
    assert [result("CTY1", CITY, tables, day) for day in (DAY - A_DAY, DAY)] == ["PASS", "PASS"]


def membership(person, category):
    return relation(person, f"{CITY}K1", category=category)


LEADERS_OF_BODIES = tuple(membership(f"210681L00{number}", body) for number, body in enumerate(BODIES))
SECRETARY = membership("210681P0001", "SUBDISTRICT_SECRETARY")
IN_OFFICE = {
    "subdistricts": frozenset({SUBDISTRICT}),
    "party_bodies": (relation("210681W0001", SUBDISTRICT),),
    "appointments": (relation("210681P0001", "210681W0001", role="SECRETARY"),),
}


@pytest.mark.parametrize(
    ("members", "office", "expected"),
    [
        ((*LEADERS_OF_BODIES, SECRETARY), IN_OFFICE, "PASS"),
        (LEADERS_OF_BODIES, IN_OFFICE, "FAIL"),
        ((*LEADERS_OF_BODIES[1:], SECRETARY), IN_OFFICE, "FAIL"),
        ((*LEADERS_OF_BODIES, SECRETARY), IN_OFFICE | {"appointments": ()}, "UNKNOWN"),
        (
            (*LEADERS_OF_BODIES, SECRETARY),
            IN_OFFICE | {"subdistricts": frozenset({SUBDISTRICT, "210681002"})},
            "UNKNOWN",
        ),
        ((*LEADERS_OF_BODIES, SECRETARY), IN_OFFICE | {"subdistricts": frozenset({SUBDISTRICT, "210682001"})}, "PASS"),
        (
            (*LEADERS_OF_BODIES, SECRETARY),
            IN_OFFICE | {"appointments": (relation("210681P0001", "210681W0001", role="DEPUTY_SECRETARY"),)},
            "UNKNOWN",
        ),
    ],
)
def test_the_city_conference_has_leaders_of_four_bodies_and_the_secretaries(members, office, expected):
    outcome = check("CTY3", CITY, replace(met(CITY), standing_members=members, **office))
    assert outcome.result == expected
    assert {thing.id for thing in outcome.evidence} == {member.start for member in members}


def test_membership_of_the_city_conference_takes_a_conference():
    assert result("CTY3", CITY, Tables(**IN_OFFICE)) == "NOT_APPLICABLE"


def came(place, categories, number=1):
    return tuple(
        Attendance(f"{place}K1M{number:03}", f"210681P{index:04}", category)
        for index, category in enumerate(categories, start=1)
    )


@pytest.mark.parametrize(("rule", "place"), [("SUB2", SUBDISTRICT), ("COM7", COMMUNITY)])
def test_each_category_has_to_come_to_some_meeting_of_the_window(rule, place):
    tables = met(place, *HALF_YEAR)
    everybody = came(place, CATEGORIES[:2]) + came(place, CATEGORIES[2:], number=2)
    assert result(rule, place, replace(tables, attendances=everybody)) == "PASS"
    for missing in range(len(CATEGORIES)):
        there = [category for category in CATEGORIES if category != CATEGORIES[missing]]
        attendances = came(place, (*there, "COMMUNITY_SECRETARY", ""))
        assert result(rule, place, replace(tables, attendances=attendances)) == "FAIL"


@pytest.mark.parametrize(("rule", "place"), [("SUB2", SUBDISTRICT), ("COM7", COMMUNITY)])
def test_categories_are_asked_for_where_the_conference_met(rule, place):
    everybody = came(place, CATEGORIES)
    met_late = replace(met(place, HALF_YEAR[1] + A_DAY), attendances=everybody)
    assert result(rule, place, met_late) == "NOT_APPLICABLE"
    began_late = (conference(place, HALF_YEAR[0] + A_DAY),)
    tables = replace(met(place, HALF_YEAR[1]), attendances=everybody)
    assert result(rule, place, tables) == "PASS"
    assert result(rule, place, replace(tables, conference_places=began_late)) == "NOT_APPLICABLE"


PAIRED = [
    ("DEP4", "210681D001", "department_pairings"),
    ("LDR3", "210681L001", "leader_pairings"),
]


@pytest.mark.parametrize(("rule", "who", "pairings"), PAIRED)
def test_whoever_is_paired_has_to_come_to_the_communitys_conference(rule, who, pairings):
    tables = replace(met(COMMUNITY, *QUARTER), **{pairings: (relation(who, COMMUNITY),)})
    assert check(rule, who, tables).result == "FAIL"
    assert check(rule, who, tables).evidence == set()
    attended = replace(tables, attendances=(Attendance(f"{COMMUNITY}K1M002", who),))
    assert check(rule, who, attended).result == "PASS"
    assert check(rule, who, attended).evidence == {Thing("Meeting", f"{COMMUNITY}K1M002")}


@pytest.mark.parametrize(("rule", "who", "pairings"), PAIRED)
def test_coming_to_another_conference_is_not_enough(rule, who, pairings):
    elsewhere = "210681001002"
    tables = replace(
        met(COMMUNITY, QUARTER[0]),
        **{pairings: (relation(who, COMMUNITY),)},
        attendances=(Attendance(f"{elsewhere}K1M001", who),),
    )
    both = replace(tables, meetings=tables.meetings + met(elsewhere, QUARTER[0]).meetings)
    assert result(rule, who, both) == "FAIL"


@pytest.mark.parametrize(("rule", "who", "pairings"), PAIRED)
def test_attendance_is_asked_for_where_both_were_there_and_it_met(rule, who, pairings):
    first, last = QUARTER
    came_in_time = (Attendance(f"{COMMUNITY}K1M001", who),)

    def with_(since, *days, until=None):
        paired = (relation(who, COMMUNITY, since, until),)
        return replace(met(COMMUNITY, *days), **{pairings: paired}, attendances=came_in_time)

    assert result(rule, who, with_(first, last)) == "PASS"
    assert result(rule, who, with_(first + A_DAY, last)) == "NOT_APPLICABLE"
    assert result(rule, who, with_(first, last, until=DAY)) == "NOT_APPLICABLE"
    assert result(rule, who, with_(first, last + A_DAY)) == "NOT_APPLICABLE"
    began_late = (conference(COMMUNITY, first + A_DAY),)
    assert result(rule, who, replace(with_(first, last), conference_places=began_late)) == "PASS"
    assert result(rule, who, met(COMMUNITY, last)) == "NOT_APPLICABLE"


@pytest.mark.parametrize(("rule", "who", "pairings"), PAIRED)
def test_the_earliest_pairing_counts(rule, who, pairings):
    two = (relation(who, "210681001002", QUARTER[0]), relation(who, COMMUNITY))
    tables = replace(
        met(COMMUNITY, QUARTER[0]), **{pairings: two}, attendances=(Attendance(f"{COMMUNITY}K1M001", who),)
    )
    assert result(rule, who, tables) == "PASS"


def compound(*parties, since=LONG_AGO):
    return {
        "branches": frozenset({BRANCH}),
        "services": tuple(relation(party, COMPOUND, since) for party in parties),
    }


def test_a_compound_with_a_branch_has_to_meet():
    tables = met(COMPOUND, MONTH[0])
    assert result("CMP4", COMPOUND, replace(tables, **compound(BRANCH, since=MONTH[0]))) == "PASS"
    assert result("CMP4", COMPOUND, replace(tables, **compound(BRANCH, since=MONTH[0] + A_DAY))) == "NOT_APPLICABLE"
    assert result("CMP4", COMPOUND, replace(tables, **compound(COMPANY, COMMITTEE))) == "NOT_APPLICABLE"
    assert result("CMP4", COMPOUND, Tables(**compound(BRANCH))) == "FAIL"


@pytest.mark.parametrize(
    ("parties", "present", "expected"),
    [
        ((BRANCH, COMMITTEE, COMPANY), (BRANCH, COMMITTEE, COMPANY), "PASS"),
        ((BRANCH, COMMITTEE, COMPANY), (BRANCH, COMMITTEE, COMPANY, "210681P0001"), "PASS"),
        ((BRANCH, COMMITTEE, COMPANY), (BRANCH, COMMITTEE), "FAIL"),
        ((BRANCH, COMMITTEE, COMPANY), (COMMITTEE, COMPANY), "FAIL"),
        ((BRANCH, COMMITTEE), (BRANCH, COMMITTEE), "PASS"),
        ((BRANCH,), (BRANCH,), "PASS"),
        ((BRANCH, COMPANY, "210681C002"), (BRANCH, COMPANY), "FAIL"),
    ],
)
def test_every_party_that_exists_has_to_come(parties, present, expected):
    attendances = tuple(Attendance(f"{COMPOUND}K1M001", party) for party in present)
    tables = replace(met(COMPOUND, MONTH[1]), **compound(*parties), attendances=attendances)
    assert check("CMP5", COMPOUND, tables).result == expected
    assert check("CMP5", COMPOUND, tables).evidence == {Thing("Meeting", f"{COMPOUND}K1M001")}


def test_all_parties_have_to_come_to_one_meeting():
    first, second = (f"{COMPOUND}K1M00{number}" for number in (1, 2))
    tables = replace(met(COMPOUND, *MONTH), **compound(BRANCH, COMPANY))
    parted = (Attendance(first, BRANCH), Attendance(second, COMPANY))
    assert result("CMP5", COMPOUND, replace(tables, attendances=parted)) == "FAIL"
    assert result("CMP5", COMPOUND, replace(tables, attendances=(*parted, Attendance(second, BRANCH)))) == "PASS"


def test_a_party_that_came_after_the_meeting_is_asked_for_all_the_same():
    tables = replace(
        met(COMPOUND, MONTH[0]), **compound(BRANCH), attendances=(Attendance(f"{COMPOUND}K1M001", BRANCH),)
    )
    assert result("CMP5", COMPOUND, tables) == "PASS"
    later = relation(COMPANY, COMPOUND, MONTH[0] + A_DAY)
    assert result("CMP5", COMPOUND, replace(tables, services=(relation(BRANCH, COMPOUND), later))) == "FAIL"


def test_attendance_of_parties_is_asked_for_where_a_meeting_was_held():
    tables = replace(met(COMPOUND, MONTH[0] - A_DAY), **compound(BRANCH))
    assert result("CMP5", COMPOUND, tables) == "NOT_APPLICABLE"
    began_late = (conference(COMPOUND, MONTH[0] + A_DAY),)
    tables = replace(met(COMPOUND, MONTH[1]), **compound(BRANCH), conference_places=began_late)
    assert result("CMP5", COMPOUND, tables) == "FAIL"
    branch_later = compound(BRANCH, since=MONTH[0] + A_DAY)
    assert result("CMP5", COMPOUND, replace(met(COMPOUND, MONTH[1]), **branch_later)) == "NOT_APPLICABLE"
