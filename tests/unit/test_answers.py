import asyncio
from dataclasses import replace
from datetime import date

import pytest

from graph_api.caches import Budget
from graph_api.database import VersionedCache
from graph_api.errors import TimedOut, Unavailable
from graph_api.execution import Answer, AnswerCache, Request
from graph_api.execution.answer_cache import key_of

TODAY = date(2026, 6, 30)
REQUEST = Request("{ cities { totalCount } }", {}, None)
DECLARED = ("a", "b", "code")
KEY = key_of(REQUEST, DECLARED, TODAY)
ANSWER = Answer(b'{"data":{}}', [], has_data=True, of_graph=True)


class Graph:
    """A graph whose version a test sets; `reached` says that somebody asks for it, `release` lets them go on."""

    def __init__(self, version="1", *, held=False):
        self.now = self.seen = version
        self.asked = 0
        self.reached, self.release = asyncio.Event(), asyncio.Event()
        if not held:
            self.release.set()

    async def version(self):
        self.asked += 1
        self.seen = self.now
        self.reached.set()
        await self.release.wait()
        return self.seen


def answers_of(graph, most_bytes=100_000):
    return AnswerCache(graph, Budget(most_bytes))


def cached(graph, *answers, most_bytes=100_000):
    found = answers_of(graph, most_bytes)
    for key, answer in answers:
        found.put(key, found.version(key), answer)
    return found


async def test_an_answer_is_given_again_while_the_graph_is_as_it_was():
    answers = cached(Graph(), (KEY, ANSWER))
    assert await answers.again(KEY) is ANSWER
    assert await answers.again(KEY) is ANSWER


async def test_it_is_not_once_the_graph_has_changed():
    graph = Graph()
    answers = cached(graph, (KEY, ANSWER))
    graph.now = "2"
    assert await answers.again(KEY) is None


async def test_what_was_read_while_the_graph_changed_is_not_given_again():
    graph = Graph()
    answers = answers_of(graph)
    before = answers.version(KEY)
    graph.now = graph.seen = "2"
    answers.put(KEY, before, ANSWER)
    assert await answers.again(KEY) is None


async def test_what_was_never_asked_costs_no_look_at_the_graph():
    graph = Graph()
    assert await cached(graph).again(KEY) is None
    assert graph.asked == 0


@pytest.mark.parametrize(
    "answer",
    [
        replace(ANSWER, errors=[{"message": "no"}]),
        replace(ANSWER, of_graph=False),
        replace(ANSWER, body=b"x" * 60_000),
    ],
    ids=["with an error", "not of the graph", "too large"],
)
async def test_what_must_not_be_cached_is_not(answer):
    assert await cached(Graph(), (KEY, answer)).again(KEY) is None


async def test_a_graph_that_tells_no_version_is_asked_each_time():
    graph = Graph(None)
    assert await cached(graph, (KEY, ANSWER)).again(KEY) is None
    assert graph.asked == 0


@pytest.mark.parametrize(
    "other",
    [
        key_of(replace(REQUEST, query="{ cities { nodes { name } } }"), DECLARED, TODAY),
        key_of(replace(REQUEST, variables={"code": "210681"}), DECLARED, TODAY),
        key_of(replace(REQUEST, operation_name="Other"), DECLARED, TODAY),
        key_of(REQUEST, DECLARED, date(2026, 7, 1)),
    ],
    ids=["document", "variables", "operation", "day"],
)
async def test_another_request_has_its_own_answer(other):
    assert await cached(Graph(), (KEY, ANSWER)).again(other) is None


def test_the_order_of_variables_does_not_matter():
    asked = [replace(REQUEST, variables=variables) for variables in ({"a": 1, "b": [2]}, {"b": [2], "a": 1})]
    assert key_of(asked[0], DECLARED, TODAY) == key_of(asked[1], DECLARED, TODAY)


def test_variables_that_the_operation_does_not_declare_do_not_matter():
    junk = replace(REQUEST, variables={"junk": "x" * 90_000, "more": 2**70})
    assert key_of(junk, DECLARED, TODAY) == KEY


