"""The HTTP surface without a database: nothing listens at its address."""

import asyncio
import json
import re

import httpx
import pytest
import structlog
import uvicorn
from neo4j import AsyncGraphDatabase

from graph_api.app import create_app
from graph_api.database import Address, Database
from graph_api.database.bolt import Pool
from graph_api.hosting import UVICORN
from graph_api.schema import printed
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
    return httpx.AsyncClient(transport=transport, base_url="http://localhost", timeout=10)


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


@pytest.mark.parametrize(
    ("query", "column"),
    [
        ("{}", 2),
        ("{ rules {} }", 10),
        ("{ rules { ... on Rule {} } }", 24),
        ("query Q { __typename } query P { }", 34),
        ("{ ...F } fragment F on Query {}", 31),
    ],
)
async def test_a_selection_is_never_empty(client, query, column):
    response = await client.post("/graphql", json={"query": query, "operationName": "Q"})
    assert only_error(response) == "GRAPHQL_PARSE_FAILED"
    assert response.json()["errors"][0]["locations"] == [{"line": 1, "column": column}]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ('city(code: "x") { name }', "BAD_CODE"),
        ('node(id: "x") { id }', "BAD_ID"),
        ("communities(first: 0) { totalCount }", "BAD_PAGE"),
        ('deeds(after: "x") { totalCount }', "BAD_CURSOR"),
        ('search(text: "") { id }', "BAD_USER_INPUT"),
        ('coverage(within: "x") { rate }', "BAD_CODE"),
        ('coverageChanges(within: "210681", from: "2026-06-30", until: "2026-01-01") { totalCount }', "BAD_USER_INPUT"),
    ],
)
async def test_a_refused_field_needs_no_database(client, asked, code):
    answer = (await client.post("/graphql", json={"query": f"{{ {asked} rules {{ code }} }}"})).json()
    assert [error["extensions"]["code"] for error in answer["errors"]] == [code]


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
        (b'{"query": "{__typename}", "extensions": ""}', JSON, 400),
        (b'{"query": "{__typename}", "extensions": []}', JSON, 400),
        (b'{"query": "{__typename}", "extensions": 0}', JSON, 400),
        (b'{"query": "{__typename}"}', {**JSON, "content-encoding": "gzip"}, 415),
        (b'{"query": "{__typename}"}', {**JSON, "content-encoding": "br, identity"}, 415),
        (b'{"query": "{__typename}"}', {**JSON, "connection": "upgrade", "upgrade": "websocket"}, 400),
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


@pytest.mark.parametrize(
    "accept", [None, "*/*", "application/*", "application/json", "application/graphql-response+json"]
)
async def test_get_answers_queries(client, accept):
    headers = {} if accept is None else {"accept": accept}
    asked = await client.get("/graphql", params={"query": "{ __typename }"}, headers=headers)
    assert (asked.status_code, asked.json()) == (200, {"data": {"__typename": "Query"}})
    missing = await client.get("/graphql", headers=headers)
    assert (missing.status_code, only_error(missing)) == (400, "BAD_REQUEST")


@pytest.mark.parametrize("media_type", ["application/json", "application/graphql-response+json"])
async def test_a_mutation_by_get_is_a_wrong_method(client, media_type):
    for query in ("mutation { x }", "subscription { x }"):
        response = await client.get("/graphql", params={"query": query}, headers={"accept": media_type})
        assert (response.status_code, only_error(response)) == (405, "BAD_REQUEST")
        assert response.headers["allow"] == "POST"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
async def test_other_methods_are_refused(client, method):
    response = await client.request(method, "/graphql")
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD, POST"
    assert not [name for name in response.headers if name.startswith("access-control")]


