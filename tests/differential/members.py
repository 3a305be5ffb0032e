"""In-service members: what a place's service comes to, and what is shown of counts that are personal."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from differential.days import day_of
from differential.graph import AS_OF, Thing, rows
from differential.items import Ask, Item, Resolver, by_id

_GRADES = ("EXCELLENT", "GOOD", "QUALIFIED", "UNQUALIFIED")
_PURPOSES = ("DEMOCRATIC_REVIEW", "HONOURS", "YEARLY_APPRAISAL")
_FEWEST = 5


@dataclass(frozen=True)
class Held:
    """Something that holds from one day on, until another or for good."""

    since: date | None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it holds on the day."""
        return self.since is not None and self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True)
class Member:
    """A member: the organization, and what they chose on one day."""

    organization: str
    employed: Held
    chosen: Held
    posts: list[str]
    teams: list[str]
    zones: list[str]


@dataclass(frozen=True)
class Registration:
    """A member registered in a community."""

    member: Member
    community: str
    held: Held
    form: date | None


@dataclass(frozen=True)
class Feedback:
    """A feedback form that a community took in."""

    community: str
    day: date
    grade: str
    counted_for: str


@dataclass(frozen=True)
class Person:
    """A person in difficulty on record in a community, and when somebody helps."""

    community: str
    held: Held
    helped: list[Held]


@dataclass(frozen=True)
class Service:
    """What members did in a community on a day."""

    community: str
    kind: str
    day: date
    amount: float


@dataclass(frozen=True)
class Members:
    """The tables of in-service members."""

    members: list[Member]
    registrations: list[Registration]
    feedback: list[Feedback]
    people: list[Person]
    services: list[Service]


def _held(row: dict[str, Any], column: str = "since") -> Held:
    return Held(day_of(row[column], AS_OF), day_of(row.get("until", ""), AS_OF))


@cache
def read_members(folder: Path) -> Members:
    """The tables of the folder, days counted from the as-of day."""
    choices = {row["member"]: row for row in rows("choices", folder)}
    members = {
        row["id"]: Member(
            row["organization"],
            _held(row, "employed"),
            _held(choices[row["id"]], "date"),
            *(choices[row["id"]][column].split() for column in ("posts", "teams", "zones")),
        )
        for row in rows("members", folder)
    }
    helped: dict[str, list[Held]] = {}
    for row in rows("household_pairings", folder):
        helped.setdefault(row["person"], []).append(_held(row))
    return Members(
        list(members.values()),
        [
            Registration(members[row["member"]], row["community"], _held(row), day_of(row["form"], AS_OF))
            for row in rows("registrations", folder)
        ],
        [
            Feedback(row["community"], _day(row["date"]), row["grade"], row["counted_for"])
            for row in rows("feedback_forms", folder)
            for _ in row["members"].split()
        ],
        [
            Person(row["community"], _held(row), helped.get(row["id"], []))
            for row in rows("people_in_difficulty", folder)
        ],
        [
            Service(row["id"][:12], row["kind"], _day(row["date"]), float(row["number"] or row["value_cny"]))
            for row in rows("service_records", folder)
        ],
    )


def _day(written: str) -> date:
    day = day_of(written, AS_OF)
    assert day is not None
    return day


def known_until(day: date) -> date:
    """The day up to which it is told what is personal."""
    return min(day, datetime.now(ZoneInfo("Asia/Shanghai")).date())


