from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_api.compiler.pages import (
    DEFAULT_SIZE,
    MAX_SIZE,
    Page,
    decode_cursor,
    encode_cursor,
    handed_in,
    list_size,
    order_mark,
    read_page,
)
from graph_api.errors import ClientError, ErrorCode

MARK = order_mark("places.communities")
keys = st.lists(
    st.text(st.characters(exclude_categories=["Cs"]))
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans(),
    min_size=1,
    max_size=4,
)


def outcome(cursor):
    try:
        return decode_cursor(cursor, MARK, (False,))
    except ClientError as error:
        return error.code


def refused(function, *arguments):
    with pytest.raises(ClientError) as caught:
        function(*arguments)
    return caught.value


def made_up(values):
    """A cursor of the right order with these values for a key."""
    return encode_cursor(MARK, values)


def written(text):
    return urlsafe_b64encode(text if isinstance(text, bytes) else text.encode()).decode()


@given(keys)
@settings(deadline=None)
def test_a_cursor_holds_the_key_of_its_row(key):
    assert decode_cursor(encode_cursor(MARK, key), MARK, (False,) * len(key)) == tuple(key)


@given(st.text())
@settings(deadline=None)
def test_whatever_is_no_cursor_is_refused_as_one(text):
    assert refused(decode_cursor, text, MARK, (False,)).code is ErrorCode.BAD_CURSOR


@given(st.lists(st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.text("ab"), max_size=2))
@settings(deadline=None)
def test_a_made_up_cursor_gives_a_key_the_database_can_take_or_is_refused(values):
    found = outcome(made_up(values))
    assert found is ErrorCode.BAD_CURSOR or all(-(2**63) <= value < 2**63 for value in found if type(value) is int)


@given(st.text("ab1", min_size=1), st.none() | st.booleans() | st.integers(-9, 9) | st.floats(0, 9) | st.text("ab1"))
def test_a_key_that_was_exchanged_in_a_cursor_is_refused(key, other):
    check = urlsafe_b64decode(encode_cursor(MARK, [key]))[:4]
    exchanged = written(check + orjson.dumps([other]))
    assert other == key or outcome(exchanged) is ErrorCode.BAD_CURSOR


@pytest.mark.parametrize(
    "text", ["", "x", "{}", "[]", "null", "1", '["17ed2ef9", "a"]', '[1, "a"]', '["a"]', b"\xff", "[" * 2000]
)
def test_junk_is_refused(text):
    assert refused(decode_cursor, written(text), MARK, (False,)).code is ErrorCode.BAD_CURSOR


@pytest.mark.parametrize(
    "spoil", [str.lower, lambda c: c + "=", lambda c: c + "!", lambda c: f" {c}", lambda c: c[:-1] + "!" + c[-1]]
)
def test_a_cursor_has_one_spelling_only(spoil):
    cursor = encode_cursor(MARK, ["210681001"])
    assert refused(decode_cursor, spoil(cursor), MARK, (False,)).code is ErrorCode.BAD_CURSOR


@pytest.mark.parametrize("value", [2**63, 2**64 - 1])
def test_a_number_that_no_database_holds_is_refused(value):
    assert refused(decode_cursor, made_up([value]), MARK, (False,)).code is ErrorCode.BAD_CURSOR


@pytest.mark.parametrize("value", [None, [], {}])
def test_a_value_that_no_key_has_is_refused(value):
    assert refused(decode_cursor, made_up([value]), MARK, (False,)).code is ErrorCode.BAD_CURSOR


def test_a_cursor_of_another_order_is_refused():
    cursor = encode_cursor(order_mark("places.communities NAME ASC"), ["a"])
    assert refused(decode_cursor, cursor, MARK, (False,)).code is ErrorCode.BAD_CURSOR


@pytest.mark.parametrize("key", [[], ["a", "b"]])
def test_a_cursor_with_another_number_of_values_is_refused(key):
    assert refused(decode_cursor, encode_cursor(MARK, key), MARK, (False,)).code is ErrorCode.BAD_CURSOR


