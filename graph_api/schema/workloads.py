"""Workloads: what leaders did and were in charge of in a period."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Combined, Row
from graph_api.resolvers.windows import check_order
from graph_api.schema import orders
from graph_api.schema.arguments import WITHIN, Within
from graph_api.schema.fields import same, stored
from graph_api.schema.pages import Connection, listed

if TYPE_CHECKING:
    from graph_api.schema.leaders import Leader


@strawberry.type
class Workload:
    """What a leader did and was in charge of in a period, as numbers."""

    row = Row("workload", needs=("leader",))

    leader: Leader = same("The leader.")
    visit_count: int = stored("The number of visits that the leader made in the period.", key="visit_count")
    meeting_count: int = stored(
        "The number of meetings of joint conferences that the leader attended in the period.", key="meeting_count"
    )
    community_count: int = stored(
        "The number of communities that the leader was paired with on at least one day of the period.",
        key="community_count",
    )
    department_count: int = stored(
        "The number of departments that the leader supervised (分管) on at least one day of the period.",
        key="department_count",
    )


def _first_day(arguments: Mapping[str, Any]) -> date:
    """The first day of the period. Raises BAD_USER_INPUT if the period ends before it starts."""
    first: date = arguments["from"]
    check_order(first, arguments["until"])
    return first


_From = Annotated[date, strawberry.argument(name="from", description="The first day of the period (inclusive).")]
_Until = Annotated[
    date,
    strawberry.argument(
        description="The day after the last day of the period (exclusive). Nested fields describe this date."
    ),
]


@listed(
    "leaders.workloads",
    arguments={"within": WITHIN, "from": Combined(_first_day)},
    orders=orders.WORKLOADS,
    day="until",
)
def workloads(from_: _From, until: _Until, within: Within = UNSET) -> Connection[Workload] | None:
    """Lists the workloads of leaders in a period, sorted by the leader's code. Nested fields describe `until`. If `within`
    is a place below the city, only leaders paired with a community there on `until`; their workloads count
    everything."""
