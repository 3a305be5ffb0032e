"""Garbage collection of a server: none during the start, and later none among what the start made.

Objects made until the first request stay alive: collecting garbage among them would take a sixth of the start.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def pause() -> None:
    """Collects no garbage until `resume`."""
    gc.disable()


@contextmanager
def collected() -> Iterator[None]:
    """Collects garbage within the block: loading makes many rows that don't stay alive."""
    paused = not gc.isenabled()
    gc.enable()
    try:
        yield
    finally:
        if paused:
            gc.disable()


def resume() -> None:
    """Collects garbage again, but not among the objects that exist now."""
    gc.freeze()
    gc.enable()
