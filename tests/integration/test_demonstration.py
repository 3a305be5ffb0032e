"""The demonstration does not decay: serving moves it on when a month has ended, and touches nothing that was recorded."""

import asyncio
import io
from datetime import date

import pytest
from rich.console import Console

from graph_api.catalogue import load_catalogue
from graph_api.cli.demonstration import move_on, prepare
from graph_api.database import open_database
from graph_api.seed.loader import Seed, load_donggang, seeding
from graph_api.seed.state import holds_nothing_else, migrate_seeded, read_state

LAST_OF_JUNE, FIRST_OF_JULY = date(2026, 6, 30), date(2026, 7, 1)
IN_JUNE = "MATCH (meeting:Meeting) WHERE meeting.date.year = 2026 AND meeting.date.month = 6 RETURN count(*)"


@pytest.fixture
async def opened(neo4j_address, donggang):
    """The run's database, as if the demonstration had been loaded on 2026-06-30; afterwards as if that had been chosen."""
    async with open_database(neo4j_address, statement_seconds=60) as database:
        await mark(database)
        yield database
        await mark(database, follows_today=False)


@pytest.fixture
async def restored(opened):
    """That database for a test that loads the demonstration as of another date."""
    yield opened
    await load_donggang(opened, load_catalogue(), LAST_OF_JUNE)


async def mark(database, *, follows_today=True):
    """What a load into an empty graph leaves, without the load."""
    seed = Seed("donggang", LAST_OF_JUNE, follows_today=follows_today, alone=True)
    async with seeding(database, load_catalogue(), seed):
        pass


async def served(database, today, *, may_load=True):
    """What is said before the graph is served."""
    screen = io.StringIO()
    await prepare(database, today, Console(file=screen, width=200), may_load=may_load)
    return screen.getvalue()


async def as_of(database):
    return (await read_state(database)).as_of


async def test_it_is_moved_on_when_its_month_has_ended_by_two_at_once_too(restored, neo4j_address):
    assert await served(restored, LAST_OF_JUNE) == ""
    [[before]] = await restored.read(IN_JUNE)
    async with open_database(neo4j_address, statement_seconds=60) as other:
        said = await asyncio.gather(*(served(each, FIRST_OF_JULY) for each in (restored, other)))
    assert "A month has ended since 2026-06-30: the demonstration is loaded again as of 2026-07-01." in said[0]
    [[after]] = await restored.read(IN_JUNE)
    assert after > before
    state = await read_state(restored)
    assert (state.as_of, state.complete, state.follows_today) == (FIRST_OF_JULY, True, True)
    assert await served(restored, date(2026, 7, 31)) == ""


async def test_a_move_that_was_cut_off_is_completed_by_the_next_start_or_day_and_goes_on(restored, monkeypatch):
    real, left = restored.write, [20]

    async def cut_off(*arguments, **options):
        left[0] -= 1
        if left[0] < 0:
            raise ConnectionError
        return await real(*arguments, **options)

    monkeypatch.setattr(restored, "write", cut_off)
    with pytest.raises(ConnectionError):
        await served(restored, FIRST_OF_JULY)
    monkeypatch.undo()
    assert (await read_state(restored)).is_empty
    await move_on(restored, date(2026, 7, 2), Console(file=io.StringIO()))
    state = await read_state(restored)
    assert (state.as_of, state.complete, state.follows_today) == (date(2026, 7, 2), True, True)
    assert await holds_nothing_else(restored, state)


@pytest.mark.parametrize(
    ("statement", "cities"),
    [
        ("CREATE (:Note)", None),
        ("MATCH (city:City {code: '210681'}) SET city.name = city.name", ("210681",)),
        ("CREATE (:Note)", ("999999",)),
    ],
    ids=["by any client", "in its city", "in another city"],
)
async def test_it_stays_once_anything_was_recorded(opened, statement, cities):
    await opened.write(statement, cities=cities)
    said = await served(opened, FIRST_OF_JULY)
    await opened.write("MATCH (note:Note) DELETE note", cities=())
    assert said == "Nothing is recorded after 2026-06-30, 1 days ago: coverage falls.\n"
    assert await as_of(opened) == LAST_OF_JUNE


async def test_it_stays_after_a_load_beside_what_was_recorded(opened):
    await opened.write("CREATE (:Note)")
    await load_donggang(opened, load_catalogue(), LAST_OF_JUNE, follows_today=True)
    await opened.write("MATCH (note:Note) DELETE note", cities=())
    assert "Nothing is recorded after 2026-06-30" in await served(opened, FIRST_OF_JULY)


async def test_one_of_a_chosen_date_stays(opened):
    await mark(opened, follows_today=False)
    assert "Nothing is recorded after 2026-06-30, 153 days ago" in await served(opened, date(2026, 11, 30))


async def test_one_on_a_server_that_nothing_may_be_loaded_into_stays(opened):
    assert "Nothing is recorded after 2026-06-30" in await served(opened, FIRST_OF_JULY, may_load=False)


async def test_one_that_an_earlier_version_loaded_stays(opened):
    await opened.write("MATCH (seed:Seed {name: 'donggang'}) REMOVE seed.mark, seed.follows_today", cities=())
    assert "Nothing is recorded after 2026-06-30" in await served(opened, FIRST_OF_JULY)


async def test_a_load_of_a_chosen_date_that_was_cut_off_is_completed_as_of_it(opened):
    await opened.write(
        "MATCH (seed:Seed {name: 'donggang'}) SET seed.follows_today = false REMOVE seed.completed_at", cities=()
    )
    await served(opened, FIRST_OF_JULY)
    state = await read_state(opened)
    assert (state.as_of, state.complete, state.follows_today) == (LAST_OF_JUNE, True, False)


async def test_a_migration_is_no_change_of_it(opened):
    # As if this version had one more than the last.
    await opened.write("MATCH (migration:Migration {number: 10}) DELETE migration")
    await mark(opened)
    assert [each.number for each in (await migrate_seeded(opened, load_catalogue())).migrations] == [10]
    assert await holds_nothing_else(opened, await read_state(opened))


async def test_spellings_that_an_earlier_version_did_not_write_are_no_change_of_it(opened):
    await opened.write("MATCH (city:City {code: '210681'}) REMOVE city.spellings, city.spelled")
    await mark(opened)
    assert (await migrate_seeded(opened, load_catalogue())).spelled == 1
    assert await holds_nothing_else(opened, await read_state(opened))


async def test_records_that_were_entered_are_old_once_a_whole_month_has_none(opened):
    await opened.write("MATCH (seed:Seed {name: 'donggang'}) DETACH DELETE seed", cities=())
    assert await served(opened, date(2026, 7, 31)) == ""
    assert "Nothing is recorded after 2026-06-" in await served(opened, date(2026, 8, 1))
