"""What the tables of Donggang must be whatever is corrected in them."""

import csv
from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_api.seed.loader import DONGGANG
from graph_api.seed.table_files import read_tables
from graph_api.seed.tables import TABLES

AS_OF = date(2026, 6, 30)
CLEAN = {
    "210681001001",
    "210681001002",
    "210681001003",
    "210681001007",
    "210681001008",
    "210681002007",
    "210681002009",
}


def rows_as_of(as_of):
    return {name: [line.row for line in lines] for name, lines in read_tables(DONGGANG, TABLES, as_of).items()}


@pytest.fixture(scope="module")
def tables():
    return rows_as_of(AS_OF)


def holds(row, day):
    return row.since <= day and (row.until is None or day < row.until)


def test_the_city_has_the_document_s_numbers(tables):
    sizes = {name: len(tables[name]) for name in ("subdistricts", "communities", "departments", "leaders")}
    assert sizes == {"subdistricts": 3, "communities": 21, "departments": 78, "leaders": 32}
    assert sum(row.residents for row in tables["communities"]) == 240_000
    assert sum(row.area_m2 for row in tables["communities"]) == 27_000_000


def test_every_table_is_loaded():
    assert {path.stem for path in DONGGANG.glob("*.csv")} == {table.name for table in TABLES}


def test_every_community_has_three_to_five_departments_and_one_or_two_leaders(tables):
    for table, counts in (("department_pairings", {3: 6, 4: 15}), ("leader_pairings", {1: 10, 2: 11})):
        today = Counter(row.community for row in tables[table] if holds(row, AS_OF))
        assert Counter(today.values()) == counts


@pytest.mark.parametrize(("table", "actor"), [("department_pairings", "department"), ("leader_pairings", "leader")])
def test_nobody_is_paired_twice_on_one_day(tables, table, actor):
    for day in changes(tables[table]):
        paired = Counter(getattr(row, actor) for row in tables[table] if holds(row, day))
        assert max(paired.values()) == 1


def test_no_community_ever_has_more_than_five_departments(tables):
    pairings = tables["department_pairings"]
    for day in changes(pairings):
        assert max(Counter(row.community for row in pairings if holds(row, day)).values()) <= 5


def changes(rows):
    return sorted({row.since for row in rows})


def test_most_were_not_paired_three_years_earlier_and_some_moved(tables):
    earlier = AS_OF.replace(year=AS_OF.year - 3)
    for table, total in (("department_pairings", 78), ("leader_pairings", 32)):
        paired = sum(holds(row, earlier) for row in tables[table])
        assert 0 < paired <= total * 0.3
        assert any(row.until for row in tables[table])


def test_ten_to_fifteen_departments_are_misaligned_and_a_few_have_no_supervisor(tables):
    supervisor = {row.department: row.leader for row in tables["supervisions"] if holds(row, AS_OF)}
    community = {row.leader: row.community for row in tables["leader_pairings"] if holds(row, AS_OF)}
    paired = {row.department: row.community for row in tables["department_pairings"] if holds(row, AS_OF)}
    misaligned = [code for code, leader in supervisor.items() if community[leader] != paired[code]]
    assert 10 <= len(misaligned) <= 15
    assert 1 <= 78 - len(supervisor) <= 5


def test_the_document_s_pairings_hold(tables):
    departments = {row.code: row.name for row in tables["departments"]}
    communities = {row.code: row.name for row in tables["communities"]}
    pairs = {
        (communities[row.community], departments[row.department])
        for row in tables["department_pairings"]
        if holds(row, AS_OF)
    }
    assert {
        ("桥东社区", "市纪委"),
        ("桥东社区", "市交警大队"),
        ("海关社区", "市委宣传部"),
        ("花园社区", "市中心医院"),
        ("兴海社区", "市政处"),
    } <= pairs


