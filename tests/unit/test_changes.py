"""Versions of cities, of a graph whose changes a test makes."""

import base64

import pytest

from graph_api.database import Changes


class Graph:
    """A graph that counts its changes as Neo4j does, and is changed by whoever sets `between` while it is read."""

    def __init__(self):
        self.number, self.counted, self.cities = 100, 0, {}
        self.named = lambda number: (
            "FB:" + base64.b64encode(b"\x91\xcc\x10" + bytes(16) + b"\xcb" + number.to_bytes(8) + b"\x90").decode()
        )
        self.between = lambda: None
        self.reads = 0
        self.seen = None

    def change(self, *cities, tells=True):
        self.number += 1
        if tells:
            self.counted += 1
            self.cities |= dict.fromkeys(cities, self.number)

    async def version(self):
        self.seen = self.named(self.number)
        return self.seen

    async def read(self, _statement):
        self.reads += 1
        rows = [[self.counted, [[code, version] for code, version in self.cities.items()]]]
        self.between()
        self.seen = self.named(self.number)
        return rows


@pytest.fixture
def graph():
    return Graph()


async def versions(changes):
    now = await changes.version()
    return now.of("A"), now.of("B")


async def test_a_change_that_says_where_it_is_changes_nothing_elsewhere(graph):
    changes = Changes(graph)
    before = await versions(changes)
    graph.change("A")
    after = await versions(changes)
    assert after[0] != before[0]
    assert after[1] == before[1]
    graph.change()
    assert await versions(changes) == after


async def test_one_that_says_nothing_is_in_every_city(graph):
    changes = Changes(graph)
    before = await versions(changes)
    graph.change("A", tells=False)
    after = await versions(changes)
    assert {*before}.isdisjoint(after)


async def test_nothing_is_read_while_nothing_changes(graph):
    changes = Changes(graph)
    for _ in range(5):
        await changes.version()
    assert graph.reads == 1


async def test_what_changes_while_it_is_read_is_read_again(graph):
    """A change that nobody told of would else be taken for one that was told of and not yet counted, or the reverse."""
    changes = Changes(graph)
    before = await versions(changes)
    graph.change("A")

    def once():
        graph.change("B")
        graph.between = lambda: None

    graph.between = once
    after = await versions(changes)
    assert after[0] != before[0]
    assert after[1] != before[1]
    assert after[0][0] == before[0][0]
    assert graph.reads == 3


async def test_a_graph_that_never_rests_has_one_version(graph):
    changes = Changes(graph)
    graph.between = lambda: graph.change("A")
    first = await versions(changes)
    assert await versions(changes) == first
    graph.change("A")
    assert {*first}.isdisjoint(await versions(changes))


async def test_a_graph_whose_changes_have_other_names_has_one_version(graph):
    graph.named = lambda number: f"change {number}"
    changes = Changes(graph)
    before = await versions(changes)
    assert await versions(changes) == before
    graph.change("A")
    assert {*before}.isdisjoint(await versions(changes))


async def test_a_graph_that_tells_no_change_has_none(graph):
    async def version():
        return None

    graph.version = version
    assert await Changes(graph).version() is None


async def test_what_is_known_is_known_until_a_change_is_heard_of(graph):
    changes = Changes(graph)
    assert changes.seen is None
    known = await changes.version()
    assert changes.seen is known
    graph.change("A")
    graph.seen = graph.named(graph.number)
    assert changes.seen is None
