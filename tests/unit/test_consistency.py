"""What can't be true beside other records is told, whatever record it is in: Donggang's tables, each time with one row bent."""

from datetime import date, timedelta
from shutil import copytree

import pytest

from graph_api.consistency import CHECKS
from graph_api.consistency.lives import Span, joined
from graph_api.seed.checking import TableRecords, faults_of
from graph_api.seed.loader import DONGGANG
from graph_api.seed.table_files import Line, TableError, read_tables
from graph_api.seed.tables import TABLES

AS_OF = date(2026, 6, 30)
LONG_AGO, FAR_OFF = date(1990, 1, 1), date(2090, 1, 1)
A_DAY = timedelta(days=1)
COMMUNITY, OTHER_COMMUNITY = "210681001001", "210681003006"


@pytest.fixture(scope="module")
def tables():
    return read_tables(DONGGANG, TABLES, AS_OF)


def told(tables, table, *rows, without=()):
    """The columns that are wrong in the table once the rows are in it, in place of those with their identity."""
    fresh = {row.identity for row in rows} | set(without)
    others = [line for line in tables[table] if line.row.identity not in fresh]
    bent = {**tables, table: [*others, *(Line(number, row) for number, row in enumerate(rows, start=1))]}
    return {fault.column for name, _, fault in faults_of(bent) if name == table}


def row(tables, table, where=lambda _: True):
    return next(line.row for line in tables[table] if where(line.row))


def bent(tables, table, where=lambda _: True, **changed):
    """A row of the table of which the columns are changed."""
    return row(tables, table, where).model_copy(update=changed)


def test_donggang_is_consistent_and_every_check_is_of_a_table(tables):
    assert list(faults_of(tables)) == []
    assert CHECKS.keys() <= {table.name for table in TABLES}


RELATIONS = sorted(
    {table.name for table in TABLES if {"since", "until", "id"} <= table.row.model_fields.keys()}
    - {"volunteer_teams", "responsibility_zones", "people_in_difficulty"}
)


@pytest.mark.parametrize("table", RELATIONS)
def test_a_relation_that_holds_already_is_not_held_once_more(tables, table):
    held = row(tables, table, lambda one: one.until is None)
    again = held.model_copy(update={"id": f"{held.identity.rpartition('-')[0]}-999", "since": held.since + A_DAY})
    assert "since" in told(tables, table, again)
    ended = held.model_copy(update={"until": held.since + A_DAY})
    assert "since" not in told(tables, table, ended, again)


# What a relation can't outlive, and whose beginning it can't come before.
IN_LIVES = ("liaison_offices", "conference_members", "conference_invitees", "group_buildings", "group_leaders")
IN_LIVES += ("group_households", "household_heads", "synergy_members", "household_pairings", "branch_foundings")


@pytest.mark.parametrize("table", IN_LIVES)
def test_a_relation_does_not_begin_before_what_it_belongs_to(tables, table):
    assert "since" in told(tables, table, bent(tables, table, since=LONG_AGO))


def test_a_relation_ends_with_what_it_belongs_to(tables):
    seat = row(tables, "appointments", lambda one: "B" in one.organization and one.until is None)
    service = row(tables, "organization_compounds", lambda one: one.organization == seat.organization)
    ended = service.model_copy(update={"until": AS_OF})
    lines = [line for line in tables["organization_compounds"] if line.row.identity != service.identity]
    without = {**tables, "organization_compounds": [*lines, Line(1, ended)]}
    assert told(without, "appointments") == {"until"}
    assert told(without, "branches") == set()
    assert told({**tables, "organization_compounds": lines}, "branches") == {"id"}


EVENTS = (
    ("meetings", "date"),
    ("settled_matters", "date"),
    ("deeds", "date"),
    ("contributions", "date"),
    ("choices", "date"),
    ("feedback_forms", "members"),
    ("escalations", "submitted_on"),
    ("issues", "resolved_on"),
    ("evaluations", "department"),
)


@pytest.mark.parametrize(("table", "column"), EVENTS)
def test_nothing_happens_before_what_it_belongs_to_is_there(tables, table, column):
    days = {"escalations": "submitted_on", "issues": "resolved_on"}
    if table == "evaluations":
        early = bent(tables, "evaluation_rounds", opened_on=LONG_AGO)
        lines = [line for line in tables["evaluation_rounds"] if line.row.identity != early.identity]
        assert column in told({**tables, "evaluation_rounds": [*lines, Line(1, early)]}, table)
    else:
        assert column in told(tables, table, bent(tables, table, **{days.get(table, "date"): LONG_AGO}))


