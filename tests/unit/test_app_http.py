"""The HTTP surface without a database: nothing listens at its address."""

import asyncio
import json
import re

import httpx
import pytest
import structlog
from neo4j import AsyncGraphDatabase

from graph_api.app import create_app
from graph_api.database import Address, Database
from graph_api.database.bolt import Pool
from graph_api.settings import Settings

NOWHERE = "bolt://127.0.0.1:1"
JSON = {"content-type": "application/json"}
GRAPHQL = {"accept": "application/graphql-response+json"}
HTML = {"accept": "text/html,*/*;q=0.8"}


@pytest.fixture
async def nowhere():
    async with AsyncGraphDatabase.driver(NOWHERE, auth=("neo4j", "secret-word"), connection_timeout=1.0) as driver:
        pool = Pool("127.0.0.1", 1, "neo4j", "secret-word", "neo4j")
        yield Database(driver, Address(NOWHERE, "neo4j", "secret-word"), 1.0, pool)
        await pool.close()


def client_of(settings, database):
    transport = httpx.ASGITransport(create_app(settings, database), raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://here", timeout=10)


@pytest.fixture
async def client(nowhere):
    async with client_of(Settings(), nowhere) as client:
        yield client


@pytest.fixture
async def production(nowhere):
    async with client_of(Settings(production=True), nowhere) as client:
        yield client


def only_error(response):
    (error,) = response.json()["errors"]
    assert "data" not in response.json()
    assert error["extensions"]["requestId"] == response.headers["x-request-id"]
    return error["extensions"]["code"]


async def test_the_process_is_alive_though_the_database_is_not(client):
    alive, ready = await client.get("/healthz"), await client.get("/readyz")
    assert (alive.status_code, alive.json()) == (200, {"status": "ok"})
    assert ready.status_code == 503
    assert ready.json() == {"status": "not ready", "database": "can't be reached", "migrations": "unknown"}


async def test_a_database_that_is_down_is_unavailable_and_nothing_internal_leaves(client):
    response = await client.post("/graphql", json={"query": '{ city(code: "210681") { name } }'})
    assert response.status_code == 200
    assert {error["extensions"]["code"] for error in response.json()["errors"]} == {"UNAVAILABLE"}
    assert {error["extensions"]["requestId"] for error in response.json()["errors"]} == {
        response.headers["x-request-id"]
    }
    assert not re.search(r"127\.0\.0\.1|bolt|neo4j|secret-word|MATCH|Traceback", response.text, re.I)


@pytest.mark.parametrize(
    "query",
    [
        "{ __typename }",
        "{ rules { code } }",
        "query Q($also: Boolean = false) { __typename ...R @include(if: $also) } fragment R on Query { rules { code } }",
        "{ __schema { types { name } } }",
        '{ __type(name: "City") { name } rules { code title } }',
    ],
)
async def test_what_needs_no_database_is_answered_without_one(client, query):
    for _ in range(2):
        answer = (await client.post("/graphql", json={"query": query})).json()
        assert answer["data"]
        assert "errors" not in answer


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("{ nonsense }", "GRAPHQL_VALIDATION_FAILED"),
        ("query A { __typename } query B { __typename }", "BAD_REQUEST"),
        ("query Q($code: String!) { city(code: $code) { name } }", "BAD_USER_INPUT"),
    ],
)
async def test_what_is_wrong_with_a_request_is_told_without_a_database(client, query, code):
    assert only_error(await client.post("/graphql", json={"query": query})) == code


@pytest.mark.parametrize("query", ["{", "{ nonsense }", "query A { __typename } query B { __typename }"])
async def test_a_request_that_fails_before_execution_is_400_for_clients_of_the_new_media_type(client, query):
    new = await client.post("/graphql", json={"query": query}, headers=GRAPHQL)
    old = await client.post("/graphql", json={"query": query}, headers={"accept": "application/json"})
    assert (new.status_code, old.status_code) == (400, 200)
    assert new.headers["content-type"] == "application/graphql-response+json; charset=utf-8"
    assert old.headers["content-type"] == "application/json; charset=utf-8"
    assert "data" not in new.json()
    assert only_error(old)


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b"{", JSON, 400),
        (b"[]", JSON, 400),
        (b'{"query": 1}', JSON, 400),
        (b'{"query": "{__typename}", "variables": [1]}', JSON, 400),
        (b'{"query": "{__typename}"}', {"content-type": "text/plain"}, 415),
        (b"query={__typename}", {"content-type": "application/x-www-form-urlencoded"}, 415),
        (b'{"query": "{__typename}"}', {}, 415),
        (b'{"query": "{__typename}"}', {**JSON, "accept": "text/html"}, 406),
        (b" " * 200_000, JSON, 413),
    ],
)
async def test_a_malformed_request_is_refused_with_one_clear_error(client, content, headers, status):
    response = await client.post("/graphql", content=content, headers=headers)
    assert response.status_code == status
    assert only_error(response) == "BAD_REQUEST"


