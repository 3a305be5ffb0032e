"""Answers that are given again, on the real server and over a real socket: never once the graph has changed."""

import asyncio
import json
from contextlib import AsyncExitStack

import httpx
import neo4j
import pytest
from recorder import Recorder
from socket_server import listening
from tiny_city import PREFIX, City, remove, write

from graph_api.app import create_app
from graph_api.catalogue import load_catalogue
from graph_api.database import open_database
from graph_api.execution import Engine, Request
from graph_api.settings import Settings

CODE = f"{PREFIX}9980"
NAME = f'{{ city(code: "{CODE}") {{ name communities {{ totalCount }} }} }}'
GRAPHQL = {"accept": "application/graphql-response+json"}
CHANGE = "MATCH (city:City {code: $code}) SET city.name = $name"


@pytest.fixture
async def city(donggang):
    city = City(CODE)
    city.community()
    await write(donggang, [city])
    yield city
    await remove(donggang)


@pytest.fixture
def rename(city, neo4j_address):
    """Gives the city a name over a connection that the product knows nothing of."""
    auth = (neo4j_address.username, neo4j_address.password)
    with neo4j.GraphDatabase.driver(neo4j_address.uri, auth=auth) as driver:
        yield lambda name: driver.execute_query(CHANGE, code=CODE, name=name)


@pytest.fixture
async def engines(neo4j_address, city):
    """Two engines, each with connections and answers of its own, as two processes have them; and their recorders."""
    async with AsyncExitStack() as stack:
        # A busy machine may take its time to plan a statement.
        opened = [
            await stack.enter_async_context(open_database(neo4j_address, statement_seconds=120)) for _ in range(2)
        ]
        recorders = [Recorder(each) for each in opened]
        yield [Engine(each, load_catalogue(), Settings(), caching=True) for each in recorders], recorders


async def name_from(engine):
    answer = await engine.answer(Request(NAME, {}, None), request_id="r")
    return json.loads(answer.body)["data"]["city"]["name"]


async def test_a_version_stays_until_something_changes(donggang, rename):
    first = await donggang.version()
    await donggang.read("MATCH (community:Community) RETURN count(*)")
    assert await donggang.version() == first == donggang.seen
    rename("甲市")
    assert await donggang.version() != first


@pytest.mark.parametrize("foreign", ["no bookmark at all", "FB:kcwQAAAAAAAAAAAAAAAAAAAAAMkAAQ=="])
async def test_a_version_that_the_store_never_had_is_forgotten(neo4j_address, foreign):
    async with open_database(neo4j_address) as database:
        current = await database.version()
        database._seen = foreign  # as after another store was put in the place of this one
        assert await database.read("RETURN 1") == [[1]]
        assert database.seen == current


async def test_a_server_reached_through_the_driver_tells_no_version(neo4j_address, donggang):
    routed = type(neo4j_address)(
        neo4j_address.uri.replace("bolt://", "neo4j://"), neo4j_address.username, neo4j_address.password
    )
    async with open_database(routed) as database:
        assert await database.version() is None
        await database.read("RETURN 1")
        assert database.seen is None


async def test_what_has_not_changed_is_not_asked_again(engines):
    (engine, _), (recorder, _) = engines
    for _ in range(5):
        await name_from(engine)
    assert len(recorder.statements) == 1


async def test_what_was_found_is_not_looked_for_again(engines):
    (engine, _), (recorder, _) = engines
    pages = '{ coverageFindings(within: "210681", asOf: "2026-06-30", first: %d) { totalCount nodes { id } } }'
    for number in range(1, 5):
        answer = await engine.answer(Request(pages % number, {}, None), request_id="r")
        assert len(json.loads(answer.body)["data"]["coverageFindings"]["nodes"]) == number
    shares = len(engine._finders._rules._shares)
    # The first time the versions of the cities, and each share of the rules; then only the pages are read.
    assert len(recorder.statements) == 1 + shares + 4


async def test_a_country_is_checked_city_by_city(engines, city, donggang):
    """What is known of one city serves where all are asked about; all together are what each has."""
    (engine, _), (recorder, _) = engines
    rule = (
        '{ coverageFindings(%s filter: { rules: [LDR1] }, asOf: "2026-06-30", first: 100) { totalCount nodes { id } } }'
    )

    async def found(within=""):
        answer = await engine.answer(Request(rule % within, {}, None), request_id="r")
        return json.loads(answer.body)["data"]["coverageFindings"]

    other = City(f"{PREFIX}9981")
    for each in (city, other):
        each.leader()
    await write(donggang, [city, other])
    await engine.answer(Request("{ cities { totalCount } }", {}, None), request_id="r")  # tells the version
    each = [await found(f'within: "{code}",') for code in ("210681", city.code, other.code)]
    before = len(recorder.statements)
    everywhere = await found()
    assert everywhere["totalCount"] == sum(one["totalCount"] for one in each) > 30
    assert everywhere["nodes"] == [node for one in each for node in one["nodes"]]
    # The cities, and the page; no rule runs again, and the second time nothing is asked.
    assert len(recorder.statements) - before == 2
    assert await found() == everywhere
    assert len(recorder.statements) - before == 2


