import re
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_api.errors import ClientError, ErrorCode
from graph_api.schema.search import MAX_LENGTH, SearchType, beginnings, index_query
from graph_api.spellings import Kind, folded, matched_part, sought, spellings

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


def refused(text):
    with pytest.raises(ClientError) as caught:
        index_query(text)
    return caught.value.code


def found(text, name, code=None):
    """The kind of the best match and the part that matches, as the graph and the schema find them."""
    asked = sought(text)
    for spelling in spellings(name, code):
        for beginning in asked.beginnings:
            if spelling.startswith(beginning):
                value = code if Kind(spelling[0]) in {Kind.CODE, Kind.CODE_PART} else name
                return Kind(spelling[0]).name, matched_part(value, spelling, beginning)
    return None


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("桥东", "NAME", "桥东"),
        (" 桥\u3000东 ", "NAME", "桥东"),
        ("社区", "NAME_PART", "社区"),
        ("qd", "INITIALS", "桥东"),
        ("ＱＤＳＱ", "INITIALS", "桥东社区"),
        ("sq", "INITIALS_PART", "社区"),
        ("qiaod", "PINYIN", "桥东"),
        ("qiao dong", "PINYIN", "桥东"),
        ("qiáodōng", "PINYIN", "桥东"),
        ("shequ", "PINYIN_PART", "社区"),
        ("210681", "CODE", "210681"),
        ("1003", "CODE_PART", "1003"),
    ],
)
def test_a_name_is_found_in_every_spelling(text, kind, part):
    assert found(text, "桥东社区", "210681001003") == (kind, part)


@pytest.mark.parametrize("text", ["桥区", "qs", "iao", "aodong", "03", "q*", "东桥", "%", "1"])
def test_what_is_not_in_a_name_does_not_find_it(text):
    assert found(text, "桥东社区", "210681001003") is None


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        ("lv", "绿苑", "绿"),
        ("lü", "绿苑", "绿"),
        ("xi'an", "西安里", "西安"),
        ("zeng", "曾国强", "曾"),
        ("a座", "华庭A座公寓(二期)", "A座"),
        ("huatingaz", "华庭A座公寓(二期)", "华庭A座"),
        ("erq", "华庭A座公寓(二期)", "二期"),
        ("m2", "十㎡", "㎡"),
        ("大", "\u2f24桥", "\u2f24"),
    ],
)
def test_the_part_that_matches_is_that_of_the_name_as_it_is_written(text, name, part):
    assert found(text, name)[1] == part


def test_names_without_ideographs_have_no_pinyin():
    assert {spelling[0] for spelling in spellings("A1", None)} == {Kind.NAME, Kind.NAME_PART}


def test_a_name_of_many_readings_has_a_bounded_number_of_spellings():
    assert len(spellings("单" * 80, None)) < 80 * 80


def test_a_changed_name_is_shown_whole():
    assert matched_part("新名", "8SHEQU 3,2,1,1", "8SHE") == "新名"


@given(words.filter(folded), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
@settings(deadline=None)
def test_the_form_of_a_text_does_not_matter(text, form):
    assert folded(normalize(form, text)) == folded(normalize("NFKD", text))


@given(words.filter(folded))
@settings(deadline=None)
def test_every_text_is_the_beginning_of_a_spelling_of_itself(text):
    assert found(text, text) is not None


@given(words.filter(folded))
@settings(deadline=None)
def test_no_text_writes_anything_but_beginnings(text):
    clause = r"spellings:[1-8](?:\w|\\\W)+\*\^\d+"
    assert re.fullmatch(f"{clause}(?: {clause})*", index_query(text))


def test_better_kinds_weigh_more():
    assert index_query("a(") == r"spellings:1A\(*^128 spellings:5A\(*^8"


def test_codes_are_sought_from_three_characters_on():
    assert sought("21").beginnings == ["121", "521"]
    assert sought("210").beginnings == ["1210", "2210", "5210", "6210"]


def test_every_type_is_a_label():
    labels = {"City", "PropertyCompany", "OwnersCommittee"}
    assert labels <= {"".join(map(str.capitalize, type_.name.split("_"))) for type_ in SearchType}


@pytest.mark.parametrize("text", ["", " ", "\n\t\u3000", "\u200b"])
def test_no_text_is_refused(text):
    assert refused(text) is ErrorCode.BAD_USER_INPUT


def test_the_longest_text_is_taken():
    assert beginnings("鼎" * MAX_LENGTH).beginnings


def test_a_longer_text_is_refused():
    assert refused("鼎" * (MAX_LENGTH + 1)) is ErrorCode.BAD_USER_INPUT
