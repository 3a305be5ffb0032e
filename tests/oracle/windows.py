"""Windows: the last complete month, quarter, half-year before a day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Window:
    """The days from the first on, up to, not including, the end."""

    first: date
    end: date

    def has(self, day: date) -> bool:
        return self.first <= day < self.end


def last_complete(months: int, day: date) -> Window:
    """The last complete period of so many months (1, 3, 6) before the day."""
    end = _months_of(day) // months * months
    return Window(_first_of(end - months), _first_of(end))


def _months_of(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_of(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)