def test_marks_of_different_orders_differ():
    orders = [f"places.communities {field} {way}" for field in ("CODE", "NAME") for way in ("ASC", "DESC")]
    assert len({order_mark(order) for order in orders}) == 4


def test_a_mark_is_the_same_in_every_process():
    assert order_mark("places.communities") == 0x17ED2EF9


def test_a_page_has_twenty_rows_if_nothing_is_said():
    assert read_page({}, MARK, (False,)).size == DEFAULT_SIZE == 20


@pytest.mark.parametrize("size", [1, MAX_SIZE])
def test_a_page_has_as_many_rows_as_first_says(size):
    page = read_page({"first": size}, MARK, (False,))
    assert (page.size, page.from_end) == (size, False)


def test_last_counts_from_the_end():
    page = read_page({"last": 3}, MARK, (False,))
    assert (page.size, page.from_end) == (3, True)


def test_nulls_count_as_not_given():
    page = read_page({"first": None, "last": 2, "after": None, "before": None}, MARK, (False,))
    assert (page.size, page.from_end, page.after, page.before) == (2, True, None, None)


@pytest.mark.parametrize("name", ["first", "last"])
@pytest.mark.parametrize("size", [0, -1, MAX_SIZE + 1])
def test_a_page_outside_the_limits_is_refused_in_words_that_say_them(name, size):
    error = refused(read_page, {name: size}, MARK, (False,))
    assert (error.code, error.message) == (ErrorCode.BAD_PAGE, f"`{name}` is {size}, but a page has 1 to 100 items.")


def test_first_and_last_together_are_refused():
    assert refused(read_page, {"first": 1, "last": 1}, MARK, (False,)).code is ErrorCode.BAD_PAGE


@pytest.mark.parametrize("name", ["after", "before"])
def test_a_page_begins_or_ends_at_a_cursor(name):
    page = read_page({name: encode_cursor(MARK, ["210681"])}, MARK, (False,))
    assert getattr(page, name) == ("210681",)


def test_a_list_gives_twenty_items_if_nothing_is_said():
    assert list_size(None) == DEFAULT_SIZE


@pytest.mark.parametrize("size", [0, -1, MAX_SIZE + 1])
def test_a_list_outside_the_limits_is_refused(size):
    assert refused(list_size, size).code is ErrorCode.BAD_PAGE


@dataclass(frozen=True)
class Row:
    key: str

    def row(self):
        return {"key": self.key}


small = st.text("abc", max_size=3)


@given(
    st.lists(small, unique=True, max_size=12).map(sorted),
    st.integers(1, 5),
    st.booleans(),
    st.none() | st.tuples(small),
    st.none() | st.tuples(small),
)
@settings(max_examples=500)
def test_of_rows_that_are_handed_in_the_page_and_one_beyond_each_end(keys, size, from_end, after, before):
    between = [key for key in keys if (after is None or key > after[0]) and (before is None or key < before[0])]
    wanted = between[-size:] if from_end else between[:size]
    got = [row.key for row in handed_in([Row(key) for key in keys], Page(size, from_end, after, before))]
    assert set(wanted) <= set(got)
    assert got == sorted(got)
    assert len(got) <= len(wanted) + 2
    if wanted:
        assert any(key < wanted[0] for key in got) is any(key < wanted[0] for key in keys)
        assert any(key > wanted[-1] for key in got) is any(key > wanted[-1] for key in keys)


@pytest.mark.parametrize("edge", [(1,), (1.5,), (True,)])
def test_a_cursor_whose_key_is_no_text_has_no_rows_beyond_it(edge):
    assert handed_in([Row("a"), Row("b")], Page(5, False, edge, None)) == ()
    assert handed_in([Row("a"), Row("b")], Page(5, False, None, edge)) == ()