def released_on(day: date) -> date:
    """The first day of the quarter of the day, or of today's before the day has come."""
    known = known_until(day)
    return date(known.year, (known.month - 1) // 3 * 3 + 1, 1)


def shown(people: int) -> int | None:
    """What is shown of a number of people: nothing of 1 to 4, else the multiple of five at or below it."""
    return None if 0 < people < _FEWEST else people - people % _FEWEST


def whole(parts: Iterable[int | None]) -> int | None:
    """What is shown of a whole: what its parts show, added up, unless nothing but what is withheld adds to it."""
    known = list(parts)
    total = sum(part or 0 for part in known)
    return None if total == 0 and None in known else total


def _communities(ask: Ask, place: Thing) -> list[str]:
    return [community.id for community in ask.graph.of("Community") if community.id.startswith(place.id)]


def of_exact(people: int) -> int | None:
    """What is shown of a part of an exact number: nothing of 0 to 4, else the multiple of five at or below it."""
    return shown(people) or None


def _by_community(
    ask: Ask, place: Thing, homes: Iterable[str], part: Callable[[int], int | None] = of_exact
) -> int | None:
    """What is shown of people, each of whom counts for a community, community by community of the place."""
    counted = list(homes)
    return whole(part(counted.count(community)) for community in _communities(ask, place))


def _registrations(ask: Ask, place: Thing, day: date) -> list[Registration]:
    """The registrations in the place that hold on the day."""
    found = read_members(ask.graph.folder).registrations
    return [one for one in found if one.community.startswith(place.id) and one.held.holds(day)]


def registered(ask: Ask, place: Thing, day: date | None = None) -> list[Registration]:
    """Who is registered in the place on the day, each once in a community, however many registrations say so."""
    return _once(_registrations(ask, place, day or ask.day))


def _once(registrations: Iterable[Registration]) -> list[Registration]:
    return list({(id(one.member), one.community): one for one in registrations}.values())


def _choices(ask: Ask) -> int:
    return sum(len(one.member.posts) for one in registered(ask, ask.value) if one.member.chosen.holds(ask.day))


def _pairings(ask: Ask) -> int | None:
    day = released_on(ask.day)
    paired = [
        person.community
        for person in read_members(ask.graph.folder).people
        if person.held.holds(day) and any(pairing.holds(day) for pairing in person.helped)
    ]
    return _by_community(ask, ask.value, paired, shown)


def total(ask: Ask, kind: str) -> float:
    """All that records of the kind come to in the place by the day."""
    found = [one for one in read_members(ask.graph.folder).services if one.kind == kind and one.day <= ask.day]
    return sum(one.amount for one in found if one.community.startswith(ask.value.id))


def _serving(ask: Ask, place: Thing, kind: str, type_: str) -> list[Thing]:
    """The teams or zones of the kind in the place."""
    return [
        link.start
        for community in ask.graph.of("Community")
        if community.id.startswith(place.id)
        for link in ask.holding(ask.graph.reaching(community, type_))
        if link.start.cells.get("kind") == kind
    ]


def _of_team(ask: Ask, team: str) -> int | None:
    day = released_on(ask.day)
    return shown(
        len([one for one in read_members(ask.graph.folder).members if team in one.teams and one.chosen.holds(day)])
    )


def _of_zone(ask: Ask, zone: str) -> int | None:
    day = released_on(ask.day)
    return shown(
        len([one for one in read_members(ask.graph.folder).members if zone in one.zones and one.chosen.holds(day)])
    )


def _of_post_kind(ask: Ask) -> int | None:
    place, kind = ask.value
    day = released_on(ask.day)
    homes = [
        one.community
        for one in registered(ask, place, day)
        if kind.id in one.member.posts and one.member.chosen.holds(day)
    ]
    return _by_community(ask, place, homes)


def _of_review(ask: Ask) -> int | None:
    place, grade, purpose = ask.value
    homes = [one.community for one in _last_year(ask) if (one.grade, one.counted_for) == (grade, purpose)]
    return _by_community(ask, place, homes)


def _last_year(ask: Ask) -> list[Feedback]:
    return [one for one in read_members(ask.graph.folder).feedback if one.day.year == known_until(ask.day).year - 1]


def _feedback(ask: Ask) -> int:
    return len([one for one in _last_year(ask) if one.community.startswith(ask.value.id)])


def _forms(ask: Ask) -> int:
    held = _registrations(ask, ask.value, ask.day)
    return len(_once(one for one in held if one.form is not None and one.form <= ask.day))


def _kinds(kind: str, type_: str) -> Resolver:
    return lambda ask: [ask.made(type_, (ask.value, one)) for one in ask.graph.of(kind)]


def _reviews(ask: Ask) -> list[Item | None]:
    return [ask.made("ReviewCount", (ask.value, grade, purpose)) for grade in _GRADES for purpose in sorted(_PURPOSES)]


def _of_organization(ask: Ask) -> int | None:
    day = released_on(ask.day)
    found = read_members(ask.graph.folder).members
    return shown(len([one for one in found if one.organization == ask.value.id and one.employed.holds(day)]))


@dataclass(frozen=True)
class Colleagues:
    """How many members of an organization live in a community."""

    start: Thing
    number: int

    @property
    def id(self) -> str:
        """The organization's id, by which the list is ordered."""
        return self.start.id


def _organizations(ask: Ask) -> Item:
    report = ask.graph.reported_on[ask.value.id[:6]]
    day = report if report == known_until(report) else released_on(report)
    works = [one.member.organization for one in registered(ask, ask.value, day) if one.member.employed.holds(day)]
    found = [Colleagues(ask.graph.things[id_], works.count(id_)) for id_ in set(works)]
    items = [ask.made("CommunityOrganizationEdge", one) for one in found if one.number >= _FEWEST]
    return ask.page("CommunityOrganizationConnection", items, by_id("Community.memberOrganizations"))


def _linked(type_: str, kind: str, list_: str) -> Resolver:
    def page(ask: Ask) -> Item:
        links = ask.holding(ask.graph.reaching(ask.value, type_, kind))
        return ask.page(f"{kind}Connection", ask.items([link.start for link in links]), by_id(list_))

    return page


def _offered(ask: Ask) -> list[Item]:
    links = ask.holding(ask.graph.leaving(ask.value, "OFFERS"))
    return ask.items(sorted((link.end for link in links), key=lambda kind: kind.id))


def _kind(ask: Ask) -> Item | None:
    return ask.item(ask.graph.things[ask.value.cells["kind"]])


def _community(ask: Ask) -> Item | None:
    return ask.item(ask.graph.things[ask.value.id[:12]])


def service(ask: Ask) -> Item | None:
    """What members do in the place."""
    return ask.made("ServiceSummary", ask.value)


def figures(ask: Ask) -> dict[str, float]:
    """The figures of in-service members of the city."""
    day = ask.day
    choosers = [one for one in read_members(ask.graph.folder).members if one.posts and one.chosen.holds(day)]
    return {
        "post_kinds": len(ask.graph.of("PostKind")),
        "team_kinds": len(ask.graph.of("TeamKind")),
        "zone_kinds": len(ask.graph.of("ZoneKind")),
        "in_service_members": len(choosers),
        "member_organizations": len({one.organization for one in choosers}),
        "post_choices": sum(len(one.posts) for one in choosers),
        "volunteer_teams": len(
            [team for team in ask.graph.of("VolunteerTeam") if ask.holding(ask.graph.leaving(team, "SERVES"))]
        ),
        "people_in_difficulty_paired": len(
            [
                one
                for one in read_members(ask.graph.folder).people
                if one.held.holds(day) and any(pairing.holds(day) for pairing in one.helped)
            ]
        ),
        "member_donations": total(ask, "DONATION"),
        "consultations": total(ask, "CONSULTATION"),
        "mediations": total(ask, "MEDIATION"),
    }


def _number(function: Callable[[Ask, Thing], list[Any]]) -> Resolver:
    return lambda ask: len(function(ask, ask.value))


def _count_of(kind: str, type_: str) -> Resolver:
    """How many teams or zones of all kinds the place has."""
    return lambda ask: sum(len(_serving(ask, ask.value, one.id, type_)) for one in ask.graph.of(kind))


FIELDS: dict[str, dict[str, Resolver]] = {
    **{kind: {"service": service} for kind in ("City", "Subdistrict")},
    "Community": {
        "service": service,
        "postKinds": _offered,
        "volunteerTeams": _linked("SERVES", "VolunteerTeam", "Community.volunteerTeams"),
        "responsibilityZones": _linked("LIES_IN", "ResponsibilityZone", "Community.responsibilityZones"),
        "memberOrganizations": _organizations,
    },
    "CommunityOrganizationEdge": {
        "node": lambda ask: ask.item(ask.value.start),
        "members": lambda ask: shown(ask.value.number),
    },
    "PartyOrganization": {"inServiceMembers": _of_organization},
    "VolunteerTeam": {"kind": _kind, "community": _community, "members": lambda ask: _of_team(ask, ask.value.id)},
    "ResponsibilityZone": {"kind": _kind, "community": _community, "members": lambda ask: _of_zone(ask, ask.value.id)},
    "ServiceSummary": {
        "members": _number(registered),
        "postChoices": _choices,
        "volunteerTeams": _count_of("TeamKind", "SERVES"),
        "responsibilityZones": _count_of("ZoneKind", "LIES_IN"),
        "householdPairings": _pairings,
        "consultations": lambda ask: total(ask, "CONSULTATION"),
        "mediations": lambda ask: total(ask, "MEDIATION"),
        "donatedCny": lambda ask: total(ask, "DONATION"),
        "registrationForms": _forms,
        "feedbackForms": _feedback,
        "postKinds": _kinds("PostKind", "PostKindCount"),
        "teamKinds": _kinds("TeamKind", "TeamKindCount"),
        "zoneKinds": _kinds("ZoneKind", "ZoneKindCount"),
        "reviews": _reviews,
    },
    "PostKindCount": {"kind": lambda ask: ask.item(ask.value[1]), "members": _of_post_kind},
    "TeamKindCount": {
        "kind": lambda ask: ask.item(ask.value[1]),
        "teams": lambda ask: len(_serving(ask, ask.value[0], ask.value[1].id, "SERVES")),
        "members": lambda ask: whole(
            _of_team(ask, team.id) for team in _serving(ask, ask.value[0], ask.value[1].id, "SERVES")
        ),
    },
    "ZoneKindCount": {
        "kind": lambda ask: ask.item(ask.value[1]),
        "zones": lambda ask: len(_serving(ask, ask.value[0], ask.value[1].id, "LIES_IN")),
        "members": lambda ask: whole(
            _of_zone(ask, zone.id) for zone in _serving(ask, ask.value[0], ask.value[1].id, "LIES_IN")
        ),
    },
    "ReviewCount": {
        "grade": lambda ask: ask.value[1],
        "countedFor": lambda ask: ask.value[2],
        "members": _of_review,
    },
}
