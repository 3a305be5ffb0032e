"""What a graph says of its seed: whether it is still to be filled, and whether it holds the demonstration and nothing else.

It needs none of the tables, which take a server's start a while to read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from graph_api.database.changes import Changes
from graph_api.database.migrations import migrate
from graph_api.seed.spelling import spell

if TYPE_CHECKING:
    from graph_api.catalogue import Catalogue
    from graph_api.database.connection import Database
    from graph_api.database.migrations import Migration

DONGGANG_SEED = "donggang"

# The mark of a graph that held nothing else when a load began.
LOADING: Final = "loading"

_STATE = (
    f"OPTIONAL MATCH (seed:Seed {{name: '{DONGGANG_SEED}'}}) "
    "RETURN EXISTS { (:Entity) } AS has_data, toString(seed.as_of) AS as_of, "
    "seed.completed_at IS NOT NULL AS complete, coalesce(seed.follows_today, false) AS follows_today, seed.mark AS mark"
)
_MARK = f"MATCH (seed:Seed {{name: '{DONGGANG_SEED}'}}) SET seed.mark = $mark"


@dataclass(frozen=True)
class SeedState:
    """Whether the graph has any data, and what is known of Donggang's load.

    `as_of`: None if it was never loaded. `complete`: it was not cut off. `follows_today`: it was loaded as of the day of
    the load, and not as of a date that somebody chose. `mark`: the version of the graph after a load into a graph with
    nothing else; None if there was something else, or if an earlier version of the product loaded it.
    """

    has_data: bool
    as_of: date | None
    complete: bool
    follows_today: bool
    mark: str | None

    @property
    def is_empty(self) -> bool:
        """Whether Donggang is still to be loaded: there is no data, or its load was cut off half-way.

        A graph that has data and was never seeded is someone's own: it is not filled with Donggang unasked. Nor is one
        with a country whose load was cut off: Donggang would not complete it.
        """
        return not self.has_data or (self.as_of is not None and not self.complete)

    def is_past(self, today: date) -> bool:
        """Whether the month of the as-of date has ended: the shortest period of the coverage rules."""
        return self.as_of is not None and self.as_of < today.replace(day=1)


async def read_state(database: Database) -> SeedState:
    """What the graph says of its seed."""
    [[has_data, as_of, complete, follows_today, mark]] = await database.read(_STATE)
    return SeedState(has_data, as_of and date.fromisoformat(as_of), complete, follows_today, mark)


async def is_empty(database: Database) -> bool:
    """Whether Donggang is still to be loaded."""
    return (await read_state(database)).is_empty


async def holds_nothing_else(database: Database, state: SeedState) -> bool:
    """Whether it is certain that the graph holds the demonstration alone, or nothing: no change of any client since it
    was loaded. A load that was cut off counts if the graph held nothing else when it began."""
    if not state.has_data:
        return True
    if not state.complete:
        return state.mark == LOADING
    return state.mark is not None and state.mark == await current_mark(database)


async def current_mark(database: Database) -> str | None:
    """A text that every change of the graph changes, except one of no city; None if the database can't tell."""
    versions = await Changes(database).version()
    return None if versions is None else repr((versions.otherwise, sorted(versions.cities.items())))


@dataclass(frozen=True)
class Migrated:
    """What a graph lacked of this version of the product: migrations, and a number of spellings of names."""

    migrations: tuple[Migration, ...]
    spelled: int


async def migrate_seeded(database: Database, catalogue: Catalogue) -> Migrated:
    """Applies pending migrations, and writes spellings for names that lack them. Neither is a change of the
    demonstration."""
    state = await read_state(database)
    alone = state.complete and await holds_nothing_else(database, state)
    done = Migrated(await migrate(database), await spell(database, catalogue))
    if alone and (done.migrations or done.spelled):
        await database.write(_MARK, {"mark": await current_mark(database)}, cities=())
    return done