@pytest.mark.parametrize("path", ["/", "/communities/210681001003", "/graphql"])
async def test_a_browser_sees_pages_that_work_again_when_nothing_has_changed(client, path):
    page = await client.get(path, headers=HTML)
    assert page.headers["content-type"].startswith("text/html")
    again = await client.get(path, headers={**HTML, "if-none-match": page.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    # The browser gives the page that it has stored the policy of this response.
    assert again.headers["content-security-policy"] == page.headers["content-security-policy"]


async def test_files_of_the_board_are_stored_for_ever_under_one_version(client):
    page = (await client.get("/")).text
    for path in re.findall(r'(?:href|src)="([^"]+)"', page):
        response = await client.get(path)
        assert (response.status_code, response.headers["cache-control"]) == (200, "public, max-age=31536000, immutable")
        assert (await client.get(re.sub(r"/board/\w+/", "/board/0123456789abcdef/", path))).status_code == 404
    assert (await client.get(re.search(r'"(/board/\w+/)', page)[1] + "index.html")).status_code == 404


async def test_no_redirect_is_made_of_the_host(client):
    for path in ("/", "/graphql/", "/graphql/?query={a}", "/healthz/", "/graphiql", "/graphiql/", "//graphql"):
        location = (await client.get(path, headers={"host": "127.0.0.1:1"})).headers.get("location", "")
        assert not re.search(r"127|//|:", location)
    assert (await client.get("/graphql/?query={a}")).headers["location"] == "../graphql?query=%7Ba%7D"


async def test_production_has_the_board_but_not_graphiql(production):
    assert (await production.get("/", headers=HTML)).status_code == 200
    for path in ("/graphql", "/graphiql/start.js"):
        assert (await production.get(path, headers=HTML)).status_code == 404


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/nowhere"), ("POST", "/healthz"), ("PUT", "/"), ("GET", "/graphiql/x")]
)
async def test_what_is_not_served_is_refused_as_json(client, method, path):
    response = await client.request(method, path)
    assert response.status_code in (404, 405)
    assert only_error(response) == "BAD_REQUEST"
    assert response.status_code == 404 or "HEAD" in response.headers["allow"]


@pytest.mark.parametrize("path", ["/graphql", "/healthz", "/readyz", "/", "/nowhere", "/graphiql/start.js"])
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
        await client.get("/王秀兰", headers={"host": "elsewhere"})
    first, second, third, fourth = (line for line in lines if line["event"] == "request")
    assert {key: first[key] for key in ("method", "path", "status", "operation")} == {
        "method": "POST",
        "path": "/graphql",
        "status": 200,
        "operation": "Board",
    }
    assert first["duration_ms"] > 0
    assert first["errors"]
    assert (second["path"], second["status"], third["operation"]) == ("(unknown)", 404, None)
    assert (fourth["path"], fourth["status"]) == ("(unknown)", 421)
    assert "王秀兰" not in json.dumps(lines, ensure_ascii=False, default=str)
    assert "nonsense" not in json.dumps(lines, default=str)


async def test_a_break_inside_is_internal_with_the_id_and_the_log_has_the_traceback(nowhere):
    app = create_app(Settings(), nowhere)
    del app.state.engine
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
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


PERSISTED = {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "0" * 64}}}


@pytest.mark.parametrize("query", [{}, {"query": None}, {"query": ""}])
async def test_a_hash_alone_tells_clients_to_send_the_document(client, query):
    response = await client.post("/graphql", json={**PERSISTED, **query, "variables": {}})
    assert response.status_code == 400
    assert only_error(response) == "PERSISTED_QUERY_NOT_SUPPORTED"
    assert response.json()["errors"][0]["message"] == "PersistedQueryNotSupported"
    by_get = await client.get("/graphql", params={"extensions": json.dumps(PERSISTED["extensions"])})
    assert only_error(by_get) == "PERSISTED_QUERY_NOT_SUPPORTED"
    with_document = await client.post("/graphql", json={**PERSISTED, "query": "{ __typename }"})
    assert with_document.json() == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize(("sent", "told"), [(1, 1), (3, 3), (1_000, 100)])
