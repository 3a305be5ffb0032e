"""Text in XML."""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from graph_api.export.cells import plain

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

# The characters that XML 1.0 excludes, whichever way they are written.
_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"


def content(value: Any) -> str:
    """The value as the content of an element. A character that XML can't contain becomes U+FFFD."""
    return escape(_possible(value), {"\r": "&#13;"})


def quoted(value: Any) -> str:
    """The value as an attribute, in quotation marks. A character that XML can't contain becomes U+FFFD."""
    return quoteattr(_possible(value))


def _possible(value: Any) -> str:
    return _IMPOSSIBLE.sub(_REPLACEMENT, plain(value))
