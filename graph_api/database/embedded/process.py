"""The process of the embedded Neo4j: `python -m graph_api.database.embedded.process`.

It writes one line of JSON to its standard output, `{"port": 1234}` or `{"fault": "…"}`, and then runs until nobody has
a share of the store's lease any more, or it is told to terminate. A kept one (`graph-api db start`) runs on without
users. All other output of it and Java goes to its standard error, which its starter redirects to a log file.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import socket
import sys
import threading
import time
import traceback
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph_api.database.embedded import faults, jvm
from graph_api.database.embedded.artifacts import distrust, neo4j_version
from graph_api.database.embedded.lease import Lease
from graph_api.database.embedded.store import State, Store, digest
from graph_api.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Callable

# The maximum seconds between the request to end and the end; a running start is finished first.
_STOP_SECONDS = 30.0


def main() -> None:
    """Runs the server with the options of the command line, and ends the process."""
    arguments = _arguments()
    say = _speaker()
    if os.fork():
        # The server belongs to all its users: the process that starts it need not wait for it, nor outlive it.
        os._exit(0)
    store = Store(arguments.data)
    wait_for_end = _listen_for_end(store)
    try:
        with store.taken():
            _serve(store, arguments, say, wait_for_end)
    except SetupError as error:
        say({"fault": str(error), "kind": type(error).__name__})
        _exit(1)
    except Exception as error:
        # Java raises exceptions of any kind; the log has them complete.
        traceback.print_exc()
        distrust(arguments.cache)
        say({"fault": str(_fault(store, error))})
        _exit(1)
    _exit(0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m graph_api.database.embedded.process", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the store")
    parser.add_argument("--cache", type=Path, required=True, help="folder of the jars")
    parser.add_argument("--port", type=int, default=0, help="Bolt port; 0 chooses a free port")
    parser.add_argument("--kept", action="store_true", help="run on without users")
    return parser.parse_args()


def _serve(
    store: Store,
    arguments: argparse.Namespace,
    say: Callable[[dict[str, object]], None],
    wait_for_end: Callable[[], None],
) -> None:
    # The log belongs to this start alone, now that the store does.
    os.ftruncate(sys.stderr.fileno(), 0)
    began = time.time()
    password = store.password()
    starting = State(os.getpid(), None, digest(password), kept=arguments.kept)
    store.write_state(starting)
    try:
        _check_port(arguments.port)
        store.check_version(neo4j_version())
        neo4j = jvm.start(store.home, arguments.cache, arguments.port, password)
        running = replace(starting, port=neo4j.port)
        store.write_version(neo4j_version())
        store.write_state(running)
        say({"port": neo4j.port})
        wait_for_end()
        store.write_state(replace(running, ending=True))
        neo4j.shut_down()
    finally:
        store.remove_state()
    if store.asked_file.exists() and store.asked_file.stat().st_mtime > began:
        # What a start plans has been planned here, so that is what Java recorded.
        neo4j.java.end_recording()


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        # As Neo4j does: connections of a server that has just ended don't count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise faults.PortInUse(port) from error


def _fault(store: Store, error: Exception) -> SetupError:
    if isinstance(error, OSError) and error.errno:
        return faults.folder_fault(store.data, error)
    # It is among the causes of Java's exception.
    if "No space left on device" in traceback.format_exc():
        return faults.full_disk(store.data)
    return faults.died(store.log)


def _speaker() -> Callable[[dict[str, object]], None]:
    """Keeps the real standard output for the one line; Java prints warnings to file descriptor 1."""
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)

    def say(line: dict[str, object]) -> None:
        try:
            out.write(json.dumps(line) + "\n")
            out.close()
        except OSError:
            traceback.print_exc()

    return say


def _listen_for_end(store: Store) -> Callable[[], None]:
    """A function that returns when this process should end.

    A pipe carries the request, since a signal handler must do no more than write.
    """
    wanted, want = os.pipe()
    lease = Lease(store.lease_file)

    def end() -> None:
        os.write(want, b".")

    def await_last_user() -> None:
        lease.await_whole()
        state = store.read_state()
        if state is not None and state.kept:
            lease.release()
            return
        # Held until this process has ended: nobody joins a server that is about to end.
        threading.Timer(_STOP_SECONDS, _exit, (1,)).start()
        end()

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: end())
    threading.Thread(target=await_last_user, daemon=True).start()

    def wait() -> None:
        os.read(wanted, 1)

    return wait


def _exit(code: int) -> None:
    # Java's own shutdown waits five more seconds for idle threads; the databases are closed by now.
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
