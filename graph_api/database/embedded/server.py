"""The embedded Neo4j from the outside: use, find, keep and stop it, and delete its store."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import time
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from graph_api.database.connection import Address
from graph_api.database.embedded import faults
from graph_api.database.embedded.artifacts import ensure_artifacts
from graph_api.database.embedded.launch import launch
from graph_api.database.embedded.lease import Lease
from graph_api.database.embedded.store import State, Store, digest

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from rich.console import Console

# Five seconds on an idle machine; forty were seen on one with six times as much work as cores.
_START_SECONDS = 120.0
# Longer than the process allows for its own end, so that killing it is the exception.
_STOP_SECONDS = 35.0
_KILL_SECONDS = 5.0
_POLL_SECONDS = 0.05
# A check of the lease takes it for an instant: if it is taken for longer, there is something to wait for.
_TELL_SECONDS = 0.5
_LONGEST_LINE = 200


class EmbeddedServer:
    """The use of the Neo4j on a store, between `start` and `stop`: a running one is joined, otherwise one is started.

    It belongs to all its users, and ends with the last of them, even if that one is killed. `data` is the folder of the
    store, `cache` that of the jars; a server that is started uses `port`, or a free one if that is 0.
    """

    def __init__(self, data: Path, cache: Path, port: int = 0, *, console: Console | None = None) -> None:
        self._store = Store(data.absolute())
        self._cache = cache.absolute()
        self._port = port
        self._last_port = port
        self._console = console
        self._lease = Lease(self._store.lease_file)
        self._joined = False
        self._was_running = False

    @property
    def joined(self) -> bool:
        """Whether the server was already running."""
        return self._joined

    def start(self) -> Address:
        """Joins the server, or downloads what is missing and starts one; returns its address. Raises `SetupError`.

        Waits for one that is stopping. Called again, it starts a new one if the last has ended; it is kept if that one
        was.
        """
        self._store.create()
        try:
            if not self._lease.is_held:
                self._share()
            while True:
                address = _running(self._store)
                self._joined = address is not None
                address = address or self._started()
                if address is not None:
                    self._was_running = True
                    return address
        except BaseException:
            self.stop()
            raise

    @asynccontextmanager
    async def loading(self) -> AsyncIterator[None]:
        """Waits until no other user prepares the graph (migrations, first data), and then blocks all others."""
        lock = Lease(self._store.loading_file)
        while not lock.take_whole():  # noqa: ASYNC110 - another process holds it
            await asyncio.sleep(_POLL_SECONDS)
        try:
            yield
        finally:
            lock.release()

    def is_running(self) -> bool:
        """Whether a server is on the store, or starting, or stopping."""
        return self._store.is_taken(0)

    @property
    def log(self) -> Path:
        """The file that the server's process writes to."""
        return self._store.log

    def last_line(self) -> str:
        """The last line of the server's log; it may contain the reason why it ended."""
        try:
            lines = self._store.log.read_text(errors="replace").split("\n")
        except OSError:
            return ""
        return next((line.strip()[:_LONGEST_LINE] for line in reversed(lines) if line.strip()), "")

    def keep(self) -> None:
        """Makes the server run on without users, until `stop_running`."""
        state = self._store.read_state()
        if state is not None:
            self._store.write_state(replace(state, kept=True))

    def stop(self) -> None:
        """Ends the use. If there is no other user, waits for the server to end with a checkpoint, and kills it if
        necessary.

        Does nothing if it was not started.
        """
        if not self._lease.is_held:
            return
        self._lease.release()
        self._was_running = False
        _await_end(self._store)

    def __enter__(self) -> Address:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _share(self) -> None:
        began, told = time.monotonic(), False
        while not self._lease.share():
            waited = time.monotonic() - began
            if waited > _STOP_SECONDS + _KILL_SECONDS:
                raise faults.slow_end(self._store.data, waited)
            if waited > _TELL_SECONDS and not told and self._console is not None:
                self._console.print("Waiting for another command that is stopping Neo4j …")
                told = True
            time.sleep(_POLL_SECONDS)

    def _started(self) -> Address | None:
        """The address of a new server; None if another user was faster."""
        ensure_artifacts(self._cache, self._console)
        if self._console is not None:
            self._console.print("Starting Neo4j …")
        try:
            # Only in place of one that was used: after a power cut, only `graph-api db start` decides.
            kept = self._was_running and self._store.was_kept()
            port = launch(self._store, self._cache, self._last_port, _START_SECONDS, kept=kept)
        except faults.StoreInUse:
            return None
        except faults.PortInUse:
            if self._last_port == self._port:
                raise
            # Nobody requested this port: it was only the last server's.
            self._last_port = self._port
            return None
        self._last_port = port
        return _address(self._store, port)


