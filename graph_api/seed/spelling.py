"""Writes the spellings of names, by which search finds them, for whatever has none or has another name since."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from graph_api.database.connection import StatementLimits
from graph_api.database.repetition import write_repeatably
from graph_api.places import EVERYWHERE, city_of
from graph_api.spellings import VERSION, spellings

if TYPE_CHECKING:
    from graph_api.catalogue import Catalogue
    from graph_api.database import Database
    from graph_api.places import Prefix

_BATCH = 2_000
_BATCH_SECONDS = 120.0


async def spell(database: Database, catalogue: Catalogue, city: Prefix = EVERYWHERE) -> int:
    """Writes the spellings that are missing or outdated in a city, and returns their number."""
    spelled, after = 0, ""
    while True:
        rows = await _unspelled(database, catalogue, city, after)
        if not rows:
            return spelled
        made = await asyncio.to_thread(_spelled, rows)
        about = {city_of(id_) for id_, _, _ in rows}
        text = catalogue["search.spell"].text
        await write_repeatably(database, text, {"rows": made}, seconds=_BATCH_SECONDS, cities=about)
        spelled, after = spelled + len(rows), rows[-1][0]


async def is_spelled(database: Database, catalogue: Catalogue) -> bool:
    """Whether all names have spellings of this version of the product."""
    return not await _unspelled(database, catalogue, EVERYWHERE, "", 1)


async def _unspelled(
    database: Database, catalogue: Catalogue, city: Prefix, after: str, limit: int = _BATCH
) -> list[list[Any]]:
    given = {"city": city, "after": after, "version": VERSION, "limit": limit}
    return await database.read(catalogue["search.unspelled"].text, given, limits=StatementLimits(_BATCH_SECONDS))


def _spelled(rows: list[list[Any]]) -> list[dict[str, Any]]:
    return [
        {"id": id_, "spelled": f"{VERSION} {name}", "spellings": spellings(str(name), code)} for id_, name, code in rows
    ]
