"""Findings in groups. Plain functions over findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from graph_api.errors import ClientError, ErrorCode
from graph_api.places import LEVELS, level_of
from graph_api.resolvers.coverage import Finding

# All groups are handed to the statement, which sorts them.
MAX_GROUPS = 10_000
# Sorts after every code and name, so that groups without a value are last.
_NULL = "~"


def _at(digits: int) -> Callable[[Finding], str | None]:
    return lambda finding: finding.place[:digits] if len(finding.place) >= digits else None


DIMENSIONS: Mapping[str, Callable[[Finding], str | None]] = {
    "RULE": lambda finding: finding.rule.code,
    "OBLIGATION": lambda finding: finding.rule.obligation.value,
    "RESULT": lambda finding: finding.result,
    "LEVEL": lambda finding: level_of(finding.place).name,
    **{name: _at(level.digits) for name, level in LEVELS.items()},
}


def counts(findings: Iterable[Finding], dimensions: Sequence[str]) -> list[dict[str, Any]]:
    """The number of findings for each combination of values of the dimensions, as parameters of a statement.

    Raises TOO_COMPLEX if there are too many groups.
    """
    read = {name: DIMENSIONS[name] for name in dimensions}
    counted = Counter(tuple(value(finding) for value in read.values()) for finding in findings)
    if len(counted) > MAX_GROUPS:
        message = f"There are {len(counted)} groups of findings, more than {MAX_GROUPS}. Group by less, or filter more."
        raise ClientError(ErrorCode.TOO_COMPLEX, message)
    return [
        {
            **dict.fromkeys(DIMENSIONS),
            **dict(zip(read, key, strict=True)),
            "count": number,
            "sort": "".join(f"{_NULL if value is None else value} " for value in key),
        }
        for key, number in counted.items()
    ]
