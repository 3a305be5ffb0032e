"""The root fields of queries."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry
from strawberry import UNSET

from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Argument
from graph_api.places import CITY, COMMUNITY, COMPOUND, LEVELS, SUBDISTRICT
from graph_api.resolvers import labels
from graph_api.schema.analysis import (
    BRIDGE_ORDERS,
    BRIDGES,
    CLUSTERS,
    PERSON_ORDERS,
    Bridge,
    BridgeOrder,
    Cluster,
    InvolvedPersonConnection,
    PersonFilter,
    PersonOrder,
)
from graph_api.schema.appointments import CrossAppointment, CrossAppointmentFilter
from graph_api.schema.arguments import SERVED, WITHIN, AsOf, Code, Filter, PlaceCode, Within, digits, numbered, ordered
from graph_api.schema.building_groups import BuildingGroup, BuildingGroupFilter
from graph_api.schema.chains import Chain, entity_id, entity_label
from graph_api.schema.communities import COMMUNITY_ORDERS, Community, CommunityFilter, CommunityOrder
from graph_api.schema.compounds import Compound, CompoundFilter
from graph_api.schema.conferences import Conference, ConferenceFilter, Meeting, MeetingFilter
from graph_api.schema.coverage import (
    RULES,
    Coverage,
    CoverageChange,
    CoveragePoint,
    Finding,
    FindingFilter,
    HistoryStep,
    Rule,
    history,
    history_need,
)
from graph_api.schema.departments import Department, DepartmentFilter
from graph_api.schema.evaluations import Evaluation, EvaluationFilter
from graph_api.schema.fields import computed, computing, found_out, refetched, related
from graph_api.schema.issues import ISSUE_CODE, Escalation, EscalationFilter, Issue, IssueCount, IssueFilter
from graph_api.schema.languages import EnumLabels, InLanguage, Language
from graph_api.schema.leaders import Leader, LeaderFilter
from graph_api.schema.members import ServiceSummary
from graph_api.schema.nodes import Node
from graph_api.schema.pages import Connection, First, listed
from graph_api.schema.places import City, Place, Subdistrict
from graph_api.schema.rule_results import CHANGES, FINDINGS
from graph_api.schema.search import full_text, searched
from graph_api.schema.synergy import Deed, DeedFilter, SynergyBody, SynergyBodyFilter
from graph_api.schema.visits import Visit, VisitFilter

_Id = Annotated[strawberry.ID, strawberry.argument(description="A global ID from an earlier result.")]
_Ids = Annotated[
    list[strawberry.ID],
    strawberry.argument(
        description="Global IDs from earlier results: at most 100, which may carry at most 20 different dates."
    ),
]
_OnDay = Annotated[
    date, strawberry.argument(description="The date the result describes. Applies to all nested fields.")
]
_Text = Annotated[str, strawberry.argument(description="The text to find in names, at most 100 characters.")]
_From = Annotated[
    strawberry.ID,
    strawberry.argument(
        name="from",
        description="The global ID of the object where the path starts. A date that the ID carries is ignored: `asOf` "
        "decides.",
    ),
]
_To = Annotated[
    strawberry.ID,
    strawberry.argument(
        description="The global ID of the object where the path ends. A date that the ID carries is ignored: `asOf` "
        "decides."
    ),
]

_Since = Annotated[date, strawberry.argument(name="from", description="The earlier date (inclusive).")]
_Until = Annotated[date, strawberry.argument(description="The later date (inclusive).")]
_Step = Annotated[HistoryStep, strawberry.argument(description="The interval between two dates of the history.")]


@strawberry.type
class Query:
    """The root of all queries. Results describe a date, `asOf` (default: today). If a list on the root is null, an
    error explains why; if the list is non-null, the whole result is null instead."""

    @refetched("id")
    def node(self, id: _Id) -> Node | None:
        """Fetches an object by its global ID, as of the date that the ID carries (default: today). Null if there is no such
        object, or if it did not exist yet on that date."""

    @refetched("ids")
    def nodes(self, ids: _Ids) -> list[Node | None]:
        """Fetches objects by their global IDs, in the order of the IDs, each as of the date that its ID carries (default:
        today). Null if there is no such object, or if it did not exist yet on that date."""

    @refetched("id")
    def node_as_of(self, id: _Id, as_of: _OnDay) -> Node | None:
        """Fetches an object by its global ID, as of the given date, whatever date the ID carries. Null if there is no such
        object, or if it did not exist yet on that date."""

    @related("places.place", arguments={"code": digits("place", *LEVELS.values())})
    def place(self, code: Code, as_of: AsOf = UNSET) -> Place | None:
        """Fetches a place of any level by its code. Null if there is none with this code."""

    @related("places.city", arguments={"code": digits("city", CITY)})
    def city(self, code: Code, as_of: AsOf = UNSET) -> City | None:
        """Fetches a city by its code. Null if there is none with this code."""

    @related("places.subdistrict", arguments={"code": digits("subdistrict", SUBDISTRICT)})
    def subdistrict(self, code: Code, as_of: AsOf = UNSET) -> Subdistrict | None:
        """Fetches a subdistrict by its code. Null if there is none with this code."""

    @related("places.community", arguments={"code": digits("community", COMMUNITY)})
    def community(self, code: Code, as_of: AsOf = UNSET) -> Community | None:
        """Fetches a community by its code. Null if there is none with this code."""

    @related("places.compound", arguments={"code": digits("compound", COMPOUND)})
    def compound(self, code: Code, as_of: AsOf = UNSET) -> Compound | None:
        """Fetches a compound by its code. Null if there is none with this code."""

    @related("departments.department", arguments={"code": numbered("department", "D")})
    def department(self, code: Code, as_of: AsOf = UNSET) -> Department | None:
        """Fetches a department by its code. Null if there is none with this code."""

    @related("leaders.leader", arguments={"code": numbered("leader", "L")})
    def leader(self, code: Code, as_of: AsOf = UNSET) -> Leader | None:
        """Fetches a leader by their code. Null if there is none with this code."""

    @related("issues.issue", arguments={"code": ISSUE_CODE})
    def issue(self, code: Code, as_of: AsOf = UNSET) -> Issue | None:
        """Fetches an issue by its code. Null if there is none with this code, or if it was raised after `asOf`."""

    @listed("places.cities")
    def cities(self, as_of: AsOf = UNSET) -> Connection[City]:
        """Lists cities, sorted by code."""

    @listed("places.communities", arguments={"within": WITHIN}, orders=COMMUNITY_ORDERS)
    def communities(
        self,
        within: Within = UNSET,
        filter: Filter[CommunityFilter] = UNSET,
        order_by: Annotated[CommunityOrder | None, ordered("by code, ascending")] = UNSET,
        as_of: AsOf = UNSET,
    ) -> Connection[Community]:
        """Lists communities, sorted by code unless `orderBy` is given."""

    @listed("places.compounds", arguments={"within": WITHIN})
    def compounds(
        self, within: Within = UNSET, filter: Filter[CompoundFilter] = UNSET, as_of: AsOf = UNSET
    ) -> Connection[Compound]:
        """Lists compounds, sorted by code."""

    @listed("departments.departments", arguments={"within": WITHIN})
    def departments(
        self, within: Within = UNSET, filter: Filter[DepartmentFilter] = UNSET, as_of: AsOf = UNSET
    ) -> Connection[Department]:
        """Lists departments, sorted by code. If `within` is a place below the city, only departments paired with a
        community there."""

    @listed("leaders.leaders", arguments={"within": WITHIN})
    def leaders(
        self, within: Within = UNSET, filter: Filter[LeaderFilter] = UNSET, as_of: AsOf = UNSET
    ) -> Connection[Leader]:
        """Lists leaders, sorted by code. If `within` is a place below the city, only leaders paired with a community
        there."""

    @listed(
        "appointments.cross_appointments",
        arguments={"within": WITHIN},
        once={"crossings": "appointments.crossings_within"},
    )
    def cross_appointments(
        self, within: Within = UNSET, filter: Filter[CrossAppointmentFilter] = UNSET, as_of: AsOf = UNSET
    ) -> Connection[CrossAppointment]:
        """Lists cross-appointments (交叉任职), sorted by compound code, then by person and channel."""

    @listed("visits.visits", arguments={"within": WITHIN})
    def visits(
        self, within: Within = UNSET, filter: Filter[VisitFilter] = UNSET, as_of: AsOf = UNSET
    ) -> Connection[Visit] | None:
        """Lists the visits of leaders to communities (深入社区) up to `asOf`, newest first."""

    @listed("evaluations.evaluations", arguments={"within": WITHIN})
    def evaluations(
        self, within: Within = UNSET, filter: Filter[EvaluationFilter] = UNSET, as_of: AsOf = UNSET
    ) -> Connection[Evaluation] | None:
        """Lists the yearly evaluations of departments by communities (百分考核), newest first."""

    @listed("conferences.conferences", arguments={"within": WITHIN})
    def conferences(
        self, within: Within = UNSET, filter: Filter[ConferenceFilter] = UNSET, as_of: AsOf = UNSET
    ) -> Connection[Conference] | None:
        """Lists joint conferences (联席会), sorted by the code of their place."""

    @listed("conferences.meetings_within", arguments={"within": WITHIN})
    def meetings(
        self, within: Within = UNSET, filter: Filter[MeetingFilter] = UNSET, as_of: AsOf = UNSET
    ) -> Connection[Meeting] | None:
        """Lists the meetings of joint conferences up to `asOf`, newest first."""

    @listed("issues.issues", arguments={"within": WITHIN})
    def issues(
        self, within: Within = UNSET, filter: Filter[IssueFilter] = UNSET, as_of: AsOf = UNSET
    ) -> Connection[Issue]:
        """Lists the issues (议题) that joint conferences have raised up to `asOf`, sorted by code."""

    @related("issues.counts", arguments={"within": WITHIN})
    def issue_counts(self, within: Within = UNSET, as_of: AsOf = UNSET) -> list[IssueCount] | None:
        """Counts the issues that joint conferences have raised up to `asOf`, by level and status, zeros included."""

    @listed("escalations.escalations", arguments={"within": WITHIN})
    def escalations(
        self, within: Within = UNSET, filter: Filter[EscalationFilter] = UNSET, as_of: AsOf = UNSET
    ) -> Connection[Escalation] | None:
        """Lists the escalations (议题上移) of issues up to `asOf`, oldest first. `within` refers to the place whose
        conference raised the issue."""

    @listed("building_groups.building_groups", arguments={"within": WITHIN})
    def building_groups(
        self, within: Within = UNSET, filter: Filter[BuildingGroupFilter] = UNSET, as_of: AsOf = UNSET
    ) -> Connection[BuildingGroup] | None:
        """Lists building groups (联合楼栋党小组), sorted by ID."""

    @listed("synergy.bodies", arguments={"within": WITHIN})
    def synergy_bodies(
        self, within: Within = UNSET, filter: Filter[SynergyBodyFilter] = UNSET, as_of: AsOf = UNSET
    ) -> Connection[SynergyBody] | None:
        """Lists synergy bodies (社区治理服务协同体), sorted by ID."""

    @listed("synergy.deeds_within", arguments={"within": WITHIN})
    def deeds(
        self, within: Within = UNSET, filter: Filter[DeedFilter] = UNSET, as_of: AsOf = UNSET
    ) -> Connection[Deed] | None:
        """Lists what synergy bodies have done for residents (为民办实事) up to `asOf`, newest first."""

    rules: list[Rule] = computed("Lists the coverage rules, sorted by code.", lambda: list(RULES.values()))

    @related("coverage.area", arguments={"code": WITHIN})
    def coverage(self, within: PlaceCode, as_of: AsOf = UNSET) -> Coverage | None:
        """The coverage of a place and all places below it. Null if there is no place with this code."""

    @related("places.place", arguments={"code": SERVED})
    def service(self, within: PlaceCode, as_of: AsOf = UNSET) -> ServiceSummary | None:
        """The service of in-service members (在职党员) in a city, subdistrict or community, as counts. Null if there is no
        such place with this code."""

    @listed("coverage.findings", arguments={"within": WITHIN, "findings": FINDINGS})
    def coverage_findings(
        self, within: Within = UNSET, filter: Filter[FindingFilter] = UNSET, as_of: AsOf = UNSET
    ) -> Connection[Finding]:
        """Lists the findings of the coverage rules, sorted by place, then by rule and subject."""

    @found_out(history_need, history, arguments={"within": WITHIN})
    def coverage_history(
        self, within: PlaceCode, from_: _Since, until: _Until, step: _Step
    ) -> list[CoveragePoint] | None:
        """The coverage of a place over time: on `from`, and after every `step` up to `until`, at most 120 dates. Null
        if there is no place with this code."""

    @listed("coverage.changes", arguments={"within": WITHIN, "changes": CHANGES}, day="until")
    def coverage_changes(self, within: PlaceCode, from_: _Since, until: _Until) -> Connection[CoverageChange] | None:
        """Lists the findings whose results differ between two dates, sorted by place, then by rule and subject.
        Includes findings that exist on only one of the dates."""

    @listed("persons.persons", arguments={"within": WITHIN}, orders=PERSON_ORDERS)
    def persons(
        self,
        within: Within = UNSET,
        filter: Filter[PersonFilter] = UNSET,
        order_by: Annotated[PersonOrder | None, ordered("by ID, ascending")] = UNSET,
        as_of: AsOf = UNSET,
    ) -> InvolvedPersonConnection | None:
        """Lists persons, including leaders, each with the organizations within the place that they belong to. If
        `within` is a place below the city, only persons who belong to an organization there."""

    @listed("analysis.bridges", arguments={"within": WITHIN, "bridges": BRIDGES}, orders=BRIDGE_ORDERS)
    def bridges(
        self,
        within: PlaceCode,
        order_by: Annotated[BridgeOrder | None, ordered("by betweenness, highest first")] = UNSET,
        as_of: AsOf = UNSET,
    ) -> Connection[Bridge] | None:
        """Lists the persons who belong to two or more organizations within a place and so link them, sorted by
        betweenness, highest first, unless `orderBy` is given."""

    @listed("analysis.clusters", arguments={"within": WITHIN, "clusters": CLUSTERS})
    def clusters(self, within: PlaceCode, as_of: AsOf = UNSET) -> Connection[Cluster] | None:
        """Lists clusters of organizations within a place that share people, largest first. Organizations that share no
        member with any other belong to no cluster."""

    @computing(labels.enum_labels)
    def enum_labels(self, language: InLanguage = Language.EN) -> list[EnumLabels] | None:
        """The label of every enum value, for display. Sorted by name of the enum."""

    @related(
        "search.named",
        arguments={
            "query": Argument("text", full_text),
            "text": Argument("text", searched),
            "within": WITHIN,
        },
    )
    def search(
        self, text: _Text, within: Within = UNSET, as_of: AsOf = UNSET, first: First = DEFAULT_SIZE
    ) -> list[Node]:
        """Finds places, organizations, persons and building groups whose name contains the text. Sorted by the share of
        the name that the text makes up, highest first."""

    @related(
        "chains.shortest",
        arguments={
            "from": Argument("from", entity_id),
            "from_label": Argument("from", entity_label),
            "to": Argument("to", entity_id),
            "to_label": Argument("to", entity_label),
        },
    )
    def connections(self, from_: _From, to: _To, as_of: AsOf = UNSET, first: First = DEFAULT_SIZE) -> list[Chain]:
        """Finds the shortest paths of relations between two objects, at most `first`. Empty if they are not
        connected."""
