"""Compression of what leaves. Only gzip: every client has it, and so has Python."""

from __future__ import annotations

import asyncio
import gzip
from collections import OrderedDict
from functools import lru_cache
from typing import Final

from graph_api.app.negotiation import LONGEST_CACHED, accepted

# Below, the headers that say so and the client's work take more than is saved.
COMPRESSED_FROM: Final = 1_000

# JSON gets hardly smaller at higher levels, and takes several times as long.
_LEVEL = 4
# About a millisecond; whatever takes longer must not keep other requests waiting.
_OFF_THE_LOOP_FROM = 50_000
_MOST_BYTES = 8_000_000


class Compressor:
    """Compresses bodies and keeps the last ones: an answer that is given again is compressed once."""

    def __init__(self, most_bytes: int = _MOST_BYTES) -> None:
        self._most = most_bytes
        self._total = 0
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()

    async def gzip(self, body: bytes) -> bytes:
        """The body in gzip's format."""
        found = self._kept.get(body)
        if found is not None:
            self._kept.move_to_end(body)
            return found
        made = await asyncio.to_thread(_gzip, body) if len(body) >= _OFF_THE_LOOP_FROM else _gzip(body)
        self._keep(body, made)
        return made

    def _keep(self, body: bytes, made: bytes) -> None:
        if body in self._kept:
            return
        self._kept[body] = made
        self._total += len(body) + len(made)
        while self._total > self._most:
            self._total -= sum(map(len, self._kept.popitem(last=False)))


def accepts_gzip(accept_encoding: str | None) -> bool:
    """Whether the client takes gzip, and likes it no less than a body as it is."""
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
