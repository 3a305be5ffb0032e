"""Days as the tables write them: a date, or counted from the day that the tables are loaded as of."""

import re
from datetime import date, timedelta

_RELATIVE = re.compile(r"T(?P<days>[+-]\d+)?")
_IN_PERIOD = re.compile(r"(?P<period>[MQHY])-(?P<back>\d+)/(?P<day>\d+)")
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12}


def day_of(written: str, as_of: date) -> date | None:
    """The day that a cell means; none for an empty cell."""
    if not written:
        return None
    if relative := _RELATIVE.fullmatch(written):
        return as_of + timedelta(days=int(relative["days"] or 0))
    if found := _IN_PERIOD.fullmatch(written):
        length = _MONTHS[found["period"]]
        month = as_of.year * 12 + as_of.month - 1
        first = month - month % length - int(found["back"]) * length
        return date(first // 12, first % 12 + 1, 1) + timedelta(days=int(found["day"]) - 1)
    return date.fromisoformat(written)
