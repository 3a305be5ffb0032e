"""Stages: computations that must finish before a statement runs, because parameters or results depend on them.

Each root field has its own stage per kind of need, for the area and date of that field. The compiler only collects the
needs; the execution knows which finder serves a kind, and passes the results back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph_api.compiler.calls import Bound, Call
from graph_api.errors import ClientError

Need = Callable[[Mapping[str, Any], str], Any]
Area = Callable[[Mapping[str, Any], bool], Any]


@dataclass(frozen=True)
class Task:
    """What a stage computes for one request: for which area of the graph, on which date, and what.

    All needs have the `kind`. `today` is the date of the request, which bounds personal data.
    """

    kind: type[Any]
    area: Any
    as_of: date
    today: date
    needs: Sequence[Any]


@dataclass
class Stage:
    """A stage of a statement: the root field that it serves, and the needs of the fields below it, all of one kind.

    A `narrow` one covers only the area of the root field; others also cover what belongs to it.
    """

    number: int
    root: Call
    day: str
    kind: type[Any]
    area: Area
    narrow: bool
    needs: list[tuple[Call, Need, str]] = field(default_factory=list)

    def want(self, call: Call | None, need: Need, variants: Sequence[str]) -> None:
        """Adds the need of a field for objects of the variants, by its call, or None if it has no arguments."""
        self.needs += [(call or self.root, need, variant) for variant in variants or ("",)]

    def task(self, bound: Bound) -> Task | None:
        """The task for one request; None if the root field's arguments are invalid."""
        needs = []
        for call, need, variant in self.needs:
            if call.number not in bound.failures:
                try:
                    needs.append(need(bound.arguments[call.number], variant))
                except ClientError as error:
                    bound.failures[call.number] = error
        if self.root.number in bound.failures:
            return None
        area = self.area(bound.arguments[self.root.number], self.narrow)
        return Task(self.kind, area, bound.values[self.day.removeprefix("$")], bound.today, tuple(needs))