def test_a_party_serves_one_compound_at_a_time_and_a_compound_has_one_of_each(tables):
    for day in (AS_OF, AS_OF - timedelta(days=365)):
        parties = Counter((row.compound, row.organization[15:16]) for row in at(tables["organization_compounds"], day))
        assert max(parties.values()) == 1


def at(rows, day):
    return [row for row in rows if holds(row, day)]


def test_every_branch_has_one_secretary_and_every_committee_one_director(tables):
    for role, bodies in (("SECRETARY", "branches"), ("DIRECTOR", "owners_committees")):
        ids = {row.id for row in tables[bodies]}
        seats = [row for row in at(tables["appointments"], AS_OF) if row.organization in ids]
        heads = Counter(row.organization for row in seats if row.role == role)
        serving = {row.organization for row in at(tables["organization_compounds"], AS_OF)}
        assert heads == Counter(ids & serving)


def test_clean_communities_have_every_branch_compound_in_groups_with_households(tables):
    assert communities_with_gaps(tables).isdisjoint(CLEAN)


def test_at_least_six_communities_have_gaps(tables):
    assert len(communities_with_gaps(tables)) >= 6


def communities_with_gaps(tables):
    today = {name: at(rows, AS_OF) for name, rows in tables.items() if name.startswith(("group_", "organization_"))}
    with_branch = {row.compound for row in today["organization_compounds"] if row.organization[15:16] == "B"}
    covered = {row.building for row in today["group_buildings"]}
    hosted = {row.building_group for row in today["group_households"]}
    gaps = {row.code[:12] for row in tables["buildings"] if row.code[:15] in with_branch and row.code not in covered}
    return gaps | {row.id[:12] for row in tables["building_groups"] if row.id not in hosted}


def test_a_group_covers_buildings_and_nobody_leads_it_twice(tables):
    sizes = Counter(row.building_group for row in tables["group_buildings"])
    assert set(sizes) == {row.id for row in tables["building_groups"]}
    assert set(sizes.values()) <= {2, 3, 4}
    assert max(Counter(row.building_group for row in at(tables["group_leaders"], AS_OF)).values()) == 1


def test_people_share_a_name_on_purpose_and_one_is_not_known_to_be_retired(tables):
    names = Counter(row.name for row in tables["persons"])
    assert sum(count > 1 for count in names.values()) >= 2
    assert sum(row.retired is None for row in tables["persons"]) == 1


@settings(max_examples=25, deadline=None)
@given(st.dates(min_value=date(2020, 1, 1), max_value=date(2035, 12, 31)))
def test_every_leader_visits_in_each_complete_quarter_since_the_pairing_began(as_of):
    tables = rows_as_of(as_of)
    visits = defaultdict(set)
    for row in tables["visits"]:
        visits[row.leader, row.community].add(quarter(row.date))
    for pairing in at(tables["leader_pairings"], as_of):
        whole = {quarter(as_of) - back for back in range(1, 5) if quarter(as_of) - back > quarter(pairing.since)}
        assert whole <= visits[pairing.leader, pairing.community]


def quarter(day):
    return (day.year * 12 + day.month - 1) // 3


@settings(max_examples=25, deadline=None)
@given(st.dates(min_value=date(2020, 1, 1), max_value=date(2035, 12, 31)))
def test_every_visit_lies_within_a_pairing_and_not_in_the_future(as_of):
    tables = rows_as_of(as_of)
    pairings = defaultdict(list)
    for row in tables["leader_pairings"]:
        pairings[row.leader, row.community].append(row)
    for visit in tables["visits"]:
        assert visit.date <= as_of
        assert any(holds(pairing, visit.date) for pairing in pairings[visit.leader, visit.community])


def test_the_tables_keep_their_rows_in_order():
    for path in DONGGANG.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            keys = [row[0] for row in csv.reader(file)][1:]
        assert path.stem == "figures" or [natural(key) for key in keys] == sorted(natural(key) for key in keys)


def natural(key):
    head, _, number = key.rpartition("-")
    return (head, int(number)) if head else (key, 0)
