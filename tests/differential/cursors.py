"""Cursors in generated operations: written as placeholders, as only the product's answers say what they look like."""

import re
from collections.abc import Mapping
from typing import TypeVar

from differential.pages import Cursor

T = TypeVar("T", str, dict)
_PLACEHOLDER = re.compile("\\[cursor (?P<number>[0-9]+) of (?P<list>[^]]+)]")


# Nobody has asked most lists for every order: then both sides must refuse what is no cursor of theirs.
_ORDERED = (" ASC", " DESC")
_OF_NO_LIST = "bm9uZQ=="


def placeholder(list_: str, number: int) -> str:
    """What stands for a cursor of the list until the product has given one."""
    return f"[cursor {number} of {list_}]"


class Cursors:
    """The cursors that the product gave, by the list that each is of."""

    def __init__(self, given: Mapping[str, Cursor]) -> None:
        self._of: dict[str, list[str]] = {}
        for text, place in given.items():
            self._of.setdefault(place.list, []).append(text)

    def filled(self, value: T) -> T:
        """The text, or the texts within the variables, with cursors in the place of placeholders."""
        if isinstance(value, str):
            return _PLACEHOLDER.sub(self._cursor, value)
        return {name: self.filled(one) if isinstance(one, str) else one for name, one in value.items()}

    def _cursor(self, found: re.Match[str]) -> str:
        if found["list"] not in self._of and found["list"].endswith(_ORDERED):
            return _OF_NO_LIST
        known = self._of[found["list"]]
        return known[int(found["number"]) % len(known)]
