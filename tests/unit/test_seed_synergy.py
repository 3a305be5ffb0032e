"""What the tables of synergy bodies and of what building groups settled must be, whatever is corrected in them."""

from collections import Counter
from datetime import date

import pytest
from test_seed_donggang import AS_OF, CLEAN, at, holds, rows_as_of

from graph_api.seed.tables.departments import DepartmentRow
from graph_api.seed.tables.synergy import DeedRow

FUNCTIONS = {"PARTY_WORK", "SECURITY", "FACILITIES", "CULTURE"}
# Days on which months, quarters and half-years stand differently to each other.
DAYS = [AS_OF, date(2026, 7, 1), date(2027, 2, 28), date(2028, 12, 31)]


@pytest.fixture(scope="module")
def tables():
    return rows_as_of(AS_OF)


def served(tables, day=AS_OF):
    return {row.synergy_body: row.community for row in at(tables["synergy_body_communities"], day)}


def test_eighteen_communities_have_a_body_and_the_clean_ones_are_among_them(tables):
    communities = list(served(tables).values())
    assert (len(communities), len(set(communities))) == (18, 18)
    assert set(communities) >= CLEAN


def test_bodies_have_109_member_units(tables):
    members = Counter(row.synergy_body for row in at(tables["synergy_members"], AS_OF))
    assert sorted(members.values()) == [6] * 17 + [7]


def test_three_years_earlier_there_was_no_body(tables):
    assert served(tables, AS_OF.replace(year=AS_OF.year - 3)) == {}


def test_the_bodies_of_clean_communities_serve_all_functions_and_some_others_lack_one(tables):
    functions = {row.id[:12]: set(row.functions) for row in tables["synergy_bodies"]}
    assert all(functions[community] == FUNCTIONS for community in CLEAN)
    assert 2 <= sum(found != FUNCTIONS for found in functions.values()) <= 6


def test_members_together_serve_the_functions_of_their_body(tables):
    for body in tables["synergy_bodies"]:
        members = [row for row in at(tables["synergy_members"], AS_OF) if row.synergy_body == body.id]
        assert {function for row in members for function in row.functions} == set(body.functions)


def test_of_the_bodies_that_lack_a_function_some_have_a_paired_department_for_it_and_one_has_none(tables):
    could = {row.code: set(row.could_serve) for row in tables["departments"]}
    pairings = at(tables["department_pairings"], AS_OF)
    candidates = {
        body.id: [
            row.department
            for row in pairings
            if row.community == body.id[:12] and could[row.department] - set(body.functions)
        ]
        for body in tables["synergy_bodies"]
        if set(body.functions) != FUNCTIONS
    }
    assert Counter(map(bool, candidates.values())) == {True: 3, False: 1}


def test_six_paired_departments_stay_out_of_their_body(tables):
    body = {community: id_ for id_, community in served(tables).items()}
    members = {(row.unit, row.synergy_body) for row in at(tables["synergy_members"], AS_OF)}
    paired = [
        (row.department, body[row.community])
        for row in at(tables["department_pairings"], AS_OF)
        if row.community in body
    ]
    assert len([pair for pair in paired if pair not in members]) == 6


def test_the_document_s_units_are_members(tables):
    names = {row.id: row.name for kind in ("social_organizations", "units") for row in tables[kind]}
    names |= {row.code: row.name for kind in ("departments", "communities") for row in tables[kind]}
    members = {(names[row.synergy_body[:12]], names.get(row.unit)) for row in at(tables["synergy_members"], AS_OF)}
    assert {
        ("桥东社区", "市纪委"),
        ("桥东社区", "市交警大队"),
        ("桥东社区", "桥东党员活动站"),
        ("兴海社区", "市政处"),
        ("兴海社区", "市爱心义工协会"),
        ("海关社区", "市委宣传部"),
    } <= members


@pytest.mark.parametrize("day", DAYS)
def test_a_unit_belongs_to_a_body_once_while_the_body_is_there(day):
    tables = rows_as_of(day)
    services = {row.synergy_body: row for row in tables["synergy_body_communities"]}
    assert all(services[row.synergy_body].since <= row.since for row in tables["synergy_members"])
    for turn in sorted({row.since for row in tables["synergy_members"]}):
        pairs = Counter((row.unit, row.synergy_body) for row in at(tables["synergy_members"], turn))
        assert max(pairs.values()) == 1


