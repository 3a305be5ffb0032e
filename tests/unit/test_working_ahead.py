"""What a server does ahead of the first question, and goes on to do."""

import asyncio
from contextlib import suppress
from types import SimpleNamespace

from graph_api.cli import server
from graph_api.errors import Unavailable


class Engine:
    """An engine that fails as often as it is told, and says that a day has no time left."""

    def __init__(self, failures):
        self.failures = failures
        self.done = []

    def _do(self, what):
        self.done.append(what)
        if self.failures:
            self.failures -= 1
            raise Unavailable

    async def warm(self, _report):
        self.done.append("plan")

    async def run_rules_ahead(self):
        self._do("rules")

    async def renew(self):
        self.done.append("renew")

    def day_ends(self):
        return 0.0


async def done_by(engine, monkeypatch, naps):
    """What the engine has done when the server has slept so often, and how long each time."""
    slept = []

    async def sleep(seconds):
        slept.append(seconds)
        if len(slept) == naps:
            raise asyncio.CancelledError

    # In that module alone: whatever else runs in the loop would never give way again.
    monkeypatch.setattr(server, "asyncio", SimpleNamespace(**{**vars(asyncio), "sleep": sleep}))
    with suppress(asyncio.CancelledError):
        await server._work_ahead(engine, engine.renew)
    return engine.done, slept


async def test_the_rules_of_every_day_run_once_it_has_begun(monkeypatch):
    assert await done_by(Engine(0), monkeypatch, 3) == (["plan", *["renew", "rules"] * 3], [1, 1, 1])


async def test_a_database_that_is_gone_is_tried_again(monkeypatch):
    done, slept = await done_by(Engine(1), monkeypatch, 2)
    assert done == ["plan", *["renew", "rules"] * 2]
    assert slept[0] > 60 > slept[1]
