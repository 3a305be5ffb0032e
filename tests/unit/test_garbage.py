import gc
import weakref

import pytest

from graph_api import garbage
from graph_api.execution.background import Background


class Knot:
    """Refers to itself: only the garbage collector frees it."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def started():
    """The collector is on, as in a running server."""
    gc.enable()
    yield
    gc.enable()


async def test_long_work_is_not_interrupted_by_the_collector_and_leaves_no_garbage(started):
    def work():
        left = weakref.ref(Knot())
        for _ in range(10):
            [[] for _ in range(1_000)]
        return left, left() is not None, gc.isenabled()

    left, was_kept, was_enabled = await Background().run(work)
    assert (was_kept, was_enabled) == (True, False)
    assert gc.isenabled()
    assert left() is None


def test_long_work_during_a_start_leaves_the_collector_off(started):
    garbage.pause()
    with garbage.postponed():
        pass
    assert not gc.isenabled()