async def test_a_batch_gets_as_many_errors_within_bounds(client, sent, told):
    response = await client.post("/graphql", json=[{"query": "{ __typename }"}] * sent)
    assert response.status_code == 400
    errors = [answer["errors"][0]["extensions"]["code"] for answer in response.json()]
    assert errors == ["BAD_REQUEST"] * told


async def test_a_body_may_begin_with_a_byte_order_mark(client):
    response = await client.post("/graphql", content=b'\xef\xbb\xbf{"query":"{__typename}"}', headers=JSON)
    assert response.json() == {"data": {"__typename": "Query"}}


async def test_several_lines_of_a_header_are_one_list(client):
    async def get(*headers):
        return await client.get("/graphql", params={"query": "{ __typename }"}, headers=list(headers))

    accepted = await get(("accept", "image/png"), ("accept", "application/graphql-response+json"))
    assert accepted.headers["content-type"].startswith("application/graphql-response+json")
    tag = accepted.headers["etag"]
    again = await get(("accept", "application/json"), ("if-none-match", '"other"'), ("if-none-match", f'W/{tag}, "x"'))
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    large = {"query": "{ __schema { types { name description } } }"}
    answer = await client.post("/graphql", json=large, headers=[("accept-encoding", "br"), ("accept-encoding", "gzip")])
    assert answer.headers["content-encoding"] == "gzip"


async def test_large_answers_are_compressed_and_have_a_tag_of_their_own(client):
    async def get(method, accept_encoding, **headers):
        params = {"query": "{ __schema { types { name description } } }"}
        headers = {**headers, "accept-encoding": accept_encoding}
        return await client.request(method, "/graphql", params=params, headers=headers)

    plain, packed = await get("GET", "identity"), await get("GET", "gzip;q=0.5, br")
    assert plain.content == packed.content
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) * 3 < int(plain.headers["content-length"])
    assert plain.headers["vary"] == packed.headers["vary"] == "accept, accept-encoding"
    assert plain.headers["etag"] != packed.headers["etag"]
    head = await get("HEAD", "gzip")
    for name in ("content-length", "content-encoding", "etag", "vary", "content-type"):
        assert head.headers[name] == packed.headers[name]
    for response, accept_encoding in ((plain, "identity"), (packed, "gzip")):
        again = await get("GET", accept_encoding, **{"if-none-match": response.headers["etag"]})
        assert (again.status_code, again.headers["vary"]) == (304, "accept, accept-encoding")


async def test_small_answers_and_errors_are_not_compressed(client):
    for query in ("{ __typename }", "{ nonsense }", "{"):
        answer = await client.post("/graphql", json={"query": query}, headers={"accept-encoding": "gzip"})
        assert "content-encoding" not in answer.headers
        assert "accept-encoding" in answer.headers["vary"]


@pytest.mark.parametrize(
    "host", ["localhost", "LocalHost:8000", "localhost.", "127.0.0.1:80", "127.8.0.1", "[::1]", "[::1]:8000"]
)
async def test_answers_to_names_of_loopback(client, host):
    assert (await client.get("/healthz", headers={"host": host})).status_code == 200


@pytest.mark.parametrize("path", ["/graphql", "/healthz", "/readyz", "/", "/graphiql/start.js", "/nowhere"])
@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("elsewhere.example", 421),
        ("elsewhere.example:8000", 421),
        ("localhost.elsewhere.example", 421),
        ("127.0.0.1.nip.io", 421),
        ("10.0.0.1:8000", 421),
        ("[::2]", 421),
        ("0.0.0.0", 421),
        ("2130706433", 421),
        ("", 400),
        ("localhost@elsewhere", 400),
        ("localhost, localhost", 400),
        ("localhost:", 400),
        ("localhost:80:80", 400),
        ("[::1", 400),
        ("local host", 400),
        ("ｌocalhost", 400),
        ("localhost/graphql", 400),
    ],
)
async def test_answers_to_no_other_name(client, path, host, status):
    response = await client.get(path, headers={b"host": host.encode()})
    assert (response.status_code, only_error(response)) == (status, "BAD_REQUEST")


