"""`graph-api seed`."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph_api.database import Database

app = typer.Typer(no_args_is_help=True, help="Load a demonstration city into the graph.")


@app.callback()
def _group() -> None:
    """Keep `donggang` a command of its own: a Typer with one command would swallow its name."""


@app.command()
def donggang(
    as_of: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="The day that the data describes. [default: today]"),
    ] = None,
) -> None:
    """Load Donggang: its places, departments, leaders, compounds, bodies and who holds what in them.

    Loading again changes nothing, and the same day always gives the same graph.

    Examples:

        graph-api seed donggang

        graph-api seed donggang --as-of 2024-06-30
    """
    from graph_api.catalogue import load_catalogue
    from graph_api.cli.session import load_settings, progress_console, run_on_database
    from graph_api.database.migrations import migrate
    from seed import load_donggang

    settings = load_settings()
    day: date = as_of.date() if as_of else datetime.now(settings.zone).date()

    async def load(database: "Database") -> None:
        await migrate(database)
        await load_donggang(database, load_catalogue(), day, progress_console())

    run_on_database(settings, load)
    typer.echo(f"Donggang is loaded as of {day}.")
