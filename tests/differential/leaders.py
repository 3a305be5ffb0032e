"""Leaders: the departments that they supervise, and the communities that they are paired with."""

from differential import visits
from differential.graph import Thing
from differential.items import FILTERS, Ask, Item, Resolver, by_id, contains, fits
from differential.pairings import lies_within, pairing, pairings


def _supervises(ask: Ask) -> Item:
    found = ask.matching(link.end for link in ask.holding(ask.graph.leaving(ask.value, "SUPERVISES")))
    return ask.page("DepartmentConnection", ask.items(found), by_id("Leader.supervises"))


def leaders(ask: Ask, beginning: str) -> Item:
    """The leaders within a place that match the filter."""
    found = ask.matching(one for one in ask.graph.of("Leader") if lies_within(ask, one, beginning))
    return ask.page("LeaderConnection", ask.items(found), by_id("Query.leaders"))


def _matches(ask: Ask, leader: Thing) -> bool:
    asked = ask.filter
    return (
        contains(asked.get("name"), leader)
        and fits(asked.get("paired"), found=pairing(ask, leader) is not None)
        and fits(asked.get("accompanied"), found=_accompanied(ask, leader))
        and fits(asked.get("visitOverdue"), found=visits.overdue(ask, leader, pairing(ask, leader)))
    )


def _accompanied(ask: Ask, leader: Thing) -> bool | None:
    """Whether a department that the leader supervises is paired with the same community; null without a pairing."""
    own = pairing(ask, leader)
    if own is None:
        return None
    supervised = [link.end for link in ask.holding(ask.graph.leaving(leader, "SUPERVISES"))]
    paired = [link for department in supervised for link in ask.holding(ask.graph.leaving(department, "PAIRED_WITH"))]
    return any(link.end is own.end for link in paired)


FILTERS["Leader"] = _matches
FIELDS: dict[str, dict[str, Resolver]] = {
    "Leader": {
        "title": lambda ask: ask.value.cells["title"],
        "body": lambda ask: ask.value.cells["body"],
        "person": lambda ask: ask.item(ask.value, "Person"),
        "pairing": lambda ask: ask.made("LeaderPairing", pairing(ask, ask.value)),
        "pairings": pairings,
        "supervises": _supervises,
        "visitOverdue": lambda ask: visits.overdue(ask, ask.value, pairing(ask, ask.value)),
        "nextVisitDue": lambda ask: visits.next_due(ask, pairing(ask, ask.value)),
    },
}
