"""The product and a peer take turns: the same answers, at few and at many connections, in alternating slices."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import geometric_mean

from benchmarks.load import Asked, Load, add_slice, ask, request
from benchmarks.servers import PRODUCT, Server, running

HERE = Path(__file__).parent
CONTRACT = HERE.parent / "tests" / "operations"
CONNECTIONS = (1, 16)
ROUNDS = 8
WARM_SECONDS = 3
WARM = 2
SLICE_REQUESTS = 200
SLICE_SECONDS = 0.6


@dataclass(frozen=True)
class Operation:
    """An operation of the product, from the file that holds it."""

    name: str
    variables: dict[str, str]
    folder: Path = CONTRACT

    def asked(self) -> bytes:
        query = (self.folder / f"{self.name}.graphql").read_text(encoding="utf-8")
        return request({"query": query, "variables": self.variables})


OPERATIONS = (
    Operation("community-name", {"code": "210681001002"}, HERE / "operations"),
    Operation("compound-card", {"code": "210681001002001"}),
    Operation("department-and-leader", {"department": "210681D001", "leader": "210681L001"}),
    Operation("cross-appointments", {"within": "210681"}, HERE / "operations"),
    Operation("pairing-board", {"city": "210681"}),
    Operation("city-tree", {"city": "210681"}),
)
COVERAGE_GAPS = Operation("coverage-gaps", {"within": "210681"}, HERE / "operations")


@dataclass(frozen=True)
class Peer:
    """A server that the product is measured beside."""

    name: str
    command: tuple[str, ...]
    asked: Callable[[Operation], bytes] = Operation.asked
    """The request for the same facts."""
    as_product: Callable[[str, dict], dict] = lambda name, data: data  # noqa: ARG005
    """The data of its answer to the named operation, written as the product writes them."""
    settings: dict[str, str] = field(default_factory=dict)
    operations: tuple[Operation, ...] = OPERATIONS


@dataclass(frozen=True)
class Sides:
    """What the product and its peer did at so many connections."""

    name: str
    connections: int
    product: Load
    peer: Load

    @property
    def throughput(self) -> float:
        """Throughput of the product in that of the peer."""
        return self.product.rate / self.peer.rate


@dataclass(frozen=True)
class Found:
    """All that was measured, and what each server held in memory before and after it, MB."""

    peer: Peer
    sides: list[Sides]
    product_mb: tuple[float, float]
    peer_mb: tuple[float, float]

    @property
    def throughput(self) -> float:
        """The geometric mean of the throughput's ratios at many connections."""
        return geometric_mean(each.throughput for each in self.sides if each.connections == CONNECTIONS[-1])


async def beside(peer: Peer, address, rounds: int = ROUNDS) -> Found:
    """Measure every operation; stops where the two answers differ, or where one changes under load."""
    with (
        running(*PRODUCT, address=address, GRAPH_API_ANSWER_CACHE_BYTES="0") as product,
        running(*peer.command, address=address, **peer.settings) as other,
    ):
        before = product.memory_mb(), other.memory_mb()
        asked = [await same_answer(operation, product, peer, other) for operation in peer.operations]
        # All of it once before anything is measured: V8, the JVM and what a server keeps of an operation need some time.
        for both in asked:
            for side in both:
                await add_slice(Load(), side, CONNECTIONS[-1], sys.maxsize, WARM_SECONDS)
        sides = [
            Sides(operation.name, connections, *await _loads(both, connections, rounds))
            for operation, both in zip(peer.operations, asked, strict=True)
            for connections in CONNECTIONS
        ]
        return Found(peer, sides, (before[0], product.memory_mb()), (before[1], other.memory_mb()))


async def same_answer(operation: Operation, product: Server, peer: Peer, other: Server) -> tuple[Asked, Asked]:
    """What both servers are asked, and their answers, which must say the same, without errors."""
    ours = await ask(product.port, operation.asked())
    theirs = await ask(other.port, peer.asked(operation))
    for each in (ours, theirs):
        assert b'"errors"' not in each.answer, each.answer
    data = json.loads(ours.answer)["data"]
    assert all(data.values()), f"{operation.name}: the answer is empty"
    same = data == peer.as_product(operation.name, json.loads(theirs.answer)["data"])
    assert same, f"{operation.name}: {peer.name} and the product differ"
    return ours, theirs


async def _loads(both: tuple[Asked, Asked], connections: int, rounds: int) -> tuple[Load, Load]:
    for number in range(-WARM, rounds):
        if number in {-WARM, 0}:
            loads = Load(), Load()
        # Who goes first changes from round to round: what one leaves behind meets both alike.
        order = (0, 1) if number % 2 else (1, 0)
        for side in order:
            await add_slice(loads[side], both[side], connections, SLICE_REQUESTS, SLICE_SECONDS)
    return loads
