"""Stages: what has to be found out before a statement runs, because parameters or answers depend on it.

Each root field that wants something has a stage of its own for each kind of need: for the place and day that the field
asks about. The compiler only gathers what is wanted; whoever executes the statement knows what finds out needs of the kind,
and hands the results back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph_api.compiler.calls import Bound, Call
from graph_api.compiler.ids import decode_id
from graph_api.errors import ClientError

CITY_DIGITS = 6

Need = Callable[[Mapping[str, Any], str], Any]


@dataclass(frozen=True)
class Task:
    """What a stage has to find out for one request: within which place (a prefix of codes), on which day, and what.

    All needs are of the `kind`. `today` is the day of the request, which bounds what is told of people.
    """

    kind: type[Any]
    within: str
    as_of: date
    today: date
    needs: Sequence[Any]


@dataclass
class Stage:
    """A stage of a statement: the root field that it serves, and what fields beneath want of it, all of one kind.

    A `narrow` one looks only within the place that the root field names; another takes in the whole city around it.
    """

    number: int
    root: Call
    day: str
    kind: type[Any]
    narrow: bool
    needs: list[tuple[Call, Need, str]] = field(default_factory=list)

    def want(self, call: Call | None, need: Need, levels: Sequence[str]) -> None:
        """Note what a field wants for places of the levels, given its call or, where it has no arguments, by none."""
        self.needs += [(call or self.root, need, level) for level in levels or ("",)]

    def task(self, bound: Bound) -> Task | None:
        """The task for one request; none where the root field's arguments are refused."""
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
        within = within if self.narrow else within[:CITY_DIGITS]
        return Task(self.kind, within, bound.values[self.day.removeprefix("$")], bound.today, tuple(needs))


def territory(arguments: Mapping[str, Any]) -> str:
    """The prefix of codes of all that a root field with these arguments is about; empty where that is everything."""
    if arguments.get("within") is not None:
        return str(arguments["within"])
    if "code" in arguments:
        code = str(arguments["code"])
        return code if code.isdigit() else code[:CITY_DIGITS]
    ids = [arguments[name] for name in ("id", "from", "to") if name in arguments] + list(arguments.get("ids", ()))
    cities = {_city(each) for each in ids}
    return cities.pop() if len(cities) == 1 else ""


def _city(global_id: str) -> str:
    """The code of the city in which a thing lies: every local id begins with it, or with what names a rule before it."""
    try:
        local = decode_id(global_id).local
    except ClientError:
        return ""
    return local.rpartition("|")[2][:CITY_DIGITS] if "|" in local and not local[0].isdigit() else local[:CITY_DIGITS]
