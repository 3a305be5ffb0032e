"""The oracle's rules of issues, each on tables small enough to check by eye."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from oracle.coverage import RULES
from oracle.issues import ISSUES
from oracle.records import Escalation, Issue, Meeting
from oracle.relations import Situation
from oracle.rules import Thing
from oracle.tables import Tables

RAISED = date(2026, 3, 1)
SUBMITTED = date(2026, 3, 10)
TAKEN_UP = date(2026, 3, 20)
DAY = date(2026, 6, 30)
A_DAY = timedelta(days=1)

COMPOUND, COMMUNITY, SUBDISTRICT, CITY = (
    f"{code}K1" for code in ("210681001001001", "210681001001", "210681001", "210681")
)
ISSUE = "210681001001001I001"


def check(rule, tables, day=DAY):
    return RULES[rule].check(ISSUE, Situation(tables, day))


def result(rule, tables, day=DAY):
    return check(rule, tables, day).result


def evidence(rule, tables, day=DAY):
    return {thing.id for thing in check(rule, tables, day).evidence}


def meeting(conference, number, day, **more):
    return Meeting(f"{conference}M{number:03}", conference, day, **more)


def sent(number=1, lower=COMPOUND, upper=COMMUNITY, day=SUBMITTED, **more):
    return Escalation(f"{ISSUE}E{number}", ISSUE, lower, upper, day, **{"minutes_of": f"{lower}M001", **more})


RAISING = meeting(COMPOUND, 1, RAISED)
TAKING_UP = meeting(COMMUNITY, 1, TAKEN_UP)
RAISED_ONLY = Tables(issues=(Issue(ISSUE, RAISING.id),), meetings=(RAISING,))
SENT_UP = replace(
    RAISED_ONLY, meetings=(RAISING, TAKING_UP), escalations=(sent(),), agendas=frozenset({(ISSUE, TAKING_UP.id)})
)


@pytest.mark.parametrize("rule", ["ISS1", "ISS2", "ISS3", "ISS4"])
def test_an_issue_that_was_not_sent_up_is_not_checked(rule):
    assert result(rule, RAISED_ONLY) == "NOT_APPLICABLE"
    assert result(rule, SENT_UP, SUBMITTED - A_DAY) == "NOT_APPLICABLE"


def test_an_issue_is_there_from_the_day_on_which_it_was_raised():
    assert list(ISSUES.present(Situation(SENT_UP, RAISED - A_DAY))) == []
    assert list(ISSUES.present(Situation(SENT_UP, RAISED))) == [ISSUE]


def test_findings_belong_to_the_place_whose_conference_holds_the_issue():
    tables = replace(SENT_UP, escalations=(sent(2, COMMUNITY, SUBDISTRICT, TAKEN_UP), sent()))
    days = (RAISED, SUBMITTED - A_DAY, SUBMITTED, TAKEN_UP - A_DAY, TAKEN_UP)
    assert [ISSUES.place(ISSUE, Situation(tables, day)) for day in days] == [
        "210681001001001",
        "210681001001001",
        "210681001001",
        "210681001001",
        "210681001",
    ]


@pytest.mark.parametrize(
    ("escalations", "minutes", "expected"),
    [
        ([sent()], True, "PASS"),
        ([sent(ledger=False)], True, "FAIL"),
        ([sent(minutes_of=None)], True, "FAIL"),
        ([sent()], False, "FAIL"),
        ([sent(), sent(2, COMMUNITY, SUBDISTRICT, TAKEN_UP)], True, "PASS"),
        ([sent(), sent(2, COMMUNITY, SUBDISTRICT, TAKEN_UP, ledger=False)], True, "FAIL"),
    ],
)
def test_every_escalation_carries_ledger_and_minutes(escalations, minutes, expected):
    meetings = (replace(RAISING, minutes=minutes), TAKING_UP)
    tables = replace(SENT_UP, meetings=meetings, escalations=tuple(escalations))
    assert result("ISS1", tables) == expected
    assert check("ISS1", tables).evidence == {Thing("Escalation", one.id) for one in escalations}


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([(COMPOUND, COMMUNITY)], "PASS"),
        ([(COMPOUND, SUBDISTRICT)], "FAIL"),
        ([(COMPOUND, CITY)], "FAIL"),
        ([(COMMUNITY, SUBDISTRICT)], "PASS"),
        ([(SUBDISTRICT, CITY)], "PASS"),
        ([(COMMUNITY, COMPOUND)], "FAIL"),
        ([(COMMUNITY, COMMUNITY)], "FAIL"),
        ([(COMPOUND, COMMUNITY), (COMMUNITY, SUBDISTRICT), (SUBDISTRICT, CITY)], "PASS"),
        ([(COMPOUND, COMMUNITY), (COMMUNITY, CITY)], "FAIL"),
    ],
)
def test_every_escalation_goes_one_level_up(steps, expected):
    escalations = tuple(
        sent(number, lower, upper, SUBMITTED + A_DAY * number) for number, (lower, upper) in enumerate(steps, start=1)
    )
    tables = replace(SENT_UP, escalations=escalations)
    assert result("ISS2", tables) == expected
    assert evidence("ISS2", tables) == {one.id for one in escalations}


def agenda(*meetings, on=()):
    """The community's conference held these meetings; the issue was on the agenda of some."""
    return replace(
        SENT_UP, meetings=(RAISING, *meetings), agendas=frozenset((ISSUE, meetings[number].id) for number in on)
    )


