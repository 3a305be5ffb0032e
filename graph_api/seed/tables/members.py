"""The tables of in-service members and of those they help: no names, and no row that an answer shows by itself."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from graph_api.seed.rows import (
    MOST,
    DatedRow,
    Day,
    NamedRow,
    Provenance,
    Reference,
    RelationRow,
    Row,
    ToCommunity,
    ToPartyOrganization,
    split_words,
)
from graph_api.seed.tables.table import Table, table

PostKindId = Annotated[str, Field(pattern=r"^\d{6}J\d{2}$"), Reference(("cities",), digits=6)]
TeamKindId = Annotated[str, Field(pattern=r"^\d{6}F\d{2}$"), Reference(("cities",), digits=6)]
ZoneKindId = Annotated[str, Field(pattern=r"^\d{6}Z\d{2}$"), Reference(("cities",), digits=6)]
TeamId = Annotated[str, Field(pattern=r"^\d{12}F\d{2}$"), Reference(("communities",), digits=12)]
ZoneId = Annotated[str, Field(pattern=r"^\d{12}Z\d{2}$"), Reference(("communities",), digits=12)]
MemberId = Annotated[str, Field(pattern=r"^\d{6}X\d{4}$"), Reference(("cities",), digits=6)]
PersonInDifficultyId = Annotated[str, Field(pattern=r"^\d{6}N\d{4}$"), Reference(("cities",), digits=6)]
ServiceRecordId = Annotated[str, Field(pattern=r"^\d{12}Q\d{3}$"), Reference(("communities",), digits=12)]

ToMember = Annotated[str, Reference(("members",))]
ToPersonInDifficulty = Annotated[str, Reference(("people_in_difficulty",))]

_Posts = Annotated[tuple[str, ...], BeforeValidator(split_words), Reference(("post_kinds",))]
_Teams = Annotated[tuple[str, ...], BeforeValidator(split_words), Reference(("volunteer_teams",))]
_Zones = Annotated[tuple[str, ...], BeforeValidator(split_words), Reference(("responsibility_zones",))]
_Members = Annotated[tuple[str, ...], BeforeValidator(split_words), Reference(("members",))]


class PostKindRow(NamedRow):
    """A kind of voluntary post."""

    id: PostKindId


class TeamKindRow(NamedRow):
    """A kind of volunteer team."""

    id: TeamKindId


class ZoneKindRow(NamedRow):
    """A kind of responsibility zone."""

    id: ZoneKindId


class PostOfferRow(RelationRow):
    """A kind of post that a community offers."""

    start = "community"

    id: str
    community: ToCommunity
    post_kind: Annotated[str, Reference(("post_kinds",))]


class _OfCommunityRow(NamedRow, DatedRow):
    """What a community has for a time; its id says which community."""


class VolunteerTeamRow(_OfCommunityRow):
    """A volunteer team of a community."""

    id: TeamId
    kind: Annotated[str, Reference(("team_kinds",))]


class ResponsibilityZoneRow(_OfCommunityRow):
    """A responsibility zone of a community."""

    id: ZoneId
    kind: Annotated[str, Reference(("zone_kinds",))]


class MemberRow(Row):
    """An in-service member, and where they work since when."""

    id: MemberId
    organization: ToPartyOrganization
    employed: Day


class ChoiceRow(Row):
    """The posts, teams and zones that a member chose on one day."""

    key_columns = ("member", "date")

    member: ToMember
    date: Day
    posts: _Posts = ()
    teams: _Teams = ()
    zones: _Zones = ()


class RegistrationRow(RelationRow):
    """A member who is registered in the community where they live, and the day of the registration form."""

    start = "member"

    id: str
    member: ToMember
    community: ToCommunity
    form: Day | None = None


class FeedbackFormsRow(Row):
    """The feedback forms of a yearly round that a community took in on one day, with one grade for one purpose."""

    key_columns = ("community", "round", "date", "grade", "counted_for")

    community: ToCommunity
    round: Annotated[int, Field(ge=1)]
    date: Day
    grade: Literal["EXCELLENT", "GOOD", "QUALIFIED", "UNQUALIFIED"]
    counted_for: Literal["YEARLY_APPRAISAL", "DEMOCRATIC_REVIEW", "HONOURS"]
    members: _Members


class PersonInDifficultyRow(DatedRow):
    """A person in difficulty whom a community has on record for a time."""

    id: PersonInDifficultyId
    community: ToCommunity


class HouseholdPairingRow(RelationRow):
    """A member paired with a person in difficulty."""

    start = "member"

    id: str
    member: ToMember
    person: ToPersonInDifficulty


class ServiceRecordRow(Row):
    """What members did in a community: the number of consultations or mediations, or a donation in CNY."""

    id: ServiceRecordId
    kind: Literal["CONSULTATION", "MEDIATION", "DONATION"]
    date: Day
    number: Annotated[int, Field(ge=1, le=MOST)] | None = None
    value_cny: Annotated[float, Field(gt=0)] | None = None
    provenance: Provenance

    @model_validator(mode="after")
    def _counted_or_valued(self) -> Self:
        donated = self.kind == "DONATION"
        if (self.value_cny is not None) is not donated or (self.number is None) is not donated:
            raise ValueError(
                "a donation has a value, everything else a number, and neither has both: correct the cells"
            )
        return self


TABLES: tuple[Table, ...] = (
    table("members", "post_kinds", PostKindRow),
    table("members", "team_kinds", TeamKindRow),
    table("members", "zone_kinds", ZoneKindRow),
    table("members", "post_offers", PostOfferRow),
    table("members", "volunteer_teams", VolunteerTeamRow),
    table("members", "responsibility_zones", ResponsibilityZoneRow),
    table("members", "members", MemberRow),
    table("members", "choices", ChoiceRow),
    table("members", "registrations", RegistrationRow),
    table("members", "feedback_forms", FeedbackFormsRow),
    table("members", "people_in_difficulty", PersonInDifficultyRow),
    table("members", "household_pairings", HouseholdPairingRow),
    table("members", "service_records", ServiceRecordRow),
)
