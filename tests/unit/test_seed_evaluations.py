"""What the tables of the yearly evaluation must be as of any day."""

from collections import Counter, defaultdict
from datetime import date

import pytest

from graph_api.resolvers.windows import last_complete
from graph_api.rules import Window
from graph_api.seed.loader import DONGGANG
from graph_api.seed.table_files import read_tables
from graph_api.seed.tables import TABLES

CLEAN = {
    "210681001001",
    "210681001002",
    "210681001003",
    "210681001007",
    "210681001008",
    "210681002007",
    "210681002009",
}
# Early and late in a year, in leap years and in others.
DAYS = [
    date(2026, 6, 30),
    date(2026, 1, 1),
    date(2025, 12, 31),
    date(2024, 2, 29),
    date(2025, 11, 15),
    date(2028, 12, 31),
    date(2029, 1, 31),
]


class Tables:
    """The tables as of a day, with what the tests ask of them."""

    def __init__(self, as_of):
        self.as_of = as_of
        read = read_tables(DONGGANG, TABLES, as_of)
        self.rows = {name: [line.row for line in lines] for name, lines in read.items()}
        self.rounds = {row.id: row for row in self.rows["evaluation_rounds"]}
        self.last_year = last_complete(Window.YEAR, as_of)

    def __getitem__(self, name):
        return self.rows[name]

    def paired(self, day):
        return {row.department: row.community for row in self.rows["department_pairings"] if holds(row, day)}

    def evaluated_last_year(self):
        found = {}
        for row in self.rows["evaluations"]:
            if self.last_year.from_ <= self.rounds[row.round].closed_on < self.last_year.until:
                found[row.department] = row
        return found


def holds(row, day):
    return row.since <= day and (row.until is None or day < row.until)


@pytest.fixture(params=DAYS, ids=str)
def tables(request):
    return Tables(request.param)


def test_the_criteria_of_a_day_add_up_to_a_hundred_points(tables):
    maxima = {row.id: row.maximum for row in tables["criteria"]}
    for day in [tables.as_of, *(row.opened_on for row in tables["evaluation_rounds"])]:
        assert sum(maxima[row.criterion] for row in tables["criterion_cities"] if holds(row, day)) == 100


def test_an_evaluation_is_by_the_criteria_of_its_round_s_days(tables):
    for row in tables["evaluations"]:
        for day in (tables.rounds[row.round].opened_on, tables.rounds[row.round].closed_on):
            assert set(row.criteria) == {one.criterion for one in tables["criterion_cities"] if holds(one, day)}


def test_nobody_gives_more_points_than_a_criterion_has(tables):
    maxima = {row.id: row.maximum for row in tables["criteria"]}
    for row in tables["evaluations"]:
        most = [maxima[criterion] for criterion in row.criteria]
        # Told without the rating: it is one person's.
        assert all(p <= m for r in (*row.members, *row.residents) for p, m in zip(r, most, strict=True)), row.id


def test_a_community_has_one_round_a_year_and_every_community_had_one_last_year(tables):
    rounds = Counter((row.community, row.closed_on.year) for row in tables["evaluation_rounds"])
    assert set(rounds.values()) == {1}
    last = {where for where, year in rounds if year == tables.last_year.from_.year}
    assert last == {row.code for row in tables["communities"]}


def test_nothing_of_the_evaluation_lies_in_the_future(tables):
    assert max(row.closed_on for row in tables["evaluation_rounds"]) < tables.as_of
    assert max(row.date for row in tables["appraisals"]) < tables.as_of


def test_at_least_fifty_rate_every_department_of_a_round_and_the_same_of_each_kind(tables):
    raters = defaultdict(set)
    for row in tables["evaluations"]:
        raters[row.round].add((len(row.members), len(row.residents)))
    assert set(raters) == set(tables.rounds)
    assert all(len(found) == 1 for found in raters.values())
    assert min(sum(*found) for found in raters.values()) == 50


def test_a_community_evaluates_departments_that_are_paired_with_it_all_the_while(tables):
    for row in tables["evaluations"]:
        held = tables.rounds[row.round]
        for day in (held.opened_on, held.closed_on):
            assert tables.paired(day)[row.department] == held.community


def test_a_department_has_one_evaluation_a_round(tables):
    assert max(Counter((row.round, row.department) for row in tables["evaluations"]).values()) == 1


def test_all_departments_but_three_were_evaluated_last_year_and_those_of_clean_communities_counted(tables):
    paired, evaluated = tables.paired(tables.as_of), tables.evaluated_last_year()
    counted = {row.evaluation for row in tables["evaluation_appraisals"]}
    missing = set(paired) - set(evaluated)
    uncounted = {department for department, row in evaluated.items() if row.id not in counted}
    assert (len(missing), len(uncounted)) == (3, 3)
    assert {paired[department] for department in missing | uncounted}.isdisjoint(CLEAN)


def test_an_appraisal_follows_the_round_that_it_counts_in_the_same_year(tables):
    appraised = {row.id: row.date for row in tables["appraisals"]}
    closed = {row.id: tables.rounds[row.round].closed_on for row in tables["evaluations"]}
    for row in tables["evaluation_appraisals"]:
        assert closed[row.evaluation] < appraised[row.appraisal]
        assert closed[row.evaluation].year == appraised[row.appraisal].year


def test_some_departments_have_two_evaluations_and_one_round_has_few_residents(tables):
    assert sum(count == 2 for count in Counter(row.department for row in tables["evaluations"]).values()) > 20
    assert {row.round for row in tables["evaluations"] if len(row.residents) < 5} == {"210681003001R01"}
