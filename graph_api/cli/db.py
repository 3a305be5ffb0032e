"""`graph-api db`: manages the embedded Neo4j."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs
# ruff: noqa: FBT002 - Typer makes a flag of a bool parameter

from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True,
    help="Start, stop, inspect or wipe the embedded Neo4j. NEO4J_URI is ignored.",
)


@app.command()
def start() -> None:
    """Start the embedded Neo4j in the background. Other commands then use it and start faster.

    Example:

        graph-api db start && graph-api query board.graphql
    """
    from graph_api.cli.session import load_settings, progress_console
    from graph_api.database.embedded import running_server, start_detached

    settings = load_settings()
    data, cache, console = settings.embedded_data, settings.embedded_cache, progress_console()
    running = running_server(data)
    address = start_detached(data, cache, settings.embedded_port, console=console)
    typer.echo(f"Neo4j {'is already running' if address == running else 'is started'}: {address.uri}")


@app.command()
def stop() -> None:
    """Stop the embedded Neo4j. Fails if a server or another command uses it; succeeds if it is not running.

    Example:

        graph-api db stop
    """
    from graph_api.cli.session import load_settings
    from graph_api.database.embedded import running_server, stop_running

    data = load_settings().embedded_data
    if running_server(data) is None:
        typer.echo("Neo4j is not running.")
        return
    stop_running(data)
    typer.echo("Neo4j is stopped.")


@app.command()
def status() -> None:
    """Show whether the embedded Neo4j is running, its address, user and password file. Exit code 1 if it is not
    running.

    Example:

        graph-api db status
    """
    from graph_api.cli.session import load_settings
    from graph_api.database.embedded import running_server
    from graph_api.database.embedded.store import Store

    data = load_settings().embedded_data
    address = running_server(data)
    typer.echo("Neo4j is running." if address else "Neo4j is not running.")
    # Values end their lines, so that they can be copied.
    if address:
        typer.echo(f"Address: {address.uri}")
        typer.echo(f"User: {address.username}")
        typer.echo(f"Password file: {Store(data).password_file}")
    typer.echo(f"Store: {data}")
    raise typer.Exit(0 if address else 1)


@app.command()
def wipe(
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
) -> None:
    """Delete the data of the embedded Neo4j: the whole graph. Downloaded files are kept.

    Examples:

        graph-api db wipe

        graph-api db wipe --yes && graph-api seed donggang
    """
    from graph_api.cli.session import load_settings
    from graph_api.database.embedded import wipe as wipe_store

    data = load_settings().embedded_data
    if not yes:
        typer.confirm(f"Delete everything in {data}?", abort=True)
    wipe_store(data)
    typer.echo("The store is empty.")
