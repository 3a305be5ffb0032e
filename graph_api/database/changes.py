"""Of which cities the changes of the graph were, so that what is kept of the others need not be worked out again.

Who changes the graph through `Database.write` may say in which cities. In its own transaction the change then leaves a
new version with each of them, and counts itself. Neo4j numbers every change. As long as its number and our count move on
together, all changes said where they were, and the version of a city tells whether there was one in it. Whatever comes
in another way, out of a Neo4j shell for example, moves Neo4j's number alone, and so is a change of every city.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from graph_api.database.bolt import number_of

# To be run in the transaction of the change. All take the cities in one order, and the count last: so none waits for
# another that waits for it.
RECORD = (
    "FOREACH (code IN $cities | MERGE (city:CityVersion {city: code}) SET city.version = randomUUID()) "
    "MERGE (changes:ChangeCount {of: 'cities'}) SET changes.number = coalesce(changes.number, 0) + 1"
)
# The count is read before the versions: a change that comes between moves Neo4j's number past the count that was read.
_READ = (
    "OPTIONAL MATCH (changes:ChangeCount) WITH sum(changes.number) AS number "
    "RETURN number, COLLECT { MATCH (city:CityVersion) RETURN [city.city, city.version] } AS cities"
)
_TRIES = 5


class Numbered(Protocol):
    """A database that names each change of its graph, as `graph_api.database.Database` does."""

    @property
    def seen(self) -> str | None:
        """The last change that was heard of."""

    async def version(self) -> str | None:
        """The last change."""

    async def read(self, statement: str, parameters: Mapping[str, Any] | None = None) -> list[list[Any]]:
        """Rows."""


@dataclass(frozen=True)
class Versions:
    """The version of the whole graph, of each city in which there was a change, and of all that such changes don't tell."""

    graph: str
    otherwise: Hashable
    cities: Mapping[str, str]

    def of(self, city: str) -> Hashable:
        """The version of a city: another one after each change in it, and after each that did not say where it was."""
        return self.otherwise, self.cities.get(city)


class Changes:
    """Tells the versions of one database's cities; reads them only when the graph has changed."""

    def __init__(self, database: Numbered) -> None:
        self._database = database
        self._last: Versions | None = None

    @property
    def seen(self) -> Versions | None:
        """Versions that what is read from now on has, or later ones; None where the graph is known to have changed since."""
        last = self._last
        return last if last is not None and last.graph == self._database.seen else None

    async def version(self) -> Versions | None:
        """The versions now; None where they can't be told. Raises what the database raises."""
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
            # What was read is all that there was when the graph had this version, if it still has it.
            if now == graph and (named := number_of(graph)) is not None:
                store, number = named
                return Versions(graph, (store, number - count), dict(cities))
            graph = now or graph
        # The graph changes all the time, or its changes have names that we can't read: then it has one version.
        return Versions(graph, graph, {})
