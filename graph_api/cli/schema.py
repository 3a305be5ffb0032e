"""`graph-api schema`."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs
# ruff: noqa: FBT002 - Typer makes a flag of a bool parameter

from pathlib import Path
from typing import Annotated

import typer

_FILE = Path("schema.graphql")


def command(
    write: Annotated[bool, typer.Option("--write", help=f"Write it to {_FILE} in the current folder instead.")] = False,
) -> None:
    """Print the GraphQL schema with its descriptions. Needs no database.

    Examples:

        graph-api schema | less

        graph-api schema --write
    """
    from graph_api.errors import SetupError
    from graph_api.schema import printed

    text = printed()
    if not write:
        typer.echo(text.rstrip("\n"))
        return
    try:
        _FILE.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SetupError(f"Can't write {_FILE}: {(error.strerror or 'unknown reason').lower()}.") from error
    typer.echo(f"Wrote {_FILE}.")
