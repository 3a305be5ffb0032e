"""Who uses the server on a store: each holds a share of one lock, and the operating system lets go of it however they end.

The server waits for the whole lock. It gets that when nobody uses it any more, and holds it until it has ended: so nobody
joins a server that is about to go (docs/decisions/0027-the-embedded-server-belongs-to-its-users.md).
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from graph_api.database.embedded import faults

if TYPE_CHECKING:
    from pathlib import Path

_POLL_SECONDS = 0.02


class Lease:
    """A share of the lock, or the whole of it, or nothing yet. Taking it raises `SetupError` where the file can't be used."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._descriptor: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this object holds a share, or the whole."""
        return self._descriptor is not None

    def share(self) -> bool:
        """Take a share; whether that was possible, which it is unless another holds the whole."""
        return self._take(whole=False)

    def take_whole(self, seconds: float = 0) -> bool:
        """Take the whole; whether that was possible, which it is unless another holds any of it for so long."""
        deadline = time.monotonic() + seconds
        while not self._take(whole=True):
            if time.monotonic() >= deadline:
                return False
            time.sleep(_POLL_SECONDS)
        return True

    def await_whole(self) -> None:
        """Take the whole as soon as nobody else holds any of it."""
        self._take(whole=True, wait=True)

    def release(self) -> None:
        """Let go of what is held."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)

    def _take(self, *, whole: bool, wait: bool = False) -> bool:
        import fcntl  # noqa: PLC0415 - not there on Windows, where only a server of one's own is used

        how = (fcntl.LOCK_EX if whole else fcntl.LOCK_SH) | (0 if wait else fcntl.LOCK_NB)
        try:
            # Python's descriptors don't go on to the programs that it starts: what is held is this process's alone.
            descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise faults.folder_fault(self._file.parent, error) from error
        try:
            fcntl.flock(descriptor, how)
        except BlockingIOError:
            os.close(descriptor)
            return False
        except OSError as error:
            os.close(descriptor)
            raise faults.folder_fault(self._file.parent, error) from error
        self.release()
        self._descriptor = descriptor
        return True
