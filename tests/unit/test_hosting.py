"""Connections by raw sockets: what the server takes for a request, and what a client may take of the server."""

import asyncio
import contextlib
import json
import re
from dataclasses import replace
from functools import partial

import pytest
import structlog
import uvicorn

from graph_api.hosting import UVICORN, Connection, HttpLimits

QUICK = HttpLimits(header_seconds=0.2, idle_seconds=0.2, unread_seconds=0.2, linger_seconds=0.2, probe_seconds=0.05)
PATIENT = HttpLimits(linger_seconds=0.2)


class Echo:
    """Tells what it was asked. `/wait` answers once it is released, `/large` with much, `/early` without the body."""

    def __init__(self):
        self.began, self.release, self.left = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self.asked = []

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return
        self.asked.append(scope["path"])
        self.began.set()
        body, more = b"", scope["path"] != "/early"
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                self.left.set()
                return
            body, more = body + message["body"], message["more_body"]
        if scope["path"] == "/wait":
            await self._wait(receive)
        if scope["path"] == "/break":
            raise ValueError("broken")
        answer = json.dumps({"method": scope["method"], "path": scope["path"], "body": body.decode()}).encode()
        if scope["path"] == "/headers":
            answer = json.dumps([[name.decode(), value.decode()] for name, value in scope["headers"]]).encode()
        if scope["path"] == "/large":
            answer = b"x" * 20_000_000
        if scope["path"] == "/forged":
            await send({"type": "http.response.start", "status": 200, "headers": [(b"x", b"a\r\nset-cookie: b")]})
        headers = [] if scope["path"] == "/chunked" else [(b"content-length", b"%d" % len(answer))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": answer})

    async def _wait(self, receive):
        leaving = asyncio.create_task(receive())
        releasing = asyncio.create_task(self.release.wait())
        await asyncio.wait((leaving, releasing), return_when=asyncio.FIRST_COMPLETED)
        if leaving.done():
            self.left.set()
        leaving.cancel()
        releasing.cancel()


@contextlib.asynccontextmanager
async def serving(limits=PATIENT, app=None):
    """The application and the port on which it answers."""
    app = app or Echo()
    options = {**UVICORN, "http": partial(Connection, limits=limits)}
    server = uvicorn.Server(uvicorn.Config(app, port=0, lifespan="off", **options))
    serving = asyncio.create_task(server._serve())
    await until(lambda: server.started)
    try:
        yield app, server.servers[0].sockets[0].getsockname()[1], server
    finally:
        app.release.set()
        server.should_exit = True
        await serving


async def until(condition):
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.001)


@pytest.fixture(scope="module")
async def port():
    async with serving() as (_, port, _):
        yield port


