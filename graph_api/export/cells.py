"""Values as cells of a CSV file that a spreadsheet may open."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Any, TextIO

# A spreadsheet takes a text that starts with one of these for a formula, and runs it.
_STARTS_OF_FORMULAS = tuple("=+-@\t\r\n＝＋－＠")
_SEPARATOR = "; "


def cell(value: Any) -> str:
    """The value as text: empty for null, `true` and `false`, and the items of a list separated by semicolons.

    A text that a spreadsheet would run as a formula starts with an apostrophe.
    """
    text = plain(value)
    is_text = isinstance(value, str | list | tuple)
    return f"'{text}" if is_text and text.startswith(_STARTS_OF_FORMULAS) else text


def plain(value: Any) -> str:
    """The value as a text to read."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return _SEPARATOR.join(plain(item) for item in value)
    return str(value)


def write_row(stream: TextIO, values: Iterable[Any]) -> None:
    """Writes a line of the CSV file."""
    csv.writer(stream, lineterminator="\n").writerow([cell(value) for value in values])
