"""The command line `graph-api`. Modules import what they need when a command runs, so that help comes at once."""

import sys

import typer

from graph_api.cli import coverage, cypher, db, doctor, figures, migrate, query, schema, seed, serve
from graph_api.errors import ClientError, SetupError

__all__ = ["app", "main"]

_HELP = """
Asks a city's governance graph: which departments and leaders are paired with
which community, who holds what in which body, and what is missing.

Without settings it uses a Neo4j that it brings itself; NEO4J_URI, with
NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE, names another one. All else is
set by variables that begin with GRAPH_API_.

First steps:

    graph-api serve      GraphiQL on http://127.0.0.1:8000/graphql

    graph-api figures    does the graph hold what the report states?

    graph-api coverage   what is not covered within a place, and why

    graph-api doctor     what is missing, and what to do about it
"""

app = typer.Typer(
    name="graph-api",
    help=_HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("serve")(serve.command)
app.command("query")(query.command)
app.command("figures")(figures.command)
app.add_typer(coverage.app, name="coverage")
app.command("cypher")(cypher.command)
app.command("schema")(schema.command)
app.command("migrate")(migrate.command)
app.add_typer(db.app, name="db")
app.add_typer(seed.app, name="seed")
app.command("doctor")(doctor.command)


def main() -> None:
    """Run the command line and exit: 0 done, 1 one sentence on standard error, 2 wrong usage, 130 interrupted."""
    try:
        app(prog_name="graph-api")
    except (SetupError, ClientError) as error:
        typer.echo(str(error), err=True)
        sys.exit(1)
    except OSError as error:
        # A file or folder that can't be read or written, wherever a command meets it.
        where = f"{error.filename}: " if error.filename else ""
        typer.echo(f"{where}{error.strerror or error}; check the path, its permissions and the disk.", err=True)
        sys.exit(1)
