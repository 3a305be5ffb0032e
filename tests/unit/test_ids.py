from base64 import urlsafe_b64encode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_api.compiler.ids import GlobalId, decode_id, encode_id
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


@given(type_names, locals_)
@settings(deadline=None)
def test_an_id_names_what_it_was_made_for(type_name, local):
    assert decode_id(encode_id(type_name, local)) == GlobalId(type_name, local)


@given(type_names, locals_)
@settings(deadline=None)
def test_an_id_needs_no_escaping_in_an_address(type_name, local):
    assert set(encode_id(type_name, local)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=")


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
    ],
)
def test_what_this_api_never_gave_out_is_refused(value):
    assert refused(value) is ErrorCode.BAD_ID


def test_an_id_has_one_spelling_only():
    padded = encode_id("City", "210681001")
    last = padded.rstrip("=")[-1]
    other = chr(ord(last) + 1)
    assert refused(padded.rstrip("=")[:-1] + other + "=" * padded.count("=")) is ErrorCode.BAD_ID


def test_a_refusal_does_not_repeat_what_was_sent():
    with pytest.raises(ClientError) as caught:
        decode_id("<script>")
    assert "script" not in caught.value.message
