"""`graph-api migrate`."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs

import typer


def command() -> None:
    """Apply the constraints and indexes that the graph does not have yet. Can be run any number of times.

    Example:

        NEO4J_URI=bolt://127.0.0.1:7687 NEO4J_PASSWORD=… graph-api migrate
    """
    from graph_api.cli.session import load_settings, run_on_database
    from graph_api.seed.state import migrate_seeded

    for migration in run_on_database(load_settings(), migrate_seeded):
        typer.echo(f"Applied {migration.number:03d} {migration.name}.")
    typer.echo("The graph has every migration.")
