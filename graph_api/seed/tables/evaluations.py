"""The tables of the yearly evaluation of departments."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from graph_api.seed.rows import (
    AppraisalId,
    CriterionId,
    Day,
    EvaluationId,
    Name,
    NamedRow,
    Provenance,
    RelationRow,
    RoundId,
    Row,
    ToAppraisal,
    ToCity,
    ToCommunity,
    ToCriteria,
    ToCriterion,
    ToDepartment,
    ToEvaluation,
    ToRound,
    split_words,
)
from graph_api.seed.tables.table import Table, table


def _split_ratings(value: Any) -> Any:
    """The ratings of a cell, parted by spaces, each the points for the criteria, parted by slashes."""
    return tuple(tuple(rating.split("/")) for rating in split_words(value)) if isinstance(value, str) else value


Points = Annotated[int, Field(ge=0)]
Ratings = Annotated[tuple[tuple[Points, ...], ...], BeforeValidator(_split_ratings)]


class CriterionRow(NamedRow):
    """A criterion by which departments are rated, and the most points that it gives."""

    id: CriterionId
    name_zh: Name
    maximum: Annotated[int, Field(gt=0, le=100)]


class CriterionCityRow(RelationRow):
    """When a criterion applies in its city."""

    start = "criterion"

    id: str
    criterion: ToCriterion
    city: ToCity


class EvaluationRoundRow(Row):
    """A community's round of a year: from the day that it opens until the day that it closes; empty while it is open."""

    id: RoundId
    community: ToCommunity
    opened_on: Day
    closed_on: Day | None = None
    provenance: Provenance

    @model_validator(mode="after")
    def _id_begins_with_its_community(self) -> Self:
        if not self.id.startswith(f"{self.community}R"):
            raise ValueError(f"the id is {self.id!r}: make it {self.community}R and a running number")
        return self

    @model_validator(mode="after")
    def _closes_later_in_the_year(self) -> Self:
        if self.closed_on and not self.opened_on < self.closed_on <= date(self.opened_on.year, 12, 31):
            raise ValueError(f"closed_on is {self.closed_on}: make it a later day of the year of {self.opened_on}")
        return self


class EvaluationRow(Row):
    """A department's evaluation in a round: the ratings of members and of residents, each in the order of the criteria."""

    id: EvaluationId
    round: ToRound
    department: ToDepartment
    criteria: ToCriteria
    members: Ratings = ()
    residents: Ratings = ()
    provenance: Provenance

    @model_validator(mode="after")
    def _id_begins_with_its_department(self) -> Self:
        if not self.id.startswith(f"{self.department}N"):
            raise ValueError(f"the id is {self.id!r}: make it {self.department}N and a running number")
        return self

    @model_validator(mode="after")
    def _every_rating_has_points_for_every_criterion(self) -> Self:
        for rating in (*self.members, *self.residents):
            if len(rating) != len(self.criteria):
                # Not which rating: it is one person's.
                raise ValueError(f"a rating has points for {len(rating)} of {len(self.criteria)} criteria: correct it")
        return self


class AppraisalRow(Row):
    """An appraisal of the leading team of a department."""

    id: AppraisalId
    department: ToDepartment
    date: Day
    provenance: Provenance

    @model_validator(mode="after")
    def _id_begins_with_its_department(self) -> Self:
        if not self.id.startswith(f"{self.department}A"):
            raise ValueError(f"the id is {self.id!r}: make it {self.department}A and a running number")
        return self


class EvaluationAppraisalRow(Row):
    """An evaluation that counted in an appraisal."""

    key_columns = ("evaluation", "appraisal")

    evaluation: ToEvaluation
    appraisal: ToAppraisal

    @model_validator(mode="after")
    def _of_one_department(self) -> Self:
        if self.evaluation[:10] != self.appraisal[:10]:
            raise ValueError("the evaluation and the appraisal are of two departments: correct one of the ids")
        return self


TABLES: tuple[Table, ...] = (
    table("evaluations", "criteria", CriterionRow),
    table("evaluations", "criterion_cities", CriterionCityRow),
    table("evaluations", "evaluation_rounds", EvaluationRoundRow),
    table("evaluations", "evaluations", EvaluationRow),
    table("evaluations", "appraisals", AppraisalRow),
    table("evaluations", "evaluation_appraisals", EvaluationAppraisalRow),
)