def start_detached(data: Path, cache: Path, port: int = 0, *, console: Console | None = None) -> Address:
    """A server that runs on after this process has ended, joined or started; `stop_running` ends it. Raises `SetupError`."""
    server = EmbeddedServer(data, cache, port, console=console)
    with server as address:
        server.keep()
        return address


def running_server(data: Path) -> Address | None:
    """The address of the server on the store; waits for one that is starting or stopping.

    Raises `SetupError` if it never responds, or if the password file was changed.
    """
    return _running(Store(data.absolute()))


def stop_running(data: Path) -> bool:
    """Stops the server on the store, and returns whether there was one. Raises `SetupError` if it is in use."""
    store = Store(data.absolute())
    if not store.is_taken():
        return False
    lease = Lease(store.lease_file)
    try:
        if not lease.take_whole() and lease.share():
            raise faults.used_elsewhere(store.data)
        if lease.is_held and (state := store.read_state()):
            _signal(state, signal.SIGTERM)
        _await_end(store, unused=True)
    finally:
        lease.release()
    return True


def wipe(data: Path) -> None:
    """Deletes the store. Raises `SetupError` while a server runs on it."""
    Store(data.absolute()).wipe()


def _running(store: Store) -> Address | None:
    deadline = time.monotonic() + _START_SECONDS
    while store.is_taken():
        state = store.read_state()
        if state and state.port and not state.ending:
            return _found(store, state, state.port)
        if time.monotonic() > deadline:
            raise faults.too_slow(_START_SECONDS, store.log)
        time.sleep(_POLL_SECONDS)
    return None


def _found(store: Store, state: State, port: int) -> Address:
    address = _address(store, port)
    if digest(address.password) != state.password_digest:
        raise faults.changed_password(store.password_file)
    return address


def _address(store: Store, port: int) -> Address:
    return Address(f"bolt://127.0.0.1:{port}", "neo4j", store.read_password())


def _await_end(store: Store, *, unused: bool = False) -> None:
    """Returns when the server has ended, or need not end because it is kept or used. Kills one that should end but
    doesn't.

    `unused`: the caller has made sure that nobody uses it. Raises `SetupError` if even killing doesn't end it.
    """
    if _is_released(store, _STOP_SECONDS, unless=lambda: not unused and _is_wanted(store)):
        return
    state = store.read_state()
    if state is not None:
        _signal(state, signal.SIGKILL)
    if not _is_released(store, _KILL_SECONDS):
        raise faults.unstoppable(state.pid if state else None, store.data)


def _is_released(store: Store, seconds: float, unless: Callable[[], bool] = lambda: False) -> bool:
    deadline = time.monotonic() + seconds
    while store.is_taken() and not unless():
        if time.monotonic() > deadline:
            return False
        time.sleep(_POLL_SECONDS)
    return True


def _is_wanted(store: Store) -> bool:
    state = store.read_state()
    if state is not None and state.kept:
        return True
    lease = Lease(store.lease_file)
    try:
        # If neither the whole nor a share is available, the server has the whole: it is ending.
        return not lease.take_whole() and lease.share()
    finally:
        lease.release()


def _signal(state: State, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(state.pid, number)
