import pytest

from graph_api.errors import ClientError, ErrorCode
from graph_api.places import CITY, COMMUNITY, SUBDISTRICT
from graph_api.schema.arguments import digits, numbered, place_prefix


def refused(function, value):
    with pytest.raises(ClientError) as caught:
        function(value)
    return caught.value


@pytest.mark.parametrize("code", ["21", "2106", "210681", "210681001", "210681001001", "2" * 15, "2" * 18])
def test_a_place_of_any_level_can_be_looked_within(code):
    assert place_prefix(code) == code


def test_without_a_place_everything_is_looked_through():
    assert place_prefix(None) == ""


@pytest.mark.parametrize(
    "code", ["", "2", "21068", "2106810", "2" * 19, "21068a", "２１０６８１", "²¹⁰⁶⁸¹", " 210681", "210681L001"]
)
def test_what_is_no_place_can_not_be_looked_within(code):
    assert refused(place_prefix, code).code is ErrorCode.BAD_CODE


@pytest.mark.parametrize("code", ["210681", "210681001"])
def test_a_code_has_one_of_the_lengths(code):
    assert digits("place", CITY, SUBDISTRICT).convert(code) == code


@pytest.mark.parametrize("code", ["", "2106810", "21068a", "２１０６８１", "210681 "])
def test_another_code_is_refused_in_words_that_say_the_lengths(code):
    error = refused(digits("place", CITY, SUBDISTRICT, COMMUNITY).convert, code)
    assert (error.code, error.message) == (ErrorCode.BAD_CODE, "The code of a place has 6, 9 or 12 digits.")


def test_one_length_is_said_alone():
    assert refused(digits("city", CITY).convert, "x").message == "The code of a city has 6 digits."


def test_a_department_s_code_has_the_city_s_and_a_letter_and_a_number():
    assert numbered("department", "D").convert("210681D001") == "210681D001"


@pytest.mark.parametrize(
    "code", ["", "210681", "210681L001", "210681d001", "210681D01", "210681D0011", "21068xD001", "２10681D001"]
)
def test_another_department_s_code_is_refused(code):
    assert refused(numbered("department", "D").convert, code).code is ErrorCode.BAD_CODE
