import asyncio
import gc

import pytest

from graph_api.tasks import Shared, all_of


class Work:
    """Work that takes until it is let go on, and remembers how it ended."""

    def __init__(self):
        self.running = self.most = self.begun = 0
        self.release = asyncio.Event()

    async def __call__(self, value):
        self.begun += 1
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            await self.release.wait()
        finally:
            self.running -= 1
        if isinstance(value, Exception):
            raise value
        return value


async def turns(number=20):
    for _ in range(number):
        await asyncio.sleep(0)


async def test_results_come_in_order():
    work = Work()
    work.release.set()
    assert await all_of(work(number) for number in range(5)) == [0, 1, 2, 3, 4]
    assert await all_of([]) == []


async def test_no_more_run_at_once_than_may():
    work = Work()
    waiting = asyncio.create_task(all_of((work(number) for number in range(10)), 3))
    await turns()
    assert work.running == 3
    work.release.set()
    assert await waiting == list(range(10))
    assert work.most == 3


async def test_the_first_failure_ends_all_others():
    work, failing = Work(), Work()
    waiting = asyncio.create_task(all_of([work(1), failing(ValueError("no")), work(2)]))
    await turns()
    failing.release.set()
    with pytest.raises(ValueError, match="no"):
        await waiting
    assert (work.begun, work.running) == (2, 0)


async def test_who_leaves_ends_all_and_none_is_left_that_never_began():
    work = Work()
    waiting = asyncio.create_task(all_of((work(number) for number in range(10)), 2))
    await turns()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    gc.collect()  # a coroutine that was never awaited would warn, and warnings are errors
    assert (work.begun, work.running) == (2, 0)


async def test_shared_work_goes_on_while_anybody_waits():
    work = Work()
    shared = Shared(work("done"))
    waiting = [asyncio.create_task(shared.wait()) for _ in range(3)]
    await turns()
    for leaving in waiting[:2]:
        leaving.cancel()
    await turns()
    assert work.running == 1
    work.release.set()
    assert await waiting[2] == "done"
    assert not shared.is_under_way


async def test_and_is_cancelled_with_the_last():
    work = Work()
    shared = Shared(work("done"))
    waiting = asyncio.create_task(shared.wait())
    await turns()
    waiting.cancel()
    await turns()
    assert (work.running, shared.is_under_way) == (0, False)


async def test_a_failure_that_nobody_sees_any_more_is_no_complaint(caplog):
    work = Work()
    waiting = asyncio.create_task(Shared(work(ValueError("no"))).wait())
    await turns()
    work.release.set()
    waiting.cancel()
    await asyncio.wait([waiting])
    del waiting
    await turns()
    gc.collect()
    assert caplog.records == []
