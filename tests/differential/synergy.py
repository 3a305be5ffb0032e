"""Synergy bodies and their member units, what they did and what was given."""

from typing import Any

from differential.graph import Relation, Thing
from differential.ids import within
from differential.items import Ask, Item, Resolver, by_id
from differential.pages import Order
from differential.sums import DAYS, PLACES, by_day, by_place, count, grouped, key_of, total_of, value_of

_ALL = ("PARTY_WORK", "SECURITY", "FACILITIES", "CULTURE")


def body(ask: Ask, community: Thing) -> Thing | None:
    """The synergy body of the community; the earliest, should there be several."""
    links = ask.holding(ask.graph.reaching(community, "SERVES", "SynergyBody"))
    return links[0].start if links else None


def happened(ask: Ask, things: list[Thing]) -> list[Thing]:
    """Those of the events that have happened by the day."""
    return [thing for thing in things if thing.date <= ask.day]


def newest_first(list_: str) -> Order:
    """The order of events: by day, the last first."""
    return Order(list_, lambda item: (item.value.date, item.value.id), (True, False))


def worth(things: list[Thing]) -> float:
    """The value of the contributions together."""
    return sum((float(thing.cells["value_cny"]) for thing in things), 0.0)


def _starts(ask: Ask, thing: Thing, type_: str) -> list[Thing]:
    return [link.start for link in ask.graph.reaching(thing, type_)]


def _ends(ask: Ask, thing: Thing, type_: str) -> list[Thing]:
    return [link.end for link in ask.graph.leaving(thing, type_)]


def deeds_of(ask: Ask, one: Thing) -> list[Thing]:
    """What the body did up to the day."""
    return happened(ask, _ends(ask, one, "DID"))


def given_to(ask: Ask, one: Thing) -> list[Thing]:
    """What was given to the body or branch up to the day."""
    return happened(ask, _starts(ask, one, "TO"))


def _communities(ask: Ask, one: Thing) -> list[Thing]:
    return [link.end for link in ask.holding(ask.graph.leaving(one, "SERVES"))]


def _community(ask: Ask) -> Item | None:
    links = ask.begun(ask.graph.leaving(ask.value, "SERVES"))
    return ask.item(links[0].end) if links else None


def functions(value: Thing | Relation) -> list[str]:
    """The functions that the body serves, or the unit in the body."""
    return list(value.cells["functions"].split())


def lacking(one: Thing) -> list[str]:
    """The functions that the body lacks."""
    return [function for function in _ALL if function not in functions(one)]


def candidates(ask: Ask, one: Thing) -> list[Thing]:
    """The departments paired with its community that could serve a function that the body lacks."""
    paired = [
        link.start
        for community in _communities(ask, one)
        for link in ask.holding(ask.graph.reaching(community, "PAIRED_WITH", "Department"))
    ]
    return [department for department in paired if set(department.cells["could_serve"].split()) & set(lacking(one))]


def _wanted(ask: Ask, thing: Thing) -> bool:
    asked: dict[str, Any] = {name: one for name, one in (ask.arguments.get("filter") or {}).items() if one is not None}
    since, until = asked.pop("from", None), asked.pop("until", None)
    day = thing.date
    return (
        (since is None or day >= since)
        and (until is None or day < until)
        and all(thing.cells[name] == one for name, one in asked.items())
    )


def _page(ask: Ask, type_: str, things: list[Thing], list_: str) -> Item:
    return ask.page(f"{type_}Connection", ask.items(_matching(ask, things)), newest_first(list_))


def _matching(ask: Ask, things: list[Thing]) -> list[Thing]:
    return [thing for thing in happened(ask, things) if _wanted(ask, thing)]


def _within(ask: Ask, kind: str) -> list[Thing]:
    beginning = within(ask.arguments.get("within"))
    return [thing for thing in ask.graph.of(kind) if thing.id.startswith(beginning)]


def _deed_sums(ask: Ask) -> Item:
    dimensions = {
        **by_place(lambda deed: _place(_starts(ask, deed, "DID")[0])),
        **by_day(lambda deed: deed.date),
        "FUNCTION": lambda deed: deed.cells["function"],
    }
    return grouped(ask, "DeedSum", _matching(ask, _within(ask, "Deed")), dimensions)


def _contribution_sums(ask: Ask) -> Item:
    dimensions = {
        **by_place(lambda gift: _place(_ends(ask, gift, "TO")[0])),
        **by_day(lambda gift: gift.date),
        "KIND": lambda gift: gift.cells["kind"],
        "PURPOSE": lambda gift: gift.cells["purpose"] or None,
    }
    return grouped(ask, "ContributionSum", _matching(ask, _within(ask, "Contribution")), dimensions)


