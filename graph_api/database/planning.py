"""Planning: Neo4j plans a statement when it first sees it, which takes from milliseconds to many seconds, and discards
an interrupted plan.

So a statement that has not been planned yet is planned before it runs, completely and once, however many callers wait
for it and for however long (docs/decisions/0019-the-planning-lane.md).
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeAlias

import structlog

from graph_api.errors import Preparing, TimedOut, TooHardToPlan, Unavailable

_log = structlog.get_logger(__name__)

PLAN_SECONDS = 60.0
# The time for which a statement that could not be planned in time is refused immediately.
_REFUSED_SECONDS = 600.0
# Short statements have their own lane: they don't wait for one that takes seconds.
_SHORT = 4_000
# The maximum number of statements that wait in a lane, and the usual time of one, in seconds.
_MOST_WAITING = 50
_USUAL_SECONDS = {True: 1.0, False: 4.0}
# The size of Neo4j's plan cache. A form evicted here is planned again at its next use, which takes no time if Neo4j
# still has the plan.
_MOST_PLANNED = 1_000
_MOST_CHARACTERS = 16_000_000

Parameters: TypeAlias = Mapping[str, Any]


class Form(NamedTuple):
    """What Neo4j has a plan for: a statement and the types of its parameters."""

    statement: str
    types: Mapping[str, str]

    @property
    def parameters(self) -> Parameters:
        """Sample parameters of these types."""
        return {name: _EXAMPLES.get(type_) for name, type_ in self.types.items()}


_EXAMPLES: Mapping[str, Any] = {
    "str": "",
    "int": 0,
    "float": 0.0,
    "bool": False,
    "list": [],
    "dict": {},
    "date": date(2000, 1, 1),
}


@dataclass
class _Planned:
    """A planned form, and the number of its uses since."""

    form: Form
    uses: int = 0


class Planning:
    """The statements that one database has planned since it started, and the lanes that plan others.

    `plan` has the database plan a statement for such parameters within `seconds`. It raises `TimedOut`, `Unavailable`,
    or the database's exceptions for an invalid statement.
    """

    def __init__(self, plan: Callable[[str, Parameters, float], Awaitable[None]]) -> None:
        self._plan = plan
        self._planned: dict[int, _Planned] = {}
        self._characters = 0
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._refused: dict[int, float] = {}
        self._lanes = {True: asyncio.Semaphore(1), False: asyncio.Semaphore(1)}
        self._waiting = {True: 0, False: 0}
        self._busy_from = self._busy_seconds = 0.0

    def is_planned(self, statement: str, parameters: Parameters) -> bool:
        """Whether the statement is planned for parameters of these types; counts as a use of it."""
        planned = self._planned.get(_key(statement, parameters))
        if planned is None:
            return False
        planned.uses += 1
        return True

    async def ensure(self, statement: str, parameters: Parameters, seconds: float) -> None:
        """Plans the statement, and waits for it for `seconds`. Concurrent callers share the planning.

        Raises `Preparing` if the time is over, though planning continues, or if too many are waiting; `TooHardToPlan`
        for a statement that could not be planned; and the exceptions of planning.
        """
        key = _key(statement, parameters)
        task = self._under_way.get(key) or self._begun(key, statement, parameters)
        try:
            async with asyncio.timeout(seconds):
                await asyncio.shield(task)
        except TimeoutError as error:
            raise Preparing(self.retry_after()) from error

    @contextmanager
    def side_by_side(self) -> Iterator[None]:
        """Plans two long statements at a time until the end of the block, for the time before clients are served."""
        self._lanes[False] = asyncio.Semaphore(2)
        try:
            yield
        finally:
            self._lanes[False] = asyncio.Semaphore(1)

    def forget(self) -> None:
        """Marks everything as unplanned: the database may have been restarted."""
        self._planned.clear()
        self._characters = 0

    async def close(self) -> None:
        """Cancels the lanes, and waits until they have ended."""
        tasks = list(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    @property
    def busy_seconds(self) -> float:
        """The total number of seconds in which a statement has been in a lane."""
        now = asyncio.get_running_loop().time()
        return self._busy_seconds + (now - self._busy_from if self._under_way else 0.0)

    def retry_after(self) -> int:
        """The number of seconds after which a refused caller can retry: about the time that the lanes need."""
        left = max(self._waiting[short] * usual for short, usual in _USUAL_SECONDS.items())
        return max(1, min(math.ceil(left), int(PLAN_SECONDS)))

    def most_used(self, number: int) -> list[Form]:
        """The most used forms, most used first; at most `number`."""
        found = sorted(self._planned.values(), key=lambda planned: -planned.uses)
        return [planned.form for planned in found[:number] if planned.uses]

    def _begun(self, key: int, statement: str, parameters: Parameters) -> asyncio.Task[None]:
        loop = asyncio.get_running_loop()
        if self._refused.get(key, 0.0) > loop.time():
            raise TooHardToPlan
        if sum(self._waiting.values()) >= _MOST_WAITING:
            raise Preparing(self.retry_after())
        if not self._under_way:
            self._busy_from = loop.time()
        task = self._under_way[key] = loop.create_task(self._planned_in_turn(key, statement, parameters))
        task.add_done_callback(lambda _: self._ended(key))
        return task

    async def _planned_in_turn(self, key: int, statement: str, parameters: Parameters) -> None:
        short = len(statement) <= _SHORT
        self._waiting[short] += 1
        try:
            async with self._lanes[short]:
                await self._plan(statement, parameters, PLAN_SECONDS)
        except TimedOut as error:
            _log.warning("a statement could not be planned in time", characters=len(statement), seconds=PLAN_SECONDS)
            self._refuse(key)
            raise TooHardToPlan from error
        except Unavailable:
            self.forget()
            raise
        finally:
            self._waiting[short] -= 1
        self._remember(key, Form(statement, {name: type(value).__name__ for name, value in parameters.items()}))

    def _ended(self, key: int) -> None:
        task = self._under_way.pop(key)
        if not self._under_way:
            self._busy_seconds += task.get_loop().time() - self._busy_from
        # All who wait may have left: a failure is looked at all the same.
        if not task.cancelled():
            task.exception()

    def _remember(self, key: int, form: Form) -> None:
        self._planned[key] = _Planned(form)
        self._characters += len(form.statement)
        while len(self._planned) > _MOST_PLANNED or self._characters > _MOST_CHARACTERS:
            oldest = self._planned.pop(next(iter(self._planned)))
            self._characters -= len(oldest.form.statement)

    def _refuse(self, key: int) -> None:
        now = asyncio.get_running_loop().time()
        self._refused = {each: until for each, until in self._refused.items() if until > now}
        if len(self._refused) < _MOST_PLANNED:
            self._refused[key] = now + _REFUSED_SECONDS


def _key(statement: str, parameters: Parameters) -> int:
    """The cache key of a form. A text caches its hash, so that this takes no longer for a long one."""
    return hash((statement, *map(type, parameters.values())))
