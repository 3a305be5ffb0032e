"""Folding: texts that differ only in width, normal form, case or blanks become equal."""

from __future__ import annotations

import re
from unicodedata import category, normalize

# Separators, control characters and invisible marks of format.
_BLANK = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
_IDEOGRAPH = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]")


def folded(text: str) -> str:
    """The text in Unicode's compatibility form (NFKD), in upper case, without blanks."""
    return "".join(units(text))


def units(text: str) -> list[str]:
    """What each character of the text is folded to: one character, several, or none."""
    return [_folded(character) for character in text]


def is_ideograph(unit: str) -> bool:
    """Whether a folded character is a Chinese one."""
    return _IDEOGRAPH.fullmatch(unit) is not None


def latin(unit: str) -> str:
    """The letters and digits of a folded text, without accents, and with V for Ü, as in pinyin without tones."""
    plain = unit.replace("U\u0308", "V")
    return "".join(character for character in plain if character.isascii() and character.isalnum())


def _folded(character: str) -> str:
    return "".join(each for each in normalize("NFKD", character) if category(each) not in _BLANK).upper()
