"""Concurrent work: several tasks of which one failure cancels the others, and one task that several callers share."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


async def all_of(work: Iterable[Coroutine[Any, Any, T]], at_once: int | None = None) -> list[T]:
    """The results of all, in order; at most `at_once` run at once, if given.

    The first failure cancels the others and is raised once they have ended. Cancelling the whole does the same.
    """
    turns = asyncio.Semaphore(at_once) if at_once else None

    async def taken(each: Coroutine[Any, Any, T]) -> T:
        if turns is None:
            return await each
        async with turns:
            return await each

    waiting = list(work)
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(taken(each)) for each in waiting]
    except BaseExceptionGroup as failed:
        raise failed.exceptions[0] from None
    finally:
        # Python would warn about coroutines that never started.
        for each in waiting:
            each.close()
    return [task.result() for task in tasks]


class Shared(Generic[T]):
    """Work that several callers wait for, each for as long as they like. It is cancelled when nobody waits any more."""

    def __init__(self, work: Coroutine[Any, Any, T]) -> None:
        self._task = asyncio.create_task(work)
        # The last caller may leave at the moment it fails: the failure counts as retrieved all the same.
        self._task.add_done_callback(lambda task: task.cancelled() or task.exception())
        self._waiting = 0

    @property
    def is_under_way(self) -> bool:
        """Whether the work has neither ended nor been cancelled."""
        return not self._task.done() and not self._task.cancelling()

    def when_done(self, call: Callable[[], object]) -> None:
        """Calls the function when the work has ended."""
        self._task.add_done_callback(lambda _: call())

    async def wait(self) -> T:
        """The result of the work, or its exception. A caller that is cancelled doesn't affect the others."""
        self._waiting += 1
        try:
            return await asyncio.shield(self._task)
        finally:
            self._waiting -= 1
            if not self._waiting and not self._task.done():
                self._task.cancel()
