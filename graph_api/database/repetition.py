"""Writes that can be repeated, because running them again changes nothing: they outlast a conflict with another writer."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from neo4j import exceptions as driver_errors

if TYPE_CHECKING:
    from collections.abc import Collection

    from graph_api.database.connection import Database, Parameters

_ATTEMPTS = 10
_PAUSE_SECONDS = 0.2

# Errors of the slower of two writers: the other's lock, or the constraint that it has just created.
_CONFLICTS = ("TransientError", "EquivalentSchemaRuleAlreadyExists")


async def write_repeatably(
    database: Database,
    statement: str,
    parameters: Parameters | None = None,
    *,
    seconds: float,
    cities: Collection[str] | None = None,
) -> list[list[Any]]:
    """The rows of a write as `Database.write` has them, repeated for a while if another writer is in its way."""
    for attempt in range(1, _ATTEMPTS):
        try:
            return await database.write(statement, parameters, seconds=seconds, cities=cities)
        except driver_errors.Neo4jError as error:
            if not any(code in (error.code or "") for code in _CONFLICTS):
                raise
            await asyncio.sleep(_PAUSE_SECONDS * attempt)
    return await database.write(statement, parameters, seconds=seconds, cities=cities)
