"""Departments: municipal bodies and central or provincial units that are paired with communities."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Row
from graph_api.schema.arguments import After, First
from graph_api.schema.coverage import Finding, Findings
from graph_api.schema.fields import described, kept, related, stored, value
from graph_api.schema.judgements import FINDINGS_OF_ACTOR
from graph_api.schema.nodes import Connection
from graph_api.schema.synergy import MemberUnit, SynergyFunction

if TYPE_CHECKING:
    from graph_api.schema.conferences import Meeting
    from graph_api.schema.evaluations import Evaluation
    from graph_api.schema.leaders import Leader
    from graph_api.schema.pairings import DepartmentPairing
    from graph_api.schema.persons import Person
    from graph_api.schema.places import Location


class DepartmentKind(Enum):
    """Whom a department answers to."""

    MUNICIPAL = "MUNICIPAL"
    CENTRAL_OR_PROVINCIAL = "CENTRAL_OR_PROVINCIAL"


described(
    DepartmentKind,
    "Whom a department answers to.",
    {
        "MUNICIPAL": "A department of the city (市直部门).",
        "CENTRAL_OR_PROVINCIAL": "A unit of the centre or the province in the city (中省直单位).",
    },
)


@strawberry.type(description="A department (市直部门 or 中省直单位); each is paired with one community.")
class Department(MemberUnit):
    """A department."""

    row = Row("department", label="Department", refetch="nodes.entity", of="Department")

    code: str = stored("The city's code, D and 3 digits.", key="code")
    kind: DepartmentKind = stored("Whom it answers to.", key="kind")
    could_serve: list[SynergyFunction] = value(
        "The functions of a synergy body that suit its field; empty where none is on record.", "departments.could_serve"
    )

    @related("places.location", given={"place": "department"})
    def location(self) -> Location | None:
        """Where its office is; null where that is not on record."""

    @related("leaders.supervisor")
    def supervisor(self) -> Leader | None:
        """The leader in charge of its field (分管)."""

    @related("organizations.secretary", given={"body": "department"})
    def secretary(self) -> Person | None:
        """The secretary of its Party organization (书记); null where none is on record."""

    @related("pairings.department_pairing")
    def pairing(self) -> DepartmentPairing | None:
        """The pairing that holds (the earliest, should there be several)."""

    @related("pairings.department_pairings")
    def pairings(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[DepartmentPairing]:
        """Every pairing it ever had up to the day, ended ones included, newest first."""

    @related("evaluations.of_department")
    def evaluations(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Evaluation]:
        """Its yearly evaluations (百分考核) by communities, newest first."""

    @related("conferences.attended", given={"actor": "department"})
    def meetings(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Meeting]:
        """The meetings of joint conferences that it took part in up to the day, newest first."""

    @related("coverage.of_actor", arguments={"findings": FINDINGS_OF_ACTOR})
    def findings(
        self,
        filter: Findings = UNSET,
        first: First = DEFAULT_SIZE,
        after: After = UNSET,
    ) -> Connection[Finding]:
        """What the rules say of the department."""


@strawberry.input(description="Which departments to keep: those of which all that is given is true.")
class DepartmentFilter:
    """Which departments to keep."""

    name: str | None = kept("The name contains this.", "nodes.name_contains")
    kind: DepartmentKind | None = kept("Whom it answers to.", "nodes.is_of_kind")
    paired: bool | None = kept("Whether it is paired with a community.", "departments.is_paired")
    aligned: bool | None = kept(
        "Whether its supervising leader is paired with the same community. Both answers leave out those of which it "
        "can't be known: without a pairing or without a supervisor.",
        "departments.is_aligned",
    )
