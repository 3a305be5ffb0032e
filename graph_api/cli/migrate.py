"""`graph-api migrate`."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs

import typer


def command() -> None:
    """Apply the constraints and indexes that the graph does not have yet, and write what search needs for names that were
    loaded by an earlier version or written by other programs. Can be run any number of times.

    Example:

        NEO4J_URI=bolt://127.0.0.1:7687 NEO4J_PASSWORD=… graph-api migrate
    """
    from graph_api.catalogue import load_catalogue
    from graph_api.cli.session import load_settings, run_on_database
    from graph_api.seed.state import migrate_seeded

    catalogue = load_catalogue()
    done = run_on_database(load_settings(), lambda database: migrate_seeded(database, catalogue))
    for migration in done.migrations:
        typer.echo(f"Applied {migration.number:03d} {migration.name}.")
    if done.spelled:
        typer.echo(f"Prepared {done.spelled:,} names for search.")
    typer.echo("The graph has every migration.")
