"""Changes that say in which cities they are, on the real server: what is kept of others stays, and nothing else does."""

import asyncio
import json
import time
from contextlib import AsyncExitStack

import pytest
from recorder import Recorder
from tiny_city import PREFIX, City, remove, write

from graph_api.catalogue import load_catalogue
from graph_api.database import Changes, open_database
from graph_api.database.bolt import number_of
from graph_api.execution import Engine, Request
from graph_api.seed.loader import load_rows
from graph_api.seed.table_files import Line
from graph_api.seed.tables import leaders
from graph_api.settings import Settings

ONE, OTHER = f"{PREFIX}9970", f"{PREFIX}9971"
RENAME = "MATCH (city:City {code: $code}) SET city.name = randomUUID()"
FINDINGS = '{ coverageFindings(filter: { rules: [LDR1] }, asOf: "2026-06-30", first: 100) { nodes { id result } } }'


@pytest.fixture
async def cities(donggang):
    made = [City(ONE), City(OTHER)]
    for city in made:
        city.community()
        city.leader()
    await write(donggang, made)
    yield made
    await remove(donggang)


@pytest.fixture
async def opened(neo4j_address, cities):
    """Two connections of the product's to the graph, as two of its processes have them."""
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(open_database(neo4j_address, statement_seconds=120)) for _ in range(2)]


@pytest.fixture
def changes(opened):
    return Changes(opened[0])


async def rename(database, code, cities=None):
    await database.write(RENAME, {"code": code}, cities=cities)


async def test_neo4j_names_a_change_by_a_number_that_we_can_read(opened):
    """With another Neo4j, whose names we can't read, each change would be one of every city."""
    database, _ = opened
    await rename(database, ONE, [ONE])  # names of properties that are new to the store are changes too
    numbers = []
    for told in ([ONE], None, [ONE, OTHER], []):
        await rename(database, ONE, told)
        numbers.append(number_of(await database.version()))
    store, first = numbers[0]
    assert numbers == [(store, first + number) for number in range(4)]


async def test_a_change_is_of_the_cities_that_it_names_alone(opened, changes):
    async def now():
        versions = await changes.version()
        return versions.of(ONE), versions.of(OTHER)

    await rename(opened[1], ONE, [ONE])
    before = await now()
    await rename(opened[1], ONE, [ONE])
    after = await now()
    assert after[0] != before[0]
    assert after[1] == before[1]
    await rename(opened[1], ONE)
    assert {*after}.isdisjoint(await now())


async def test_a_change_that_fails_leaves_no_version_behind(opened, changes):
    await rename(opened[1], ONE, [ONE])
    before = await changes.version()
    with pytest.raises(Exception, match="by zero"):
        await opened[1].write(RENAME + " RETURN 1 / 0", {"code": ONE}, cities=[ONE])
    assert (await changes.version()).of(ONE) == before.of(ONE)


async def test_no_version_is_older_than_a_change(opened, changes):
    """Writers side by side, some of which tell nothing: whoever looks after a change sees another version of the city."""

    async def writing(database, code, tells):
        for number in range(60):
            before = (await changes.version()).of(code)
            await rename(database, code, [code] if tells(number) else None)
            assert (await changes.version()).of(code) != before

    await asyncio.gather(
        writing(opened[0], ONE, lambda _: True),
        writing(opened[1], OTHER, lambda _: True),
        writing(opened[1], OTHER, lambda number: number % 3),
    )


@pytest.fixture
def engine(opened):
    recorder = Recorder(opened[0])
    return Engine(recorder, load_catalogue(), Settings(), caching=True), recorder


async def ask(engine, text):
    answer = json.loads((await engine.answer(Request(text, {}, None), request_id="r")).body)
    assert "errors" not in answer
    return answer["data"]


async def test_only_the_changed_city_is_checked_anew(engine, opened):
    engine, recorder = engine

    async def rules_run():
        before = len(recorder.statements)
        await ask(engine, FINDINGS)
        return sum("AS evidence" in text for text in recorder.statements[before:])

    await rename(opened[1], ONE, [ONE])
    assert await rules_run() == 3
    for told, number in (([ONE], 1), ([], 0), ([ONE, OTHER], 2), (None, 3)):
        await rename(opened[1], ONE, told)
        assert await rules_run() == number, told


async def test_what_the_loader_changes_is_checked_anew(engine, opened):
    engine, recorder = engine
    before = await ask(engine, FINDINGS)
    row = leaders.TABLES[0].row(code=f"{ONE}L900", name="甲", title="副市长", body="GOVERNMENT", provenance="SYNTHETIC")
    asked = len(recorder.statements)
    await load_rows(opened[1], load_catalogue(), {leaders.TABLES[0].name: [Line(2, row)]}, lambda *_: None)
    after = await ask(engine, FINDINGS)
    assert len(after["coverageFindings"]["nodes"]) == len(before["coverageFindings"]["nodes"]) + 1
    assert sum("AS evidence" in text for text in recorder.statements[asked:]) == 1


async def test_what_is_checked_ahead_is_what_is_asked(engine):
    engine, recorder = engine
    await engine.run_rules_ahead()
    assert 0 < engine.day_ends() - time.time() <= 25 * 60 * 60
    before = len(recorder.statements)
    await ask(
        engine, "{ communities(filter: { fullyCovered: false }, orderBy: { field: COVERAGE_RATE }) { totalCount } }"
    )
    assert len(recorder.statements) == before + 1
