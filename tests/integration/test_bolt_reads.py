"""Connections of our own beside the driver's, on the real server."""

import asyncio
from datetime import date

import neo4j
import pytest

from graph_api.database import open_database
from graph_api.database.bolt import Pool, Refusal

VALUES = {
    "numbers": [0, -1, 127, 128, -129, 2**31, -(2**63), 2**63 - 1, 0.5, -1e300],
    "texts": ["", "东港市", "x" * 300, "字" * 40_000],
    "nested": {"a": [{"b": [None, True, False]}], "empty": [[], {}]},
    "day": date(2026, 6, 30),
    "pair": ("Community", "210681001001"),
}


@pytest.fixture
async def pool(neo4j_address):
    host, port = neo4j_address.uri.removeprefix("bolt://").split(":")
    opened = Pool(host, int(port), neo4j_address.username, neo4j_address.password, neo4j_address.database)
    yield opened
    await opened.close()


async def read(pool, statement, parameters=None):
    rows, _ = await pool.read(statement, parameters or {}, 10)
    return rows


async def test_values_go_there_and_come_back(pool):
    [[found]] = await read(pool, "RETURN $values", {"values": VALUES})
    assert found["day"].to_native() == VALUES["day"]
    assert found["pair"] == list(VALUES["pair"])
    assert {name: found[name] for name in ("numbers", "texts", "nested")} == {
        name: VALUES[name] for name in ("numbers", "texts", "nested")
    }


async def test_rows_are_those_of_the_driver(pool, neo4j_address, donggang):
    statement = (
        "MATCH (node:Entity) WHERE node.id STARTS WITH $within "
        "RETURN node.id, properties(node), node.location, labels(node) ORDER BY node.id LIMIT 500"
    )
    auth = (neo4j_address.username, neo4j_address.password)
    async with neo4j.AsyncGraphDatabase.driver(neo4j_address.uri, auth=auth) as driver, driver.session() as session:
        expected = await (await session.run(statement, within="210681")).values()
    assert await read(pool, statement, {"within": "210681"}) == expected
    assert len(expected) == 500


async def test_many_rows_and_many_parameters(pool):
    rows = await read(pool, "UNWIND $rows AS row RETURN row, row * 2", {"rows": list(range(30_000))})
    assert rows[-1] == [29_999, 59_998]


async def test_a_refused_statement_leaves_the_connection_usable(pool):
    with pytest.raises(Refusal) as caught:
        await read(pool, "RETURN nonsense")
    assert caught.value.code == "Neo.ClientError.Statement.SyntaxError"
    assert await read(pool, "RETURN 1") == [[1]]


async def test_a_fault_half_way_through_the_rows_is_a_refusal(pool):
    with pytest.raises(Refusal) as caught:
        await read(pool, "UNWIND range(-3, 3) AS number RETURN 1 / number")
    assert caught.value.code == "Neo.ClientError.Statement.ArithmeticError"
    assert await read(pool, "RETURN 1") == [[1]]


async def test_a_write_is_refused(pool):
    with pytest.raises(Refusal):
        await read(pool, "CREATE (:Nothing)")


async def test_reads_beside_each_other_get_their_own_rows(pool):
    answers = await asyncio.gather(*(read(pool, "RETURN $number", {"number": number}) for number in range(300)))
    assert answers == [[[number]] for number in range(300)]


async def test_callers_who_leave_disturb_nobody(pool):
    slow = "UNWIND range(1, 3000000) AS number WITH number WHERE number % 7 = 3 RETURN count(*)"
    leaving = [asyncio.create_task(read(pool, slow)) for _ in range(5)]
    staying = [asyncio.create_task(read(pool, "RETURN $number", {"number": number})) for number in range(50)]
    await asyncio.sleep(0)
    for task in leaving:
        task.cancel()
    assert [await task for task in staying] == [[[number]] for number in range(50)]
    assert {type(each) for each in await asyncio.gather(*leaving, return_exceptions=True)} == {asyncio.CancelledError}
    assert await read(pool, "RETURN 1") == [[1]]


async def test_a_wrong_password_is_a_refusal(neo4j_address):
    host, port = neo4j_address.uri.removeprefix("bolt://").split(":")
    stranger = Pool(host, int(port), "neo4j", "wrong-password", "neo4j")
    with pytest.raises(Refusal) as caught:
        await read(stranger, "RETURN 1")
    assert caught.value.code == "Neo.ClientError.Security.Unauthorized"
    assert "wrong-password" not in str(caught.value)
    await stranger.close()


async def test_a_closed_database_leaves_no_connection(neo4j_address):
    async with open_database(neo4j_address) as database:
        await asyncio.gather(*(database.read("RETURN 1") for _ in range(20)))
        opened = set(database._pool._open)
    assert opened
    assert all(connection.closed.done() for connection in opened)
