"""Analysis: persons who link organizations (bridges), and organizations that share people (clusters)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry import UNSET

from graph_api.compiler.ids import decode_id
from graph_api.compiler.pages import DEFAULT_SIZE, check_number_of_ids
from graph_api.compiler.sources import Property, Row, Staged, Value
from graph_api.errors import ClientError, ErrorCode
from graph_api.resolvers.analyst import AnalysisNeed, AnalysisResults
from graph_api.resolvers.chains import sentence
from graph_api.schema import orders
from graph_api.schema.appointments import AppointmentRole
from graph_api.schema.arguments import (
    WITHIN,
    AsOf,
    Filter,
    IntRange,
    OrderDirection,
    PlaceCode,
    Within,
)
from graph_api.schema.conferences import StandingCategory
from graph_api.schema.fields import (
    between,
    computing,
    related,
    same,
    stored,
    value,
    where,
)
from graph_api.schema.languages import InLanguage, Language
from graph_api.schema.nodes import Actor
from graph_api.schema.organizations import BodyConnection
from graph_api.schema.pages import Connection, First, cursor_of, listed, page

if TYPE_CHECKING:
    from graph_api.schema.persons import Person

_BODY_COUNT = (
    "The number of organizations within the place that the person belongs to. Several positions in one "
    "organization count once."
)


def _staged(need: AnalysisNeed, take: Callable[[AnalysisResults], Any]) -> Staged:
    def from_stage(results: AnalysisResults, _arguments: Mapping[str, Any], _levels: tuple[str, ...]) -> Any:
        return take(results)

    return Staged(AnalysisNeed, lambda _arguments, _level: need, from_stage)


BRIDGES = _staged(AnalysisNeed.BRIDGES, lambda results: [bridge.row() for bridge in results.bridges])
PARTS = _staged(AnalysisNeed.PARTS, lambda results: results.parts)
CLUSTERS = _staged(AnalysisNeed.CLUSTERS, lambda results: [cluster.row() for cluster in results.clusters])


@strawberry.type
class Belonging:
    """A person's tie to an organization: an appointment in it, or standing membership of a conference."""

    row = Row("link", needs=("person", "organization"))

    person: Person = same("The person who belongs to the organization.")
    body: Actor = same("The organization that the person belongs to.", actor="organization")
    relation: str = value(
        "The type of the relation in the graph: HOLDS for an appointment, BELONGS_TO for a standing membership.",
        "chains.relation",
    )
    role: AppointmentRole | None = stored("The position held. Null for a standing member of a conference.", key="role")
    category: StandingCategory | None = stored(
        "The capacity in which a standing member belongs to a conference. Null for an appointment.", key="category"
    )
    since: date = stored("The date the appointment or membership starts (inclusive).", key="since")
    until: date | None = stored(
        "The date the appointment or membership ends (exclusive). Null if no end is recorded.", key="until"
    )

    @computing(
        sentence,
        subject=Value("chains.subject"),
        relation=Value("chains.relation"),
        role=Property("role"),
        target=Value("chains.target"),
        since=Value("chains.since"),
    )
    def sentence(self, language: InLanguage = Language.EN) -> str:
        """The tie as a sentence."""


@strawberry.type
class InvolvedPersonEdge:
    """A person in a list, with the organizations that the list counts for that person."""

    row = Row("involvement", needs=("person",))

    cursor: str = cursor_of("person")
    node: Person = same("The person in the list.")
    body_count: int = stored(_BODY_COUNT, key="body_count")

    @listed("analysis.evidence")
    def evidence(self) -> Connection[Belonging]:
        """The appointments and standing memberships that tie the person to the counted organizations, sorted by
        organization ID."""


@page("persons", one="person", each="a cursor and the counted organizations")
class InvolvedPersonConnection:
    """A page of persons, each with the organizations that the list counts for that person."""

    nodes: list[Person]
    edges: list[InvolvedPersonEdge]


def person_ids(given: list[str]) -> list[str]:
    """The IDs in the graph of persons and leaders. Raises BAD_ID for another type, BAD_PAGE for more than 100."""
    check_number_of_ids("ids", given)
    found = [decode_id(each) for each in given]
    if any(each.type not in {"Person", "Leader"} for each in found):
        raise ClientError(ErrorCode.BAD_ID, "`ids` takes the global IDs of persons and leaders here.")
    return [each.local for each in found]


@strawberry.input
class PersonFilter:
    """Conditions on persons. All given conditions must hold."""

    name: str | None = where("Only persons whose name contains this text.", "nodes.name_contains")
    ids: list[strawberry.ID] | None = where(
        "Only the persons with these global IDs, at most 100.", "persons.is_one_of", person_ids
    )
    roles: list[AppointmentRole] | None = where(
        "Only persons who hold an appointment with one of these roles.", "persons.has_role"
    )
    leader: bool | None = where(
        "Only leaders (true), or only persons who are not leaders (false).", "persons.is_leader"
    )
    body_count: IntRange | None = between(
        "Only persons whose number of organizations within the place lies in this range.", "persons.body_count"
    )


