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
from graph_api.schema.rule_results import RATES

_OF_THE_LIST = "the one that the description of the list states"


class Orders(dict[str, str | Property | Value]):
    """What a list can be sorted by, by the value of the enum that selects it: a field of the items, or a key of its own.

    `argument` is the type of the argument `orderBy`.
    """

    argument: Any


def orders(type_: str, items: str, *fields: str, **own: Property) -> Orders:
    """The orders by these fields of the items or of their edges. The schema calls them `items`, and `type_` names the
    enum. `fields` are Python names; `own` are fields of an interface, which has no row, with what they read."""
    keys: dict[str, str | Property | Value] = {name.upper(): to_camel_case(name) for name in fields}
    keys |= {name.upper(): source for name, source in own.items()}
    values = {
        name.upper(): strawberry.enum_value(name.upper(), description=f"Sorts by `{to_camel_case(name)}`.")
        for name in (*fields, *own)
    }
    field_enum: Any = Enum(f"{type_}OrderField", values, module=__name__)  # type: ignore[misc]
    field_enum.__doc__ = (
        f"The fields that {items} can be sorted by. Null is last. Ties are broken by the default order."
    )
    strawberry.enum(field_enum)
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
    describe(field_enum, order)
    found = Orders(keys)
    found.argument = Annotated[order | None, strawberry.argument(description=f"The sort order (default: {default}).")]
    return found


# Sorting computes a field for every row of the list: a rank, which looks at all other rows, is none of these.
_OF_ACTOR = Property("name", of="actor")
APPOINTMENTS = orders("Appointment", "appointments", "role", "since", "until")
ATTENDEES = orders("Actor", "attendees", "category", name=_OF_ACTOR)
BRANCHES = orders("Branch", "branches", "name")
BUILDINGS = orders("Building", "buildings", "code", "name")
BUILDING_GROUPS = orders("BuildingGroup", "building groups", "name", "central_household_count")
CITIES = orders("City", "cities", "code", "name")
COMPOUNDS = orders("Compound", "compounds", "code", "name")
CONFERENCES = orders("Conference", "conferences", "name", "next_meeting_due")
CONFERENCE_INVITATIONS = orders("ConferenceInvitation", "a person's invitations", "category", "since", "until", "name")
CONFERENCE_INVITEES = orders("ConferenceInvitee", "invitees", "category", "since", "until", name=_OF_ACTOR)
CONFERENCE_MEMBERS = orders("ConferenceMember", "standing members", "category", "since", "until", "name")
CONFERENCE_MEMBERSHIPS = orders(
    "ConferenceMembership", "a person's standing memberships", "category", "since", "until", "name"
)
CONTRIBUTIONS = orders("Contribution", "contributions", "date", "kind", "value_cny")
COMMUNITY_DEPARTMENTS = orders(
    "CommunityDepartment",
    "the departments of a community",
    *("since", "until", "distance_metres", "code", "name", "kind", "deed_count", "contributed_cny"),
)
COMMUNITY_LEADERS = orders(
    "CommunityLeader",
    "the leaders of a community",
    *("since", "until", "last_visit", "code", "name", "title", "body"),
)
CROSS_APPOINTMENTS = orders("CrossAppointment", "cross-appointments", "channel", "since")
DEEDS = orders("Deed", "deeds", "date", "title", "function", "beneficiaries")
DEPARTMENTS = orders("Department", "departments", "code", "name", "kind", "deed_count", "contributed_cny")
DEPARTMENT_PAIRINGS = orders("DepartmentPairing", "department pairings", "since", "until", "distance_metres")
ESCALATIONS = orders(
    "Escalation", "escalations", "submitted_on", "waiting_days", "overdue_days", "agenda_due", "feedback_due"
)
EVALUATIONS = orders("Evaluation", "evaluations", "year", "score")
EVALUATION_ROUNDS = orders("EvaluationRound", "evaluation rounds", "year", "opened_on", "closed_on")
FINDINGS = orders("Finding", "findings", "margin")
ISSUES = orders("Issue", "issues", "code", "title", "status", "raised_on", "resolved_on", "overdue_days")
LEADERS = orders("Leader", "leaders", "code", "name", "title", "body", "next_visit_due")
LEADER_PAIRINGS = orders("LeaderPairing", "leader pairings", "since", "until", "last_visit")
MEETINGS = orders("Meeting", "meetings", "date", "kind")
ORGANIZATIONS = orders("Organization", "organizations", name=Property("name", of="organization"))
PARTY_ORGANIZATIONS = orders("PartyOrganization", "Party organizations", "name")
PROPERTY_COMPANIES = orders("PropertyCompany", "property companies", "name")
RESPONSIBILITY_ZONES = orders("ResponsibilityZone", "responsibility zones", "name")
SETTLED_MATTERS = orders("SettledMatter", "settled matters", "date", "title")
STATIONED = orders("Stationed", "stationed organizations", "since", "until", name=_OF_ACTOR)
SUBDISTRICTS = orders("Subdistrict", "subdistricts", "code", "name")
SUITABILITIES = orders("Suitability", "communities", "aligned", "distance_metres", "room")
SYNERGY_BODIES = orders("SynergyBody", "synergy bodies", "name", "deed_count", "contributed_cny")
SYNERGY_MEMBERS = orders("SynergyMember", "member units", "since", name=Property("name", of="unit"))
SYNERGY_MEMBERSHIPS = orders(
    "SynergyMembership", "the synergy bodies of a unit", "since", "name", "deed_count", "contributed_cny"
)
UNITS = orders("Unit", "units", "name", "deed_count", "contributed_cny")
VISITS = orders("Visit", "visits", "date")
VOLUNTEER_TEAMS = orders("VolunteerTeam", "volunteer teams", "name")
WORKLOADS = orders("Workload", "workloads", "visit_count", "meeting_count", "community_count", "department_count")


@strawberry.enum
class CommunityOrderField(Enum):
    """The fields that communities can be sorted by. Ties are broken by code."""

    CODE = strawberry.enum_value("CODE", description="The community's code.")
    NAME = strawberry.enum_value("NAME", description="The community's name, by Unicode code points.")
    DEPARTMENT_COUNT = strawberry.enum_value(
        "DEPARTMENT_COUNT", description="The number of departments paired with the community."
    )
    LEADER_COUNT = strawberry.enum_value("LEADER_COUNT", description="The number of leaders paired with the community.")
    COVERAGE_RATE = strawberry.enum_value(
        "COVERAGE_RATE",
        description="The community's coverage rate. Communities without a rate are sorted above the highest rate.",
    )


COMMUNITIES = own_orders(
    "Community",
    "communities",
    CommunityOrderField,
    {
        "CODE": Property("code", of="community"),
        "NAME": Property("name", of="community"),
        "DEPARTMENT_COUNT": Value("pairings.department_count"),
        "LEADER_COUNT": Value("pairings.leader_count"),
        "COVERAGE_RATE": Value("coverage.rate", staged={"rates": RATES}),
    },
    default="by code, ascending",
)
