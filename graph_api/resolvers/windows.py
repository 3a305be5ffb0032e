"""Windows: the last complete month, quarter, half-year or year before a day."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from graph_api.errors import ClientError, ErrorCode
from graph_api.rules import Window

_MONTHS = {Window.MONTH: 1, Window.QUARTER: 3, Window.HALF_YEAR: 6, Window.YEAR: 12}


@dataclass(frozen=True)
class Period:
    """The days from `from_` (inclusive) to `until` (exclusive)."""

    from_: date
    until: date


class Step(StrEnum):
    """The interval between two dates of a history."""

    MONTH = "MONTH"
    QUARTER = "QUARTER"
    YEAR = "YEAR"


_STEP_MONTHS = {Step.MONTH: 1, Step.QUARTER: 3, Step.YEAR: 12}
MOST_DAYS = 120


def days_between(first: date, last: date, step: Step) -> list[date]:
    """The dates from the first to at most the last, one step apart; the last day of a month that is too short.

    Raises `ClientError` BAD_USER_INPUT if there are none, or more than 120.
    """
    check_order(first, last)
    days: list[date] = []
    while True:
        day = _later(first, len(days) * _STEP_MONTHS[step])
        if day is None or day > last:
            return days
        days.append(day)
        if len(days) > MOST_DAYS:
            raise ClientError(
                ErrorCode.BAD_USER_INPUT, f"The history has more than {MOST_DAYS} dates. Choose a longer `step`."
            )


def check_order(first: date, last: date) -> None:
    """Raises `ClientError` BAD_USER_INPUT if the last date is before the first."""
    if last < first:
        raise ClientError(ErrorCode.BAD_USER_INPUT, "`until` must not be before `from`.")


def _later(day: date, months: int) -> date | None:
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    return None if year > date.max.year else date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_complete(window: Window, as_of: date) -> Period:
    """The last complete period of the kind: it ended on the day before `as_of` or earlier.

    At the start of the calendar the period is shortened, or empty.
    """
    until = _begin(as_of, _MONTHS[window])
    return Period(_months_before(until, _MONTHS[window]), until)


@dataclass(frozen=True)
class Deadline:
    """A period with its last day."""

    period: Period
    last: date


def deadlines(window: Window, as_of: date) -> list[Deadline]:
    """The current period of the kind and the next one. At the end of the calendar there is only one, or it is shortened."""
    months = _MONTHS[window]
    firsts = [_later(_begin(as_of, months), number * months) for number in range(3)]
    return [
        Deadline(Period(first, after or date.max), after - timedelta(days=1) if after else date.max)
        for first, after in pairwise(firsts)
        if first is not None
    ]


def _months_before(day: date, months: int) -> date:
    """The first day of the month that lies this many months before; at the earliest, the first day of the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date.min if year < date.min.year else date(year, month + 1, 1)


def _begin(day: date, months: int) -> date:
    """The first day of the period of this many months that contains the date."""
    return date(day.year, (day.month - 1) // months * months + 1, 1)
