"""Building groups and their central households, and what they settled."""

from differential.graph import Relation, Thing
from differential.ids import within
from differential.items import FILTERS, Ask, Item, Resolver, by_id, fits, folded, in_period
from differential.synergy import happened, newest_first


def _compound(ask: Ask) -> Item | None:
    links = ask.begun(ask.graph.leaving(ask.value, "FORMED_IN"))
    return ask.item(links[0].end) if links else None


def _buildings(ask: Ask) -> list[Item]:
    buildings = [link.end for link in ask.holding(ask.graph.leaving(ask.value, "COVERS"))]
    return ask.items(sorted(buildings, key=lambda building: building.id))


def _leader(ask: Ask, group: Thing) -> Thing | None:
    links = ask.holding(ask.graph.reaching(group, "LEADS"))
    return links[0].start if links else None


def _led(ask: Ask) -> Item:
    groups = {link.end for link in ask.holding(ask.graph.leaving(ask.value, "LEADS"))}
    formed = [group for group in groups if ask.begun(ask.graph.leaving(group, "FORMED_IN"))]
    return ask.page("BuildingGroupConnection", ask.items(ask.matching(formed)), by_id("Person.leads"))


def _retired(person: Thing | None) -> bool | None:
    return {"true": True, "false": False}.get(person.cells["retired"]) if person else None


def neighbours(ask: Ask, building: Thing) -> set[Thing]:
    """The buildings that stand beside the building."""
    ends = {link.end for link in ask.graph.leaving(building, "ADJACENT_TO")}
    return ends | {link.start for link in ask.graph.reaching(building, "ADJACENT_TO")}


def adjacent(ask: Ask, group: Thing) -> bool | None:
    """Whether the buildings of the group are one connected set; null for fewer than two, or where it can't be known."""
    buildings = {link.end for link in ask.holding(ask.graph.leaving(group, "COVERS"))}
    beside = {building: neighbours(ask, building) for building in buildings}
    if len(buildings) < 2 or not all(beside.values()):
        return None
    reached = {next(iter(buildings))}
    while more := {other for building in reached for other in beside[building]} & buildings - reached:
        reached |= more
    return reached == buildings


def _households(ask: Ask) -> list[Item | None]:
    links = ask.holding(ask.graph.reaching(ask.value, "HOSTS"))
    return [ask.made("CentralHousehold", link) for link in links]


def _headed(ask: Ask) -> list[Item | None]:
    households = {link.end for link in ask.holding(ask.graph.leaving(ask.value, "HEADS"))}
    hostings = [link for household in households for link in ask.holding(ask.graph.leaving(household, "HOSTS"))]
    hostings.sort(key=lambda link: (link.since, link.id))
    return [ask.made("CentralHousehold", link) for link in hostings]


def _head(ask: Ask, hosting: Relation) -> Thing | None:
    links = ask.holding(ask.graph.reaching(hosting.start, "HEADS"))
    return links[0].start if links else None


def _settled(ask: Ask) -> Item:
    matters = happened(ask, [link.end for link in ask.graph.leaving(ask.value, "SETTLED")])
    return ask.page("SettledMatterConnection", ask.items(ask.matching(matters)), newest_first("BuildingGroup.settled"))


def _groups(ask: Ask) -> Item:
    beginning = within(ask.arguments.get("within"))
    found = [
        group
        for group in ask.graph.of("BuildingGroup")
        if group.id.startswith(beginning) and ask.holding(ask.graph.leaving(group, "FORMED_IN"))
    ]
    return ask.page("BuildingGroupConnection", ask.items(ask.matching(found)), by_id("Query.buildingGroups"))


def _matches(ask: Ask, group: Thing) -> bool:
    asked = ask.filter
    return (
        _has_feature(group, asked.get("feature"))
        and fits(asked.get("adjacent"), found=adjacent(ask, group))
        and fits(asked.get("leaderRetired"), found=_retired(_leader(ask, group)))
    )


def _matter_matches(ask: Ask, matter: Thing) -> bool:
    title = ask.filter.get("title")
    return (title is None or folded(title) in folded(matter.cells["title"])) and in_period(matter.date, ask.filter)


def _has_feature(group: Thing, text: str | None) -> bool:
    feature = group.cells["feature"]
    return text is None or bool(feature and folded(text) in folded(feature))


FILTERS["BuildingGroup"] = _matches
FILTERS["SettledMatter"] = _matter_matches
FIELDS: dict[str, dict[str, Resolver]] = {
    "Query": {"buildingGroups": _groups},
    "Person": {"leads": _led, "householdsHeaded": _headed},
    "BuildingGroup": {
        "feature": lambda ask: ask.value.cells["feature"] or None,
        "centralHouseholdCount": lambda ask: len(ask.holding(ask.graph.reaching(ask.value, "HOSTS"))),
        "centralHouseholds": _households,
        "compound": _compound,
        "buildings": _buildings,
        "adjacent": lambda ask: adjacent(ask, ask.value),
        "leader": lambda ask: ask.item(_leader(ask, ask.value), "Person"),
        "leaderRetired": lambda ask: _retired(_leader(ask, ask.value)),
        "settled": _settled,
    },
    "CentralHousehold": {
        "buildingGroup": lambda ask: ask.item(ask.value.end),
        "head": lambda ask: ask.item(_head(ask, ask.value), "Person"),
        "retired": lambda ask: _retired(_head(ask, ask.value)),
    },
    "SettledMatter": {
        "date": lambda ask: ask.value.date,
        "title": lambda ask: ask.value.cells["title"],
        "buildingGroup": lambda ask: ask.item(ask.graph.reaching(ask.value, "SETTLED")[0].start),
    },
}
