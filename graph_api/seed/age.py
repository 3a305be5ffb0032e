"""How old the records of a graph are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph_api.catalogue import Catalogue
    from graph_api.database.connection import Database
    from graph_api.seed.state import SeedState


async def outdated_since(database: Database, catalogue: Catalogue, state: SeedState, today: date) -> date | None:
    """The date after which nothing is recorded, if coverage falls for that reason; otherwise None.

    Coverage rules check the last complete period, the shortest of which is a month. Records that were entered are
    outdated if they end before that. The demonstration ends on its as-of date, and has a part of that month's records.
    """
    month = today.replace(day=1)
    if state.as_of is not None and not state.is_past(today):
        return None
    [[text]] = await database.read(catalogue["seeds.last_record"].text, {"today": today})
    if text is None:
        return None
    last = date.fromisoformat(text)
    if state.as_of is not None and last <= state.as_of:
        return state.as_of
    month_before = (month - timedelta(days=1)).replace(day=1)
    return last if last < month_before else None
