"""The notation of days in the tables: relative to the seed's as-of day, so that quarters and years stay aligned."""

from __future__ import annotations

import re
from datetime import date, timedelta

_ABSOLUTE = re.compile(r"\d{4}-\d{2}-\d{2}")
_AS_OF = re.compile(r"T(?P<offset>[+-]\d{1,4})?")
_PERIOD = re.compile(r"(?P<unit>[MQHY])-(?P<back>\d{1,3})/(?P<day>\d{1,3})")

_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12}
# The shortest period of each kind: a day beyond it would exist for some as-of days only.
_LAST_DAY = {"M": 28, "Q": 90, "H": 181, "Y": 365}


def resolve_day(text: str, as_of: date) -> date:
    """The calendar day that a table's text stands for.

    `2024-03-01` is that day; `T` the as-of day, `T-10` ten days before it; `M-14/05` the 5th of the month fourteen
    months before the as-of day's; `Q-1/20` the 20th day of the quarter before the as-of day's, which is the last
    complete one; `H-1/40` and `Y-1/30` likewise for half-years and years. Raises `ValueError` for anything else.
    """
    if _ABSOLUTE.fullmatch(text):
        return date.fromisoformat(text)
    try:
        if match := _AS_OF.fullmatch(text):
            return as_of + timedelta(days=int(match["offset"] or 0))
        if match := _PERIOD.fullmatch(text):
            return _day_of_period(match["unit"], int(match["back"]), int(match["day"]), as_of)
    except OverflowError as error:
        raise ValueError(
            f"{text!r} is outside of the calendar, counted from {as_of}: take another as-of day"
        ) from error
    raise ValueError(f"{text!r} is no day: write it like 2024-03-01, T-10, M-14/05, Q-1/20, H-1/40 or Y-1/30")


def _day_of_period(unit: str, back: int, day: int, as_of: date) -> date:
    if not 1 <= day <= _LAST_DAY[unit]:
        raise ValueError(f"the day after {unit}-{back}/ is 1 to {_LAST_DAY[unit]}, so that every such period has it")
    length = _MONTHS[unit]
    month = as_of.year * 12 + as_of.month - 1
    year, offset = divmod(month - month % length - back * length, 12)
    return date(year, offset + 1, 1) + timedelta(days=day - 1)
