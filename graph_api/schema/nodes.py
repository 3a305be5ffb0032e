"""The base types of the schema: nodes with global IDs, actors, and the provenance of records."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated

import strawberry

from graph_api.compiler.sources import Row
from graph_api.schema.fields import identity, refetched, stored


@strawberry.enum
class Provenance(Enum):
    """The origin of a record."""

    SOURCE = strawberry.enum_value("SOURCE", description="Named in the source document.")
    PUBLIC = strawberry.enum_value("PUBLIC", description="A real, publicly known administrative name.")
    SYNTHETIC = strawberry.enum_value("SYNTHETIC", description="Made up for the demonstration data.")
    RECORDED = strawberry.enum_value("RECORDED", description="Entered by a user.")


def entity(main: str, label: str, exists: str | None = None) -> Row:
    """The row of a type whose objects are the nodes with the label, found by their `id`. `exists` is as in `Row`."""
    return Row(main, label=label, refetch="nodes.entity", of=label, exists=exists)


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


@refetched("id")
def node(id: _Id) -> Node | None:
    """Fetches an object by its global ID, as of the date that the ID carries (default: today). Null if there is no such
    object, or if it did not exist yet on that date."""


@refetched("ids")
def nodes(ids: _Ids) -> list[Node | None]:
    """Fetches objects by their global IDs, in the order of the IDs, each as of the date that its ID carries (default:
    today). Null if there is no such object, or if it did not exist yet on that date."""


@refetched("id")
def node_as_of(id: _Id, as_of: _OnDay) -> Node | None:
    """Fetches an object by its global ID, as of the given date, whatever date the ID carries. Null if there is no such
    object, or if it did not exist yet on that date."""
