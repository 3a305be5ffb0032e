"""Clients that leave before their answer: what is done for them is cancelled."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from starlette.requests import ClientDisconnect

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from starlette.types import Receive

T = TypeVar("T")

# Only for work that takes longer is it looked whether the client is still there: most is done before, at no cost.
_PATIENCE_SECONDS = 0.05


async def while_there(receive: Receive, work: Awaitable[T]) -> T:
    """What the work gives, for a request that has been read. Raises `ClientDisconnect`, and cancels it, if the client leaves."""
    working = asyncio.current_task()
    left = False
    watches: list[asyncio.Task[None]] = []

    async def watch() -> None:
        nonlocal left
        while (await receive())["type"] != "http.disconnect":
            pass
        if working is not None:
            left = True
            working.cancel()

    timer = asyncio.get_running_loop().call_later(
        _PATIENCE_SECONDS, lambda: watches.append(asyncio.create_task(watch()))
    )
    try:
        return await work
    except asyncio.CancelledError:
        if not left or (working is not None and working.uncancel() > 0):
            raise
        raise ClientDisconnect from None
    finally:
        timer.cancel()
        for each in watches:
            each.cancel()
