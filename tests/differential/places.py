"""Places, from the city down to the building."""

from differential import synergy
from differential.appointments import crossings, fits_filter, spoken_for_by_one
from differential.building_groups import neighbours
from differential.graph import Thing
from differential.items import FILTERS, Ask, Item, Resolver, by_id, contains, fits, in_range
from differential.organizations import party
from differential.pages import Order

_LEVELS = {6: "CITY", 9: "SUBDISTRICT", 12: "COMMUNITY", 15: "COMPOUND", 18: "BUILDING"}
_KINDS = {6: "City", 9: "Subdistrict", 12: "Community", 15: "Compound", 18: "Building"}
_UP = {"Subdistrict": 6, "Community": 9, "Compound": 12, "Building": 15}


def level(place: Thing) -> str:
    """The level, which the length of the code says."""
    return _LEVELS[len(place.id)]


def kind(code: str) -> str:
    """The type of the places whose codes are as long."""
    return _KINDS[len(code)]


def parent(ask: Ask) -> Item | None:
    """The place one level up."""
    digits = _UP.get(ask.value.kind)
    return None if digits is None else ask.item(ask.graph.things[ask.value.id[:digits]])


def below(ask: Ask, type_: str) -> list[Item]:
    """The things of the type that the place's code is the beginning of the code of."""
    return ask.items([thing for thing in ask.graph.of(type_) if thing.id.startswith(ask.value.id)])


def _listed(name: str, type_: str, *, filtered: bool = False) -> Resolver:
    def listed(ask: Ask) -> Item:
        found = [thing for thing in ask.graph.of(type_) if thing.id.startswith(ask.value.id)]
        return ask.page(f"{type_}Connection", ask.items(ask.matching(found) if filtered else found), by_id(name))

    return listed


def _paired(ask: Ask, type_: str) -> Item:
    links = ask.holding(ask.graph.reaching(ask.value, "PAIRED_WITH", type_))
    items = [ask.made(f"Community{type_}Edge", link) for link in links if ask.matching([link.start])]
    order = Order(f"Community paired {type_}", lambda item: (item.value.start.id,), (False,))
    return ask.page(f"Community{type_}Connection", items, order)


def _groups(ask: Ask) -> Item:
    found = ask.matching(link.start for link in ask.holding(ask.graph.reaching(ask.value, "FORMED_IN")))
    return ask.page("BuildingGroupConnection", ask.items(found), by_id("Compound.buildingGroups"))


def _crossings(ask: Ask) -> Item:
    found = [crossing for crossing in crossings(ask.graph, ask.value, ask.day) if fits_filter(ask, crossing)]
    items = [ask.made("CrossAppointment", crossing) for crossing in found]
    order = Order("Compound.crossAppointments", lambda item: (item.value.person.id, item.value.channel), (False, False))
    return ask.page("CrossAppointmentConnection", items, order)


def _adjacent(ask: Ask) -> list[Item]:
    return ask.items(sorted(neighbours(ask, ask.value), key=lambda building: building.id))


def _covering(ask: Ask) -> list[Item]:
    groups = {link.start for link in ask.holding(ask.graph.reaching(ask.value, "COVERS"))}
    return ask.items(sorted(groups, key=lambda group: group.id))


def _paired_count(ask: Ask, community: Thing, type_: str) -> int:
    return len(ask.holding(ask.graph.reaching(community, "PAIRED_WITH", type_)))


def communities(ask: Ask, beginning: str) -> Item:
    """The communities within a place that match the filter, in the order that is asked for."""
    return _communities(ask, "Query.communities", beginning)


def _communities(ask: Ask, list_: str, beginning: str) -> Item:
    found = ask.matching(one for one in ask.graph.of("Community") if one.id.startswith(beginning))
    return ask.page("CommunityConnection", ask.items(found), _community_order(ask, list_))


def _community_matches(ask: Ask, community: Thing) -> bool:
    asked = ask.filter
    return (
        contains(asked.get("name"), community)
        and in_range(_paired_count(ask, community, "Department"), asked.get("departmentCount"))
        and in_range(_paired_count(ask, community, "Leader"), asked.get("leaderCount"))
        and fits(asked.get("hasSynergyBody"), found=synergy.body(ask, community) is not None)
    )


