"""Loads tables into the graph, in batches; loading again changes only what the tables have changed."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from graph_api.database.repetition import write_repeatably
from graph_api.errors import SetupError
from graph_api.folders import folder_of
from graph_api.places import city_of
from graph_api.seed.rows import cities
from graph_api.seed.spelling import spell
from graph_api.seed.state import DONGGANG_SEED, LOADING, current_mark, holds_nothing_else, read_state
from graph_api.seed.table_files import Line, read_tables
from graph_api.seed.tables import TABLES, Table

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
    from datetime import date

    from rich.console import Console

    from graph_api.catalogue import Catalogue
    from graph_api.database.connection import Database

DONGGANG = folder_of("seed/donggang")

_BATCH = 1_000
_BATCH_SECONDS = 120.0


@dataclass(frozen=True)
class Seed:
    """What is loaded: its name, and its as-of day, which `follows_today` if nobody chose it.

    `alone`: the graph holds nothing else.
    """

    name: str
    as_of: date
    follows_today: bool = False
    alone: bool = False


@dataclass(frozen=True)
class LoadReport:
    """What was loaded: the as-of day that the tables' days were counted from, and the rows of each table."""

    as_of: date
    rows: dict[str, int]

    @property
    def total(self) -> int:
        """Rows of all tables together."""
        return sum(self.rows.values())


async def load_donggang(  # noqa: PLR0913 - where, what, and as of which day
    database: Database,
    catalogue: Catalogue,
    as_of: date,
    console: Console | None = None,
    *,
    folder: Path = DONGGANG,
    follows_today: bool = False,
) -> LoadReport:
    """Load the tables of the folder as of a day; with a console, a progress bar shows how far it is.

    Every table is read and checked before the first write. Rows are merged by id, so a load that was cut off is
    completed by the next, and another as-of day moves the dates of what is there. `follows_today`: nobody chose the day, so
    `graph-api serve` may move it on. Raises `SetupError`.
    """
    # In a thread: a server that moves it on goes on responding.
    tables = await asyncio.to_thread(read_tables, folder, TABLES, as_of)
    return await load_tables(database, catalogue, as_of, tables, console, follows_today=follows_today)


async def load_tables(  # noqa: PLR0913 - where, what, and as of which day
    database: Database,
    catalogue: Catalogue,
    as_of: date,
    tables: Mapping[str, Sequence[Line]],
    console: Console | None = None,
    *,
    follows_today: bool = False,
) -> LoadReport:
    """Load rows that were read and checked, by the names of their tables. Raises `SetupError`."""
    total = sum(map(len, tables.values()))
    alone = await holds_nothing_else(database, await read_state(database))
    seed = Seed(DONGGANG_SEED, as_of, follows_today=follows_today, alone=alone)
    async with seeding(database, catalogue, seed):
        with progress_bar(console, "Donggang", total) as show:
            await load_rows(database, catalogue, tables, show)
        for line in tables["cities"]:
            await spell(database, catalogue, city_of(line.row.identity))
    return LoadReport(as_of, {name: len(lines) for name, lines in tables.items()})


@asynccontextmanager
async def seeding(database: Database, catalogue: Catalogue, seed: Seed) -> AsyncIterator[None]:
    """Mark the seed as begun, and as complete once all within has been done."""
    begun = {
        "name": seed.name,
        "as_of": seed.as_of,
        "follows_today": seed.follows_today,
        "mark": LOADING if seed.alone else None,
    }
    await database.write(catalogue["seeds.begin_seed"].text, begun, cities=())
    yield
    completed = {"name": seed.name, "mark": await current_mark(database) if seed.alone else None}
    await database.write(catalogue["seeds.complete_seed"].text, completed, cities=())


async def load_rows(
    database: Database,
    catalogue: Catalogue,
    tables: Mapping[str, Sequence[Line]],
    show: Callable[[int, str], None],
    size: int = _BATCH,
) -> None:
    """Load the tables' rows in batches of a size, and show how many are loaded and of which table the last were.

    Raises `SetupError`.
    """
    loaded = 0
    for table in TABLES:
        lines = tables.get(table.name, ())
        for start in range(0, len(lines), size):
            batch = lines[start : start + size]
            await _load(database, catalogue, table, batch)
            loaded += len(batch)
            show(loaded, table.name)


async def _load(database: Database, catalogue: Catalogue, table: Table, batch: Sequence[Line]) -> None:
    rows = [_parameters(line) for line in batch]
    about = {city for line in batch for city in cities(line.row)}
    [[loaded]] = await write_repeatably(
        database, catalogue[table.statement].text, {"rows": rows}, seconds=_BATCH_SECONDS, cities=about
    )
    if loaded != len(rows):
        raise SetupError(
            f"{loaded} of {len(rows)} rows of {table.name}.csv (lines {batch[0].number} to {batch[-1].number}) were "
            "loaded: what they refer to is not in the graph; load the seed again."
        )


def _parameters(line: Line) -> dict[str, Any]:
    return line.row.model_dump()


@contextmanager
def progress_bar(console: Console | None, title: str, total: int) -> Iterator[Callable[[float, str], None]]:
    """What moves a bar to a number and says what came last; shown where there is a console."""
    columns = (TextColumn(title), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=console, disable=console is None) as progress:
        task = progress.add_task("", total=total)
        yield lambda done, description: progress.update(task, completed=done, description=description)
