"""What `graph-api serve` does with a graph before it is served: migrations, the first data, and moving the demonstration on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph_api import garbage
from graph_api.catalogue import load_catalogue
from graph_api.errors import ClientError
from graph_api.seed.age import outdated_since
from graph_api.seed.state import holds_nothing_else, migrate_seeded, read_state

if TYPE_CHECKING:
    from datetime import date

    from rich.console import Console

    from graph_api.database import Database
    from graph_api.seed.state import SeedState


async def prepare(database: Database, today: date, console: Console, *, may_load: bool) -> None:
    """Applies migrations, loads Donggang into an empty graph, and moves the demonstration on when a month has ended.

    The records of any other graph are not changed, only spellings of names are added; if it is outdated, the console says
    since when. Nothing is loaded unless `may_load`. Raises `SetupError`.
    """
    await migrate_seeded(database, load_catalogue())
    state = await read_state(database)
    if state.is_empty and not may_load:
        console.print("The graph is empty. Load Donggang with `graph-api seed donggang`.")
    elif not (may_load and await _is_loaded_again(database, state, today, console)):
        await _tell_age(database, state, today, console)


async def move_on(database: Database, today: date, console: Console) -> None:
    """Moves the demonstration on when a month has ended, or completes a move that was cut off. Raises `SetupError`, and
    the database's exceptions."""
    await _is_loaded_again(database, await read_state(database), today, console)


async def _is_loaded_again(database: Database, state: SeedState, today: date, console: Console) -> bool:
    """Loads Donggang if it is still to be loaded or to be moved on, and returns whether it was."""
    if not state.is_empty:
        if not (state.follows_today and state.is_past(today) and await holds_nothing_else(database, state)):
            return False
        console.print(f"A month has ended since {state.as_of}: the demonstration is loaded again as of {today}.")
    await _load(database, state, today, console)
    return True


async def _load(database: Database, state: SeedState, today: date, console: Console) -> None:
    from graph_api.seed.loader import load_donggang  # noqa: PLC0415 - its tables are a tenth of a start that loads nothing

    # A load of a chosen date that was cut off is completed as of that date.
    chosen = None if state.complete or state.follows_today else state.as_of
    with garbage.collected():
        await load_donggang(database, load_catalogue(), chosen or today, console, follows_today=chosen is None)


async def _tell_age(database: Database, state: SeedState, today: date, console: Console) -> None:
    try:
        since = await outdated_since(database, load_catalogue(), state, today)
    except ClientError:
        # A slow database is no reason not to serve.
        return
    if since is not None:
        console.print(f"Nothing is recorded after {since}, {(today - since).days} days ago: coverage falls.")