def _place(receiver: Thing) -> str:
    """The community of a synergy body, or the compound of a branch."""
    return receiver.id[:12] if receiver.kind == "SynergyBody" else receiver.id[:15]


def _members(ask: Ask) -> Item:
    asked = (ask.arguments.get("filter") or {}).get("serving")
    links = [
        link
        for link in ask.holding(ask.graph.reaching(ask.value, "MEMBER_OF"))
        if asked is None or set(asked) & set(functions(link))
    ]
    order = Order("SynergyBody.members", lambda item: (item.value.start.id, item.value.id), (False, False))
    return ask.page("SynergyMemberConnection", [ask.made("SynergyMemberEdge", link) for link in links], order)


def _memberships(ask: Ask) -> Item:
    links = ask.holding(ask.graph.leaving(ask.value, "MEMBER_OF"))
    order = Order("MemberUnit.memberships", lambda item: (item.value.end.id, item.value.id), (False, False))
    return ask.page("SynergyMembershipConnection", [ask.made("SynergyMembershipEdge", link) for link in links], order)


def _candidates(ask: Ask) -> Item:
    found = ask.items(ask.matching(candidates(ask, ask.value)))
    return ask.page("DepartmentConnection", found, by_id("SynergyBody.candidates"))


def _parts(ask: Ask) -> list[Item]:
    return ask.items(sorted(_starts(ask, ask.value, "TOOK_PART_IN"), key=lambda unit: unit.id))


def _campaigns(ask: Ask) -> list[Item | None]:
    names = {deed.cells["campaign"] for deed in deeds_of(ask, ask.value)} - {""}
    return [ask.made("SynergyCampaign", (ask.value, name)) for name in sorted(names)]


def _years(ask: Ask) -> list[Item | None]:
    events = [*deeds_of(ask, ask.value), *given_to(ask, ask.value)]
    years = {event.date.year for event in events}
    return [ask.made("SynergyYear", (ask.value, year)) for year in sorted(years, reverse=True)]


def _units(ask: Ask) -> list[Item | None]:
    units = {unit.id: unit for deed in deeds_of(ask, ask.value) for unit in _starts(ask, deed, "TOOK_PART_IN")}
    units |= {unit.id: unit for gift in given_to(ask, ask.value) for unit in _starts(ask, gift, "GAVE")}
    return [ask.made("SynergyUnit", (ask.value, units[id_])) for id_ in sorted(units)]


def _of_campaign(ask: Ask) -> list[Thing]:
    one, name = ask.value
    return [deed for deed in deeds_of(ask, one) if deed.cells["campaign"] == name]


def _of_year(ask: Ask) -> list[Thing]:
    one, year = ask.value
    return [deed for deed in deeds_of(ask, one) if deed.date.year == year]


def _given_in_year(ask: Ask, *kinds: str) -> float:
    one, year = ask.value
    gifts = [gift for gift in given_to(ask, one) if gift.date.year == year]
    return worth([gift for gift in gifts if gift.cells["kind"] in kinds])


def _helped(deeds: list[Thing]) -> int:
    return sum(_beneficiaries(deed) or 0 for deed in deeds)


def _beneficiaries(deed: Thing) -> int | None:
    """How many people the deed was for, from five on."""
    counted = int(deed.cells["beneficiaries"] or 0)
    return counted if counted >= 5 else None


def _took_part(ask: Ask) -> int:
    one, unit = ask.value
    return len([deed for deed in deeds_of(ask, one) if unit in _starts(ask, deed, "TOOK_PART_IN")])


def _gave(ask: Ask) -> float:
    one, unit = ask.value
    return worth([gift for gift in given_to(ask, one) if unit in _starts(ask, gift, "GAVE")])


def _cell(name: str) -> Resolver:
    return lambda ask: ask.value.cells[name] or None


def _bodies(ask: Ask) -> Item:
    beginning, asked = within(ask.arguments.get("within")), ask.arguments.get("filter") or {}
    found = [
        one
        for one in ask.graph.of("SynergyBody")
        if one.id.startswith(beginning)
        and _communities(ask, one)
        and (asked.get("lacking") is None or set(asked["lacking"]) & set(lacking(one)))
        and asked.get("fillable") in {None, bool(candidates(ask, one))}
    ]
    return ask.page("SynergyBodyConnection", ask.items(found), by_id("Query.synergyBodies"))


def _deeds(ask: Ask) -> Item:
    return _page(ask, "Deed", _within(ask, "Deed"), "Query.deeds")


def _given(ask: Ask) -> Item:
    beginning = within(ask.arguments.get("within"))
    gifts = [gift for gift in ask.graph.of("Contribution") if gift.id.startswith(beginning)]
    return _page(ask, "Contribution", gifts, "Query.contributions")


