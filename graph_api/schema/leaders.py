"""Leaders of the city, who are paired with a community and in charge of departments."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.schema import orders
from graph_api.schema.arguments import WITHIN, AsOf, Code, Filter, Within, numbered
from graph_api.schema.conferences import MeetingFilter
from graph_api.schema.coverage import Finding, FindingFilter
from graph_api.schema.fields import related, same, stored, value, where
from graph_api.schema.nodes import Actor, entity
from graph_api.schema.pages import Connection, listed
from graph_api.schema.rule_results import FINDINGS_OF_ACTOR
from graph_api.schema.visits import VisitFilter

if TYPE_CHECKING:
    from graph_api.schema.conferences import Meeting
    from graph_api.schema.departments import Department, DepartmentFilter
    from graph_api.schema.pairings import LeaderPairing
    from graph_api.schema.persons import Person
    from graph_api.schema.visits import Visit


@strawberry.enum
class MunicipalBody(Enum):
    """One of the four municipal bodies (四大班子) that leaders belong to."""

    PARTY_COMMITTEE = strawberry.enum_value("PARTY_COMMITTEE", description="The municipal Party committee (市委).")
    PEOPLES_CONGRESS = strawberry.enum_value(
        "PEOPLES_CONGRESS", description="The municipal people's congress (市人大)."
    )
    GOVERNMENT = strawberry.enum_value("GOVERNMENT", description="The municipal government (市政府).")
    CPPCC = strawberry.enum_value(
        "CPPCC",
        description="The municipal committee of the Chinese People's Political Consultative Conference (市政协).",
    )


@strawberry.type
class Leader(Actor):
    """A leader of the city (市级党员领导干部). A leader is paired with one community."""

    row = entity("leader", "Leader")

    code: str = stored("The code of the leader: the city's 6 digits, L and 3 digits.", key="code")
    title: str = stored("The office that the leader holds, such as 市委副书记.", key="title")
    body: MunicipalBody | None = stored(
        "The municipal body that the leader belongs to. Null if none is recorded.", key="body"
    )
    person: Person = same("The leader as a person, with that person's appointments.", person="leader")

    @related("pairings.leader_pairing")
    def pairing(self) -> LeaderPairing | None:
        """The leader's current pairing with a community: the earliest, if there are several. Null if the leader is not
        paired."""

    @listed("pairings.leader_pairings", orders=orders.LEADER_PAIRINGS)
    def pairings(self) -> Connection[LeaderPairing]:
        """All pairings of the leader up to `asOf`, ended ones included, newest first."""

    @listed("leaders.supervised", orders=orders.DEPARTMENTS)
    def supervises(self, filter: Filter[DepartmentFilter] = UNSET) -> Connection[Department]:
        """The departments whose field the leader is in charge of (分管), sorted by code."""

    @listed("visits.of_leader", orders=orders.VISITS)
    def visits(self, filter: Filter[VisitFilter] = UNSET) -> Connection[Visit]:
        """The visits that the leader made up to `asOf`, newest first."""

    visit_overdue: bool | None = value(
        "Whether the leader made no visit to the paired community in the last complete quarter. Null if the leader is "
        "not paired, or if the pairing started after that quarter began.",
        "visits.overdue",
    )
    next_visit_due: date | None = value(
        "The last date for the next visit to the paired community, so that no quarter passes without one. If the pairing "
        "started during the current quarter, the next quarter is the first that counts. Null if the leader is not "
        "paired.",
        "visits.next_due",
    )

    @listed("conferences.attended", given={"actor": "leader"}, orders=orders.MEETINGS)
    def meetings(self, filter: Filter[MeetingFilter] = UNSET) -> Connection[Meeting]:
        """The meetings of joint conferences that the leader attended, newest first."""

    @listed("coverage.of_actor", arguments={"findings": FINDINGS_OF_ACTOR}, orders=orders.FINDINGS)
    def findings(self, filter: Filter[FindingFilter] = UNSET) -> Connection[Finding]:
        """The findings of the coverage rules about the leader, sorted by place and rule."""


@strawberry.input
class LeaderFilter:
    """Conditions on leaders. All given conditions must hold."""

    name: str | None = where("Only leaders whose name contains this text.", "nodes.name_contains")
    paired: bool | None = where(
        "Only leaders who are paired with a community (true), or who are not paired (false).", "leaders.is_paired"
    )
    accompanied: bool | None = where(
        "Only leaders for whom a department they supervise is paired with the same community (true), or no such "
        "department is (false). Leaders without a pairing match neither.",
        "leaders.is_accompanied",
    )
    visit_overdue: bool | None = where(
        "Only leaders who made no visit to the paired community in the last complete quarter (true), or who made one "
        "(false). Leaders without a pairing, or with one that started after that quarter began, match neither.",
        "visits.is_overdue",
    )


@related("leaders.leader", arguments={"code": numbered("leader", "L")})
def leader(code: Code, as_of: AsOf = UNSET) -> Leader | None:
    """Fetches a leader by their code. Null if there is none with this code."""


@listed("leaders.leaders", arguments={"within": WITHIN}, orders=orders.LEADERS)
def leaders(within: Within = UNSET, filter: Filter[LeaderFilter] = UNSET, as_of: AsOf = UNSET) -> Connection[Leader]:
    """Lists leaders, sorted by code. If `within` is a place below the city, only leaders paired with a community
    there."""
