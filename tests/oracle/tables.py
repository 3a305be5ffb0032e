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
class Tables:
    """All tables that the rules need; a relation goes from the first noun of its comment to the second."""

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
    neighbours: frozenset[frozenset[str]]

    department_pairings: tuple[Relation, ...]  # department, community
    leader_pairings: tuple[Relation, ...]  # leader, community
    supervisions: tuple[Relation, ...]  # leader, department
    services: tuple[Relation, ...]  # party, compound
    appointments: tuple[Relation, ...]  # person, party
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


@cache
def read_tables(as_of: date) -> Tables:
    """The tables with their days counted from the as-of day."""

    def relations(name: str, start: str, end: str) -> tuple[Relation, ...]:
        return tuple(_relation(row, start, end, as_of) for row in _rows(name))

    return Tables(
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
        neighbours=frozenset(frozenset((row["building"], row["neighbour"])) for row in _rows("adjacent_buildings")),
        department_pairings=relations("department_pairings", "department", "community"),
        leader_pairings=relations("leader_pairings", "leader", "community"),
        supervisions=relations("supervisions", "leader", "department"),
        services=relations("organization_compounds", "organization", "compound"),
        appointments=relations("appointments", "person", "organization"),
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


def _relation(row: Row, start: str, end: str, as_of: date) -> Relation:
    return Relation(
        id=row["id"],
        start=row[start],
        end=row[end],
        since=resolve(row["since"], as_of),
        until=resolve(row["until"], as_of) if row["until"] else None,
        role=row.get("role", ""),
        channel=row.get("channel", ""),
    )
