"""The folder of an embedded Neo4j: who uses it, the password that opens it, and what of it is ours to delete.

A server holds the lock as long as it lives, and the operating system lets go of it however the server ends. So the lock
alone says whether one runs; the state file beside it only says where, and is stale when the lock is free.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from graph_api.database.embedded import faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# A look at the lock holds it for an instant: whoever finds it taken tries on for longer than that.
_LOOK_SECONDS = 0.2
_TAKE_SECONDS = 1.0


@dataclass(frozen=True)
class State:
    """What a running server says of itself: its process, its Bolt port once it answers, and whether it has a parent."""

    pid: int
    port: int | None
    detached: bool
    password_digest: str


@dataclass(frozen=True)
class Store:
    """The folder `data` and what lies in it."""

    data: Path

    @property
    def home(self) -> Path:
        """Neo4j's own home: store files, transaction logs, debug.log."""
        return self.data / "neo4j"

    @property
    def log(self) -> Path:
        """What the server's process wrote, anew at each start."""
        return self.data / "server.log"

    @property
    def password_file(self) -> Path:
        """The password, readable by the owner only."""
        return self.data / "password"

    @property
    def _state_file(self) -> Path:
        return self.data / "server.json"

    @property
    def _lock_file(self) -> Path:
        return self.data / "server.lock"

    def create(self) -> None:
        """Make the folder, for the owner only. Raises `SetupError`."""
        try:
            self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.log.touch()
        except OSError as error:
            raise faults.folder_fault(self.data, error) from error

    @contextmanager
    def taken(self, seconds: float = _TAKE_SECONDS) -> Iterator[None]:
        """Hold the store. Raises `SetupError` when a server holds it."""
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

    def is_taken(self) -> bool:
        """Whether a server runs on the store (or is about to, or is ending)."""
        if not self._lock_file.exists():
            return False
        try:
            with self.taken(_LOOK_SECONDS):
                return False
        except faults.StoreInUse:
            return True

    def read_state(self) -> State | None:
        """What the server last said of itself; to be trusted only while the store is taken."""
        try:
            return State(**json.loads(self._state_file.read_text()))
        except (OSError, ValueError, TypeError):
            return None

    def write_state(self, state: State) -> None:
        """Say where the server is: whole or not at all, so that no reader sees half."""
        new = self._state_file.with_suffix(".new")
        new.touch(mode=0o600)
        new.write_text(json.dumps(asdict(state)))
        new.replace(self._state_file)

    def remove_state(self) -> None:
        """Say that no server runs."""
        self._state_file.unlink(missing_ok=True)

    def password(self) -> str:
        """The password, made at the first call. Only who holds the store may make it."""
        return self.read_password() or self._make_password()

    def read_password(self) -> str:
        """The password, or nothing where there is none. Raises `SetupError` when the file can't be read."""
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
        """Delete the graph and its password. Raises `SetupError` while a server runs on it."""
        if not self.data.exists():
            return
        with self.taken():
            try:
                # First, so that nobody takes us for the server that it speaks of. The lock file stays: others may wait for it.
                self.remove_state()
                if self.home.exists():
                    shutil.rmtree(self.home)
                self.password_file.unlink(missing_ok=True)
                self.log.unlink(missing_ok=True)
            except OSError as error:
                raise faults.folder_fault(self.data, error) from error


def digest(password: str) -> str:
    """A fingerprint that tells whether the password file is still the one that the server was started with."""
    return hashlib.sha256(password.encode()).hexdigest()
