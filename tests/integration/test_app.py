"""The application on a real database and over a real socket."""

import asyncio
import json
import re

import httpx
import pytest
from socket_server import listening

from graph_api.app import create_app
from graph_api.app.graphiql import STATIC
from graph_api.settings import Settings

JSON = {"content-type": "application/json"}


@pytest.fixture
async def port(donggang):
    async with listening(create_app(Settings(), donggang)) as port:
        yield port


@pytest.fixture
async def client(port):
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=20) as client:
        yield client


async def raw(port, data, *, then_close=False):
    """What the server sends back for these bytes, until it closes the connection or we do."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(data)
        if then_close:
            return b""
        async with asyncio.timeout(5):
            return await reader.read()
    finally:
        writer.close()


def post(body, *headers):
    lines = [
        b"POST /graphql HTTP/1.1",
        b"host: localhost",
        b"connection: close",
        b"content-type: application/json",
        *headers,
    ]
    return b"\r\n".join([*lines, b"content-length: %d" % len(body), b"", body])


async def test_is_ready_and_answers_a_question_about_donggang(client):
    assert (await client.get("/readyz")).json() == {
        "status": "ok",
        "database": "ok",
        "migrations": "ok",
        "planning": "ok",
    }
    answer = await client.post("/graphql", json={"query": '{ city(code: "210681") { name } }'})
    assert answer.json() == {"data": {"city": {"name": "东港市"}}}


async def test_the_first_question_of_graphiql_is_answered(client):
    question = re.search(r"FIRST_QUESTION = `(.*?)`", (STATIC / "start.js").read_text(encoding="utf-8"), re.S)[1]
    answer = (await client.post("/graphql", json={"query": question})).json()
    assert "errors" not in answer
    communities = [
        community
        for subdistrict in answer["data"]["city"]["subdistricts"]["nodes"]
        for community in subdistrict["communities"]["nodes"]
    ]
    assert len(communities) == 21
    assert all(3 <= community["departments"]["totalCount"] <= 5 for community in communities)


async def test_a_client_that_leaves_in_the_middle_of_a_body_harms_nobody(port, client):
    cut_off = (
        b"POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"
    )
    for _ in range(5):
        await raw(port, cut_off, then_close=True)
    assert (await client.get("/healthz")).status_code == 200


async def test_a_huge_body_is_refused_without_being_read(port):
    head = b"POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 9999999999\r\n\r\n"
    answer = await raw(port, head)
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b'"BAD_REQUEST"' in answer


@pytest.mark.parametrize(
    "header",
    [
        b"x-request-id: a\xff\xfe\x00b",
        b"x-request-id: " + b"a" * 5_000,
        b"accept: " + b"text/html," * 500,
        b"accept: application/json;q=1e999999, */*;q=nan",
        b"accept: \xff\xff",
        b"content-length: -1",
        b"content-length: abc",
        b"transfer-encoding: chunked",
        b"cookie: " + b"x" * 20_000,
    ],
)
async def test_hostile_headers_get_an_answer_that_repeats_none_of_them(port, header):
    answer = await raw(port, post(b'{"query":"{__typename}"}', header))
    assert re.match(rb"HTTP/1\.1 (200|400|406) ", answer)
    assert header.partition(b": ")[2] not in answer


async def test_fifty_requests_at_once_are_all_answered(client):
    names = await asyncio.gather(
        *(
            client.post("/graphql", json={"query": f'{{ place{number}: city(code: "210681") {{ name }} }}'})
            for number in range(50)
        )
    )
    assert [answer.json()["data"] for answer in names] == [
        {f"place{number}": {"name": "东港市"}} for number in range(50)
    ]


async def test_an_error_tells_code_and_request_id_and_nothing_internal(client):
    query = '{ communities(within: "12345") { nodes { name } } }'
    answer = await client.post("/graphql", json={"query": query}, headers={"x-request-id": "my-request"})
    assert [error["extensions"] for error in answer.json()["errors"]] == [
        {"code": "BAD_CODE", "requestId": "my-request"}
    ]
    assert not re.search(r"MATCH|bolt|Traceback|\.py", json.dumps(answer.json()))
