"""Files that appear under their names only when they are whole."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import ExitStack, contextmanager, nullcontext
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryFile, mkdtemp
from typing import TYPE_CHECKING, TextIO

from graph_api.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@contextmanager
def draft(output: Path | None, files: Sequence[str]) -> Iterator[list[TextIO]]:
    """A stream to the output; with names of files, one to each file of a folder.

    The output is replaced at the end of the block. If the block raises, it is left as it was. Standard output (None),
    pipes and devices can't be replaced: they get everything at the end. Raises `SetupError` if the output can't be
    written.
    """
    try:
        if output is None or (output.exists() and not output.is_file() and not output.is_dir()):
            with _copied(output) as stream:
                yield [stream]
        elif files:
            with _folder(output.resolve(), files) as streams:
                yield streams
        else:
            with _file(output.resolve()) as stream:
                yield [stream]
    except BrokenPipeError:
        raise
    except OSError as error:
        where = "standard output" if output is None else str(output)
        raise SetupError(f"Can't write {where}: {(error.strerror or str(error)).lower()}.") from error


@contextmanager
def _copied(output: Path | None) -> Iterator[TextIO]:
    with TemporaryFile() as spool:
        stream = TextIOWrapper(spool, encoding="utf-8", newline="")
        yield stream
        stream.flush()
        spool.seek(0)
        with output.open("wb") if output else nullcontext(sys.stdout.buffer) as target:
            shutil.copyfileobj(spool, target)
            target.flush()


@contextmanager
def _file(output: Path) -> Iterator[TextIO]:
    if output.is_dir():
        raise SetupError(f"Can't write {output}: it is a folder. Add the name of a file.")
    with _beside(output) as folder:
        written = folder / output.name
        with _open(written) as stream:
            yield stream
        written.replace(output)


@contextmanager
def _folder(output: Path, files: Sequence[str]) -> Iterator[list[TextIO]]:
    if output.is_file():
        raise SetupError(f"Can't write {output}: it is a file, and this format needs a folder.")
    if output.is_dir() and not {path.name for path in output.iterdir()} <= set(files):
        raise SetupError(f"Can't write {output}: the folder has other files. Choose a new folder.")
    with _beside(output) as folder:
        written, earlier = folder / "new", folder / "earlier"
        written.mkdir()
        with ExitStack() as stack:
            yield [stack.enter_context(_open(written / name)) for name in files]
        if output.is_dir():
            output.rename(earlier)
        written.rename(output)


@contextmanager
def _beside(output: Path) -> Iterator[Path]:
    """A temporary folder next to the output, from where files can be moved to it in one step."""
    folder = Path(mkdtemp(prefix=f".{output.name}.", dir=output.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _open(path: Path) -> Iterator[TextIO]:
    with path.open("w", encoding="utf-8", newline="") as stream:
        yield stream
        stream.flush()
        # A file that is moved into place must not turn out empty after a power failure.
        os.fsync(stream.fileno())
