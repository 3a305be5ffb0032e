"""Global IDs: opaque to clients; in the product a type, the ID within that type, and the date that the ID carries."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from binascii import Error as Base64Error
from binascii import b2a_base64
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from graph_api.errors import ClientError, ErrorCode

# The URL-safe variant of base64.
URL_SAFE = bytes.maketrans(b"+/", b"-_")


class GlobalId(NamedTuple):
    """A decoded global ID. `day` is the date that it carries, as YYYY-MM-DD; empty if it carries none."""

    type: str
    local: str
    day: str = ""


class Asked(NamedTuple):
    """An ID in a list of IDs, decoded, with the number of its date in the list; 0 for no date."""

    id: GlobalId
    slot: int


def encode_id(type_name: str, local: str, day: str = "") -> str:
    """The global ID of an object: URL-safe base64 of `Type:local`, or of `Type@YYYY-MM-DD:local` if it carries a
    date."""
    text = f"{type_name}@{day}:{local}" if day else f"{type_name}:{local}"
    # Like `urlsafe_b64encode`, but without its calls: a result has thousands of IDs.
    return b2a_base64(text.encode(), newline=False).translate(URL_SAFE).decode()


def decode_id(value: str) -> GlobalId:
    """Decodes a global ID. Raises `ClientError` BAD_ID for one that this API never issued."""
    try:
        head, _, local = urlsafe_b64decode(value.encode("ascii")).decode().partition(":")
    except (Base64Error, UnicodeError):
        head = local = ""
    type_name, at, day = head.partition("@")
    # Only the canonical spelling is valid: otherwise an object would have several IDs.
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
    """The number of each date among the dates, counted from 1 by first appearance; 0 for none.

    With `apart` each gets a number of its own, so that the numbers do not depend on which dates are equal.
    """
    numbers: dict[str | int, int] = {}
    return [
        numbers.setdefault(number if apart else day, len(numbers) + 1) if day else 0 for number, day in enumerate(days)
    ]