def _contributions(of: str, type_: str) -> Resolver:
    find = _starts if type_ == "TO" else _ends
    return lambda ask: _page(ask, "Contribution", find(ask, ask.value, type_), of)


_GIVING: Resolver = _contributions("giver's contributions", "GAVE")
_RECEIVING: Resolver = _contributions("receiver's contributions", "TO")
_UNIT: dict[str, Resolver] = {
    "memberships": _memberships,
    "deedCount": lambda ask: len(happened(ask, _ends(ask, ask.value, "TOOK_PART_IN"))),
    "contributedCny": lambda ask: worth(happened(ask, _ends(ask, ask.value, "GAVE"))),
    "deeds": lambda ask: _page(ask, "Deed", _ends(ask, ask.value, "TOOK_PART_IN"), "MemberUnit.deeds"),
    "contributions": _GIVING,
}

FIELDS: dict[str, dict[str, Resolver]] = {
    "Query": {
        "synergyBodies": _bodies,
        "deeds": _deeds,
        "contributions": _given,
        "deedSums": _deed_sums,
        "contributionSums": _contribution_sums,
    },
    "DeedSum": {
        "key": key_of("DeedKey"),
        "count": count,
        "beneficiaries": total_of(lambda _, deed: _beneficiaries(deed) or 0),
    },
    "DeedKey": {**PLACES, **DAYS, "function": value_of("FUNCTION")},
    "ContributionSum": {
        "key": key_of("ContributionKey"),
        "count": count,
        "valueCny": total_of(lambda _, gift: float(gift.cells["value_cny"])),
    },
    "ContributionKey": {**PLACES, **DAYS, "kind": value_of("KIND"), "purpose": value_of("PURPOSE")},
    "Community": {"synergyBody": lambda ask: ask.item(body(ask, ask.value))},
    "Department": {**_UNIT, "couldServe": lambda ask: ask.value.cells["could_serve"].split()},
    "Enterprise": _UNIT,
    "SocialOrganization": _UNIT,
    "Unit": _UNIT,
    "PropertyCompany": {"contributions": _GIVING},
    "Branch": {"contributions": _RECEIVING},
    "SynergyBody": {
        "community": _community,
        "functions": lambda ask: functions(ask.value),
        "lacking": lambda ask: lacking(ask.value),
        "members": _members,
        "candidates": _candidates,
        "deedCount": lambda ask: len(deeds_of(ask, ask.value)),
        "contributedCny": lambda ask: worth(given_to(ask, ask.value)),
        "deeds": lambda ask: _page(ask, "Deed", _ends(ask, ask.value, "DID"), "SynergyBody.deeds"),
        "contributions": _RECEIVING,
        "campaigns": _campaigns,
        "years": _years,
        "units": _units,
    },
    "Deed": {
        "date": lambda ask: ask.value.date,
        **{name: _cell(name) for name in ("title", "function", "campaign")},
        "beneficiaries": lambda ask: _beneficiaries(ask.value),
        "body": lambda ask: ask.item(_starts(ask, ask.value, "DID")[0]),
        "units": _parts,
    },
    "Contribution": {
        "date": lambda ask: ask.value.date,
        **{name: _cell(name) for name in ("kind", "description", "purpose")},
        "valueCny": lambda ask: float(ask.value.cells["value_cny"]),
        "giver": lambda ask: ask.item(_starts(ask, ask.value, "GAVE")[0]),
        "receiver": lambda ask: ask.item(_ends(ask, ask.value, "TO")[0]),
    },
    "SynergyCampaign": {
        "name": lambda ask: ask.value[1],
        "deedCount": lambda ask: len(_of_campaign(ask)),
        "beneficiaries": lambda ask: _helped(_of_campaign(ask)),
        "firstDeed": lambda ask: min(deed.date for deed in _of_campaign(ask)),
        "lastDeed": lambda ask: max(deed.date for deed in _of_campaign(ask)),
    },
    "SynergyYear": {
        "year": lambda ask: ask.value[1],
        "deedCount": lambda ask: len(_of_year(ask)),
        "beneficiaries": lambda ask: _helped(_of_year(ask)),
        "contributedCny": lambda ask: _given_in_year(ask, "FUNDS", "GOODS"),
        "fundsCny": lambda ask: _given_in_year(ask, "FUNDS"),
        "goodsCny": lambda ask: _given_in_year(ask, "GOODS"),
    },
    "SynergyUnit": {
        "unit": lambda ask: ask.item(ask.value[1]),
        "deedCount": _took_part,
        "contributedCny": _gave,
    },
    "SynergyMemberEdge": {
        "node": lambda ask: ask.item(ask.value.start),
        "functions": lambda ask: functions(ask.value),
    },
    "SynergyMembershipEdge": {
        "node": lambda ask: ask.item(ask.value.end),
        "functions": lambda ask: functions(ask.value),
    },
}
