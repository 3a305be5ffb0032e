"""What one operation may take of the database, and that it gives it back: on the real server."""

import asyncio
import json
from datetime import date, timedelta
from urllib.parse import quote

import pytest
from recorder import Recorder
from socket_server import listening
from structlog.testing import capture_logs
from test_faults import SLOW, becomes

from graph_api.app import create_app
from graph_api.catalogue import load_catalogue
from graph_api.database import Changes, open_database
from graph_api.execution import Engine, Request
from graph_api.execution.runner import MOST_TASKS
from graph_api.settings import Settings

QUERY = '{ city(code: "210681") { name } }'
COVERAGE = '{ city(code: "210681") { name coverage { rate } } }'


class Slow(Recorder):
    """A database in which every statement of an operation takes its time."""

    async def read(self, statement, parameters=None, **limits):
        return await super().read(*((SLOW,) if limits else (statement, parameters)), **limits)


def engine_on(database, *, caching=True):
    return Engine(database, load_catalogue(), Settings(), caching=caching)


async def ask(engine, query=QUERY):
    answer = json.loads((await engine.answer(Request(query, {}, None), request_id="r")).body)
    return answer["data"], [error["extensions"]["code"] for error in answer.get("errors", [])]


def days(number):
    """So many fields that each want the rules of a place on another day."""
    first = date(2026, 6, 30)
    fields = (
        f'a{each}: coverage(within: "210681001001", asOf: "{first - timedelta(each)}") {{ rate }}'
        for each in range(number)
    )
    return f"{{ {' '.join(fields)} }}"


@pytest.mark.parametrize("caching", [True, False])
@pytest.mark.parametrize("query", [QUERY, COVERAGE])
async def test_a_client_that_leaves_ends_what_the_database_does(query, caching, database):
    leaving = asyncio.create_task(ask(engine_on(Slow(database), caching=caching), query))
    assert await becomes(database, 1 if query == QUERY else 5)
    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving
    assert await becomes(database, 0)


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_connection_that_is_closed_ends_it_too(method, database):
    body = json.dumps({"query": COVERAGE}) if method == "POST" else ""
    path = "/graphql" if method == "POST" else f"/graphql?query={quote(COVERAGE)}"
    head = (
        f"{method} {path} HTTP/1.1\r\nhost: localhost\r\naccept: application/json\r\n"
        f"content-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    )
    with capture_logs() as logged:
        async with listening(create_app(Settings(), Slow(database))) as port:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write((head + body).encode())
            assert await becomes(database, 5)
            writer.close()
            await writer.wait_closed()
            assert await becomes(database, 0)
    assert [each["status"] for each in logged if each["event"] == "request"] == [499]


async def test_what_another_waits_for_too_goes_on(database):
    engine = engine_on(Slow(database))
    # A version is known, so that the second finds the first at it.
    await database.read("RETURN 1")
    leaving, staying = (asyncio.create_task(ask(engine)) for _ in range(2))
    assert await becomes(database, 1)
    leaving.cancel()
    await asyncio.wait([leaving])
    assert await becomes(database, 1)
    staying.cancel()
    await asyncio.wait([staying])
    assert await becomes(database, 0)


@pytest.mark.parametrize("query", [QUERY, COVERAGE, days(MOST_TASKS)])
async def test_an_operation_has_one_deadline_after_which_nothing_runs_on(query, neo4j_address):
    async with open_database(neo4j_address, statement_seconds=2.0) as database:
        # Planning is another matter: it does not count as time of the operation.
        await Changes(database).version()
        await database.planning.ensure(SLOW, {}, 20)
        assert await ask(engine_on(Slow(database)), query) == (None, ["TIMEOUT"])
        assert await becomes(database, 0)


async def test_an_operation_that_fails_ends_what_else_it_began(database):
    class Broken(Slow):
        async def read(self, statement, parameters=None, **limits):
            if statement.endswith("AS answer"):
                assert await becomes(database, 4)
                statement = "RETURN nonsense"
                return await Recorder.read(self, statement, parameters, **limits)
            return await super().read(statement, parameters, **limits)

    assert await ask(engine_on(Broken(database)), COVERAGE) == (None, ["INTERNAL"])
    assert await becomes(database, 0)


async def test_too_many_places_and_days_are_refused_before_any_rule_runs(donggang):
    recorder = Recorder(donggang)
    assert await ask(engine_on(recorder), days(MOST_TASKS + 1)) == (None, ["TOO_COMPLEX"])
    assert recorder.statements == []


async def test_what_several_fields_want_alike_is_checked_once(donggang):
    recorder = Recorder(donggang)
    engine = engine_on(recorder, caching=False)
    alike = " ".join(f'a{each}: coverage(within: "210681001001") {{ rate }}' for each in range(MOST_TASKS + 1))
    data, errors = await ask(engine, f"{{ {alike} }}")
    assert errors == []
    assert len({each["rate"] for each in data.values()}) == 1
    rules = [each for each in recorder.statements if "AS rule" in each]
    assert len(rules) == len(set(rules)) > 0


class Counting(Recorder):
    """A database that counts how many statements of operations run on it at once."""

    running = most = 0

    async def read(self, statement, parameters=None, **limits):
        if not limits:
            return await super().read(statement, parameters)
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            return await super().read(statement, parameters, **limits)
        finally:
            self.running -= 1


async def test_one_operation_has_few_statements_running_at_once(donggang):
    counting = Counting(donggang)
    assert (await ask(engine_on(counting), days(12)))[1] == []
    # Four of each of two runs, and the operation's own.
    assert counting.most <= 9


@pytest.mark.parametrize(
    "field",
    [
        'issues(within: "", filter: {status: RESOLVED}) { totalCount }',
        "cities(first: -1) { totalCount nodes { name } }",
        'coverage(within: "x") { rate }',
        'city(code: "x") { name coverage { rate } }',
    ],
)
async def test_a_field_whose_arguments_are_refused_costs_the_database_nothing(field, donggang):
    recorder = Recorder(donggang)
    engine = engine_on(recorder, caching=False)
    _, errors = await ask(engine, f"{{ {field} }}")
    assert (len(errors), recorder.statements) == (1, [])


async def test_nor_does_one_beside_others(donggang):
    recorder = Recorder(donggang)
    data, errors = await ask(
        engine_on(recorder, caching=False),
        '{ wrong: city(code: "x") { code } city(code: "210681") { name } id: __typename __schema { queryType { name } } }',
    )
    assert errors == ["BAD_CODE"]
    assert list(data) == ["wrong", "city", "id", "__schema"]
    assert (data["wrong"], data["city"] is None, data["id"]) == (None, False, "Query")
    [statement] = recorder.statements
    assert statement.count(":City") == 1
