"""Persons with their bodies within a place, and how they belong to these."""

from dataclasses import dataclass
from typing import Any

from differential import chains
from differential.graph import Relation, Thing
from differential.ids import parts, refusal
from differential.items import Ask, Item, Resolver, by_id, contains, fits, in_range
from differential.pages import MOST, Order

_BELONGING = ("HOLDS", "BELONGS_TO")


@dataclass(frozen=True, eq=False)
class Involvement:
    """A person, and the relations that make them belong to the bodies in question."""

    start: Thing
    links: tuple[Relation, ...]

    @property
    def body_count(self) -> int:
        """How many bodies these are."""
        return len({link.end.id for link in self.links})


def persons(ask: Ask, beginning: str) -> Item:
    """The persons within a place that match the filter, in the order that is asked for."""
    asked = ask.arguments.get("filter") or {}
    ids = _ids(asked.get("ids") or [])
    found = [
        involvement
        for person in ask.graph.of("Person", "Leader")
        if person.id.startswith(beginning[:6])
        and contains(asked.get("name"), person)
        and fits(asked.get("leader"), found=person.kind == "Leader")
        and (asked.get("ids") is None or person.id in ids)
        and (asked.get("roles") is None or _roles(ask, person) & set(asked["roles"]))
        for involvement in [_involvement(ask, person, beginning)]
        if (len(beginning) <= 6 or involvement.links) and in_range(involvement.body_count, asked.get("bodyCount"))
    ]
    items = [ask.made("InvolvedPerson", involvement) for involvement in found]
    return ask.page("InvolvedPersonConnection", items, _order(ask))


def _ids(given: list[str]) -> set[str]:
    if len(given) > MOST:
        raise refusal("BAD_PAGE")
    named = [parts(each) for each in given]
    if any(type_ not in {"Person", "Leader"} for type_, *_ in named):
        raise refusal("BAD_ID")
    return {id_ for _, id_, _ in named}


def _roles(ask: Ask, person: Thing) -> set[str]:
    return {link.cells["role"] for link in ask.holding(ask.graph.leaving(person, "HOLDS"))}


def _order(ask: Ask) -> Order:
    chosen = ask.arguments.get("orderBy")
    if chosen is None:
        return Order("Query.persons", lambda item: (item.value.start.id,), (False,))
    terms: dict[str, Any] = {
        "ID": lambda value: value.start.id,
        "NAME": lambda value: value.start.name,
        "BODY_COUNT": lambda value: value.body_count,
    }
    term = terms[chosen["field"]]
    return Order(
        f"Query.persons {chosen['field']} {chosen['direction']}",
        lambda item: (term(item.value), item.value.start.id),
        (chosen["direction"] == "DESC", False),
    )


def _involvement(ask: Ask, person: Thing, beginning: str) -> Involvement:
    links = belongings(ask, person)
    return Involvement(person, tuple(link for link in links if body_lies_within(ask, link.end, beginning)))


def belongings(ask: Ask, person: Thing) -> list[Relation]:
    """What makes the person belong to bodies."""
    return [link for type_ in _BELONGING for link in ask.holding(ask.graph.leaving(person, type_))]


def _bodies(list_: str, role: str | None = None) -> Resolver:
    """The organizations that the person belongs to, or in which they hold the position."""

    def listed(ask: Ask) -> Item:
        links = [link for link in belongings(ask, ask.value) if role is None or link.cells.get("role") == role]
        return ask.page("BodyConnection", ask.items(list({link.end for link in links})), by_id(list_))

    return listed


def body_lies_within(ask: Ask, body: Thing, beginning: str) -> bool:
    """Whether the body lies within a place: by its id in a city, else by what it serves or is the Party organization of."""
    if len(beginning) <= 6:
        return body.id.startswith(beginning)
    held = [link.end for type_ in ("SERVES", "ORGANIZED_IN") for link in ask.holding(ask.graph.leaving(body, type_))]
    further = [
        link.end
        for one in held
        for type_ in ("PAIRED_WITH", "STATIONED_IN")
        for link in ask.holding(ask.graph.leaving(one, type_))
    ]
    return any(place.id.isdigit() and place.id.startswith(beginning) for place in [*held, *further])


def _evidence(ask: Ask) -> Item:
    items = [ask.made("Belonging", link) for link in ask.value.links]
    order = Order(
        "InvolvedPersonEdge.evidence",
        lambda item: (item.value.end.id, item.value.type, item.value.id),
        (False, False, False),
    )
    return ask.page("BelongingConnection", items, order)


FIELDS: dict[str, dict[str, Resolver]] = {
    "Person": {
        "organizations": _bodies("Person.organizations"),
        "secretaryOf": _bodies("Person.secretaryOf", "SECRETARY"),
    },
    "InvolvedPersonEdge": {
        "node": lambda ask: ask.item(ask.value.start, "Person"),
        "bodyCount": lambda ask: ask.value.body_count,
        "evidence": _evidence,
    },
    "Belonging": {
        "person": lambda ask: ask.item(ask.value.start, "Person"),
        "body": lambda ask: ask.item(ask.value.end),
        "relation": lambda ask: ask.value.type,
        "role": lambda ask: ask.value.cells.get("role"),
        "category": lambda ask: ask.value.cells.get("category"),
        "sentence": lambda ask: chains.sentence(ask, ask.value),
    },
}
