"""Forms: the spellings that are stored for a name, and the beginnings of spellings that a text is looked for by.

A spelling is a digit, its kind, and a form of the name or of a part of it. Parts go on to the end of the name, so whatever
is within the name is the beginning of a spelling, which an index finds. In pinyin, parts begin with a character, and the
lengths of its syllables follow after a blank: "4DONGSHEQU 4,3,2".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple
from unicodedata import combining

from graph_api.spellings.folding import folded, is_ideograph, latin, units
from graph_api.spellings.readings import readings

# Changes with what `spellings` returns: what an earlier version stored is then written again.
VERSION = "1"
# Shorter texts are in the codes of all places of a city.
_SHORTEST_CODE = 3

# What pinyin separates syllables by.
_SEPARATORS = frozenset("'’-·")

Syllables = tuple[str, ...]


class Kind(StrEnum):
    """What a spelling is a form of: the best matches come first. An unusual reading counts as one of a part."""

    NAME = "1"
    CODE = "2"
    INITIALS = "3"
    PINYIN = "4"
    NAME_PART = "5"
    CODE_PART = "6"
    INITIALS_PART = "7"
    PINYIN_PART = "8"


class Sought(NamedTuple):
    """What a text is looked for by: the spellings that match exactly, and the beginnings of those that match."""

    exact: list[str]
    beginnings: list[str]


def spellings(name: str, code: str | None) -> list[str]:
    """The spellings of a name and a code, the kinds in order, each once."""
    found = [f"{kind}{form}" for kind, form in _of_text(folded(name), Kind.NAME, Kind.NAME_PART)]
    found += [f"{kind}{form}" for kind, form in _of_text(folded(code or ""), Kind.CODE, Kind.CODE_PART)]
    found += _of_sounds(name)
    return sorted(dict.fromkeys(found), key=lambda spelling: spelling[0])


def sought(text: str) -> Sought:
    """What the text is looked for by. Both are empty if it has nothing but blanks."""
    written, kinds = folded(text), [Kind.NAME, Kind.NAME_PART]
    if not written:
        return Sought([], [])
    if len(written) >= _SHORTEST_CODE:
        kinds += [Kind.CODE, Kind.CODE_PART]
    beginnings = [f"{kind}{written}" for kind in kinds]
    if sounds := _sounds(written):
        beginnings += [f"{kind}{sounds}" for kind in Kind if kind.name.startswith(("INITIALS", "PINYIN"))]
    return Sought([f"{Kind.NAME}{written}", f"{Kind.CODE}{written}"], sorted(beginnings))


def _sounds(written: str) -> str:
    """The letters of a folded text that may be pinyin, with tones and separators or without; empty for any other text."""
    sounds = latin(written)
    signs = (each for each in written if not (each.isascii() and each.isalnum()))
    may_be = all(each in _SEPARATORS or combining(each) for each in signs)
    return sounds if may_be and not sounds.isdigit() else ""


def _of_text(text: str, whole: Kind, part: Kind) -> Iterator[tuple[Kind, str]]:
    for start in range(len(text)):
        yield (part if start else whole), text[start:]


def _of_sounds(name: str) -> Iterator[str]:
    """The spellings of a name with ideographs by its sounds."""
    characters = units(name)
    if not any(map(is_ideograph, characters)):
        return
    for number, syllables in enumerate(_spoken([sounds for sounds in readings(characters) if sounds])):
        lengths = [str(len(syllable)) for syllable in syllables]
        initials = "".join(syllable[0] for syllable in syllables)
        for start in range(len(syllables)):
            usual = start == number == 0
            yield f"{Kind.INITIALS if usual else Kind.INITIALS_PART}{initials[start:]}"
            kind = Kind.PINYIN if usual else Kind.PINYIN_PART
            yield f"{kind}{''.join(syllables[start:])} {','.join(lengths[start:])}"


def _spoken(sounds: Sequence[Syllables]) -> Iterator[Syllables]:
    """The name in its usual reading, and with one character in each of its other readings.

    Several unusual readings in one name are rare, and their combinations have no bound.
    """
    usual = tuple(options[0] for options in sounds)
    yield usual
    for place, options in enumerate(sounds):
        for other in options[1:]:
            yield (*usual[:place], other, *usual[place + 1 :])
