"""Spellings: the forms in which names, titles and codes are looked for, so that search finds what people type.

`folding` makes texts comparable, `readings` says how ideographs are read, `forms` lists the spellings of a name and the
beginnings to look for, and `matches` says which part of a name a spelling stands for.
"""

from graph_api.spellings.folding import folded
from graph_api.spellings.forms import VERSION, Kind, Sought, sought, spellings
from graph_api.spellings.matches import matched_part

__all__ = ["VERSION", "Kind", "Sought", "folded", "matched_part", "sought", "spellings"]