@strawberry.enum
class PersonOrderField(Enum):
    """The fields that persons can be sorted by. Ties are broken by ID."""

    ID = strawberry.enum_value("ID", description="The person's ID.")
    NAME = strawberry.enum_value("NAME", description="The person's name, by Unicode code points.")
    BODY_COUNT = strawberry.enum_value(
        "BODY_COUNT", description="The number of organizations within the place that the person belongs to."
    )


PERSON_ORDERS = orders.own_orders(
    "Person",
    "persons",
    PersonOrderField,
    {
        "ID": Property("id", of="person"),
        "NAME": Property("name", of="person"),
        "BODY_COUNT": Property("body_count", of="involvement"),
    },
    default="by ID, ascending",
)


@strawberry.type
class BodyGroup:
    """Organizations that are connected with each other through the people they share."""

    row = Row("group")

    body_count: int = value("The number of organizations in the group.", "analysis.body_count")

    @listed("analysis.bodies")
    def bodies(self) -> BodyConnection:
        """The organizations in the group, sorted by ID."""


@strawberry.type
class Bridge:
    """A person who belongs to two or more organizations and so links them."""

    row = Row("bridge", needs=("person",))

    person: Person = same("The person who links the organizations.")
    body_count: int = stored(_BODY_COUNT, key="body_count")
    betweenness: float = stored(
        "Betweenness centrality, 0 to 1: the share of all pairs of other persons and organizations within the place "
        "whose shortest path runs through the person. A pair with several shortest paths counts in part.",
        key="betweenness",
    )
    part_count: int = stored(
        "The number of groups that the organizations connected with the person would fall into without the person. 1 "
        "if they would stay connected.",
        key="part_count",
    )

    @listed("analysis.evidence", given={"involvement": "bridge"})
    def evidence(self) -> Connection[Belonging]:
        """The appointments and standing memberships that tie the person to the counted organizations, sorted by
        organization ID."""

    @related("analysis.parts", arguments={"parts": PARTS})
    def parts(self, first: First = DEFAULT_SIZE) -> list[BodyGroup]:
        """The groups of organizations that only this person connects with each other, largest first. Empty if the
        organizations would stay connected without the person."""


@strawberry.enum
class BridgeOrderField(Enum):
    """The fields that bridges can be sorted by. Ties are broken by betweenness, then by number of organizations, then
    by the person's ID."""

    BETWEENNESS = strawberry.enum_value(
        "BETWEENNESS", description="Betweenness centrality: the share of shortest paths that run through the person."
    )
    BODY_COUNT = strawberry.enum_value(
        "BODY_COUNT", description="The number of organizations within the place that the person belongs to."
    )
    PART_COUNT = strawberry.enum_value(
        "PART_COUNT", description="The number of groups that the organizations would fall into without the person."
    )


BRIDGE_ORDERS = orders.own_orders(
    "Bridge",
    "bridges",
    BridgeOrderField,
    {
        "BETWEENNESS": Property("betweenness", of="bridge"),
        "BODY_COUNT": Property("body_count", of="bridge"),
        "PART_COUNT": Property("part_count", of="bridge"),
    },
    default="by betweenness, highest first",
    direction=OrderDirection.DESC,
)


@strawberry.type
class Cluster:
    """Organizations that share more people with each other than with the organizations outside the cluster."""

    row = Row("cluster")

    body_count: int = stored("The number of organizations in the cluster.", key="body_count")
    shared_count: int = stored(
        "The number of persons who belong to two or more organizations of the cluster.", key="shared_count"
    )

    @listed("analysis.bodies", given={"group": "cluster"})
    def bodies(self) -> BodyConnection:
        """The organizations in the cluster, sorted by ID."""

    @listed("analysis.shared")
    def shared(self) -> InvolvedPersonConnection:
        """The persons who belong to two or more organizations of the cluster, sorted by the number of these
        organizations, highest first, then by ID."""


@listed("persons.persons", arguments={"within": WITHIN}, orders=PERSON_ORDERS)
def persons(
    within: Within = UNSET,
    filter: Filter[PersonFilter] = UNSET,
    as_of: AsOf = UNSET,
) -> InvolvedPersonConnection | None:
    """Lists persons, including leaders, each with the organizations within the place that they belong to. If
    `within` is a place below the city, only persons who belong to an organization there."""


@listed("analysis.bridges", arguments={"within": WITHIN, "bridges": BRIDGES}, orders=BRIDGE_ORDERS)
def bridges(
    within: PlaceCode,
    as_of: AsOf = UNSET,
) -> Connection[Bridge] | None:
    """Lists the persons who belong to two or more organizations within a place and so link them, sorted by
    betweenness, highest first, unless `orderBy` is given."""


@listed("analysis.clusters", arguments={"within": WITHIN, "clusters": CLUSTERS})
def clusters(within: PlaceCode, as_of: AsOf = UNSET) -> Connection[Cluster] | None:
    """Lists clusters of organizations within a place that share people, largest first. Organizations that share no
    member with any other belong to no cluster."""
