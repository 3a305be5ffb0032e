"""Loads a country: several cities at once, table by table, while the next ones are made."""

from __future__ import annotations

import asyncio
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from graph_api.errors import SetupError
from graph_api.places import city_of
from graph_api.seed.country.template import COUNTRY_TABLES
from graph_api.seed.loader import LoadReport, Seed, load_rows, progress_bar, seeding
from graph_api.seed.spelling import spell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from rich.console import Console

    from graph_api.catalogue import Catalogue
    from graph_api.database.connection import Database
    from graph_api.seed.country.cities import Country
    from graph_api.seed.country.template import Tables
    from graph_api.seed.table_files import Line

# Measured: docs/decisions/0015-how-a-country-is-loaded.md.
_CITIES = 6
_BATCH = 5_000


async def load_country(
    database: Database, catalogue: Catalogue, as_of: date, country: Country, console: Console | None = None
) -> LoadReport:
    """Load the country's cities beside whatever the graph holds; with a console, a bar shows how many are loaded.

    Cities are merged by their ids: a load that was cut off is completed by the next, and one of more cities adds those that
    are new. Raises `SetupError` where the graph holds another country, whose rests would stay among this one's cities.
    """
    await _refuse_another(database, catalogue, country.name)
    rows: Counter[str] = Counter()
    groups = _groups(country.cities(), _CITIES)
    async with seeding(database, catalogue, Seed(country.name, as_of)):
        with progress_bar(console, "Cities", len(country.names)) as show:
            done = 0
            group = await asyncio.to_thread(next, groups, None)
            while group is not None:
                made = asyncio.create_task(asyncio.to_thread(next, groups, None))
                tables = _joined(group)
                await load_rows(database, catalogue, tables, _in_cities(show, done, group), _BATCH)
                for line in tables["cities"]:
                    await spell(database, catalogue, city_of(line.row.identity))
                done += len(group)
                rows.update({name: len(lines) for name, lines in tables.items()})
                group = await made
    return LoadReport(as_of, dict(rows))


async def _refuse_another(database: Database, catalogue: Catalogue, name: str) -> None:
    for [other] in await database.read(catalogue["seeds.countries"].text):
        if other != name:
            raise SetupError(
                f"The graph holds the {other}, not the {name}: give the same --seed-number and --names, "
                "or empty the graph first (graph-api db wipe)."
            )


def _in_cities(show: Callable[[float, str], None], before: int, group: Sequence[Tables]) -> Callable[[int, str], None]:
    """Shows rows as the share that they are of the group's cities, after the cities before it."""
    total = sum(len(lines) for city in group for lines in city.values())
    return lambda rows, table: show(before + rows / total * len(group), table)


def _groups(cities: Iterator[Tables], size: int) -> Iterator[list[Tables]]:
    while group := list(islice(cities, size)):
        yield group


def _joined(group: list[Tables]) -> dict[str, list[Line]]:
    return {table.name: [line for city in group for line in city[table.name]] for table in COUNTRY_TABLES}
