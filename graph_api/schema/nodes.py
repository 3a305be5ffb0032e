"""What everything in the schema builds on: nodes with global ids, actors, connections, where a fact comes from."""

from __future__ import annotations

from enum import Enum
from typing import Generic, TypeVar

import strawberry

from graph_api.compiler.sources import Row
from graph_api.schema.fields import described, identity, stored

T = TypeVar("T")


class Provenance(Enum):
    """Where a thing on record comes from."""

    SOURCE = "SOURCE"
    PUBLIC = "PUBLIC"
    SYNTHETIC = "SYNTHETIC"
    RECORDED = "RECORDED"


described(
    Provenance,
    "Where a thing on record comes from.",
    {
        "SOURCE": "Named in the source document.",
        "PUBLIC": "A real administrative name.",
        "SYNTHETIC": "Made up for the demonstration.",
        "RECORDED": "Entered by a user.",
    },
)


@strawberry.interface(description="Anything with a global id, which `node` takes to find it again.")
class Node:
    """Anything with a global id."""

    row = Row("node")

    id: strawberry.ID = identity(
        "The global ID: opaque and stable. In a result with an explicit `asOf` it carries that date, and `node` fetches the "
        "object as of it."
    )


@strawberry.interface(description="Whoever can hold a relation: a person or a body.")
class Actor(Node):
    """Whoever can hold a relation."""

    row = Row("actor")

    name: str = stored("The name.", key="name")
    provenance: Provenance = stored("Where it comes from.", key="provenance")


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    """Where a page stands in its list; read from the page itself."""

    has_next_page: bool = strawberry.field(description="Whether there is more after the page.")
    has_previous_page: bool = strawberry.field(description="Whether there is more before the page.")
    start_cursor: str | None = strawberry.field(description="The cursor of the page's first item; null if it has none.")
    end_cursor: str | None = strawberry.field(description="The cursor of the page's last item; null if it has none.")


@strawberry.type(description="An item of a list and its place in it.")
class Edge(Generic[T]):
    """An item of a list and its place in it."""

    cursor: str = strawberry.field(description="The place in the list, to be passed to `after` or `before`.")
    node: T = strawberry.field(description="The item.")


@strawberry.type(description="A page of a list.")
class Connection(Generic[T]):
    """A page of a list."""

    total_count: int = strawberry.field(description="How many there are on all pages.")
    page_info: PageInfo = strawberry.field(description="Where the page stands in the list.")
    nodes: list[T] = strawberry.field(description="The items of the page.")
    edges: list[Edge[T]] = strawberry.field(description="The items of the page with their cursors.")
