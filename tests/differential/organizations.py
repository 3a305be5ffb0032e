"""The three parties of a compound."""

from differential.graph import Thing
from differential.items import Ask, Item, Resolver, by_id
from differential.pages import Order


def party(ask: Ask, compound: Thing, kind: str) -> Thing | None:
    """The party of the kind that serves the compound on the day; the earliest, should there be several."""
    links = ask.holding(ask.graph.reaching(compound, "SERVES", kind))
    return links[0].start if links else None


def _compound(ask: Ask) -> Item | None:
    links = ask.begun(ask.graph.leaving(ask.value, "SERVES"))
    return ask.item(links[0].end) if links else None


def _compounds(ask: Ask) -> Item:
    found = ask.matching(link.end for link in ask.holding(ask.graph.leaving(ask.value, "SERVES")))
    return ask.page("CompoundConnection", ask.items(found), by_id("PropertyCompany.compounds"))


def _founding(ask: Ask) -> Thing | None:
    links = ask.holding(ask.graph.leaving(ask.value, "FOUNDED_ON"))
    return links[0].end if links else None


def seats(ask: Ask) -> Item:
    """The appointments in the body, or of the person, that hold on the day."""
    if ask.value.kind in {"Person", "Leader"}:
        list_, links = "Person.appointments", ask.graph.leaving(ask.value, "HOLDS")
    else:
        list_, links = "Organization.appointments", ask.graph.reaching(ask.value, "HOLDS")
    items = [ask.made("Appointment", link) for link in ask.past(links)]
    return ask.page("AppointmentConnection", items, by_id(list_))


def _stationed_in(ask: Ask) -> Item | None:
    links = ask.holding(ask.graph.leaving(ask.value, "STATIONED_IN"))
    return ask.item(links[0].end) if links else None


def stationed(ask: Ask) -> Item:
    """The organizations that are stationed in the community on the day."""
    links = ask.holding(ask.graph.reaching(ask.value, "STATIONED_IN"))
    order = Order("Community.stationed", lambda item: (item.value.start.id, item.value.id), (False, False))
    return ask.page("StationedConnection", [ask.made("StationedEdge", link) for link in links], order)


def secretary(ask: Ask) -> Item | None:
    """The secretary of the Party organization of the place or body."""
    organizations = [link.start for link in ask.holding(ask.graph.reaching(ask.value, "ORGANIZED_IN"))]
    return _secretary(ask, organizations)


def _secretary(ask: Ask, organizations: list[Thing]) -> Item | None:
    seats = [
        seat
        for organization in organizations
        for seat in ask.holding(ask.graph.reaching(organization, "HOLDS"))
        if seat.cells["role"] == "SECRETARY"
    ]
    seats.sort(key=lambda seat: (seat.since, seat.start.id))
    return ask.item(seats[0].start, "Person") if seats else None


def _organized_in(ask: Ask) -> Item | None:
    links = ask.holding(ask.graph.leaving(ask.value, "ORGANIZED_IN"))
    return ask.item(links[0].end) if links else None


FIELDS: dict[str, dict[str, Resolver]] = {
    "Branch": {
        "joint": lambda ask: _founding(ask) is not None,
        "foundedOn": lambda ask: ask.item(_founding(ask)),
        "compound": _compound,
        "appointments": seats,
    },
    "OwnersCommittee": {"compound": _compound, "appointments": seats},
    "Enterprise": {"community": _stationed_in},
    "SocialOrganization": {"community": _stationed_in},
    "Unit": {"community": _stationed_in},
    "PartyOrganization": {
        "body": _organized_in,
        "secretary": lambda ask: _secretary(ask, [ask.value]),
        "appointments": seats,
    },
    "Subdistrict": {"secretary": secretary},
    "Community": {"secretary": secretary, "stationed": stationed},
    "Department": {"secretary": secretary},
    "StationedEdge": {"node": lambda ask: ask.item(ask.value.start)},
    "PropertyCompany": {"compounds": _compounds, "appointments": seats},
    "Person": {
        "leader": lambda ask: ask.item(ask.value) if ask.value.kind == "Leader" else None,
        "appointments": seats,
    },
}
