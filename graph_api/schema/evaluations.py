"""The yearly evaluation of departments by communities (百分考核): rounds, criteria, scores and appraisals.

A single rating is personal data: the graph has only sums, which are shown for five raters or more.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Property, Row
from graph_api.languages import in_language
from graph_api.schema import orders
from graph_api.schema.arguments import WITHIN, AsOf, Filter, Within
from graph_api.schema.fields import computing, related, same, stored, value, where
from graph_api.schema.languages import InLanguage, Language
from graph_api.schema.nodes import Node, Provenance
from graph_api.schema.pages import Connection, listed

if TYPE_CHECKING:
    from graph_api.schema.communities import Community
    from graph_api.schema.departments import Department


@strawberry.type
class Criterion(Node):
    """A criterion of the yearly evaluation of departments. The maximum points of the criteria in effect on any date add
    up to 100."""

    row = Row("criterion", refetch="evaluations.criterion_by_id")

    name_zh: str = stored("The name of the criterion, in Chinese.", key="name_zh")
    maximum: int = stored("The maximum number of points that a rater can give for the criterion.", key="maximum")
    provenance: Provenance = stored("The origin of the record.", key="provenance")

    @computing(in_language, en=Property("name"), zh=Property("name_zh"))
    def name(self, language: InLanguage = Language.EN) -> str:
        """The name of the criterion."""


@strawberry.type
class CriterionScore:
    """A department's score for one criterion of an evaluation."""

    row = Row("marking", needs=("criterion", "evaluation", "evaluation_round"))

    criterion: Criterion = same("The criterion that was scored.")
    score: float | None = value(
        "The mean number of points that all raters gave, from 0 to the criterion's maximum. Null until the round is "
        "closed, and with fewer than five raters.",
        "evaluations.criterion_score",
    )


@strawberry.input
class EvaluationFilter:
    """Conditions on evaluations. All given conditions must hold."""

    year: int | None = where("Only evaluations of this calendar year.", "evaluations.is_of_year")
    appraised: bool | None = where(
        "Only evaluations that have counted towards an appraisal (true), or that have not (false).",
        "evaluations.has_counted",
    )


@strawberry.input
class EvaluationRoundFilter:
    """Conditions on evaluation rounds. All given conditions must hold."""

    from_: date | None = where("Only rounds opened on or after this date (inclusive).", "nodes.is_from", name="from")
    until: date | None = where("Only rounds opened before this date (exclusive).", "nodes.is_before")


@strawberry.type
class EvaluationRound(Node):
    """A community's yearly evaluation round, in which Party members and residents rate every paired department."""

    row = Row("evaluation_round", needs=("community",), refetch="evaluations.round_by_id")

    year: int = stored("The calendar year of the round.", key="year")
    community: Community = same("The community that holds the round.")
    opened_on: date = stored("The date the round was opened.", key="date")
    closed_on: date | None = value("The date the round was closed. Null while it is open.", "evaluations.closed_on")
    rater_count: int = value(
        "The number of raters. If some raters left a department out, the lowest number for any department. 0 until the "
        "round is closed.",
        "evaluations.round_rater_count",
    )
    member_rater_count: int | None = value(
        "The number of raters who are Party members (党员). If some left a department out, the lowest number for any "
        "department. Null until the round is closed, and if fewer than five raters of either kind took part.",
        "evaluations.round_member_rater_count",
    )
    resident_rater_count: int | None = value(
        "The number of raters who are other residents (群众). If some left a department out, the lowest number for any "
        "department. Null until the round is closed, and if fewer than five raters of either kind took part.",
        "evaluations.round_resident_rater_count",
    )
    provenance: Provenance = stored("The origin of the record.", key="provenance")

    @listed("evaluations.of_round", orders=orders.EVALUATIONS)
    def evaluations(self, filter: Filter[EvaluationFilter] = UNSET) -> Connection[Evaluation]:
        """The evaluations of the round, one per department, sorted by ID (that is, by department code)."""


@strawberry.type
class Evaluation(Node):
    """A department's evaluation in one round of a community (百分考核)."""

    row = Row(
        "evaluation", needs=("evaluation_round", "department", "community"), refetch="evaluations.evaluation_by_id"
    )

    year: int = stored("The calendar year of the evaluation.", key="year", of="evaluation_round")
    round: EvaluationRound = same("The round that the evaluation belongs to.")
    department: Department = same("The department that was rated.")
    community: Community = same("The community whose Party members and residents rated the department.")
    rater_count: int = value("The number of raters. 0 until the round is closed.", "evaluations.rater_count")
    member_rater_count: int | None = value(
        "The number of raters who are Party members (党员). Null until the round is closed, and if fewer than five "
        "raters of either kind took part.",
        "evaluations.member_rater_count",
    )
    resident_rater_count: int | None = value(
        "The number of raters who are other residents (群众). Null until the round is closed, and if fewer than five "
        "raters of either kind took part.",
        "evaluations.resident_rater_count",
    )
    score: float | None = value(
        "The mean of all ratings, from 0 to 100. Null until the round is closed, and with fewer than five raters.",
        "evaluations.score",
    )
    member_score: float | None = value(
        "The mean of the ratings by Party members (党员), from 0 to 100. Null until the round is closed, and if fewer "
        "than five raters of either kind took part.",
        "evaluations.member_score",
    )
    resident_score: float | None = value(
        "The mean of the ratings by other residents (群众), from 0 to 100. Null until the round is closed, and if fewer "
        "than five raters of either kind took part.",
        "evaluations.resident_score",
    )
    rank_in_community: int | None = value(
        "The department's rank in the round, 1 being the highest score. Null if there is no score.",
        "evaluations.rank_in_community",
    )
    rank_in_city: int | None = value(
        "The department's rank among the closed rounds of the city in the same year, 1 being the highest score. Null "
        "if there is no score.",
        "evaluations.rank_in_city",
    )
    provenance: Provenance = stored("The origin of the record.", key="provenance")

    @related("evaluations.criterion_scores")
    def criteria(self) -> list[CriterionScore]:
        """The department's score for each criterion of the evaluation, sorted by criterion ID."""

    @related("evaluations.appraisal")
    def appraisal(self) -> Appraisal | None:
        """The appraisal of the department's leading team that the evaluation counted towards. Null if it has not
        counted towards one."""


@strawberry.type
class Appraisal(Node):
    """An appraisal of the leading team of a department (领导班子实绩考核)."""

    row = Row("appraisal", refetch="evaluations.appraisal_by_id")

    date: date = stored("The date of the appraisal.", key="date")
    provenance: Provenance = stored("The origin of the record.", key="provenance")

    @related("evaluations.appraised")
    def department(self) -> Department:
        """The department whose leading team was appraised."""


@listed("evaluations.evaluations", arguments={"within": WITHIN}, orders=orders.EVALUATIONS)
def evaluations(
    within: Within = UNSET, filter: Filter[EvaluationFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[Evaluation] | None:
    """Lists the yearly evaluations of departments by communities (百分考核), newest first."""
