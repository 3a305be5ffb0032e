"""The loaders of one request: each asks for all that was wanted of its relation in one tick at once."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import partial

import neo4j
from strawberry.dataloader import DataLoader

from benchmarks.dataloaders.relations import RELATIONS


class Loaders(dict):
    """A loader for each relation, made when it is first wanted; gives the list of what a key leads to."""

    def __init__(self, driver: neo4j.AsyncDriver, database: str, on: date):
        super().__init__()
        self._driver, self._database, self._on = driver, database, on

    def __missing__(self, relation: str) -> DataLoader:
        loader = self[relation] = DataLoader(partial(self._load, RELATIONS[relation]))
        return loader

    async def all(self, relation: str, key: str) -> list:
        return await self[relation].load(key)

    async def first(self, relation: str, key: str):
        """The first of them, None where there is none."""
        return next(iter(await self[relation].load(key)), None)

    async def _load(self, statement: str, keys: list[str]) -> list[list]:
        found = defaultdict(list)
        async with self._driver.session(
            database=self._database, default_access_mode=neo4j.READ_ACCESS, fetch_size=-1
        ) as session:
            result = await session.run(statement, keys=keys, on=self._on)
            for key, value in await result.values():
                found[key].append(value)
        return [found[key] for key in keys]
