import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_api.errors import ClientError, ErrorCode
from graph_api.schema.search import MAX_LENGTH, NOTHING, full_text, searched

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=MAX_LENGTH)


def refused(text):
    with pytest.raises(ClientError) as caught:
        full_text(text)
    return caught.value.code


def test_a_text_is_looked_for_as_a_phrase():
    assert full_text("鼎林华庭") == '"鼎林华庭"'


def test_a_single_character_is_looked_for_within_the_pairs():
    assert full_text("鼎") == "*鼎*"


def test_a_word_is_looked_for_within_words():
    assert full_text("A1") == "*a1*"


def test_a_mixed_text_is_looked_for_run_by_run():
    assert full_text("鼎林1号") == '"鼎林" AND *1* AND *号*'


def test_a_single_sign_is_no_wildcard():
    assert full_text("*") == NOTHING


def test_white_space_parts_what_is_looked_for():
    assert full_text("  鼎林\n\t华庭 ") == '"鼎林" AND "华庭"'


def test_what_is_compared_has_single_blanks():
    assert searched("  鼎林\n\t华庭 ") == "鼎林 华庭"


def test_signs_of_the_query_language_are_left_out():
    assert full_text('a"b\\:(*') == "*a* AND *b*"


@given(words.filter(lambda text: text.split()))
@settings(deadline=None)
def test_no_text_writes_anything_but_words_and_phrases(text):
    term = r'(?:\*[^\W_]+\*|"[^\W_]+"|"-")'
    assert re.fullmatch(f"{term}(?: AND {term})*", full_text(text))


@pytest.mark.parametrize("text", ["", " ", "\n\t\u3000"])
def test_no_text_is_refused(text):
    assert refused(text) is ErrorCode.BAD_USER_INPUT


def test_the_longest_text_is_taken():
    assert full_text("鼎" * MAX_LENGTH)


def test_a_longer_text_is_refused():
    assert refused("鼎" * (MAX_LENGTH + 1)) is ErrorCode.BAD_USER_INPUT
