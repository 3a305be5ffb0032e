"""The base types of the schema: nodes with global IDs, actors, pages, and the provenance of records."""

from __future__ import annotations

from enum import Enum
from typing import Generic, TypeVar

import strawberry

from graph_api.compiler.sources import Row
from graph_api.schema.fields import describe, identity, stored

T = TypeVar("T")


@strawberry.enum
class Provenance(Enum):
    """The origin of a record."""

    SOURCE = strawberry.enum_value("SOURCE", description="Named in the source document.")
    PUBLIC = strawberry.enum_value("PUBLIC", description="A real, publicly known administrative name.")
    SYNTHETIC = strawberry.enum_value("SYNTHETIC", description="Made up for the demonstration data.")
    RECORDED = strawberry.enum_value("RECORDED", description="Entered by a user.")


@strawberry.interface
class Node:
    """An object with a global ID. The `node` field fetches it by that ID."""

    row = Row("node")

    id: strawberry.ID = identity(
        "The global ID: opaque and stable. In a result with an explicit `asOf` it carries that date, and `node` "
        "fetches the "
        "object as of it."
    )


@strawberry.interface
class Actor(Node):
    """A person or an organization: anything that can hold an appointment, attend a meeting or be a member."""

    row = Row("actor")

    name: str = stored("The name of the person or organization.", key="name")
    provenance: Provenance = stored("The origin of the record.", key="provenance")


@strawberry.type
class PageInfo:
    """Information for paging through a list."""

    has_next_page: bool = strawberry.field(description="Whether there are items after this page.")
    has_previous_page: bool = strawberry.field(description="Whether there are items before this page.")
    start_cursor: str | None = strawberry.field(
        description="The cursor of the first item on the page. Null if the page is empty."
    )
    end_cursor: str | None = strawberry.field(
        description="The cursor of the last item on the page. Null if the page is empty."
    )


@strawberry.type
class Edge(Generic[T]):
    """An item of a list, with its cursor."""

    cursor: str = strawberry.field(description="The item's cursor, for use in `after` or `before`.")
    node: T = strawberry.field(description="The item itself.")


@strawberry.type
class Connection(Generic[T]):
    """A page of a list."""

    total_count: int = strawberry.field(description="The number of items on all pages.")
    page_info: PageInfo = strawberry.field(
        description="Whether there are more pages, and the cursors of the first and last item."
    )
    nodes: list[T] = strawberry.field(description="The items on the page.")
    edges: list[Edge[T]] = strawberry.field(description="The items on the page, each with its cursor.")


# `introduce` would come too late: Strawberry copies a generic type wherever an annotation names it.
describe(Edge, Connection)
