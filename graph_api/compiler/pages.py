"""Pages of a connection: the paging arguments, and cursors that stay valid when rows are added or removed."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from binascii import Error as Base64Error
from binascii import b2a_base64
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from zlib import crc32

import orjson

from graph_api.compiler.ids import URL_SAFE
from graph_api.errors import ClientError, ErrorCode

DEFAULT_SIZE = 20
MAX_SIZE = 100

Key = tuple[str | int | float | bool | None, ...]


@dataclass(frozen=True)
class Page:
    """The requested rows: `size` of the rows between the keys, from the start or from the end."""

    size: int
    from_end: bool
    after: Key | None
    before: Key | None


def read_page(arguments: Mapping[str, Any], mark: int, terms: Sequence[bool]) -> Page:
    """The page of the arguments. `mark` is the mark of the sort order, `terms` has for each value of its key whether it
    can be null.

    Raises `ClientError` BAD_PAGE or BAD_CURSOR.
    """
    first, last = arguments.get("first"), arguments.get("last")
    if first is not None and last is not None:
        raise ClientError(ErrorCode.BAD_PAGE, "Pass either `first` or `last`, not both.")
    for name, size in (("first", first), ("last", last)):
        if size is not None and not 1 <= size <= MAX_SIZE:
            raise ClientError(ErrorCode.BAD_PAGE, f"`{name}` is {size}, but a page has 1 to {MAX_SIZE} items.")
    after, before = arguments.get("after"), arguments.get("before")
    return Page(
        size=first if first is not None else last if last is not None else DEFAULT_SIZE,
        from_end=last is not None,
        after=None if after is None else decode_cursor(after, mark, terms),
        before=None if before is None else decode_cursor(before, mark, terms),
    )


class HandedIn(Protocol):
    """A row of a connection that is computed before the statement runs. Rows are sorted by their keys."""

    @property
    def key(self) -> str:
        """The unique sort key."""

    def row(self) -> dict[str, Any]:
        """The row as a parameter of the statement."""


def handed_in(rows: Sequence[HandedIn], page: Page) -> Sequence[HandedIn]:
    """The rows of the page, and one row beyond each of its ends, which shows whether there are more."""
    edges = [key[0] for key in (page.after, page.before) if key is not None]
    if not all(isinstance(edge, str) for edge in edges):
        return ()
    start = 0 if page.after is None else bisect_right(rows, page.after[0], key=_key)
    end = len(rows) if page.before is None else bisect_left(rows, page.before[0], key=_key)
    if page.from_end:
        start = max(start, end - page.size)
    else:
        end = min(end, start + page.size)
    return rows[max(start - 1, 0) : end + 1]


def _key(row: HandedIn) -> Any:
    return row.key


def list_size(first: int | None) -> int:
    """The number of items of a plain list. Raises `ClientError` BAD_PAGE."""
    if first is not None and not 1 <= first <= MAX_SIZE:
        raise ClientError(ErrorCode.BAD_PAGE, f"`first` is {first}, but a list gives 1 to {MAX_SIZE} items.")
    return DEFAULT_SIZE if first is None else first


def check_number_of_ids(argument: str, given: Sequence[str]) -> None:
    """Raises `ClientError` BAD_PAGE if the argument has more IDs than a page has items."""
    if len(given) > MAX_SIZE:
        raise ClientError(ErrorCode.BAD_PAGE, f"`{argument}` has {len(given)} IDs. Pass at most {MAX_SIZE}.")


def order_mark(order: str) -> int:
    """A mark of a sort order, so that a cursor of another order is detected."""
    return crc32(order.encode())


def encode_cursor(mark: int, key: Sequence[Any]) -> str:
    """The cursor of the row with the key: a checksum of the key, which starts with the mark, and the key."""
    values = orjson.dumps(key)
    return b2a_base64(crc32(values, mark).to_bytes(4) + values, newline=False).translate(URL_SAFE).decode()


def decode_cursor(cursor: str, mark: int, terms: Sequence[bool]) -> Key:
    """The key in a cursor. Raises `ClientError` BAD_CURSOR unless it is a cursor of this order."""
    try:
        key = orjson.loads(urlsafe_b64decode(cursor.encode("ascii"))[4:])
    except (Base64Error, UnicodeError, orjson.JSONDecodeError):
        key = None
    # A text that was not encoded here could hold values that no key of the order has.
    known = isinstance(key, list) and len(key) == len(terms) and all(map(_is_of_a_key, key, terms))
    if not known or encode_cursor(mark, key) != cursor:
        message = "Invalid cursor for this list and sort order. Pass a cursor from one of its pages."
        raise ClientError(ErrorCode.BAD_CURSOR, message)
    return tuple(key)


def _is_of_a_key(value: Any, nullable: bool) -> bool:  # noqa: FBT001 - for `map`
    return (
        (value is None and nullable)
        or isinstance(value, str | float)
        or (isinstance(value, int) and -(2**63) <= value < 2**63)
    )
