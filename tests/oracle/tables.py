"""What the CSV files of the seed say, as records with real days."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from oracle.days import resolve

FOLDER = Path(__file__).parents[2] / "seed" / "donggang"

Row = Mapping[str, str]


@dataclass(frozen=True)
class Location:
    longitude: float
    latitude: float


@dataclass(frozen=True)
class Relation:
    """A dated relation: it holds from `since` up to, not including, `until`."""

    id: str
    start: str
    end: str
    since: date
    until: date | None
    role: str = ""
    channel: str = ""

    def holds(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True)
class Meeting:
    id: str
    conference: str
    date: date
    kind: str


@dataclass(frozen=True)
class Visit:
    """A leader's visit to a community."""

    id: str
    leader: str
    community: str
    date: date


@dataclass(frozen=True)
class Evaluation:
    """A department's evaluation in a round, with the mean of its ratings, and the appraisals that it counted in."""

    id: str
    department: str
    closed_on: date
    raters: int
    score: float
    appraisals: Mapping[str, date]


@dataclass(frozen=True)
class Tables:
    """All tables that the rules need; a relation goes from the first noun of its comment to the second."""

    cities: frozenset[str]
    subdistricts: frozenset[str]
    communities: Mapping[str, Location | None]
    compounds: Mapping[str, Location | None]
    buildings: Mapping[str, Location | None]
    departments: Mapping[str, Location | None]
    leaders: frozenset[str]
    # Leaders are persons too. None is: not on record.
    retired: Mapping[str, bool | None]
    branches: frozenset[str]
    owners_committees: frozenset[str]
    property_companies: frozenset[str]
    # The functions of each synergy body.
    synergy_bodies: Mapping[str, frozenset[str]]
    neighbours: frozenset[frozenset[str]]

    department_pairings: tuple[Relation, ...]  # department, community
    leader_pairings: tuple[Relation, ...]  # leader, community
    supervisions: tuple[Relation, ...]  # leader, department
    services: tuple[Relation, ...]  # party, compound
    synergy_services: tuple[Relation, ...]  # synergy body, community
    memberships: tuple[Relation, ...]  # unit, synergy body
    appointments: tuple[Relation, ...]  # person, party or conference or Party organization
    organizings: tuple[Relation, ...]  # Party organization, its place or body
    conference_services: tuple[Relation, ...]  # conference, place
    liaison_offices: tuple[Relation, ...]  # department, conference
    conference_members: tuple[Relation, ...]  # person, conference; the role is the category
    formations: tuple[Relation, ...]  # building group, compound
    covers: tuple[Relation, ...]  # building group, building
    group_leaders: tuple[Relation, ...]  # person, building group
    group_households: tuple[Relation, ...]  # central household, building group
    post_offers: tuple[Relation, ...]  # community, kind of post
    teams: tuple[Relation, ...]  # volunteer team, community
    zones: tuple[Relation, ...]  # responsibility zone, community
    registrations: tuple[Relation, ...]  # member, community
    records: tuple[Relation, ...]  # person in difficulty, community
    household_pairings: tuple[Relation, ...]  # member, person in difficulty
    # Of members: the day of the first choice, by registration the day of its form, and by year who gave feedback.
    first_choices: Mapping[str, date]
    forms: Mapping[str, date]
    reviewed: Mapping[int, frozenset[str]]

    meetings: tuple[Meeting, ...]
    attendances: Mapping[str, Mapping[str, str]]  # of a meeting: who came, in which category of the invited
    visits: tuple[Visit, ...]
    evaluations: tuple[Evaluation, ...]


