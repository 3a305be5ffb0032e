"""The embedded Neo4j seen from outside its process: start it, find it, stop it, delete its store."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from queue import Empty, SimpleQueue
from typing import IO, TYPE_CHECKING, Any

from graph_api.database.connection import Address
from graph_api.database.embedded import faults
from graph_api.database.embedded.artifacts import distrust, ensure_artifacts
from graph_api.database.embedded.store import State, Store, digest
from graph_api.errors import SetupError

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console

# Five on an idle machine, forty were seen on one with six times its cores' work to do.
_START_SECONDS = 120.0
# Longer than the process itself allows for its end, so that the kill is the exception.
_STOP_SECONDS = 35.0
_KILL_SECONDS = 5.0
_POLL_SECONDS = 0.05


class EmbeddedServer:
    """A Neo4j of our own, alive between `start` and `stop` and never longer than this process.

    `data` is the folder of the store, `cache` that of the jars; `port` 0 takes a free one.
    """

    def __init__(self, data: Path, cache: Path, port: int = 0, *, console: Console | None = None) -> None:
        self._store = Store(data.absolute())
        self._cache = cache.absolute()
        self._port = port
        self._console = console
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> Address:
        """Fetch what is missing, start the server and answer where it is. Raises `SetupError`."""
        ensure_artifacts(self._cache, self._console)
        self._process = _spawn(self._store, self._cache, self._port)
        try:
            return _address(self._store, _await_port(self._process, self._store, self._cache))
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Checkpoint and end the server; kill it when that takes too long. Does nothing when none was started."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin:
            process.stdin.close()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        _close(process.stdout)

    def __enter__(self) -> Address:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()


def start_detached(data: Path, cache: Path, port: int = 0, *, console: Console | None = None) -> Address:
    """Start a server that outlives this process on purpose; `stop_running` ends it. Raises `SetupError`."""
    ensure_artifacts(cache.absolute(), console)
    store = Store(data.absolute())
    process = _spawn(store, cache.absolute(), port, "--detached")
    try:
        return _address(store, _await_port(process, store, cache.absolute()))
    except BaseException:
        # The server has left its starter, but not the group that was made for the two.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        raise
    finally:
        _close(process.stdout)
        process.wait()


def running_server(data: Path) -> Address | None:
    """Where a server runs on the store, whoever started it; one that is still starting is waited for.

    Raises `SetupError` when it never answers, or the password file was changed under it.
    """
    store = Store(data.absolute())
    deadline = time.monotonic() + _START_SECONDS
    while store.is_taken():
        state = store.read_state()
        if state and state.port:
            return _found(store, state, state.port)
        if time.monotonic() > deadline:
            raise faults.too_slow(_START_SECONDS, store.log)
        time.sleep(_POLL_SECONDS)
    return None


def stop_running(data: Path) -> bool:
    """Stop the detached server on the store; whether there was one. Raises `SetupError` when it has a parent."""
    store = Store(data.absolute())
    if not store.is_taken():
        return False
    state = store.read_state()
    if state is None:
        return False
    if not state.detached:
        raise faults.owned_elsewhere(store.data)
    for number, seconds in ((signal.SIGTERM, _STOP_SECONDS), (signal.SIGKILL, _KILL_SECONDS)):
        _signal(state, number)
        if _is_released(store, seconds):
            return True
    raise faults.unstoppable(state.pid)


def wipe(data: Path) -> None:
    """Delete the store. Raises `SetupError` while a server runs on it."""
    Store(data.absolute()).wipe()


def _found(store: Store, state: State, port: int) -> Address:
    address = _address(store, port)
    if digest(address.password) != state.password_digest:
        raise faults.changed_password(store.password_file)
    return address


def _address(store: Store, port: int) -> Address:
    return Address(f"bolt://127.0.0.1:{port}", "neo4j", store.read_password())


def _is_released(store: Store, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while store.is_taken():
        if time.monotonic() > deadline:
            return False
        time.sleep(_POLL_SECONDS)
    return True


def _signal(state: State, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(state.pid, number)


def _spawn(store: Store, cache: Path, port: int, *flags: str) -> subprocess.Popen[str]:
    store.create()
    command = [sys.executable, "-m", "graph_api.database.embedded.process"]
    options = ["--data", str(store.data), "--cache", str(cache), "--port", str(port), *flags]
    with store.log.open("a") as log:
        return subprocess.Popen(  # noqa: S603 - our own module, arguments as a list
            [*command, *options],
            stdin=subprocess.DEVNULL if flags else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            # Ctrl-C in the terminal reaches us alone: we stop the server in order.
            start_new_session=True,
        )


def _await_port(process: subprocess.Popen[str], store: Store, cache: Path) -> int:
    line = _first_line(process, store)
    try:
        answer: dict[str, Any] = json.loads(line)
    except ValueError as error:
        # It died without a word: perhaps a jar is not what it was.
        distrust(cache)
        raise faults.died(store.log) from error
    if "fault" in answer:
        raise SetupError(str(answer["fault"]))
    return int(answer["port"])


def _first_line(process: subprocess.Popen[str], store: Store) -> str:
    out = process.stdout
    assert out is not None
    lines: SimpleQueue[str] = SimpleQueue()
    threading.Thread(target=lambda: lines.put(out.readline()), daemon=True).start()
    try:
        return lines.get(timeout=_START_SECONDS)
    except Empty as error:
        process.kill()
        raise faults.too_slow(_START_SECONDS, store.log) from error


def _close(stream: IO[str] | None) -> None:
    if stream:
        stream.close()
