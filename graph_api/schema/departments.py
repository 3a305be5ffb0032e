"""Departments: municipal departments and central or provincial units that are paired with communities."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.schema import orders
from graph_api.schema.arguments import WITHIN, AsOf, Code, Filter, Within, numbered
from graph_api.schema.conferences import MeetingFilter
from graph_api.schema.coverage import Finding, FindingFilter
from graph_api.schema.evaluations import EvaluationFilter
from graph_api.schema.fields import related, stored, value, where
from graph_api.schema.nodes import entity
from graph_api.schema.pages import Connection, listed
from graph_api.schema.rule_results import FINDINGS_OF_ACTOR
from graph_api.schema.synergy import MemberUnit, SynergyFunction

if TYPE_CHECKING:
    from graph_api.schema.conferences import Meeting
    from graph_api.schema.evaluations import Evaluation
    from graph_api.schema.leaders import Leader
    from graph_api.schema.pairings import DepartmentPairing, Suitability
    from graph_api.schema.persons import Person
    from graph_api.schema.places import Location


@strawberry.enum
class DepartmentKind(Enum):
    """The kind of a department, by the level of government it reports to."""

    MUNICIPAL = strawberry.enum_value("MUNICIPAL", description="A department of the city (市直部门).")
    CENTRAL_OR_PROVINCIAL = strawberry.enum_value(
        "CENTRAL_OR_PROVINCIAL", description="A unit of the central or provincial government in the city (中省直单位)."
    )


@strawberry.type
class Department(MemberUnit):
    """A department of the city (市直部门), or a central or provincial unit in it (中省直单位). It is paired with one
    community."""

    row = entity("department", "Department")

    code: str = stored("The code of the department: the city's 6 digits, D and 3 digits.", key="code")
    kind: DepartmentKind = stored("Whether the department is municipal, or central or provincial.", key="kind")
    could_serve: list[SynergyFunction] = value(
        "The functions of a synergy body that match the department's field of work. Empty if none is recorded.",
        "departments.could_serve",
    )

    @related("places.location", given={"place": "department"})
    def location(self) -> Location | None:
        """The location of the department's office. Null if none is recorded."""

    @related("leaders.supervisor")
    def supervisor(self) -> Leader | None:
        """The leader in charge of the department's field (分管). Null if there is none."""

    @related("organizations.secretary", given={"body": "department"})
    def secretary(self) -> Person | None:
        """The secretary (书记) of the department's Party organization. Null if none is recorded."""

    @related("pairings.department_pairing")
    def pairing(self) -> DepartmentPairing | None:
        """The department's current pairing with a community: the earliest, if it has several. Null if the department is
        not paired."""

    @listed("pairings.department_pairings", orders=orders.DEPARTMENT_PAIRINGS)
    def pairings(self) -> Connection[DepartmentPairing]:
        """All pairings of the department up to `asOf`, ended ones included, newest first."""

    @listed("departments.suitability", total="departments.unpaired_communities", orders=orders.SUITABILITIES)
    def suitability(self) -> Connection[Suitability]:
        """The communities of the department's city that it is not paired with, best first: those that have room and
        are aligned, then others that have room, then those without room; each group from near to far."""

    @listed("evaluations.of_department", orders=orders.EVALUATIONS)
    def evaluations(self, filter: Filter[EvaluationFilter] = UNSET) -> Connection[Evaluation]:
        """The yearly evaluations (百分考核) of the department by communities, newest first."""

    @listed("conferences.attended", given={"actor": "department"}, orders=orders.MEETINGS)
    def meetings(self, filter: Filter[MeetingFilter] = UNSET) -> Connection[Meeting]:
        """The meetings of joint conferences that the department attended, newest first."""

    @listed("coverage.of_actor", arguments={"findings": FINDINGS_OF_ACTOR}, orders=orders.FINDINGS)
    def findings(self, filter: Filter[FindingFilter] = UNSET) -> Connection[Finding]:
        """The findings of the coverage rules about the department, sorted by place and rule."""


@strawberry.input
class DepartmentFilter:
    """Conditions on departments. All given conditions must hold."""

    name: str | None = where("Only departments whose name contains this text.", "nodes.name_contains")
    kind: DepartmentKind | None = where("Only departments of this kind.", "nodes.is_of_kind")
    paired: bool | None = where(
        "Only departments that are paired with a community (true), or that are not paired (false).",
        "departments.is_paired",
    )
    aligned: bool | None = where(
        "Only departments whose supervising leader is paired with the same community (true), or is not (false). "
        "Departments without a pairing or without a supervising leader match neither.",
        "departments.is_aligned",
    )


@related("departments.department", arguments={"code": numbered("department", "D")})
def department(code: Code, as_of: AsOf = UNSET) -> Department | None:
    """Fetches a department by its code. Null if there is none with this code."""


@listed("departments.departments", arguments={"within": WITHIN}, orders=orders.DEPARTMENTS)
def departments(
    within: Within = UNSET, filter: Filter[DepartmentFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[Department]:
    """Lists departments, sorted by code. If `within` is a place below the city, only departments paired with a
    community there."""
