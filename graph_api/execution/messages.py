"""Messages of graphql-core, without Python terms, and with only a limited part of the client's input."""

from __future__ import annotations

import json
import re

_LONGEST = 300
_LONGEST_QUOTED = 40
# Python terms in graphql-core's messages, with their replacements.
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
    """The text; of a long one only its beginning and end."""
    if len(text) <= longest:
        return text
    return f"{text[: longest * 2 // 3]} … {text[-(longest // 3) :]}"


def quoted(text: str) -> str:
    """The text as a JSON string, shortened."""
    return json.dumps(cut(text, _LONGEST_QUOTED), ensure_ascii=False)