@pytest.mark.parametrize("day", DAYS)
def test_units_took_part_in_deeds_and_gave_to_bodies_as_their_members(day):
    tables = rows_as_of(day)
    deeds = {row.id: row for row in tables["deeds"]}
    shares = [(row.unit, deeds[row.deed].synergy_body, deeds[row.deed].date) for row in tables["deed_units"]]
    shares += [(row.giver, row.receiver, row.date) for row in tables["contributions"] if "Y" in row.receiver]
    for unit, body, when in shares:
        assert when <= day
        assert any(
            holds(row, when) for row in tables["synergy_members"] if (row.unit, row.synergy_body) == (unit, body)
        )
    assert {row.deed for row in tables["deed_units"]} == set(deeds)


def test_the_units_of_a_deed_serve_its_function_as_far_as_anybody_does(tables):
    deeds = {row.id: row for row in tables["deeds"]}
    functions = {row.id: row.functions for row in tables["synergy_bodies"]}
    assert all(row.function in functions[row.synergy_body] for row in deeds.values())


@pytest.mark.parametrize("day", DAYS)
def test_deeds_and_contributions_are_about_as_many_as_the_report_says(day):
    tables = rows_as_of(day)
    assert 428 <= len(tables["deeds"]) <= 472
    given = sum(row.value_cny for row in tables["contributions"] if "Y" in row.receiver)
    assert 665_000 <= given <= 735_000


def test_the_activity_room_cost_thirty_thousand_and_more(tables):
    [room] = [row for row in tables["contributions"] if row.purpose == "ACTIVITY_ROOM"]
    assert (room.giver, room.receiver) == ("210681C001", "210681001008001B1")
    assert room.value_cny >= 30_000


def test_campaigns_are_the_document_s(tables):
    campaigns = Counter((row.synergy_body, row.campaign) for row in tables["deeds"] if row.campaign)
    assert campaigns == {("210681001003Y1", "十个一"): 10, ("210681001007Y1", "善行28"): 12}
    assert {row.date.day for row in tables["deeds"] if row.campaign == "善行28"} == {28}


@pytest.mark.parametrize("day", DAYS)
def test_a_group_settles_matters_from_its_forming_to_the_day(day):
    tables = rows_as_of(day)
    formations = {row.building_group: row for row in tables["group_compounds"]}
    for row in tables["settled_matters"]:
        assert holds(formations[row.building_group], row.date)
        assert row.date <= day


def test_the_walls_of_a_compound_were_rebuilt(tables):
    [walls] = [row for row in tables["settled_matters"] if row.provenance == "SOURCE"]
    assert (walls.building_group, walls.title) == ("210681002007001G01", "老旧小区墙体改造")


def test_few_beneficiaries_are_not_put_on_record():
    cells = {"id": "210681001001Y1T001", "synergy_body": "210681001001Y1", "date": "2026-01-01", "title": "义诊"}
    cells |= {"function": "CULTURE", "campaign": "", "provenance": "SYNTHETIC"}
    with pytest.raises(ValueError, match="beneficiaries"):
        DeedRow.model_validate({**cells, "beneficiaries": "4"})
    assert DeedRow.model_validate({**cells, "beneficiaries": "5"}).beneficiaries == 5


def test_what_a_department_could_serve_may_not_be_on_record():
    cells = {"code": "210681D001", "name": "市纪委", "kind": "MUNICIPAL", "provenance": "SOURCE", "could_serve": ""}
    assert DepartmentRow.model_validate({**cells, "longitude": "", "latitude": ""}).could_serve == ()


@pytest.mark.parametrize("day", DAYS)
def test_the_roof_was_repaired_on_the_day_that_its_issue_was_settled(day):
    tables = rows_as_of(day)
    [roof] = [row for row in tables["deeds"] if "屋顶" in row.title]
    [settlement] = [row for row in tables["issue_settlements"] if row.synergy_body == roof.synergy_body]
    [issue] = [row for row in tables["issues"] if row.id == settlement.issue]
    assert roof.date == issue.resolved_on
    gifts = [row for row in tables["contributions"] if "屋顶" in row.description]
    assert gifts
    assert all(row.date <= roof.date for row in gifts)