async def test_what_is_planned_beforehand_is_what_is_asked(engines):
    (engine, _), (recorder, _) = engines
    await engine.warm()
    assert engine.warming.given_up == []
    planned = set(recorder.statements)
    recorder.statements.clear()
    for text in (
        '{ coverage(within: "210681") { rate counts { pass } } }',
        '{ coverage(within: "210681001001") { rate counts { pass } } }',
        '{ coverage(within: "210681001001001", asOf: "2026-06-30") { rate } }',
        '{ communities(within: "210681", filter: { fullyCovered: false }) { totalCount } }',
        '{ coverageFindings(within: "210681001", filter: { obligation: SHOULD }) { totalCount } }',
        '{ coverageFindings(within: "210681", filter: { rules: [DEP4] }) { totalCount } }',
    ):
        await engine.answer(Request(text, {}, None), request_id="r")
    rules = {statement for statement in recorder.statements if "AS once CALL () {" in statement}
    assert rules
    assert rules <= planned


async def test_a_result_is_not_older_than_a_change(engines, city, rename, donggang):
    rate = f'{{ coverage(within: "{CODE}", asOf: "2026-06-30") {{ counts {{ rule {{ code }} pass fail }} }} }}'
    leaders = []
    for number in range(3):
        for engine in engines[0]:
            answer = await engine.answer(Request(rate, {"other": number}, None), request_id="r")
            counts = json.loads(answer.body)["data"]["coverage"]["counts"]
            leaders.append(next(one["fail"] for one in counts if one["rule"]["code"] == "LDR1"))
        city.leader()
        await write(donggang, [city])
    assert leaders == [0, 0, 1, 1, 2, 2]


async def test_a_change_is_seen_at_once_by_every_process(engines, rename):
    for number in range(5):
        rename(f"{number}市")
        for engine in engines[0]:
            assert [await name_from(engine) for _ in range(3)] == [f"{number}市"] * 3


async def test_what_the_loaders_change_is_seen(engines, donggang, city):
    (engine, _), _ = engines
    answers = []
    for _ in range(2):
        for _ in range(3):
            answer = await engine.answer(Request(NAME, {}, None), request_id="r")
            answers.append(json.loads(answer.body)["data"]["city"]["communities"]["totalCount"])
        city.community()
        await write(donggang, [city])
    assert answers == [1] * 3 + [2] * 3


async def test_no_answer_is_older_than_the_change_before_it(engines, rename):
    """A writer and many readers: whoever asks after a change was made gets it, or a later one."""
    written = 0

    async def writing():
        nonlocal written
        for number in range(1, 40):
            await asyncio.to_thread(rename, f"{number:03}市")
            written = number

    async def reading(engine):
        while written < 39:
            before = written
            assert (await name_from(engine))[:3] >= f"{before:03}"

    rename("000市")
    await asyncio.gather(writing(), *(reading(engine) for engine in engines[0] for _ in range(8)))


@pytest.fixture
async def client(donggang):
    async with (
        listening(create_app(Settings(), donggang)) as port,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers=GRAPHQL, timeout=20) as client,
    ):
        yield client


async def test_a_client_that_has_the_answer_is_told_so(client, rename):
    asked = {"query": NAME}
    first = await client.get("/graphql", params=asked)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"
    for had in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = await client.get("/graphql", params=asked, headers={"if-none-match": had})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert (await client.get("/graphql", params=asked, headers={"if-none-match": '"other"'})).status_code == 200
    rename("乙市")
    changed = await client.get("/graphql", params=asked, headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert changed.json()["data"]["city"]["name"] == "乙市"
    assert changed.headers["etag"] != tag


@pytest.mark.parametrize("query", ["{ nothing }", '{ city(code: "x") { name } }'], ids=["refused", "with an error"])
async def test_what_is_no_answer_has_no_tag(client, query):
    response = await client.get("/graphql", params={"query": query}, headers={"if-none-match": "*"})
    assert response.status_code in {200, 400}
    assert "etag" not in response.headers
    assert response.headers["cache-control"] == "no-store"


async def test_a_post_has_no_tag(client, city):
    response = await client.post("/graphql", json={"query": NAME})
    assert "etag" not in response.headers
    assert response.headers["cache-control"] == "no-store"
