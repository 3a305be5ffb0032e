"""What commands share: settings, a console for progress, and an open database for the duration of one command."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs

import asyncio
import logging
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

import typer

from graph_api.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from rich.console import Console

    from graph_api.database import Database
    from graph_api.settings import Settings

T = TypeVar("T")

_PIPED_WIDTH = 200

# Printed text comes from settings, errors and the graph, so `[word]` is not markup and `:key:` is not an emoji.
_PLAIN: Final[Mapping[str, Any]] = {"markup": False, "emoji": False, "highlight": False}

# A server that has just started plans its first statements slowly, and the user can press Ctrl-C.
_SECONDS = 60.0


def load_settings(**given: object) -> "Settings":
    """The settings from the environment, overridden by the command line.

    Warns of misspelt variables. Raises `SetupError` that names the variable with an invalid value.
    """
    from pydantic import ValidationError

    from graph_api.settings import Settings, misspelt

    for warning in misspelt(os.environ):
        typer.echo(warning, err=True)
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = str(first["loc"][0]) if first["loc"] else "?"
        variable = name if name.isupper() else f"GRAPH_API_{name.upper()}"
        # Our validators' messages are used as they are; pydantic's start with a capital.
        ours = first.get("ctx", {}).get("error")
        raise SetupError(f"{variable} has an invalid value: {ours or first['msg'].lower()}.") from error


def progress_console() -> "Console":
    """The console for progress: standard error, so that a command's output can be piped."""
    from rich.console import Console

    return Console(stderr=True, **_PLAIN)


def table_console() -> "Console":
    """The console for tables. It is wide if output is piped, so that no line is wrapped."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else _PIPED_WIDTH, **_PLAIN)


def run_on_database(settings: "Settings", work: "Callable[[Database], Awaitable[T]]") -> T:
    """Runs the work on the database of the settings, which is started if necessary. Raises `SetupError`."""
    from graph_api.app.log import configure_log
    from graph_api.app.store import chosen_address
    from graph_api.database import open_database, silence_driver_log

    # Only errors, and not on standard output.
    configure_log(settings.log_format, logging.WARNING)
    silence_driver_log()

    # The server is started outside the event loop: inside, Ctrl-C would have to wait for it.
    with chosen_address(settings, progress_console()) as address:

        async def session() -> T:
            async with open_database(address, statement_seconds=max(settings.statement_seconds, _SECONDS)) as database:
                return await work(database)

        return asyncio.run(session())
