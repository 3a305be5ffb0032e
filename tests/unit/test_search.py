import re
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_api.errors import ClientError, ErrorCode
from graph_api.schema.search import EVERYTHING, MAX_LENGTH, full_text, searched

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=MAX_LENGTH)


def refused(text):
    with pytest.raises(ClientError) as caught:
        full_text(text)
    return caught.value.code


def test_a_text_is_looked_for_by_its_pairs():
    assert full_text("桥东新村") == '"桥东" AND "东新" AND "新村"'


@pytest.mark.parametrize("text", ["鼎", "A1", "ＡＢ", "*", "1号", "a b", "Ж", "한국", "アイ", "é"])
def test_what_has_no_pair_can_not_be_narrowed(text):
    assert full_text(text) == EVERYTHING


@pytest.mark.parametrize("text", ["A座公寓", "Ａ座公寓", "座公寓(3)", "  座公寓 a"])
def test_letters_and_signs_are_left_to_the_comparison(text):
    assert full_text(text) == '"座公" AND "公寓"'


def test_pairs_do_not_reach_over_a_blank():
    assert full_text("桥东 新村") == '"桥东" AND "新村"'


@pytest.mark.parametrize("text", ["大桥", "\u2f24桥"])
def test_a_radical_stands_for_its_ideograph_and_the_other_way_round(text):
    query = full_text(text)
    assert '"大桥"' in query
    assert '"\u2f24桥"' in query


def test_a_compatibility_ideograph_is_looked_for_too():
    assert f'"{chr(0xFA45)}滨"' in full_text("海滨")


def test_a_long_text_makes_a_bounded_query():
    ideographs = "".join(map(chr, range(0x6D40, 0x6D40 + MAX_LENGTH)))
    assert full_text(ideographs).count('"') / 2 < 1024


def test_what_is_compared_has_no_blanks_around_it():
    assert searched(" \u3000 鼎林 华庭\n") == "鼎林 华庭"


@given(words.filter(str.strip))
@settings(deadline=None)
def test_no_text_writes_anything_but_pairs(text):
    assert re.fullmatch(r'(?:[()]|"\w\w"| AND | OR )*', full_text(text))


@given(words.filter(str.strip), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
@settings(deadline=None)
def test_the_form_of_a_text_does_not_matter(text, form):
    assert len(normalize(form, text)) > MAX_LENGTH or full_text(text) == full_text(normalize(form, text))


@pytest.mark.parametrize("text", ["", " ", "\n\t\u3000"])
def test_no_text_is_refused(text):
    assert refused(text) is ErrorCode.BAD_USER_INPUT


def test_the_longest_text_is_taken():
    assert full_text("鼎" * MAX_LENGTH)


def test_a_longer_text_is_refused():
    assert refused("鼎" * (MAX_LENGTH + 1)) is ErrorCode.BAD_USER_INPUT