@pytest.mark.parametrize("variables", [{"a": 2**70}, {"a": "\ud800"}, {"a": object()}])
def test_variables_that_are_no_json_have_no_key(variables):
    assert key_of(replace(REQUEST, variables=variables), DECLARED, TODAY) is None


async def test_the_longest_unused_is_forgotten_first():
    keys = [key_of(replace(REQUEST, operation_name=name), DECLARED, TODAY) for name in "abc"]
    answers = cached(Graph(), *((key, replace(ANSWER, body=b"x" * 40_000)) for key in keys[:2]))
    await answers.again(keys[0])
    answers.put(keys[2], "1", replace(ANSWER, body=b"x" * 40_000))
    assert [await answers.again(key) is not None for key in keys] == [True, False, True]


async def test_an_answer_that_takes_another_s_place_counts_once():
    answers = cached(Graph(), *[(KEY, replace(ANSWER, body=b"x" * 40_000))] * 5)
    assert await answers.again(KEY) is not None


async def test_those_who_come_together_share_one_look_that_begins_after_they_came():
    graph = Graph(held=True)
    answers = cached(graph, (KEY, ANSWER))
    first = asyncio.create_task(answers.again(KEY))
    await graph.reached.wait()
    later = [asyncio.create_task(answers.again(KEY)) for _ in range(20)]
    await asyncio.sleep(0)
    graph.now = "2"
    graph.release.set()
    assert await first is ANSWER
    assert await asyncio.gather(*later) == [None] * 20
    assert graph.asked == 2


async def test_one_who_leaves_takes_nothing_from_the_others():
    graph = Graph(held=True)
    answers = cached(graph, (KEY, ANSWER))
    leaving, staying = (asyncio.create_task(answers.again(KEY)) for _ in range(2))
    await graph.reached.wait()
    leaving.cancel()
    graph.release.set()
    assert await staying is ANSWER


async def test_a_database_that_is_gone_is_told_and_asked_anew():
    graph = Graph()
    answers = cached(graph, (KEY, ANSWER))
    working, calls = graph.version, []

    async def gone():
        calls.append(1)
        raise Unavailable

    graph.version = gone
    with pytest.raises(Unavailable):
        await answers.again(KEY)
    graph.version = working
    assert await answers.again(KEY) is ANSWER
    assert calls == [1]


class Making:
    """Answers that take until a test lets them be; how often they were made."""

    def __init__(self, answer=ANSWER):
        self.answer, self.times = answer, 0
        self.reached, self.release = asyncio.Event(), asyncio.Event()

    async def __call__(self):
        self.times += 1
        self.reached.set()
        await self.release.wait()
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


async def while_made(graph, make, number, between=lambda: None):
    """One who asks, and then so many more, for whom `between` has come before."""
    answers = answers_of(graph)
    first = asyncio.create_task(answers.get(KEY, make))
    await make.reached.wait()
    between()
    later = [asyncio.create_task(answers.get(KEY, make)) for _ in range(number)]
    for _ in range(10):
        await asyncio.sleep(0)
    make.release.set()
    return first, later


async def test_what_is_being_made_is_not_made_twice():
    make = Making()
    first, later = await while_made(Graph(), make, 20)
    assert await asyncio.gather(first, *later) == [ANSWER] * 21
    assert make.times == 1


async def test_what_is_being_made_of_an_older_graph_is_made_anew():
    graph, make = Graph(), Making()
    first, later = await while_made(graph, make, 5, lambda: setattr(graph, "now", "2"))
    await asyncio.gather(first, *later)
    assert make.times == 2


async def test_what_must_not_be_cached_is_made_for_each():
    make = Making(replace(ANSWER, errors=[{"message": "no"}]))
    first, later = await while_made(Graph(), make, 5)
    await asyncio.gather(first, *later)
    assert make.times == 6


async def test_the_first_who_asks_may_leave():
    make = Making()
    first, later = await while_made(Graph(), make, 5)
    first.cancel()
    assert await asyncio.gather(*later) == [ANSWER] * 5
    assert make.times == 1


