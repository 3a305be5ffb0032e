"""The tables of the three parties of a compound."""

from __future__ import annotations

from seed.rows import BranchId, CommitteeId, CompanyId, NamedRow, RelationRow, ToBody, ToBranch, ToCompound, ToFounder
from seed.tables.table import Table, table


class PropertyCompanyRow(NamedRow):
    """A property company."""

    id: CompanyId


class OwnersCommitteeRow(NamedRow):
    """An owners' committee."""

    id: CommitteeId


class BranchRow(NamedRow):
    """A branch of a compound."""

    id: BranchId


class OrganizationCompoundRow(RelationRow):
    """A branch, owners' committee or property company that serves a compound."""

    start = "organization"

    id: str
    organization: ToBody
    compound: ToCompound


class BranchFoundingRow(RelationRow):
    """A joint branch, and what it was founded on or with."""

    start = "branch"

    id: str
    branch: ToBranch
    organization: ToFounder


TABLES: tuple[Table, ...] = (
    table("organizations", "property_companies", PropertyCompanyRow),
    table("organizations", "owners_committees", OwnersCommitteeRow),
    table("organizations", "branches", BranchRow),
    table("organizations", "organization_compounds", OrganizationCompoundRow),
    table("organizations", "branch_foundings", BranchFoundingRow),
)
