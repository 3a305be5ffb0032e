from datetime import date

import pytest
from graphql import GraphQLError
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_api.schema.scalars import parse_date


def refused(value):
    with pytest.raises(GraphQLError) as caught:
        parse_date(value)
    return caught.value.extensions


@given(st.dates())
@settings(deadline=None)
def test_a_day_is_read_as_it_is_written(day):
    assert parse_date(day.isoformat()) == day


def test_the_29th_of_february_is_a_day_in_leap_years():
    assert parse_date("2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize(
    "value",
    ["", "2024", "2024-3-1", "2024-03-01T00:00", "2023-02-29", "2024-13-01", "0000-01-01", " 2024-03-01", "2024/03/01"],
)
def test_another_text_is_refused(value):
    assert refused(value) == {"code": "BAD_DATE"}


@pytest.mark.parametrize("value", ["2026-W01-5", "２０２４-03-01"])
def test_another_calendar_s_spelling_is_refused(value):
    assert refused(value) == {"code": "BAD_DATE"}


@pytest.mark.parametrize("value", [None, 20240301, True, ["2024-03-01"], date(2024, 3, 1)])
def test_what_is_no_text_is_refused(value):
    assert refused(value) == {"code": "BAD_DATE"}
