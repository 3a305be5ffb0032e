"""Readings: how the characters of a name are pronounced, in pinyin without tones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from graph_api.spellings.folding import folded, is_ideograph, latin

# Nobody types it: an ideograph without a known reading still takes its place among the others.
UNREAD = "?"


def readings(units: Sequence[str]) -> list[tuple[str, ...]]:
    """The readings of each folded character, the most likely in its context first; none for signs and marks.

    Letters and digits are read as they are.
    """
    found: list[tuple[str, ...]] = []
    for together, run in groupby(units, is_ideograph):
        if together:
            found += _of_ideographs("".join(run))
        else:
            found += [(sound,) if (sound := latin(unit)) else () for unit in run]
    return found


def is_read(unit: str) -> bool:
    """Whether a folded character has readings."""
    return is_ideograph(unit) or bool(latin(unit))


def _of_ideographs(run: str) -> list[tuple[str, ...]]:
    # Its dictionaries take 50 MB and a moment: only writing spellings loads them, a server does not.
    from pypinyin import Style, pinyin  # noqa: PLC0415

    read = pinyin(run, style=Style.NORMAL, heteronym=True, errors=_unread)  # type: ignore[arg-type]
    return [tuple(dict.fromkeys(latin(folded(sound)) or UNREAD for sound in sounds)) for sounds in read]


def _unread(unknown: str) -> list[str]:
    """A reading for each character that pypinyin does not know. (A text would become one for all of them.)"""
    return [UNREAD] * len(unknown)
