"""Starts the process of an embedded Neo4j, and hears from it where it is, or why it isn't."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from graph_api.database.embedded import faults
from graph_api.database.embedded.artifacts import distrust
from graph_api.database.embedded.store import MODULE, Store
from graph_api.errors import SetupError

if TYPE_CHECKING:
    from pathlib import Path


def launch(store: Store, cache: Path, port: int, seconds: float, *, kept: bool = False) -> int:
    """Start a server, and wait so long for it: its port. A kept one runs on without users.

    Raises `SetupError`; `StoreInUse`, `PortInUse` when that is why.
    """
    line = _first_line(_spawn(store, cache, port, kept=kept), store, seconds)
    try:
        answer: dict[str, Any] = json.loads(line)
    except ValueError as error:
        # It died without a word: perhaps a jar is not what it was.
        distrust(cache)
        raise faults.died(store.log) from error
    if "fault" not in answer:
        return int(answer["port"])
    match answer.get("kind"):
        case "StoreInUse":
            raise faults.StoreInUse(store.data)
        case "PortInUse":
            raise faults.PortInUse(port)
        case _:
            raise SetupError(str(answer["fault"]))


def _spawn(store: Store, cache: Path, port: int, *, kept: bool) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", MODULE]
    options = ["--data", str(store.data), "--cache", str(cache), "--port", str(port), *(["--kept"] if kept else [])]
    try:
        with store.log.open("a") as log:
            return subprocess.Popen(  # noqa: S603 - our own module, arguments as a list
                [*command, *options],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                # Ctrl-C in the terminal reaches us alone: the server is stopped in order.
                start_new_session=True,
            )
    except OSError as error:
        raise faults.folder_fault(store.data, error) from error


def _first_line(process: subprocess.Popen[str], store: Store, seconds: float) -> str:
    lines: SimpleQueue[str] = SimpleQueue()

    def read() -> None:
        # The process that we started leaves the server behind and ends at once.
        with process:
            assert process.stdout is not None
            lines.put(process.stdout.readline())

    threading.Thread(target=read, daemon=True).start()
    try:
        return lines.get(timeout=seconds)
    except Empty as error:
        # The server has left its starter, but not the group that was made for the two.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        raise faults.too_slow(seconds, store.log) from error
