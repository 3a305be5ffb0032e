"""Search by name: the query of the full-text index that narrows the search for a text, if there is one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from itertools import islice, pairwise, product
from typing import Annotated
from unicodedata import normalize

import strawberry
from strawberry import UNSET

from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Argument
from graph_api.errors import ClientError, ErrorCode
from graph_api.schema.arguments import WITHIN, AsOf, Within
from graph_api.schema.fields import related
from graph_api.schema.nodes import Node
from graph_api.schema.pages import First

MAX_LENGTH = 100
EVERYTHING = ""  # the query for a text that the index can't narrow the search by
# These narrow the search enough, and Lucene limits the number of terms in a query.
_MOST_PAIRS = 20
# Ideographs: the index has every pair of adjacent ones, whatever surrounds them.
_IDEOGRAPHS = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
# Unicode blocks of radicals and compatibility ideographs, which names may contain in place of the usual ones.
_COMPATIBLE = ((0x2E80, 0x2FE0), (0xF900, 0xFB00), (0x2F800, 0x2FA20))


def searched(text: str) -> str:
    """The text to find in names, without surrounding whitespace. Raises BAD_USER_INPUT if it is empty or too long."""
    words = text.strip()
    if not words:
        raise ClientError(ErrorCode.BAD_USER_INPUT, "`text` is empty. Pass the text to find in names.")
    if len(words) > MAX_LENGTH:
        raise ClientError(ErrorCode.BAD_USER_INPUT, f"`text` is longer than {MAX_LENGTH} characters.")
    return words


def full_text(text: str) -> str:
    """The Lucene query that finds every name with the text in it, and perhaps others; EVERYTHING if there is none.

    The index (with the `cjk` analyzer) holds each pair of adjacent ideographs, in the form in which the name has them. It
    can't narrow by single ideographs, letters, digits or signs: it joins these to words, and leaves some of them out.

    Raises BAD_USER_INPUT.
    """
    runs = _IDEOGRAPHS.findall(normalize("NFKC", searched(text)))
    pairs = dict.fromkeys(pair for run in runs for pair in pairwise(run))
    return " AND ".join(_either(*pair) for pair in islice(pairs, _MOST_PAIRS))


def _either(first: str, second: str) -> str:
    forms = _forms()
    written = [
        f'"{one}{other}"' for one, other in product(first + forms.get(first, ""), second + forms.get(second, ""))
    ]
    return written[0] if len(written) == 1 else f"({' OR '.join(written)})"


@cache
def _forms() -> Mapping[str, str]:
    """The other forms of each ideograph in Unicode."""
    found: defaultdict[str, str] = defaultdict(str)
    for first, last in _COMPATIBLE:
        for code in range(first, last):
            if _IDEOGRAPHS.fullmatch(ideograph := normalize("NFKC", chr(code))):
                found[ideograph] += chr(code)
    return found


_Text = Annotated[str, strawberry.argument(description="The text to find in names, at most 100 characters.")]


@related(
    "search.named",
    arguments={
        "query": Argument("text", full_text),
        "text": Argument("text", searched),
        "within": WITHIN,
    },
)
def search(text: _Text, within: Within = UNSET, as_of: AsOf = UNSET, first: First = DEFAULT_SIZE) -> list[Node]:
    """Finds places, organizations, persons and building groups whose name contains the text. Sorted by the share of
    the name that the text makes up, highest first."""