async def exchange(port, *parts, end=False):
    """All that the server sends for these bytes, until it closes; each part is sent by itself. `end` ends our side."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for part in parts:
            writer.write(part)
            await writer.drain()
            for _ in range(5):  # the server, on the same loop, reads it
                await asyncio.sleep(0)
        if end:
            writer.write_eof()
        async with asyncio.timeout(5):
            return await reader.read()
    finally:
        writer.close()


def request(*headers, body=b"", method="POST", path="/", version="1.1"):
    lines = [f"{method} {path} HTTP/{version}", "host: localhost", *headers]
    return "".join(f"{line}\r\n" for line in lines).encode() + b"\r\n" + body


def length(body):
    return f"content-length: {len(body)}"


def statuses(answer):
    return [int(each) for each in re.findall(rb"HTTP/1\.1 (\d+)", answer) if each != b"100"]


def bodies(answer):
    return [json.loads(each)["body"] for each in re.findall(rb'\{"method".*?\}', answer)]


BODY = b"GET /smuggled HTTP/1.1\r\nhost: localhost\r\n\r\n"
UPGRADES = [
    ["connection: upgrade, http2-settings", "upgrade: h2c", "http2-settings: AAMAAABkAAQCAAAAAAIAAAAA"],
    ["connection: upgrade", "upgrade: anything"],
    ["connection: Upgrade", "upgrade: websocket"],
    ["upgrade: h2c, other", "connection: keep-alive, Upgrade"],
]


@pytest.mark.parametrize("upgrade", UPGRADES, ids=lambda each: each[-1])
@pytest.mark.parametrize("cut", [None, 0, 1, 20])
async def test_an_offer_to_upgrade_is_a_plain_request_with_its_body(port, upgrade, cut):
    head = request(*upgrade, length(BODY))
    parts = [head + BODY] if cut is None else [head, *filter(None, (BODY[:cut], BODY[cut:]))]
    last = request("connection: close", method="GET", path="/last")
    answer = await exchange(port, *parts, last)
    assert statuses(answer) == [200, 200]
    assert bodies(answer) == [BODY.decode(), ""]


async def test_a_chunked_body_after_an_offer_to_upgrade(port):
    head = request(*UPGRADES[0], "transfer-encoding: chunked", "connection: upgrade, close")
    answer = await exchange(port, head, b"4\r\nabcd\r\n", b"2\r\nef\r\n0\r\n\r\n")
    assert bodies(answer) == ["abcdef"]


async def test_the_application_sees_the_offer(port):
    answer = await exchange(port, request(*UPGRADES[1], "connection: upgrade, close", path="/headers", method="GET"))
    assert b'["upgrade", "anything"]' in answer


async def test_many_offers_at_once_are_each_a_request(port):
    offers = request(*UPGRADES[0], method="GET") * 90
    answer = await exchange(port, offers + request("connection: close"))
    assert statuses(answer) == [200] * 91


@pytest.mark.parametrize(
    "headers",
    [
        ["content-length: 4", "transfer-encoding: chunked"],
        ["transfer-encoding: chunked", "content-length: 4"],
        ["content-length: 4", "content-length: 5"],
        ["content-length: 4", "content-length: 4"],
        ["content-length: 4, 4"],
        ["content-length: +4"],
        ["content-length: -4"],
        ["content-length: 4 4"],
        ["content-length: 0x4"],
        ["content-length: 4_0"],
        ["content-length: 99999999999999999999999"],
        ["content-length:"],
        ["transfer-encoding: chunked, chunked"],
        ["transfer-encoding: chunked", "transfer-encoding: identity"],
        ["transfer-encoding: chunked, gzip"],
        ["transfer-encoding: \x0bchunked"],
        ["transfer-encoding : chunked"],
        ["content-length : 4"],
        ["x-one: a", " folded: b"],
        ["content-length: 4", "\ttransfer-encoding: chunked"],
        ["x-nul: a\x00b"],
        ["x bad: 1"],
        [": 1"],
        ["no colon"],
    ],
    ids=", ".join,
)
async def test_what_could_be_read_in_two_ways_is_refused_and_nothing_behind_it_is_read(port, headers):
    for body in (b"0\r\n\r\n" + BODY, b"4\r\nabcd\r\n0\r\n\r\n" + BODY):
        answer = await exchange(port, request(*headers, body=body))
        assert statuses(answer) == [400]
        assert b"BAD_REQUEST" in answer
        assert b"connection: close" in answer
        assert re.search(rb"x-request-id: [0-9a-f]{32}\r", answer)


@pytest.mark.parametrize(
    "bytes_",
    [
        b"GET / HTTP/1.1\nhost: localhost\n\n",
        b"GET / HTTP/1.1\r\nhost: localhost\nx: y\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: localhost\rx: y\r\n\r\n",
        b"GET / HTTP/1.1 \r\nhost: localhost\r\n\r\n",
        b"GET / HTTP/1.10\r\nhost: localhost\r\n\r\n",
        b"NONSENSE / HTTP/1.1\r\nhost: localhost\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET /\xff HTTP/1.1\r\nhost: localhost\r\n\r\n",
        b"GET nowhere HTTP/1.1\r\nhost: localhost\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01",
        b"POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n-1\r\n",
        b"POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n",
        b"POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n1 \r\na\r\n0\r\n\r\n",
        b"POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n1\na\r\n0\r\n\r\n",
    ],
)
async def test_what_is_no_http_is_refused_once(port, bytes_):
    assert statuses(await exchange(port, bytes_ + BODY)) == [400]


@pytest.mark.parametrize(
    "line", [b"GET /", *(b"GET / HTTP/" + each for each in (b"0.9", b"1.2", b"2.0", b"3.0", b"9.9"))]
)
async def test_other_versions_are_refused(port, line):
    assert statuses(await exchange(port, line + b"\r\nhost: localhost\r\n\r\n" + BODY)) == [505]


@pytest.mark.parametrize("lines", [b"gzip, chunked", b"xchunked", b"gzip\r\ntransfer-encoding: chunked"])
async def test_other_transfer_encodings_are_refused(port, lines):
    head = b"POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: " + lines + b"\r\n\r\n"
    assert statuses(await exchange(port, head + b"1\r\na\r\n0\r\n\r\n" + BODY)) == [501]


async def test_connect_is_refused(port):
    answer = await exchange(port, b"CONNECT localhost:443 HTTP/1.1\r\nhost: localhost\r\n\r\n" + BODY)
    assert statuses(answer) == [405]


async def test_a_whole_address_has_precedence_over_host(port):
    answer = await exchange(port, request("connection: close", path="http://elsewhere:81/headers", method="GET"))
    assert b'["host", "elsewhere:81"]' in answer
    assert b'["host", "localhost"]' not in answer


async def test_trailers_are_no_headers(port):
    head = request("transfer-encoding: chunked", "connection: close", path="/headers")
    answer = await exchange(port, head + b"1\r\na\r\n", b"0\r\nx-request-id: trailer\r\n\r\n")
    assert statuses(answer) == [200]
    assert b"trailer" not in answer


async def test_requests_sent_ahead_are_answered_in_order_before_what_is_wrong_is_refused(port):
    first, second = request(length(b"one"), body=b"one"), request(length(b"two"), body=b"two")
    answer = await exchange(port, first + second + b"nonsense\r\n\r\n" + BODY)
    assert statuses(answer) == [200, 200, 400]
    assert bodies(answer) == ["one", "two"]


async def test_a_refusal_waits_for_the_answer_before_it():
    async with serving() as (app, port, _):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(request(path="/wait", method="GET") + b"nonsense\r\n\r\n")
        await app.began.wait()
        app.release.set()
        assert statuses(await reader.read()) == [200, 400]
        writer.close()


async def test_no_end_of_requests_sent_ahead(port):
    answer = statuses(await exchange(port, request(method="GET") * 5_000))
    assert answer[-1] == 400
    assert 100 <= len(answer) <= 102


async def test_a_body_that_breaks_off_in_the_middle_of_a_chunk_ends_that_request_alone():
    async with serving() as (app, port, _):
        answer = await exchange(port, request("transfer-encoding: chunked", body=b"5\r\nab"), b"cdeX\r\n")
        assert statuses(answer) == [400]
        await asyncio.wait_for(app.left.wait(), 5)


async def test_an_answer_before_the_body_has_come_closes_and_can_be_read(port):
    answer = await exchange(port, request("content-length: 300000", path="/early"), b"x" * 100_000, BODY)
    assert statuses(answer) == [200]
    assert b"connection: close" in answer


@pytest.mark.parametrize("body", [b"", b"abc", b"x" * 300_000])
async def test_a_body_is_asked_for_when_the_client_waits_for_that(port, body):
    head = request("expect: 100-continue", length(body), "connection: close")
    answer = await exchange(port, head, body)
    assert bodies(answer) == [body.decode()]
    early = await exchange(port, request("expect: 100-continue", "content-length: 9", path="/early"))
    assert early.startswith(b"HTTP/1.1 200")


async def test_a_client_of_http_1_0_gets_a_whole_answer_and_the_end(port):
    for path in ("/", "/chunked"):
        answer = await exchange(port, request(method="GET", path=path, version="1.0", body=b""))
        assert bodies(answer) == [""]
        assert b"chunked" not in answer.partition(b"\r\n\r\n")[0]


async def test_an_answer_of_unknown_length_is_chunked(port):
    answer = await exchange(port, request("connection: close", method="GET", path="/chunked"))
    assert b"transfer-encoding: chunked" in answer
    assert answer.endswith(b"\r\n0\r\n\r\n")


async def test_head_has_the_headers_and_no_body(port):
    answer = await exchange(port, request("connection: close", method="HEAD"))
    assert re.search(rb"content-length: [1-9]", answer)
    assert answer.endswith(b"\r\n\r\n")


@pytest.mark.parametrize("path", ["/break", "/forged"])
async def test_an_application_that_breaks_is_an_internal_error(port, path):
    answer = await exchange(port, request(method="GET", path=path))
    assert statuses(answer) in ([500], [])
    assert b"broken" not in answer
    assert b"set-cookie" not in answer


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        ([f"GET /{'a' * 65_534} HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n".encode()], 200),
        ([f"GET /{'a' * 65_535} HTTP/1.1\r\nhost: h\r\n\r\n".encode()], 414),
        ([b"GET /" + b"a" * 100_000] * 3, 414),
        ([request(f"x: {'a' * 30_000}", "connection: close")], 200),
        ([request(f"x: {'a' * 33_000}")], 431),
        ([request(*(f"x{number}: {'a' * 400}" for number in range(90)))], 431),
        ([request()[:-2], *[b"x: " + b"a" * 100_000] * 4], 431),
        ([request()[:-2] + b"x" * 100_000, b"y" * 100_000, b"z"], 431),
        ([request(*(f"x{number}: a" for number in range(98)), "connection: close")], 200),
        ([request(*["x: a"] * 100)], 431),
        ([b"\r\n" * 60_000], 431),
        ([request("transfer-encoding: chunked", body=b"1;" + b"x" * 40_000), b"y" * 40_000], 400),
        ([request("transfer-encoding: chunked", body=b"1\r\na\r\n0\r\n"), b"x: " + b"y" * 40_000, b"z"], 400),
    ],
    ids=lambda each: str(each)[:30],
)
async def test_url_headers_and_framing_have_limits(port, parts, status):
    assert statuses(await exchange(port, *parts)) == [status]


@pytest.mark.parametrize("head", [b"", b"GET / HTTP/1.1\r\nhost:", b"\r\n", request(method="GET") + b"GET /"])
async def test_who_is_slow_with_a_request_is_not_waited_for(head):
    async with serving(QUICK) as (_, port, _):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(head)
        dribbling = asyncio.create_task(dribble(writer, b"\r\n" if head == b"\r\n" else b"x" if head else b""))
        answer = b""
        async with asyncio.timeout(5):
            # Without a request there is no answer, and so nothing that a reset could take along.
            with contextlib.suppress(() if b"GET" in head else ConnectionResetError):
                answer = await reader.read()
        dribbling.cancel()
        assert statuses(answer)[-1:] == ([408] if b"GET" in head else [])
        writer.close()


async def dribble(writer, data):
    while data:
        writer.write(data)
        await asyncio.sleep(0.02)


async def test_an_idle_connection_is_closed():
    async with serving(QUICK) as (_, port, _):
        assert statuses(await exchange(port, request(method="GET"))) == [200]


async def test_a_new_connection_takes_the_place_of_one_that_waits_and_is_refused_where_all_are_busy():
    async with serving(replace(PATIENT, connections=3)) as (app, port, _):
        idle = [await asyncio.open_connection("127.0.0.1", port) for _ in range(8)]
        assert statuses(await exchange(port, request("connection: close", method="GET"))) == [200]
        busy = [await asyncio.open_connection("127.0.0.1", port) for _ in range(3)]
        for _, writer in busy:
            writer.write(request("connection: close", path="/wait", method="GET"))
        await until(lambda: app.asked.count("/wait") == 3)
        answer = await exchange(port, request(method="GET"))
        assert statuses(answer) == [503]
        assert b"retry-after: 1" in answer
        app.release.set()
        for reader, writer in busy:
            assert statuses(await reader.read()) == [200]
            writer.close()
        for _, writer in idle:
            writer.close()


async def test_an_answer_that_nobody_reads_is_given_up():
    async with serving(QUICK) as (_, port, server):
        _, writer = await asyncio.open_connection("127.0.0.1", port, limit=1)
        writer.transport.pause_reading()
        writer.write(request(method="GET", path="/large"))
        await until(lambda: server.server_state.connections)
        await until(lambda: not server.server_state.connections)
        writer.transport.abort()


async def test_answers_that_nobody_reads_have_a_limit_together():
    async with serving(replace(PATIENT, unread_bytes=50_000_000)) as (app, port, server):
        writers = []
        for _ in range(6):
            _, writer = await asyncio.open_connection("127.0.0.1", port, limit=1)
            writer.transport.pause_reading()
            writer.write(request(method="GET", path="/large"))
            writers.append(writer)
        await until(lambda: len(app.asked) == 6 and len(server.server_state.connections) <= 3)
        for writer in writers:
            writer.transport.abort()


@pytest.mark.parametrize("body", [b"", b"abc"])
async def test_a_client_that_ends_its_side_gets_its_answers(body):
    async with serving() as (app, port, _):
        asked = request(length(body), body=body) + request(length(body), path="/wait", body=body)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(asked)
        writer.write_eof()
        await until(lambda: "/wait" in app.asked)
        app.release.set()
        answer = await reader.read()
        assert bodies(answer) == [body.decode()] * 2
        writer.close()


async def test_a_client_that_has_left_is_told_from_one_that_ends_its_side():
    async with serving(replace(PATIENT, probe_seconds=0.05)) as (app, port, _):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(request(path="/wait", method="GET"))
        await app.began.wait()
        writer.write_eof()
        assert await reader.readline() == b"HTTP/1.1 100 Continue\r\n"
        assert not app.left.is_set()
        writer.close()
        await asyncio.wait_for(app.left.wait(), 5)


async def test_a_client_that_leaves_in_the_middle_of_a_body_is_gone():
    async with serving() as (app, port, _):
        await exchange(port, request("content-length: 9", body=b"abc"), end=True)
        await asyncio.wait_for(app.left.wait(), 5)


async def test_the_end_of_the_server_closes_what_is_idle_and_waits_for_what_is_asked():
    async with serving() as (app, port, server):
        idle, idle_writer = await asyncio.open_connection("127.0.0.1", port)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(request(path="/wait", method="GET"))
        await app.began.wait()
        server.should_exit = True
        assert await idle.read() == b""
        app.release.set()
        answer = await reader.read()
        assert statuses(answer) == [200]
        assert b"connection: close" in answer
        for each in (writer, idle_writer):
            each.close()


async def test_a_refusal_is_a_line_of_the_log_without_what_the_client_sent(port):
    with structlog.testing.capture_logs() as lines:
        await exchange(port, b"secret\r\n\r\n")
    (line,) = [line for line in lines if line["event"] == "request"]
    assert (line["status"], line["path"], line["errors"]) == (400, "(unknown)", ["BAD_REQUEST"])
    assert "secret" not in str(line)
