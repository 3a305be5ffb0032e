"""Paths of relations between two objects of the graph."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Annotated

import strawberry
from strawberry import UNSET

from graph_api.compiler.ids import GlobalId, decode_id
from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Argument, Property, Row, Same, Value
from graph_api.errors import ClientError, ErrorCode
from graph_api.resolvers.chains import sentence
from graph_api.schema.arguments import AsOf
from graph_api.schema.fields import computing, declared, related, same, stored, value
from graph_api.schema.languages import InLanguage, Language
from graph_api.schema.nodes import Node
from graph_api.schema.pages import First
from graph_api.schema.path_types import LABELS, TELLING, PathObjectType, RelationType

# The most relations on a path.
_LONGEST = 12


@strawberry.type
class ChainStep:
    """One relation of a path, as a sentence and as data."""

    row = Row("link", needs=("from_node", "to_node"))

    from_: Node = declared(
        Same({"node": "from_node"}),
        "The object at the end of the relation that is nearer to the start of the path.",
        name="from",
    )
    to: Node = same("The object at the end of the relation that is nearer to the end of the path.", node="to_node")
    relation: str = value("The type of the relation in the graph, such as PAIRED_WITH.", "chains.relation")
    since: date | None = stored(
        "The date the relation starts (inclusive). Null for relations without dates.", key="since"
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
        """The relation as a sentence, in the relation's own direction."""


@strawberry.type
class Chain:
    """A path of relations from one object to another."""

    row = Row("path")

    length: int = value("The number of relations on the path.", "chains.length")

    @related("chains.steps")
    def steps(self) -> list[ChainStep]:
        """The relations of the path, in order from its start to its end."""


def entity_id(given: str) -> str:
    """The ID in the graph of an object that a path can start or end at. Raises BAD_ID for a type that no relation links."""
    return _thing(given).local


def entity_label(given: str) -> str:
    """The label that the object with this global ID must have."""
    return _thing(given).type


def _thing(given: str) -> GlobalId:
    found = decode_id(given)
    if found.type not in LABELS.values():
        raise ClientError(
            ErrorCode.BAD_ID,
            "Objects of this type are on no path. Pass the global ID of a place, organization, person or building group.",
        )
    return found


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


_ENDS = {
    "from": Argument("from", entity_id),
    "from_label": Argument("from", entity_label),
    "to": Argument("to", entity_id),
    "to_label": Argument("to", entity_label),
}


def through(types: Collection[str] | None) -> list[str]:
    """The labels of the objects that a path may lead through."""
    return sorted(TELLING if types is None else {LABELS[one] for one in types})


def excluded(types: Collection[str] | None) -> list[str]:
    """The types of relations that a path must not follow."""
    return sorted(set(types or ()))


def longest(length: int | None) -> int:
    """The most relations that a path may have. Raises BAD_USER_INPUT unless it is 1 to 12."""
    if length is not None and not 1 <= length <= _LONGEST:
        raise ClientError(
            ErrorCode.BAD_USER_INPUT, f"`maxLength` is {length}, but a path has 1 to {_LONGEST} relations."
        )
    return _LONGEST if length is None else length


_Excluding = Annotated[
    list[RelationType] | None,
    strawberry.argument(description="Only paths without relations of these types (default: paths of all types)."),
]
_Types = Annotated[
    list[PathObjectType] | None,
    strawberry.argument(
        description="The types of objects that a path may lead through between its ends (default: all except CITY and "
        "SUBDISTRICT, in which nearly everything lies). The ends can be of any type."
    ),
]
_MaxLength = Annotated[
    int | None, strawberry.argument(description="Only paths of at most this many relations, 1–12 (default: 12).")
]


@related(
    "chains.paths",
    arguments={
        **_ENDS,
        "excluding": Argument("excluding", excluded),
        "through": Argument("types", through),
        "max_length": Argument("maxLength", longest),
    },
)
def paths(
    from_: _From,
    to: _To,
    excluding: _Excluding = UNSET,
    types: _Types = UNSET,
    max_length: _MaxLength = UNSET,
    as_of: AsOf = UNSET,
    first: First = DEFAULT_SIZE,
) -> list[Chain] | None:
    """Finds the shortest paths of relations between two objects that meet the conditions, at most `first`. Empty if no
    path links them."""


@related(
    "chains.shortest",
    arguments=_ENDS,
    deprecated="Use `paths`: in Relay's terms a connection is a page of a list. Deprecated since 2026-12-01.",
)
def connections(from_: _From, to: _To, as_of: AsOf = UNSET, first: First = DEFAULT_SIZE) -> list[Chain]:
    """Finds the shortest paths of relations between two objects, at most `first`. Empty if they are not
    connected."""
