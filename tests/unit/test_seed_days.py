from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_api.seed.days import resolve_day

AS_OF = date(2026, 6, 30)
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-01", date(2024, 3, 1)),
        ("T", date(2026, 6, 30)),
        ("T-10", date(2026, 6, 20)),
        ("T+10", date(2026, 7, 10)),
        ("M-14/05", date(2025, 4, 5)),
        ("M-0/01", date(2026, 6, 1)),
        ("Q-1/20", date(2026, 1, 20)),
        ("H-1/40", date(2025, 8, 9)),
        ("Y-1/30", date(2025, 1, 30)),
    ],
)
def test_each_notation_names_its_day(text, day):
    assert resolve_day(text, AS_OF) == day


@pytest.mark.parametrize(
    "text", ["", "t", "2024-13-01", "2024-3-1", "M-3/29", "M-3/00", "Q-1/91", "H-1/182", "Y-1/366", "W-1/1", "M-3"]
)
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        resolve_day(text, AS_OF)


@given(days)
def test_an_absolute_day_does_not_depend_on_the_as_of_day(as_of):
    assert resolve_day("2024-03-01", as_of) == date(2024, 3, 1)


@given(days, st.integers(-999, 999))
def test_an_offset_counts_days_from_the_as_of_day(as_of, offset):
    assert resolve_day(f"T{offset:+d}", as_of) == as_of + timedelta(days=offset)


@given(days, st.integers(0, 60), st.integers(1, 28))
def test_a_month_day_keeps_its_day_and_counts_months(as_of, back, day):
    resolved = resolve_day(f"M-{back}/{day}", as_of)
    assert resolved.day == day
    assert (as_of.year - resolved.year) * 12 + as_of.month - resolved.month == back


@given(days, st.sampled_from([("Q", 3, 90), ("H", 6, 181), ("Y", 12, 365)]), st.integers(1, 12), st.data())
def test_a_day_of_a_past_period_lies_in_that_period(as_of, unit, back, data):
    letter, months, last = unit
    resolved = resolve_day(f"{letter}-{back}/{data.draw(st.integers(1, last))}", as_of)

    def period(day):
        return (day.year * 12 + day.month - 1) // months

    assert period(as_of) - period(resolved) == back


@given(days, st.integers(1, 40), st.integers(1, 28), st.integers(1, 28))
def test_an_earlier_month_is_earlier_whatever_the_as_of_day(as_of, back, day, other):
    assert resolve_day(f"M-{back}/{day}", as_of) < resolve_day(f"M-{back - 1}/{other}", as_of)


def test_a_day_outside_of_the_calendar_is_refused_in_words():
    with pytest.raises(ValueError, match="is outside of the calendar"):
        resolve_day("T-10", date(1, 1, 5))
