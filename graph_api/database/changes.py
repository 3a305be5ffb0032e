"""Which cities a change of the graph affects, so that cached results of the other cities stay valid.

A caller of `Database.write` can name the cities. In its own transaction, the change then stores a new version with each
of these cities, and increments a counter. Neo4j numbers every change. As long as its number and our counter advance
together, all changes named their cities, and a city's version tells whether it was changed. Any other change, from a
Neo4j shell for example, advances only Neo4j's number, and counts as a change of every city.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from graph_api.database.bolt import number_of

# Runs in the transaction of the change. All changes lock the cities in one order and the counter last, so that none
# waits for another that waits for it.
RECORD = (
    "FOREACH (code IN $cities | MERGE (city:CityVersion {city: code}) SET city.version = randomUUID()) "
    "MERGE (changes:ChangeCount {of: 'cities'}) SET changes.number = coalesce(changes.number, 0) + 1"
)
# The counter is read before the versions: a change in between advances Neo4j's number beyond the counter that was read.
_READ = (
    "OPTIONAL MATCH (changes:ChangeCount) WITH sum(changes.number) AS number "
    "RETURN number, COLLECT { MATCH (city:CityVersion) RETURN [city.city, city.version] } AS cities"
)
_TRIES = 5


class Numbered(Protocol):
    """A database that names each change of its graph, like `graph_api.database.Database`."""

    @property
    def seen(self) -> str | None:
        """The last known change."""

    async def version(self) -> str | None:
        """The last change."""

    async def read(self, statement: str, parameters: Mapping[str, Any] | None = None) -> list[list[Any]]:
        """Rows."""


@dataclass(frozen=True)
class Versions:
    """The version of the whole graph, of each city with a named change, and of all other changes."""

    graph: str
    otherwise: Hashable
    cities: Mapping[str, str]

    def of(self, city: str) -> Hashable:
        """The version of a city: it changes with each change there, and with each change that named no cities."""
        return self.otherwise, self.cities.get(city)


class Changes:
    """The versions of one database's cities. They are read only when the graph has changed."""

    def __init__(self, database: Numbered) -> None:
        self._database = database
        self._last: Versions | None = None

    @property
    def seen(self) -> Versions | None:
        """Versions that the next read has, or later ones; None if the graph is known to have changed since."""
        last = self._last
        return last if last is not None and last.graph == self._database.seen else None

    async def version(self) -> Versions | None:
        """The current versions; None if they are unknown. Raises the database's exceptions."""
        graph = await self._database.version()
        if graph is None:
            return None
        if self._last is None or self._last.graph != graph:
            self._last = await self._read(graph)
        return self._last

    async def _read(self, graph: str) -> Versions:
        for _ in range(_TRIES):
            [[count, cities]] = await self._database.read(_READ)
            now = self._database.seen
            # The versions are complete for this version of the graph, if it is still the current one.
            if now == graph and (named := number_of(graph)) is not None:
                store, number = named
                return Versions(graph, (store, number - count), dict(cities))
            graph = now or graph
        # The graph changes constantly, or the names of its changes are unreadable: then it has one version.
        return Versions(graph, graph, {})
