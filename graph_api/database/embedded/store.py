"""The folder of an embedded Neo4j: its users, its password, and the files that may be deleted.

A server holds the lock as long as it lives, and the operating system releases it however the server ends. So only the
lock tells whether one is running; the state file next to it only has the address, and is stale if the lock is free.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph_api.database.embedded import faults
from graph_api.database.embedded.lease import Lease

if TYPE_CHECKING:
    from collections.abc import Iterator

# A check holds the lock for an instant: so a taken lock is retried for longer than that.
_LOOK_SECONDS = 0.2
_TAKE_SECONDS = 1.0

# The command line of the server's process, by which it is recognized.
MODULE = "graph_api.database.embedded.process"
# Room for a transaction log, and for Neo4j's own logs.
_SPARE_BYTES = 20_000_000
# Neo4j accepts no shorter one.
_PASSWORD_LENGTH = 8


@dataclass(frozen=True)
class State:
    """The state of a running server: its process, and its Bolt port once it responds.

    `kept`: it stays without users. `ending`: it is about to end, so nobody should join it.
    """

    pid: int
    port: int | None
    password_digest: str
    kept: bool = False
    ending: bool = False


@dataclass(frozen=True)
class Store:
    """The folder `data` and its contents."""

    data: Path

    @property
    def home(self) -> Path:
        """Neo4j's own home: store files, transaction logs, debug.log."""
        return self.data / "neo4j"

    @property
    def log(self) -> Path:
        """The log of the server's process, replaced at each start."""
        return self.data / "server.log"

    @property
    def password_file(self) -> Path:
        """The password, readable by the owner only."""
        return self.data / "password"

    @property
    def asked_file(self) -> Path:
        """What `graph-api serve` was asked for most, written when it stops after it was ready."""
        return self.data / "asked.json"

    @property
    def _version_file(self) -> Path:
        return self.data / "neo4j.version"

    @property
    def _state_file(self) -> Path:
        return self.data / "server.json"

    @property
    def _lock_file(self) -> Path:
        return self.data / "server.lock"

    @property
    def lease_file(self) -> Path:
        """The file of which the server's users hold a share."""
        return self.data / "users.lock"

    @property
    def loading_file(self) -> Path:
        """The file that a process holds while it prepares the graph: only one at a time should."""
        return self.data / "loading.lock"

    def create(self) -> None:
        """Creates the folder, for the owner only. Raises `SetupError`, also if the disk is almost full."""
        try:
            self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.log.touch()
            free = shutil.disk_usage(self.data).free
        except OSError as error:
            raise faults.folder_fault(self.data, error) from error
        if free < _SPARE_BYTES:
            # Neo4j would start, and then hang at the first write.
            raise faults.too_little_space(self.data, _SPARE_BYTES)

    @contextmanager
    def taken(self, seconds: float = _TAKE_SECONDS) -> Iterator[None]:
        """Holds the store. Raises `SetupError` if a server holds it."""
        try:
            import filelock  # noqa: PLC0415 - part of the embedded extra
        except ImportError as error:
            raise faults.missing_extra() from error
        lock = filelock.FileLock(self._lock_file, timeout=seconds, poll_interval=0.02)
        try:
            lock.acquire()
        except filelock.Timeout as error:
            raise faults.StoreInUse(self.data) from error
        except OSError as error:
            raise faults.folder_fault(self.data, error) from error
        try:
            yield
        finally:
            lock.release()

    def is_taken(self, seconds: float = _LOOK_SECONDS) -> bool:
        """Whether a server is running on the store, or starting, or ending; checks for `seconds` before it says yes."""
        if not self._lock_file.exists():
            return False
        try:
            with self.taken(seconds):
                return False
        except faults.StoreInUse:
            return True

    def read_state(self) -> State | None:
        """The state of the server on the store; None if it hasn't written one yet.

        To be called while the store is taken: the file of a killed server is stale. Raises `SetupError` if a server of
        another version is running, which uses another format.
        """
        try:
            said = json.loads(self._state_file.read_text())
            pid = int(said["pid"])
        except (OSError, ValueError, TypeError, KeyError):
            return None
        if not process_is_server(pid):
            return None
        try:
            return State(**said)
        except TypeError as error:
            raise faults.other_version(self.data, pid) from error

    def was_kept(self) -> bool:
        """Whether the last server was kept, and crashed or was killed: a server that stops properly removes its state."""
        try:
            said = json.loads(self._state_file.read_text())
            return bool(said["kept"]) and not said["ending"]
        except (OSError, ValueError, TypeError, KeyError):
            return False

    def write_state(self, state: State) -> None:
        """Writes the state atomically, so that no reader sees half of it."""
        new = self._state_file.with_suffix(".new")
        new.touch(mode=0o600)
        new.write_text(json.dumps(asdict(state)))
        new.replace(self._state_file)

    def remove_state(self) -> None:
        """Records that no server is running."""
        self._state_file.unlink(missing_ok=True)

    def check_version(self, version: str) -> None:
        """Raises `SetupError` if a later series of Neo4j has used the store, whose files this one may not understand."""
        try:
            used = self._version_file.read_text().strip()
        except (OSError, ValueError):
            return
        if _series(used) > _series(version):
            raise faults.newer_store(self.data, used, version)

    def write_version(self, version: str) -> None:
        """Records which Neo4j has used the store."""
        self._version_file.write_text(f"{version}\n")

    def password(self) -> str:
        """The password, created at the first call. Only the holder of the store may create it."""
        password = self.read_password() or self._make_password()
        if len(password) < _PASSWORD_LENGTH:
            raise faults.short_password(self.password_file, _PASSWORD_LENGTH)
        return password

    def read_password(self) -> str:
        """The password; None if there is none. Raises `SetupError` if the file can't be read."""
        try:
            return self.password_file.read_text().strip()
        except FileNotFoundError:
            return ""
        except (OSError, ValueError) as error:
            raise faults.unreadable_password(self.password_file) from error

    def _make_password(self) -> str:
        password = secrets.token_urlsafe(32)
        self.password_file.unlink(missing_ok=True)
        descriptor = os.open(self.password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(password + "\n")
        return password

    def wipe(self) -> None:
        """Deletes the graph and its password. Raises `SetupError` while a server runs on it."""
        if not self.data.exists():
            return
        lease = Lease(self.lease_file)
        # A server releases its lease a moment after the store.
        if not lease.take_whole(_TAKE_SECONDS):
            raise faults.StoreInUse(self.data)
        try:
            self._wipe()
        finally:
            lease.release()

    def _wipe(self) -> None:
        with self.taken():
            try:
                # First, so that nobody takes this process for the server in the file. The lock files stay: others may
                # wait for them.
                self.remove_state()
                if self.home.exists():
                    shutil.rmtree(self.home)
                self.password_file.unlink(missing_ok=True)
                self._version_file.unlink(missing_ok=True)
                self.log.unlink(missing_ok=True)
            except OSError as error:
                raise faults.folder_fault(self.data, error) from error


def digest(password: str) -> str:
    """A fingerprint that tells whether the password file has changed since the server was started."""
    return hashlib.sha256(password.encode()).hexdigest()


def _series(version: str) -> tuple[int, ...]:
    """The first two numbers: within a series, stores can be used by any version."""
    return tuple(int(part) for part in version.split(".")[:2] if part.isdecimal())


def process_is_server(pid: int) -> bool:
    """Whether the process lives and is our server: the number may have been reused for another process."""
    proc = Path("/proc")
    try:
        if (proc / "self").exists():
            return MODULE in (proc / str(pid) / "cmdline").read_text(errors="replace").split("\0")
        found = subprocess.run(["ps", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False)  # noqa: S603, S607
    except OSError:
        return False
    return MODULE in found.stdout.split()
