"""The graph's constraints and indexes: numbered files in `cypher/migrations/`, applied once and recorded in the graph.

Neo4j commits each schema command separately, so a file can be interrupted half-way. Every statement must therefore be
repeatable (`IF NOT EXISTS`, `MERGE`, `SET`): an unrecorded file is run again from its start, and two processes that
migrate at once do the same work twice without harm, and without a lock that a dead process could leave behind.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from neo4j import exceptions as driver_errors

from graph_api.database.repetition import write_repeatably
from graph_api.errors import SetupError
from graph_api.folders import folder_of

if TYPE_CHECKING:
    from graph_api.database.connection import Database

_FILE_NAME = re.compile(r"(?P<number>\d{3})_(?P<name>[a-z0-9_]+)\.cypher")
_STATEMENT_END = re.compile(r";[ \t]*$", re.MULTILINE)
_COMMENT_LINE = re.compile(r"^\s*//.*$", re.MULTILINE)

_STATEMENT_SECONDS = 120.0
_INDEX_SECONDS = 300

_GUARD = "CREATE CONSTRAINT migration_number IF NOT EXISTS FOR (migration:Migration) REQUIRE migration.number IS UNIQUE"
_APPLIED = "MATCH (migration:Migration) RETURN migration.number, migration.checksum ORDER BY migration.number"
_RECORD = (
    "MERGE (migration:Migration {number: $number}) "
    "ON CREATE SET migration.name = $name, migration.checksum = $checksum, migration.applied_at = datetime()"
)
_AWAIT_INDEXES = "CALL db.awaitIndexes($seconds)"


@dataclass(frozen=True)
class Migration:
    """One numbered file: its statements in order, and a checksum that tells whether it was changed since."""

    number: int
    name: str
    path: Path
    checksum: str
    statements: tuple[str, ...]


def read_migrations(folder: Path | None = None) -> tuple[Migration, ...]:
    """The files of the folder (the product's own unless given) by number.

    Raises `SetupError` for a file whose name is not `001_some_name.cypher`, a number used twice or left out.
    """
    files = sorted((folder or folder_of("cypher/migrations")).glob("*.cypher"))
    migrations = tuple(_read_migration(path) for path in files)
    for expected, migration in enumerate(migrations, start=1):
        if migration.number != expected:
            raise SetupError(f"Migration {migration.path.name} should have the number {expected:03d}: rename it.")
    return migrations


async def pending(database: Database, folder: Path | None = None) -> tuple[Migration, ...]:
    """The migrations that the graph does not have yet, in order; reads only.

    Raises `SetupError` when an applied file was changed since, or the graph has one that this version doesn't know.
    """
    migrations = read_migrations(folder)
    applied = dict(await database.read(_APPLIED))
    _check_known(migrations, applied)
    return tuple(migration for migration in migrations if migration.number not in applied)


async def migrate(database: Database, folder: Path | None = None) -> tuple[Migration, ...]:
    """Applies pending migrations, waits until every index is online, and returns the applied ones. Having none is fine.

    Raises `SetupError` as `pending` does, and for a statement that the graph refuses (with the file's name).
    """
    waiting = await pending(database, folder)
    if not waiting:
        return ()
    await write_repeatably(database, _GUARD, seconds=_STATEMENT_SECONDS)
    for migration in waiting:
        await _apply(database, migration)
    await database.write(_AWAIT_INDEXES, {"seconds": _INDEX_SECONDS}, seconds=float(_INDEX_SECONDS))
    return waiting


def _read_migration(path: Path) -> Migration:
    match = _FILE_NAME.fullmatch(path.name)
    if match is None:
        raise SetupError(f"Migration {path.name} is not named like 001_some_name.cypher: rename it.")
    text = "\n".join(path.read_text(encoding="utf-8").splitlines())
    return Migration(
        number=int(match["number"]),
        name=match["name"],
        path=path,
        checksum=hashlib.sha256(text.encode()).hexdigest(),
        statements=_statements(text),
    )


def _statements(text: str) -> tuple[str, ...]:
    bare = _COMMENT_LINE.sub("", text)
    return tuple(statement.strip() for statement in _STATEMENT_END.split(bare) if statement.strip())


def _check_known(migrations: tuple[Migration, ...], applied: dict[int, str]) -> None:
    by_number = {migration.number: migration for migration in migrations}
    for number, checksum in applied.items():
        known = by_number.get(number)
        if known is None:
            raise SetupError(
                f"The graph has migration {number:03d}, which this version doesn't know: use the newer version."
            )
        if known.checksum != checksum:
            raise SetupError(
                f"Migration {known.path.name} was changed after it had been applied: restore it, and put the change "
                "in a new file."
            )


async def _apply(database: Database, migration: Migration) -> None:
    for statement in migration.statements:
        try:
            await write_repeatably(database, statement, seconds=_STATEMENT_SECONDS)
        except driver_errors.Neo4jError as error:
            where = migration.path.name
            raise SetupError(f"Neo4j refused a statement of migration {where}: {error.message}") from error
    record = {"number": migration.number, "name": migration.name, "checksum": migration.checksum}
    await write_repeatably(database, _RECORD, record, seconds=_STATEMENT_SECONDS)
