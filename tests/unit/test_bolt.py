"""A connection against a server that says what a test wants it to say, byte by byte."""

import asyncio
import gc
from contextlib import asynccontextmanager

import pytest

from graph_api.database.bolt import Overflow, Pool, Refusal, messages
from graph_api.database.bolt.connection import Connection, Lost

VERSION = b"\x00\x00\x08\x05"
SUCCESS, RECORD, FAILURE, IGNORED = (bytes((kind,)) for kind in (0x70, 0x71, 0x7F, 0x7E))
OK = messages.message(SUCCESS, {})
SIGNED_IN = OK + OK


def record(*values):
    return messages.message(RECORD, list(values))


@asynccontextmanager
async def server(*answers, version=VERSION, signed_in=SIGNED_IN):
    """A pool of connections to a server that gives the answers one after the other, on whichever connection is used.

    An answer is what is sent back for a read, in parts, and what for the reset after one that failed.
    """
    left = list(answers)

    async def serve(reader, writer):
        try:
            await reader.readexactly(20)
            writer.write(version)
            await _message(reader, 2)
            writer.write(signed_in)
            while left:
                await _message(reader, 2)
                parts, *reset = left.pop(0)
                for part in parts:
                    writer.write(part)
                    await writer.drain()
                    await asyncio.sleep(0)
                if reset:
                    await _message(reader, 1)
                    writer.write(*reset)
        except asyncio.IncompleteReadError:
            pass
        finally:
            writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    pool = Pool("127.0.0.1", listening.sockets[0].getsockname()[1], "neo4j", "secret", "neo4j")
    async with listening:
        yield pool
        await pool.close()


async def _message(reader, number):
    """Wait for so many whole messages."""
    while number:
        size = int.from_bytes(await reader.readexactly(2), "big")
        await reader.readexactly(size)
        number -= not size


async def test_an_answer_may_come_in_one_piece():
    async with server(([OK + record(1, "x") + record(2, None) + OK],)) as pool:
        assert await pool.read("RETURN 1", {}, 1) == ([[1, "x"], [2, None]], None)


async def test_the_bookmark_is_that_of_the_last_message():
    run, pulled = (messages.message(SUCCESS, {"bookmark": name}) for name in ("FB:1", "FB:2"))
    async with server(([run + record(1) + pulled],)) as pool:
        assert await pool.read("RETURN 1", {}, 1) == ([[1]], "FB:2")


async def test_an_answer_may_come_byte_by_byte():
    whole = OK + record("东港市" * 50) + OK
    async with server(([bytes((each,)) for each in whole],)) as pool:
        assert await pool.read("RETURN 1", {}, 1) == ([["东港市" * 50]], None)


async def test_signs_of_life_between_messages_are_passed_over():
    async with server(([b"\x00\x00", OK, b"\x00\x00" * 3, record(1), b"\x00\x00", OK],)) as pool:
        assert await pool.read("RETURN 1", {}, 1) == ([[1]], None)


async def test_a_message_longer_than_a_chunk_is_cut_and_put_together():
    text = "x" * 200_000
    sent = messages.message(messages.RUN, text, {}, {})
    assert sent[:2] == b"\xff\xff"
    async with server(([OK + record(text) + OK],)) as pool:
        assert await pool.read(text, {}, 1) == ([[text]], None)


async def test_a_server_that_closes_half_way_is_lost():
    async with server(([OK + record(1)[:5]],)) as pool:
        with pytest.raises(Lost):
            await pool.read("RETURN 1", {}, 1)


async def test_a_caller_who_leaves_closes_the_connection_and_the_next_takes_a_new_one():
    async with server(([OK],), ([OK + record(2) + OK],)) as pool:
        leaving = asyncio.create_task(pool.read("RETURN 1", {}, 1))
        while not any(connection._awaited == 1 for connection in pool._open):  # noqa: ASYNC110 - nothing tells when
            await asyncio.sleep(0)
        left = set(pool._open)
        leaving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await leaving
        assert await pool.read("RETURN 2", {}, 1) == ([[2]], None)
        assert all(connection.closed.done() for connection in left)
        assert pool.losses == 0


async def test_connections_that_were_not_closed_here_are_counted_as_losses():
    async with server(([OK + record(1) + OK],)) as pool:
        assert await pool.read("RETURN 1", {}, 1) == ([[1]], None)
        # The server has nothing more to say, and closes it.
        for connection in list(pool._open):
            await connection.closed
        await asyncio.sleep(0)
        assert pool.losses == 1


async def test_what_is_refused_is_told_with_its_code_and_the_connection_goes_on():
    failure = messages.message(FAILURE, {"code": "Neo.ClientError.Statement.SyntaxError", "message": "no"})
    async with server(([failure + messages.message(IGNORED)], OK), ([OK + record(1) + OK],)) as pool:
        with pytest.raises(Refusal) as caught:
            await pool.read("RETURN", {}, 1)
        assert caught.value.code == "Neo.ClientError.Statement.SyntaxError"
        assert await pool.read("RETURN 1", {}, 1) == ([[1]], None)
        assert len(pool._open) == 1


async def test_a_server_of_another_protocol_is_lost():
    async with server(version=b"\x00\x00\x00\x00") as pool:
        with pytest.raises(Lost, match="none of our Bolt versions"):
            await pool.read("RETURN 1", {}, 1)


async def test_nobody_there_is_an_error_of_the_operating_system():
    nobody = Pool("127.0.0.1", 1, "neo4j", "secret", "neo4j")
    with pytest.raises(ConnectionRefusedError):
        await nobody.read("RETURN 1", {}, 1)


async def test_sign_in_that_is_refused():
    failure = messages.message(FAILURE, {"neo4j_code": "Neo.ClientError.Security.Unauthorized", "message": "no"})
    async with server(signed_in=OK + failure) as pool:
        with pytest.raises(Refusal) as caught:
            await pool.read("RETURN 1", {}, 1)
        assert caught.value.code == "Neo.ClientError.Security.Unauthorized"


@pytest.mark.parametrize("part", [200_000, 1000, 1])
async def test_an_answer_that_is_too_long_is_not_read_to_its_end(part):
    whole = OK + record("x" * 20_000) + OK
    parts = [whole[at : at + part] for at in range(0, len(whole), part)]
    async with server((parts,), ([OK + record(2) + OK],)) as pool:
        with pytest.raises(Overflow):
            await pool.read("RETURN 1", {}, 1, most_bytes=10_000)
        assert await pool.read("RETURN 2", {}, 1, most_bytes=10_000) == ([[2]], None)
        assert len(pool._open) == 1


async def test_each_answer_may_be_as_long_as_that():
    whole = OK + record("x" * 6_000) + OK
    async with server(*[([whole],)] * 3) as pool:
        for _ in range(3):
            await pool.read("RETURN 1", {}, 1, most_bytes=10_000)


@pytest.mark.parametrize("signing_in", [True, False])
async def test_a_connection_that_is_lost_while_nobody_waits_is_no_complaint(signing_in, caplog):
    async def close(_, writer):
        writer.close()

    async with await asyncio.start_server(close, "127.0.0.1", 0) as listening:
        port = listening.sockets[0].getsockname()[1]
        _, connection = await asyncio.get_running_loop().create_connection(Connection, "127.0.0.1", port)
        await connection.closed
        if signing_in:
            with pytest.raises(Lost):
                await connection.greet()
    del connection, _
    gc.collect()
    assert caplog.records == []
