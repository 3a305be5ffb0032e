"""Files that pages load, under addresses that contain a hash: a browser requests each once."""

from __future__ import annotations

import asyncio
import gzip
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from starlette.responses import Response

from graph_api.app.compression import COMPRESSED_FROM, accepts_gzip
from graph_api.app.fields import Fields, text
from graph_api.app.responses import tagged

if TYPE_CHECKING:
    from pathlib import Path

_MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
}
# A changed file has another address, so this one never needs to be requested again.
_IMMUTABLE = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class PageFile:
    """A file with its media type."""

    media_type: str
    content: bytes

    @cached_property
    def compressed(self) -> bytes:
        """The content, compressed as far as gzip can: it is done once."""
        return gzip.compress(self.content, compresslevel=9, mtime=0)


def read(path: Path) -> PageFile:
    """The file at the path. Raises `KeyError` for a suffix that pages don't load."""
    return PageFile(_MEDIA_TYPES[path.suffix], path.read_bytes())


async def file_response(file: PageFile, fields: Fields) -> Response:
    """The response with this file, which a browser never needs to request again."""
    headers = {"content-type": file.media_type, "vary": "accept-encoding"}
    if len(file.content) < COMPRESSED_FROM or not accepts_gzip(text(fields, b"accept-encoding")):
        return tagged(Response(file.content, headers=headers), fields, _IMMUTABLE)
    # The first call takes a tenth of a second.
    content = await asyncio.to_thread(lambda: file.compressed)
    return tagged(Response(content, headers={**headers, "content-encoding": "gzip"}), fields, _IMMUTABLE)
