"""Search by name: from what a person types to a query of the full-text index."""

from __future__ import annotations

from graph_api.errors import ClientError, ErrorCode

MAX_LENGTH = 100


def full_text(text: str) -> str:
    """The Lucene query that finds names with the text in them. Raises BAD_USER_INPUT for no text or too much.

    The index holds pairs of neighbouring characters (the `cjk` analyzer), so a phrase finds the text as it stands; a
    single character has to be looked for inside the pairs.
    """
    words = " ".join(text.split())
    if not words:
        raise ClientError(ErrorCode.BAD_USER_INPUT, "`text` is empty: say what to look for.")
    if len(words) > MAX_LENGTH:
        raise ClientError(ErrorCode.BAD_USER_INPUT, f"`text` has more than {MAX_LENGTH} characters: shorten it.")
    if len(words) == 1:
        return f"*{words}*" if words.isalnum() else f'"{_escaped(words)}"'
    return f'"{_escaped(words)}"'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
