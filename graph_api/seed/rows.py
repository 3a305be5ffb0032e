"""What rows of the tables are made of: the kinds of column, what each refers to, and the models that rows build on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationInfo, model_validator

from graph_api.places import city_of
from graph_api.seed.days import resolve_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True)
class Reference:
    """The column's value, or its first `digits` characters, is the key of a row in one of the tables.

    In a column of several values each of them is.
    """

    tables: tuple[str, ...]
    digits: int | None = None

    def key(self, value: str) -> str:
        """The key that a value of the column refers to."""
        return value if self.digits is None else value[: self.digits]


def _resolve(value: Any, info: ValidationInfo) -> Any:
    return resolve_day(value, info.context["as_of"]) if isinstance(value, str) and info.context else value


def split_words(value: Any) -> Any:
    """The words of a cell that holds several, parted by spaces."""
    return tuple(value.split()) if isinstance(value, str) else value


def split_texts(value: Any) -> Any:
    """The texts of a cell that holds several, parted by bars."""
    return tuple(value.split("|")) if isinstance(value, str) else value


Day = Annotated[date, BeforeValidator(_resolve)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1_000)]
# The largest Int of GraphQL: an answer can't hold more.
MOST = 2**31 - 1
Longitude = Annotated[float, Field(ge=-180, le=180)]
SynergyFunction = Literal["PARTY_WORK", "SECURITY", "FACILITIES", "CULTURE"]
Latitude = Annotated[float, Field(ge=-90, le=90)]

CityCode = Annotated[str, Field(pattern=r"^\d{6}$")]
SubdistrictCode = Annotated[str, Field(pattern=r"^\d{9}$"), Reference(("cities",), digits=6)]
CommunityCode = Annotated[str, Field(pattern=r"^\d{12}$"), Reference(("subdistricts",), digits=9)]
CompoundCode = Annotated[str, Field(pattern=r"^\d{15}$"), Reference(("communities",), digits=12)]
BuildingCode = Annotated[str, Field(pattern=r"^\d{18}$"), Reference(("compounds",), digits=15)]
DepartmentCode = Annotated[str, Field(pattern=r"^\d{6}D\d{3}$"), Reference(("cities",), digits=6)]
LeaderCode = Annotated[str, Field(pattern=r"^\d{6}L\d{3}$"), Reference(("cities",), digits=6)]
PersonId = Annotated[str, Field(pattern=r"^\d{6}P\d{4}$"), Reference(("cities",), digits=6)]
EnterpriseId = Annotated[str, Field(pattern=r"^\d{6}E\d{3}$"), Reference(("cities",), digits=6)]
SocialOrganizationId = Annotated[str, Field(pattern=r"^\d{6}S\d{3}$"), Reference(("cities",), digits=6)]
UnitId = Annotated[str, Field(pattern=r"^\d{6}U\d{3}$"), Reference(("cities",), digits=6)]
PartyOrganizationId = Annotated[str, Field(pattern=r"^\d{6}W\d{4}$"), Reference(("cities",), digits=6)]
CompanyId = Annotated[str, Field(pattern=r"^\d{6}C\d{3}$"), Reference(("cities",), digits=6)]
BranchId = Annotated[str, Field(pattern=r"^\d{15}B\d$"), Reference(("compounds",), digits=15)]
CommitteeId = Annotated[str, Field(pattern=r"^\d{15}O\d$"), Reference(("compounds",), digits=15)]
GroupId = Annotated[str, Field(pattern=r"^\d{15}G\d{2}$"), Reference(("compounds",), digits=15)]
HouseholdId = Annotated[str, Field(pattern=r"^\d{15}G\d{2}H\d$"), Reference(("building_groups",), digits=18)]
MatterId = Annotated[str, Field(pattern=r"^\d{15}G\d{2}S\d{2}$"), Reference(("building_groups",), digits=18)]
SynergyBodyId = Annotated[str, Field(pattern=r"^\d{12}Y\d$"), Reference(("communities",), digits=12)]
DeedId = Annotated[str, Field(pattern=r"^\d{12}Y\dT\d{3}$"), Reference(("synergy_bodies",), digits=14)]
ContributionId = Annotated[str, Field(pattern=r"^(\d{12}Y\d|\d{15}B\d)N\d{3}$")]
ConferenceId = Annotated[str, Field(pattern=r"^\d{6}(\d{3}){0,3}K\d$"), Reference(("cities",), digits=6)]
MeetingId = Annotated[str, Field(pattern=r"^\d{6}(\d{3}){0,3}K\dM\d{3}$")]
DocumentId = Annotated[str, Field(pattern=r"^\d{6}(\d{3}){0,3}K\dM\d{3}D\d{2}$")]
IssueId = Annotated[str, Field(pattern=r"^\d{6}(\d{3}){0,3}I\d{3}$")]
EscalationId = Annotated[str, Field(pattern=r"^\d{6}(\d{3}){0,3}I\d{3}E\d$")]
RoundId = Annotated[str, Field(pattern=r"^\d{12}R\d{2}$"), Reference(("communities",), digits=12)]
CriterionId = Annotated[str, Field(pattern=r"^\d{6}Q\d{2}$"), Reference(("cities",), digits=6)]
EvaluationId = Annotated[str, Field(pattern=r"^\d{6}D\d{3}N\d{2}$"), Reference(("departments",), digits=10)]
AppraisalId = Annotated[str, Field(pattern=r"^\d{6}D\d{3}A\d{2}$"), Reference(("departments",), digits=10)]
VisitId = Annotated[str, Field(pattern=r"^\d{6}L\d{3}V\d{3}$"), Reference(("leaders",), digits=10)]

_BODIES = ("branches", "owners_committees", "property_companies")
_STATIONED = ("enterprises", "social_organizations", "units")
# What has appointments: the roles that each can have are in `seed.tables.appointments`.
_WITH_SEATS = (*_BODIES, "party_organizations", "conferences")
# The participants of a conference.
_PARTICIPANTS = ("persons", "leaders", "departments", *_BODIES, *_STATIONED)

ToCity = Annotated[str, Reference(("cities",))]
ToCommunity = Annotated[str, Reference(("communities",))]
ToCompound = Annotated[str, Reference(("compounds",))]
ToBuilding = Annotated[str, Reference(("buildings",))]
ToDepartment = Annotated[str, Reference(("departments",))]
ToLeader = Annotated[str, Reference(("leaders",))]
ToBranch = Annotated[str, Reference(("branches",))]
ToBody = Annotated[str, Reference(_BODIES)]
ToFounder = Annotated[str, Reference(_BODIES[1:])]
ToStationed = Annotated[str, Reference(_STATIONED)]
ToPartyOrganization = Annotated[str, Reference(("party_organizations",))]
ToWithParty = Annotated[str, Reference(("subdistricts", "communities", "departments", *_STATIONED))]
ToWithSeats = Annotated[str, Reference(_WITH_SEATS)]
ToSynergyBody = Annotated[str, Reference(("synergy_bodies",))]
ToMemberUnit = Annotated[str, Reference(("departments", *_STATIONED))]
ToDeed = Annotated[str, Reference(("deeds",))]
ToGiver = Annotated[str, Reference(("departments", *_STATIONED, "property_companies"))]
ToReceiver = Annotated[str, Reference(("synergy_bodies", "branches"))]
ToPerson = Annotated[str, Reference(("persons", "leaders"))]
ToGoverned = Annotated[str, Reference(("cities", "subdistricts", "communities", "compounds"))]
ToConference = Annotated[str, Reference(("conferences",))]
ToMeeting = Annotated[str, Reference(("meetings",))]
ToIssue = Annotated[str, Reference(("issues",))]
ToParticipant = Annotated[str, Reference(_PARTICIPANTS)]
ToRound = Annotated[str, Reference(("evaluation_rounds",))]
ToCriterion = Annotated[str, Reference(("criteria",))]
ToCriteria = Annotated[tuple[str, ...], BeforeValidator(split_words), Reference(("criteria",))]
ToEvaluation = Annotated[str, Reference(("evaluations",))]
ToAppraisal = Annotated[str, Reference(("appraisals",))]
ToGroup = Annotated[str, Reference(("building_groups",))]
ToHousehold = Annotated[str, Reference(("central_households",))]


class Provenance(StrEnum):
    """Where an entity's name comes from; rows entered by users (RECORDED) are never in the seed."""

    SOURCE = "SOURCE"
    PUBLIC = "PUBLIC"
    SYNTHETIC = "SYNTHETIC"


