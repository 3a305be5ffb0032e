"""Which statements have been planned, and the lanes in which others are."""

import asyncio

import pytest

from graph_api.database import planning
from graph_api.database.planning import Form, Planning
from graph_api.errors import Preparing, TimedOut, TooHardToPlan, Unavailable

SHORT, LONG = "RETURN $a", "RETURN $a" + " " * planning._SHORT


class Planner:
    """Plans when it is told to, and remembers what."""

    def __init__(self):
        self.asked = []
        self.may_end = asyncio.Event()
        self.failure = None

    async def __call__(self, statement, parameters, seconds):  # noqa: ARG002
        assert seconds == planning.PLAN_SECONDS
        self.asked.append(statement)
        await self.may_end.wait()
        if self.failure:
            raise self.failure


@pytest.fixture
async def planner():
    return Planner()


async def ended(lanes):
    """Until nothing is in a lane any more."""
    while lanes._under_way:
        await asyncio.wait(list(lanes._under_way.values()))
        await asyncio.sleep(0)


async def test_a_statement_is_planned_once_though_all_who_wait_give_up(planner):
    lanes = Planning(planner)
    waiting = [lanes.ensure(LONG, {"a": 1}, 0.01) for _ in range(10)]
    given_up = await asyncio.gather(*waiting, return_exceptions=True)
    assert {type(each) for each in given_up} == {Preparing}
    assert not lanes.is_planned(LONG, {"a": 1})
    planner.may_end.set()
    await lanes.ensure(LONG, {"a": 2}, 10)
    assert lanes.is_planned(LONG, {"a": 3})
    assert planner.asked == [LONG]


async def test_whoever_gives_up_is_told_when_to_come_back(planner):
    with pytest.raises(Preparing, match=r"still planning this operation. Try again in \d+ seconds?\.") as caught:
        await Planning(planner).ensure(LONG, {}, 0)
    assert caught.value.retry_after >= 1


async def test_a_plan_is_for_the_types_of_parameters(planner):
    lanes = Planning(planner)
    planner.may_end.set()
    await lanes.ensure(SHORT, {"a": 1}, 10)
    assert lanes.is_planned(SHORT, {"a": 7})
    assert not lanes.is_planned(SHORT, {"a": "7"})
    assert not lanes.is_planned(SHORT, {"a": None})


async def test_a_short_statement_waits_for_no_long_one(planner):
    lanes = Planning(planner)
    others = [asyncio.create_task(lanes.ensure(LONG + str(each), {}, 10)) for each in range(3)]
    await asyncio.sleep(0)
    short = asyncio.create_task(lanes.ensure(SHORT, {}, 10))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert planner.asked == [LONG + "0", SHORT]
    planner.may_end.set()
    await asyncio.gather(short, *others)
    assert len(planner.asked) == 4


async def test_two_long_statements_are_planned_at_once_while_nobody_is_served(planner):
    lanes, asked = Planning(planner), [LONG + "a", LONG + "b", LONG + "c"]
    with lanes.side_by_side():
        await asyncio.gather(*(lanes.ensure(text, {}, 0) for text in asked), return_exceptions=True)
        await asyncio.sleep(0)
        assert planner.asked == asked[:2]
        planner.may_end.set()
        await ended(lanes)
    planner.may_end.clear()
    await asyncio.gather(*(lanes.ensure(text + "again", {}, 0) for text in asked), return_exceptions=True)
    await asyncio.sleep(0)
    assert planner.asked == [*asked, asked[0] + "again"]
    planner.may_end.set()
    await ended(lanes)


async def test_only_so_many_wait(planner):
    lanes = Planning(planner)
    tasks = [asyncio.create_task(lanes.ensure(LONG + str(each), {}, 10)) for each in range(planning._MOST_WAITING)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    with pytest.raises(Preparing):
        await lanes.ensure(SHORT, {}, 10)
    planner.may_end.set()
    await asyncio.gather(*tasks)
    await lanes.ensure(SHORT, {}, 10)


async def test_what_cannot_be_planned_in_time_is_not_tried_again_at_once(planner):
    lanes = Planning(planner)
    planner.may_end.set()
    planner.failure = TimedOut(planning.PLAN_SECONDS)
    for _ in range(3):
        with pytest.raises(TooHardToPlan):
            await lanes.ensure(LONG, {}, 10)
    assert planner.asked == [LONG]


async def test_a_database_that_is_gone_has_planned_nothing(planner):
    lanes = Planning(planner)
    planner.may_end.set()
    await lanes.ensure(SHORT, {}, 10)
    planner.failure = Unavailable()
    with pytest.raises(Unavailable):
        await lanes.ensure(LONG, {}, 10)
    assert not lanes.is_planned(SHORT, {})
    planner.failure = None
    await lanes.ensure(LONG, {}, 10)
    assert lanes.is_planned(LONG, {})


async def test_a_failure_is_told_to_all_who_wait_and_tried_anew(planner):
    lanes = Planning(planner)
    planner.failure = ValueError("no Cypher")
    waiting = [asyncio.create_task(lanes.ensure(SHORT, {}, 10)) for _ in range(2)]
    await asyncio.sleep(0)
    planner.may_end.set()
    assert [str(each) for each in await asyncio.gather(*waiting, return_exceptions=True)] == ["no Cypher"] * 2
    assert not lanes.is_planned(SHORT, {})


async def test_what_is_remembered_is_bounded_by_number_and_by_length(planner, monkeypatch):
    monkeypatch.setattr(planning, "_MOST_PLANNED", 3)
    monkeypatch.setattr(planning, "_MOST_CHARACTERS", 100)
    lanes = Planning(planner)
    planner.may_end.set()
    for each in range(5):
        await lanes.ensure(f"RETURN {each}", {}, 10)
    assert [lanes.is_planned(f"RETURN {each}", {}) for each in range(5)] == [False, False, True, True, True]
    await lanes.ensure("RETURN 5" + " " * 85, {}, 10)
    assert [lanes.is_planned(f"RETURN {each}", {}) for each in range(5)] == [False] * 5


async def test_the_most_used_come_first_and_have_no_values(planner):
    lanes = Planning(planner)
    planner.may_end.set()
    for statement, uses in (("RETURN 1", 1), ("RETURN 2", 0), ("RETURN 3", 2)):
        await lanes.ensure(statement, {"name": "张三", "on": None}, 10)
        for _ in range(uses):
            lanes.is_planned(statement, {"name": "李四", "on": None})
    types = {"name": "str", "on": "NoneType"}
    assert lanes.most_used(5) == [Form("RETURN 3", types), Form("RETURN 1", types)]
    assert lanes.most_used(1) == [Form("RETURN 3", types)]
    assert Form("RETURN 3", types).parameters == {"name": "", "on": None}


async def test_lanes_tell_for_how_long_they_were_busy(planner):
    lanes = Planning(planner)
    assert lanes.busy_seconds == 0
    task = asyncio.create_task(lanes.ensure(SHORT, {}, 10))
    await asyncio.sleep(0)
    assert 0 < lanes.busy_seconds < lanes.busy_seconds
    planner.may_end.set()
    await task
    await ended(lanes)
    assert 0 < lanes.busy_seconds == lanes.busy_seconds


async def test_what_is_in_the_lanes_ends_when_the_database_is_closed(planner):
    lanes = Planning(planner)
    waiting = asyncio.create_task(lanes.ensure(SHORT, {}, 10))
    await asyncio.sleep(0)
    await lanes.close()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert not lanes.is_planned(SHORT, {})
