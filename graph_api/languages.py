"""The languages that the product puts words together in."""

from __future__ import annotations

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
