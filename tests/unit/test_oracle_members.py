"""The oracle's rules of in-service members, each on tables small enough to check by eye."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from oracle.coverage import RULES
from oracle.records import Choice, Form, Relation
from oracle.relations import Situation
from oracle.rules import Thing
from oracle.tables import Tables

DAY = date(2026, 6, 30)
LONG_AGO = date(2020, 1, 1)
YEAR = (date(2025, 1, 1), date(2025, 12, 31))
QUARTER = date(2026, 4, 1)
A_DAY = timedelta(days=1)

COMMUNITY, OTHER = "210681001001", "210681001002"
ONE, ANOTHER = "210681X0001", "210681X0002"


def check(rule, tables, day=DAY):
    return RULES[rule].check(COMMUNITY, Situation(tables, day))


def result(rule, tables, day=DAY):
    return check(rule, tables, day).result


def relation(start, end, since=LONG_AGO, until=None):
    return Relation(f"{start}-{end}", start, end, since, until)


WHOLE = Tables(
    post_offers=(relation(COMMUNITY, "210681J01"),),
    teams=(relation(f"{COMMUNITY}F01", COMMUNITY),),
    zones=(relation(f"{COMMUNITY}Z01", COMMUNITY),),
)


def test_a_community_has_posts_teams_and_zones():
    assert check("COM6", WHOLE).result == "PASS"
    assert check("COM6", WHOLE).evidence == {
        Thing("PostKind", "210681J01"),
        Thing("VolunteerTeam", f"{COMMUNITY}F01"),
        Thing("ResponsibilityZone", f"{COMMUNITY}Z01"),
    }


@pytest.mark.parametrize("missing", ["post_offers", "teams", "zones"])
def test_each_of_posts_teams_and_zones_is_needed_on_the_day(missing):
    assert result("COM6", replace(WHOLE, **{missing: ()})) == "FAIL"
    [there] = getattr(WHOLE, missing)
    ended = replace(WHOLE, **{missing: (replace(there, until=DAY),)})
    assert [result("COM6", ended, day) for day in (DAY - A_DAY, DAY)] == ["PASS", "FAIL"]


def registered(*members, since=LONG_AGO, until=None):
    return Tables(registrations=tuple(relation(member, COMMUNITY, since, until) for member in members))


def test_every_member_chose_a_post():
    tables = registered(ONE, ANOTHER)
    assert result("MEM1", tables) == "FAIL"
    half = replace(tables, choices=(Choice(ONE, LONG_AGO, ("210681J01",)),))
    assert result("MEM1", half) == "FAIL"
    nothing = Choice(ANOTHER, LONG_AGO, ())
    assert result("MEM1", replace(half, choices=(*half.choices, nothing))) == "FAIL"
    whole = replace(half, choices=(*half.choices, Choice(ANOTHER, DAY, ("210681J01", "210681J02"))))
    assert [result("MEM1", whole, day) for day in (DAY - A_DAY, DAY)] == ["FAIL", "PASS"]
    assert check("MEM1", whole).evidence == set()


def test_members_who_live_elsewhere_are_not_asked_for_a_post():
    assert result("MEM1", Tables()) == "NOT_APPLICABLE"
    assert result("MEM1", registered(ONE, until=DAY)) == "NOT_APPLICABLE"
    assert result("MEM1", Tables(registrations=(relation(ONE, OTHER),))) == "NOT_APPLICABLE"


def with_forms(tables, *fed_back, registration=LONG_AGO):
    return replace(
        tables,
        registration_forms=tuple(Form(one.start, registration) for one in tables.registrations),
        feedback_forms=tuple(Form(member, day) for member, day in fed_back),
    )


def test_every_member_handed_in_both_forms():
    tables = registered(ONE, ANOTHER)
    both = ((ONE, YEAR[0]), (ANOTHER, YEAR[1]))
    assert result("MEM2", with_forms(tables, *both)) == "PASS"
    assert result("MEM2", with_forms(tables, both[0])) == "FAIL"
    assert result("MEM2", replace(with_forms(tables, *both), registration_forms=())) == "FAIL"
    assert check("MEM2", with_forms(tables, *both)).evidence == set()


@pytest.mark.parametrize(
    ("day", "expected"), [(YEAR[0] - A_DAY, "FAIL"), (YEAR[0], "PASS"), (YEAR[1], "PASS"), (YEAR[1] + A_DAY, "FAIL")]
)
def test_a_feedback_form_is_of_the_year(day, expected):
    assert result("MEM2", with_forms(registered(ONE), (ONE, day))) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [(LONG_AGO, "PASS"), (YEAR[1] + A_DAY, "PASS"), (DAY, "PASS"), (DAY + A_DAY, "FAIL")]
)
def test_a_registration_form_is_of_any_day_so_far(day, expected):
    assert result("MEM2", with_forms(registered(ONE), (ONE, YEAR[0]), registration=day)) == expected


def test_forms_are_asked_of_members_registered_all_year():
    first = YEAR[0]
    assert result("MEM2", registered(ONE, since=first)) == "FAIL"
    assert result("MEM2", registered(ONE, since=first + A_DAY)) == "NOT_APPLICABLE"
    assert result("MEM2", registered(ONE, until=DAY)) == "NOT_APPLICABLE"
    older = with_forms(registered(ONE), (ONE, first))
    newer = registered(ANOTHER, since=first + A_DAY).registrations
    assert result("MEM2", replace(older, registrations=older.registrations + newer)) == "PASS"


def in_difficulty(*people, since=LONG_AGO, until=None):
    return Tables(people_in_difficulty=tuple(relation(person, COMMUNITY, since, until) for person in people))


def test_everybody_in_difficulty_is_helped():
    tables = in_difficulty("210681N0001", "210681N0002")
    assert result("HH1", tables) == "FAIL"
    one = relation(ONE, "210681N0001")
    assert result("HH1", replace(tables, household_pairings=(one,))) == "FAIL"
    another = relation(ONE, "210681N0002", LONG_AGO, QUARTER)
    helped = replace(tables, household_pairings=(one, another))
    assert [result("HH1", helped, day) for day in (QUARTER - A_DAY, QUARTER, DAY)] == ["PASS", "FAIL", "FAIL"]
    assert check("HH1", helped).evidence == set()


def test_where_nobody_is_in_difficulty_there_is_nothing_to_check():
    assert result("HH1", Tables()) == "NOT_APPLICABLE"
    assert result("HH1", in_difficulty("210681N0001", until=QUARTER)) == "NOT_APPLICABLE"


def test_within_a_quarter_it_shows_nowhere_that_somebody_came_on_record_or_went():
    assert result("HH1", in_difficulty("210681N0001", since=QUARTER + A_DAY)) == "NOT_APPLICABLE"
    assert result("HH1", in_difficulty("210681N0001", until=QUARTER + A_DAY)) == "FAIL"
