"""The yearly evaluation of departments by communities (百分考核): rounds, criteria, scores and the appraisals they count in.

Single ratings are personal data: the graph has only their sums, and what these say is told for five raters or more.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Row
from graph_api.schema.arguments import After, First
from graph_api.schema.fields import kept, related, same, stored, value
from graph_api.schema.nodes import Connection, Node, Provenance

if TYPE_CHECKING:
    from graph_api.schema.departments import Department
    from graph_api.schema.places import Community

_FROM = "Where it comes from."
_NOT_APART = (
    "null until the round is closed, and where fewer than five rated of either kind: were one kind told apart, so would be "
    "the other."
)


@strawberry.type(
    description="A criterion by which communities rate departments. The maxima of those that apply on a day add up to 100."
)
class Criterion(Node):
    """A criterion by which communities rate departments."""

    row = Row("criterion", refetch="evaluations.criterion_by_id")

    name: str = stored("What is rated, in English.", key="name")
    name_zh: str = stored("What is rated, in Chinese.", key="name_zh")
    maximum: int = stored("The most points that a rater can give for it.", key="maximum")
    provenance: Provenance = stored(_FROM, key="provenance")


@strawberry.type(description="What raters gave a department for a criterion.")
class CriterionScore:
    """What raters gave a department for a criterion."""

    row = Row("marking", needs=("criterion", "evaluation", "evaluation_round"))

    criterion: Criterion = same("The criterion.")
    score: float | None = value(
        "The mean of the points that all raters gave, 0 to the criterion's maximum; null where the evaluation's score is.",
        "evaluations.criterion_score",
    )


@strawberry.type(
    description="A community's yearly round of evaluation: members and residents rate every paired department."
)
class EvaluationRound(Node):
    """A community's yearly round of evaluation."""

    row = Row("evaluation_round", needs=("community",), refetch="evaluations.round_by_id")

    year: int = stored("The year.", key="year")
    community: Community = same("The community that holds it.")
    opened_on: date = stored("The day on which it was opened.", key="date")
    closed_on: date | None = value("The day on which it was closed; null while it is open.", "evaluations.closed_on")
    rater_count: int = value(
        "How many rated its departments: the fewest, should somebody have left one out; 0 until it is closed.",
        "evaluations.round_rater_count",
    )
    member_rater_count: int | None = value(
        f"How many of them are Party members (党员): the fewest again; {_NOT_APART}",
        "evaluations.round_member_rater_count",
    )
    resident_rater_count: int | None = value(
        f"How many of them are other residents (群众): the fewest again; {_NOT_APART}",
        "evaluations.round_resident_rater_count",
    )
    provenance: Provenance = stored(_FROM, key="provenance")

    @related("evaluations.of_round")
    def evaluations(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Evaluation]:
        """Its evaluations, by id, which is the order of the departments' codes."""


@strawberry.type(description="A department's evaluation in a community's round of a year (百分考核).")
class Evaluation(Node):
    """A department's evaluation in a round."""

    row = Row(
        "evaluation", needs=("evaluation_round", "department", "community"), refetch="evaluations.evaluation_by_id"
    )

    year: int = stored("The year.", key="year", of="evaluation_round")
    round: EvaluationRound = same("The round.")
    department: Department = same("The department that was rated.")
    community: Community = same("The community whose members and residents rated it.")
    rater_count: int = value("How many rated; 0 until the round is closed.", "evaluations.rater_count")
    member_rater_count: int | None = value(
        f"How many of them are Party members (党员); {_NOT_APART}", "evaluations.member_rater_count"
    )
    resident_rater_count: int | None = value(
        f"How many of them are other residents (群众); {_NOT_APART}", "evaluations.resident_rater_count"
    )
    score: float | None = value(
        "The mean of all ratings, 0 to 100; null until the round is closed, and with fewer than five raters.",
        "evaluations.score",
    )
    member_score: float | None = value(
        f"The mean of the ratings by Party members, 0 to 100; {_NOT_APART}", "evaluations.member_score"
    )
    resident_score: float | None = value(
        f"The mean of the ratings by other residents, 0 to 100; {_NOT_APART}", "evaluations.resident_score"
    )
    rank_in_community: int | None = value(
        "Its place in the round: 1 and how many departments scored higher; null where the score is.",
        "evaluations.rank_in_community",
    )
    rank_in_city: int | None = value(
        "Its place in the city's rounds of the year, as far as they are closed: 1 and how many departments scored higher; "
        "null where the score is.",
        "evaluations.rank_in_city",
    )
    provenance: Provenance = stored(_FROM, key="provenance")

    @related("evaluations.criterion_scores")
    def criteria(self) -> list[CriterionScore]:
        """The criteria that it is by, and what the department was given for each."""

    @related("evaluations.appraisal")
    def appraisal(self) -> Appraisal | None:
        """The appraisal of the department's leading team that it counted in; null while it counted in none."""


@strawberry.type(description="An appraisal of the leading team of a department (领导班子实绩考核).")
class Appraisal(Node):
    """An appraisal of the leading team of a department."""

    row = Row("appraisal", refetch="evaluations.appraisal_by_id")

    date: date = stored("The day.", key="date")
    provenance: Provenance = stored(_FROM, key="provenance")

    @related("evaluations.appraised")
    def department(self) -> Department:
        """The department whose leading team was appraised."""


@strawberry.input(description="Which evaluations to keep: those of which all that is given is true.")
class EvaluationFilter:
    """Which evaluations to keep."""

    year: int | None = kept("It is of the year.", "evaluations.is_of_year")
    appraised: bool | None = kept("Whether it has counted in an appraisal.", "evaluations.has_counted")
