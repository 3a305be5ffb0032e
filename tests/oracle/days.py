"""Days as the tables write them, counted from the seed's as-of day."""

from datetime import date, timedelta

MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12}


def resolve(text: str, as_of: date) -> date:
    """The calendar day: `2024-03-01` itself, `T-10` ten days back, `Q-1/20` the 20th day of the quarter before, and so on."""
    if text == "T":
        return as_of
    if text[0] == "T":
        return as_of + timedelta(days=int(text[1:]))
    if text[0] in MONTHS:
        back, day = text[2:].split("/")
        return _first_day(MONTHS[text[0]], int(back), as_of) + timedelta(days=int(day) - 1)
    return date.fromisoformat(text)


def last_complete(months: int, day: date) -> tuple[date, date]:
    """The last complete period of so many months before the day: its first day, and the first day after it."""
    return _first_day(months, 1, day), _first_day(months, 0, day)


def _first_day(months: int, back: int, as_of: date) -> date:
    """The first day of the period of so many months that lies so many periods before the running one."""
    running = (as_of.month - 1) // months * months
    year, month = as_of.year, running - back * months
    while month < 0:
        year, month = year - 1, month + 12
    return date(year, month + 1, 1)
