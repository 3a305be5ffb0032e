"""Stages: computations that must finish before a statement runs, because parameters or results depend on them.

Each root field has its own stage per kind of need, for the place and date of that field. The compiler only collects the
needs; the execution knows which finder serves a kind, and passes the results back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph_api.compiler.calls import Bound, Call
from graph_api.compiler.ids import decode_id
from graph_api.errors import ClientError
from graph_api.places import city_of

Need = Callable[[Mapping[str, Any], str], Any]


@dataclass(frozen=True)
class Task:
    """What a stage computes for one request: within which place (a prefix of codes), on which date, and what.

    All needs have the `kind`. `today` is the date of the request, which bounds personal data.
    """

    kind: type[Any]
    within: str
    as_of: date
    today: date
    needs: Sequence[Any]


@dataclass
class Stage:
    """A stage of a statement: the root field that it serves, and the needs of the fields below it, all of one kind.

    A `narrow` one covers only the place of the root field; others cover the whole city around it.
    """

    number: int
    root: Call
    day: str
    kind: type[Any]
    narrow: bool
    needs: list[tuple[Call, Need, str]] = field(default_factory=list)

    def want(self, call: Call | None, need: Need, levels: Sequence[str]) -> None:
        """Adds the need of a field for places of the levels, by its call, or None if it has no arguments."""
        self.needs += [(call or self.root, need, level) for level in levels or ("",)]

    def task(self, bound: Bound) -> Task | None:
        """The task for one request; None if the root field's arguments are invalid."""
        needs = []
        for call, need, level in self.needs:
            if call.number not in bound.failures:
                try:
                    needs.append(need(bound.arguments[call.number], level))
                except ClientError as error:
                    bound.failures[call.number] = error
        if self.root.number in bound.failures:
            return None
        within = territory(bound.arguments[self.root.number])
        within = within if self.narrow else city_of(within)
        return Task(self.kind, within, bound.values[self.day.removeprefix("$")], bound.today, tuple(needs))


def territory(arguments: Mapping[str, Any]) -> str:
    """The prefix of the codes that a root field with these arguments covers; empty for everything."""
    if arguments.get("within") is not None:
        return str(arguments["within"])
    if "code" in arguments:
        code = str(arguments["code"])
        return code if code.isdigit() else city_of(code)
    ids = [arguments[name] for name in ("id", "from", "to") if name in arguments] + list(arguments.get("ids", ()))
    cities = {_city(each) for each in ids}
    return cities.pop() if len(cities) == 1 else ""


def _city(global_id: str) -> str:
    """The code of an object's city: every local ID starts with it, or with a rule code before it."""
    try:
        local = decode_id(global_id).local
    except ClientError:
        return ""
    return city_of(local.rpartition("|")[2] if "|" in local and not local[0].isdigit() else local)
