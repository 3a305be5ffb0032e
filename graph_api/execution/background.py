"""Work that would block the event loop for long: it runs in a thread, one piece at a time."""

from __future__ import annotations

import asyncio
import ctypes
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from graph_api import garbage
from graph_api.turns import Turns

T = TypeVar("T")


class Background:
    """A thread for long work. Only one: several would take turns, and each would take that much longer."""

    def __init__(self) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")

    async def run(self, function: Callable[[], T]) -> T:
        """The function's result, or its exception."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, _run, function, Turns(loop))


def _run(function: Callable[[], T], turns: Turns) -> T:
    try:
        with turns, garbage.postponed():
            return function()
    finally:
        # Such work takes megabytes, and the C library keeps freed memory between blocks that are in use. Measured:
        # after 150 large documents the process has grown by 33 MB with this, and by 63 MB without. Only glibc has it.
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
