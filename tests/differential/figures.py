"""The figures of a city's report, computed as of the day of the report."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from differential import evaluations, issues, members, synergy, visits
from differential.graph import Thing
from differential.items import Ask, Item, Resolver
from differential.pairings import pairing

_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "EXACT": lambda value, stated: value == stated,
    "AT_LEAST": lambda value, stated: value >= stated,
    "AT_MOST": lambda value, stated: value <= stated,
    "ABOUT": lambda value, stated: abs(value - stated) <= 0.05 * abs(stated),
}


def _values(ask: Ask) -> dict[str, float]:
    """Every figure that these tables can hold, by key."""
    own = {kind: [thing for thing in ask.graph.of(kind) if thing.id.startswith(ask.value.id)] for kind in _COUNTED}
    communities = own["Community"]
    paired = {
        community.id: len(ask.holding(ask.graph.reaching(community, "PAIRED_WITH", "Department")))
        for community in communities
    }
    meetings = [one for one in ask.graph.of("Meeting") if _is_own(ask, one) and one.date <= ask.day]
    adopted = [
        link.end.cells["kind"]
        for meeting in meetings
        for link in ask.graph.leaving(meeting, "ADOPTED")
        if meeting.id.startswith(f"{ask.value.id}K")
    ]
    conferences = [
        link.end.kind
        for one in ask.graph.of("Conference")
        if _is_own(ask, one)
        for link in ask.holding(ask.graph.leaving(one, "SERVES"))
    ]
    return {
        **members.figures(ask),
        "conference_levels": len(set(conferences)),
        "implementation_plans_adopted": adopted.count("IMPLEMENTATION_PLAN"),
        "sub_documents_adopted": adopted.count("SUB_DOCUMENT"),
        "meetings": len(meetings),
        "subdistricts": len(own["Subdistrict"]),
        "communities": len(communities),
        "departments": len([one for one in own["Department"] if pairing(ask, one)]),
        "leaders": len([one for one in own["Leader"] if pairing(ask, one)]),
        "communities_paired": len([count for count in paired.values() if count]),
        "departments_per_community_min": min(paired.values()),
        "departments_per_community_max": max(paired.values()),
        **issues.figures(ask),
        "evaluation_points": sum(
            int(link.start.cells["maximum"]) for link in ask.holding(ask.graph.reaching(ask.value, "APPLIES_IN"))
        ),
        "evaluation_raters": min(evaluations.closed_rater_counts(ask, communities), default=0),
        "leader_visits_per_quarter": min(_visits_in_last_quarter(ask, own["Leader"]), default=0),
        **_synergy_values(ask),
        "urban_residents": sum(int(one.cells["residents"]) for one in communities),
        "urban_area": sum(int(one.cells["area_m2"]) for one in communities),
    }


def _is_own(ask: Ask, thing: Thing) -> bool:
    return thing.id.startswith(ask.value.id)


def _visits_in_last_quarter(ask: Ask, leaders: list[Thing]) -> list[int]:
    counts = (visits.in_last_quarter(ask, leader, pairing(ask, leader)) for leader in leaders)
    return [count for count in counts if count is not None]


def _synergy_values(ask: Ask) -> dict[str, float]:
    of_city = {
        kind: [thing for thing in ask.graph.of(kind) if thing.id.startswith(ask.value.id)]
        for kind in ("SynergyBody", "Deed", "Contribution")
    }
    bodies = [body for body in of_city["SynergyBody"] if ask.holding(ask.graph.leaving(body, "SERVES"))]
    gifts = synergy.happened(ask, of_city["Contribution"])
    rooms = [gift for gift in gifts if gift.cells["purpose"] == "ACTIVITY_ROOM"]
    of_room = [ask.graph.things[gift.cells["receiver"][:15]].name == "锦江畔小区" for gift in rooms]
    return {
        "synergy_bodies": len(bodies),
        "synergy_member_units": sum(len(ask.holding(ask.graph.reaching(body, "MEMBER_OF"))) for body in bodies),
        "synergy_functions": len({function for body in bodies for function in synergy.functions(body)}),
        "deeds": len(synergy.happened(ask, of_city["Deed"])),
        "synergy_contributions": sum(synergy.worth(synergy.given_to(ask, body)) for body in bodies),
        "activity_room_investment": synergy.worth([gift for gift, here in zip(rooms, of_room, strict=True) if here]),
    }


_COUNTED = ("Subdistrict", "Community", "Department", "Leader")


def figures(ask: Ask) -> list[Item | None]:
    """The figures with the keys, or all of them, by key."""
    keys = ask.arguments.get("keys")
    values = _values(replace(ask, day=ask.graph.reported_on[ask.value.id]))
    rows = [row for row in ask.graph.figures if row["city"] == ask.value.id and (keys is None or row["key"] in keys)]
    made: list[dict[str, Any]] = [{**row, "value": values[row["key"]], "stated": float(row["stated"])} for row in rows]
    return [ask.made("Figure", figure) for figure in sorted(made, key=lambda figure: figure["key"])]


def _cell(name: str) -> Resolver:
    return lambda ask: ask.value[name]


FIELDS: dict[str, dict[str, Resolver]] = {
    "City": {"figures": figures},
    "Figure": {
        **{name: _cell(name) for name in ("key", "unit", "value", "stated", "qualifier")},
        "label": lambda ask: _cell("label_zh" if ask.arguments.get("language") == "ZH" else "label")(ask),
        "labelZh": _cell("label_zh"),
        "holds": lambda ask: _COMPARISONS[ask.value["qualifier"]](ask.value["value"], ask.value["stated"]),
    },
}
