"""Days as the tables write them, counted from the seed's as-of day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from zoneinfo import ZoneInfo


class Period(Enum):
    """A kind of period, by its months."""

    MONTH = 1
    QUARTER = 3
    HALF_YEAR = 6
    YEAR = 12


@dataclass(frozen=True)
class Window:
    """A whole period: from its first day up to, not including, the day after its last."""

    first: date
    after: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.after


PERIODS = {"M": Period.MONTH, "Q": Period.QUARTER, "H": Period.HALF_YEAR, "Y": Period.YEAR}


def resolve(text: str, as_of: date) -> date:
    """The calendar day: `2024-03-01` itself, `T-10` ten days back, `Q-1/20` the 20th day of the quarter before, and so on."""
    if text == "T":
        return as_of
    if text[0] == "T":
        return as_of + timedelta(days=int(text[1:]))
    if text[0] in PERIODS:
        back, day = text[2:].split("/")
        return _first_day(PERIODS[text[0]], int(back), as_of) + timedelta(days=int(day) - 1)
    return date.fromisoformat(text)


def last_complete(period: Period, day: date) -> Window:
    """The last such period that was over before the day."""
    return Window(_first_day(period, 1, day), _first_day(period, 0, day))


def periods_from(period: Period, day: date) -> tuple[Window, Window]:
    """The period that the day lies in, and the next one."""
    first, after, end = (_first_day(period, -number, day) for number in range(3))
    return Window(first, after), Window(after, end)


def released_on(day: date) -> date:
    """The day that personal counts describe: the first of the quarter that the day lies in, or today before it has come."""
    return _first_day(Period.QUARTER, 0, min(day, datetime.now(ZoneInfo("Asia/Shanghai")).date()))


def _first_day(period: Period, back: int, as_of: date) -> date:
    """The first day of the period that lies so many periods before the running one."""
    running = (as_of.month - 1) // period.value * period.value
    year, month = as_of.year, running - back * period.value
    years, month = divmod(month, 12)
    return date(year + years, month + 1, 1)
