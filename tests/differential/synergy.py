"""Synergy bodies and their member units."""

from differential.graph import Thing
from differential.items import Ask, Item, Resolver
from differential.pages import Order


def body(ask: Ask, community: Thing) -> Thing | None:
    """The synergy body of the community; the earliest, should there be several."""
    links = ask.holding(ask.graph.reaching(community, "SERVES", "SynergyBody"))
    return links[0].start if links else None


def _community(ask: Ask) -> Item | None:
    links = ask.begun(ask.graph.leaving(ask.value, "SERVES"))
    return ask.item(links[0].end) if links else None


def _functions(ask: Ask) -> list[str]:
    return list(ask.value.cells["functions"].split())


def _members(ask: Ask) -> Item:
    links = ask.holding(ask.graph.reaching(ask.value, "MEMBER_OF"))
    order = Order("SynergyBody.members", lambda item: (item.value.start.id, item.value.id), (False, False))
    return ask.page("SynergyMemberConnection", [ask.made("SynergyMemberEdge", link) for link in links], order)


FIELDS: dict[str, dict[str, Resolver]] = {
    "Community": {"synergyBody": lambda ask: ask.item(body(ask, ask.value))},
    "SynergyBody": {"community": _community, "functions": _functions, "members": _members},
    "SynergyMemberEdge": {"node": lambda ask: ask.item(ask.value.start), "functions": _functions},
}
