"""Cancels the work for clients that disconnect before their response."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from starlette.requests import ClientDisconnect

from graph_api.deadlines import Interruptible

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.types import Receive, Scope

T = TypeVar("T")


async def while_there(scope: Scope, receive: Receive, work: Awaitable[T]) -> T:
    """The result of the work for a request that has been read. If the client disconnects, cancels it and raises
    `ClientDisconnect`."""
    with Interruptible() as working:

        def leave() -> None:
            working.interrupt(ClientDisconnect())

        when_disconnected = scope.get("extensions", {}).get("graph_api.disconnect")
        if when_disconnected is not None:
            when_disconnected(leave)
            return await work
        # Another host than ours says it to those alone who wait for it.
        waiting = asyncio.create_task(_disconnected(receive, leave))
        try:
            return await work
        finally:
            waiting.cancel()


async def _disconnected(receive: Receive, call: Callable[[], None]) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    call()
