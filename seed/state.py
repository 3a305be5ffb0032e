"""Whether a graph is still to be filled. It needs none of the tables, which take a server's start a while to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph_api.database.connection import Database

DONGGANG_SEED = "donggang"

# A graph that holds anything and was never seeded is someone's own: it is not to be filled with Donggang unasked. Nor is
# one with a country whose load was cut off: Donggang would not complete it.
_STATE = (
    "RETURN EXISTS { (:Entity) } AS has_data, "
    f"EXISTS {{ MATCH (seed:Seed {{name: '{DONGGANG_SEED}'}}) WHERE seed.completed_at IS NULL }} AS interrupted"
)


async def is_empty(database: Database) -> bool:
    """Whether a seed is still to be loaded: the graph has no data, or a load was cut off half-way."""
    [[has_data, interrupted]] = await database.read(_STATE)
    return not has_data or interrupted
