"""What a client sees when the database is slow, gone, frozen, and back."""

import asyncio
import contextlib
import os
import signal
import socket
import time
from pathlib import Path

import httpx
import pytest

from graph_api.app import create_app
from graph_api.database import open_database
from graph_api.database.embedded import EmbeddedServer, keep_running, running_server
from graph_api.errors import TimedOut
from graph_api.settings import Settings

QUERY = {"query": '{ city(code: "210681") { name } }'}
SLOW = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b % 7 = 3 RETURN count(*)"
_LISTENING = "0A"

RUNNING = (
    "SHOW TRANSACTIONS YIELD currentQuery, status "
    "WHERE currentQuery STARTS WITH 'UNWIND range(1, 1000000)' RETURN status"
)


async def ask(client):
    """The error codes of an answer, and the seconds that it took."""
    began = time.perf_counter()
    answer = (await client.post("/graphql", json=QUERY)).json()
    return [error["extensions"]["code"] for error in answer.get("errors", [])], time.perf_counter() - began


async def becomes(database, number):
    """Whether so many of the slow statements run, within five seconds."""
    for _ in range(100):
        if len(await database.read(RUNNING)) == number:
            return True
        await asyncio.sleep(0.05)
    return False


async def test_a_statement_beyond_the_limit_is_cancelled_in_the_database_too(neo4j_address):
    async with open_database(neo4j_address, statement_seconds=1.0) as database:
        with pytest.raises(TimedOut, match="1 seconds"):
            await database.read(SLOW)
        assert await becomes(database, 0)


async def test_a_statement_whose_caller_left_is_cancelled_in_the_database_too(neo4j_address):
    async with open_database(neo4j_address) as database:
        left = asyncio.create_task(database.read(SLOW))
        assert await becomes(database, 1)
        left.cancel()
        with pytest.raises(asyncio.CancelledError):
            await left
        assert await becomes(database, 0)


@pytest.mark.slow
async def test_a_database_that_freezes_dies_and_comes_back(tmp_path):
    server, back = EmbeddedServer(tmp_path / "data", Settings().embedded_cache), asyncio.Event()
    try:
        address = await asyncio.to_thread(server.start)
        port = int(address.uri.rpartition(":")[2])
        async with open_database(address) as database, client_of(database) as client:
            assert (await ask(client))[0] == []

            os.kill(process_listening_on(port), signal.SIGSTOP)
            codes, seconds = await ask(client)
            os.kill(process_listening_on(port), signal.SIGCONT)
            assert (codes, seconds < 5) == (["UNAVAILABLE"], True)
            codes, seconds = await ask(client)
            assert (codes, seconds < 2) == ([], True)

            os.kill(process_listening_on(port), signal.SIGKILL)
            codes, seconds = await ask(client)
            assert (codes, seconds < 5) == (["UNAVAILABLE"], True)
            assert (await client.get("/readyz")).status_code == 503
            assert (await client.get("/healthz")).status_code == 200

            # It is started again by those who use it, at another port where its own is taken meanwhile.
            with socket.create_server(("127.0.0.1", port)):
                watching = asyncio.create_task(keep_running(server, database, back.set))
                await back.wait()
            # A fresh JVM plans its first statement slowly; "back" is when somebody new is answered.
            address = running_server(tmp_path / "data")
            assert not address.uri.endswith(f":{port}")
            async with open_database(address) as other, client_of(other) as newcomer:
                assert (await ask(newcomer))[0] == []
            codes, seconds = await ask(client)
            assert (codes, seconds < 2) == ([], True)
            watching.cancel()
    finally:
        await asyncio.to_thread(server.stop)


def client_of(database):
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(create_app(Settings(), database)), base_url="http://localhost", timeout=20
    )


def process_listening_on(port):
    """The process behind a port: as a fault would, the test does not ask the server's owner."""
    rows = [line.split() for name in ("tcp", "tcp6") for line in Path("/proc/net", name).read_text().splitlines()]
    inode = next(row[9] for row in rows if row[1].endswith(f":{port:04X}") and row[3] == _LISTENING)
    for descriptor in Path("/proc").glob("[0-9]*/fd/*"):
        with contextlib.suppress(OSError):
            if str(descriptor.readlink()) == f"socket:[{inode}]":
                return int(descriptor.parts[2])
    raise LookupError(port)
