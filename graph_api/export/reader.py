"""Reads the nodes and edges of an export from the graph, a limited number at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from graph_api.export.contents import NODES, RELATIONS
from graph_api.export.records import Edge, Node
from graph_api.places import city_of

if TYPE_CHECKING:
    from graph_api.catalogue import Catalogue
    from graph_api.database import Database

_BATCH = 1_000
# Greater than every character of an ID.
_LAST = "\U0010ffff"


@dataclass(frozen=True)
class Scope:
    """What is exported: a place with everything that belongs to it or is linked to that (empty: everything), and the
    date (None: everything that is recorded, with its dates)."""

    within: str = ""
    as_of: date | None = None


class Reader:
    """Reads in the order of the nodes' IDs. Each read goes on where the last one ended, so memory is bounded by the size
    of a batch, and an index finds it."""

    def __init__(self, database: Database, catalogue: Catalogue, scope: Scope) -> None:
        self._database = database
        self._catalogue = catalogue
        prefix = city_of(scope.within)
        self._start = prefix
        self._parameters = {
            "within": scope.within,
            "as_of": scope.as_of or date.max,
            "every": scope.as_of is None,
            "types": list(NODES),
            "relations": list(RELATIONS),
            "end": prefix + _LAST,
        }

    async def has_place(self) -> bool:
        """Whether the graph has the place that is exported."""
        [[has_place]] = await self._read("export.has_place")
        return bool(has_place)

    async def count(self) -> int:
        """The number of nodes."""
        [[nodes]] = await self._read("export.node_count", start=self._start)
        return int(nodes)

    async def nodes(self) -> AsyncIterator[list[Node]]:
        """All nodes, in batches."""
        async for rows in self._batches("export.nodes", NODES):
            yield [Node(id_, type_, _given(NODES[type_], values)) for id_, type_, values in rows]

    async def edges(self) -> AsyncIterator[list[list[Edge]]]:
        """All edges, in batches: a list for each node that edges may start from."""
        async for rows in self._batches("export.edges", RELATIONS):
            yield [[_edge(source, columns) for columns in edges] for source, edges in rows]

    async def _batches(self, name: str, properties: Mapping[str, Sequence[str]]) -> AsyncIterator[list[list[Any]]]:
        start: str = self._start
        given = {type_: list(names) for type_, names in properties.items()}
        while True:
            rows = await self._read(name, start=start, number=_BATCH, properties=given)
            if not rows:
                return
            yield rows
            start = f"{rows[-1][0]}\0"  # the smallest text that is greater than the last ID

    async def _read(self, name: str, **parameters: Any) -> list[list[Any]]:
        fragment = self._catalogue[name]
        known = self._parameters | parameters
        given = {key: known[key] for key in fragment.parameters}
        return await self._database.read(fragment.text, given, limits=self._database.attended())


def _edge(source: str, columns: list[Any]) -> Edge:
    relation, target, id_, since, until, values = columns
    own = _given(("since", "until", *RELATIONS[relation]), [since, until, *values])
    return Edge(f"{relation}:{id_ or f'{source}:{target}'}", relation, source, target, own)


def _given(names: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    return {name: value for name, value in zip(names, values, strict=True) if value is not None and value != []}
