"""The oracle's rules of synergy bodies, visits and evaluations, each on tables small enough to check by eye."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from oracle.coverage import RULES
from oracle.evaluations import score
from oracle.records import Appraisal, Evaluation, Relation, Round, Visit
from oracle.relations import Situation
from oracle.rules import Thing
from oracle.tables import Tables, read_tables

DAY = date(2026, 6, 30)
LONG_AGO = date(2020, 1, 1)
QUARTER = (date(2026, 1, 1), date(2026, 3, 31))
YEAR = (date(2025, 1, 1), date(2025, 12, 31))
A_DAY = timedelta(days=1)

COMMUNITY, OTHER = "210681001001", "210681001002"
BODY = f"{COMMUNITY}Y1"
ALL_FOUR = frozenset({"PARTY_WORK", "SECURITY", "FACILITIES", "CULTURE"})
DEPARTMENT, LEADER = "210681D001", "210681L001"


def check(rule, subject, tables, day=DAY):
    return RULES[rule].check(subject, Situation(tables, day))


def result(rule, subject, tables, day=DAY):
    return check(rule, subject, tables, day).result


def relation(start, end, since=LONG_AGO, until=None):
    return Relation(f"{start}-{end}", start, end, since, until)


def served_by(*bodies, functions=ALL_FOUR):
    return Tables(
        body_communities=tuple(relation(body, COMMUNITY) for body in bodies),
        functions=dict.fromkeys(bodies, functions),
    )


def test_a_community_has_one_synergy_body():
    assert result("COM4", COMMUNITY, Tables()) == "FAIL"
    assert result("COM4", COMMUNITY, served_by(BODY)) == "PASS"
    assert check("COM4", COMMUNITY, served_by(BODY)).evidence == {Thing("SynergyBody", BODY)}
    assert result("COM4", COMMUNITY, served_by(BODY, f"{COMMUNITY}Y2")) == "FAIL"
    assert result("COM4", OTHER, served_by(BODY)) == "FAIL"


def test_a_body_counts_while_it_serves_the_community():
    began, ended = QUARTER
    tables = replace(served_by(BODY), body_communities=(relation(BODY, COMMUNITY, began, ended),))
    days = (began - A_DAY, began, ended - A_DAY, ended)
    assert [result("COM4", COMMUNITY, tables, day) for day in days] == ["FAIL", "PASS", "PASS", "FAIL"]


def test_a_body_serves_all_four_functions():
    assert result("COM5", COMMUNITY, Tables()) == "NOT_APPLICABLE"
    assert result("COM5", COMMUNITY, served_by(BODY)) == "PASS"
    for function in ALL_FOUR:
        assert result("COM5", COMMUNITY, served_by(BODY, functions=ALL_FOUR - {function})) == "FAIL"
    assert check("COM5", COMMUNITY, served_by(BODY)).evidence == {Thing("SynergyBody", BODY)}


def test_a_department_belongs_to_the_body_of_its_community():
    paired = replace(served_by(BODY), department_pairings=(relation(DEPARTMENT, COMMUNITY),))
    assert result("DEP6", DEPARTMENT, paired) == "FAIL"
    assert check("DEP6", DEPARTMENT, paired).evidence == {Thing("SynergyBody", BODY)}
    member = replace(paired, memberships=(relation(DEPARTMENT, BODY, DAY),))
    assert [result("DEP6", DEPARTMENT, member, day) for day in (DAY - A_DAY, DAY)] == ["FAIL", "PASS"]
    assert result("DEP6", DEPARTMENT, replace(paired, memberships=(relation(DEPARTMENT, f"{OTHER}Y1"),))) == "FAIL"


def test_without_a_body_or_a_pairing_nobody_has_to_be_a_member():
    assert result("DEP6", DEPARTMENT, Tables(department_pairings=(relation(DEPARTMENT, OTHER),))) == "NOT_APPLICABLE"
    assert result("DEP6", DEPARTMENT, served_by(BODY)) == "NOT_APPLICABLE"


def visited(*days, community=COMMUNITY, since=LONG_AGO, until=None):
    return Tables(
        leader_pairings=(relation(LEADER, COMMUNITY, since, until),),
        visits=tuple(Visit(f"{LEADER}V00{number}", LEADER, community, day) for number, day in enumerate(days)),
    )


def test_a_leader_visits_the_community_every_quarter():
    first, last = QUARTER
    days = (first - A_DAY, first, last, last + A_DAY)
    assert [result("LDR2", LEADER, visited(day)) for day in days] == ["FAIL", "PASS", "PASS", "FAIL"]
    assert check("LDR2", LEADER, visited(*days)).evidence == {
        Thing("Visit", f"{LEADER}V00{number}") for number in (1, 2)
    }
    assert result("LDR2", LEADER, visited(first, community=OTHER)) == "FAIL"


def test_visits_are_asked_for_of_leaders_paired_all_quarter():
    first = QUARTER[0]
    assert result("LDR2", LEADER, visited(since=first)) == "FAIL"
    assert result("LDR2", LEADER, visited(first, since=first + A_DAY)) == "NOT_APPLICABLE"
    assert result("LDR2", LEADER, visited(first, until=DAY)) == "NOT_APPLICABLE"


def evaluated(raters=50, points=80, *, closed_on=YEAR[0], since=LONG_AGO, pairing=True):
    round_ = Round(f"{COMMUNITY}R01", COMMUNITY, closed_on)
    return Tables(
        department_pairings=(relation(DEPARTMENT, COMMUNITY, since),) if pairing else (),
        rounds=(round_,),
        evaluations=(Evaluation(f"{DEPARTMENT}N01", round_.id, DEPARTMENT, (points,) * raters),),
    )


def test_a_department_is_evaluated_every_year():
    first, last = YEAR
    days = (first - A_DAY, first, last, last + A_DAY)
    results = [result("DEP5", DEPARTMENT, evaluated(closed_on=day)) for day in days]
    assert results == ["FAIL", "PASS", "PASS", "FAIL"]
    assert check("DEP5", DEPARTMENT, evaluated()).evidence == {Thing("Evaluation", f"{DEPARTMENT}N01")}
    assert result("DEP5", DEPARTMENT, replace(evaluated(), evaluations=())) == "FAIL"
    assert result("DEP5", DEPARTMENT, evaluated(closed_on=None)) == "FAIL"
    assert result("DEP5", "210681D002", evaluated()) == "NOT_APPLICABLE"


@pytest.mark.parametrize(
    ("raters", "points", "expected"),
    [(50, 80, "PASS"), (49, 80, "FAIL"), (50, 0, "PASS"), (50, 100, "PASS"), (50, 101, "FAIL")],
)
def test_an_evaluation_takes_fifty_raters_and_a_score(raters, points, expected):
    assert result("DEP5", DEPARTMENT, evaluated(raters, points)) == expected


def test_evaluations_are_asked_for_of_departments_paired_all_year():
    first = YEAR[0]
    assert result("DEP5", DEPARTMENT, evaluated(since=first)) == "PASS"
    assert result("DEP5", DEPARTMENT, evaluated(since=first + A_DAY)) == "NOT_APPLICABLE"
    assert result("DEP5", DEPARTMENT, evaluated(pairing=False)) == "NOT_APPLICABLE"


def appraised(on=YEAR[1], **more):
    appraisal = Appraisal(f"{DEPARTMENT}A01", on)
    return replace(
        evaluated(**more), appraisals=(appraisal,), counted_in=frozenset({(f"{DEPARTMENT}N01", appraisal.id)})
    )


def test_an_evaluation_counts_in_an_appraisal():
    counted = check("DEP7", DEPARTMENT, appraised())
    assert counted.result == "PASS"
    assert counted.evidence == {
        Thing("Evaluation", f"{DEPARTMENT}N01"),
        Thing("Appraisal", f"{DEPARTMENT}A01"),
    }
    for not_counted in (evaluated(), replace(appraised(), counted_in=frozenset())):
        assert check("DEP7", DEPARTMENT, not_counted).result == "FAIL"
        assert check("DEP7", DEPARTMENT, not_counted).evidence == {Thing("Evaluation", f"{DEPARTMENT}N01")}
    days = (DAY - A_DAY, DAY)
    assert [result("DEP7", DEPARTMENT, appraised(on=DAY), day) for day in days] == ["FAIL", "PASS"]


def test_appraisals_are_asked_for_where_an_evaluation_closed_in_the_year():
    assert result("DEP7", DEPARTMENT, appraised(closed_on=YEAR[1] + A_DAY)) == "NOT_APPLICABLE"
    assert result("DEP7", DEPARTMENT, Tables()) == "NOT_APPLICABLE"
    assert result("DEP7", DEPARTMENT, appraised(pairing=False)) == "PASS"


def test_a_score_is_the_mean_of_five_or_more_raters():
    assert score(Evaluation("", "", "", (80, 90, 91, 92, 93))) == pytest.approx(89.2)
    assert score(Evaluation("", "", "", (80, 90, 91, 92))) is None


def test_a_rating_is_the_points_of_all_criteria():
    tables = read_tables(DAY)
    assert all(0 <= rating <= 100 for evaluation in tables.evaluations for rating in evaluation.ratings)
    assert {len(evaluation.ratings) >= 50 for evaluation in tables.evaluations} == {True}
