"""The tables in memory: things, and the relations between them."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from differential.days import day_of

TABLES = Path(__file__).parents[2] / "seed" / "donggang"
AS_OF = date(2026, 6, 30)

_PLACES = {
    "cities": "City",
    "subdistricts": "Subdistrict",
    "communities": "Community",
    "compounds": "Compound",
    "buildings": "Building",
}
_PARENT = {"Subdistrict": 6, "Community": 9, "Compound": 12, "Building": 15}
_OTHERS = {
    "departments": "Department",
    "leaders": "Leader",
    "persons": "Person",
    "property_companies": "PropertyCompany",
    "owners_committees": "OwnersCommittee",
    "branches": "Branch",
    "enterprises": "Enterprise",
    "social_organizations": "SocialOrganization",
    "units": "Unit",
    "party_organizations": "PartyOrganization",
    "synergy_bodies": "SynergyBody",
    "conferences": "Conference",
    "documents": "Document",
    "post_kinds": "PostKind",
    "team_kinds": "TeamKind",
    "zone_kinds": "ZoneKind",
    "volunteer_teams": "VolunteerTeam",
    "responsibility_zones": "ResponsibilityZone",
    "issues": "Issue",
    "building_groups": "BuildingGroup",
    "central_households": "CentralHousehold",
    "criteria": "Criterion",
    "evaluations": "Evaluation",
}
# What exists from a day on: the type, and the columns with days, that day first.
_EVENTS = {
    "meetings": ("Meeting", "date"),
    "escalations": ("Escalation", "submitted_on"),
    "settled_matters": ("SettledMatter", "date"),
    "deeds": ("Deed", "date"),
    "contributions": ("Contribution", "date"),
    "visits": ("Visit", "date"),
    "evaluation_rounds": ("EvaluationRound", "opened_on", "closed_on"),
    "appraisals": ("Appraisal", "date"),
}
# Table, type of the relation, the column that it starts from, the column that it leads to.
RELATIONS = (
    ("supervisions", "SUPERVISES", "leader", "department"),
    ("department_pairings", "PAIRED_WITH", "department", "community"),
    ("leader_pairings", "PAIRED_WITH", "leader", "community"),
    ("organization_compounds", "SERVES", "organization", "compound"),
    ("branch_foundings", "FOUNDED_ON", "branch", "organization"),
    ("stationings", "STATIONED_IN", "organization", "community"),
    ("party_organization_bodies", "ORGANIZED_IN", "party_organization", "body"),
    ("appointments", "HOLDS", "person", "organization"),
    ("group_compounds", "FORMED_IN", "building_group", "compound"),
    ("group_buildings", "COVERS", "building_group", "building"),
    ("group_leaders", "LEADS", "person", "building_group"),
    ("group_households", "HOSTS", "household", "building_group"),
    ("synergy_body_communities", "SERVES", "synergy_body", "community"),
    ("synergy_members", "MEMBER_OF", "unit", "synergy_body"),
    ("conference_places", "SERVES", "conference", "place"),
    ("liaison_offices", "LIAISON_OF", "department", "conference"),
    ("conference_members", "BELONGS_TO", "person", "conference"),
    ("conference_invitees", "INVITED_TO", "actor", "conference"),
    ("post_offers", "OFFERS", "community", "post_kind"),
    ("household_heads", "HEADS", "person", "household"),
    ("criterion_cities", "APPLIES_IN", "criterion", "city"),
)
# The same of relations without dates.
_UNDATED = (
    ("adjacent_buildings", "ADJACENT_TO", "building", "neighbour"),
    ("settled_matters", "SETTLED", "building_group", "id"),
    ("deeds", "DID", "synergy_body", "id"),
    ("deed_units", "TOOK_PART_IN", "unit", "deed"),
    ("contributions", "GAVE", "giver", "id"),
    ("contributions", "TO", "id", "receiver"),
    ("meetings", "HELD", "conference", "id"),
    ("meetings", "CONVENED", "convenor", "id"),
    ("attendances", "ATTENDED", "actor", "meeting"),
    ("documents", "ADOPTED", "meeting", "id"),
    ("issues", "RAISED_AT", "id", "meeting"),
    ("issue_agendas", "ON_AGENDA_OF", "issue", "meeting"),
    ("issue_settlements", "SETTLED", "synergy_body", "issue"),
    ("escalations", "ESCALATED_BY", "issue", "id"),
    ("escalations", "FROM", "id", "from_conference"),
    ("escalations", "UP_TO", "id", "to_conference"),
    ("visits", "MADE", "leader", "id"),
    ("visits", "TO", "id", "community"),
    ("evaluation_rounds", "HELD_IN", "id", "community"),
    ("evaluations", "SCORED", "round", "id"),
    ("evaluations", "OF", "id", "department"),
    ("appraisals", "OF", "id", "department"),
    ("evaluation_appraisals", "COUNTED_IN", "evaluation", "appraisal"),
)

# Table, type of the relation to the community that the id says.
_OF_COMMUNITIES = (("volunteer_teams", "SERVES"), ("responsibility_zones", "LIES_IN"))


@dataclass(frozen=True, eq=False)
class Thing:
    """A row of a table about a thing; `kind` is its type in the schema."""

    kind: str
    id: str
    cells: Mapping[str, str]
    days: tuple[date, ...] = ()

    @property
    def date(self) -> date:
        """The day from which an event exists."""
        return self.days[0]

    @property
    def name(self) -> str:
        """The name."""
        return self.cells["name"]

    @property
    def location(self) -> tuple[float, float] | None:
        """Longitude and latitude in degrees."""
        if not self.cells.get("longitude"):
            return None
        return float(self.cells["longitude"]), float(self.cells["latitude"])


@dataclass(frozen=True, eq=False)
class Relation:
    """A relation that holds on [since, until); without dates it always does."""

    type: str
    id: str
    start: Thing
    end: Thing
    since: date | None
    until: date | None
    cells: Mapping[str, str]

    def began(self, day: date) -> bool:
        """Whether it has begun by the day."""
        return self.since is None or self.since <= day

    def holds(self, day: date) -> bool:
        """Whether it holds on the day."""
        return self.began(day) and (self.until is None or day < self.until)


@dataclass
class Graph:
    """All things by id, and all relations by the things at their ends."""

    as_of: date = AS_OF
    folder: Path = TABLES
    things: dict[str, Thing] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    figures: list[Mapping[str, str]] = field(default_factory=list)
    reported_on: dict[str, date] = field(default_factory=dict)
    _from: dict[tuple[str, str], list[Relation]] = field(default_factory=lambda: defaultdict(list))
    _to: dict[tuple[str, str], list[Relation]] = field(default_factory=lambda: defaultdict(list))

    def day(self, thing: Thing, column: str) -> date | None:
        """The day that the column of the thing's row says."""
        return day_of(thing.cells[column], self.as_of)

    def of(self, *kinds: str) -> list[Thing]:
        """The things of the kinds, by id."""
        return sorted((thing for thing in self.things.values() if thing.kind in kinds), key=lambda thing: thing.id)

    def leaving(self, thing: Thing, type_: str) -> list[Relation]:
        """The relations of the type that start from the thing."""
        return self._from[type_, thing.id]

    def reaching(self, thing: Thing, type_: str, *kinds: str) -> list[Relation]:
        """The relations of the type that lead to the thing, from a thing of the kinds if any are named."""
        return [link for link in self._to[type_, thing.id] if not kinds or link.start.kind in kinds]

    def relation(self, type_: str, id_: str, *kinds: str) -> Relation | None:
        """The relation of the type that has the id and starts from a thing of one of the kinds."""
        found = (link for link in self.relations if link.type == type_ and link.id == id_ and link.start.kind in kinds)
        return next(found, None)

    def add(self, thing: Thing) -> None:
        """Take in a thing."""
        assert thing.id not in self.things
        self.things[thing.id] = thing

    def link(self, relation: Relation) -> None:
        """Take in a relation."""
        self.relations.append(relation)
        self._from[relation.type, relation.start.id].append(relation)
        self._to[relation.type, relation.end.id].append(relation)


