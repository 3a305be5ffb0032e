"""Running: the statements of one operation are carried out, within what one operation may take."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

from graph_api.compiler.calls import Bound
from graph_api.compiler.shapes import Path, Row
from graph_api.compiler.stages import Task
from graph_api.compiler.statement import Statement
from graph_api.database import Database, Rows
from graph_api.errors import ClientError, ErrorCode
from graph_api.execution.sizes import MOST_READ, check_pages, check_rows, check_texts, is_small
from graph_api.resolvers.finders import Finders
from graph_api.tasks import all_of

# How many different places, days and needs the stages of one operation may find out, and how many of them at once.
MOST_TASKS, _TASKS_AT_ONCE = 40, 2
_STATEMENTS_AT_ONCE = 4


@dataclass
class Part:
    """A statement of the operation, with its parameters, and what its stages have to find out."""

    statement: Statement
    bound: Bound
    tasks: Mapping[int, Task]
    bytes: int | None = None
    """In how many bytes its row came, if that is known."""


class Runner:
    """Carries out operations on one database."""

    def __init__(self, database: Database, finders: Finders) -> None:
        self._database = database
        self._finders = finders

    async def run(self, parts: Sequence[Part]) -> list[tuple[Any, list[tuple[ClientError, Path]]]]:
        """The data that each statement gives, and the errors in it. Raises `ClientError` where all of it fails.

        What the stages of all statements want is found out first, each different thing once; statements that need nothing
        of that run beside.
        """
        different = dict.fromkeys(task for part in parts for task in part.tasks.values())
        if len(different) > MOST_TASKS:
            message = f"The operation needs more than {MOST_TASKS} places and days judged: ask for fewer at once."
            raise ClientError(ErrorCode.TOO_COMPLEX, message)
        check_pages((part.statement, part.bound) for part in parts)
        has_stages = any(part.statement.stages for part in parts)
        rows = await (self._rows(parts, list(different)) if has_stages else self._read_all(parts))
        is_large = False
        if not is_small(sum(map(_at_most, parts))):
            is_large = check_rows((part.statement, part.bound, row) for part, row in zip(parts, rows, strict=True))
        read = [part.statement.read(row, part.bound) for part, row in zip(parts, rows, strict=True)]
        if is_large:
            check_texts([data for data, _ in read])
        return read

    async def _rows(self, parts: Sequence[Part], different: Sequence[Task]) -> list[Row]:
        at_once = [part for part in parts if not part.statement.awaits_stages]
        later = [part for part in parts if part.statement.awaits_stages]
        work: list[Coroutine[Any, Any, list[Any]]] = [
            all_of((self._finders.find(task) for task in different), _TASKS_AT_ONCE),
            self._read_all(at_once),
        ]
        found, rows = await all_of(work)
        results = dict(zip(different, found, strict=True))
        for part in parts:
            part.statement.settle({number: results[task] for number, task in part.tasks.items()}, part.bound)
        before, after = iter(rows), iter(await self._read_all(later))
        return [next(after if part.statement.awaits_stages else before) for part in parts]

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


def _at_most(part: Part) -> float:
    """How many bytes the part can add to the answer, as far as the bytes tell in which its row came."""
    return inf if part.bytes is None or part.bound.failures else part.bytes * part.statement.density
