"""What Neo4j calls the last change of a graph: a bookmark."""

from __future__ import annotations

import base64
import re

_MARK = "FB:"
# In PackStream: one graph, the id of its store (16 bytes), the change's number (in 1, 2, 4 or 8 bytes, or its byte alone
# up to 127), and no graphs of other servers.
_FORM = re.compile(
    rb"\x91\xcc\x10(?P<store>.{16})(?P<number>[\x00-\x7f]|\xc8.|\xc9.{2}|\xca.{4}|\xcb.{8})\x90", re.DOTALL
)


def number_of(bookmark: str) -> tuple[bytes, int] | None:
    """The store that the bookmark is of, and the number of the last change in it; None where its form is another one.

    Neo4j keeps the form to itself and may change it, so whoever asks must be able to do without.
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
