"""Whether a computed figure is what the report states."""

from __future__ import annotations

from collections.abc import Callable

# "About" leaves room for one part in twenty on either side, both ends included.
_ABOUT = 0.05

_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "EXACT": lambda value, stated: value == stated,
    "AT_LEAST": lambda value, stated: value >= stated,
    "AT_MOST": lambda value, stated: value <= stated,
    "ABOUT": lambda value, stated: abs(value - stated) <= _ABOUT * abs(stated),
}


def holds(value: float | None, stated: float, qualifier: str) -> bool | None:
    """Whether the value is as stated; null where there is no value to compare."""
    return None if value is None else _COMPARISONS[qualifier](value, stated)
