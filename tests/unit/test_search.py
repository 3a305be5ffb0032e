import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_api.errors import ClientError, ErrorCode
from graph_api.schema.search import MAX_LENGTH, full_text

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=MAX_LENGTH)


def refused(text):
    with pytest.raises(ClientError) as caught:
        full_text(text)
    return caught.value.code


def test_a_text_is_looked_for_as_a_phrase():
    assert full_text("鼎林华庭") == '"鼎林华庭"'


def test_a_single_character_is_looked_for_within_the_pairs():
    assert full_text("鼎") == "*鼎*"


def test_a_single_sign_is_no_wildcard():
    assert full_text("*") == '"*"'


def test_white_space_is_made_one_blank():
    assert full_text("  鼎林\n\t华庭 ") == '"鼎林 华庭"'


def test_quotes_and_backslashes_are_escaped():
    assert full_text('a"b\\') == '"a\\"b\\\\"'


@given(words.filter(lambda text: text.split()))
@settings(deadline=None)
def test_nothing_ends_the_phrase_but_its_end(text):
    query = full_text(text)
    assert re.fullmatch(r'\*\w\*|"(?:[^"\\]|\\["\\])*"', query)


@pytest.mark.parametrize("text", ["", " ", "\n\t\u3000"])
def test_no_text_is_refused(text):
    assert refused(text) is ErrorCode.BAD_USER_INPUT


def test_the_longest_text_is_taken():
    assert full_text("鼎" * MAX_LENGTH)


def test_a_longer_text_is_refused():
    assert refused("鼎" * (MAX_LENGTH + 1)) is ErrorCode.BAD_USER_INPUT