async def test_a_large_body_of_unknown_length_is_cut_short(client):
    sent = 0

    async def endless():
        nonlocal sent
        while sent < 100:
            sent += 1
            yield b" " * 50_000

    response = await client.post("/graphql", content=endless(), headers=JSON)
    assert response.status_code == 413
    assert sent < 10


async def test_get_answers_queries_and_refuses_mutations_and_wildcards(client):
    accept = {"accept": "application/json"}
    asked = await client.get("/graphql", params={"query": "{ __typename }"}, headers=accept)
    assert (asked.status_code, asked.json()) == (200, {"data": {"__typename": "Query"}})
    assert (await client.get("/graphql", params={"query": "{ __typename }"})).status_code == 406
    missing = await client.get("/graphql", headers=accept)
    assert (missing.status_code, only_error(missing)) == (400, "BAD_REQUEST")


@pytest.mark.parametrize("media_type", ["application/json", "application/graphql-response+json"])
async def test_a_mutation_by_get_is_a_wrong_method(client, media_type):
    response = await client.get("/graphql", params={"query": "mutation { x }"}, headers={"accept": media_type})
    assert response.status_code == 405
    assert response.headers["allow"] == "POST"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_other_methods_are_refused_and_no_other_site_is_let_in(client, method):
    response = await client.request(method, "/graphql", headers={"origin": "http://elsewhere"})
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, POST"
    assert not [name for name in response.headers if name.startswith("access-control")]


async def test_a_browser_sees_graphiql_and_the_root_leads_there(client):
    page, root = await client.get("/graphql", headers=HTML), await client.get("/")
    assert page.headers["content-type"].startswith("text/html")
    assert (root.status_code, root.headers["location"]) == (307, "graphql")


async def test_production_has_no_page(production):
    for path in ("/graphql", "/", "/graphiql/start.js"):
        assert (await production.get(path, headers=HTML)).status_code == 404


@pytest.mark.parametrize("path", ["/graphql", "/healthz", "/readyz", "/nowhere", "/graphiql/start.js"])
async def test_every_response_has_an_id_and_security_headers(client, path):
    headers = (await client.get(path, headers={"x-request-id": "from-caller.0123"})).headers
    assert headers["x-request-id"] == "from-caller.0123"
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]


@pytest.mark.parametrize(
    "hostile", ["", "short", "a b c d e f g h", "x" * 65, "<script>alert(1)", "a\tlog=forged", "ünïcödé-id"]
)
async def test_an_id_that_would_spoil_a_log_is_replaced(client, hostile):
    response = await client.get("/healthz", headers={b"x-request-id": hostile.encode("latin-1", "replace")})
    assert re.fullmatch("[0-9a-f]{32}", response.headers["x-request-id"])


async def test_each_request_is_one_log_line_without_query_variables_or_names(client):
    body = {"query": "query Board($名: String) { nonsense }", "variables": {"who": "王秀兰"}, "operationName": "Board"}
    with structlog.testing.capture_logs() as lines:
        await client.post("/graphql", json=body, headers={"x-request-id": "0123456789"})
        await client.get("/王秀兰?query=王秀兰", headers=HTML)
        await client.post("/graphql", json={**body, "operationName": "王秀兰"})
    first, second, third = (line for line in lines if line["event"] == "request")
    assert {key: first[key] for key in ("method", "path", "status", "operation")} == {
        "method": "POST",
        "path": "/graphql",
        "status": 200,
        "operation": "Board",
    }
    assert first["duration_ms"] > 0
    assert first["errors"]
    assert (second["path"], second["status"], third["operation"]) == ("(unknown)", 404, None)
    assert "王秀兰" not in json.dumps(lines, ensure_ascii=False, default=str)
    assert "nonsense" not in json.dumps(lines, default=str)


async def test_a_break_inside_is_internal_with_the_id_and_the_log_has_the_traceback(nowhere):
    app = create_app(Settings(), nowhere)
    del app.state.engine
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
        with structlog.testing.capture_logs() as lines:
            response = await client.post("/graphql", json={"query": "{__typename}"})
    assert response.status_code == 500
    assert only_error(response) == "INTERNAL"
    assert "engine" not in response.text
    assert [line for line in lines if line["log_level"] == "error" and line["exc_info"]]


async def test_fifty_at_once_each_get_their_own_answer(client):
    async def ask(number):
        body = {"query": f"{{ a{number}: __typename }}"}
        return await client.post("/graphql", json=body, headers={"x-request-id": f"request-{number:04d}"})

    answers = await asyncio.gather(*(ask(number) for number in range(50)))
    assert [answer.json() for answer in answers] == [{"data": {f"a{number}": "Query"}} for number in range(50)]
    assert [answer.headers["x-request-id"] for answer in answers] == [f"request-{number:04d}" for number in range(50)]
