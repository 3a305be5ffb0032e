"""Departments: the leaders that supervise them, and the communities that they are paired with."""

from differential.graph import Thing
from differential.items import FILTERS, Ask, Item, Resolver, by_id, contains, fits
from differential.pairings import aligned, lies_within, pairing, pairings, supervisor
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
FIELDS: dict[str, dict[str, Resolver]] = {
    "Department": {
        "kind": lambda ask: ask.value.cells["kind"],
        "location": location,
        "supervisor": lambda ask: ask.item(supervisor(ask, ask.value)),
        "pairing": lambda ask: ask.made("DepartmentPairing", pairing(ask, ask.value)),
        "pairings": pairings,
    },
}