def standing(links: Iterable[Relation], day: date, but: str = "") -> list[Relation]:
    """The relations that hold on the day, the earliest first: of several of a type (`but` of one) between two things one."""
    found: dict[tuple[str, ...], Relation] = {}
    for link in sorted(links, key=lambda link: (link.since or date.min, link.id)):
        if link.holds(day):
            own = (link.id,) if link.type == but else ()
            found.setdefault((link.type, link.start.id, link.end.id, *own), link)
    return list(found.values())


def read_graph(as_of: date = AS_OF, folder: Path = TABLES) -> Graph:
    """The tables of the folder as of the day."""
    graph = Graph(as_of, folder)
    for thing in _things(as_of, folder):
        graph.add(thing)
    for thing in graph.of(*_PARENT):
        parent = graph.things[thing.id[: _PARENT[thing.kind]]]
        graph.link(Relation("PART_OF", "", thing, parent, None, None, {}))
    for table, type_, start, end in (*RELATIONS, *_UNDATED):
        for row in rows(table, folder):
            graph.link(_relation(type_, graph.things[row[start]], graph.things[row[end]], row, as_of))
    _link_to_communities(graph, as_of)
    graph.figures = list(rows("figures", folder))
    graph.reported_on = {city.id: _day(city.cells["reported_on"], as_of) for city in graph.of("City")}
    return graph


def _link_to_communities(graph: Graph, as_of: date) -> None:
    for table, type_ in _OF_COMMUNITIES:
        for row in rows(table, graph.folder):
            team_or_zone, community = graph.things[row["id"]], graph.things[row["id"][:12]]
            graph.link(_relation(type_, team_or_zone, community, {**row, "id": f"{row['id']}-1"}, as_of))


def _things(as_of: date, folder: Path) -> Iterator[Thing]:
    for table, kind in {**_PLACES, **_OTHERS}.items():
        yield from (Thing(kind, row.get("code") or row["id"], row) for row in rows(table, folder))
    for table, (kind, *columns) in _EVENTS.items():
        for row in rows(table, folder):
            yield Thing(kind, row["id"], row, tuple(_day(row[column], as_of) for column in columns))


def _relation(type_: str, start: Thing, end: Thing, row: Mapping[str, str], as_of: date) -> Relation:
    """What the row says: without `since` it always holds, and has no id."""
    if "since" not in row:
        return Relation(type_, "", start, end, None, None, row)
    return Relation(type_, row["id"], start, end, day_of(row["since"], as_of), day_of(row["until"], as_of), row)


def _day(written: str, as_of: date) -> date:
    day = day_of(written, as_of)
    assert day is not None
    return day


def rows(table: str, folder: Path) -> Iterator[dict[str, Any]]:
    """The rows of a table."""
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
