"""The table of appointments."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from graph_api.seed.rows import RelationRow, ToPerson, ToWithSeats
from graph_api.seed.tables.table import Table, table

Role = Literal[
    "SECRETARY",
    "DEPUTY_SECRETARY",
    "COMMITTEE_MEMBER",
    "DIRECTOR",
    "DEPUTY_DIRECTOR",
    "MEMBER",
    "MANAGER",
    "PARTY_HEAD",
    "QUALITY_SUPERVISOR",
    "CONVENOR",
]
Channel = Literal[
    "BRANCH_TO_OWNERS_COMMITTEE", "BRANCH_TO_PROPERTY_SUPERVISOR", "OWNERS_COMMITTEE_TO_BRANCH", "PROPERTY_TO_BRANCH"
]


class AppointmentRow(RelationRow):
    """A seat that a person holds, and the channel by which they came to it where one is on record."""

    start = "person"

    id: str
    person: ToPerson
    organization: ToWithSeats
    role: Role
    channel: Channel | None = None

    @model_validator(mode="after")
    def _role_of_its_body(self) -> Self:
        if self.role not in _roles_of(self.organization):
            raise ValueError(f"{self.organization} has no {self.role}: correct the role or the organization")
        return self


# By the letter in the organization's id.
ROLES = {
    "B": frozenset({"SECRETARY", "DEPUTY_SECRETARY", "COMMITTEE_MEMBER"}),
    "O": frozenset({"DIRECTOR", "DEPUTY_DIRECTOR", "MEMBER"}),
    "C": frozenset({"MANAGER", "PARTY_HEAD", "QUALITY_SUPERVISOR", "MEMBER"}),
    "W": frozenset({"SECRETARY", "DEPUTY_SECRETARY", "COMMITTEE_MEMBER"}),
    "K": frozenset({"CONVENOR"}),
}


def _roles_of(organization: str) -> frozenset[str]:
    return ROLES[organization.strip("0123456789")[0]]


TABLES: tuple[Table, ...] = (table("appointments", "appointments", AppointmentRow),)
