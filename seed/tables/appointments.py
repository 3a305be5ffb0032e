"""The table of appointments."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from seed.rows import RelationRow, ToBody, ToPerson
from seed.tables.table import Table, table

BRANCH_ROLES = frozenset({"SECRETARY", "DEPUTY_SECRETARY", "COMMITTEE_MEMBER"})
COMMITTEE_ROLES = frozenset({"DIRECTOR", "DEPUTY_DIRECTOR", "MEMBER"})
COMPANY_ROLES = frozenset({"MANAGER", "PARTY_HEAD", "QUALITY_SUPERVISOR", "MEMBER"})

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
]
Channel = Literal[
    "BRANCH_TO_OWNERS_COMMITTEE", "BRANCH_TO_PROPERTY_SUPERVISOR", "OWNERS_COMMITTEE_TO_BRANCH", "PROPERTY_TO_BRANCH"
]


class AppointmentRow(RelationRow):
    """A seat that a person holds, and the channel by which they came to it where one is on record."""

    start = "person"

    id: str
    person: ToPerson
    organization: ToBody
    role: Role
    channel: Channel | None = None

    @model_validator(mode="after")
    def _role_of_its_body(self) -> Self:
        if self.role not in _roles_of(self.organization):
            raise ValueError(f"{self.organization} has no {self.role}: correct the role or the organization")
        return self


def _roles_of(organization: str) -> frozenset[str]:
    letter = organization[15:16]
    return {"B": BRANCH_ROLES, "O": COMMITTEE_ROLES}.get(letter, COMPANY_ROLES)


TABLES: tuple[Table, ...] = (table("appointments", "appointments", AppointmentRow),)