@pytest.mark.parametrize("table", ["meetings", "deeds"])
def test_nothing_happens_after_what_it_belongs_to_has_ended(tables, table):
    relations, column = {
        "meetings": ("conference_places", "conference"),
        "deeds": ("synergy_body_communities", "synergy_body"),
    }[table]
    event = row(tables, table)
    [home] = [line.row for line in tables[relations] if getattr(line.row, column) == getattr(event, column)]
    ended = home.model_copy(update={"until": event.date})
    lines = [line for line in tables[relations] if line.row.identity != home.identity]
    assert told({**tables, relations: [*lines, Line(1, ended)]}, table) == {"date"}


def sent(tables):
    """An escalation with minutes and feedback, its issue, and the meeting where that was raised."""
    escalation = row(tables, "escalations", lambda one: one.minutes_of and one.feedback_on and one.id.endswith("E1"))
    issue = row(tables, "issues", lambda one: one.id == escalation.issue)
    return escalation, issue, row(tables, "meetings", lambda one: one.id == issue.meeting)


def test_an_issue_goes_its_way_in_order(tables):
    escalation, issue, raised = sent(tables)
    later = max(
        (line.row for line in tables["meetings"] if line.row.conference == escalation.from_conference),
        key=lambda one: one.date,
    )

    def wrong(**changed):
        return told(tables, "escalations", escalation.model_copy(update=changed))

    assert later.date > escalation.submitted_on
    assert wrong(minutes_of=later.id) == {"minutes_of"}
    assert "submitted_on" in wrong(submitted_on=raised.date - A_DAY)
    assert "submitted_on" in wrong(submitted_on=issue.resolved_on + A_DAY)
    assert wrong(feedback_on=escalation.submitted_on) <= {"feedback_on"}
    assert "feedback_on" in wrong(feedback_on=escalation.submitted_on - A_DAY)
    assert "to_conference" in wrong(to_conference=escalation.from_conference)
    assert "from_conference" in wrong(from_conference=escalation.to_conference, to_conference="210681K1")
    assert told(tables, "issues", issue.model_copy(update={"resolved_on": raised.date - A_DAY})) == {"resolved_on"}


def test_an_issue_is_on_agendas_while_it_is_open_of_conferences_that_have_it(tables):
    escalation, issue, raised = sent(tables)
    agenda = row(tables, "issue_agendas", lambda one: one.issue == issue.id)

    def wrong(meeting):
        return told(tables, "issue_agendas", agenda.model_copy(update={"meeting": meeting.id}))

    meetings = [line.row for line in tables["meetings"]]
    assert wrong(raised) == {"meeting"}
    assert wrong(next(one for one in meetings if one.date < raised.date)) == {"meeting"}
    assert wrong(next(one for one in meetings if one.date > issue.resolved_on)) == {"meeting"}
    elsewhere = {raised.conference, escalation.to_conference}
    assert wrong(next(one for one in meetings if one.conference not in elsewhere and one.date >= raised.date)) == {
        "meeting"
    }


def test_only_what_is_settled_is_settled_with_a_body(tables):
    opened = row(tables, "issues", lambda one: one.resolved_on is None)
    settlement = row(tables, "issue_settlements")
    assert told(tables, "issue_settlements", settlement.model_copy(update={"issue": opened.id})) == {"issue"}


def test_an_evaluation_goes_by_what_applies_and_counts_once_its_round_is_closed(tables):
    evaluation = row(tables, "evaluations")
    several = evaluation.model_copy(update={"id": f"{evaluation.department}N99"})
    assert told(tables, "evaluations", several) == {"department"}
    assert "criteria" in told(
        tables, "evaluations", evaluation.model_copy(update={"criteria": evaluation.criteria[1:]})
    )
    twice = (evaluation.criteria[0], *evaluation.criteria[:-1])
    assert "criteria" in told(tables, "evaluations", evaluation.model_copy(update={"criteria": twice}))
    too_many = ((21, *evaluation.members[0][1:]), *evaluation.members[1:])
    assert told(tables, "evaluations", evaluation.model_copy(update={"members": too_many})) == {"members"}
    appraisal = bent(tables, "appraisals", date=LONG_AGO)
    lines = [line for line in tables["appraisals"] if line.row.identity != appraisal.identity]
    assert told({**tables, "appraisals": [*lines, Line(1, appraisal)]}, "evaluation_appraisals") == {"appraisal"}
    second = bent(tables, "evaluation_rounds", id=f"{COMMUNITY}R99", community=COMMUNITY)
    assert "opened_on" in told(tables, "evaluation_rounds", second)


