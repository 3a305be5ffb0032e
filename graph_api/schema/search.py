"""Search by name: from what a person types to a query of the full-text index."""

from __future__ import annotations

import re

from graph_api.errors import ClientError, ErrorCode

MAX_LENGTH = 100
NOTHING = '"-"'  # a query that finds nothing, since punctuation is not indexed
_RUNS = re.compile(r"[0-9A-Za-z]+|[^\W0-9A-Za-z_]+")


def searched(text: str) -> str:
    """The text to look for in names, white space aside. Raises BAD_USER_INPUT for no text or too much."""
    words = " ".join(text.split())
    if not words:
        raise ClientError(ErrorCode.BAD_USER_INPUT, "`text` is empty: say what to look for.")
    if len(words) > MAX_LENGTH:
        raise ClientError(ErrorCode.BAD_USER_INPUT, f"`text` has more than {MAX_LENGTH} characters: shorten it.")
    return words


def full_text(text: str) -> str:
    """The Lucene query that finds every name with the text in it, and perhaps others. Raises BAD_USER_INPUT.

    The index holds pairs of neighbouring Chinese characters and whole words of letters and digits (the `cjk` analyzer). A
    run of Chinese characters is looked for as a phrase of such pairs; a single one, and a word, inside what is indexed.
    """
    terms = [
        f'"{run}"' if len(run) > 1 and not run.isascii() else f"*{run.lower()}*"
        for run in _RUNS.findall(searched(text))
    ]
    return " AND ".join(terms) if terms else NOTHING
