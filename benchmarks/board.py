"""What is measured in one run: the product beside the limit, and beside itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from benchmarks.beside import Beside, asking, side_by_side
from benchmarks.limit import Found, beside_limit
from benchmarks.servers import running
from graph_api.catalogue import load_catalogue
from graph_api.database import open_database
from graph_api.database.migrations import migrate
from graph_api.settings import Settings
from seed import is_empty, load_donggang

CITY = "210681"


@dataclass(frozen=True)
class Measured:
    """What was measured in one run."""

    limit: Found
    coverage: list[Beside]
    again: list[Beside]


async def compare(address, rounds: int) -> Measured:
    """Measure on the database at the address; Donggang is loaded if it is empty."""
    async with open_database(address) as database:
        await migrate(database)
        if await is_empty(database):
            await load_donggang(database, load_catalogue(), datetime.now(Settings().zone).date())
    return Measured(await beside_limit(address, rounds), *_beside_itself(address))


def _beside_itself(address) -> tuple[list[Beside], list[Beside]]:
    # One server makes every answer, the other gives it again while the graph is unchanged.
    with (
        running("graph_api", "serve", address=address, GRAPH_API_KEPT_ANSWERS_BYTES="0") as making,
        running("graph_api", "serve", address=address) as keeping,
    ):
        board = {"city": CITY}
        coverage = [
            side_by_side(
                f"pairing-board, {judged}",
                asking(port, "pairing-board-with-coverage", board, each_new=True),
                asking(port, "pairing-board", board, each_new=True),
                rounds,
            )
            for judged, port, rounds in (("judged anew", making.port, 100), ("judgement kept", keeping.port, 300))
        ]
        again = [
            side_by_side(name, asking(making.port, name, variables), asking(keeping.port, name, variables), rounds)
            for name, variables, rounds in (("pairing-board", board, 300), ("coverage-gaps", {"within": CITY}, 100))
        ]
        return coverage, again
