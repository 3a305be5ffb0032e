"""Global ids: opaque to clients; to us a type, the id within that type, and the day that the id carries."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from binascii import Error as Base64Error
from binascii import b2a_base64
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from graph_api.errors import ClientError, ErrorCode

# What makes base64 URL-safe.
URL_SAFE = bytes.maketrans(b"+/", b"-_")


class GlobalId(NamedTuple):
    """What a global id stands for; `day` is the date that it carries, as YYYY-MM-DD, empty if it carries none."""

    type: str
    local: str
    day: str = ""


class Asked(NamedTuple):
    """An id in a list of ids: what it stands for, and the number of its day in the list, 0 for no day."""

    id: GlobalId
    slot: int


def encode_id(type_name: str, local: str, day: str = "") -> str:
    """The global id of a thing: URL-safe base64 of `Type:local`, or of `Type@YYYY-MM-DD:local` if it carries a day."""
    text = f"{type_name}@{day}:{local}" if day else f"{type_name}:{local}"
    # What `urlsafe_b64encode` does, without its calls: an answer has thousands of ids.
    return b2a_base64(text.encode(), newline=False).translate(URL_SAFE).decode()


def decode_id(value: str) -> GlobalId:
    """What the id stands for. Raises `ClientError` BAD_ID for what this API never gave out."""
    try:
        head, _, local = urlsafe_b64decode(value.encode("ascii")).decode().partition(":")
    except (Base64Error, UnicodeError):
        head = local = ""
    type_name, at, day = head.partition("@")
    # Only the one spelling that we write is an id: anything else would name a thing twice.
    if not (local and type_name.isidentifier() and _is_day(day, given=bool(at))) or encode_id(head, local) != value:
        raise ClientError(ErrorCode.BAD_ID, "Invalid global ID. Pass an `id` from an earlier result.")
    return GlobalId(type_name, local, day)


def _is_day(text: str, *, given: bool) -> bool:
    if not given:
        return True
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def slots(days: Iterable[str], *, apart: bool = False) -> list[int]:
    """The number of each day among the days, counted from 1 by first appearance; 0 for none.

    With `apart` each has a number of its own, so that the numbers do not depend on which days are equal.
    """
    numbers: dict[str | int, int] = {}
    return [
        numbers.setdefault(place if apart else day, len(numbers) + 1) if day else 0 for place, day in enumerate(days)
    ]
