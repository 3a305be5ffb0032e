"""`graph-api seed`."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph_api.database import Database
    from graph_api.settings import Settings

app = typer.Typer(no_args_is_help=True, help="Load a demonstration city, or a country of such cities, into the graph.")

_AsOf = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="The date the data describes (default: today)."),
]


@app.command()
def donggang(as_of: _AsOf = None) -> None:
    """Load Donggang: places, departments, leaders, organizations, appointments, meetings and all other data.

    Loading it again changes nothing. The same date always gives the same graph. With --as-of, `graph-api serve` doesn't
    move it on when a month has ended.

    Examples:

        graph-api seed donggang

        graph-api seed donggang --as-of 2024-06-30
    """
    from graph_api.catalogue import load_catalogue
    from graph_api.cli.session import load_settings, progress_console, run_on_database
    from graph_api.seed.loader import load_donggang
    from graph_api.seed.state import migrate_seeded

    settings = load_settings()
    day = _day(as_of, settings)

    async def load(database: "Database") -> None:
        catalogue = load_catalogue()
        await migrate_seeded(database, catalogue)
        await load_donggang(database, catalogue, day, progress_console(), follows_today=as_of is None)

    run_on_database(settings, load)
    typer.echo(f"Donggang is loaded as of {day}.")


@app.command()
def country(
    cities: Annotated[int, typer.Option(metavar="N", help="The number of cities.")],
    as_of: _AsOf = None,
    names: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="Folder with areas.csv, streets.csv and villages.csv of the package china-division: real names of places.",
        ),
    ] = None,
    seed_number: Annotated[
        int, typer.Option(metavar="K", help="The seed of the random generator: another number generates other cities.")
    ] = 1,
) -> None:
    """Load a country: cities like Donggang, of different sizes and with different gaps.

    Other data in the graph is not changed. Loading it again changes nothing, and the same arguments always give the
    same graph; a higher number adds cities. 300 cities take half an hour or more.

    Examples:

        graph-api seed country --cities 30

        graph-api seed country --cities 300 --names china-division/dist --as-of 2026-06-30
    """
    from graph_api.catalogue import load_catalogue
    from graph_api.cli.session import load_settings, progress_console, run_on_database
    from graph_api.database.migrations import migrate
    from graph_api.seed.country import load_country, make_country

    settings = load_settings()
    day = _day(as_of, settings)
    made = make_country(day, cities, seed_number, names)

    async def load(database: "Database") -> None:
        await migrate(database)
        await load_country(database, load_catalogue(), day, made, progress_console())

    run_on_database(settings, load)
    typer.echo(f"{cities} {'city is' if cities == 1 else 'cities are'} loaded as of {day}.")


def _day(as_of: datetime | None, settings: "Settings") -> date:
    return as_of.date() if as_of else settings.today()
