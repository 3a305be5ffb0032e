"""Departments: the leaders that supervise them, and the communities that they are paired with."""

from dataclasses import dataclass
from typing import Any

from differential.graph import Thing
from differential.items import FILTERS, Ask, Item, Resolver, by_id, contains, fits
from differential.pages import Order
from differential.pairings import aligned, lies_within, metres_between, pairing, pairings, supervisor
from differential.places import location


def departments(ask: Ask, beginning: str) -> Item:
    """The departments within a place that match the filter."""
    found = ask.matching(one for one in ask.graph.of("Department") if lies_within(ask, one, beginning))
    return ask.page("DepartmentConnection", ask.items(found), by_id("Query.departments"))


def _matches(ask: Ask, department: Thing) -> bool:
    asked, link = ask.filter, pairing(ask, department)
    return (
        contains(asked.get("name"), department)
        and asked.get("kind") in {None, department.cells["kind"]}
        and fits(asked.get("paired"), found=link is not None)
        and fits(asked.get("aligned"), found=aligned(ask, link) if link else None)
    )


FILTERS["Department"] = _matches


@dataclass(frozen=True)
class Suitability:
    """A community that a department could be paired with."""

    community: Thing
    aligned: bool | None
    metres: float | None
    rank: int | None
    room: int


def _suitability(ask: Ask) -> Item:
    department = ask.value
    leader = supervisor(ask, department)
    own = {link.end.id for link in ask.holding(ask.graph.leaving(leader, "PAIRED_WITH"))} if leader else set()
    paired = {link.end.id for link in ask.holding(ask.graph.leaving(department, "PAIRED_WITH"))}
    communities = [one for one in ask.graph.of("Community") if one.id[:6] == department.id[:6]]
    ranked = sorted(communities, key=lambda one: (metres_between(department, one) or 0, one.id))
    found = []
    for rank, community in enumerate(ranked, 1):
        if community.id not in paired:
            metres = metres_between(department, community)
            departments = ask.holding(ask.graph.reaching(community, "PAIRED_WITH", "Department"))
            suitability = Suitability(
                community,
                community.id in own if leader else None,
                metres,
                None if metres is None else rank,
                max(0, 5 - len(departments)),
            )
            found.append(ask.made("Suitability", suitability))

    def best_first(item: Item) -> tuple[Any, ...]:
        one: Suitability = item.value
        metres = 1e9 if one.metres is None else one.metres
        return 2 if one.room == 0 else 0 if one.aligned else 1, metres, one.community.id

    return ask.page("SuitabilityConnection", found, Order("Department.suitability", best_first, (False,) * 3))


FIELDS: dict[str, dict[str, Resolver]] = {
    "Department": {
        "kind": lambda ask: ask.value.cells["kind"],
        "location": location,
        "supervisor": lambda ask: ask.item(supervisor(ask, ask.value)),
        "pairing": lambda ask: ask.made("DepartmentPairing", pairing(ask, ask.value)),
        "pairings": pairings,
        "suitability": _suitability,
    },
    "Suitability": {
        "community": lambda ask: ask.item(ask.value.community),
        "distanceMetres": lambda ask: ask.value.metres,
        "distanceRank": lambda ask: ask.value.rank,
        "aligned": lambda ask: ask.value.aligned,
        "room": lambda ask: ask.value.room,
    },
}
