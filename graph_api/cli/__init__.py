"""The command line `graph-api`. Modules import what they need when a command runs, so that help is shown without delay."""

import platform
import sys
from typing import Annotated

import typer

from graph_api import __version__
from graph_api.cli import coverage, cypher, db, doctor, due, export, figures, migrate, query, schema, seed, serve
from graph_api.errors import ClientError, SetupError

__all__ = ["app", "main"]

_HELP = """
A GraphQL API over a city's governance graph: departments and leaders and the
communities they are paired with, organizations and their people, and coverage.

By default it uses an embedded Neo4j. To use your own, set NEO4J_URI,
NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE. All other settings are
environment variables that start with GRAPH_API_.

First steps:

    graph-api serve      serve GraphQL and GraphiQL on http://127.0.0.1:8000/graphql

    graph-api figures    compare the graph with the figures of the city's report

    graph-api coverage   show what is not covered within a place, and why

    graph-api due        show what is due within a place in the next 30 days

    graph-api doctor     check the installation and show how to fix it
"""

app = typer.Typer(
    name="graph-api",
    help=_HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_versions(wanted: bool) -> None:  # noqa: FBT001 - Typer passes the option's value
    if not wanted:
        return
    from graph_api.database.embedded.artifacts import neo4j_version  # noqa: PLC0415 - only for this option

    typer.echo(f"graph-api {__version__}, embedded Neo4j {neo4j_version()}, Python {platform.python_version()}")
    raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_show_versions,
            is_eager=True,
            help="Show the versions of graph-api, of the embedded Neo4j and of Python.",
        ),
    ] = False,
) -> None:
    pass


app.command("serve")(serve.command)
app.command("query")(query.command)
app.command("export")(export.command)
app.command("figures")(figures.command)
app.add_typer(coverage.app, name="coverage")
app.command("due")(due.command)
app.command("cypher")(cypher.command)
app.command("schema")(schema.command)
app.command("migrate")(migrate.command)
app.add_typer(db.app, name="db")
app.add_typer(seed.app, name="seed")
app.command("doctor")(doctor.command)


def main() -> None:
    """Run the command line and exit: 0 success, 1 failure (one sentence on standard error), 2 wrong usage, 130 interrupted."""
    try:
        app(prog_name="graph-api")
    except (SetupError, ClientError) as error:
        typer.echo(str(error), err=True)
        sys.exit(1)
    except OSError as error:
        # A file or folder that a command can't read or write.
        where = f"{error.filename}: " if error.filename else ""
        typer.echo(f"{where}{error.strerror or error}; check the path, its permissions and the disk.", err=True)
        sys.exit(1)
