"""Matches: the part of a name or code that a text was found in."""

from __future__ import annotations

from itertools import accumulate

from graph_api.spellings.folding import units
from graph_api.spellings.forms import Kind
from graph_api.spellings.readings import is_read

_WRITTEN = frozenset({Kind.NAME, Kind.NAME_PART, Kind.CODE, Kind.CODE_PART})


def matched_part(value: str, spelling: str, beginning: str) -> str:
    """The part of a name or code that the beginning of one of its spellings stands for.

    All of it if it has changed since the spelling was stored.
    """
    kind, form, sought = Kind(spelling[0]), spelling[1:], beginning[1:]
    # The character of each unit of the form. A form goes on to the end of the name.
    if kind in _WRITTEN:
        places = [place for place, unit in enumerate(units(value)) for _ in unit]
        rest, number = len(form), len(sought)
    else:
        places = [place for place, unit in enumerate(units(value)) if is_read(unit)]
        letters, _, lengths = form.partition(" ")
        widths = [int(length) for length in lengths.split(",")] if lengths else [1] * len(letters)
        rest, number = len(widths), sum(end < len(sought) for end in accumulate(widths)) + 1
    if not 0 < number <= rest <= len(places):
        return value
    return value[places[-rest] : places[number - rest - 1] + 1]
