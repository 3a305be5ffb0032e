"""Issues (议题), from being raised to settlement."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Argument, Row, Value
from graph_api.errors import ClientError, ErrorCode
from graph_api.places import CITY, COMMUNITY, COMPOUND, SUBDISTRICT, is_code
from graph_api.schema import orders
from graph_api.schema.arguments import WITHIN, AsOf, Code, Filter, Within
from graph_api.schema.coverage import Finding, FindingFilter
from graph_api.schema.fields import counted, related, same, stored, value, where
from graph_api.schema.nodes import Node, Provenance, entity
from graph_api.schema.pages import Connection, listed
from graph_api.schema.places import PlaceLevel
from graph_api.schema.rule_results import FINDINGS_OF_ACTOR
from graph_api.schema.sums import DAYS, PLACES, CompoundAndDay, dimensions, measures, summed_up

if TYPE_CHECKING:
    from graph_api.schema.conferences import Conference, Meeting, MeetingFilter
    from graph_api.schema.escalations import Escalation
    from graph_api.schema.synergy import SynergyBody


@strawberry.enum
class IssueStatus(Enum):
    """Whether an issue is open or settled."""

    OPEN = strawberry.enum_value("OPEN", description="The issue is not settled yet.")
    RESOLVED = strawberry.enum_value("RESOLVED", description="The issue is settled (已解决).")


@strawberry.type
class Issue(Node):
    """An issue (议题) raised at a meeting of a joint conference. It is settled there, or escalated one level up."""

    row = entity("issue", "Issue", exists="issues.exists")

    code: str = stored(
        "The code of the issue, such as 210681001003-2026-001: the code of the place whose conference raised it, the "
        "year, and a number.",
        key="code",
    )
    title: str = stored("The title of the issue.", key="title")
    status: IssueStatus = value("Whether the issue is open or settled.", "issues.status")
    raised_on: date = value("The date the issue was raised: that of the meeting.", "issues.raised_on")
    resolved_on: date | None = value("The date the issue was settled. Null while it is open.", "issues.resolved_on")
    resolution: str | None = value("How the issue was settled. Null while it is open.", "issues.resolution")
    overdue_days: int | None = value(
        "The number of days by which an upper conference is late with the agenda or the feedback: the longest, if several "
        "are late. Null if none is.",
        "issues.overdue_days",
    )
    provenance: Provenance = stored("The origin of the record.", key="provenance")

    @related("issues.raised_at")
    def raised_at(self) -> Meeting:
        """The meeting at which the issue was raised."""

    @related("issues.held_by")
    def held_by(self) -> Conference:
        """The conference that currently holds the issue, or that settled it."""

    @related("issues.escalations")
    def escalations(self) -> list[Escalation]:
        """The escalations of the issue, level by level, oldest first."""

    @listed("issues.meetings", orders=orders.MEETINGS)
    def meetings(self, filter: Filter[MeetingFilter] = UNSET) -> Connection[Meeting]:
        """The meetings, at any level, that had the issue on their agenda, newest first."""

    @related("issues.settled_with")
    def settled_with(self) -> SynergyBody | None:
        """The synergy body (协同体) that helped to settle the issue. Null if none did, or while the issue is open."""

    @listed(
        "coverage.of_actor", given={"actor": "issue"}, arguments={"findings": FINDINGS_OF_ACTOR}, orders=orders.FINDINGS
    )
    def findings(self, filter: Filter[FindingFilter] = UNSET) -> Connection[Finding]:
        """The findings of the coverage rules about the issue, sorted by place and rule."""


@strawberry.type
class IssueCount:
    """The number of issues with one level and one status."""

    row = Row("tally")

    level: PlaceLevel = stored("The level of the conferences that raised the issues.", key="level")
    status: IssueStatus = stored("The status of the issues.", key="status")
    count: int = stored("The number of issues with this level and status.", key="number")
    escalated: int = stored("The number of these issues that were escalated.", key="escalated")
    overdue: int = stored("The number of these issues for which the agenda or feedback is overdue.", key="overdue")


@strawberry.input
class IssueFilter:
    """Conditions on issues. All given conditions must hold."""

    title: str | None = where("Only issues whose title contains this text.", "issues.title_contains")
    status: IssueStatus | None = where("Only issues with this status.", "issues.has_status")
    escalated: bool | None = where(
        "Only issues that were escalated (true), or that were not (false).", "issues.is_as_escalated"
    )
    raised_at_level: PlaceLevel | None = where(
        "Only issues raised by a conference of this level.", "issues.raised_at_level"
    )
    held_at_level: PlaceLevel | None = where(
        "Only issues held or settled by a conference of this level.", "issues.held_at_level"
    )
    from_: date | None = where(
        "Only issues raised on or after this date (inclusive).", "issues.is_raised_from", name="from"
    )
    until: date | None = where("Only issues raised before this date (exclusive).", "issues.is_raised_before")
    overdue: bool | None = where(
        "Only issues for which the agenda or feedback is overdue (true), or neither (false).", "issues.is_overdue"
    )


# The levels of places that have joint conferences.
_LEVELS = (CITY, SUBDISTRICT, COMMUNITY, COMPOUND)


def _issue_code(code: str) -> str:
    place, _, rest = code.partition("-")
    year, _, number = rest.partition("-")
    digits = code.isascii() and (year + number).isdigit()
    if not (digits and is_code(place, _LEVELS) and len(year) == 4 and len(number) == 3):
        raise ClientError(
            ErrorCode.BAD_CODE,
            "The code of an issue is that of a place (6, 9, 12 or 15 digits), a year and 3 digits: 210681-2026-001.",
        )
    return code


ISSUE_CODE = Argument("code", _issue_code)


@related("issues.issue", arguments={"code": ISSUE_CODE})
def issue(code: Code, as_of: AsOf = UNSET) -> Issue | None:
    """Fetches an issue by its code. Null if there is none with this code, or if it was raised after `asOf`."""


@listed("issues.issues", arguments={"within": WITHIN}, orders=orders.ISSUES)
def issues(within: Within = UNSET, filter: Filter[IssueFilter] = UNSET, as_of: AsOf = UNSET) -> Connection[Issue]:
    """Lists the issues (议题) that joint conferences have raised up to `asOf`, sorted by code."""


@related("issues.counts", arguments={"within": WITHIN})
def issue_counts(within: Within = UNSET, as_of: AsOf = UNSET) -> list[IssueCount] | None:
    """Counts the issues that joint conferences have raised up to `asOf`, by level and status, zeros included."""


@strawberry.type
class IssueKey(CompoundAndDay):
    """The values that the issues of a group have in common. Places are those whose conferences raised the issues,
    dates those on which they were raised."""

    row = Row("group")

    level: PlaceLevel | None = stored(
        "The level of the conferences that raised the issues. Null unless grouped by LEVEL.", key="LEVEL"
    )
    status: IssueStatus | None = stored("The status of the issues. Null unless grouped by STATUS.", key="STATUS")


@strawberry.type
class IssueSum:
    """A group of issues with its totals."""

    row = Row("group")

    key: IssueKey = same("The values that the issues have in common. Null for what they are not grouped by.")
    count: int = counted("The number of issues.")
    escalated: int = counted("The number of issues that were escalated.", "issues.is_escalated")
    overdue: int = counted("The number of issues for which the agenda or feedback is overdue.", "issues.is_late")


ISSUE_DIMENSIONS = dimensions(
    "Issue",
    "issues",
    {"LEVEL": Value("issues.level_raised"), "STATUS": Value("issues.status"), **PLACES, **DAYS},
)
ISSUE_MEASURES = measures("IssueSum", "issues", "count", "escalated", "overdue")


@summed_up(
    "issues.issues",
    item="Issue",
    by=ISSUE_DIMENSIONS,
    orders=ISSUE_MEASURES,
    place=Value("issues.place_raised"),
    day=Value("issues.raised_on"),
)
def issue_sums(
    within: Within = UNSET, filter: Filter[IssueFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[IssueSum] | None:
    """Counts the issues (议题) that joint conferences have raised up to `asOf` in groups, sorted by key."""
