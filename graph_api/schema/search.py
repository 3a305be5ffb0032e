"""Search by name: from what a person types to a query of the full-text index that narrows the search, if one can."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from itertools import islice, pairwise, product
from unicodedata import normalize

from graph_api.errors import ClientError, ErrorCode

MAX_LENGTH = 100
EVERYTHING = ""  # the query of a text by which the index can't narrow the search
# So many pairs narrow enough, and a query may have only so many terms.
_MOST_PAIRS = 20
# Ideographs: the index holds each two neighbours, whatever stands beside them.
_IDEOGRAPHS = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
# Where Unicode has radicals and compatibility ideographs, which a name may have in place of others.
_COMPATIBLE = ((0x2E80, 0x2FE0), (0xF900, 0xFB00), (0x2F800, 0x2FA20))


def searched(text: str) -> str:
    """The text to look for in names, without blanks around it. Raises BAD_USER_INPUT for no text or too much."""
    words = text.strip()
    if not words:
        raise ClientError(ErrorCode.BAD_USER_INPUT, "`text` is empty: say what to look for.")
    if len(words) > MAX_LENGTH:
        raise ClientError(ErrorCode.BAD_USER_INPUT, f"`text` has more than {MAX_LENGTH} characters: shorten it.")
    return words


def full_text(text: str) -> str:
    """The Lucene query that finds every name with the text in it, and perhaps others; EVERYTHING if there is none.

    The index (of the `cjk` analyzer) holds each pair of neighbouring ideographs, in whatever form the name has them. By
    single ones, letters, digits and signs it can't narrow: it joins them to words, some of which it leaves out.

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
    """The other forms in which Unicode has an ideograph."""
    found: defaultdict[str, str] = defaultdict(str)
    for first, last in _COMPATIBLE:
        for code in range(first, last):
            if _IDEOGRAPHS.fullmatch(ideograph := normalize("NFKC", chr(code))):
                found[ideograph] += chr(code)
    return found
