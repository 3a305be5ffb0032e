"""The base types of the schema: nodes with global IDs, actors, and the provenance of records."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

import strawberry

from graph_api.compiler.sources import Row
from graph_api.schema.fields import identity, stored

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