async def test_a_failure_reaches_all_who_wait_and_is_not_cached():
    graph, make = Graph(), Making(Unavailable())
    answers = answers_of(graph)
    make.release.set()
    asked = [asyncio.create_task(answers.get(KEY, make)) for _ in range(3)]
    assert [type(found) for found in await asyncio.gather(*asked, return_exceptions=True)] == [Unavailable] * 3
    make.answer = ANSWER
    assert await answers.get(KEY, make) is ANSWER


async def test_where_nothing_is_cached_each_makes_its_own():
    make = Making()
    make.release.set()
    nothing = VersionedCache(Graph(), None)
    await asyncio.gather(*(nothing.get(KEY, make) for _ in range(6)))
    assert make.times == 6


async def test_what_is_too_large_to_be_cached_is_still_shared():
    make = Making(replace(ANSWER, body=b"x" * 60_000))
    first, later = await while_made(Graph(), make, 5)
    await asyncio.gather(first, *later)
    assert make.times == 1


async def test_what_is_made_of_a_part_holds_while_that_part_is_as_it_was():
    graph = Graph({"a": 1, "b": 1})
    cached = VersionedCache(graph, Budget(100_000).cache(len), lambda key, version: version[key])
    make = {key: Making(key) for key in "ab"}
    for each in make.values():
        each.release.set()

    async def times():
        for key in "ab":
            await cached.get(key, make[key])
        return make["a"].times, make["b"].times

    assert await times() == (1, 1)
    graph.now = graph.seen = {"a": 2, "b": 1}
    assert await times() == (2, 1)
    graph.now = {"a": 2, "b": 2}
    assert await times() == (2, 2)


async def test_where_no_version_is_known_it_is_asked_for_and_the_first_that_is_made_is_cached():
    graph, make = Graph(), Making()
    graph.seen = None
    make.release.set()
    answers = answers_of(graph)
    for _ in range(2):
        assert await answers.get(KEY, make) is ANSWER
    assert make.times == 1


async def test_what_nobody_waits_for_any_more_is_cancelled():
    make, ended = Making(), asyncio.Event()

    async def made():
        try:
            return await make()
        finally:
            ended.set()

    answers = answers_of(Graph())
    leaving = [asyncio.create_task(answers.get(KEY, made)) for _ in range(3)]
    for _ in range(10):
        await asyncio.sleep(0)
    for each in leaving:
        assert not ended.is_set()
        each.cancel()
        await asyncio.wait([each])
    await ended.wait()
    make.release.set()
    assert await answers.get(KEY, made) is ANSWER
    assert make.times == 2


async def test_who_comes_while_it_is_being_cancelled_begins_anew():
    make, ending, goes_on = Making(), asyncio.Event(), asyncio.Event()

    async def made():
        try:
            return await make()
        except asyncio.CancelledError:
            ending.set()
            await goes_on.wait()
            raise

    answers = answers_of(Graph())
    leaving = asyncio.create_task(answers.get(KEY, made))
    await make.reached.wait()
    leaving.cancel()
    await ending.wait()
    make.release.set()
    assert await answers.get(KEY, made) is ANSWER
    goes_on.set()
    assert await answers.again(KEY) is ANSWER


async def test_who_joins_does_not_inherit_the_others_timeout():
    make = Making(TimedOut(10))
    first, [joined] = await while_made(Graph(), make, 1, lambda: None)
    with pytest.raises(TimedOut):
        await first
    make.answer = ANSWER
    assert await joined is ANSWER
    assert make.times == 2


async def test_what_is_made_goes_on_beyond_the_deadline_of_who_began_it():
    make, answers = Making(), answers_of(Graph())

    async def impatient():
        async with asyncio.timeout(0):
            await answers.get(KEY, make)

    first = asyncio.create_task(impatient())
    joined = asyncio.create_task(answers.get(KEY, make))
    with pytest.raises(TimeoutError):
        await first
    make.release.set()
    assert await joined is ANSWER
