"""The oracle's figures, held to what the report states and to tables small enough to count by eye."""

import csv
from dataclasses import replace
from datetime import date, timedelta

import pytest
from oracle.figures import CITY, FIGURES, figure, holds
from oracle.records import (
    Choice,
    Contribution,
    Deed,
    Document,
    Escalation,
    Evaluation,
    Issue,
    Meeting,
    Relation,
    Round,
    ServiceRecord,
    Visit,
)
from oracle.relations import Situation
from oracle.tables import FOLDER, Tables

DAY = date(2026, 6, 30)
A_DAY = timedelta(days=1)
LONG_AGO = date(2020, 1, 1)
COMMUNITIES = {"210681001001": None, "210681001002": None}
ONE, OTHER = COMMUNITIES


def stated():
    with (FOLDER / "figures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def value(key, tables):
    return FIGURES[key](Situation(tables, DAY))


def relation(start, end, since=LONG_AGO, until=None):
    return Relation(f"{start}-{end}", start, end, since, until)


@pytest.mark.parametrize("as_of", [DAY, date(2025, 1, 1), date(2028, 2, 29), date(2027, 12, 31)], ids=str)
def test_every_figure_of_the_report_holds_whichever_day_it_is(as_of):
    said = {row["key"]: (figure(row["key"], as_of), row["qualifier"], float(row["stated"])) for row in stated()}
    assert said
    assert {key: one for key, one in said.items() if not holds(*one)} == {}


@pytest.mark.parametrize(
    ("qualifier", "held", "not_held"),
    [
        ("EXACT", [100], [99, 101]),
        ("AT_LEAST", [100, 101], [99]),
        ("AT_MOST", [99, 100], [101]),
        ("ABOUT", [95, 100, 105], [94, 106]),
    ],
)
def test_a_value_holds_as_its_qualifier_says(qualifier, held, not_held):
    assert all(holds(one, qualifier, 100) for one in held)
    assert not any(holds(one, qualifier, 100) for one in not_held)


def test_levels_are_those_of_conferences_that_go_on():
    places = [relation(f"{place}K1", place) for place in ("210681", *COMMUNITIES)]
    over = relation("210681001K1", "210681001", LONG_AGO, DAY)
    assert value("conference_levels", Tables(conference_places=(*places, over))) == 2


def test_documents_are_those_that_the_city_adopted():
    meetings = (
        Meeting("210681K1M001", "210681K1", DAY),
        Meeting("210681K1M002", "210681K1", DAY + A_DAY),
        Meeting("210681001K1M001", "210681001K1", DAY),
    )
    kinds = ("IMPLEMENTATION_PLAN", "SUB_DOCUMENT", "SUB_DOCUMENT", "LOCAL_MEASURES")
    documents = tuple(
        Document(f"{meeting.id}D0{number}", meeting.id, kind)
        for meeting in meetings
        for number, kind in enumerate(kinds)
    )
    tables = Tables(meetings=meetings, documents=documents)
    assert value("implementation_plans_adopted", tables) == 1
    assert value("sub_documents_adopted", tables) == 2
    assert value("meetings", tables) == 2


def test_issues_are_settled_where_they_were_raised_or_after_they_were_sent_up():
    raised, not_yet = Meeting("210681001001K1M001", "210681001001K1", LONG_AGO), DAY + A_DAY
    issues = [("1", DAY), ("2", not_yet), ("3", None), ("4", DAY), ("5", not_yet), ("6", DAY)]
    sent = [("4", "1", DAY), ("4", "2", DAY), ("5", "1", DAY), ("6", "1", not_yet)]
    tables = Tables(
        meetings=(raised,),
        issues=tuple(Issue(id_, raised.id, resolved_on) for id_, resolved_on in issues),
        escalations=tuple(Escalation(issue + number, issue, "", "", day) for issue, number, day in sent),
    )
    assert value("issues_resolved_at_own_level", tables) == 2
    assert value("issues_escalated", tables) == 2
    assert value("escalated_issues_resolved", tables) == 1


def test_member_units_are_memberships_that_hold():
    bodies = [f"{community}Y1" for community in COMMUNITIES]
    memberships = [relation("210681D001", body) for body in bodies]
    memberships += [relation("210681D002", bodies[0], LONG_AGO, DAY), relation("210681D003", bodies[0], DAY)]
    tables = Tables(
        communities=COMMUNITIES,
        body_communities=tuple(relation(body, body[:12]) for body in bodies),
        functions={bodies[0]: frozenset({"CULTURE"}), bodies[1]: frozenset({"CULTURE", "SECURITY"})},
        memberships=tuple(memberships),
    )
    assert value("synergy_bodies", tables) == 2
    assert value("synergy_member_units", tables) == 3
    assert value("synergy_functions", tables) == 2


def test_what_was_given_to_bodies_and_for_the_activity_room_is_added_up():
    body, branch = f"{ONE}Y1", "210681001008001B1"
    given = [(body, DAY, ""), (body, DAY, ""), (body, DAY + A_DAY, "")]
    given += [(branch, DAY, "ACTIVITY_ROOM"), (branch, DAY, ""), ("210681001001001B1", DAY, "ACTIVITY_ROOM")]
    tables = Tables(
        communities=COMMUNITIES,
        branches=frozenset({branch}),
        services=(relation(branch, "210681001008001"),),
        functions={body: frozenset()},
        contributions=tuple(
            Contribution(str(10**power), receiver, day, 10**power, purpose)
            for power, (receiver, day, purpose) in enumerate(given)
        ),
        deeds=(Deed("1", DAY), Deed("2", DAY + A_DAY)),
    )
    assert value("synergy_contributions", tables) == 11
    assert value("activity_room_investment", tables) == 1000
    assert value("deeds", tables) == 1


def test_pairings_are_counted_by_who_is_paired_and_where():
    pairings = (relation("210681D001", ONE), relation("210681D001", OTHER), relation("210681D002", ONE))
    tables = Tables(
        communities=COMMUNITIES,
        department_pairings=(*pairings, relation("210681D003", ONE, LONG_AGO, DAY)),
        leader_pairings=(relation("210681L001", ONE), relation("210681L002", ONE, DAY + A_DAY)),
    )
    keys = ("departments", "leaders", "communities_paired")
    assert [value(key, tables) for key in keys] == [2, 1, 2]
    bounds = ("departments_per_community_min", "departments_per_community_max")
    assert [value(key, tables) for key in bounds] == [1, 2]
    unpaired = replace(tables, communities={**COMMUNITIES, "210681001003": None})
    assert [value(key, unpaired) for key in (*bounds, "communities_paired")] == [0, 2, 2]


def test_visits_are_those_of_the_leader_who_made_the_fewest_in_the_last_quarter():
    quarter = (date(2026, 1, 1), date(2026, 3, 31))
    visits = [("210681L001", day) for day in (*quarter, DAY)] + [("210681L002", date(2026, 2, 1))]
    tables = Tables(
        leader_pairings=(relation("210681L001", ONE), relation("210681L002", ONE)),
        visits=tuple(Visit(str(number), leader, ONE, day) for number, (leader, day) in enumerate(visits)),
    )
    assert value("leader_visits_per_quarter", tables) == 1
    assert value("leader_visits_per_quarter", replace(tables, visits=tables.visits[:3])) == 0


def test_evaluation_is_by_the_criteria_that_apply_and_by_closed_rounds():
    rounds = [("1", DAY, 60), ("2", DAY, 55), ("3", DAY + A_DAY, 20), ("4", None, 10)]
    tables = Tables(
        maxima={"1": 60, "2": 40, "3": 50},
        criterion_cities=(relation("1", CITY), relation("2", CITY), relation("3", CITY, LONG_AGO, DAY)),
        rounds=tuple(Round(id_, ONE, closed_on) for id_, closed_on, _ in rounds),
        evaluations=tuple(Evaluation(id_, id_, "210681D001", (80,) * raters) for id_, _, raters in rounds),
    )
    assert value("evaluation_points", tables) == 100
    assert value("evaluation_raters", tables) == 55


def test_in_service_members_are_those_who_chose_a_post():
    choices = [("1", DAY, ("a", "b")), ("2", DAY, ("a",)), ("3", DAY, ()), ("4", DAY + A_DAY, ("a",))]
    tables = Tables(
        choices=tuple(Choice(*choice) for choice in choices),
        employments=tuple(relation(member, "W2" if member == "3" else "W1") for member in "1234"),
    )
    keys = ("in_service_members", "post_choices", "member_organizations")
    assert [value(key, tables) for key in keys] == [2, 3, 1]


def test_people_in_difficulty_are_counted_once_while_somebody_helps_them():
    pairings = (relation("1", "a"), relation("2", "a"), relation("1", "b"), relation("1", "c", LONG_AGO, DAY))
    assert value("people_in_difficulty_paired", Tables(household_pairings=pairings)) == 2


def test_teams_are_those_that_go_on():
    teams = (relation("1", ONE), relation("2", ONE, LONG_AGO, DAY), relation("3", OTHER, DAY))
    assert value("volunteer_teams", Tables(teams=teams)) == 2


def test_services_of_one_kind_are_added_up():
    kinds = ("CONSULTATION", "MEDIATION", "DONATION")
    records = [ServiceRecord(kind, DAY, 10**power) for power, kind in enumerate(kinds * 2)]
    tables = Tables(service_records=(*records, ServiceRecord("MEDIATION", DAY + A_DAY, 5)))
    keys = ("consultations", "mediations", "member_donations")
    assert [value(key, tables) for key in keys] == [1_001, 10_010, 100_100]