@cache
def read_tables(as_of: date) -> Tables:
    """The tables with their days counted from the as-of day."""

    def relations(name: str, start: str, end: str) -> tuple[Relation, ...]:
        return tuple(_relation(row, start, end, as_of) for row in _rows(name))

    attendances: dict[str, dict[str, str]] = {}
    for row in _rows("attendances"):
        attendances.setdefault(row["meeting"], {})[row["actor"]] = row["category"]
    return Tables(
        cities=frozenset(row["code"] for row in _rows("cities")),
        subdistricts=frozenset(row["code"] for row in _rows("subdistricts")),
        communities=_locations("communities"),
        compounds=_locations("compounds"),
        buildings=_locations("buildings"),
        departments=_locations("departments"),
        leaders=frozenset(row["code"] for row in _rows("leaders")),
        retired={row["id"]: _retired(row) for row in _rows("persons")}
        | {row["code"]: _retired(row) for row in _rows("leaders")},
        branches=_ids("branches"),
        owners_committees=_ids("owners_committees"),
        property_companies=_ids("property_companies"),
        synergy_bodies={row["id"]: frozenset(row["functions"].split()) for row in _rows("synergy_bodies")},
        neighbours=frozenset(frozenset((row["building"], row["neighbour"])) for row in _rows("adjacent_buildings")),
        department_pairings=relations("department_pairings", "department", "community"),
        leader_pairings=relations("leader_pairings", "leader", "community"),
        supervisions=relations("supervisions", "leader", "department"),
        services=relations("organization_compounds", "organization", "compound"),
        synergy_services=relations("synergy_body_communities", "synergy_body", "community"),
        memberships=relations("synergy_members", "unit", "synergy_body"),
        appointments=relations("appointments", "person", "organization"),
        organizings=relations("party_organization_bodies", "party_organization", "body"),
        conference_services=relations("conference_places", "conference", "place"),
        liaison_offices=relations("liaison_offices", "department", "conference"),
        conference_members=relations("conference_members", "person", "conference"),
        meetings=tuple(
            Meeting(row["id"], row["conference"], resolve(row["date"], as_of), row["kind"]) for row in _rows("meetings")
        ),
        attendances=attendances,
        formations=relations("group_compounds", "building_group", "compound"),
        covers=relations("group_buildings", "building_group", "building"),
        group_leaders=relations("group_leaders", "person", "building_group"),
        group_households=relations("group_households", "household", "building_group"),
        post_offers=relations("post_offers", "community", "post_kind"),
        teams=_of_communities("volunteer_teams", as_of),
        zones=_of_communities("responsibility_zones", as_of),
        registrations=relations("registrations", "member", "community"),
        records=relations("people_in_difficulty", "id", "community"),
        household_pairings=relations("household_pairings", "member", "person"),
        first_choices=_first_choices(as_of),
        forms={row["id"]: resolve(row["form"], as_of) for row in _rows("registrations") if row["form"]},
        reviewed=_reviewed(as_of),
        visits=tuple(
            Visit(row["id"], row["leader"], row["community"], resolve(row["date"], as_of)) for row in _rows("visits")
        ),
        evaluations=_evaluations(as_of),
    )


def _of_communities(name: str, as_of: date) -> tuple[Relation, ...]:
    """What the id says the community of."""
    return tuple(_relation({**row, "community": row["id"][:12]}, "id", "community", as_of) for row in _rows(name))


def _first_choices(as_of: date) -> dict[str, date]:
    """The first day on which each member chose a post."""
    found: dict[str, date] = {}
    for row in _rows("choices"):
        day = resolve(row["date"], as_of)
        if row["posts"]:
            found[row["member"]] = min(day, found.get(row["member"], day))
    return found


def _reviewed(as_of: date) -> dict[int, frozenset[str]]:
    """Who handed in a feedback form, by year."""
    found: dict[int, frozenset[str]] = {}
    for row in _rows("feedback_forms"):
        year = resolve(row["date"], as_of).year
        found[year] = found.get(year, frozenset()) | frozenset(row["members"].split())
    return found


def _rows(name: str) -> list[Row]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _ids(name: str) -> frozenset[str]:
    return frozenset(row["id"] for row in _rows(name))


def _locations(name: str) -> dict[str, Location | None]:
    return {row["code"]: _location(row) for row in _rows(name)}


def _location(row: Row) -> Location | None:
    if not row["longitude"] or not row["latitude"]:
        return None
    return Location(float(row["longitude"]), float(row["latitude"]))


def _retired(row: Row) -> bool | None:
    return {"true": True, "false": False, "": None}[row["retired"]]


def _evaluations(as_of: date) -> tuple[Evaluation, ...]:
    closed = {row["id"]: resolve(row["closed_on"], as_of) for row in _rows("evaluation_rounds")}
    held = {row["id"]: resolve(row["date"], as_of) for row in _rows("appraisals")}
    counted = [(row["evaluation"], row["appraisal"]) for row in _rows("evaluation_appraisals")]
    found = []
    for row in _rows("evaluations"):
        ratings = [sum(map(int, rating.split("/"))) for rating in f"{row['members']} {row['residents']}".split()]
        appraisals = {appraisal: held[appraisal] for evaluation, appraisal in counted if evaluation == row["id"]}
        score = sum(ratings) / len(ratings)
        found.append(Evaluation(row["id"], row["department"], closed[row["round"]], len(ratings), score, appraisals))
    return tuple(found)


def _relation(row: Row, start: str, end: str, as_of: date) -> Relation:
    return Relation(
        id=row["id"],
        start=row[start],
        end=row[end],
        since=resolve(row["since"], as_of),
        until=resolve(row["until"], as_of) if row["until"] else None,
        role=row.get("role", row.get("category", "")),
        channel=row.get("channel", ""),
    )
