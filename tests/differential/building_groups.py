"""Building groups and their central households."""

from differential.items import Ask, Item, Resolver


def _compound(ask: Ask) -> Item | None:
    links = ask.begun(ask.graph.leaving(ask.value, "FORMED_IN"))
    return ask.item(links[0].end) if links else None


def _buildings(ask: Ask) -> list[Item]:
    buildings = [link.end for link in ask.holding(ask.graph.leaving(ask.value, "COVERS"))]
    return ask.items(sorted(buildings, key=lambda building: building.id))


def _leader(ask: Ask) -> Item | None:
    links = ask.holding(ask.graph.reaching(ask.value, "LEADS"))
    return ask.item(links[0].start, "Person") if links else None


FIELDS: dict[str, dict[str, Resolver]] = {
    "BuildingGroup": {
        "feature": lambda ask: ask.value.cells["feature"] or None,
        "centralHouseholdCount": lambda ask: len(ask.holding(ask.graph.reaching(ask.value, "HOSTS"))),
        "compound": _compound,
        "buildings": _buildings,
        "leader": _leader,
    }
}
