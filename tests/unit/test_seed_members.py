"""What the tables of in-service members must be whatever is corrected in them."""

from collections import Counter, defaultdict
from datetime import date

import pytest

from graph_api.seed.loader import DONGGANG
from graph_api.seed.table_files import read_tables
from graph_api.seed.tables import TABLES

DAYS = [date(2026, 6, 30), date(2026, 1, 1), date(2026, 12, 5), date(2028, 2, 29)]
AS_OF = DAYS[0]
CLEAN = {
    *("210681001001", "210681001002", "210681001003", "210681001007", "210681001008"),
    *("210681002007", "210681002009"),
}


def rows_as_of(as_of):
    return {name: [line.row for line in lines] for name, lines in read_tables(DONGGANG, TABLES, as_of).items()}


@pytest.fixture(scope="module")
def tables():
    return rows_as_of(AS_OF)


@pytest.fixture(scope="module", params=DAYS, ids=str)
def day_and_tables(request):
    return request.param, rows_as_of(request.param)


def holds(row, day):
    return row.since <= day and (row.until is None or day < row.until)


def first_of_quarter(day):
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def registered(tables, day):
    return {row.member: row for row in tables["registrations"] if holds(row, day)}


def helped(tables, day):
    """The people on record who are helped, by community."""
    people = {row.person for row in tables["household_pairings"] if holds(row, day)}
    return Counter(row.community for row in tables["people_in_difficulty"] if holds(row, day) and row.id in people)


def test_the_city_has_the_document_s_kinds(tables):
    assert [len(tables[f"{kind}_kinds"]) for kind in ("post", "team", "zone")] == [16, 10, 6]
    named = {
        row.name
        for table in ("post_kinds", "team_kinds", "zone_kinds")
        for row in tables[table]
        if row.provenance == "SOURCE"
    }
    assert named == {"党建指导", "就业帮扶", "医疗保健", "治安巡逻", "科普推广", "扶贫帮困", "楼道保洁", "绿地认养"}


def test_the_city_has_the_document_s_members(tables):
    posts = Counter(len(row.posts) for row in tables["choices"])
    assert posts == {1: 2_318, 2: 1_401}
    assert len({row.organization for row in tables["members"]}) >= 480
    assert {row.member for row in tables["choices"]} == {row.id for row in tables["members"]}


def test_on_any_as_of_day_the_report_s_figures_are_there(day_and_tables):
    day, tables = day_and_tables
    assert len(registered(tables, day)) == 3_719
    assert sum(row.date <= day for row in tables["choices"]) == 3_719
    assert sum(holds(row, day) for row in tables["volunteer_teams"]) == 216
    assert helped(tables, day).total() == 670
    done = Counter()
    for row in tables["service_records"]:
        assert row.date <= day
        done[row.kind] += row.number or row.value_cny
    assert done["CONSULTATION"] >= 10_000
    assert done["MEDIATION"] >= 600
    assert done["DONATION"] >= 300_000


def test_a_member_is_registered_in_one_community_at_a_time(tables):
    days = {row.since for row in tables["registrations"]}
    for day in sorted(days)[::40]:
        assert Counter(row.member for row in tables["registrations"] if holds(row, day)).most_common(1)[0][1] == 1


def test_members_choose_what_their_community_has(tables):
    """Posts that it offers, and teams and zones of its own that are there by then."""
    began = {row.id: row.since for table in ("volunteer_teams", "responsibility_zones") for row in tables[table]}
    offered = {(row.community, row.post_kind): row.since for row in tables["post_offers"]}
    registrations = defaultdict(list)
    for row in tables["registrations"]:
        registrations[row.member].append(row)
    for row in tables["choices"]:
        [home] = [one.community for one in registrations[row.member] if holds(one, row.date)]
        for id_ in (*row.teams, *row.zones):
            assert id_.startswith(home)
            assert began[id_] <= row.date
        for post in row.posts:
            assert offered[home, post] <= row.date


def test_nobody_chooses_before_being_registered(tables):
    first = {}
    for row in tables["registrations"]:
        first[row.member] = min(row.since, first.get(row.member, row.since))
    assert all(first[row.member] <= row.date for row in tables["choices"])


def test_nobody_is_helped_before_being_on_record(tables):
    on_record = {row.id: row for row in tables["people_in_difficulty"]}
    for row in tables["household_pairings"]:
        person = on_record[row.person]
        assert person.since <= row.since
        assert person.until is None or row.until is not None


def test_on_any_as_of_day_the_clean_communities_have_all_forms(day_and_tables):
    day, tables = day_and_tables
    reviewed = {member for row in tables["feedback_forms"] if row.date.year == day.year - 1 for member in row.members}
    missing = Counter(
        row.community
        for member, row in registered(tables, day).items()
        if row.since <= date(day.year - 1, 1, 1) and (row.form is None or member not in reviewed)
    )
    assert not CLEAN & missing.keys()
    assert 5 <= len(missing) <= 10


def test_on_any_as_of_day_the_clean_communities_have_everybody_paired(day_and_tables):
    day, tables = day_and_tables
    on_record = Counter(row.community for row in tables["people_in_difficulty"] if holds(row, day))
    paired = helped(tables, day)
    assert not {community for community in CLEAN if paired[community] < on_record[community]}
    assert len([community for community in on_record if paired[community] < on_record[community]]) == 6


def test_nothing_personal_changes_between_the_quarter_s_first_day_and_the_report(day_and_tables):
    day, tables = day_and_tables
    assert helped(tables, first_of_quarter(day)) == helped(tables, day)


def test_the_public_figure_does_not_tell_the_counts_that_are_withheld(day_and_tables):
    """What all communities lack together leaves every withheld count anything from 1 to 4."""
    day, tables = day_and_tables
    counts = [count for count in helped(tables, day).values() if count]
    lacking = sum(counts) - sum(count - count % 5 for count in counts)
    withheld = [count for count in counts if count < 5]
    assert len(withheld) >= 3
    others_least, others_most = len(withheld) - 1, 4 * (len(counts) - 1)
    assert lacking - others_most <= 1
    assert lacking - others_least >= 4


def test_most_members_were_not_there_three_years_earlier(tables):
    earlier = AS_OF.replace(year=AS_OF.year - 3)
    assert 0 <= len(registered(tables, earlier)) < 3_719 / 2
    assert any(row.until for row in tables["registrations"])


def test_a_member_hands_in_one_feedback_form_a_round(tables):
    forms = Counter((member, row.round) for row in tables["feedback_forms"] for member in row.members)
    assert forms.most_common(1)[0][1] == 1
