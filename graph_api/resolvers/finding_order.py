"""Findings sorted by margin, as rows of a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, overload

from graph_api.resolvers.coverage import Finding

# Margins of this size or more do not occur. Their distance from it, in ten digits, sorts as text like the numbers.
_BEYOND = 10**9
# Sorts after all digits: null is last.
_NULL = "~"


@dataclass(frozen=True)
class MarginOrder:
    """Findings by margin, ascending or descending, null last; then in the default order."""

    descending: bool

    def key(self, finding: Finding) -> str:
        """The sort key of the finding, which no other has."""
        margin = finding.margin
        number = _NULL if margin is None else f"{_BEYOND + (-margin if self.descending else margin):010d}"
        return f"{number} {finding.key}"

    def sorted(self, findings: Iterable[Finding]) -> OrderedFindings:
        """The findings in this order."""
        return OrderedFindings(self, sorted(findings, key=self.key))


class OrderedFinding(NamedTuple):
    """A finding as a row of a list in an order of its own."""

    key: str
    finding: Finding

    def row(self) -> dict[str, Any]:
        """The finding as a parameter of a statement, with the key that it is sorted by."""
        return {**self.finding.row(), "key": self.key}


class OrderedFindings(Sequence[OrderedFinding]):
    """Findings in an order. Rows are made when they are read: only those of a page are."""

    def __init__(self, order: MarginOrder, findings: Sequence[Finding]) -> None:
        self._order = order
        self._findings = findings

    @overload
    def __getitem__(self, at: int) -> OrderedFinding: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[OrderedFinding]: ...

    def __getitem__(self, at: int | slice) -> OrderedFinding | Sequence[OrderedFinding]:
        if isinstance(at, slice):
            return [self._row(finding) for finding in self._findings[at]]
        return self._row(self._findings[at])

    def __len__(self) -> int:
        return len(self._findings)

    def _row(self, finding: Finding) -> OrderedFinding:
        return OrderedFinding(self._order.key(finding), finding)
