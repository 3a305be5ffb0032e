"""Servers that are measured, each in a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass

START_SECONDS = 60
PYTHON = (sys.executable, "-m")
PRODUCT = (*PYTHON, "graph_api", "serve")


@dataclass(frozen=True)
class Server:
    """Where a server listens, and its process."""

    port: int
    pid: int

    def memory_mb(self) -> float:
        """What the process holds in memory now (RSS)."""
        shown = subprocess.run(["ps", "-o", "rss=", "-p", str(self.pid)], capture_output=True, text=True, check=True)
        return int(shown.stdout) / 1024


@contextmanager
def running(*command: str, address, **settings: str):
    """The command as a server on a free port of loopback, on that database, under these settings."""
    port = _free_port()
    environment = {
        **os.environ,
        "NEO4J_URI": address.uri,
        "NEO4J_USERNAME": address.username,
        "NEO4J_PASSWORD": address.password,
        "NEO4J_DATABASE": address.database,
        "GRAPH_API_PORT": str(port),
        **settings,
    }
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(process, port)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(process: subprocess.Popen, port: int) -> None:
    """Until the port takes connections."""
    for _ in range(START_SECONDS * 10):
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("the server did not start")
