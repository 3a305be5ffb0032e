"""Cities of a handful of nodes, each made for one question and written together."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count, pairwise

AS_OF = date(2026, 6, 30)
TOMORROW = AS_OF + timedelta(days=1)
LONG_AGO = date(2020, 1, 1)
PREFIX = "99"

_WRITE_NODES = """
UNWIND $nodes AS node
CREATE (entity:$(node.labels))
SET entity += node.properties,
    entity.location = point({longitude: node.location[0], latitude: node.location[1]})
"""
_WRITE_RELATIONS = """
UNWIND $relations AS relation
MATCH (start:Entity|CentralHousehold|Member|PersonInDifficulty {id: relation.start})
MATCH (target:Entity|PersonInDifficulty {id: relation.target})
CREATE (start)-[created:$(relation.type)]->(target)
SET created = relation.properties
"""
_REMOVE = (
    "MATCH (node:Entity|CentralHousehold|Member|PersonInDifficulty) "
    f"WHERE node.id STARTS WITH '{PREFIX}' DETACH DELETE node"
)


@dataclass
class City:
    """A city with one subdistrict, and whatever is put into it; each method returns the id of what it makes.

    Relations hold since `LONG_AGO` where nothing else is said, and for good.
    """

    code: str
    nodes: list = field(default_factory=list)
    relations: list = field(default_factory=list)
    _numbers: dict = field(default_factory=dict)

    def __post_init__(self):
        self.node(self.code, "Place:City", code=self.code)

    def subdistrict(self):
        return self._place(self.code, "Subdistrict")

    def community(self, subdistrict=None, location=None):
        return self._place(subdistrict or self._only_subdistrict(), "Community", location)

    def compound(self, community=None):
        return self._place(community or self.community(), "Compound")

    def building(self, compound):
        return self._place(compound, "Building")

    def buildings(self, compound, number):
        return [self.building(compound) for _ in range(number)]

    def adjacent(self, *buildings):
        """Each building stands beside the next."""
        for one, other in pairwise(buildings):
            self.undated(one, "ADJACENT_TO", other)

    def department(self, location=None):
        id_ = self.next_id(f"{self.code}D", 3)
        return self.node(id_, "Organization:Department", location, code=id_)

    def leader(self, **properties):
        id_ = self.next_id(f"{self.code}L", 3)
        return self.node(id_, "Person:Leader", code=id_, **properties)

    def person(self, **properties):
        return self.node(self.next_id(f"{self.code}P", 4), "Person", **properties)

    def pair(self, actor, community, since=LONG_AGO, until=None):
        return self.dated(actor, "PAIRED_WITH", community, since, until)

    def supervise(self, leader, department, since=LONG_AGO, until=None):
        return self.dated(leader, "SUPERVISES", department, since, until)

    def visit(self, leader, community, date):
        visit = self.node(self.next_id(f"{leader}V", 3), "Visit", date=date, tasks=["INSPECT"])
        self.undated(leader, "MADE", visit)
        self.undated(visit, "TO", community)
        return visit

    def round(self, community, closed_on):
        """A round of evaluation that is open for two weeks."""
        opened_on = closed_on - timedelta(days=14)
        properties = {"date": opened_on, "closed_on": closed_on, "year": opened_on.year}
        id_ = self.node(self.next_id(f"{community}R", 2), "EvaluationRound", **properties)
        self.undated(id_, "HELD_IN", community)
        return id_

    def evaluation(self, round_, department, members=30, residents=20, points=80):
        """An evaluation in which everybody gives so many points for the only criterion."""
        raters = {"member_raters": members, "resident_raters": residents}
        id_ = self.node(self.next_id(f"{department}N", 2), "Evaluation", **raters)
        criterion = self.node(self.next_id(f"{self.code}Q", 2), "Criterion", maximum=100)
        given = {"member_points": members * points, "resident_points": residents * points}
        self.undated(id_, "MARKED_ON", criterion, **given)
        self.undated(id_, "OF", department)
        self.undated(round_, "SCORED", id_)
        return id_

    def appraisal(self, evaluation, date):
        id_ = self.node(self.next_id(f"{evaluation}A", 2), "Appraisal", date=date)
        self.undated(evaluation, "COUNTED_IN", id_)
        return id_

    def branch(self, compound, since=LONG_AGO, until=None):
        return self._party(f"{compound}B", "Branch", compound, since, until)

    def owners_committee(self, compound, since=LONG_AGO, until=None):
        return self._party(f"{compound}O", "OwnersCommittee", compound, since, until)

    def property_company(self, compound, since=LONG_AGO, until=None):
        return self._party(f"{self.code}C", "PropertyCompany", compound, since, until)

    def synergy_body(self, community, functions=(), since=LONG_AGO, until=None):
        id_ = self.next_id(f"{community}Y", 1)
        self.node(id_, "Organization:SynergyBody", functions=list(functions))
        self.dated(id_, "SERVES", community, since, until)
        return id_

    def join(self, unit, synergy_body, since=LONG_AGO, until=None):
        return self.dated(unit, "MEMBER_OF", synergy_body, since, until, functions=[])

    def appoint(self, person, body, role, since=LONG_AGO, until=None):
        return self.dated(person, "HOLDS", body, since, until, role=role)

    def conference(self, place, since=LONG_AGO, until=None):
        id_ = self.node(self.next_id(f"{place}K", 1), "Organization:Conference")
        self.dated(id_, "SERVES", place, since, until)
        return id_

    def meeting(self, conference, date, *attendees, kind="REGULAR"):
        """A meeting on the day; an attendee is an id, or an id and the category of the invitation."""
        id_ = self.node(self.next_id(f"{conference}M", 3), "Meeting", date=date, kind=kind, decisions=[])
        self.undated(conference, "HELD", id_)
        for attendee in attendees:
            actor, category = (attendee, None) if isinstance(attendee, str) else attendee
            self.undated(actor, "ATTENDED", id_, category=category)
        return id_

    def belong(self, person, conference, category, since=LONG_AGO, until=None):
        return self.dated(person, "BELONGS_TO", conference, since, until, category=category)

    def liaise(self, department, conference, since=LONG_AGO, until=None):
        return self.dated(department, "LIAISON_OF", conference, since, until)

    def secretary(self, place, since=LONG_AGO, until=None):
        """A secretary of the place, in a Party organization of its own."""
        organization = self.node(self.next_id(f"{self.code}W", 4), "Organization:PartyOrganization")
        self.dated(organization, "ORGANIZED_IN", place, LONG_AGO, None)
        person = self.person()
        self.appoint(person, organization, "SECRETARY", since, until)
        return person

    def stationed(self, label):
        """An enterprise, a social organization or another unit."""
        return self.node(self.next_id(f"{self.code}{label[0]}", 3), f"Organization:{label}")

    def group(self, compound, buildings=(), since=LONG_AGO, until=None):
        group = self.node(self.next_id(f"{compound}G", 2), "BuildingGroup")
        self.form(group, compound, since, until)
        for building in buildings:
            self.cover(group, building)
        return group

    def form(self, group, compound, since=LONG_AGO, until=None):
        return self.dated(group, "FORMED_IN", compound, since, until)

    def cover(self, group, building, since=LONG_AGO, until=None):
        return self.dated(group, "COVERS", building, since, until)

    def lead(self, person, group, since=LONG_AGO, until=None):
        return self.dated(person, "LEADS", group, since, until)

    def household(self, group, since=LONG_AGO, until=None):
        id_ = self.next_id(f"{group}H", 1)
        self._unnamed(id_, "Household:CentralHousehold")
        self.dated(id_, "HOSTS", group, since, until)
        return id_

    def post_kind(self):
        return self.node(self.next_id(f"{self.code}J", 2), "PostKind")

    def offer(self, community, kind, since=LONG_AGO, until=None):
        return self.dated(community, "OFFERS", kind, since, until)

    def team(self, community, since=LONG_AGO, until=None):
        team = self.node(self.next_id(f"{community}F", 2), "Organization:VolunteerTeam")
        self.dated(team, "SERVES", community, since, until)
        return team

    def zone(self, community, since=LONG_AGO, until=None):
        zone = self.node(self.next_id(f"{community}Z", 2), "ResponsibilityZone")
        self.dated(zone, "LIES_IN", community, since, until)
        return zone

    def member(self, community, since=LONG_AGO, until=None, form_on=LONG_AGO):
        member = self._unnamed(self.next_id(f"{self.code}X", 4), "Member")
        self.dated(member, "REGISTERED_IN", community, since, until, form_on=form_on)
        return member

    def choose(self, member, kind, since=LONG_AGO):
        return self.dated(member, "CHOSE", kind, since, None)

    def give_feedback(self, member, community, day):
        properties = {"id": f"{member}-{day}", "date": day, "grade": "GOOD", "counted_for": "HONOURS"}
        relation = {"start": member, "type": "GAVE_FEEDBACK", "target": community, "properties": properties}
        self.relations.append(relation)

    def person_in_difficulty(self, community, since=LONG_AGO, until=None):
        person = self._unnamed(self.next_id(f"{self.code}N", 4), "PersonInDifficulty")
        self.dated(person, "ON_RECORD_IN", community, since, until)
        return person

    def help(self, member, person, since=LONG_AGO, until=None):
        return self.dated(member, "HELPS", person, since, until)

    def _unnamed(self, id_, labels):
        self.nodes.append({"labels": labels.split(":"), "properties": {"id": id_}, "location": None})
        return id_

    def _only_subdistrict(self):
        code = f"{self.code}001"
        return code if any(node["properties"]["id"] == code for node in self.nodes) else self.subdistrict()

    def _place(self, parent, level, location=None):
        code = self.next_id(parent, 3)
        self.node(code, f"Place:{level}", location, code=code)
        self.undated(code, "PART_OF", parent)
        return code

    def _party(self, prefix, label, compound, since, until):
        id_ = self.node(self.next_id(prefix, 3 if label == "PropertyCompany" else 1), f"Organization:{label}")
        self.dated(id_, "SERVES", compound, since, until)
        return id_

    def node(self, id_, labels, location=None, **properties):
        properties = {"id": id_, "name": f"name of {id_}", "provenance": "SYNTHETIC", **properties}
        self.nodes.append({"labels": ["Entity", *labels.split(":")], "properties": properties, "location": location})
        return id_

    def dated(self, start, type_, target, since, until, **properties):
        properties = {"id": self.next_id(f"{start}-{type_}", 1), "since": since, "until": until, **properties}
        self.relations.append({"start": start, "type": type_, "target": target, "properties": properties})
        return properties["id"]

    def undated(self, start, type_, target, **properties):
        self.relations.append({"start": start, "type": type_, "target": target, "properties": properties})

    def next_id(self, prefix, digits):
        return f"{prefix}{next(self._numbers.setdefault(prefix, count(1))):0{digits}}"


class NamelessCity(City):
    """A city in which nothing has a name: it is missing, or blank."""

    def node(self, id_, labels, location=None, **properties):
        name = (None, "", " ", "\u3000 ")[len(self.nodes) % 4]
        return super().node(id_, labels, location, **{**properties, "name": name})


class RenewedCity(City):
    """A city in which every relation was renewed at once, before the old one was ended: each is there twice."""

    def dated(self, start, type_, target, since, until, **properties):
        first = super().dated(start, type_, target, since, until, **properties)
        super().dated(start, type_, target, since, until, **properties)
        return first


async def write(database, cities):
    await remove(database)
    await database.write(_WRITE_NODES, {"nodes": [node for city in cities for node in city.nodes]})
    await database.write(_WRITE_RELATIONS, {"relations": [relation for city in cities for relation in city.relations]})


async def remove(database):
    await database.write(_REMOVE)