async def test_a_second_host_is_refused(client):
    response = await client.get("/healthz", headers=[("host", "localhost"), ("host", "localhost")])
    assert response.status_code == 400


@pytest.mark.parametrize(
    ("settings", "allowed", "refused"),
    [
        (
            {"allowed_hosts": " api.example , Other.example "},
            ["API.example:443", "other.example"],
            ["example", "10.0.0.1"],
        ),
        ({"allowed_hosts": "*"}, ["anything.example", "10.0.0.1"], ["any thing"]),
        ({"host": "0.0.0.0"}, ["10.0.0.1:8000", "[fe80::1]:8000", "localhost"], ["elsewhere.example"]),
        ({"host": "server.example"}, ["server.example:8000", "10.0.0.1"], ["elsewhere.example"]),
        ({"host": "::1"}, ["[::1]:8000"], ["10.0.0.1"]),
    ],
)
async def test_the_operator_says_which_names_are_answered(nowhere, settings, allowed, refused):
    async with client_of(Settings(**settings), nowhere) as client:
        for host in allowed:
            assert (await client.get("/healthz", headers={"host": host})).status_code == 200
        for host in refused:
            assert (await client.get("/healthz", headers={"host": host})).status_code in (400, 421)


ASKED = {"query": "{ __typename }"}


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "nonsense"},
        {"sec-fetch-site": "cross-site", "x-requested-with": "x"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"},
        {"origin": "http://elsewhere.example"},
        {"origin": "http://localhost:3000"},
        {"origin": "null"},
    ],
)
async def test_pages_of_other_sites_are_refused(client, headers):
    for response in (
        await client.post("/graphql", json=ASKED, headers=headers),
        await client.get("/graphql", params=ASKED, headers={**headers, "accept": "application/json"}),
        await client.options("/graphql", headers=headers),
    ):
        assert (response.status_code, only_error(response)) == (403, "BAD_REQUEST")
        assert not [name for name in response.headers if name.startswith("access-control")]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "same-origin", "origin": "http://localhost:3000"},
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "same-site", "x-requested-with": "XMLHttpRequest"},
        {"origin": "http://localhost"},
        {"origin": "https://LOCALHOST"},
        {"origin": "chrome-extension://abc"},
        {"apollo-require-preflight": "true"},
    ],
)
async def test_programs_and_the_own_page_are_answered(client, headers):
    asked = await client.get("/graphql", params=ASKED, headers={"accept": "*/*", **headers})
    sent = await client.post("/graphql", json=ASKED, headers=headers)
    assert asked.json() == sent.json() == {"data": {"__typename": "Query"}}


CROSS_SITE = {"origin": "https://board.example", "sec-fetch-site": "cross-site"}


@pytest.fixture
async def shared(nowhere):
    """A client of a server that two other origins may use."""
    async with client_of(
        Settings(allowed_origins="http://localhost:3000, https://Board.example:443"), nowhere
    ) as client:
        yield client


@pytest.mark.parametrize("origin", ["http://localhost:3000", "https://board.example"])
async def test_pages_of_allowed_origins_are_answered(shared, origin):
    headers = {**CROSS_SITE, "origin": origin}
    preflight = await shared.options(
        "/graphql",
        headers={**headers, "access-control-request-method": "POST", "access-control-request-headers": "content-type"},
    )
    sent = await shared.post("/graphql", json=ASKED, headers=headers)
    asked = await shared.get("/graphql", params=ASKED, headers=headers)
    assert sent.json() == asked.json() == {"data": {"__typename": "Query"}}
    assert "POST" in preflight.headers["access-control-allow-methods"]
    assert "content-type" in preflight.headers["access-control-allow-headers"]
    for response in (preflight, sent, asked):
        assert response.status_code == 200
        assert response.headers["access-control-allow-origin"] == origin
        assert "origin" in response.headers["vary"].lower()
        assert len(response.headers.get_list("x-request-id")) == 1
        # No cookies: the server has none.
        assert "access-control-allow-credentials" not in response.headers


