"""The relations that hold on a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from oracle.tables import Relation, Tables


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

    def to(self, end: str) -> list[Relation]:
        return self._to.get(end, [])

    def starts(self) -> list[str]:
        """Everything that such a relation starts from."""
        return sorted(self._from)


class Situation:
    """The tables as they stand on a day: what a rule looks at."""

    def __init__(self, tables: Tables, day: date) -> None:
        self.tables = tables
        self.day = day
        self.department_pairings = Held(tables.department_pairings, day)
        self.leader_pairings = Held(tables.leader_pairings, day)
        self.supervisions = Held(tables.supervisions, day)
        self.services = Held(tables.services, day)
        self.synergy_services = Held(tables.synergy_services, day)
        self.memberships = Held(tables.memberships, day)
        self.appointments = Held(tables.appointments, day)
        self.organizings = Held(tables.organizings, day)
        self.conference_services = Held(tables.conference_services, day)
        self.liaison_offices = Held(tables.liaison_offices, day)
        self.conference_members = Held(tables.conference_members, day)
        self.formations = Held(tables.formations, day)
        self.covers = Held(tables.covers, day)
        self.group_leaders = Held(tables.group_leaders, day)
        self.group_households = Held(tables.group_households, day)
        self.post_offers = Held(tables.post_offers, day)
        self.teams = Held(tables.teams, day)
        self.zones = Held(tables.zones, day)
        self.registrations = Held(tables.registrations, day)
        self.records = Held(tables.records, day)
        self.household_pairings = Held(tables.household_pairings, day)
        self.choosers = {member for member, first in tables.first_choices.items() if first <= day}
        self.with_form = {id_ for id_, form in tables.forms.items() if form <= day}

    def synergy_bodies(self, community: str) -> list[str]:
        """The synergy bodies of the community, the earliest first."""
        return [service.start for service in self.synergy_services.to(community)]

    def branches(self, compound: str) -> list[str]:
        return self._parties(compound, self.tables.branches)

    def owners_committees(self, compound: str) -> list[str]:
        return self._parties(compound, self.tables.owners_committees)

    def property_companies(self, compound: str) -> list[str]:
        return self._parties(compound, self.tables.property_companies)

    def _parties(self, compound: str, kind: frozenset[str]) -> list[str]:
        return [service.start for service in self.services.to(compound) if service.start in kind]
