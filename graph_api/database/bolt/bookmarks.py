"""Bookmarks: Neo4j's names for the last change of a graph."""

from __future__ import annotations

import base64
import re

_MARK = "FB:"
# In PackStream: one graph, its store ID (16 bytes), the number of the change (in 1, 2, 4 or 8 bytes, or one byte up to
# 127), and no graphs of other servers.
_FORM = re.compile(
    rb"\x91\xcc\x10(?P<store>.{16})(?P<number>[\x00-\x7f]|\xc8.|\xc9.{2}|\xca.{4}|\xcb.{8})\x90", re.DOTALL
)


def number_of(bookmark: str) -> tuple[bytes, int] | None:
    """The bookmark's store, and the number of its last change; None if the format is unknown.

    Neo4j doesn't document the format and may change it, so callers must be able to do without.
    """
    if not bookmark.startswith(_MARK):
        return None
    try:
        packed = base64.b64decode(bookmark.removeprefix(_MARK), validate=True)
    except ValueError:
        return None
    form = _FORM.fullmatch(packed)
    if form is None:
        return None
    number = form["number"]
    return form["store"], number[0] if len(number) == 1 else int.from_bytes(number[1:], signed=True)
