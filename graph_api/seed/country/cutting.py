"""Which of the template's rows a city has: those of its communities, with gaps where it was careless.

A table stands after all that its rows refer to, so one pass in their order is enough: a row stays if everything that it
refers to has stayed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph_api.places import SUBDISTRICT
from graph_api.seed.checking import faults_of
from graph_api.seed.country.template import CITY, COUNTRY_TABLES
from graph_api.seed.rows import references, referred
from graph_api.seed.table_files import Line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from random import Random

    from graph_api.seed.country.template import Tables
    from graph_api.seed.rows import Reference, Row


@dataclass(frozen=True)
class Anchor:
    """A table whose rows keep an object in the city: its column with the object, and the one with the other end."""

    table: str
    thing: str
    other: str


# An object with such rows is removed if the other ends of all of them are removed.
_ANCHORS: Mapping[str, tuple[Anchor, ...]] = {
    "departments": (Anchor("department_pairings", "department", "community"),),
    "leaders": (Anchor("leader_pairings", "leader", "community"), Anchor("supervisions", "leader", "department")),
    "property_companies": (Anchor("organization_compounds", "organization", "compound"),),
    "enterprises": (Anchor("stationings", "organization", "community"),),
    "social_organizations": (Anchor("stationings", "organization", "community"),),
    "units": (Anchor("stationings", "organization", "community"),),
    "party_organizations": (Anchor("party_organization_bodies", "party_organization", "body"),),
    "conferences": (Anchor("conference_places", "conference", "place"),),
    "members": (Anchor("registrations", "member", "community"),),
}

# References that move to another object of the city if theirs was removed: otherwise a city of few communities would have
# mostly idle leaders.
_MOVED = {("members", "organization"), ("leader_pairings", "community"), ("visits", "community")}

# The share of a table's rows that the city with the most gaps lacks. Rows that refer to them are removed too.
_GAPS: Mapping[str, float] = {
    "supervisions": 0.1,
    "department_pairings": 0.3,
    "leader_pairings": 0.2,
    "owners_committees": 0.15,
    "branches": 0.1,
    "party_organizations": 0.05,
    "conference_members": 0.15,
    "conference_invitees": 0.2,
    "meetings": 0.15,
    "attendances": 0.1,
    "documents": 0.3,
    "appointments": 0.2,
    "building_groups": 0.1,
    "group_buildings": 0.1,
    "group_leaders": 0.25,
    "group_households": 0.2,
    "household_heads": 0.2,
    "settled_matters": 0.2,
    "synergy_bodies": 0.15,
    "synergy_members": 0.2,
    "deeds": 0.15,
    "contributions": 0.15,
    "issue_agendas": 0.1,
    "visits": 0.4,
    "evaluations": 0.2,
    "appraisals": 0.2,
    "post_offers": 0.15,
    "volunteer_teams": 0.1,
    "responsibility_zones": 0.1,
    "members": 0.1,
    "choices": 0.1,
    "feedback_forms": 0.2,
    "household_pairings": 0.15,
    "service_records": 0.2,
}
# The same for cells that may be empty.
_EMPTIED: Mapping[str, tuple[str, float]] = {
    "meetings": ("minutes", 0.3),
    "persons": ("retired", 0.1),
    "deeds": ("beneficiaries", 0.2),
    "registrations": ("form", 0.1),
    "escalations": ("ledger", 0.3),
}


def cut(tables: Tables, communities: Collection[str], random: Random, carelessness: float) -> dict[str, list[Line]]:
    """The tables of a city of these communities; carelessness is between 0, of a city without gaps, and 1."""
    cutting = _Cutting(tables, communities, random, carelessness)
    rest = {table.name: list(cutting.rows(table.name, table.row)) for table in COUNTRY_TABLES}
    while faulty := {(name, line.row.identity) for name, line, _ in faults_of(rest)}:
        rest = _without(rest, faulty)
    rest["persons"] = _mentioned(rest)
    return rest


def _without(tables: Tables, gone: set[tuple[str, str]]) -> dict[str, list[Line]]:
    """The tables without these rows, nor any that refers to one of them."""
    rest: dict[str, list[Line]] = {}
    for table in COUNTRY_TABLES:
        rest[table.name] = []
        for line in tables[table.name]:
            refers = (
                (name, reference.key(value)) for _, reference, value in referred(line.row) for name in reference.tables
            )
            if (table.name, line.row.identity) in gone or not gone.isdisjoint(refers):
                gone.add((table.name, line.row.identity))
            else:
                rest[table.name].append(line)
    return rest


def communities_of(tables: Tables) -> list[str]:
    """The codes of all communities of the tables."""
    return [line.row.identity for line in tables["communities"]]


class _Cutting:
    """One pass through the tables: what has stayed so far, by table."""

    def __init__(self, tables: Tables, communities: Collection[str], random: Random, carelessness: float) -> None:
        self._tables = tables
        self._random = random
        self._carelessness = carelessness
        self._communities = frozenset(communities)
        self._subdistricts = frozenset(code[: SUBDISTRICT.digits] for code in communities)
        self._needed = _needed(tables)
        self._remaining: dict[str, set[str]] = {}
        self._substitutes: dict[str, str] = {}

    def rows(self, name: str, row: type[Row]) -> Iterator[Line]:
        """The rows of the table that stay, changed where what they refer to has changed."""
        self._remaining[name] = set()
        anchors = self._anchors(name)
        gap = _GAPS.get(name, 0) * self._carelessness
        for line in self._tables[name]:
            identity = line.row.identity
            if not self._stays(name, identity) or not self._is_anchored(anchors.get(identity), identity):
                continue
            if self._random.random() < gap and identity not in self._needed:
                continue
            changed = self._changed(name, line.row, references(row))
            if changed is not None:
                self._remaining[name].add(identity)
                yield Line(line.number, line.row.model_copy(update=changed)) if changed else line

    def _stays(self, name: str, identity: str) -> bool:
        match name:
            case "communities":
                return identity in self._communities
            case "subdistricts":
                return identity in self._subdistricts
        return True

    def _anchors(self, name: str) -> dict[str, list[str]]:
        """For each thing of the table the other ends of its anchors."""
        others: dict[str, list[str]] = defaultdict(list)
        for anchor in _ANCHORS.get(name, ()):
            for line in self._tables[anchor.table]:
                others[getattr(line.row, anchor.thing)].append(getattr(line.row, anchor.other))
        return others

    def _is_anchored(self, others: Sequence[str] | None, identity: str) -> bool:
        return others is None or identity in self._needed or any(map(self._is_there, others))

    def _is_there(self, identity: str) -> bool:
        return any(identity in rest for rest in self._remaining.values())

    def _changed(self, name: str, row: Row, refers: Sequence[tuple[str, Reference]]) -> dict[str, Any] | None:
        """New values of columns, or None if the row refers to what is gone."""
        changed: dict[str, Any] = {}
        lost = left = 0
        for column, reference in refers:
            value = changed.get(column, getattr(row, column))
            if isinstance(value, tuple):
                there = tuple(one for one in value if self._holds(reference, one))
                lost, left = lost + len(value) - len(there), left + len(there)
                if len(there) < len(value):
                    changed[column] = there
            elif value is not None and not self._holds(reference, value):
                if (name, column) in _MOVED:
                    changed[column] = self._substitute(reference, value)
                elif type(row).model_fields[column].is_required():
                    return None
                else:
                    changed[column] = None
        if lost and not left:
            return None
        column, share = _EMPTIED.get(name, ("", 0.0))
        if column and self._random.random() < share * self._carelessness:
            changed[column] = None
        return changed

    def _holds(self, reference: Reference, value: str) -> bool:
        key = reference.key(value)
        return any(key in self._remaining[table] for table in reference.tables)

    def _substitute(self, reference: Reference, gone: str) -> str:
        """Something of the same table that has stayed, always the same for the same."""
        if gone not in self._substitutes:
            [table] = reference.tables
            self._substitutes[gone] = self._random.choice(sorted(self._remaining[table]))
        return self._substitutes[gone]


def _needed(tables: Tables) -> frozenset[str]:
    """The convenor of the city's conference, and the department with its liaison office."""
    conference = f"{CITY}K1"
    return frozenset(
        [line.row.convenor for line in tables["meetings"] if line.row.conference == conference]  # type: ignore[attr-defined]
        + [line.row.department for line in tables["liaison_offices"]]  # type: ignore[attr-defined]
    )


def _mentioned(tables: Tables) -> list[Line]:
    """The persons whom some row refers to."""
    mentioned = {
        getattr(line.row, column)
        for table in COUNTRY_TABLES
        for column, reference in references(table.row)
        if "persons" in reference.tables
        for line in tables[table.name]
    }
    return [line for line in tables["persons"] if line.row.identity in mentioned]
