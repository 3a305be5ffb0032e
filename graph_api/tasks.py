"""Work beside other work: several things at once of which one that fails ends the rest, and one thing that several wait for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


async def all_of(work: Iterable[Coroutine[Any, Any, T]], at_once: int | None = None) -> list[T]:
    """What each gives, in their order; so many at once, all where no number is given.

    The first failure cancels all others and is raised once they have ended; so does whoever cancels the whole.
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
        # Those whose turn never came: Python would warn of each.
        for each in waiting:
            each.close()
    return [task.result() for task in tasks]


class Shared(Generic[T]):
    """Work that several wait for, each as long as they like. It goes on while anybody waits, and is cancelled after that."""

    def __init__(self, work: Coroutine[Any, Any, T]) -> None:
        self._task = asyncio.create_task(work)
        # The last who waits may leave in the same moment: a failure is looked at all the same.
        self._task.add_done_callback(lambda task: task.cancelled() or task.exception())
        self._waiting = 0

    @property
    def is_under_way(self) -> bool:
        """Whether it has not ended, and nobody has cancelled it."""
        return not self._task.done() and not self._task.cancelling()

    def when_done(self, call: Callable[[], object]) -> None:
        """Call it when the work has ended."""
        self._task.add_done_callback(lambda _: call())

    async def wait(self) -> T:
        """What the work gives. Raises what it raises. Whoever leaves (is cancelled) takes nothing from the others."""
        self._waiting += 1
        try:
            return await asyncio.shield(self._task)
        finally:
            self._waiting -= 1
            if not self._waiting and not self._task.done():
                self._task.cancel()
