"""The lists of organizations, and of the appointments in them."""

from typing import Any

from differential.graph import Thing
from differential.ids import within
from differential.items import Ask, Item, Resolver, by_id, contains, fits
from differential.persons import body_lies_within
from differential.search import BODIES, SERVING

_TYPES = (*(kind for kind in BODIES if kind != "BuildingGroup"), "Department")
_OWN_LISTS = {
    "branches": "Branch",
    "propertyCompanies": "PropertyCompany",
    "units": "Unit",
    "partyOrganizations": "PartyOrganization",
}


def _kinds(asked: list[str] | None) -> set[str]:
    """The types in the tables that the enum's values stand for; all of them if none are named."""
    named = {value.replace("_", "") for value in asked or ()}
    return {kind for kind in _TYPES if asked is None or kind.upper() in named}


def _lasts(ask: Ask, body: Thing) -> bool:
    """Whether it is there on the day: a body of a place is as long as it serves one."""
    return body.kind not in SERVING or bool(ask.holding(ask.graph.leaving(body, "SERVES")))


def _lies_within(ask: Ask, body: Thing, beginning: str) -> bool:
    places = [
        link.end for type_ in ("PAIRED_WITH", "STATIONED_IN") for link in ask.holding(ask.graph.leaving(body, type_))
    ]
    if not body.id.startswith(beginning[:6]):
        return False
    return body_lies_within(ask, body, beginning) or any(place.id.startswith(beginning) for place in places)


def _bodies(ask: Ask, kinds: set[str]) -> list[Item]:
    beginning, asked = within(ask.arguments.get("within")), ask.arguments.get("filter") or {}
    return ask.items(
        [
            body
            for body in ask.graph.of(*kinds)
            if _lies_within(ask, body, beginning)
            and _lasts(ask, body)
            and contains(asked.get("name"), body)
            and fits(asked.get("joint"), found=bool(ask.holding(ask.graph.leaving(body, "FOUNDED_ON"))))
        ]
    )


def _organizations(ask: Ask) -> Item:
    kinds = _kinds((ask.arguments.get("filter") or {}).get("types"))
    return ask.page("BodyConnection", _bodies(ask, kinds), by_id("Query.organizations"))


def _own_list(name: str, kind: str) -> Resolver:
    return lambda ask: ask.page(f"{kind}Connection", _bodies(ask, {kind}), by_id(f"Query.{name}"))


def _appointments(ask: Ask) -> Item:
    beginning = within(ask.arguments.get("within"))
    asked: dict[str, Any] = ask.arguments.get("filter") or {}
    kinds = _kinds(asked.get("organizationTypes"))
    found = [
        ask.made("Appointment", seat)
        for seat in ask.graph.relations
        if seat.type == "HOLDS"
        and (seat.began(ask.day) if ask.arguments.get("history") else seat.holds(ask.day))
        and seat.end.kind in kinds
        and (asked.get("roles") is None or seat.cells["role"] in asked["roles"])
        and body_lies_within(ask, seat.end, beginning)
    ]
    return ask.page("AppointmentConnection", found, by_id("Query.appointments"))


FIELDS: dict[str, dict[str, Resolver]] = {
    "Query": {
        "organizations": _organizations,
        "appointments": _appointments,
        **{name: _own_list(name, kind) for name, kind in _OWN_LISTS.items()},
    }
}