async def test_pages_of_allowed_origins_can_read_refusals(shared):
    for response in (
        await shared.post("/graphql", content="{", headers={**CROSS_SITE, **JSON}),
        await shared.get("/nowhere", headers=CROSS_SITE),
        await shared.post("/graphql", json=ASKED, headers={**CROSS_SITE, "host": "elsewhere.example"}),
    ):
        assert response.status_code in (400, 404, 421)
        assert only_error(response) == "BAD_REQUEST"
        assert response.headers["access-control-allow-origin"] == CROSS_SITE["origin"]


@pytest.mark.parametrize(
    "origin",
    [
        "https://other.example",
        "http://board.example",
        "https://board.example:444",
        "https://board.example.evil.example",
        "null",
    ],
)
async def test_pages_of_other_origins_are_refused(shared, origin):
    headers = {"origin": origin, "sec-fetch-site": "cross-site"}
    sent = await shared.post("/graphql", json=ASKED, headers=headers)
    preflight = await shared.options("/graphql", headers={**headers, "access-control-request-method": "POST"})
    assert (sent.status_code, preflight.status_code) == (403, 400)
    for response in (sent, preflight):
        assert "access-control-allow-origin" not in response.headers


async def test_the_schema_is_a_file(client, production):
    served = await client.get("/schema.graphql")
    assert served.text == printed()
    assert served.headers["content-encoding"] == "gzip"
    again = await client.get("/schema.graphql", headers={"if-none-match": served.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert (await production.get("/schema.graphql")).status_code == 404


async def test_a_link_from_another_site_opens_the_page_alone(client):
    link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    page = await client.get("/graphql", params=ASKED, headers={**HTML, **link})
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert (await client.post("/graphql", data=ASKED, headers={**HTML, **link})).status_code == 403
    embedded = await client.get("/graphql", params=ASKED, headers={**HTML, **link, "sec-fetch-mode": "no-cors"})
    assert embedded.status_code == 403


def endless(nowhere):
    """An application that never answers, and the event of its having begun."""
    app = create_app(Settings(), nowhere)
    began = asyncio.Event()

    class Slow:
        async def answer(self, *_, **__):
            began.set()
            await asyncio.Event().wait()

    app.state.engine = Slow()
    return app, began


async def test_a_server_that_stops_answers_the_requests_that_it_has_to_cut_off(nowhere):
    app, began = endless(nowhere)
    options = {**UVICORN, "timeout_graceful_shutdown": 0.1}
    server = uvicorn.Server(uvicorn.Config(app, port=0, lifespan="off", **options))
    serving = asyncio.create_task(server._serve())
    while not server.started:  # noqa: ASYNC110 - uvicorn doesn't tell
        await asyncio.sleep(0.001)
    port = server.servers[0].sockets[0].getsockname()[1]
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        with structlog.testing.capture_logs() as lines:
            asked = asyncio.create_task(client.post("/graphql", json=ASKED))
            await began.wait()
            server.should_exit = True
            response = await asked
            await serving
    assert (response.status_code, only_error(response)) == (503, "UNAVAILABLE")
    assert response.headers["connection"] == "close"
    assert [line["status"] for line in lines if line["event"] == "request"] == [503]
    assert not [line for line in lines if "exc_info" in line]


async def test_a_request_that_the_end_of_the_server_cuts_off_is_told_so(nowhere):
    app, began = endless(nowhere)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
        with structlog.testing.capture_logs() as lines:
            asked = asyncio.create_task(client.post("/graphql", json=ASKED))
            await began.wait()
            asked.cancel()
            response = await asked
    assert (response.status_code, only_error(response)) == (503, "UNAVAILABLE")
    assert response.headers["connection"] == "close"
    assert [(line["status"], line["log_level"], line["errors"]) for line in lines] == [(503, "info", ["UNAVAILABLE"])]
