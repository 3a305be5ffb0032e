"""What the tables of conferences must be as of any day."""

from collections import Counter
from datetime import date, timedelta

import pytest

from graph_api.resolvers.windows import last_complete
from graph_api.rules import Window
from graph_api.seed.loader import DONGGANG
from graph_api.seed.table_files import read_tables
from graph_api.seed.tables import TABLES
from graph_api.seed.tables.conferences import AttendanceRow, MeetingRow

CITY = "210681K1"
CLEAN = {
    "210681001001",
    "210681001002",
    "210681001003",
    "210681001007",
    "210681001008",
    "210681002007",
    "210681002009",
}
EXTRAORDINARY = "210681002010K1M002"
# The first and second quarter of a half-year, and the three months of a quarter, in a leap year and in none.
DAYS = [
    date(2026, 6, 30),
    date(2026, 7, 1),
    date(2026, 1, 1),
    date(2026, 2, 28),
    date(2024, 3, 31),
    date(2024, 4, 1),
    date(2025, 5, 15),
    date(2027, 8, 31),
    date(2027, 9, 1),
    date(2028, 10, 1),
    date(2028, 11, 30),
    date(2025, 12, 31),
]


class Tables:
    """The tables as of a day, with what the tests ask of them."""

    def __init__(self, as_of):
        self.as_of = as_of
        read = read_tables(DONGGANG, TABLES, as_of)
        self.rows = {name: [line.row for line in lines] for name, lines in read.items()}
        self.place = {row.conference: row.place for row in self.rows["conference_places"]}
        self.meetings = {row.id: row for row in self.rows["meetings"]}
        self.attended = {(row.meeting, row.actor): row.category for row in self.rows["attendances"]}

    def __getitem__(self, name):
        return self.rows[name]

    def holding(self, name, day=None):
        day = day or self.as_of
        return [row for row in self.rows[name] if row.since <= day and (row.until is None or day < row.until)]

    def held(self, conference, window):
        period = last_complete(window, self.as_of)
        return [
            row for row in self["meetings"] if row.conference == conference and period.from_ <= row.date < period.until
        ]

    def attendees(self, meeting):
        return {actor for (attended, actor) in self.attended if attended == meeting}


@pytest.fixture(scope="module", params=DAYS, ids=str)
def tables(request):
    return Tables(request.param)


def test_there_are_conferences_at_four_levels_and_at_every_place_above_compounds(tables):
    places = Counter(len(row.place) for row in tables.holding("conference_places"))
    assert (places[6], places[9], places[12]) == (1, 3, 21)
    compounds = {row.place for row in tables.holding("conference_places") if len(row.place) == 15}
    branches = [row for row in tables.holding("organization_compounds") if row.organization[15:16] == "B"]
    assert compounds == {row.compound for row in branches}


def test_conferences_began_between_three_and_two_years_ago_or_with_their_branch(tables):
    founded = {row.compound: row.since for row in tables["organization_compounds"] if row.organization[15:16] == "B"}
    for row in tables["conference_places"]:
        if len(row.place) < 15:
            assert 23 <= months(row.since, tables.as_of) <= 36
        else:
            assert row.since >= founded[row.place]


def months(day, later):
    return (later.year - day.year) * 12 + later.month - day.month


def test_85_meetings_were_held_at_the_four_levels_and_none_lies_ahead(tables):
    assert Counter(len(tables.place[row.conference]) for row in tables["meetings"]) == {6: 1, 9: 6, 12: 42, 15: 36}
    assert all(row.date < tables.as_of for row in tables["meetings"])
    assert len(tables["meetings"]) == 85


def test_the_levels_met_in_their_periods(tables):
    for row in tables.holding("conference_places"):
        met = {
            6: Window.HALF_YEAR,
            9: Window.QUARTER,
            12: Window.QUARTER,
        }.get(len(row.place))
        assert met is None or len(tables.held(row.conference, met)) == 1
    monthly = [
        row.conference for row in tables.holding("conference_places") if tables.held(row.conference, Window.MONTH)
    ]
    assert len([conference for conference in monthly if len(tables.place[conference]) == 15]) == 12


def test_the_meetings_of_a_conference_are_numbered_by_day(tables):
    by_id = sorted(tables["meetings"], key=lambda row: row.id)
    by_day = sorted(tables["meetings"], key=lambda row: (row.conference, row.date))
    assert by_id == by_day


