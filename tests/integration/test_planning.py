"""Statements are planned before they run, by a Neo4j that is there however busy it is."""

import asyncio
from contextlib import suppress

import pytest
from test_faults import RUNNING, SLOW, becomes

from graph_api.database import open_database
from graph_api.database.bolt import Refusal
from graph_api.errors import Preparing

# Long enough to be planned for a moment.
LARGE = (
    "RETURN [" + ", ".join(f"COUNT {{ MATCH (n:Nothing{each}) WHERE n.a > $a }}" for each in range(60)) + "] AS found"
)


@pytest.fixture
async def impatient(neo4j_address):
    """A database whose clients wait for a hundredth of a second."""
    async with open_database(neo4j_address) as opened:
        opened._seconds = 0.01
        yield opened


@pytest.fixture
def plans(impatient, monkeypatch):
    """The statements that Neo4j is asked to plan."""
    asked = []
    plan = impatient._pool.plan

    async def recorded(statement, parameters, seconds):
        asked.append(statement)
        await plan(statement, parameters, seconds)

    monkeypatch.setattr(impatient._pool, "plan", recorded)
    return asked


async def test_a_large_statement_is_planned_once_while_its_clients_give_up(impatient, plans):
    given_up = await asyncio.gather(*(impatient.read(LARGE, {"a": 1}) for _ in range(10)), return_exceptions=True)
    assert {type(each) for each in given_up} == {Preparing}
    # Others come back meanwhile, until one finds it planned.
    while not impatient.planning.is_planned(LARGE, {"a": 2}):
        with suppress(Preparing):
            await impatient.planning.ensure(LARGE, {"a": 2}, 0.01)
    impatient._seconds = 10
    assert await impatient.read(LARGE, {"a": 2}) == [[[0] * 60]]
    assert plans == [LARGE]


async def test_what_is_planned_is_not_carried_out(neo4j_address):
    async with open_database(neo4j_address) as database:
        await database.planning.ensure(SLOW, {}, 10)
        assert await database.read(RUNNING) == []


async def test_a_faulty_statement_is_refused_and_leaves_the_connection_usable(neo4j_address):
    async with open_database(neo4j_address) as database:
        for _ in range(2):
            with pytest.raises(Refusal, match="SyntaxError"):
                await database.read("RETURN")
        assert await database.read("RETURN 1") == [[1]]


_KILL = """CALL dbms.listConnections() YIELD connectionId, clientAddress WHERE clientAddress IN $killed
CALL dbms.killConnection(connectionId) YIELD message RETURN message"""


async def test_a_server_that_may_have_been_started_again_plans_again(neo4j_address):
    """Its connections were all lost while nobody read, and it is at the same address as before."""
    async with open_database(neo4j_address) as database, open_database(neo4j_address) as other:
        await database.read("RETURN 1 AS before")
        assert database.planning.is_planned("RETURN 1 AS before", {})
        lost = list(database._pool._open)
        ours = ["{}:{}".format(*each._transport.get_extra_info("sockname")[:2]) for each in lost]
        assert len(await other.write(_KILL, {"killed": ours})) == len(ours)
        await asyncio.wait([each.closed for each in lost])
        await database.read("RETURN 1 AS after")
        assert not database.planning.is_planned("RETURN 1 AS before", {})
        assert database.planning.is_planned("RETURN 1 AS after", {})


async def test_a_busy_database_gives_a_sign_of_life(neo4j_address):
    async with open_database(neo4j_address) as database:
        reads = [asyncio.create_task(database.read(SLOW)) for _ in range(8)]
        assert await becomes(database, 8)
        assert await database._silence() is None
        for read in reads:
            read.cancel()
        await asyncio.gather(*reads, return_exceptions=True)
        assert await becomes(database, 0)


async def test_a_database_that_is_gone_gives_none_and_a_reason(neo4j_address):
    async with open_database(neo4j_address) as database:
        database._pool._where = ("127.0.0.1", 1, "", "")
        assert isinstance(await database._silence(), ConnectionRefusedError)
