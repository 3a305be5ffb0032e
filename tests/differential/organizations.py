"""The three parties of a compound."""

from differential.graph import Thing
from differential.items import Ask, Item, Resolver, by_id


def party(ask: Ask, compound: Thing, kind: str) -> Thing | None:
    """The party of the kind that serves the compound on the day; the earliest, should there be several."""
    links = ask.holding(ask.graph.reaching(compound, "SERVES", kind))
    return links[0].start if links else None


def _compound(ask: Ask) -> Item | None:
    links = ask.begun(ask.graph.leaving(ask.value, "SERVES"))
    return ask.item(links[0].end) if links else None


def _compounds(ask: Ask) -> Item:
    links = ask.holding(ask.graph.leaving(ask.value, "SERVES"))
    return ask.page("CompoundConnection", ask.items([link.end for link in links]), by_id("PropertyCompany.compounds"))


def _founding(ask: Ask) -> Thing | None:
    links = ask.holding(ask.graph.leaving(ask.value, "FOUNDED_ON"))
    return links[0].end if links else None


def seats(ask: Ask) -> Item:
    """The appointments in the body, or of the person, that hold on the day."""
    if ask.value.kind in {"Person", "Leader"}:
        list_, links = "Person.appointments", ask.graph.leaving(ask.value, "HOLDS")
    else:
        list_, links = "Organization.appointments", ask.graph.reaching(ask.value, "HOLDS")
    items = [ask.made("Appointment", link) for link in ask.holding(links)]
    return ask.page("AppointmentConnection", items, by_id(list_))


FIELDS: dict[str, dict[str, Resolver]] = {
    "Branch": {
        "joint": lambda ask: _founding(ask) is not None,
        "foundedOn": lambda ask: ask.item(_founding(ask)),
        "compound": _compound,
        "appointments": seats,
    },
    "OwnersCommittee": {"compound": _compound, "appointments": seats},
    "PropertyCompany": {"compounds": _compounds, "appointments": seats},
    "Person": {
        "leader": lambda ask: ask.item(ask.value) if ask.value.kind == "Leader" else None,
        "appointments": seats,
    },
}
