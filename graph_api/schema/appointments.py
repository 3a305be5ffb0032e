"""Appointments, and cross-appointments (交叉任职): one person in two of a compound's three parties."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

import strawberry

from graph_api.compiler.sources import Row, Value
from graph_api.schema.fields import column, described, identity, kept, related, same, stored
from graph_api.schema.nodes import Actor, Node

if TYPE_CHECKING:
    from graph_api.schema.persons import Person
    from graph_api.schema.places import Compound


class AppointmentRole(Enum):
    """The seat that an appointment gives."""

    SECRETARY = "SECRETARY"
    DEPUTY_SECRETARY = "DEPUTY_SECRETARY"
    COMMITTEE_MEMBER = "COMMITTEE_MEMBER"
    DIRECTOR = "DIRECTOR"
    DEPUTY_DIRECTOR = "DEPUTY_DIRECTOR"
    MEMBER = "MEMBER"
    PARTY_HEAD = "PARTY_HEAD"
    MANAGER = "MANAGER"
    QUALITY_SUPERVISOR = "QUALITY_SUPERVISOR"
    CONVENOR = "CONVENOR"


described(
    AppointmentRole,
    "The seat that an appointment gives.",
    {
        "SECRETARY": "Secretary of a branch or another Party organization (书记).",
        "DEPUTY_SECRETARY": "Deputy secretary of a branch or another Party organization (副书记).",
        "COMMITTEE_MEMBER": "Member of a branch's or another Party organization's committee (支委).",
        "DIRECTOR": "Director of an owners' committee (主任).",
        "DEPUTY_DIRECTOR": "Deputy director of an owners' committee (副主任).",
        "MEMBER": "Member of a body (委员).",
        "PARTY_HEAD": "Head of the Party members of a property company (党员负责人).",
        "MANAGER": "Manager of a property company (经理).",
        "QUALITY_SUPERVISOR": "Property service quality supervisor (物业服务质量监督员).",
        "CONVENOR": "Convenor of a conference (召集人).",
    },
)


class CrossAppointmentChannel(Enum):
    """From which party to which a cross-appointment goes."""

    BRANCH_TO_OWNERS_COMMITTEE = "BRANCH_TO_OWNERS_COMMITTEE"
    BRANCH_TO_PROPERTY_SUPERVISOR = "BRANCH_TO_PROPERTY_SUPERVISOR"
    OWNERS_COMMITTEE_TO_BRANCH = "OWNERS_COMMITTEE_TO_BRANCH"
    PROPERTY_TO_BRANCH = "PROPERTY_TO_BRANCH"


described(
    CrossAppointmentChannel,
    "From which party of a compound to which a cross-appointment goes.",
    {
        "BRANCH_TO_OWNERS_COMMITTEE": "A member of the branch's committee stands for the owners' committee.",
        "BRANCH_TO_PROPERTY_SUPERVISOR": "A member of the branch's committee becomes property quality supervisor.",
        "OWNERS_COMMITTEE_TO_BRANCH": "A member of the owners' committee joins the branch's committee.",
        "PROPERTY_TO_BRANCH": "The property company's Party head joins the branch's committee.",
    },
)


@strawberry.type(description="A person's seat in a body; it holds on [since, until).")
class Appointment(Node):
    """A person's seat in a body."""

    row = Row("seat", needs=("person", "organization"), refetch="appointments.appointment_by_id")

    role: AppointmentRole = stored("The seat.", key="role")
    organization: Actor = same("The body.", actor="organization")
    person: Person = same("The person.")
    since: date = stored("The first day on which it holds.", key="since")
    until: date | None = stored(
        "The first day on which it no longer holds; null while no end is on record.", key="until"
    )


@strawberry.type(
    description="One person in two of a compound's three parties (交叉任职): a seat in the branch's committee, and one in the "
    "owners' committee or as the property company's quality supervisor or Party head. One for each person, compound and channel."
)
class CrossAppointment(Node):
    """One person in two of a compound's three parties."""

    row = Row("crossing", needs=("compound", "person", "channel"), refetch="appointments.cross_appointment_by_id")

    id: strawberry.ID = identity(
        "The global id: opaque, the same for ever.", Value("appointments.cross_appointment_key")
    )
    person: Person = same("The person.")
    compound: Compound = same("The compound.")
    channel: CrossAppointmentChannel = column(
        "From which party to which. Between branch and owners' committee the recorded channel decides, else the earlier "
        "appointment is the origin (the branch, if both began on one day).",
        "channel",
    )
    concurrent_head: bool = stored(
        "The branch secretary is also the director of the owners' committee (一肩挑).", key="concurrent_head"
    )
    since: date = stored(
        "The day from which both were held. A seat that continues another in the same body, as after a promotion, began with it.",
        key="since",
    )

    @related("appointments.crossing_seats")
    def appointments(self) -> list[Appointment]:
        """The two appointments that hold and make it, the branch's first; of several in one body the earliest."""


@strawberry.input(description="Which cross-appointments to keep: those of which all that is given is true.")
class CrossAppointmentFilter:
    """Which cross-appointments to keep."""

    channels: list[CrossAppointmentChannel] | None = kept("It goes by one of these channels.", "appointments.goes_by")
    concurrent_head: bool | None = kept("Whether the person heads both bodies.", "appointments.is_concurrent_head")
