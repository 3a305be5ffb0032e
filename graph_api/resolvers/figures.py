"""Whether a computed figure agrees with the stated value."""

from __future__ import annotations

from collections.abc import Callable

# ABOUT allows a difference of one twentieth, inclusive.
_ABOUT = 0.05

_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "EXACT": lambda value, stated: value == stated,
    "AT_LEAST": lambda value, stated: value >= stated,
    "AT_MOST": lambda value, stated: value <= stated,
    "ABOUT": lambda value, stated: abs(value - stated) <= _ABOUT * abs(stated),
}


def holds(value: float | None, stated: float, qualifier: str) -> bool | None:
    """Whether the value agrees with the stated one; None if there is no value."""
    return None if value is None else _COMPARISONS[qualifier](value, stated)
