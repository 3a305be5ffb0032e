"""The tables of the three parties of a compound, of other organizations, and of the Party organizations in them."""

from __future__ import annotations

from graph_api.seed.rows import (
    BranchId,
    CommitteeId,
    CompanyId,
    EnterpriseId,
    NamedRow,
    PartyOrganizationId,
    RelationRow,
    SocialOrganizationId,
    ToBody,
    ToBranch,
    ToCommunity,
    ToCompound,
    ToFounder,
    ToPartyOrganization,
    ToStationed,
    ToWithParty,
    UnitId,
)
from graph_api.seed.tables.table import Table, table


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


class EnterpriseRow(NamedRow):
    """An enterprise."""

    id: EnterpriseId


class SocialOrganizationRow(NamedRow):
    """A social organization."""

    id: SocialOrganizationId


class UnitRow(NamedRow):
    """A unit that is neither a department nor an enterprise nor a social organization: a school, a clinic, a station."""

    id: UnitId


class StationingRow(RelationRow):
    """An organization stationed in a community."""

    start = "organization"

    id: str
    organization: ToStationed
    community: ToCommunity


class PartyOrganizationRow(NamedRow):
    """A Party organization."""

    id: PartyOrganizationId


class PartyOrganizationBodyRow(RelationRow):
    """What a Party organization is the Party's organization of: a place, a department, a stationed organization."""

    start = "party_organization"

    id: str
    party_organization: ToPartyOrganization
    body: ToWithParty


TABLES: tuple[Table, ...] = (
    table("organizations", "property_companies", PropertyCompanyRow),
    table("organizations", "owners_committees", OwnersCommitteeRow),
    table("organizations", "branches", BranchRow),
    table("organizations", "organization_compounds", OrganizationCompoundRow),
    table("organizations", "branch_foundings", BranchFoundingRow),
    table("organizations", "enterprises", EnterpriseRow),
    table("organizations", "social_organizations", SocialOrganizationRow),
    table("organizations", "units", UnitRow),
    table("organizations", "stationings", StationingRow),
    table("organizations", "party_organizations", PartyOrganizationRow),
    table("organizations", "party_organization_bodies", PartyOrganizationBodyRow),
)
