"""Java's ahead-of-time cache: classes that are loaded and linked already, and which methods are worth compiling.

The first server records what Java loads and compiles. When that server has ended in order, a process of its own makes the
cache, which later starts use. Java itself checks whether a cache fits its jars, version and options, and goes without one that
does not (docs/decisions/0028-starts-from-a-java-cache.md).
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from graph_api.database.embedded.lease import Lease
from graph_api.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Sequence

# A recording and a cache, 160 MB each, and what is left for others.
_NEEDED_BYTES = 600_000_000
# Held by the process that records or makes a cache: one at a time.
_LOCK = "java.lock"


class JavaCache:
    """The cache of one Java installation with these options and this class path, in a folder."""

    def __init__(self, folder: Path, java_home: Path, options: Sequence[str], classpath: Sequence[str]) -> None:
        release = (java_home / "release").read_text(encoding="utf-8")
        key = _short([release, *options, *classpath])
        # Each installation of the product has its own: Java compares the paths of the jars.
        self._file = folder / f"java-{_short([sys.prefix])}-{key}.aot"
        self._recording = self._file.with_suffix(".recording")
        self._command = [str(java_home / "bin" / "java"), *options, "-cp", os.pathsep.join(classpath)]
        self._recorder = Lease(folder / _LOCK)
        self.is_used = self._file.exists()
        self.is_recorded = not self.is_used and self._may_record(folder)

    @property
    def options(self) -> list[str]:
        """The JVM options that use the cache, or record for it; none if neither is possible."""
        if self.is_used:
            return [f"-XX:AOTCache={self._file}"]
        return ["-XX:AOTMode=record", f"-XX:AOTConfiguration={self._recording}"] if self.is_recorded else []

    def discard(self) -> None:
        """Removes a cache that Java rejected, so that the next start records a new one."""
        with contextlib.suppress(OSError):
            self._file.unlink()

    def make_after_this(self) -> None:
        """Starts a process that makes the cache once this process has ended and Java has written the recording."""
        making = [*self._command, "-XX:AOTMode=create", f"-XX:AOTConfiguration={self._recording}"]
        subprocess.Popen(  # noqa: S603 - our own module, arguments as a list
            [sys.executable, "-m", __name__, str(self._file), *making],
            # Nothing is ever written to the pipe: it closes when this process has ended.
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _may_record(self, folder: Path) -> bool:
        """Whether no other process records and there is enough space."""
        try:
            return shutil.disk_usage(folder).free > _NEEDED_BYTES and self._recorder.take_whole()
        except (OSError, SetupError):
            # The folder may be read-only: the jars are usable all the same.
            return False


def _short(parts: Sequence[str]) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]


def main() -> None:
    """Makes the cache named by the first argument with the command in the others, after the parent process has ended."""
    file, command = Path(sys.argv[1]), sys.argv[2:]
    sys.stdin.read()
    if not Lease(file.parent / _LOCK).take_whole():
        # Another server records already.
        return
    # No client waits for this.
    os.nice(19)
    new, recording = file.with_suffix(".new"), file.with_suffix(".recording")
    try:
        subprocess.run([*command, f"-XX:AOTCache={new}"], check=True)  # noqa: S603 - as above
        new.replace(file)
        for old in file.parent.glob(f"{file.name.rpartition('-')[0]}-*.aot"):
            if old != file:
                old.unlink()
    finally:
        for left_over in (new, recording):
            left_over.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