class Row(BaseModel):
    """A row of a table: its fields are the table's columns; an empty cell is a missing value."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_enum_values=True, allow_inf_nan=False)

    key_columns: ClassVar[tuple[str, ...]] = ("id",)

    @model_validator(mode="before")
    @classmethod
    def _without_empty_cells(cls, cells: Mapping[str, Any]) -> dict[str, Any]:
        return {column: cell for column, cell in cells.items() if cell != ""}

    @property
    def identity(self) -> str:
        """What tells the row from the table's others."""
        return " ".join(str(getattr(self, column)) for column in self.key_columns)


class NamedRow(Row):
    """A row of an entity with a name."""

    name: Name
    provenance: Provenance


class PlacedRow(NamedRow):
    """A row of an entity that has a code, and may have a location in WGS-84 degrees."""

    key_columns = ("code",)

    longitude: Longitude | None = None
    latitude: Latitude | None = None

    @model_validator(mode="after")
    def _both_coordinates_or_none(self) -> Self:
        if (self.longitude is None) != (self.latitude is None):
            raise ValueError("give both longitude and latitude, or neither")
        return self


class DatedRow(Row):
    """A row of what is there from one day on, and perhaps no longer from another: on [since, until)."""

    since: Day
    until: Day | None = None

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> Self:
        if self.until is not None and self.until <= self.since:
            raise ValueError(f"until is {self.until}, which is not after since, {self.since}: correct one of them")
        return self


class RelationRow(DatedRow):
    """A row of a dated relation, the id of which begins with the node it starts from."""

    start: ClassVar[str]

    @model_validator(mode="after")
    def _id_begins_with_its_start(self) -> Self:
        start, identity = str(getattr(self, self.start)), self.identity
        head, dash, number = identity.rpartition("-")
        if head != start or not dash or not number.isdecimal():
            raise ValueError(f"the id is {identity!r}: make it {start}- and a running number")
        return self


@cache
def references(row: type[Row]) -> tuple[tuple[str, Reference], ...]:
    """The columns of a model that refer to rows of other tables, also those that may be empty, and what to."""
    return tuple(
        (column, part)
        for column, field in row.model_fields.items()
        for part in (*field.metadata, *(part for one in get_args(field.annotation) for part in _metadata(one)))
        if isinstance(part, Reference)
    )


def referred(row: Row) -> Iterator[tuple[str, Reference, str]]:
    """What a row refers to: the column, what it refers to, and the value, one after the other where there are several."""
    for column, reference in references(type(row)):
        value = getattr(row, column)
        if value is not None:
            for each in value if isinstance(value, tuple) else (value,):
                yield column, reference, each


def cities(row: Row) -> set[str]:
    """The codes of the cities that the row is about: all keys begin with their city's."""
    keys = (row.identity, *(value for _, _, value in referred(row)))
    return {city_of(key) for key in keys}


def _metadata(annotation: Any) -> tuple[Any, ...]:
    return getattr(annotation, "__metadata__", ())
