"""Watching: ends a request to the server if the server is gone, or if it takes too long."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from types import TracebackType

from graph_api.deadlines import Deadline, Timer
from graph_api.errors import ClientError, Unavailable


class Watch(Deadline):
    """A block with a request to the server. Raises `Unavailable` if the server is gone, and `late` after `seconds`.

    Nothing happens before `patience` is over, and most blocks have ended by then. After that, `silence` returns why the
    server is considered gone, if it is: a frozen host resets no connection.
    """

    __slots__ = ("_attending", "_seconds", "_silence")

    def __init__(
        self,
        patience: Timer,
        silence: Callable[[], Awaitable[OSError | None]],
        seconds: float,
        late: Callable[[], ClientError],
    ) -> None:
        super().__init__(patience, late)
        self._silence = silence
        self._seconds = seconds
        self._attending: asyncio.Task[None] | None = None

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._attending is not None:
            self._attending.cancel()
        super().__exit__(kind, raised, traceback)

    def _over(self) -> None:
        self._attending = asyncio.create_task(self._attend())

    async def _attend(self) -> None:
        loop = asyncio.get_running_loop()
        over = loop.time() + self._seconds - self._timer.seconds
        silence = await self._silence()
        if silence is not None:
            gone = Unavailable()
            gone.__cause__ = silence
            self.interrupt(gone)
            return
        await asyncio.sleep(over - loop.time())
        super()._over()
