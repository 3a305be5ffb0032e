"""Places: the levels of their hierarchy, and what a code says about where a place lies.

A code starts with the code of every place that the place lies within. Codes of objects that are not places start with
the code of their city.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, NewType

Prefix = NewType("Prefix", str)
"""The code of a place within which something is looked for; empty for everywhere."""

EVERYWHERE = Prefix("")


class Level(NamedTuple):
    """A level: its name in the schema, the number of digits of its codes, and the label of its nodes."""

    name: str
    digits: int
    label: str


CITY = Level("CITY", 6, "City")
SUBDISTRICT = Level("SUBDISTRICT", 9, "Subdistrict")
COMMUNITY = Level("COMMUNITY", 12, "Community")
COMPOUND = Level("COMPOUND", 15, "Compound")
BUILDING = Level("BUILDING", 18, "Building")
# By name, from the city down.
LEVELS = {level.name: level for level in (CITY, SUBDISTRICT, COMMUNITY, COMPOUND, BUILDING)}

_DIGITS = tuple(level.digits for level in LEVELS.values())
# Provinces and prefectures have codes, but no nodes.
_DIGITS_ABOVE = (2, 4)
_BY_DIGITS = {level.digits: level for level in LEVELS.values()}


def is_code(text: str, levels: Iterable[Level] = LEVELS.values()) -> bool:
    """Whether the text has the form of a code of one of the levels."""
    return _has_digits(text, (level.digits for level in levels))


def is_prefix(text: str) -> bool:
    """Whether the text has the form of a code of any level, or of a province or prefecture."""
    return _has_digits(text, (*_DIGITS_ABOVE, *_DIGITS))


def level_of(code: str) -> Level:
    """The level of the place with the code."""
    return _BY_DIGITS[len(code)]


def city_of(code: str) -> Prefix:
    """The code of the city that a place or another object with the code belongs to.

    A code of a province or prefecture stays as it is.
    """
    return Prefix(code[: CITY.digits])


def lineage(code: str) -> list[str]:
    """The codes of the place and of all places it lies within, from the city down."""
    return [code[:digits] for digits in _DIGITS if digits <= len(code)]


def _has_digits(text: str, numbers: Iterable[int]) -> bool:
    return text.isascii() and text.isdigit() and len(text) in numbers
