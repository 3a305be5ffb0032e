"""Sort orders: the argument `orderBy` of lists, and the fields that it offers."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Annotated, Any

import strawberry
from strawberry.utils.str_converters import to_camel_case

from graph_api.compiler.sources import Property, Value
from graph_api.schema.arguments import OrderDirection
from graph_api.schema.fields import describe

_OF_THE_LIST = "the one that the description of the list states"


class Orders(dict[str, str | Property | Value]):
    """What a list can be sorted by, by the value of the enum that selects it: a field of the items, or a key of its own.

    `argument` is the type of the argument `orderBy`.
    """

    argument: Any


def orders(type_: str, items: str, *fields: str) -> Orders:
    """The orders by these fields of the type, which the schema calls `items`. `fields` are Python names."""
    keys = {name.upper(): to_camel_case(name) for name in fields}
    values = {value: strawberry.enum_value(value, description=f"Sorts by `{field}`.") for value, field in keys.items()}
    field_enum: Any = Enum(f"{type_}OrderField", values, module=__name__)  # type: ignore[misc]
    field_enum.__doc__ = (
        f"The fields that {items} can be sorted by. Null is last. Ties are broken by the default order."
    )
    strawberry.enum(field_enum)
    describe(field_enum)
    return own_orders(type_, items, field_enum, keys)


def own_orders(
    type_: str,
    items: str,
    field_enum: Any,
    keys: Mapping[str, str | Property | Value],
    *,
    default: str = _OF_THE_LIST,
    direction: OrderDirection = OrderDirection.ASC,
) -> Orders:
    """The orders by the keys of an enum. `default` is the order of the list in words, `direction` the default one."""
    order: Any = type(
        f"{type_}Order",
        (),
        {
            "__doc__": f"The sort order of {items}.",
            "__module__": __name__,
            "__annotations__": {"field": field_enum, "direction": OrderDirection},
            "field": strawberry.field(description="The field to sort by."),
            "direction": strawberry.field(description="The sort direction.", default=direction),
        },
    )
    strawberry.input(order)
    describe(order)
    found = Orders(keys)
    found.argument = Annotated[order | None, strawberry.argument(description=f"The sort order (default: {default}).")]
    return found


# Sorting computes a field for every row of the list: a rank, which looks at all other rows, is none of these.
APPOINTMENTS = orders("Appointment", "appointments", "role", "since", "until")
BRANCHES = orders("Branch", "branches", "name")
BUILDINGS = orders("Building", "buildings", "code", "name")
BUILDING_GROUPS = orders("BuildingGroup", "building groups", "name", "central_household_count")
CITIES = orders("City", "cities", "code", "name")
COMPOUNDS = orders("Compound", "compounds", "code", "name")
CONFERENCES = orders("Conference", "conferences", "name", "next_meeting_due")
CONTRIBUTIONS = orders("Contribution", "contributions", "date", "kind", "value_cny")
CROSS_APPOINTMENTS = orders("CrossAppointment", "cross-appointments", "channel", "since")
DEEDS = orders("Deed", "deeds", "date", "title", "function", "beneficiaries")
DEPARTMENTS = orders("Department", "departments", "code", "name", "kind", "deed_count", "contributed_cny")
DEPARTMENT_PAIRINGS = orders("DepartmentPairing", "department pairings", "since", "until", "distance_metres")
ESCALATIONS = orders(
    "Escalation", "escalations", "submitted_on", "waiting_days", "overdue_days", "agenda_due", "feedback_due"
)
EVALUATIONS = orders("Evaluation", "evaluations", "year", "score")
FINDINGS = orders("Finding", "findings", "margin")
ISSUES = orders("Issue", "issues", "code", "title", "status", "resolved_on", "overdue_days")
LEADERS = orders("Leader", "leaders", "code", "name", "title", "body", "next_visit_due")
LEADER_PAIRINGS = orders("LeaderPairing", "leader pairings", "since", "until", "last_visit")
MEETINGS = orders("Meeting", "meetings", "date", "kind")
PARTY_ORGANIZATIONS = orders("PartyOrganization", "Party organizations", "name")
PROPERTY_COMPANIES = orders("PropertyCompany", "property companies", "name")
SUBDISTRICTS = orders("Subdistrict", "subdistricts", "code", "name")
SYNERGY_BODIES = orders("SynergyBody", "synergy bodies", "name", "deed_count", "contributed_cny")
UNITS = orders("Unit", "units", "name", "deed_count", "contributed_cny")
VISITS = orders("Visit", "visits", "date")