def _community_order(ask: Ask, list_: str) -> Order:
    chosen = ask.arguments.get("orderBy")
    if chosen is None:
        return by_id(list_)
    terms = {
        "CODE": lambda item: item.value.id,
        "NAME": lambda item: item.value.name,
        "DEPARTMENT_COUNT": lambda item: _paired_count(ask, item.value, "Department"),
        "LEADER_COUNT": lambda item: _paired_count(ask, item.value, "Leader"),
    }
    term = terms[chosen["field"]]
    return Order(
        f"{list_} {chosen['field']} {chosen['direction']}",
        lambda item: (term(item), item.value.id),
        (chosen["direction"] == "DESC", False),
    )


def compounds(ask: Ask, beginning: str) -> Item:
    """The compounds within a place that match the filter."""
    found = ask.matching(one for one in ask.graph.of("Compound") if one.id.startswith(beginning))
    return ask.page("CompoundConnection", ask.items(found), by_id("Query.compounds"))


def _compound_matches(ask: Ask, compound: Thing) -> bool:
    asked = ask.filter
    return (
        contains(asked.get("name"), compound)
        and fits(asked.get("hasBranch"), found=party(ask, compound, "Branch") is not None)
        and fits(asked.get("hasOwnersCommittee"), found=party(ask, compound, "OwnersCommittee") is not None)
        and fits(asked.get("hasPropertyCompany"), found=party(ask, compound, "PropertyCompany") is not None)
        and fits(asked.get("crossAppointed"), found=bool(crossings(ask.graph, compound, ask.day)))
        and fits(asked.get("spokenForByOne"), found=spoken_for_by_one(ask.graph, compound, ask.day))
    )


def location(ask: Ask) -> Item | None:
    """Where the thing is."""
    return ask.made("Location", ask.value.location)


def _box(ask: Ask) -> dict[str, float] | None:
    """The box of all places whose codes begin with the place's."""
    points = [
        thing.location
        for thing in ask.graph.of("City", "Subdistrict", "Community", "Compound", "Building")
        if thing.id.startswith(ask.value.id) and thing.location is not None
    ]
    if not points:
        return None
    east, north = zip(*points, strict=True)
    return {"west": min(east), "south": min(north), "east": max(east), "north": max(north)}


def _summed(column: str) -> Resolver:
    """The sum of a column over the communities of the place, if each has it."""

    def resolved(ask: Ask) -> int | None:
        cells = [one.cells[column] for one in ask.graph.of("Community") if one.id.startswith(ask.value.id)]
        return sum(map(int, cells)) if cells and all(cells) else None

    return resolved


_PLACE: dict[str, Resolver] = {
    "level": lambda ask: level(ask.value),
    "parent": parent,
    "location": location,
    "boundingBox": lambda ask: ask.made("BoundingBox", _box(ask)),
}
_PEOPLED: dict[str, Resolver] = {**_PLACE, "residents": _summed("residents"), "areaSquareMetres": _summed("area_m2")}

FILTERS["Community"] = _community_matches
FILTERS["Compound"] = _compound_matches
FIELDS: dict[str, dict[str, Resolver]] = {
    "City": {
        **_PEOPLED,
        "reportedOn": lambda ask: ask.graph.reported_on[ask.value.id],
        "subdistricts": _listed("City.subdistricts", "Subdistrict"),
        "communities": lambda ask: _communities(ask, "City.communities", ask.value.id),
        "departments": _listed("City.departments", "Department", filtered=True),
        "leaders": _listed("City.leaders", "Leader", filtered=True),
    },
    "Subdistrict": {
        **_PEOPLED,
        "city": parent,
        "communities": lambda ask: _communities(ask, "Subdistrict.communities", ask.value.id),
    },
    "Community": {
        **_PEOPLED,
        "subdistrict": parent,
        "compounds": _listed("Community.compounds", "Compound", filtered=True),
        "departments": lambda ask: _paired(ask, "Department"),
        "leaders": lambda ask: _paired(ask, "Leader"),
    },
    "Compound": {
        **_PLACE,
        "community": parent,
        "branch": lambda ask: ask.item(party(ask, ask.value, "Branch")),
        "propertyCompany": lambda ask: ask.item(party(ask, ask.value, "PropertyCompany")),
        "ownersCommittee": lambda ask: ask.item(party(ask, ask.value, "OwnersCommittee")),
        "buildings": _listed("Compound.buildings", "Building"),
        "buildingGroups": _groups,
        "crossAppointments": _crossings,
    },
    "Building": {**_PLACE, "compound": parent, "adjacentBuildings": _adjacent, "buildingGroups": _covering},
    "BoundingBox": {side: lambda ask, side=side: ask.value[side] for side in ("west", "south", "east", "north")},
    "Location": {"longitude": lambda ask: ask.value[0], "latitude": lambda ask: ask.value[1]},
}
