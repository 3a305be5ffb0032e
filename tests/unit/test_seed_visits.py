"""What the table of visits must be as of any day, beside what holds of all tables."""

from datetime import date

import pytest

from graph_api.seed.loader import DONGGANG
from graph_api.seed.table_files import read_tables
from graph_api.seed.tables import TABLES

DAYS = [date(2026, 6, 30), date(2026, 1, 1), date(2024, 2, 29), date(2025, 12, 31), date(2027, 10, 1)]


@pytest.fixture(params=DAYS, ids=str)
def tables(request):
    read = read_tables(DONGGANG, TABLES, request.param)
    return {name: [line.row for line in lines] for name, lines in read.items()}


def test_a_leader_who_attends_the_conference_does_so_on_a_visit(tables):
    place = {row.conference: row.place for row in tables["conference_places"]}
    meetings = {row.id: (place[row.conference], row.date) for row in tables["meetings"]}
    attended = {(row.actor, *meetings[row.meeting]) for row in tables["attendances"]}
    leaders = {row.code for row in tables["leaders"]}
    visits = {(row.leader, row.community, row.date) for row in tables["visits"] if "ATTEND_CONFERENCE" in row.tasks}
    assert visits == {(leader, where, day) for leader, where, day in attended if leader in leaders and len(where) == 12}


def test_a_visit_has_tasks_and_none_twice(tables):
    for row in tables["visits"]:
        assert len(set(row.tasks)) == len(row.tasks) > 0
