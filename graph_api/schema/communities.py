"""Communities (社区) of subdistricts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.places import COMMUNITY
from graph_api.schema import orders
from graph_api.schema.arguments import (
    WITHIN,
    AsOf,
    Code,
    Filter,
    IntRange,
    Within,
    digits,
)
from graph_api.schema.coverage import RuleCode
from graph_api.schema.fields import between, related, same, stored, where
from graph_api.schema.pages import Connection, listed
from graph_api.schema.places import Place, failing, fully_covered, place_row
from graph_api.schema.visits import VisitFilter

if TYPE_CHECKING:
    from graph_api.schema.compounds import Compound, CompoundFilter
    from graph_api.schema.conferences import Conference
    from graph_api.schema.departments import DepartmentFilter
    from graph_api.schema.evaluations import EvaluationRound, EvaluationRoundFilter
    from graph_api.schema.leaders import LeaderFilter
    from graph_api.schema.members import (
        CommunityOrganizationConnection,
        PostKind,
        ResponsibilityZone,
        ServiceSummary,
        VolunteerTeam,
    )
    from graph_api.schema.organizations import StationedConnection
    from graph_api.schema.pairings import CommunityDepartmentConnection, CommunityLeaderConnection
    from graph_api.schema.persons import Person
    from graph_api.schema.places import Subdistrict
    from graph_api.schema.synergy import SynergyBody
    from graph_api.schema.visits import Visit


@strawberry.type
class Community(Place):
    """A community (社区) of a subdistrict."""

    row = place_row(COMMUNITY)

    residents: int | None = stored("The number of residents. Null if it is not recorded.", key="residents")
    area_square_metres: float | None = stored("The area in square metres. Null if it is not recorded.", key="area_m2")
    service: ServiceSummary = same("The service of in-service members (在职党员) in the community, as counts.")

    @related("places.community_subdistrict")
    def subdistrict(self) -> Subdistrict:
        """The subdistrict that the community belongs to."""

    @related("organizations.secretary", given={"body": "community"})
    def secretary(self) -> Person | None:
        """The secretary (书记) of the community's Party organization. Null if none is recorded."""

    @listed("organizations.community_stationed", orders=orders.STATIONED)
    def stationed(self) -> StationedConnection:
        """The enterprises, social organizations and other units that are stationed in the community, sorted by ID."""

    @related("conferences.of_place", given={"place": "community"})
    def conference(self) -> Conference | None:
        """The joint conference (联席会) of the community. Null if it has none."""

    @listed("places.community_compounds", downward=True, orders=orders.COMPOUNDS)
    def compounds(self, filter: Filter[CompoundFilter] = UNSET) -> Connection[Compound]:
        """The compounds of the community, sorted by code."""

    @related("synergy.of_community")
    def synergy_body(self) -> SynergyBody | None:
        """The synergy body (社区治理服务协同体) of the community. Null if it has none."""

    @listed("pairings.community_departments", total="pairings.paired_departments", orders=orders.COMMUNITY_DEPARTMENTS)
    def departments(self, filter: Filter[DepartmentFilter] = UNSET) -> CommunityDepartmentConnection:
        """The departments that are paired with the community, sorted by code."""

    @listed("pairings.community_leaders", total="pairings.paired_leaders", orders=orders.COMMUNITY_LEADERS)
    def leaders(self, filter: Filter[LeaderFilter] = UNSET) -> CommunityLeaderConnection:
        """The leaders who are paired with the community, sorted by code."""

    @related("members.offered")
    def post_kinds(self) -> list[PostKind]:
        """The kinds of voluntary post that the community offers to in-service members, sorted by ID."""

    @listed("members.community_teams", orders=orders.VOLUNTEER_TEAMS)
    def volunteer_teams(self) -> Connection[VolunteerTeam]:
        """The volunteer teams that serve the community, sorted by ID."""

    @listed("members.community_zones", orders=orders.RESPONSIBILITY_ZONES)
    def responsibility_zones(self) -> Connection[ResponsibilityZone]:
        """The responsibility zones in the community, sorted by ID."""

    @listed("members.community_organizations")
    def member_organizations(self) -> CommunityOrganizationConnection:
        """The Party organizations of workplaces with at least five members registered in the community, as of the date
        of the city's report, sorted by ID."""

    @listed("visits.of_community", orders=orders.VISITS)
    def visits(self, filter: Filter[VisitFilter] = UNSET) -> Connection[Visit]:
        """The visits of leaders to the community up to `asOf`, newest first."""

    @listed("evaluations.of_community", orders=orders.EVALUATION_ROUNDS)
    def evaluation_rounds(self, filter: Filter[EvaluationRoundFilter] = UNSET) -> Connection[EvaluationRound]:
        """The community's yearly rounds of evaluating departments (百分考核), newest first."""


@strawberry.input
class CommunityFilter:
    """Conditions on communities. All given conditions must hold."""

    name: str | None = where("Only communities whose name contains this text.", "nodes.name_contains")
    department_count: IntRange | None = between(
        "Only communities whose number of paired departments lies in this range.", "pairings.department_count"
    )
    leader_count: IntRange | None = between(
        "Only communities whose number of paired leaders lies in this range.", "pairings.leader_count"
    )
    has_synergy_body: bool | None = where(
        "Only communities that have a synergy body (true), or that have none (false).", "synergy.has_synergy_body"
    )
    fully_covered: bool | None = fully_covered()
    failing: list[RuleCode] | None = failing()


@related("places.community", arguments={"code": digits("community", COMMUNITY)})
def community(code: Code, as_of: AsOf = UNSET) -> Community | None:
    """Fetches a community by its code. Null if there is none with this code."""


@listed("places.communities", arguments={"within": WITHIN}, orders=orders.COMMUNITIES)
def communities(
    within: Within = UNSET,
    filter: Filter[CommunityFilter] = UNSET,
    as_of: AsOf = UNSET,
) -> Connection[Community]:
    """Lists communities, sorted by code unless `orderBy` is given."""
