"""The tables of a seed in the order in which they are loaded: for each the model of its rows and its statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from seed.rows import (
    BranchId,
    BuildingCode,
    CityCode,
    CommitteeId,
    CommunityCode,
    CompanyId,
    CompoundCode,
    Day,
    DepartmentCode,
    GroupId,
    HouseholdId,
    LeaderCode,
    Name,
    NamedRow,
    PersonId,
    PlacedRow,
    Provenance,
    RelationRow,
    Row,
    SubdistrictCode,
    ToBody,
    ToBranch,
    ToBuilding,
    ToCity,
    ToCommunity,
    ToCompound,
    ToDepartment,
    ToFounder,
    ToGroup,
    ToHousehold,
    ToLeader,
    ToPerson,
    VisitId,
    split_words,
)

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
Task = Literal["INSPECT", "ATTEND_CONFERENCE", "PRESS_DEPARTMENTS", "SETTLE_ISSUES"]


class CityRow(PlacedRow):
    """A city and the day of its report."""

    code: CityCode
    reported_on: Day


class SubdistrictRow(PlacedRow):
    """A subdistrict."""

    code: SubdistrictCode


class CommunityRow(PlacedRow):
    """A community: residents in people, area in square metres."""

    code: CommunityCode
    residents: Annotated[int, Field(ge=0)]
    area_m2: Annotated[int, Field(gt=0)]


class CompoundRow(PlacedRow):
    """A compound."""

    code: CompoundCode


class BuildingRow(PlacedRow):
    """A building of a compound."""

    code: BuildingCode


class AdjacentBuildingsRow(Row):
    """Two buildings of a compound that stand next to each other."""

    key_columns = ("building", "neighbour")

    building: ToBuilding
    neighbour: ToBuilding

    @model_validator(mode="after")
    def _in_one_order(self) -> Self:
        if self.building >= self.neighbour:
            raise ValueError("put the lower code first, so that a pair stands in the table only once")
        return self


class DepartmentRow(PlacedRow):
    """A department of the city, or a unit of the state or the province in it."""

    code: DepartmentCode
    kind: Literal["MUNICIPAL", "CENTRAL_OR_PROVINCIAL"]


class LeaderRow(NamedRow):
    """A leader of one of the four municipal bodies."""

    key_columns = ("code",)

    code: LeaderCode
    title: Name
    retired: bool | None = None


class SupervisionRow(RelationRow):
    """A leader in charge of a department's field."""

    start = "leader"

    id: str
    leader: ToLeader
    department: ToDepartment


class DepartmentPairingRow(RelationRow):
    """A department paired with a community."""

    start = "department"

    id: str
    department: ToDepartment
    community: ToCommunity


class LeaderPairingRow(RelationRow):
    """A leader paired with a community."""

    start = "leader"

    id: str
    leader: ToLeader
    community: ToCommunity


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


class PersonRow(NamedRow):
    """A person; `retired` is empty where it is not on record."""

    id: PersonId
    retired: bool | None = None


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


class BuildingGroupRow(NamedRow):
    """A joint building group and the feature of its work."""

    id: GroupId
    feature: Name | None = None


class GroupCompoundRow(RelationRow):
    """A building group formed in a compound."""

    start = "building_group"

    id: str
    building_group: ToGroup
    compound: ToCompound


class GroupBuildingRow(RelationRow):
    """A building that a building group covers."""

    start = "building_group"

    id: str
    building_group: ToGroup
    building: ToBuilding

    @model_validator(mode="after")
    def _in_its_compound(self) -> Self:
        if self.building[:15] != self.building_group[:15]:
            raise ValueError("the building is not in the group's compound: correct one of the codes")
        return self


class GroupLeaderRow(RelationRow):
    """A person who leads a building group."""

    start = "person"

    id: str
    person: ToPerson
    building_group: ToGroup


class CentralHouseholdRow(Row):
    """A central household: only that there is one."""

    id: HouseholdId
    provenance: Provenance


class GroupHouseholdRow(RelationRow):
    """A central household where a building group meets."""

    start = "household"

    id: str
    household: ToHousehold
    building_group: ToGroup


class HouseholdHeadRow(RelationRow):
    """A person who heads a central household."""

    start = "person"

    id: str
    person: ToPerson
    household: ToHousehold


class VisitRow(Row):
    """A leader's visit to a community, and its tasks, parted by spaces."""

    id: VisitId
    leader: ToLeader
    community: ToCommunity
    date: Day
    tasks: Annotated[tuple[Task, ...], BeforeValidator(split_words)]
    provenance: Provenance

    @model_validator(mode="after")
    def _id_begins_with_its_leader(self) -> Self:
        if not self.id.startswith(f"{self.leader}V"):
            raise ValueError(f"the id is {self.id!r}: make it {self.leader}V and a running number")
        return self


class FigureRow(Row):
    """A figure as the city's report states it."""

    key_columns = ("city", "key")

    city: ToCity
    key: Name
    stated: float
    qualifier: Literal["EXACT", "AT_LEAST", "AT_MOST", "ABOUT"]
    unit: Name
    label: Name
    label_zh: Name
    system: Annotated[str, Field(pattern=r"^S\d{1,2}$")]


def _roles_of(organization: str) -> frozenset[str]:
    letter = organization[15:16]
    return {"B": BRANCH_ROLES, "O": COMMITTEE_ROLES}.get(letter, COMPANY_ROLES)


@dataclass(frozen=True)
class Table:
    """A table: `name` is the file's (`communities.csv`), `statement` the catalogue's name of what loads it."""

    name: str
    row: type[Row]
    statement: str


def _table(noun: str, name: str, row: type[Row]) -> Table:
    return Table(name, row, f"{noun}.load_{name}")


# A table stands after every table that its rows refer to.
TABLES: tuple[Table, ...] = (
    _table("places", "cities", CityRow),
    _table("places", "subdistricts", SubdistrictRow),
    _table("places", "communities", CommunityRow),
    _table("places", "compounds", CompoundRow),
    _table("places", "buildings", BuildingRow),
    _table("places", "adjacent_buildings", AdjacentBuildingsRow),
    _table("departments", "departments", DepartmentRow),
    _table("leaders", "leaders", LeaderRow),
    _table("leaders", "supervisions", SupervisionRow),
    _table("pairings", "department_pairings", DepartmentPairingRow),
    _table("pairings", "leader_pairings", LeaderPairingRow),
    _table("organizations", "property_companies", PropertyCompanyRow),
    _table("organizations", "owners_committees", OwnersCommitteeRow),
    _table("organizations", "branches", BranchRow),
    _table("organizations", "organization_compounds", OrganizationCompoundRow),
    _table("organizations", "branch_foundings", BranchFoundingRow),
    _table("persons", "persons", PersonRow),
    _table("appointments", "appointments", AppointmentRow),
    _table("building_groups", "building_groups", BuildingGroupRow),
    _table("building_groups", "group_compounds", GroupCompoundRow),
    _table("building_groups", "group_buildings", GroupBuildingRow),
    _table("building_groups", "group_leaders", GroupLeaderRow),
    _table("building_groups", "central_households", CentralHouseholdRow),
    _table("building_groups", "group_households", GroupHouseholdRow),
    _table("building_groups", "household_heads", HouseholdHeadRow),
    _table("visits", "visits", VisitRow),
    _table("figures", "figures", FigureRow),
)
