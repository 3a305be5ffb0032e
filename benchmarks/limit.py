"""The product beside the limit: the same answers, at few and at many connections, in alternating slices."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.load import Load, add_slice, ask, request
from benchmarks.servers import Server, running

HERE = Path(__file__).parent
CONTRACT = HERE.parent / "tests" / "operations"
CONNECTIONS = (1, 16)
ROUNDS = 8
WARM = 2
SLICE_REQUESTS = 200
SLICE_SECONDS = 0.6


@dataclass(frozen=True)
class Operation:
    """An operation that both servers answer, from the file that holds it."""

    name: str
    variables: dict[str, str]
    folder: Path = CONTRACT

    def to_product(self) -> bytes:
        query = (self.folder / f"{self.name}.graphql").read_text(encoding="utf-8")
        return request({"query": query, "variables": self.variables})

    def to_peer(self) -> bytes:
        return request({"statement": self.name.replace("-", "_"), "variables": self.variables})


OPERATIONS = (
    Operation("community-name", {"code": "210681001002"}, HERE / "operations"),
    Operation("compound-card", {"code": "210681001002001"}),
    Operation("department-and-leader", {"department": "210681D001", "leader": "210681L001"}),
    Operation("cross-appointments", {"within": "210681"}, HERE / "operations"),
    Operation("pairing-board", {"city": "210681"}),
    Operation("city-tree", {"city": "210681"}),
)


@dataclass(frozen=True)
class Sides:
    """What the product and its peer did at so many connections."""

    name: str
    connections: int
    product: Load
    peer: Load


@dataclass(frozen=True)
class Found:
    """All that was measured, and what each server held in memory before and after it, MB."""

    sides: list[Sides]
    product_mb: tuple[float, float]
    peer_mb: tuple[float, float]


async def beside_limit(address, rounds: int = ROUNDS) -> Found:
    """Measure every operation; stops where the two answers differ."""
    with (
        running("graph_api", "serve", address=address, GRAPH_API_KEPT_ANSWERS_BYTES="0") as product,
        running("benchmarks.peers", address=address) as peer,
    ):
        before = product.memory_mb(), peer.memory_mb()
        for operation in OPERATIONS:
            await same_answer(operation, product, peer)
        sides = [
            await _measured(operation, connections, product, peer, rounds)
            for operation in OPERATIONS
            for connections in CONNECTIONS
        ]
        return Found(sides, (before[0], product.memory_mb()), (before[1], peer.memory_mb()))


async def same_answer(operation: Operation, product: Server, peer: Server) -> None:
    """Both servers must answer, without errors, the same."""
    ours = await ask(product.port, operation.to_product())
    theirs = await ask(peer.port, operation.to_peer())
    assert "errors" not in ours, ours
    assert all(ours["data"].values()), f"{operation.name}: the answer is empty"
    assert ours == theirs, f"{operation.name}: the two answers differ"


async def _measured(operation: Operation, connections: int, product: Server, peer: Server, rounds: int) -> Sides:
    parts = ((product.port, operation.to_product()), (peer.port, operation.to_peer()))
    for number in range(-WARM, rounds):
        if number in {-WARM, 0}:
            loads = Load(), Load()
        # Who goes first changes from round to round: what one leaves behind meets both alike.
        order = (0, 1) if number % 2 else (1, 0)
        for side in order:
            await add_slice(loads[side], *parts[side], connections, SLICE_REQUESTS, SLICE_SECONDS)
    return Sides(operation.name, connections, *loads)
