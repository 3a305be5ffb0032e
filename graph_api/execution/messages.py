"""Messages: what graphql-core says, without what only Python says, and without more of the client's input than it takes."""

from __future__ import annotations

import json
import re

_LONGEST = 300
_LONGEST_QUOTED = 40
# Python's words in the messages of graphql-core, each with what stands in for it.
_OF_PYTHON = (
    (re.compile(r" not to be None\.$"), " not to be null."),
    (re.compile(r", but encountered error '.*?'; found: ", re.DOTALL), ", found: "),
)


def plain(message: str) -> str:
    """The message for a client."""
    for pattern, instead in _OF_PYTHON:
        message = pattern.sub(instead, message)
    return cut(message, _LONGEST)


def cut(text: str, longest: int) -> str:
    """The text, of a long one the beginning and the end."""
    if len(text) <= longest:
        return text
    return f"{text[: longest * 2 // 3]} … {text[-(longest // 3) :]}"


def quoted(text: str) -> str:
    """The text in quotation marks, cut, as JSON writes it."""
    return json.dumps(cut(text, _LONGEST_QUOTED), ensure_ascii=False)
