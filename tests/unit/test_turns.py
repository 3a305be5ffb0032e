import asyncio
import threading

import pytest

from graph_api import turns
from graph_api.turns import Turns, give_way

PIECES = 20


@pytest.fixture
def each_piece(monkeypatch):
    """Every piece of work is a turn of its own."""
    monkeypatch.setattr(turns, "_SHARE", 0.0)
    monkeypatch.setattr(turns, "_SHORTEST_SECONDS", 0.0)


async def rounds(seen):
    """Count the turns of the event loop."""
    while True:
        seen[0] += 1
        await asyncio.sleep(0)


async def test_the_event_loop_goes_on_between_any_two_turns_of_the_work(each_piece):
    loop, seen = asyncio.get_running_loop(), [0]

    def work():
        at = []
        with Turns(loop):
            for _ in range(PIECES):
                give_way()
                at.append(seen[0])
        return at

    counting = asyncio.create_task(rounds(seen))
    at = await asyncio.to_thread(work)
    counting.cancel()
    assert at == sorted(set(at))


async def test_the_loop_s_own_thread_gives_way_to_nobody(each_piece):
    loop = asyncio.get_running_loop()
    with Turns(loop):
        await asyncio.to_thread(give_way)
    give_way()


async def test_work_that_is_left_behind_by_its_loop_ends(each_piece):
    loop = asyncio.new_event_loop()
    loop.close()
    ended = threading.Event()

    def work():
        try:
            with Turns(loop):
                give_way()
        except RuntimeError:
            ended.set()

    await asyncio.to_thread(work)
    assert ended.is_set()
