"""Starts the embedded Neo4j again when it has ended under those who use it: killed, or out of memory."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, NoReturn, TypeVar

import structlog

from graph_api.database.embedded import faults
from graph_api.errors import SetupError

if TYPE_CHECKING:
    from graph_api.database.connection import Database
    from graph_api.database.embedded.server import EmbeddedServer

T = TypeVar("T")

_log = structlog.get_logger(__name__)

_LOOK_SECONDS = 0.5
# After a start that failed.
_PAUSE_SECONDS = 2.0
_MOST_STARTS = 5
_WITHIN_SECONDS = 600.0


async def keep_running(
    server: EmbeddedServer, database: Database, restarted: Callable[[], None] = lambda: None
) -> NoReturn:
    """Start the server again whenever it has ended, and have the database use it, until this is cancelled.

    `restarted` is called each time that it runs again: what Neo4j had planned is gone. Raises `SetupError` when it ended, or
    could not be started, too often within ten minutes.
    """
    loop = asyncio.get_running_loop()
    starts: deque[float] = deque(maxlen=_MOST_STARTS)
    while True:
        await asyncio.sleep(_LOOK_SECONDS)
        if server.is_running():
            continue
        began = loop.time()
        if len(starts) == _MOST_STARTS and began - starts[0] < _WITHIN_SECONDS:
            raise faults.restarted_too_often(_MOST_STARTS, round(_WITHIN_SECONDS / 60), server.log)
        starts.append(began)
        _log.warning("the embedded Neo4j has ended, and is started again", its_last_line=server.last_line())
        try:
            address = await _in_thread(server.start)
            await database.move_to(address)
        except SetupError as error:
            _log.warning("the embedded Neo4j could not be started again", reason=str(error))
            await asyncio.sleep(_PAUSE_SECONDS)
        else:
            _log.warning("the embedded Neo4j runs again", seconds=round(loop.time() - began, 1))
            restarted()


async def _in_thread(work: Callable[[], T]) -> T:
    """What the work gives, done in a thread that is left behind when this is cancelled; asyncio's own would be waited for."""
    done: Future[T] = Future()
    done.set_running_or_notify_cancel()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as error:
            done.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return await asyncio.wrap_future(done)