LATER = meeting(COMMUNITY, 2, TAKEN_UP + A_DAY * 30)
EXTRAORDINARY = meeting(COMMUNITY, 3, TAKEN_UP - A_DAY, regular=False)
EXTRAORDINARY_LATER = meeting(COMMUNITY, 4, TAKEN_UP + A_DAY, regular=False)
BEFORE = meeting(COMMUNITY, 5, SUBMITTED - A_DAY)
SAME_DAY = meeting(COMMUNITY, 6, SUBMITTED)


@pytest.mark.parametrize(
    ("tables", "expected", "seen"),
    [
        (agenda(TAKING_UP, on=[0]), "PASS", {1}),
        (agenda(TAKING_UP), "FAIL", set()),
        (agenda(TAKING_UP, LATER, on=[1]), "FAIL", {2}),
        (agenda(TAKING_UP, LATER, on=[0, 1]), "PASS", {1}),
        (agenda(EXTRAORDINARY, TAKING_UP, on=[0]), "PASS", {3}),
        (agenda(EXTRAORDINARY, TAKING_UP, on=[1]), "PASS", {1}),
        (agenda(EXTRAORDINARY, on=[0]), "NOT_APPLICABLE", set()),
        (agenda(TAKING_UP, EXTRAORDINARY_LATER, on=[1]), "FAIL", {4}),
        (agenda(BEFORE), "NOT_APPLICABLE", set()),
        (agenda(BEFORE, TAKING_UP, on=[0]), "FAIL", set()),
        (agenda(SAME_DAY, TAKING_UP, on=[0]), "PASS", {6}),
        (agenda(SAME_DAY), "NOT_APPLICABLE", set()),
        (agenda(SAME_DAY, TAKING_UP, on=[1]), "PASS", {1}),
    ],
)
def test_the_next_regular_meeting_or_an_earlier_one_takes_it_up(tables, expected, seen):
    assert result("ISS3", tables) == expected
    assert evidence("ISS3", tables) == {f"{COMMUNITY}M{number:03}" for number in seen}


def test_taking_up_is_checked_from_the_day_of_the_next_regular_meeting():
    tables = agenda(TAKING_UP)
    assert [result("ISS3", tables, day) for day in (TAKEN_UP - A_DAY, TAKEN_UP)] == ["NOT_APPLICABLE", "FAIL"]


def test_each_escalation_has_to_be_taken_up():
    again = sent(2, COMMUNITY, SUBDISTRICT, TAKEN_UP)
    upper = meeting(SUBDISTRICT, 1, TAKEN_UP + A_DAY)
    tables = replace(SENT_UP, escalations=(sent(), again), meetings=(RAISING, TAKING_UP, upper))
    assert result("ISS3", tables, TAKEN_UP) == "PASS"
    assert result("ISS3", tables, TAKEN_UP + A_DAY) == "FAIL"
    both = tables.agendas | {(ISSUE, upper.id)}
    assert result("ISS3", replace(tables, agendas=both)) == "PASS"
    assert evidence("ISS3", replace(tables, agendas=both)) == {TAKING_UP.id, upper.id}
    only_the_second = frozenset({(ISSUE, upper.id)})
    assert result("ISS3", replace(tables, agendas=only_the_second)) == "FAIL"


def answered(after):
    return replace(SENT_UP, escalations=(sent(feedback_on=TAKEN_UP + A_DAY * after),))


@pytest.mark.parametrize(("after", "expected"), [(0, "PASS"), (30, "PASS"), (31, "FAIL")])
def test_feedback_comes_within_thirty_days_of_the_agenda_meeting(after, expected):
    assert result("ISS4", answered(after)) == expected
    assert check("ISS4", answered(after)).evidence == {Thing("Escalation", f"{ISSUE}E1")}


def test_feedback_is_waited_for_until_the_thirtieth_day():
    for tables in (SENT_UP, answered(31)):
        days = (TAKEN_UP, TAKEN_UP + A_DAY * 30, TAKEN_UP + A_DAY * 31)
        assert [result("ISS4", tables, day) for day in days] == ["NOT_APPLICABLE", "NOT_APPLICABLE", "FAIL"]


def test_feedback_counts_from_its_day():
    days = (TAKEN_UP + A_DAY * 9, TAKEN_UP + A_DAY * 10)
    assert [result("ISS4", answered(10), day) for day in days] == ["NOT_APPLICABLE", "PASS"]


def test_an_issue_that_no_upper_meeting_took_up_is_not_checked_by_its_feedback():
    assert result("ISS4", replace(answered(1), agendas=frozenset())) == "NOT_APPLICABLE"


def test_each_feedback_has_to_be_in_time():
    upper = meeting(SUBDISTRICT, 1, TAKEN_UP + A_DAY)
    again = sent(2, COMMUNITY, SUBDISTRICT, TAKEN_UP)
    tables = replace(
        answered(1),
        escalations=(*answered(1).escalations, again),
        meetings=(RAISING, TAKING_UP, upper),
        agendas=frozenset({(ISSUE, TAKING_UP.id), (ISSUE, upper.id)}),
    )
    assert result("ISS4", tables, TAKEN_UP + A_DAY) == "PASS"
    assert result("ISS4", tables, upper.date + A_DAY * 30) == "PASS"
    assert result("ISS4", tables, upper.date + A_DAY * 31) == "FAIL"
    assert evidence("ISS4", tables) == {f"{ISSUE}E1", f"{ISSUE}E2"}
