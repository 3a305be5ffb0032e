"""What there is on a day: the relations that hold, and the events up to it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from oracle.records import Attendance, Escalation, Evaluation, Meeting, Relation, Visit
from oracle.tables import Tables

Record = TypeVar("Record")


class Held:
    """The relations of one kind that hold on a day, found from either end, the earliest first."""

    def __init__(self, relations: Iterable[Relation], day: date) -> None:
        self._from: defaultdict[str, list[Relation]] = defaultdict(list)
        self._to: defaultdict[str, list[Relation]] = defaultdict(list)
        for relation in sorted(relations, key=lambda one: (one.since, one.id)):
            if relation.holds(day):
                self._from[relation.start].append(relation)
                self._to[relation.end].append(relation)

    def from_(self, start: str) -> list[Relation]:
        return self._from.get(start, [])

    def one_for_each_end(self, start: str) -> list[Relation]:
        """Those from the start, of several to the same end the earliest: two between the same two things are one."""
        return list({relation.end: relation for relation in reversed(self.from_(start))}.values())[::-1]

    def to(self, end: str) -> list[Relation]:
        return self._to.get(end, [])

    def starts(self) -> list[str]:
        """Everything that such a relation starts from."""
        return sorted(self._from)

    def ends(self) -> list[str]:
        """Everything that such a relation leads to."""
        return sorted(self._to)


class Situation:
    """The tables as they stand on a day: what a rule looks at."""

    def __init__(self, tables: Tables, day: date) -> None:
        self.tables = tables
        self.day = day
        self.department_pairings = Held(tables.department_pairings, day)
        self.leader_pairings = Held(tables.leader_pairings, day)
        self.supervisions = Held(tables.supervisions, day)
        self.services = Held(tables.services, day)
        self.appointments = Held(tables.appointments, day)
        self.formations = Held(tables.formations, day)
        self.covers = Held(tables.covers, day)
        self.group_leaders = Held(tables.group_leaders, day)
        self.group_households = Held(tables.group_households, day)
        self.party_bodies = Held(tables.party_bodies, day)
        self.conference_places = Held(tables.conference_places, day)
        self.liaison_offices = Held(tables.liaison_offices, day)
        self.standing_members = Held(tables.standing_members, day)
        self.body_communities = Held(tables.body_communities, day)
        self.memberships = Held(tables.memberships, day)
        self.criterion_cities = Held(tables.criterion_cities, day)
        self.post_offers = Held(tables.post_offers, day)
        self.teams = Held(tables.teams, day)
        self.zones = Held(tables.zones, day)
        self.employments = Held(tables.employments, day)
        self.registrations = Held(tables.registrations, day)
        self.people_in_difficulty = Held(tables.people_in_difficulty, day)
        self.household_pairings = Held(tables.household_pairings, day)

        self.meetings = {meeting.id: meeting for meeting in self._so_far(tables.meetings)}
        self.choices = [choice for choice in tables.choices if choice.date <= day and choice.posts]
        self.issues = [issue for issue in tables.issues if issue.meeting in self.meetings]
        self._meetings_of: Mapping[str, list[Meeting]] = _grouped(self.meetings.values(), lambda one: one.conference)
        self._attendances: Mapping[str, list[Attendance]] = _grouped(tables.attendances, lambda one: one.meeting)
        self._escalations: Mapping[str, list[Escalation]] = _grouped(
            self._so_far(tables.escalations), lambda one: one.issue
        )
        self._visits: Mapping[str, list[Visit]] = _grouped(self._so_far(tables.visits), lambda one: one.leader)
        self._evaluations: Mapping[str, list[Evaluation]] = _grouped(tables.evaluations, lambda one: one.department)

    def branches(self, compound: str) -> list[str]:
        return self._parties(compound, self.tables.branches)

    def owners_committees(self, compound: str) -> list[str]:
        return self._parties(compound, self.tables.owners_committees)

    def property_companies(self, compound: str) -> list[str]:
        return self._parties(compound, self.tables.property_companies)

    def meetings_of(self, conference: str) -> list[Meeting]:
        """All that it held so far, the first of them first."""
        return self._meetings_of.get(conference, [])

    def attendances(self, meeting: str) -> list[Attendance]:
        return self._attendances.get(meeting, [])

    def escalations(self, issue: str) -> list[Escalation]:
        """All that were submitted so far, the first of them first."""
        return self._escalations.get(issue, [])

    def visits(self, leader: str) -> list[Visit]:
        return self._visits.get(leader, [])

    def evaluations(self, department: str) -> list[Evaluation]:
        """All of the department, whether their round is closed or not."""
        return self._evaluations.get(department, [])

    def _parties(self, compound: str, kind: frozenset[str]) -> list[str]:
        return list(dict.fromkeys(service.start for service in self.services.to(compound) if service.start in kind))

    def _so_far(self, events: Iterable[Record]) -> list[Record]:
        """The events up to the day, in the order in which they happened."""
        return sorted((event for event in events if event.date <= self.day), key=lambda one: (one.date, one.id))


def _grouped(records: Iterable[Record], key: Callable[[Record], str]) -> Mapping[str, list[Record]]:
    groups: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return groups
