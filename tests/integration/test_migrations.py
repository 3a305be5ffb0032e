import asyncio

import pytest

from graph_api.database.migrations import migrate, pending, read_migrations
from graph_api.errors import SetupError

RECORDED = "MATCH (migration:Migration) RETURN migration.number ORDER BY migration.number"


@pytest.fixture
async def forgetful(database):
    """The database, migrated; what a test applies beyond the product's own migrations is undone afterwards."""
    await migrate(database)
    yield database
    own = len(read_migrations())
    await database.write("MATCH (migration:Migration) WHERE migration.number > $own DELETE migration", {"own": own})
    await database.write("MATCH (trial:Trial) DELETE trial")
    await database.write("DROP CONSTRAINT trial_name IF EXISTS")


@pytest.fixture
def folder(tmp_path):
    """The product's migrations and one more."""
    for migration in read_migrations():
        (tmp_path / migration.path.name).write_text(migration.path.read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def add(folder, text):
    path = folder / f"{len(read_migrations()) + 1:03d}_trial.cypher"
    path.write_text(text, encoding="utf-8")
    return path


async def test_migrations_are_applied_once_and_recorded(forgetful):
    assert await pending(forgetful) == ()
    assert await migrate(forgetful) == ()
    assert await forgetful.read(RECORDED) == [[migration.number] for migration in read_migrations()]


async def test_every_index_answers_after_migrating(forgetful):
    [[count]] = await forgetful.read("SHOW INDEXES YIELD state WHERE state <> 'ONLINE' RETURN count(*)")
    assert count == 0


async def test_the_index_of_spellings_finds_names_by_a_part(donggang):
    statement = (
        "CALL db.index.fulltext.queryNodes('spellings', 'spellings:5华庭*') YIELD node RETURN collect(node.name)"
    )
    [[names]] = await donggang.read(statement)
    assert "鼎林华庭小区" in names


async def test_a_new_file_is_pending_and_then_applied(forgetful, folder):
    add(folder, "// Why.\nCREATE (:Trial {name: 'a;b'});\nCREATE (:Trial {name: 'c'})\n")
    assert [migration.name for migration in await pending(forgetful, folder)] == ["trial"]
    await migrate(forgetful, folder)
    assert await forgetful.read("MATCH (trial:Trial) RETURN trial.name ORDER BY trial.name") == [["a;b"], ["c"]]


async def test_an_applied_file_that_was_changed_is_named(forgetful, folder):
    path = add(folder, "MERGE (:Trial {name: 'a'})")
    await migrate(forgetful, folder)
    path.write_text("MERGE (:Trial {name: 'b'})", encoding="utf-8")
    for step in (pending, migrate):
        with pytest.raises(SetupError, match=rf"{path.name} was changed"):
            await step(forgetful, folder)


async def test_a_graph_newer_than_the_product_is_refused(forgetful, folder):
    add(folder, "MERGE (:Trial {name: 'a'})")
    await migrate(forgetful, folder)
    with pytest.raises(SetupError, match=r"which this version doesn't know"):
        await migrate(forgetful)


async def test_a_refused_statement_names_its_file_and_is_not_recorded(forgetful, folder):
    path = add(folder, "MERGE (:Trial {name: 'a'});\nCREATE NONSENSE;\n")
    with pytest.raises(SetupError, match=path.name):
        await migrate(forgetful, folder)
    assert len(await forgetful.read(RECORDED)) == len(read_migrations())


async def test_many_may_migrate_at_once(forgetful, folder):
    add(
        folder,
        "CREATE CONSTRAINT trial_name IF NOT EXISTS FOR (trial:Trial) REQUIRE trial.name IS UNIQUE;\n"
        "MERGE (:Trial {name: 'a'});\n",
    )
    await asyncio.gather(*(migrate(forgetful, folder) for _ in range(6)))
    assert await forgetful.read("MATCH (trial:Trial) RETURN count(trial)") == [[1]]
    assert await pending(forgetful, folder) == ()


def test_a_file_with_another_name_is_refused(tmp_path):
    (tmp_path / "first.cypher").write_text("RETURN 1", encoding="utf-8")
    with pytest.raises(SetupError, match=r"first\.cypher is not named like"):
        read_migrations(tmp_path)


@pytest.mark.parametrize("names", [("001_a", "001_b"), ("001_a", "003_b"), ("002_a",)])
def test_numbers_follow_each_other(tmp_path, names):
    for name in names:
        (tmp_path / f"{name}.cypher").write_text("RETURN 1", encoding="utf-8")
    with pytest.raises(SetupError, match=r"should have the number"):
        read_migrations(tmp_path)
