"""What a code says about where a place lies."""

import pytest

from graph_api.places import CITY, LEVELS, city_of, is_code, is_prefix, level_of, lineage
from graph_api.schema.places import PlaceLevel

BUILDING = "210681001002003004"


def test_the_levels_are_those_of_the_schema_in_the_same_order():
    assert list(LEVELS) == [level.name for level in PlaceLevel]


def test_a_code_starts_with_the_codes_of_all_places_it_lies_within():
    assert lineage(BUILDING) == ["210681", "210681001", "210681001002", "210681001002003", BUILDING]
    assert [level_of(code).name for code in lineage(BUILDING)] == list(LEVELS)


@pytest.mark.parametrize(("code", "city"), [(BUILDING, "210681"), ("210681D001", "210681"), ("21", "21"), ("", "")])
def test_every_code_below_a_city_starts_with_the_city(code, city):
    assert city_of(code) == city


@pytest.mark.parametrize("code", ["21", "2106"])
def test_provinces_and_prefectures_have_codes_but_are_no_places(code):
    assert is_prefix(code)
    assert not is_code(code)


def test_a_code_may_have_to_be_of_certain_levels():
    assert is_code(BUILDING)
    assert not is_code(BUILDING, [CITY])
