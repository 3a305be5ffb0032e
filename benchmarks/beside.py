"""Two ways of asking the product over HTTP, side by side in one run."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from statistics import median

OPERATIONS = Path(__file__).parent / "operations"
# A database that has just started gets faster for a while: Java compiles what it runs often.
WARM_SECONDS = 15


@dataclass(frozen=True)
class Beside:
    """Medians of an operation asked in two ways, milliseconds."""

    name: str
    one_ms: float
    other_ms: float
    rounds: int

    @property
    def ratio(self) -> float:
        return self.one_ms / self.other_ms


def posting(port: int, operation: str, timeout: float | None = None) -> Callable[[dict[str, object]], bytes]:
    """A function that asks the operation of the server at the port, over a connection that stays open, with variables."""
    connection = HTTPConnection("127.0.0.1", port, timeout=timeout)
    query = (OPERATIONS / f"{operation}.graphql").read_text(encoding="utf-8")

    def post(variables: dict[str, object]) -> bytes:
        body = json.dumps({"query": query, "variables": variables})
        connection.request("POST", "/graphql", body, {"content-type": "application/json"})
        return connection.getresponse().read()

    return post


def asking(port: int, operation: str, variables: dict[str, str], *, each_new: bool = False) -> Callable[[], bytes]:
    """A function that asks the operation with these variables.

    With `each_new` every request carries another number, which the operation does not use: so no cached answer is used.
    """
    post, numbers = posting(port, operation), count()
    return lambda: post({**variables, "number": next(numbers) if each_new else 0})


def side_by_side(name: str, one: Callable[[], bytes], other: Callable[[], bytes], rounds: int) -> Beside:
    """Interleaved, after some time to warm up; neither answer may have errors."""
    for ask in (one, other):
        assert "errors" not in json.loads(ask())
    until = time.perf_counter() + WARM_SECONDS
    while time.perf_counter() < until:
        one()
        other()
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for ask, taken in zip((one, other), seconds, strict=True):
            started = time.perf_counter()
            ask()
            taken.append(time.perf_counter() - started)
    return Beside(name, median(seconds[0]) * 1000, median(seconds[1]) * 1000, rounds)
