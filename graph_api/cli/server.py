"""`graph-api serve`: binds the port, starts and prepares the database, serves requests, and stops both cleanly."""

from __future__ import annotations

import asyncio
import errno
import socket
import sys
import time
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, nullcontext
from typing import TYPE_CHECKING

import structlog
import uvicorn

from graph_api import garbage
from graph_api.app import create_app
from graph_api.app.log import configure_log
from graph_api.app.store import chosen_server
from graph_api.cli.demonstration import move_on, prepare
from graph_api.cli.session import progress_console
from graph_api.cli.signals import StopSignals
from graph_api.database import Address, Database, open_database
from graph_api.database.embedded import EmbeddedServer, keep_running
from graph_api.errors import ClientError, SetupError
from graph_api.hosting import UVICORN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from rich.console import Console

    from graph_api.execution import Engine
    from graph_api.settings import Settings

_log = structlog.get_logger(__name__)

_RETRY_SECONDS = 600
# How long a thread may hold up the event loop at a time. Python's own 5 ms would be felt by every client.
_SWITCH_SECONDS = 0.0005


def serve(settings: Settings, *, seed_foreign: bool) -> int:
    """Serves until a signal stops it, and returns the exit code. Raises `SetupError` if it can't start, or if the
    database is lost for good."""
    configure_log(settings.log_format)
    sys.setswitchinterval(_SWITCH_SECONDS)
    console = progress_console()
    stop = StopSignals()
    with _held_port(settings.host, settings.port) as listener, stop.handled():
        if settings.neo4j_uri:
            console.print(f"Connecting to {settings.neo4j_uri} …")
        with chosen_server(settings, console) as (address, embedded):
            if embedded is not None and embedded.joined:
                console.print(f"Joining the Neo4j that another command runs on {settings.embedded_data}.")
            try:
                asyncio.run(_serve(settings, address, embedded, listener, stop, console, seed=seed_foreign))
            except asyncio.CancelledError:
                # No request was served yet.
                exit_code = stop.exit_code
            else:
                exit_code = 0
            console.print("Stopping …")
    return exit_code


async def _serve(  # noqa: PLR0913 - what is opened before the event loop runs
    settings: Settings,
    address: Address,
    embedded: EmbeddedServer | None,
    listener: socket.socket,
    stop: StopSignals,
    console: Console,
    *,
    seed: bool,
) -> None:
    loop, this = asyncio.get_running_loop(), asyncio.current_task()
    assert this is not None
    with stop.passed_to(lambda: loop.call_soon_threadsafe(this.cancel)):
        async with open_database(address, statement_seconds=settings.statement_seconds) as database:
            may_load = seed or not settings.neo4j_uri
            async with _loading(embedded):
                await prepare(database, settings.today(), console, may_load=may_load)

            async def renew() -> None:
                if may_load:
                    async with _loading(embedded):
                        await move_on(database, settings.today(), console)

            app = create_app(settings, database)
            server = _Server(uvicorn.Config(app, **UVICORN))
            ahead = _Ahead(app.state.engine, renew)
            with stop.passed_to(server.stop):
                async with _watched(embedded, database, server, ahead):
                    await _run(server, listener, console, ahead)


def _loading(embedded: EmbeddedServer | None) -> AbstractAsyncContextManager[None]:
    return nullcontext() if embedded is None else embedded.loading()


async def _run(server: _Server, listener: socket.socket, console: Console, ahead: _Ahead) -> None:
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    host, port = listener.getsockname()[:2]
    starting = asyncio.create_task(server.listening.wait())
    try:
        await asyncio.wait((starting, serving), return_when=asyncio.FIRST_COMPLETED)
        if server.listening.is_set() and await _answers(host, port):
            # The only line on standard output: a script that starts the server can wait for it.
            sys.stdout.write(f"http://{_browsable(host)}:{port}/graphql\n")
            sys.stdout.flush()
            console.print("Ctrl-C stops it.")
            garbage.resume()
            ahead.start()
        await serving
    except OSError as error:
        raise _port_taken(host, port, error) from error
    finally:
        starting.cancel()
        ahead.stop()


@asynccontextmanager
async def _watched(
    embedded: EmbeddedServer | None, database: Database, server: _Server, ahead: _Ahead
) -> AsyncIterator[None]:
    """Restarts an embedded server when it ends. If that fails, stops the HTTP server and raises `SetupError`."""
    if embedded is None:
        yield
        return
    watching = asyncio.create_task(keep_running(embedded, database, ahead.start))
    watching.add_done_callback(lambda _: server.stop())
    try:
        yield
    finally:
        given_up = watching.done()
        watching.cancel()
    if given_up:
        watching.result()


class _Ahead:
    """Work done in advance: planning and rules. It is restarted when the database has lost its plans.

    `renew` moves the demonstration on, if it is time.
    """

    def __init__(self, engine: Engine, renew: Callable[[], Awaitable[None]]) -> None:
        self._engine = engine
        self._renew = renew
        engine.warming.expect()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self.stop()
        self._task = asyncio.create_task(_work_ahead(self._engine, self._renew))

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()


async def _work_ahead(engine: Engine, renew: Callable[[], Awaitable[None]]) -> None:
    """Plans the most frequent operations, then does the work of every day."""
    await _plan_ahead(engine)
    await _work_daily(engine, renew)


async def _work_daily(engine: Engine, renew: Callable[[], Awaitable[None]]) -> None:
    """Moves the demonstration on, and runs the rules of all cities, now and on each new day, until cancelled."""
    while True:
        ends = engine.day_ends()
        try:
            await renew()
            await engine.run_rules_ahead()
            seconds = ends - time.time()
        except (ClientError, SetupError) as error:
            _log.warning("the work of the day could not be done in advance", reason=str(error))
            seconds = _RETRY_SECONDS
        # The clock may be slightly fast: rules run just before midnight describe the old day.
        await asyncio.sleep(max(seconds, 0) + 1)


async def _plan_ahead(engine: Engine) -> None:
    """Plans the most frequent operations, and shows the progress."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415 - the server needs it once

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = progress_console()
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("Planning what clients ask first", total=None)
        await engine.warm(lambda done, total: progress.update(task, completed=done, total=total))
    console.print("Ready.")


async def _answers(host: str, port: int) -> bool:
    reader, writer = await asyncio.open_connection(_loopback(host), port)
    try:
        writer.write(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
        return (await reader.readline()).startswith(b"HTTP/1.1 200")
    finally:
        writer.close()


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()

    def stop(self) -> None:
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        # uvicorn would raise the signal again after stopping, before the database could be stopped.
        yield


@contextmanager
def _held_port(host: str, port: int) -> Iterator[socket.socket]:
    """A socket bound to the address, so that a port in use is detected before a database is started."""
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    # An invalid host name raises UnicodeError.
    except (OSError, UnicodeError) as error:
        raise SetupError(f"{host!r} is not an address to listen on. Set GRAPH_API_HOST or --host.") from error
    with listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(where)
        except OSError as error:
            raise _port_taken(host, port, error) from error
        yield listener


def _port_taken(host: str, port: int, error: OSError) -> SetupError:
    if error.errno == errno.EADDRINUSE:
        return SetupError(
            f"Port {port} on {host} is in use. Stop the program that uses it, or choose another port with --port."
        )
    return SetupError(f"Can't listen on {host} port {port}: {(error.strerror or 'unknown reason').lower()}.")


def _loopback(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104


def _browsable(host: str) -> str:
    reachable = _loopback(host)
    return f"[{reachable}]" if ":" in reachable else reachable