def test_a_meeting_is_convened_by_the_convenor_and_the_extraordinary_one_by_the_linked_leader(tables):
    [extraordinary] = [row for row in tables["meetings"] if row.kind == "EXTRAORDINARY"]
    assert extraordinary.id == EXTRAORDINARY
    paired = {row.leader: row.community for row in tables.holding("leader_pairings", extraordinary.date)}
    assert paired[extraordinary.convenor] == tables.place[extraordinary.conference]
    for row in tables["meetings"]:
        if row is not extraordinary:
            assert row.convenor == head_of(tables, tables.place[row.conference], row.date)


def head_of(tables, place, day):
    """Who convenes the conference of the place: the city's first leader, else the secretary of the place."""
    if len(place) == 6:
        return "210681L001"
    bodies = {row.party_organization for row in tables.holding("party_organization_bodies", day) if row.body == place}
    bodies |= {f"{place}B1"}
    [secretary] = [
        row.person
        for row in tables.holding("appointments", day)
        if row.organization in bodies and row.role == "SECRETARY"
    ]
    return secretary


def test_the_order_of_meetings_lets_an_issue_go_through_all_four_levels(tables):
    """Whichever day it is: compound, community, subdistrict and city met in this order."""
    for journey in (
        ["210681001003001K1M001", "210681001003K1M001", "210681001K1M001", "210681K1M001"],
        ["210681001001001K1M001", "210681001001K1M002", "210681001K1M002"],
    ):
        days = [tables.meetings[id_].date for id_ in journey]
        assert days == sorted(set(days))


def test_a_compound_s_meeting_of_three_months_ago_can_send_an_issue_up_within_the_quarter(tables):
    """The community met after it, and the subdistrict after that."""
    for row in tables["meetings"]:
        place = tables.place[row.conference]
        if len(place) == 15 and months(row.date, tables.as_of) == 3:
            assert row.date < last_day(tables, f"{place[:12]}K1") < last_day(tables, f"{place[:9]}K1")


def last_day(tables, conference):
    return max(row.date for row in tables["meetings"] if row.conference == conference)


def test_the_city_adopted_a_plan_and_15_documents_and_each_subdistrict_its_measures_afterwards(tables):
    documents = Counter((row.meeting.partition("M")[0], row.kind) for row in tables["documents"])
    measures = {(f"21068100{number}K1", "LOCAL_MEASURES"): 1 for number in (1, 2, 3)}
    assert documents == {(CITY, "IMPLEMENTATION_PLAN"): 1, (CITY, "SUB_DOCUMENT"): 15, **measures}
    city = tables.meetings[f"{CITY}M001"].date
    assert all(tables.meetings[row.meeting].date > city for row in tables["documents"] if row.kind == "LOCAL_MEASURES")


def test_the_city_conference_has_all_four_bodies_the_subdistricts_and_a_dozen_departments(tables):
    members = Counter(row.category for row in tables.holding("conference_members") if row.conference == CITY)
    assert all(members[body] for body in ("PARTY_COMMITTEE", "PEOPLES_CONGRESS", "GOVERNMENT", "CPPCC"))
    assert members["SUBDISTRICT_SECRETARY"] == 3
    assert members["DEPARTMENT_SECRETARY"] >= 12
    [liaison] = tables.holding("liaison_offices")
    assert liaison.department == "210681D002"


def test_a_leader_belongs_for_the_body_that_the_leader_is_of(tables):
    body = {row.code: row.body for row in tables["leaders"]}
    for row in tables["conference_members"]:
        assert row.person not in body or row.category == body[row.person]


def test_whoever_belongs_as_a_secretary_is_one_all_the_time(tables):
    secretary = [row for row in tables["appointments"] if row.role == "SECRETARY"]
    for row in tables["conference_members"]:
        if row.category.endswith("SECRETARY"):
            assert any(seat.person == row.person and within(row, seat) for seat in secretary)


def within(row, other):
    return other.since <= row.since and (other.until is None or (row.until is not None and row.until <= other.until))


def test_members_and_invitees_come_only_while_there_is_a_conference(tables):
    place = {row.conference: row for row in tables["conference_places"]}
    for name in ("conference_members", "conference_invitees"):
        assert all(within(row, place[row.conference]) for row in tables[name])


