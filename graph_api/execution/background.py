"""Work that would hold the event loop for long: it is done in a thread beside it, one piece after the other."""

from __future__ import annotations

import asyncio
import ctypes
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class Background:
    """A thread for work that takes long. One thread only: several would take turns, and each take that much longer."""

    def __init__(self) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")

    async def run(self, function: Callable[[], T]) -> T:
        """What the function returns, or raises."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, _run, function)


def _run(function: Callable[[], T]) -> T:
    try:
        return function()
    finally:
        # Such work takes megabytes, and the C library keeps what is freed in between what is still in use. Measured: after
        # 150 large documents the process then holds 33 MB more than before them, and 63 MB otherwise. Only glibc has it.
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
