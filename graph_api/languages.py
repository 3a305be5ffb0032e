"""The languages that the product puts words together in."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Language(StrEnum):
    """A language of texts."""

    EN = "EN"
    ZH = "ZH"


class Text(NamedTuple):
    """A text in each language."""

    en: str
    zh: str

    def in_(self, language: str) -> str:
        """The text in the language."""
        return self.zh if language == Language.ZH else self.en


def long_date(day: date) -> str:
    """The date as a Chinese text writes it."""
    return f"{day.year}年{day.month}月{day.day}日"


def in_language(en: str, zh: str, language: str = Language.EN) -> str:
    """The one of two texts that is in the language."""
    return Text(en, zh).in_(language)
