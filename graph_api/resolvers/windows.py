"""Windows: the last complete month, quarter, half-year or year before a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph_api.catalogue import Window

_MONTHS = {Window.MONTH: 1, Window.QUARTER: 3, Window.HALF_YEAR: 6, Window.YEAR: 12}


@dataclass(frozen=True)
class Period:
    """The days from `from_` on, up to but not on `until`."""

    from_: date
    until: date


def last_complete(window: Window, as_of: date) -> Period:
    """The last complete period of the kind: it ended on the day before `as_of` or earlier."""
    until = _begin(as_of, _MONTHS[window])
    return Period(months_before(until, _MONTHS[window]), until)


def months_before(day: date, months: int) -> date:
    """The first day of the month so many months before the day's (after it, for a negative number)."""
    total = day.year * 12 + day.month - 1 - months
    return date(total // 12, total % 12 + 1, 1)


def _begin(day: date, months: int) -> date:
    """The first day of the period of so many months that the day lies in."""
    return date(day.year, (day.month - 1) // months * months + 1, 1)
