"""Work that would hold the event loop for long: it is done in a thread beside it, one piece after the other."""

from __future__ import annotations

import asyncio
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
        return await asyncio.get_running_loop().run_in_executor(self._executor, function)
