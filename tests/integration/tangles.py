"""Cities in which every relation is there several times: renewed before its end, twice the same, backwards."""

from datetime import timedelta
from itertools import product
from random import Random

from tiny_city import AS_OF, City

CODE = "990201"
DAY = timedelta(days=1)


class Tangle(City):
    """A city in which every relation is there several times."""

    def __init__(self, seed):
        super().__init__(CODE)
        self.chance = Random(seed)

    def dated(self, start, type_, target, since, until, **properties):  # noqa: ARG002 - the days are drawn
        for since_, until_ in self.intervals():
            drawn = {
                name: self.chance.choice(value) if name == "role" and isinstance(value, tuple) else value
                for name, value in properties.items()
            }
            super().dated(start, type_, target, since_, until_, **drawn)

    def intervals(self):
        """One to four spans of days: renewed before the end, renewed on the last day, twice the same, and backwards."""
        day = AS_OF - self.chance.randrange(150, 500) * DAY
        spans = [(day, self.chance.choice([None, AS_OF - self.chance.randrange(-50, 140) * DAY]))]
        for _ in range(self.chance.randrange(4)):
            since, until = spans[-1]
            end = until or AS_OF
            spans.append(
                self.chance.choice(
                    [
                        (since, until),
                        (end, self.chance.choice([None, end + 60 * DAY])),
                        (end - self.chance.randrange(1, 60) * DAY, None),
                        (since, end - self.chance.randrange(90) * DAY),
                        (end, since),
                        (since, since),
                    ]
                )
            )
        self.chance.shuffle(spans)
        return spans


def tangled(seed, kind=Tangle):
    """A city of the kind, with a thing or two of every type, tied by every type of relation."""
    city = kind(seed)
    communities = [city.community(), city.community()]
    compounds = [city.compound(community) for community in communities]
    departments = [city.department(), city.department()]
    leaders = [city.leader(title="", body="GOVERNMENT"), city.leader(title="", body="CPPCC")]
    persons = [city.person() for _ in range(3)]
    units = [city.stationed(label) for label in ("Enterprise", "SocialOrganization", "Unit")]
    criterion = city.node(f"{CODE}Q01", "Criterion", maximum=100, name_zh="")
    city.dated(criterion, "APPLIES_IN", CODE, None, None)
    for actor, community in product([*departments, *leaders], communities):
        city.pair(actor, community)
    for leader, department in product(leaders, departments):
        city.supervise(leader, department)
    for community in communities:
        add_bodies(city, community, departments, units, [*persons, *leaders])
        add_service(city, community)
    for compound in compounds:
        add_parties(city, compound, compounds[0], persons)
    return city


def add_bodies(city, community, departments, units, persons):
    """A synergy body with member units, a conference with everybody, and a secretary."""
    body, conference = city.synergy_body(community, ("CULTURE",)), city.conference(community)
    for unit in (*departments, *units):
        city.join(unit, body)
    for unit in units:
        city.dated(unit, "STATIONED_IN", community, None, None)
    for person in persons:
        city.belong(person, conference, "GOVERNMENT")
    for guest in (*persons, *units):
        city.dated(guest, "INVITED_TO", conference, None, None, category="DELEGATE_OR_COMMITTEE_MEMBER")
    city.liaise(departments[0], conference)
    city.meeting(conference, AS_OF - 230 * DAY)
    city.secretary(community)


def add_service(city, community):
    """A kind of post, a team and a zone, and a member in all of them."""
    kind, team, zone = city.post_kind(), city.team(community), city.zone(community)
    city.offer(community, kind)
    city.undated(team, "OF_KIND", city.node(city.next_id(f"{CODE}F", 2), "TeamKind"))
    city.undated(zone, "OF_KIND", city.node(city.next_id(f"{CODE}Z", 2), "ZoneKind"))
    member = city.member(community)
    for type_, target in (("CHOSE", kind), ("JOINED", team), ("TENDS", zone)):
        city.dated(member, type_, target, None, None)


def add_parties(city, compound, other_compound, persons):
    """The three parties with everybody in each, and a building group; the company serves another compound too."""
    branch, committee, company = (
        make(compound) for make in (city.branch, city.owners_committee, city.property_company)
    )
    city.dated(company, "SERVES", other_compound, None, None)
    city.dated(branch, "FOUNDED_ON", committee, None, None)
    for person in persons:
        city.appoint(person, branch, ("SECRETARY", "DEPUTY_SECRETARY", "COMMITTEE_MEMBER"))
        city.appoint(person, committee, ("DIRECTOR", "MEMBER"))
        city.appoint(person, company, ("PARTY_HEAD", "QUALITY_SUPERVISOR", "MANAGER"))
    group = city.group(compound, city.buildings(compound, 2))
    city.lead(persons[0], group)
    city.dated(persons[1], "HEADS", city.household(group), None, None)
