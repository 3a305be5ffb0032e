"""Pairings: the relations that tie departments and leaders to communities."""

from math import asin, cos, radians, sin, sqrt

from differential import visits
from differential.graph import Relation, Thing
from differential.items import Ask, Item, Resolver
from differential.pages import Order

# The equatorial radius in metres, which the database measures with.
_EARTH = 6_378_140.0


def supervisor(ask: Ask, department: Thing) -> Thing | None:
    """The leader in charge of the department's field; the earliest, should there be several."""
    links = ask.holding(ask.graph.reaching(department, "SUPERVISES"))
    return links[0].start if links else None


def pairing(ask: Ask, thing: Thing) -> Relation | None:
    """The pairing of a department or leader that holds; the earliest, should there be several."""
    links = ask.holding(ask.graph.leaving(thing, "PAIRED_WITH"))
    return links[0] if links else None


def aligned(ask: Ask, link: Relation) -> bool | None:
    """Whether the department's supervisor is paired with the pairing's community; null without a supervisor."""
    leader = supervisor(ask, link.start)
    if leader is None:
        return None
    return any(own.end is link.end for own in ask.holding(ask.graph.leaving(leader, "PAIRED_WITH")))


def _distance(ask: Ask) -> float | None:
    return metres_between(ask.value.start, ask.value.end)


def metres_between(one: Thing, other: Thing) -> float | None:
    """The distance between two things; null where a location is not known."""
    if one.location is None or other.location is None:
        return None
    (x1, y1), (x2, y2) = (map(radians, point) for point in (one.location, other.location))
    chord = sin((y2 - y1) / 2) ** 2 + cos(y1) * cos(y2) * sin((x2 - x1) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(chord))


def _last_visit(ask: Ask) -> object:
    return max((visit.date for visit in visits.made(ask, ask.value.start, ask.value.end)), default=None)


def pairings(ask: Ask) -> Item:
    type_ = f"{ask.value.kind}Pairing"
    items = [ask.made(type_, link) for link in ask.begun(ask.graph.leaving(ask.value, "PAIRED_WITH"))]
    order = Order(f"{ask.value.kind}.pairings", lambda item: (item.value.since, item.value.id), (True, False))
    return ask.page(f"{type_}Connection", items, order)


def lies_within(ask: Ask, thing: Thing, beginning: str) -> bool:
    """Within a place below the city: those that are paired with a community there."""
    if len(beginning) <= 6:
        return thing.id.startswith(beginning)
    return any(link.end.id.startswith(beginning) for link in ask.holding(ask.graph.leaving(thing, "PAIRED_WITH")))


_PAIRING: dict[str, Resolver] = {"community": lambda ask: ask.item(ask.value.end)}
_COMPUTED: dict[str, Resolver] = {"aligned": lambda ask: aligned(ask, ask.value), "distanceMetres": _distance}


FIELDS: dict[str, dict[str, Resolver]] = {
    "DepartmentPairing": {**_PAIRING, **_COMPUTED, "department": lambda ask: ask.item(ask.value.start)},
    "LeaderPairing": {
        **_PAIRING,
        "leader": lambda ask: ask.item(ask.value.start),
        "lastVisit": _last_visit,
    },
    "CommunityDepartmentEdge": {
        **_COMPUTED,
        "node": lambda ask: ask.item(ask.value.start),
        "pairing": lambda ask: ask.made("DepartmentPairing", ask.value),
    },
    "CommunityLeaderEdge": {
        "node": lambda ask: ask.item(ask.value.start),
        "pairing": lambda ask: ask.made("LeaderPairing", ask.value),
        "lastVisit": _last_visit,
    },
}
