"""Which numbers pass: the bounds in a rule's header, and how far an observed number is from the nearest one.

A bound is a number, or the name of a value that the rule observes: `minimum: of` means that all of them are needed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

# A number, or the name of an observed value.
Bound = int | str
BOUNDS = frozenset({"minimum", "maximum"})


@dataclass(frozen=True)
class Bounds:
    """The smallest and the largest number that passes; None for no bound."""

    minimum: Bound | None
    maximum: Bound | None

    def least(self, observed: object) -> int | None:
        """The smallest number that passes. None if there is none."""
        return _number(self.minimum, observed)

    def most(self, observed: object) -> int | None:
        """The largest number that passes. None if there is none."""
        return _number(self.maximum, observed)

    def margin(self, result: str, observed: object) -> int | None:
        """How much the observed number can change towards the nearest bound and still pass; negative if it fails.

        None without a number or a bound, if the rule does not pass or fail, or if it fails for another reason.
        """
        if result not in {"PASS", "FAIL"} or not isinstance(observed, Mapping) or observed.get("value") is None:
            return None
        value, least, most = observed["value"], self.least(observed), self.most(observed)
        distances = [value - least] if least is not None else []
        distances += [most - value] if most is not None else []
        found = min(distances, default=None)
        return found if found is None or (found < 0) is (result == "FAIL") else None


def read_bounds(facts: Mapping[str, str], error: Callable[[str], Exception]) -> Bounds:
    """The bounds of a header. `error` makes the exception for an invalid one."""
    given = {key: _bound(text) for key, text in facts.items() if key in BOUNDS}
    if given and "unit" not in facts:
        raise error("only a rule with a `unit` has a `minimum` or a `maximum`")
    return Bounds(given.get("minimum"), given.get("maximum"))


def _bound(text: str) -> Bound:
    return int(text) if text.isdecimal() else text


def _number(bound: Bound | None, observed: Any) -> int | None:
    if isinstance(bound, str):
        return observed.get(bound) if isinstance(observed, Mapping) else None
    return bound