def test_members_live_in_one_place_and_serve_there(tables):
    registration = row(tables, "registrations", lambda one: one.until is None)
    second = registration.model_copy(
        update={"id": f"{registration.member}-99", "since": AS_OF, "form": None, "community": OTHER_COMMUNITY}
    )
    assert told(tables, "registrations", second) == {"since"}
    form = registration.since - A_DAY
    assert told(tables, "registrations", registration.model_copy(update={"form": form})) == {"form"}
    forms = row(tables, "feedback_forms", lambda one: one.community != OTHER_COMMUNITY)
    assert "members" in told(tables, "feedback_forms", forms.model_copy(update={"community": OTHER_COMMUNITY}))
    again = forms.model_copy(update={"date": forms.date + A_DAY})
    assert told(tables, "feedback_forms", forms, again) == {"members"}
    choice = row(tables, "choices", lambda one: one.teams)
    later = choice.model_copy(update={"date": choice.date + A_DAY})
    assert told(tables, "choices", choice, later) >= {"posts", "teams"}
    elsewhere = row(tables, "volunteer_teams", lambda one: one.id[:12] != choice.teams[0][:12])
    assert told(tables, "choices", choice.model_copy(update={"teams": (elsewhere.id,)})) == {"teams"}
    assert told(tables, "choices", choice.model_copy(update={"posts": choice.posts * 2})) == {"posts"}


def test_nobody_is_helped_off_the_record(tables):
    pairing = row(tables, "household_pairings", lambda one: one.until is None)
    gone = bent(tables, "people_in_difficulty", lambda one: one.id == pairing.person, until=AS_OF)
    lines = [line for line in tables["people_in_difficulty"] if line.row.identity != gone.identity]
    assert told({**tables, "people_in_difficulty": [*lines, Line(1, gone)]}, "household_pairings") == {"until"}


def test_only_who_is_there_attends_a_meeting(tables):
    attendance = row(tables, "attendances", lambda one: "B" in one.actor)
    service = bent(tables, "organization_compounds", lambda one: one.organization == attendance.actor, since=FAR_OFF)
    lines = [line for line in tables["organization_compounds"] if line.row.identity != service.identity]
    assert "actor" in told({**tables, "organization_compounds": [*lines, Line(1, service)]}, "attendances")


def test_the_upper_bounds_of_pairing_hold(tables):
    pairing = row(tables, "leader_pairings", lambda one: one.until is None)
    second = pairing.model_copy(update={"id": f"{pairing.leader}-99", "community": OTHER_COMMUNITY, "since": AS_OF})
    assert told(tables, "leader_pairings", second) == {"since"}
    crowd = [
        line.row.model_copy(update={"community": COMMUNITY})
        for line in tables["department_pairings"]
        if line.row.until is None
    ]
    assert told(tables, "department_pairings", *crowd[:6]) == {"since"}


@pytest.mark.parametrize(
    ("table", "column", "changed"),
    [
        ("organization_compounds", "compound", {"compound": "210681001002001"}),
        ("group_compounds", "compound", {"compound": "210681001002001"}),
        ("synergy_body_communities", "community", {"community": OTHER_COMMUNITY}),
    ],
)
def test_what_lies_within_a_place_by_its_code_is_of_that_place(tables, table, column, changed):
    assert column in told(tables, table, bent(tables, table, **changed))


def test_touching_spans_are_one_life():
    first, second = Span(LONG_AGO, AS_OF), Span(AS_OF, None)
    assert joined([second, first]) == [Span(LONG_AGO, None)]
    assert joined([first, Span(AS_OF + A_DAY, FAR_OFF)]) == [first, Span(AS_OF + A_DAY, FAR_OFF)]
    assert not first.overlaps(second)
    assert first.overlaps(Span(AS_OF - A_DAY, None))


def test_records_are_found_by_what_a_column_says_or_holds_among_several(tables):
    records = TableRecords(tables)
    forms = row(tables, "feedback_forms")
    assert forms in records.where("feedback_forms", "members", forms.members[-1])
    assert records.where("feedback_forms", "members", "nobody") == ()


def test_a_row_that_is_refused_is_named_with_table_line_column_and_reason(tmp_path):
    folder = copytree(DONGGANG, tmp_path / "tables")
    file = folder / "household_pairings.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    cells = lines[1].split(",")
    lines[1] = ",".join([*cells[:3], "1999-01-01", *cells[4:]])
    file.write_text("\n".join([*lines, ""]), encoding="utf-8")
    with pytest.raises(TableError) as error:
        read_tables(folder, TABLES, AS_OF)
    assert str(error.value).startswith("household_pairings.csv, line 2, column since: it holds from 1999-01-01 on, ")
    assert str(error.value).endswith("correct one of them")


def test_a_figure_that_nothing_computes_is_refused(tables):
    figure = row(tables, "figures")
    assert type(figure).model_validate(figure.model_dump()) == figure
    with pytest.raises(ValueError, match="nothing computes the figure 'comunities'"):
        type(figure).model_validate(figure.model_dump() | {"key": "comunities"})
