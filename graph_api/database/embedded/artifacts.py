"""The jars of the embedded Neo4j: their committed list, and a cache folder with exactly these.

A quick check compares each jar's size and time stamp with a record; only deviating jars are hashed or downloaded again.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache as memoized
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from graph_api.database.embedded import faults
from graph_api.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

_THREADS = 16
_TRIES = 3
_SECONDS = 60
# In addition to the jars: room for the store that the server is about to create.
_SPARE_BYTES = 50_000_000


@dataclass(frozen=True, order=True)
class Artifact:
    """One jar: its Maven coordinates, its size in bytes and its SHA-256."""

    group: str
    name: str
    version: str
    classifier: str
    size: int
    sha256: str

    @property
    def filename(self) -> str:
        """The name in the cache. It contains the group, since two groups may use one artifact name."""
        suffix = f"-{self.classifier}" if self.classifier else ""
        return f"{self.group}.{self.name}-{self.version}{suffix}.jar"


def parse(text: str) -> tuple[Artifact, ...]:
    """The artifacts of a list in the format of `render`."""
    lines = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(_artifact(coordinates, int(size), sha256) for coordinates, size, sha256 in lines)


def _artifact(coordinates: str, size: int, sha256: str) -> Artifact:
    group, name, version, *classifier = coordinates.split(":")
    return Artifact(group, name, version, "".join(classifier), size, sha256)


def render(artifacts: Sequence[Artifact]) -> str:
    """The list in its committed format: `group:name:version[:classifier] size sha256`, sorted."""
    rows = (":".join(filter(None, (a.group, a.name, a.version, a.classifier))) for a in sorted(artifacts))
    return "".join(f"{row} {a.size} {a.sha256}\n" for row, a in zip(rows, sorted(artifacts), strict=True))


@memoized
def listed() -> tuple[Artifact, ...]:
    """The jars that this version of the product runs on."""
    return parse(resources.files(__package__).joinpath("artifacts.txt").read_text())


@memoized
def list_key() -> str:
    """A short name for exactly this list of jars."""
    return hashlib.sha256(render(listed()).encode()).hexdigest()[:12]


def neo4j_version() -> str:
    """The version of Neo4j in the list."""
    return next(artifact.version for artifact in listed() if (artifact.group, artifact.name) == ("org.neo4j", "neo4j"))


def jar_paths(cache: Path) -> list[Path]:
    """The paths of the jars after `ensure_artifacts`, in the list's order."""
    return [cache / "jars" / artifact.filename for artifact in listed()]


def ensure_artifacts(cache: Path, console: Console | None = None) -> None:
    """Downloads missing jars and verifies the others, with a progress bar on the console if one is given.

    For a complete cache it only checks each file, without network or lock, so the cache may be read-only. Raises
    `SetupError`.
    """
    if _is_proven(cache):
        return
    try:
        (cache / "jars").mkdir(parents=True, exist_ok=True)
        with _fetch_lock(cache):
            # Another process may have downloaded them while this one waited.
            if not _is_proven(cache):
                _mend(cache, console)
    except OSError as error:
        raise faults.folder_fault(cache, error) from error


def distrust(cache: Path) -> None:
    """Makes the next start hash every jar: called when a server died for an unknown reason."""
    _record_path(cache).unlink(missing_ok=True)


def _mend(cache: Path, console: Console | None) -> None:
    for left_over in cache.glob("incoming-*"):
        shutil.rmtree(left_over)
    missing = [artifact for artifact in listed() if not _is_intact(cache, artifact)]
    if missing:
        _check_space(cache, missing)
        _fetch(cache, missing, console)
    _write_record(cache)


def _is_intact(cache: Path, artifact: Artifact) -> bool:
    path = cache / "jars" / artifact.filename
    try:
        return path.stat().st_size == artifact.size and sha256_of(path) == artifact.sha256
    except OSError:
        return False


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check_space(cache: Path, missing: Sequence[Artifact]) -> None:
    needed = sum(artifact.size for artifact in missing) + _SPARE_BYTES
    if shutil.disk_usage(cache).free < needed:
        raise faults.too_little_space(cache, needed)


def _record_path(cache: Path) -> Path:
    return cache / f"jars-{list_key()}.json"


def _stamps(cache: Path) -> dict[str, list[int]]:
    stats = ((path.name, path.stat()) for path in jar_paths(cache))
    return {name: [stat.st_size, stat.st_mtime_ns] for name, stat in stats}


def _is_proven(cache: Path) -> bool:
    try:
        return bool(json.loads(_record_path(cache).read_text()) == _stamps(cache))
    except (OSError, ValueError):
        return False


def _write_record(cache: Path) -> None:
    new = _record_path(cache).with_suffix(".new")
    new.write_text(json.dumps(_stamps(cache)))
    new.replace(_record_path(cache))


@contextmanager
def _fetch_lock(cache: Path) -> Iterator[None]:
    try:
        import filelock  # noqa: PLC0415 - part of the embedded extra
    except ImportError as error:
        raise faults.missing_extra() from error
    try:
        with filelock.FileLock(cache / "fetch.lock", timeout=600):
            yield
    except filelock.Timeout as error:
        raise SetupError(
            f"Another process has been fetching into {cache} for ten minutes. Check what it is waiting for."
        ) from error


def _fetch(cache: Path, missing: Sequence[Artifact], console: Console | None) -> None:
    total = sum(artifact.size for artifact in missing)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    # A folder of this process next to the jars: on the same disk, so that a rename is atomic.
    with (
        tempfile.TemporaryDirectory(prefix="incoming-", dir=cache) as incoming,
        Progress(*columns, console=console, disable=console is None) as progress,
    ):
        task = progress.add_task("Fetching Neo4j (once)", total=total)
        for artifact in _fetched(Path(incoming), cache / "jars", missing):
            progress.advance(task, artifact.size)


def _fetched(incoming: Path, jars: Path, missing: Sequence[Artifact]) -> Iterator[Artifact]:
    context = _maven(incoming)
    with ThreadPoolExecutor(_THREADS) as pool:
        futures = [pool.submit(_fetch_one, context, artifact, jars) for artifact in missing]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _maven(repository: Path) -> Any:
    try:
        from jgo.maven import MavenContext  # noqa: PLC0415 - part of the embedded extra
    except ImportError as error:
        raise faults.missing_extra() from error
    return MavenContext(repo_cache=repository, timeout=_SECONDS)


def _fetch_one(context: Any, artifact: Artifact, jars: Path) -> Artifact:
    source = context.project(artifact.group, artifact.name).at_version(artifact.version).artifact(artifact.classifier)
    path = _resolve(source)
    if sha256_of(path) != artifact.sha256:
        raise faults.wrong_hash(artifact.filename)
    path.replace(jars / artifact.filename)
    return artifact


def _resolve(source: Any) -> Path:
    import requests  # noqa: PLC0415 - comes with jgo

    for left in reversed(range(_TRIES)):
        try:
            return Path(source.resolve())
        # jgo raises RuntimeError for any status but 200.
        except (requests.RequestException, RuntimeError) as error:
            source.cached_path.unlink(missing_ok=True)
            if not left:
                raise faults.no_network() from error
    raise AssertionError
