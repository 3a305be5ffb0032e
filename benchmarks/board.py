"""What is measured in one run: the product beside the limit and beside itself, or beside the peers."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.beside import Beside, asking, side_by_side
from benchmarks.peers import DATALOADERS, LIMIT, NEO4J_GRAPHQL, versions
from benchmarks.servers import PRODUCT, running
from benchmarks.stores import CITY, prepare
from benchmarks.turns import Found, beside


@dataclass(frozen=True)
class Measured:
    """What was measured in one run."""

    limit: Found
    coverage: list[Beside]
    again: list[Beside]


async def compare(address, rounds: int) -> Measured:
    """Measure on the database at the address; Donggang is loaded if it is empty."""
    await prepare(address)
    return Measured(await beside(LIMIT, address, rounds), *_beside_itself(address))


async def compare_peers(address, rounds: int) -> tuple[str, list[Found]]:
    """The versions of what only the peers' page names, and the product beside each peer on that database."""
    await prepare(address)
    return versions(address), [await beside(peer, address, rounds) for peer in (NEO4J_GRAPHQL, DATALOADERS)]


def _beside_itself(address) -> tuple[list[Beside], list[Beside]]:
    # One server makes every answer, the other gives it again while the graph is unchanged.
    with (
        running(*PRODUCT, address=address, GRAPH_API_ANSWER_CACHE_BYTES="0") as making,
        running(*PRODUCT, address=address) as keeping,
    ):
        board = {"city": CITY}
        coverage = [
            side_by_side(
                f"pairing-board, {rules}",
                asking(port, "pairing-board-with-coverage", board, each_new=True),
                asking(port, "pairing-board", board, each_new=True),
                rounds,
            )
            for rules, port, rounds in (
                ("rules run again", making.port, 100),
                ("rule results cached", keeping.port, 300),
            )
        ]
        again = [
            side_by_side(name, asking(making.port, name, variables), asking(keeping.port, name, variables), rounds)
            for name, variables, rounds in (
                ("pairing-board", board, 300),
                ("pairing-board-with-coverage", board, 100),
                ("coverage-gaps", {"within": CITY}, 100),
            )
        ]
        return coverage, again
