"""Runs the statements of one operation, within the limits of one operation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Coroutine, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import inf
from typing import Any

import orjson

from graph_api.compiler.calls import Bound
from graph_api.compiler.shapes import Path, Row
from graph_api.compiler.stages import Task
from graph_api.compiler.statement import Statement
from graph_api.database import Database, Rows
from graph_api.errors import ClientError, ErrorCode
from graph_api.execution.background import Background
from graph_api.execution.sizes import MOST_READ, MOST_WRITTEN, check_pages, check_rows, check_texts, is_small
from graph_api.resolvers.finders import Finders
from graph_api.tasks import all_of

# The maximum number of different places, dates and needs of an operation's stages, and the number that run at once.
MOST_TASKS, _TASKS_AT_ONCE = 40, 2
_STATEMENTS_AT_ONCE = 4
# Reading rows that came in no more bytes than these holds the event loop for a few milliseconds at most.
_LONG = 100_000


@dataclass
class Part:
    """A statement of the operation, with its parameters and the tasks of its stages."""

    statement: Statement
    bound: Bound
    tasks: Mapping[int, Task]
    bytes: int | None = None
    """In how many bytes its row came, if that is known."""


class Runner:
    """Carries out operations on one database."""

    def __init__(self, database: Database, finders: Finders, background: Background) -> None:
        self._database = database
        self._finders = finders
        self._background = background

    async def run(self, parts: Sequence[Part]) -> list[tuple[Any, list[tuple[ClientError, Path]]]]:
        """The data of each statement, and its errors. Raises `ClientError` if the whole operation fails.

        The tasks of all statements' stages run first, each different one once. Statements that don't need stages run
        meanwhile.
        """
        check_pages((part.statement, part.bound) for part in parts)
        if len(parts) == 1 and not parts[0].statement.stages:
            rows = [await self._read(parts[0])]
        else:
            rows = await self._rows(parts)
        small = is_small(sum(map(_at_most, parts)))
        if sum(part.bytes or 0 for part in parts) > _LONG:
            # Weighing long rows takes as long as reading them.
            return await self._background.run(
                lambda: _data(parts, rows, is_large=not small and _are_large(parts, rows))
            )
        is_large = not small and _are_large(parts, rows)
        data = partial(_data, parts, rows, is_large=is_large)
        return await self._background.run(data) if is_large else data()

    async def _rows(self, parts: Sequence[Part]) -> list[Row]:
        """The row of each part."""
        different = list(dict.fromkeys(task for part in parts for task in part.tasks.values()))
        if len(different) > MOST_TASKS:
            message = (
                f"The operation needs more than {MOST_TASKS} combinations of places and dates. Request fewer at once."
            )
            raise ClientError(ErrorCode.TOO_COMPLEX, message)
        firsts = _firsts(parts)
        asked = [part for part, first in zip(parts, firsts, strict=True) if part is first]
        at_once = [part for part in asked if not part.statement.awaits_stages]
        later = [part for part in asked if part.statement.awaits_stages]
        work: list[Coroutine[Any, Any, list[Any]]] = [
            all_of((self._finders.find(task) for task in different), _TASKS_AT_ONCE),
            self._read_all(at_once),
        ]
        found, rows = await all_of(work)
        results = dict(zip(different, found, strict=True))
        for part, first in zip(parts, firsts, strict=True):
            own = {number: results[task] for number, task in part.tasks.items()}
            part.statement.settle(own, part.bound, parameters=part is first)
        read = dict(zip(map(id, at_once + later), rows + await self._read_all(later), strict=True))
        for part, first in zip(parts, firsts, strict=True):
            part.bytes = first.bytes
        return [read[id(first)] for first in firsts]

    async def _read_all(self, parts: Sequence[Part]) -> list[Row]:
        if len(parts) == 1:
            return [await self._read(parts[0])]
        return await all_of((self._read(part) for part in parts), _STATEMENTS_AT_ONCE)

    async def _read(self, part: Part) -> Row:
        if not part.statement.text:
            return []
        rows = await self._database.read(
            part.statement.text, part.bound.values, limits=self._database.attended(MOST_READ)
        )
        if isinstance(rows, Rows):
            part.bytes = rows.bytes
        return list(rows[0][0])


def _firsts(parts: Sequence[Part]) -> list[Part]:
    """For each part the first of those that ask the same as it: the same text with the same arguments."""
    number = Counter(part.statement.text for part in parts)
    firsts: dict[Hashable, Part] = {}
    return [part if number[part.statement.text] == 1 else firsts.setdefault(_question(part), part) for part in parts]


def _question(part: Part) -> Hashable:
    """What the part asks. Of plain values, the text that Python writes says all."""
    bound = part.bound
    return (part.statement.text, repr(bound.values), repr(bound.arguments), repr(bound.failures))


def _data(
    parts: Sequence[Part], rows: Sequence[Row], *, is_large: bool
) -> list[tuple[Any, list[tuple[ClientError, Path]]]]:
    """The data and the errors in the rows of the parts. Raises `TooLarge` where a large response becomes too large."""
    read, left = [], MOST_WRITTEN
    for part, row in zip(parts, rows, strict=True):
        data, errors = part.statement.read(row, part.bound)
        if is_large and data is not None:
            left = check_texts(data, left)
            # Written at once: Python's objects take several times as much memory as their JSON.
            data = {key: orjson.Fragment(orjson.dumps(value)) for key, value in data.items()}
        read.append((data, errors))
    return read


def _are_large(parts: Sequence[Part], rows: Sequence[Row]) -> bool:
    """Whether the response's texts must be checked. Raises `TooLarge`."""
    return check_rows((part.statement, part.bound, row) for part, row in zip(parts, rows, strict=True))


def _at_most(part: Part) -> float:
    """The maximum number of bytes that the part adds to the response, as far as the size of its row tells."""
    return inf if part.bytes is None or part.bound.failures else part.bytes * part.statement.density
