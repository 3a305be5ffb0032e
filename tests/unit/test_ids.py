from base64 import urlsafe_b64encode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_api.compiler.ids import GlobalId, decode_id, encode_id, slots
from graph_api.errors import ClientError, ErrorCode

type_names = st.from_regex(r"[A-Z][A-Za-z]{0,20}", fullmatch=True)
locals_ = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


def encoded(text):
    return urlsafe_b64encode(text if isinstance(text, bytes) else text.encode()).decode()


def outcome(value):
    try:
        return decode_id(value)
    except ClientError as error:
        return error.code


def refused(value):
    with pytest.raises(ClientError) as caught:
        decode_id(value)
    return caught.value.code


days = st.one_of(st.just(""), st.dates().map(str))


@given(type_names, locals_, days)
@settings(deadline=None)
def test_an_id_names_what_it_was_made_for(type_name, local, day):
    assert decode_id(encode_id(type_name, local, day)) == GlobalId(type_name, local, day)


@given(type_names, locals_, days)
@settings(deadline=None)
def test_an_id_needs_no_escaping_in_an_address(type_name, local, day):
    assert set(encode_id(type_name, local, day)) <= set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_="
    )


@given(st.text())
@settings(deadline=None)
def test_whatever_is_no_id_is_refused_as_one(text):
    found = outcome(text)
    assert found is ErrorCode.BAD_ID or encode_id(*found) == text


@pytest.mark.parametrize(
    "value",
    [
        "",
        "x",
        "210681",
        "城市",
        encoded("City"),
        encoded("City:"),
        encoded(":210681"),
        encoded("Ci ty:210681"),
        encoded(b"City:\xff"),
        encode_id("City", "210681") + "=",
        encode_id("City", "210681").rstrip("=") + "!",
        " " + encode_id("City", "210681"),
        *(
            encoded(f"City@{day}:210681")
            for day in ("", "x", "20240301", "2024-W09-5", "2024-3-1", "2024-02-30", "0000-01-01", "２０２４-03-01")
        ),
        encoded("City@2024-03-01@2024-03-01:210681"),
        encoded("@2024-03-01:210681"),
        encoded("City@2024-03-01:"),
        encoded("City@2024-03-01"),
    ],
)
def test_what_this_api_never_gave_out_is_refused(value):
    assert refused(value) is ErrorCode.BAD_ID


def test_an_id_has_one_spelling_only():
    padded = encode_id("City", "210681001")
    last = padded.rstrip("=")[-1]
    other = chr(ord(last) + 1)
    assert refused(padded.rstrip("=")[:-1] + other + "=" * padded.count("=")) is ErrorCode.BAD_ID


def test_days_are_numbered_by_first_appearance():
    assert slots(["", "b", "a", "b", ""]) == [0, 1, 2, 1, 0]


def test_days_that_are_kept_apart_have_numbers_whatever_they_are():
    assert [slots(days, apart=True) for days in (["a", "", "b"], ["a", "", "a"])] == [[1, 0, 2], [1, 0, 2]]


def test_a_refusal_does_not_repeat_what_was_sent():
    with pytest.raises(ClientError) as caught:
        decode_id("<script>")
    assert "script" not in caught.value.message
