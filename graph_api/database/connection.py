"""The driver: opens it, runs statements under a deadline, and turns its errors into the product's own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from math import inf
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import neo4j
from neo4j import AsyncDriver, AsyncGraphDatabase, AsyncSession
from neo4j import exceptions as driver_errors

from graph_api.database import changes
from graph_api.database.bolt import Crowded, Overflow, Pool, Refusal
from graph_api.database.planning import Planning
from graph_api.database.watch import Watch
from graph_api.deadlines import Timer
from graph_api.errors import Busy, ClientError, SetupError, TimedOut, TooLarge, Unavailable

# The server checks for overdue statements only at intervals; the client waits this much longer before it gives up
# itself.
_GRACE_SECONDS = 3.0

# A statement slower than this triggers a probe of the server. With the probe's own limit this stays below five seconds,
# after which a client should know that the database is gone.
_PATIENCE_SECONDS = 2.0
_PROBE_SECONDS = 2.0
_QUICK_SECONDS = 1.0

# The factor by which a shared read, which is cancelled when nobody waits for it any more, may exceed the usual limit.
_ATTENDED = 6

_PORT = 7687

Parameters: TypeAlias = Mapping[str, Any]
# Rows, and the version of the graph after reading them, if it is known.
VersionedRows: TypeAlias = tuple[list[list[Any]], str | None]


@dataclass(frozen=True)
class Address:
    """The address of a Neo4j server, with credentials. The password never appears in a repr."""

    uri: str
    username: str
    password: str = field(repr=False)
    database: str = "neo4j"


@dataclass(frozen=True)
class StatementLimits:
    """The maximum time of a read, and the maximum bytes of its reply."""

    seconds: float
    most_bytes: float = inf


class Database:
    """Runs Cypher statements on one Neo4j database. Safe for concurrent use. Opened by `open_database`."""

    def __init__(
        self, driver: AsyncDriver, address: Address, statement_seconds: float, pool: Pool | None = None
    ) -> None:
        self._driver = driver
        self._address = address
        self._seconds = statement_seconds
        self._pool = pool
        self._seen: str | None = None
        self._planning = Planning(self._plan)
        self._losses = 0
        self._timer = Timer(statement_seconds)
        self._patience = Timer(_PATIENCE_SECONDS)

    @property
    def planning(self) -> Planning:
        """The planned statements of the database."""
        return self._planning

    @property
    def seen(self) -> str | None:
        """A version of the graph that the next read has, or a later one; None if no version is known."""
        return self._seen

    async def version(self) -> str | None:
        """The version of the graph: it changes with every change by any client, and only then.

        None if it is unknown: the members of a cluster differ. Raises as `read` does.
        """
        return (await self._patient_read("RETURN 1", None))[1] if self._pool else None

    @property
    def seconds(self) -> float:
        """The maximum time that a client waits for an operation."""
        return self._seconds

    @property
    def timer(self) -> Timer:
        """Rings after that time."""
        return self._timer

    def attended(self, most_bytes: float = inf) -> StatementLimits:
        """The limits of a read that several callers may wait for: each has a deadline, and the last one cancels the
        read.

        So it may take longer than the first caller has time.
        """
        return StatementLimits(self._seconds * _ATTENDED, most_bytes)

    async def read(
        self, statement: str, parameters: Parameters | None = None, *, limits: StatementLimits | None = None
    ) -> list[list[Any]]:
        """The rows of an auto-commit read, each a list of column values. `limits` replace the default limits.

        A statement that is not planned yet is planned first, which does not count as time of the read. A connection
        that the server has closed meanwhile fails at its first use, so a read is retried once on a new one.

        Raises `Unavailable`, `Preparing`, `TooHardToPlan`, `TimedOut` or `TooLarge`, or the driver's own error for an
        invalid statement (a bug, not the client's fault).
        """
        given, limits = parameters or {}, limits or StatementLimits(self._seconds)
        self._look_for_losses()
        if not self._planning.is_planned(statement, given):
            await self._planning.ensure(statement, given, limits.seconds)
        return (await self._patient_read(statement, parameters, limits))[0]

    def _look_for_losses(self) -> None:
        """Treats the plans made before a connection was lost as forgotten: the server may have been restarted.

        If it was not, it still has the plans, and planning takes no time.
        """
        if self._pool is not None and self._pool.losses != self._losses:
            self._losses = self._pool.losses
            self._planning.forget()

    async def _patient_read(
        self, statement: str, parameters: Parameters | None, limits: StatementLimits | None = None
    ) -> VersionedRows:
        loop = asyncio.get_running_loop()
        began = loop.time()
        limits = limits or StatementLimits(self._seconds)
        try:
            return await self._read(statement, parameters, limits)
        except Unavailable:
            # A caller who has already waited gets the error now: the second try would wait just as long.
            if loop.time() - began > _QUICK_SECONDS:
                raise
            return await self._read(statement, parameters, limits)

    async def write(
        self,
        statement: str,
        parameters: Parameters | None = None,
        *,
        seconds: float | None = None,
        cities: Collection[str] | None = None,
    ) -> list[list[Any]]:
        """The rows of a write in its own transaction; never retried. `seconds` replaces the default limit (loading,
        migrations).

        `cities` are the codes of all cities that it changes; without them it may change any. Cached results of other
        cities stay valid.
        """
        recorded = None if cities is None else {"cities": sorted(cities)}
        return await self._run(statement, parameters, neo4j.WRITE_ACCESS, seconds or self._seconds, recorded)

    async def move_to(self, address: Address) -> None:
        """Uses the server at this address from now on: the previous one has ended, with everything known about it."""
        driver, pool = self._driver, self._pool
        self._address, self._driver, self._pool, self._seen = address, _driver(address), _pool(address), None
        self._losses = 0
        self._planning.forget()
        await _close(driver, pool)

    async def close(self) -> None:
        """Closes every connection."""
        await self._planning.close()
        await _close(self._driver, self._pool)

    async def verify(self) -> None:
        """Reads one row from the server. Raises `SetupError` with what to do if the server can't be reached or refuses access."""
        where = self._address.uri
        try:
            await self._run("RETURN 1", None, neo4j.READ_ACCESS, self._seconds)
        except driver_errors.AuthError as error:
            raise SetupError(
                f"Neo4j at {where} refused user {self._address.username!r}: check NEO4J_USERNAME and NEO4J_PASSWORD."
            ) from error
        except driver_errors.Neo4jError as error:
            if "DatabaseNotFound" in (error.code or ""):
                raise SetupError(
                    f"Neo4j at {where} has no database {self._address.database!r}: check NEO4J_DATABASE."
                ) from error
            raise SetupError(
                f"Neo4j at {where} refuses to be read ({error.code}): check NEO4J_DATABASE, and Neo4j's log."
            ) from error
        except (Unavailable, TimedOut) as error:
            raise SetupError(f"No Neo4j responds at {where}. Start it, or check NEO4J_URI.") from error
        # For bytes that are not Bolt, the driver raises almost any kind of error.
        except Exception as error:
            raise SetupError(f"What answers at {where} is not Neo4j 5.26 or later. Check NEO4J_URI.") from error

    def _watched(self, seconds: float) -> Watch:
        return Watch(self._patience, self._silence, seconds + _GRACE_SECONDS, lambda: TimedOut(seconds))

    async def greets(self) -> bool:
        """Whether the server responds, however busy it is."""
        return await self._silence() is None

    async def _silence(self) -> OSError | None:
        """Why the server is considered gone; None if it responds on a new connection.

        The pool's connections may be frozen, or all be busy.
        """
        try:
            if self._pool is not None:
                await self._pool.greet(_PROBE_SECONDS)
                return None
            async with asyncio.timeout(_PROBE_SECONDS), _driver(self._address) as driver:
                await driver.verify_connectivity()
        except TimeoutError:
            return OSError(f"no response within {_PROBE_SECONDS:g} seconds")
        except OSError as error:
            return error
        except (driver_errors.DriverError, driver_errors.Neo4jError) as error:
            return OSError(repr(error))
        return None

    async def _plan(self, statement: str, parameters: Parameters, seconds: float) -> None:
        """Has the server plan a statement. Raises as `read` does."""
        try:
            await self._plan_once(statement, parameters, seconds)
        except Unavailable:
            # The connection may have been closed meanwhile, and with it all idle ones.
            await self._plan_once(statement, parameters, seconds)

    async def _plan_once(self, statement: str, parameters: Parameters, seconds: float) -> None:
        try:
            with self._watched(seconds):
                if self._pool is None:
                    # Neo4j then also has the plan for the statement itself.
                    await self._run(f"EXPLAIN {statement}", parameters, neo4j.READ_ACCESS, seconds)
                else:
                    await self._pool.plan(statement, parameters, seconds)
        except Refusal as refusal:
            raise _client_error(refusal.code, seconds) or refusal from refusal
        except Crowded as error:
            raise Busy from error
        except OSError as error:
            raise Unavailable from error

    async def _read(self, statement: str, parameters: Parameters | None, limits: StatementLimits) -> VersionedRows:
        """A read over our own connection if the server is reached directly, otherwise over the driver."""
        if self._pool is None:
            with self._watched(limits.seconds):
                return await self._run(statement, parameters, neo4j.READ_ACCESS, limits.seconds), None
        # Neo4j names a change as soon as it is committed, a moment before reads see it. A read with that name waits for
        # the change: so a read never shows less than the version that it began with.
        seen = self._seen
        try:
            with self._watched(limits.seconds):
                rows, version = await self._pool.read(
                    statement, parameters or {}, limits.seconds, seen, limits.most_bytes
                )
        except Overflow as error:
            raise TooLarge from error
        except Refusal as refusal:
            if "Bookmark" in refusal.code and seen is not None:
                # The store was replaced by one that never had this change.
                self._seen = None
                return await self._read(statement, parameters, limits)
            raise _client_error(refusal.code, limits.seconds) or refusal from refusal
        except Crowded as error:
            raise Busy from error
        except OSError as error:
            self._seen = None
            self._planning.forget()
            raise Unavailable from error
        # Of concurrent reads the first one reports, so that the known version never goes back.
        if self._seen == seen:
            self._seen = version
        return rows, version

    async def _run(
        self,
        statement: str,
        parameters: Parameters | None,
        access: str,
        seconds: float,
        recorded: Parameters | None = None,
    ) -> list[list[Any]]:
        given = dict(parameters or {})
        try:
            async with asyncio.timeout(seconds + _GRACE_SECONDS):
                async with self._driver.session(database=self._address.database, default_access_mode=access) as session:
                    if recorded is None:
                        return await (await session.run(neo4j.Query(statement, timeout=seconds), given)).values()
                    return await _recorded(session, statement, given, recorded, seconds)
        except TimeoutError as error:
            raise TimedOut(seconds) from error
        except driver_errors.Neo4jError as error:
            raise _client_error(error.code or "", seconds) or error from error
        except driver_errors.DriverError as error:
            if isinstance(error, _UNREACHABLE):
                raise Unavailable from error
            raise
        except OSError as error:
            raise Unavailable from error


async def _recorded(
    session: AsyncSession, statement: str, parameters: dict[str, Any], recorded: Parameters, seconds: float
) -> list[list[Any]]:
    """The rows of a write that records its cities in the same transaction."""
    async with await session.begin_transaction(timeout=seconds) as transaction:
        rows = await (await transaction.run(statement, parameters)).values()
        await transaction.run(changes.RECORD, dict(recorded))
        await transaction.commit()
        return rows


_UNREACHABLE = (
    driver_errors.ServiceUnavailable,
    driver_errors.SessionExpired,
    driver_errors.ConnectionAcquisitionTimeoutError,
    driver_errors.ConnectionPoolError,
)


def _client_error(code: str, seconds: float) -> ClientError | None:
    if "TransactionTimedOut" in code:
        return TimedOut(seconds)
    if "DatabaseUnavailable" in code or "General.TransactionOutOfMemory" in code or ".Cluster." in code:
        return Unavailable()
    return None


def _driver(address: Address) -> AsyncDriver:
    return AsyncGraphDatabase.driver(
        address.uri,
        auth=(address.username, address.password),
        connection_timeout=2.0,
        connection_acquisition_timeout=4.0,
        max_transaction_retry_time=5.0,
        liveness_check_timeout=30.0,
        # A property or label that no node has yet is normal: without this, every such query has warnings.
        notifications_min_severity="OFF",
        telemetry_disabled=True,
    )


@asynccontextmanager
async def open_database(address: Address, *, statement_seconds: float = 10.0) -> AsyncIterator[Database]:
    """A `Database` on the address, verified, and closed at the end. Raises `SetupError` if it can't be used."""
    try:
        driver = _driver(address)
    except (driver_errors.ConfigurationError, ValueError) as error:
        raise SetupError(
            f"{address.uri!r} is not the address of a Neo4j server; use the form bolt://127.0.0.1:7687."
        ) from error
    database = Database(driver, address, statement_seconds, _pool(address))
    try:
        await database.verify()
        yield database
    finally:
        await database.close()


def silence_driver_log() -> None:
    """Writes nothing of the driver's own log: it raises its errors as well, and these are reported once."""
    logging.getLogger(neo4j.__name__).setLevel(logging.CRITICAL)


async def _close(driver: AsyncDriver, pool: Pool | None) -> None:
    if pool is not None:
        await pool.close()
    await driver.close()


def _pool(address: Address) -> Pool | None:
    """Our own connections to a server that is reached directly. The driver handles clusters and encryption."""
    if not address.uri.startswith("bolt://"):
        return None
    where = urlsplit(address.uri)
    return Pool(
        where.hostname or "localhost", where.port or _PORT, address.username, address.password, address.database
    )
