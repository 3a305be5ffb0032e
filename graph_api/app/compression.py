"""Compression of responses with gzip, which all clients and Python's standard library support."""

from __future__ import annotations

import asyncio
import gzip
from functools import lru_cache
from typing import Final

from graph_api.app.negotiation import LONGEST_CACHED, accepted
from graph_api.caches import Budget, Cache

# Compressing smaller bodies doesn't pay.
COMPRESSED_FROM: Final = 1_000

# Higher levels hardly make JSON smaller, and take several times as long.
_LEVEL = 4
# Takes about a millisecond; larger bodies must not block the event loop.
_OFF_THE_LOOP_FROM = 50_000


class Compressor:
    """Compresses bodies. Caches the results within the budget, so that a cached answer is compressed once."""

    def __init__(self, budget: Budget) -> None:
        self._cache: Cache[bytes, bytes] = budget.cache(len, share=0.2)

    async def gzip(self, body: bytes) -> bytes:
        """The compressed body."""
        compressed = self._cache.get(body)
        if compressed is None:
            compressed = await asyncio.to_thread(_gzip, body) if len(body) >= _OFF_THE_LOOP_FROM else _gzip(body)
            self._cache.put(body, compressed)
        return compressed


def accepts_gzip(accept_encoding: str | None) -> bool:
    """Whether the client accepts gzip, and prefers no compression less or equally."""
    if accept_encoding is None:
        return False
    return (_accepts_gzip if len(accept_encoding) <= LONGEST_CACHED else _accepts_gzip.__wrapped__)(accept_encoding)


@lru_cache(maxsize=64)
def _accepts_gzip(accept_encoding: str) -> bool:
    weights = accepted(accept_encoding)
    others = weights.get("*", 0.0)
    gzip_weight = weights.get("gzip", weights.get("x-gzip", others))
    return gzip_weight > 0 and gzip_weight >= weights.get("identity", 0.0)


def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, compresslevel=_LEVEL, mtime=0)
