"""Departments and leaders, and the pairings that tie them to communities."""

from math import asin, cos, radians, sin, sqrt

from differential import visits
from differential.graph import Relation, Thing
from differential.items import Ask, Item, Resolver, by_id, contains, fits
from differential.pages import Order
from differential.places import location

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
    department, community = ask.value.start.location, ask.value.end.location
    if department is None or community is None:
        return None
    (x1, y1), (x2, y2) = (map(radians, point) for point in (department, community))
    chord = sin((y2 - y1) / 2) ** 2 + cos(y1) * cos(y2) * sin((x2 - x1) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(chord))


def _last_visit(ask: Ask) -> object:
    return max((visit.date for visit in visits.made(ask, ask.value.start, ask.value.end)), default=None)


def _all(ask: Ask) -> Item:
    type_ = f"{ask.value.kind}Pairing"
    items = [ask.made(type_, link) for link in ask.begun(ask.graph.leaving(ask.value, "PAIRED_WITH"))]
    order = Order(f"{ask.value.kind}.pairings", lambda item: (item.value.since, item.value.id), (True, False))
    return ask.page(f"{type_}Connection", items, order)


def _supervises(ask: Ask) -> Item:
    links = ask.holding(ask.graph.leaving(ask.value, "SUPERVISES"))
    return ask.page("DepartmentConnection", ask.items([link.end for link in links]), by_id("Leader.supervises"))


def _lies_within(ask: Ask, thing: Thing, beginning: str) -> bool:
    """Within a place below the city: those that are paired with a community there."""
    if len(beginning) <= 6:
        return thing.id.startswith(beginning)
    return any(link.end.id.startswith(beginning) for link in ask.holding(ask.graph.leaving(thing, "PAIRED_WITH")))


def departments(ask: Ask, beginning: str) -> Item:
    """The departments within a place that match the filter."""
    asked = ask.arguments.get("filter") or {}
    found = []
    for department in ask.graph.of("Department"):
        link = pairing(ask, department)
        if (
            _lies_within(ask, department, beginning)
            and contains(asked.get("name"), department)
            and asked.get("kind") in {None, department.cells["kind"]}
            and fits(asked.get("paired"), found=link is not None)
            and fits(asked.get("aligned"), found=aligned(ask, link) if link else None)
        ):
            found.append(department)
    return ask.page("DepartmentConnection", ask.items(found), by_id("Query.departments"))


def leaders(ask: Ask, beginning: str) -> Item:
    """The leaders within a place that match the filter."""
    asked = ask.arguments.get("filter") or {}
    found = [
        leader
        for leader in ask.graph.of("Leader")
        if _lies_within(ask, leader, beginning)
        and contains(asked.get("name"), leader)
        and fits(asked.get("paired"), found=pairing(ask, leader) is not None)
        and fits(asked.get("accompanied"), found=_accompanied(ask, leader))
        and fits(asked.get("visitOverdue"), found=visits.overdue(ask, leader, pairing(ask, leader)))
    ]
    return ask.page("LeaderConnection", ask.items(found), by_id("Query.leaders"))


def _accompanied(ask: Ask, leader: Thing) -> bool | None:
    """Whether a department that the leader supervises is paired with the same community; null without a pairing."""
    own = pairing(ask, leader)
    if own is None:
        return None
    supervised = [link.end for link in ask.holding(ask.graph.leaving(leader, "SUPERVISES"))]
    paired = [link for department in supervised for link in ask.holding(ask.graph.leaving(department, "PAIRED_WITH"))]
    return any(link.end is own.end for link in paired)


_PAIRING: dict[str, Resolver] = {"community": lambda ask: ask.item(ask.value.end)}
_COMPUTED: dict[str, Resolver] = {"aligned": lambda ask: aligned(ask, ask.value), "distanceMetres": _distance}

FIELDS: dict[str, dict[str, Resolver]] = {
    "Department": {
        "kind": lambda ask: ask.value.cells["kind"],
        "location": location,
        "supervisor": lambda ask: ask.item(supervisor(ask, ask.value)),
        "pairing": lambda ask: ask.made("DepartmentPairing", pairing(ask, ask.value)),
        "pairings": _all,
    },
    "Leader": {
        "title": lambda ask: ask.value.cells["title"],
        "body": lambda ask: ask.value.cells["body"],
        "person": lambda ask: ask.item(ask.value, "Person"),
        "pairing": lambda ask: ask.made("LeaderPairing", pairing(ask, ask.value)),
        "pairings": _all,
        "supervises": _supervises,
        "visitOverdue": lambda ask: visits.overdue(ask, ask.value, pairing(ask, ask.value)),
    },
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
