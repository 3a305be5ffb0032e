"""`graph-api doctor`."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs

import typer


def command() -> None:
    """Check what is installed, reachable, migrated and loaded, and show how to fix it. Exit code 1 if anything is
    missing.

    A stopped embedded Neo4j is started for the check.

    Example:

        graph-api doctor
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from graph_api.cli.checks import run_checks
    from graph_api.cli.session import load_settings, table_console

    table = Table("part", "", "found", "what to do", box=box.SIMPLE_HEAD)
    checks = run_checks(load_settings())
    for each in checks:
        state = Text("ok", "green") if each.ok else Text("missing", "bold red")
        table.add_row(each.part, state, each.found, each.remedy)
    table_console().print(table)
    raise typer.Exit(0 if all(each.ok for each in checks) else 1)
