"""How the rows of one city become those of another: other codes, other names, checked again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from graph_api.places import COMMUNITY
from graph_api.seed.table_files import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from graph_api.seed.rows import Row

# A code or id: the place's digits, and perhaps the letter and number of one of the things that a city numbers.
_CODE = re.compile(r"(?P<place>\d{6}(?:\d{3}){0,4})(?:(?P<letter>[A-Z])(?P<number>\d+))?(?P<rest>.*)", re.DOTALL)


@dataclass(frozen=True)
class Coding:
    """The new codes of a city's places down to its communities, new names for old, and shifts of a city's own numbers.

    `shifts` has them by the letter: with `{"D": 100}` department 001 of the city becomes department 101.
    """

    city: str
    places: Mapping[str, str]
    names: Mapping[str, str]
    shifts: Mapping[str, int] = field(default_factory=dict)

    def rows(self, lines: Sequence[Line], change: Callable[[Row], Mapping[str, Any]]) -> list[Line]:
        """The lines with codes and names of this coding, and with the values that `change` gives for a row's columns."""
        return [Line(line.number, self._row(line.row, change(line.row))) for line in lines]

    def _row(self, row: Row, changed: Mapping[str, Any]) -> Row:
        values = {column: self._value(value) for column, value in row if value is not None}
        return type(row).model_validate(values | dict(changed))

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._code(value) if value.startswith(self.city) else self._text(value)
        if isinstance(value, tuple):
            return tuple(map(self._value, value))
        return value

    def _code(self, code: str) -> str:
        # Most codes stand in several rows.
        if code not in self._codes:
            self._codes[code] = self._new_code(code)
        return self._codes[code]

    def _new_code(self, code: str) -> str:
        match = _CODE.fullmatch(code)
        if match is None:
            return code
        old = match["place"]
        known = old[: COMMUNITY.digits]
        place = self.places[known] + old[len(known) :]
        if not match["letter"]:
            return place + match["rest"]
        number, shift = match["number"], self.shifts.get(match["letter"], 0) if old == self.city else 0
        return f"{place}{match['letter']}{int(number) + shift:0{len(number)}d}{match['rest']}"

    def _text(self, text: str) -> str:
        return self._names.sub(lambda match: self.names[match[0]], text)

    @cached_property
    def _codes(self) -> dict[str, str]:
        return {}

    @cached_property
    def _names(self) -> re.Pattern[str]:
        # The longest first: a name may begin like another.
        return re.compile("|".join(map(re.escape, sorted(self.names, key=len, reverse=True))))
