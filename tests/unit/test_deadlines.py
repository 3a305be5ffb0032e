import asyncio
from itertools import pairwise

import pytest

from graph_api.deadlines import Deadline, Interruptible, Timer

SHORT = 0.01


class Over(Exception):  # noqa: N818 - the end of a time
    pass


async def forever():
    await asyncio.Event().wait()


async def interrupted(*, also_cancelled):
    """A task that waits in a block, and is interrupted, and perhaps cancelled as well."""
    block = Interruptible()

    async def wait():
        with block:
            await forever()

    task = asyncio.create_task(wait())
    await asyncio.sleep(0)
    block.interrupt(Over("first"))
    block.interrupt(Over("second"))
    if also_cancelled:
        task.cancel()
    await asyncio.wait([task])
    return task


async def test_an_interrupted_block_raises_the_first_error_that_it_was_given():
    task = await interrupted(also_cancelled=False)
    with pytest.raises(Over, match="first"):
        task.result()
    assert task.cancelling() == 0


async def test_a_task_that_is_cancelled_from_outside_too_stays_cancelled():
    assert (await interrupted(also_cancelled=True)).cancelled()


async def test_a_block_that_has_ended_is_not_interrupted_any_more():
    with Interruptible() as block:
        pass
    block.interrupt(Over())
    await asyncio.sleep(0)


async def test_an_outer_block_ends_the_inner_ones():
    async def wait():
        with Interruptible():
            await forever()

    outer = Interruptible()
    asyncio.get_running_loop().call_soon(lambda: outer.interrupt(Over()))
    with pytest.raises(Over), outer:
        await wait()


async def test_what_fails_by_itself_meanwhile_keeps_its_own_error():
    async def fail():
        try:
            await forever()
        finally:
            raise ValueError("own")

    block = Interruptible()
    asyncio.get_running_loop().call_soon(lambda: block.interrupt(Over()))
    with pytest.raises(ValueError, match="own"), block:
        await fail()
    assert asyncio.current_task().cancelling() == 0


async def test_a_deadline_ends_its_block():
    timer = Timer(SHORT)
    with pytest.raises(Over), Deadline(timer, Over):
        await forever()


async def test_a_deadline_leaves_alone_what_is_done_in_time():
    timer = Timer(SHORT)
    with Deadline(timer, Over):
        await asyncio.sleep(0)
    with pytest.raises(Over), Deadline(timer, Over):  # which has been waited for by then
        await forever()


async def test_a_timer_calls_all_that_are_not_stopped_in_their_order_and_none_too_soon():
    timer, loop = Timer(SHORT), asyncio.get_running_loop()
    called, done = [], asyncio.Event()
    began = loop.time()
    numbers = [timer.start(lambda each=each: called.append((each, loop.time()))) for each in range(6)]
    for each in (0, 3, 5):
        timer.stop(numbers[each])
    timer.start(done.set)
    await done.wait()
    assert [each for each, _ in called] == [1, 2, 4]
    assert all(earlier <= later for (_, earlier), (_, later) in pairwise(called))
    assert called[0][1] - began >= SHORT


async def test_a_call_may_stop_and_start_others_and_one_that_fails_keeps_none_back():
    timer, done = Timer(SHORT), asyncio.Event()
    called, complaints = [], []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context["exception"]))

    def first():
        timer.stop(second)
        timer.start(done.set)
        raise Over

    timer.start(first)
    second = timer.start(lambda: called.append("second"))
    timer.start(lambda: called.append("third"))
    await done.wait()
    assert called == ["third"]
    assert [type(each) for each in complaints] == [Over]
    asyncio.get_running_loop().set_exception_handler(None)


def test_a_timer_serves_the_next_event_loop_too():
    timer, called = Timer(0.01), []

    async def leave_one_waiting():
        timer.start(lambda: called.append("first"))

    async def wait_for_another():
        done = asyncio.Event()
        timer.start(done.set)
        await asyncio.wait_for(done.wait(), 10)

    asyncio.run(leave_one_waiting())
    asyncio.run(wait_for_another())