def test_a_category_of_an_attendance_is_that_of_an_invitation(tables):
    invited = {}
    for row in tables["conference_invitees"]:
        invited.setdefault((row.conference, row.actor), []).append(row)
    for row in tables["attendances"]:
        if row.category is not None:
            meeting = tables.meetings[row.meeting]
            invitations = invited[meeting.conference, row.actor]
            assert any(one.category == row.category and holds(one, meeting.date) for one in invitations)


def holds(row, day):
    return row.since <= day and (row.until is None or day < row.until)


def test_the_convenor_is_there(tables):
    for row in tables["meetings"]:
        present = tables.attendees(row.id)
        assert row.convenor in present
        assert head_of(tables, tables.place[row.conference], row.date) in present


def test_every_department_of_a_clean_community_comes_each_quarter_and_three_others_do_not(tables):
    absent = set()
    for row in tables.holding("department_pairings"):
        present = set().union(
            *(tables.attendees(meeting.id) for meeting in tables.held(f"{row.community}K1", Window.QUARTER))
        )
        if row.department not in present:
            absent.add(row.department)
            assert row.community not in CLEAN
    assert absent == {"210681D025", "210681D046", "210681D076"}


def test_most_linked_leaders_come_each_quarter(tables):
    absent = [
        row.leader
        for row in tables.holding("leader_pairings")
        if not any(
            row.leader in tables.attendees(meeting.id) for meeting in tables.held(f"{row.community}K1", Window.QUARTER)
        )
    ]
    assert 3 <= len(absent) <= 6


def test_some_communities_and_a_subdistrict_go_without_a_category_of_participants(tables):
    wanted = {"LINKED_LEADER", "STATIONED_UNIT", "DELEGATE_OR_COMMITTEE_MEMBER", "ENTERPRISE", "SOCIAL_ORGANIZATION"}
    lacking = set()
    for row in tables.holding("conference_places"):
        if len(row.place) in (9, 12):
            meetings = tables.held(row.conference, Window.HALF_YEAR)
            came = {
                tables.attended[meeting.id, actor] for meeting in meetings for actor in tables.attendees(meeting.id)
            }
            if not wanted <= came:
                lacking.add(row.place)
    assert lacking == {
        "210681001004",
        "210681001010",
        "210681002006",
        "210681002011",
        "210681003",
        "210681003005",
        "210681003006",
    }


def test_all_parties_of_a_clean_compound_come_each_month_and_one_elsewhere_does_not(tables):
    parties = {}
    for row in tables.holding("organization_compounds"):
        parties.setdefault(row.compound, set()).add(row.organization)
    incomplete = set()
    for row in tables.holding("conference_places"):
        meetings = tables.held(row.conference, Window.MONTH)
        if len(row.place) == 15:
            assert row.place[:12] not in CLEAN or meetings
            if meetings and not any(parties[row.place] <= tables.attendees(meeting.id) for meeting in meetings):
                incomplete.add(row.place)
    assert incomplete == {"210681002005001"}


def test_an_id_that_does_not_begin_with_what_it_belongs_to_is_named():
    with pytest.raises(ValueError, match="make it 210681K1M and a running number"):
        MeetingRow.model_validate(meeting(id="210681001K1M001"))


def test_an_extraordinary_meeting_has_a_field_and_a_regular_one_has_none():
    for wrong in ({"kind": "EXTRAORDINARY"}, {"field": "防汛"}):
        with pytest.raises(ValueError, match="an extraordinary meeting has the field that it is about"):
            MeetingRow.model_validate(meeting(**wrong))
    assert MeetingRow.model_validate(meeting(kind="EXTRAORDINARY", field="防汛")).decisions == ("甲", "乙")


def test_a_person_comes_to_a_meeting_once():
    row = AttendanceRow(meeting="210681K1M001", actor="210681L001")
    assert row.identity == "210681K1M001 210681L001"


def meeting(**changes):
    day = date(2026, 6, 30) - timedelta(days=30)
    good = {
        "id": "210681K1M001",
        "conference": "210681K1",
        "date": day,
        "kind": "REGULAR",
        "convenor": "210681L001",
        "decisions": "甲|乙",
        "provenance": "SYNTHETIC",
    }
    return good | changes
