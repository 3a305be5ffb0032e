"""What coverage adds to the pairing board: the same operation with it and without, over HTTP."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

OPERATIONS = Path(__file__).parent / "operations"
ROUNDS = 300
WARM = 50


@dataclass(frozen=True)
class Beside:
    """Medians of an operation with something and without it, milliseconds."""

    name: str
    with_ms: float
    without_ms: float
    rounds: int

    @property
    def ratio(self) -> float:
        return self.with_ms / self.without_ms


def with_coverage(http, city) -> Beside:
    """The board with the coverage of every community beside the board without, interleaved."""
    bodies = [
        json.dumps({"query": (OPERATIONS / f"{name}.graphql").read_text(encoding="utf-8"), "variables": {"city": city}})
        for name in ("pairing-board-with-coverage", "pairing-board")
    ]
    seconds: list[list[float]] = [[], []]
    for number in range(WARM + ROUNDS):
        for body, taken in zip(bodies, seconds, strict=True):
            started = time.perf_counter()
            http.request("POST", "/graphql", body, {"content-type": "application/json"})
            answer = http.getresponse().read()
            ended = time.perf_counter()
            if number == 0:
                assert "errors" not in json.loads(answer), answer
            if number >= WARM:
                taken.append(ended - started)
    return Beside("pairing-board", median(seconds[0]) * 1000, median(seconds[1]) * 1000, ROUNDS)
