"""The databases that are measured on: started where need be, filled, and their rules planned."""

from __future__ import annotations

import signal
import sys
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from graph_api.app.store import chosen_address
from graph_api.catalogue import load_catalogue
from graph_api.database import open_database
from graph_api.database.migrations import migrate
from graph_api.execution import Engine
from graph_api.seed.country import load_country, make_country
from graph_api.seed.loader import load_donggang
from graph_api.seed.state import is_empty
from graph_api.settings import Settings

CITY = "210681"
# Planning all rules, and running those of a whole country for the first time, may take long on a busy machine.
SECONDS = 120


def unwind_at_end() -> None:
    """Interrupting the run leaves the blocks, which stops the servers and databases that it started."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


@contextmanager
def store(folder: Path | None = None):
    """The server that NEO4J_URI names, else an embedded one: on the folder, or on one of its own that is removed at the end."""
    with ExitStack() as stack:
        data = folder or Path(stack.enter_context(TemporaryDirectory(prefix="graph-api-bench-")))
        own = Settings().model_copy(update={"embedded_data": data})
        yield stack.enter_context(chosen_address(own, Console(stderr=True)))


async def prepare(address, cities: int = 0) -> None:
    """Load Donggang and so many cities more where the graph is empty, and have all rules planned.

    The servers would else plan them while they are measured.
    """
    settings, catalogue, console = Settings(), load_catalogue(), Console(stderr=True)
    day = datetime.now(settings.zone).date()
    async with open_database(address, statement_seconds=SECONDS) as database:
        await migrate(database)
        if await is_empty(database):
            await load_donggang(database, catalogue, day, console)
            if cities:
                await load_country(database, catalogue, day, make_country(day, cities), console)
        await Engine(database, catalogue, settings).warm()
