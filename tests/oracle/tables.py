"""What the CSV files of the seed say, as records."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from oracle.days import resolve
from oracle.records import (
    Appraisal,
    Attendance,
    Choice,
    Contribution,
    Deed,
    Document,
    Escalation,
    Evaluation,
    Form,
    Issue,
    Location,
    Meeting,
    Relation,
    Round,
    ServiceRecord,
    Visit,
)

FOLDER = Path(__file__).parents[2] / "seed" / "donggang"

COMMUNITY_DIGITS = 12

Row = dict[str, str]
Record = TypeVar("Record")


@dataclass(frozen=True)
class Tables:
    """All tables that the rules and figures need; a relation goes from the first noun of its comment to the second."""

    cities: Mapping[str, date] = field(default_factory=dict)  # with the day of the report
    subdistricts: frozenset[str] = frozenset()
    communities: Mapping[str, Location | None] = field(default_factory=dict)
    compounds: Mapping[str, Location | None] = field(default_factory=dict)
    buildings: Mapping[str, Location | None] = field(default_factory=dict)
    residents: Mapping[str, int] = field(default_factory=dict)
    areas_m2: Mapping[str, int] = field(default_factory=dict)
    departments: Mapping[str, Location | None] = field(default_factory=dict)
    leaders: frozenset[str] = frozenset()
    # Leaders are persons too. None is: not on record.
    retired: Mapping[str, bool | None] = field(default_factory=dict)
    branches: frozenset[str] = frozenset()
    owners_committees: frozenset[str] = frozenset()
    property_companies: frozenset[str] = frozenset()
    neighbours: frozenset[frozenset[str]] = frozenset()
    functions: Mapping[str, frozenset[str]] = field(default_factory=dict)  # of a synergy body
    maxima: Mapping[str, int] = field(default_factory=dict)  # of a criterion
    post_kinds: frozenset[str] = frozenset()
    team_kinds: frozenset[str] = frozenset()
    zone_kinds: frozenset[str] = frozenset()

    department_pairings: tuple[Relation, ...] = ()  # department, community
    leader_pairings: tuple[Relation, ...] = ()  # leader, community
    supervisions: tuple[Relation, ...] = ()  # leader, department
    services: tuple[Relation, ...] = ()  # party, compound
    appointments: tuple[Relation, ...] = ()  # person, organization
    formations: tuple[Relation, ...] = ()  # building group, compound
    covers: tuple[Relation, ...] = ()  # building group, building
    group_leaders: tuple[Relation, ...] = ()  # person, building group
    group_households: tuple[Relation, ...] = ()  # central household, building group
    party_bodies: tuple[Relation, ...] = ()  # Party organization, place or body
    conference_places: tuple[Relation, ...] = ()  # conference, place
    liaison_offices: tuple[Relation, ...] = ()  # department, conference
    standing_members: tuple[Relation, ...] = ()  # person, conference
    body_communities: tuple[Relation, ...] = ()  # synergy body, community
    memberships: tuple[Relation, ...] = ()  # unit, synergy body
    criterion_cities: tuple[Relation, ...] = ()  # criterion, city
    post_offers: tuple[Relation, ...] = ()  # community, kind of post
    teams: tuple[Relation, ...] = ()  # volunteer team, community
    zones: tuple[Relation, ...] = ()  # responsibility zone, community
    employments: tuple[Relation, ...] = ()  # in-service member, Party organization
    registrations: tuple[Relation, ...] = ()  # in-service member, community
    people_in_difficulty: tuple[Relation, ...] = ()  # person in difficulty, community
    household_pairings: tuple[Relation, ...] = ()  # in-service member, person in difficulty

    meetings: tuple[Meeting, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    documents: tuple[Document, ...] = ()
    issues: tuple[Issue, ...] = ()
    agendas: frozenset[tuple[str, str]] = frozenset()  # issue, meeting
    escalations: tuple[Escalation, ...] = ()
    deeds: tuple[Deed, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    visits: tuple[Visit, ...] = ()
    rounds: tuple[Round, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    appraisals: tuple[Appraisal, ...] = ()
    counted_in: frozenset[tuple[str, str]] = frozenset()  # evaluation, appraisal
    choices: tuple[Choice, ...] = ()
    registration_forms: tuple[Form, ...] = ()
    feedback_forms: tuple[Form, ...] = ()
    service_records: tuple[ServiceRecord, ...] = ()


@cache
def read_tables(as_of: date) -> Tables:
    """The tables with their days counted from the as-of day."""

    def relations(name: str, start: str, end: str) -> tuple[Relation, ...]:
        return tuple(_relation(row, start, end, as_of) for row in _rows(name))

    def records(name: str, make: Callable[[Row, date], Record]) -> tuple[Record, ...]:
        return tuple(make(row, as_of) for row in _rows(name))

    return Tables(
        cities={row["code"]: resolve(row["reported_on"], as_of) for row in _rows("cities")},
        subdistricts=_ids("subdistricts", "code"),
        communities=_locations("communities"),
        compounds=_locations("compounds"),
        buildings=_locations("buildings"),
        residents={row["code"]: int(row["residents"]) for row in _rows("communities")},
        areas_m2={row["code"]: int(row["area_m2"]) for row in _rows("communities")},
        departments=_locations("departments"),
        leaders=_ids("leaders", "code"),
        retired={row["id"]: _retired(row) for row in _rows("persons")}
        | {row["code"]: _retired(row) for row in _rows("leaders")},
        branches=_ids("branches"),
        owners_committees=_ids("owners_committees"),
        property_companies=_ids("property_companies"),
        neighbours=frozenset(frozenset(pair) for pair in _pairs("adjacent_buildings", "building", "neighbour")),
        functions={row["id"]: frozenset(row["functions"].split()) for row in _rows("synergy_bodies")},
        maxima={row["id"]: int(row["maximum"]) for row in _rows("criteria")},
        post_kinds=_ids("post_kinds"),
        team_kinds=_ids("team_kinds"),
        zone_kinds=_ids("zone_kinds"),
        department_pairings=relations("department_pairings", "department", "community"),
        leader_pairings=relations("leader_pairings", "leader", "community"),
        supervisions=relations("supervisions", "leader", "department"),
        services=relations("organization_compounds", "organization", "compound"),
        appointments=relations("appointments", "person", "organization"),
        formations=relations("group_compounds", "building_group", "compound"),
        covers=relations("group_buildings", "building_group", "building"),
        group_leaders=relations("group_leaders", "person", "building_group"),
        group_households=relations("group_households", "household", "building_group"),
        party_bodies=relations("party_organization_bodies", "party_organization", "body"),
        conference_places=relations("conference_places", "conference", "place"),
        liaison_offices=relations("liaison_offices", "department", "conference"),
        standing_members=relations("conference_members", "person", "conference"),
        body_communities=relations("synergy_body_communities", "synergy_body", "community"),
        memberships=relations("synergy_members", "unit", "synergy_body"),
        criterion_cities=relations("criterion_cities", "criterion", "city"),
        post_offers=relations("post_offers", "community", "post_kind"),
        teams=records("volunteer_teams", _in_its_community),
        zones=records("responsibility_zones", _in_its_community),
        employments=records("members", _employment),
        registrations=relations("registrations", "member", "community"),
        people_in_difficulty=relations("people_in_difficulty", "id", "community"),
        household_pairings=relations("household_pairings", "member", "person"),
        meetings=records("meetings", _meeting),
        attendances=tuple(Attendance(row["meeting"], row["actor"], row["category"]) for row in _rows("attendances")),
        documents=tuple(Document(row["id"], row["meeting"], row["kind"]) for row in _rows("documents")),
        issues=records("issues", _issue),
        agendas=_pairs("issue_agendas", "issue", "meeting"),
        escalations=records("escalations", _escalation),
        deeds=records("deeds", lambda row, as_of: Deed(row["id"], resolve(row["date"], as_of))),
        contributions=records("contributions", _contribution),
        visits=records("visits", _visit),
        rounds=records("evaluation_rounds", _round),
        evaluations=tuple(_evaluation(row) for row in _rows("evaluations")),
        appraisals=records("appraisals", lambda row, as_of: Appraisal(row["id"], resolve(row["date"], as_of))),
        counted_in=_pairs("evaluation_appraisals", "evaluation", "appraisal"),
        choices=records("choices", _choice),
        registration_forms=tuple(
            Form(row["member"], resolve(row["form"], as_of)) for row in _rows("registrations") if row["form"]
        ),
        feedback_forms=tuple(
            Form(member, resolve(row["date"], as_of))
            for row in _rows("feedback_forms")
            for member in row["members"].split()
        ),
        service_records=records("service_records", _service_record),
    )


def _rows(name: str) -> list[Row]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _ids(name: str, column: str = "id") -> frozenset[str]:
    return frozenset(row[column] for row in _rows(name))


def _pairs(name: str, first: str, second: str) -> frozenset[tuple[str, str]]:
    return frozenset((row[first], row[second]) for row in _rows(name))


def _locations(name: str) -> dict[str, Location | None]:
    return {row["code"]: _location(row) for row in _rows(name)}


def _location(row: Row) -> Location | None:
    if not row["longitude"] or not row["latitude"]:
        return None
    return Location(float(row["longitude"]), float(row["latitude"]))


def _retired(row: Row) -> bool | None:
    return {"true": True, "false": False, "": None}[row["retired"]]


def _day(text: str, as_of: date) -> date | None:
    return resolve(text, as_of) if text else None


def _relation(row: Row, start: str, end: str, as_of: date) -> Relation:
    return Relation(
        id=row["id"],
        start=row[start],
        end=row[end],
        since=resolve(row["since"], as_of),
        until=_day(row["until"], as_of),
        role=row.get("role", ""),
        channel=row.get("channel", ""),
        category=row.get("category", ""),
    )


def _meeting(row: Row, as_of: date) -> Meeting:
    return Meeting(
        id=row["id"],
        conference=row["conference"],
        date=resolve(row["date"], as_of),
        regular=row["kind"] == "REGULAR",
        minutes=row["minutes"] != "",
    )


def _issue(row: Row, as_of: date) -> Issue:
    return Issue(row["id"], row["meeting"], _day(row["resolved_on"], as_of))


def _escalation(row: Row, as_of: date) -> Escalation:
    return Escalation(
        id=row["id"],
        issue=row["issue"],
        lower=row["from_conference"],
        upper=row["to_conference"],
        date=resolve(row["submitted_on"], as_of),
        ledger=row["ledger"] != "",
        minutes_of=row["minutes_of"] or None,
        feedback_on=_day(row["feedback_on"], as_of),
    )


def _contribution(row: Row, as_of: date) -> Contribution:
    return Contribution(
        row["id"], row["receiver"], resolve(row["date"], as_of), float(row["value_cny"]), row["purpose"]
    )


def _visit(row: Row, as_of: date) -> Visit:
    return Visit(row["id"], row["leader"], row["community"], resolve(row["date"], as_of))


def _round(row: Row, as_of: date) -> Round:
    return Round(row["id"], row["community"], _day(row["closed_on"], as_of))


def _evaluation(row: Row) -> Evaluation:
    ratings = (*row["members"].split(), *row["residents"].split())
    totals = tuple(sum(map(int, rating.split("/"))) for rating in ratings)
    return Evaluation(row["id"], row["round"], row["department"], totals)


def _in_its_community(row: Row, as_of: date) -> Relation:
    return _relation(row | {"community": row["id"][:COMMUNITY_DIGITS]}, "id", "community", as_of)


def _employment(row: Row, as_of: date) -> Relation:
    return _relation(row | {"since": row["employed"], "until": ""}, "id", "organization", as_of)


def _choice(row: Row, as_of: date) -> Choice:
    return Choice(row["member"], resolve(row["date"], as_of), tuple(row["posts"].split()))


def _service_record(row: Row, as_of: date) -> ServiceRecord:
    return ServiceRecord(row["kind"], resolve(row["date"], as_of), float(row["number"] or row["value_cny"]))
