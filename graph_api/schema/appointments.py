"""Appointments, and cross-appointments (交叉任职): one person with positions in two of a compound's three parties."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Row, Value
from graph_api.schema import orders
from graph_api.schema.arguments import HISTORY, WITHIN, AsOf, Filter, History, Within
from graph_api.schema.fields import (
    column,
    identity,
    related,
    same,
    stored,
    value,
    where,
)
from graph_api.schema.nodes import Actor, Node
from graph_api.schema.organizations import OrganizationType, labels
from graph_api.schema.pages import Connection, listed

if TYPE_CHECKING:
    from graph_api.schema.compounds import Compound
    from graph_api.schema.persons import Person


@strawberry.enum
class AppointmentRole(Enum):
    """A person's position in an organization."""

    SECRETARY = strawberry.enum_value(
        "SECRETARY", description="Secretary of a branch or another Party organization (书记)."
    )
    DEPUTY_SECRETARY = strawberry.enum_value(
        "DEPUTY_SECRETARY", description="Deputy secretary of a branch or another Party organization (副书记)."
    )
    COMMITTEE_MEMBER = strawberry.enum_value(
        "COMMITTEE_MEMBER", description="Committee member of a branch or another Party organization (支委)."
    )
    DIRECTOR = strawberry.enum_value("DIRECTOR", description="Director of an owners' committee (主任).")
    DEPUTY_DIRECTOR = strawberry.enum_value(
        "DEPUTY_DIRECTOR", description="Deputy director of an owners' committee (副主任)."
    )
    MEMBER = strawberry.enum_value("MEMBER", description="Member of an owners' committee (委员).")
    PARTY_HEAD = strawberry.enum_value(
        "PARTY_HEAD", description="Head of the Party members in a property company (党员负责人)."
    )
    MANAGER = strawberry.enum_value("MANAGER", description="Manager of a property company (经理).")
    QUALITY_SUPERVISOR = strawberry.enum_value(
        "QUALITY_SUPERVISOR",
        description="Property service quality supervisor at a property company (物业服务质量监督员).",
    )
    CONVENOR = strawberry.enum_value("CONVENOR", description="General convenor of a joint conference (总召集人).")


@strawberry.enum
class CrossAppointmentChannel(Enum):
    """The channel of a cross-appointment: the party of the compound that the person comes from, and the one that the
    person joins."""

    BRANCH_TO_OWNERS_COMMITTEE = strawberry.enum_value(
        "BRANCH_TO_OWNERS_COMMITTEE", description="A committee member of the branch joins the owners' committee."
    )
    BRANCH_TO_PROPERTY_SUPERVISOR = strawberry.enum_value(
        "BRANCH_TO_PROPERTY_SUPERVISOR",
        description="A committee member of the branch becomes the property company's quality supervisor.",
    )
    OWNERS_COMMITTEE_TO_BRANCH = strawberry.enum_value(
        "OWNERS_COMMITTEE_TO_BRANCH", description="A member of the owners' committee joins the branch committee."
    )
    PROPERTY_TO_BRANCH = strawberry.enum_value(
        "PROPERTY_TO_BRANCH", description="The property company's Party head joins the branch committee."
    )


@strawberry.type
class Appointment(Node):
    """A person's position in an organization (任职), from `since` (inclusive) until `until` (exclusive)."""

    row = Row("seat", needs=("person", "organization"), refetch="appointments.appointment_by_id")

    role: AppointmentRole = stored("The position held.", key="role")
    organization: Actor = same("The organization in which the position is held.", actor="organization")
    person: Person = same("The person who holds the position.")
    since: date = stored("The date the appointment starts (inclusive).", key="since")
    until: date | None = stored("The date the appointment ends (exclusive). Null if no end is recorded.", key="until")


@strawberry.type
class CrossAppointment(Node):
    """A person with positions in two of a compound's three parties (交叉任职): on the branch committee, and either on
    the owners' committee or as the property company's quality supervisor or Party head. There is one cross-appointment
    per person, compound and channel. Lists have those that hold on `asOf`; `node` also fetches one that has ended,
    as it was on its last day."""

    row = Row("crossing", needs=("compound", "person", "channel"), refetch="appointments.cross_appointment_by_id")

    id: strawberry.ID = identity("The global ID: opaque and stable.", Value("appointments.cross_appointment_key"))
    person: Person = same("The person who holds both positions.")
    compound: Compound = same("The compound whose parties the positions belong to.")
    channel: CrossAppointmentChannel = column(
        "The direction of the cross-appointment. Between branch and owners' committee it is the recorded channel, else "
        "from the party of the earlier appointment to the other (from the branch, if both started on the same day).",
        "channel",
    )
    concurrent_head: bool = stored(
        "Whether the person is both secretary of the branch and director of the owners' committee (一肩挑).",
        key="concurrent_head",
    )
    since: date = stored(
        "The date from which both positions were held (inclusive). A position that began before the person's earlier one in "
        "the same organization ended, or on that date, continues it, as after a promotion: the start of the earlier one counts.",
        key="since",
    )
    until: date | None = value(
        "The date from which the positions are no longer both held (exclusive), as far as recorded. Positions that "
        "continue each other without a gap count as one. Null if no end is recorded.",
        "appointments.crossing_until",
    )

    @related("appointments.crossing_seats")
    def appointments(self) -> list[Appointment]:
        """The two appointments that make up the cross-appointment, the branch's first; of one that has ended, those of
        its last day. If the person holds several positions in one party, the earliest is listed."""


@strawberry.input
class AppointmentFilter:
    """Conditions on appointments. All given conditions must hold."""

    roles: list[AppointmentRole] | None = where("Only appointments to one of these positions.", "appointments.has_role")
    organization_types: list[OrganizationType] | None = where(
        "Only appointments in organizations of one of these types.", "organizations.is_of_type", labels
    )


@strawberry.input
class CrossAppointmentFilter:
    """Conditions on cross-appointments. All given conditions must hold."""

    channels: list[CrossAppointmentChannel] | None = where(
        "Only cross-appointments with one of these channels.", "appointments.goes_by"
    )
    concurrent_head: bool | None = where(
        "Only cross-appointments whose person heads both the branch and the owners' committee (true), or only the "
        "others (false).",
        "appointments.is_concurrent_head",
    )


@listed("appointments.appointments", arguments={"within": WITHIN, "history": HISTORY}, orders=orders.APPOINTMENTS)
def appointments(
    within: Within = UNSET,
    history: History = UNSET,
    filter: Filter[AppointmentFilter] = UNSET,
    as_of: AsOf = UNSET,
) -> Connection[Appointment] | None:
    """Lists appointments (任职) in organizations within a place, sorted by ID."""


@listed(
    "appointments.cross_appointments",
    arguments={"within": WITHIN},
    once={"crossings": "appointments.crossings_within"},
    orders=orders.CROSS_APPOINTMENTS,
)
def cross_appointments(
    within: Within = UNSET, filter: Filter[CrossAppointmentFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[CrossAppointment]:
    """Lists cross-appointments (交叉任职), sorted by compound code, then by person and channel."""
