"""Analysis: who links bodies, what would come apart without a person, and which bodies share people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry import UNSET

from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Property, Row, Staged, Value
from graph_api.resolvers.analysing import Analysed, Need
from graph_api.resolvers.chains import sentence
from graph_api.schema.appointments import AppointmentRole
from graph_api.schema.arguments import After, First
from graph_api.schema.conferences import StandingCategory
from graph_api.schema.fields import between, computed, described, kept, related, same, stored, value
from graph_api.schema.nodes import Actor, Connection, PageInfo
from graph_api.schema.places import IntRange, OrderDirection

if TYPE_CHECKING:
    from graph_api.schema.persons import Person

_BODY_COUNT = "How many of the person's bodies are looked at; several seats in one body count once."


def _staged(need: Need, take: Callable[[Analysed], Any], instead: Any) -> Staged:
    def taken(analysed: Analysed, _arguments: Mapping[str, Any], _levels: tuple[str, ...]) -> Any:
        return take(analysed)

    return Staged(Need, lambda _arguments, _level: need, taken, instead)


BRIDGES = _staged(Need.BRIDGES, lambda analysed: [bridge.row() for bridge in analysed.bridges], [])
PARTS = _staged(Need.PARTS, lambda analysed: analysed.parts, {})
CLUSTERS = _staged(Need.CLUSTERS, lambda analysed: [cluster.row() for cluster in analysed.clusters], [])


@strawberry.type(
    description="How a person belongs to a body: by a seat in it, or as a standing member of a conference."
)
class Belonging:
    """How a person belongs to a body."""

    row = Row("link", needs=("person", "organization"))

    person: Person = same("The person.")
    body: Actor = same("The body.", actor="organization")
    relation: str = value("The relation's type in the graph, such as HOLDS.", "chains.relation")
    role: AppointmentRole | None = stored("The seat; null for a standing member of a conference.", key="role")
    category: StandingCategory | None = stored("As what a standing member belongs; null for a seat.", key="category")
    since: date = stored("The first day on which it holds.", key="since")
    until: date | None = stored(
        "The first day on which it no longer holds; null while no end is on record.", key="until"
    )
    sentence: str = computed(
        "What it says, as a sentence.",
        sentence,
        subject=Value("chains.subject"),
        relation=Value("chains.relation"),
        role=Property("role"),
        target=Value("chains.target"),
        since=Value("chains.since"),
    )


@strawberry.type(description="A person in a list, with the bodies of theirs that the list is about.")
class InvolvedPersonEdge:
    """A person in a list, with the bodies of theirs that the list is about."""

    row = Row("involvement", needs=("person",))

    cursor: str = strawberry.field(description="The place in the list, to be passed to `after` or `before`.")
    node: Person = same("The person.")
    body_count: int = stored(_BODY_COUNT, key="body_count")

    @related("analysis.evidence")
    def evidence(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Belonging]:
        """The seats and standing memberships that make the person belong to these bodies, by body."""


@strawberry.type(description="A page of persons, with the bodies of theirs that the list is about.")
class InvolvedPersonConnection:
    """A page of persons, with the bodies of theirs that the list is about."""

    total_count: int = strawberry.field(description="How many there are on all pages.")
    page_info: PageInfo = strawberry.field(description="Where the page stands in the list.")
    nodes: list[Person] = strawberry.field(description="The persons of the page.")
    edges: list[InvolvedPersonEdge] = strawberry.field(description="The persons with what is said of their bodies.")


@strawberry.input(description="Which persons to keep: those of whom all that is given is true.")
class PersonFilter:
    """Which persons to keep."""

    name: str | None = kept("The name contains this.", "nodes.name_contains")
    leader: bool | None = kept("Whether the person is a leader.", "persons.is_leader")
    body_count: IntRange | None = between("They belong to so many bodies within the place.", "persons.body_count")


class PersonOrderField(Enum):
    """By what persons can be ordered."""

    ID = "ID"
    NAME = "NAME"
    BODY_COUNT = "BODY_COUNT"


described(
    PersonOrderField,
    "By what persons can be ordered; among equals the id decides.",
    {
        "ID": "The id.",
        "NAME": "The name, by its characters' code points.",
        "BODY_COUNT": "To how many bodies within the place they belong.",
    },
)

PERSON_ORDERS: dict[str, Property | Value] = {
    "ID": Property("id", of="person"),
    "NAME": Property("name", of="person"),
    "BODY_COUNT": Property("body_count", of="involvement"),
}


@strawberry.input(description="The order of persons.")
class PersonOrder:
    """The order of persons."""

    field: PersonOrderField = strawberry.field(description="By what.")
    direction: OrderDirection = strawberry.field(description="Which end first.", default=OrderDirection.ASC)


@strawberry.type(description="A body and its place in a list.")
class BodyEdge:
    """A body and its place in a list."""

    cursor: str = strawberry.field(description="The place in the list, to be passed to `after` or `before`.")
    node: Actor = strawberry.field(description="The body.")


@strawberry.type(description="A page of bodies.")
class BodyConnection:
    """A page of bodies."""

    total_count: int = strawberry.field(description="How many there are on all pages.")
    page_info: PageInfo = strawberry.field(description="Where the page stands in the list.")
    nodes: list[Actor] = strawberry.field(description="The bodies of the page.")
    edges: list[BodyEdge] = strawberry.field(description="The bodies with their cursors.")


@strawberry.type(description="Bodies that are connected through the people they share.")
class BodyGroup:
    """Bodies that are connected through the people they share."""

    row = Row("group")

    body_count: int = value("How many bodies it has.", "analysis.body_count")

    @related("analysis.bodies")
    def bodies(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> BodyConnection:
        """The bodies, by id."""


@strawberry.type(
    description="A person who links bodies, being in two or more of them, and how much hangs on that person."
)
class Bridge:
    """A person who links bodies."""

    row = Row("bridge", needs=("person",))

    person: Person = same("The person.")
    body_count: int = stored(_BODY_COUNT, key="body_count")
    betweenness: float = stored(
        "Of all pairs of other persons and bodies within the place, the share whose shortest ways lead through the person, "
        "0 to 1; where several ways are equally short, each in its part.",
        key="betweenness",
    )
    part_count: int = stored(
        "In how many parts the bodies that are connected with the person would be without them: 1 if nothing would come "
        "apart.",
        key="part_count",
    )

    @related("analysis.evidence", given={"involvement": "bridge"})
    def evidence(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Belonging]:
        """The seats and standing memberships that make the person belong to these bodies, by body."""

    @related("analysis.parts", arguments={"parts": PARTS})
    def parts(self, first: First = DEFAULT_SIZE) -> list[BodyGroup]:
        """The groups of bodies that only this person holds together, the largest first; none if nothing would come apart."""


class BridgeOrderField(Enum):
    """By what those who link bodies can be ordered."""

    BETWEENNESS = "BETWEENNESS"
    BODY_COUNT = "BODY_COUNT"
    PART_COUNT = "PART_COUNT"


described(
    BridgeOrderField,
    "By what those who link bodies can be ordered; among equals the betweenness decides, then the number of bodies, then the "
    "id.",
    {
        "BETWEENNESS": "Through whom the most shortest ways lead.",
        "BODY_COUNT": "To how many bodies they belong.",
        "PART_COUNT": "In how many parts their bodies would be without them.",
    },
)

BRIDGE_ORDERS: dict[str, Property | Value] = {
    "BETWEENNESS": Property("betweenness", of="bridge"),
    "BODY_COUNT": Property("body_count", of="bridge"),
    "PART_COUNT": Property("part_count", of="bridge"),
}


@strawberry.input(description="The order of those who link bodies.")
class BridgeOrder:
    """The order of those who link bodies."""

    field: BridgeOrderField = strawberry.field(description="By what.")
    direction: OrderDirection = strawberry.field(description="Which end first.", default=OrderDirection.DESC)


@strawberry.type(description="Bodies that share more people with each other than with other bodies.")
class Cluster:
    """Bodies that share more people with each other than with other bodies."""

    row = Row("cluster")

    body_count: int = stored("How many bodies it has.", key="body_count")
    shared_count: int = stored("How many persons are in two of its bodies or more.", key="shared_count")

    @related("analysis.bodies", given={"group": "cluster"})
    def bodies(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> BodyConnection:
        """Its bodies, by id."""

    @related("analysis.shared")
    def shared(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> InvolvedPersonConnection:
        """The persons who are in two of its bodies or more: those in the most first, then by id."""
