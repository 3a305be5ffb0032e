"""`graph-api doctor`."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.text import Text

    from graph_api.cli.checks import Check


def command() -> None:
    """Check what is installed, reachable, migrated and loaded, and show how to fix it. Exit code 1 if anything is
    missing.

    Also shows versions, cities, the date of the data, and what is slow, and warns if the records are old. A stopped
    embedded Neo4j is started for the check.

    Example:

        graph-api doctor
    """
    from rich import box
    from rich.table import Table

    from graph_api.cli.checks import run_checks
    from graph_api.cli.session import load_settings, table_console

    table = Table("part", "", "found", "what to do", box=box.SIMPLE_HEAD)
    checks = run_checks(load_settings())
    for each in checks:
        table.add_row(each.part, _state(each), each.found, each.remedy)
    table_console().print(table)
    raise typer.Exit(0 if all(each.ok for each in checks) else 1)


def _state(check: "Check") -> "Text":
    from rich.text import Text

    if not check.ok:
        return Text("missing", "bold red")
    return Text("warning", "yellow") if check.warns else Text("ok", "green")
