"""The root fields."""

from dataclasses import replace

from graphql import GraphQLError

from differential import chains, departments, evaluations, ids, leaders, persons, places, search, visits
from differential.appointments import crossing_of, crossings, fits_filter
from differential.graph import Thing
from differential.items import Ask, Item, Resolver, by_id
from differential.pages import Order, list_size

_RELATIONS = {
    "DepartmentPairing": ("PAIRED_WITH", "Department"),
    "LeaderPairing": ("PAIRED_WITH", "Leader"),
    "Appointment": ("HOLDS", "Person", "Leader"),
}


def node(ask: Ask, given: str) -> Item | None:
    """What the global id names, if it is there by the day that the id carries. Raises BAD_ID."""
    _, _, day = ids.parts(given)
    assert day is not None, "ids carry the day"
    return node_as_of(replace(ask, day=day), given)


def node_as_of(ask: Ask, given: str) -> Item | None:
    """What the global id names, if it is there by the day, whatever day the id carries. Raises BAD_ID."""
    type_, local, _ = ids.parts(given)
    if type_ in _RELATIONS:
        link = ask.graph.relation(_RELATIONS[type_][0], local, *_RELATIONS[type_][1:])
        return ask.made(type_, link if link and link.began(ask.day) else None)
    if type_ == "CrossAppointment":
        return ask.made(type_, crossing_of(ask.graph, local, ask.day))
    thing = ask.graph.things.get(local)
    if thing is None or not search.exists(ask, thing):
        return None
    return ask.item(thing, type_) if type_ in {thing.kind, _also(thing)} else None


def _also(thing: Thing) -> str:
    return "Person" if thing.kind == "Leader" else thing.kind


def _nodes(ask: Ask) -> list[object]:
    given = ask.arguments["ids"]
    if len(given) > 100:
        raise ids.refusal("BAD_PAGE")
    found: list[object] = []
    for one in given:
        try:
            found.append(node(ask, one))
        except GraphQLError as error:  # of one item: graphql-core puts it in its place
            found.append(error)
    return found


def _coded(kind: str, *lengths: int) -> Resolver:
    return lambda ask: _found(ask, ids.place_code(ask.arguments["code"], *lengths), kind)


def _numbered(kind: str) -> Resolver:
    return lambda ask: _found(ask, ids.numbered_code(ask.arguments["code"], kind[0]), kind)


def _found(ask: Ask, code: str, kind: str) -> Item | None:
    thing = ask.graph.things.get(code)
    return ask.item(thing) if thing is not None and thing.kind == kind else None


def _service(ask: Ask) -> Item | None:
    code = ids.place_code(ask.arguments["within"], 6, 9, 12)
    return ask.made("ServiceSummary", ask.graph.things.get(code))


def _place(ask: Ask) -> Item | None:
    code = ids.place_code(ask.arguments["code"], 6, 9, 12, 15, 18)
    return _found(ask, code, places.kind(code))


def _crossings(ask: Ask) -> Item:
    beginning = ids.within(ask.arguments.get("within"))
    found = [
        ask.made("CrossAppointment", crossing)
        for compound in ask.graph.of("Compound")
        if compound.id.startswith(beginning)
        for crossing in crossings(ask.graph, compound, ask.day)
        if fits_filter(ask, crossing)
    ]
    order = Order(
        "Query.crossAppointments",
        lambda item: (item.value.compound.id, item.value.person.id, item.value.channel),
        (False, False, False),
    )
    return ask.page("CrossAppointmentConnection", found, order)


def _cities(ask: Ask) -> Item:
    return ask.page("CityConnection", ask.items(ask.graph.of("City")), by_id("Query.cities"))


def _searched(ask: Ask) -> list[Item | None]:
    size = list_size(ask.arguments)
    return [ask.item(item.value.start) for item in search.found(ask)[:size]]


FIELDS: dict[str, dict[str, Resolver]] = {
    "Query": {
        "node": lambda ask: node(ask, ask.arguments["id"]),
        "nodes": _nodes,
        "nodeAsOf": lambda ask: node_as_of(ask, ask.arguments["id"]),
        "place": _place,
        "city": _coded("City", 6),
        "service": _service,
        "subdistrict": _coded("Subdistrict", 9),
        "community": _coded("Community", 12),
        "compound": _coded("Compound", 15),
        "department": _numbered("Department"),
        "leader": _numbered("Leader"),
        "cities": _cities,
        "communities": lambda ask: places.communities(ask, ids.within(ask.arguments.get("within"))),
        "compounds": lambda ask: places.compounds(ask, ids.within(ask.arguments.get("within"))),
        "departments": lambda ask: departments.departments(ask, ids.within(ask.arguments.get("within"))),
        "leaders": lambda ask: leaders.leaders(ask, ids.within(ask.arguments.get("within"))),
        "crossAppointments": _crossings,
        "persons": lambda ask: persons.persons(ask, ids.within(ask.arguments.get("within"))),
        "visits": lambda ask: visits.visits(ask, ids.within(ask.arguments.get("within"))),
        "evaluations": lambda ask: evaluations.evaluations(ask, ids.within(ask.arguments.get("within"))),
        "search": _searched,
        "searchResults": lambda ask: ask.page("SearchResultConnection", search.found(ask), search.ORDER),
        "paths": chains.paths,
        "connections": chains.connections,
    }
}
