"""Garbage collection of a server: none during the start, later none among what the start made, and none during long work.

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


@contextmanager
def postponed() -> Iterator[None]:
    """Collects no garbage within the block.

    Long work makes hundreds of thousands of objects, so that all of them would be looked through several times. That
    takes tens of milliseconds each time, in which nothing else runs. Most of them are freed without it. What refers to
    each other in circles is collected at the end, among the objects that are new.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.collect(1)
            gc.enable()


def resume() -> None:
    """Collects garbage again, but not among the objects that exist now."""
    gc.freeze()
    gc.enable()
