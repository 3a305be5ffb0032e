import base64

import pytest

from graph_api.database.bolt import number_of

STORE = bytes(range(16))


def bookmark(*parts):
    return "FB:" + base64.b64encode(b"".join(parts)).decode()


@pytest.mark.parametrize(
    ("packed", "number"),
    [
        (b"\x00", 0),
        (b"\x7f", 127),
        (b"\xc8\x10", 16),
        (b"\xc9\x01\x71", 369),
        (b"\xc9\x0a\x0a", 0x0A0A),
        (b"\xca\x00\x01\x00\x00", 65_536),
        (b"\xcb\x00\x00\x00\x01\x00\x00\x00\x00", 2**32),
    ],
)
def test_a_bookmark_of_one_store_has_its_number(packed, number):
    assert number_of(bookmark(b"\x91\xcc\x10", STORE, packed, b"\x90")) == (STORE, number)


@pytest.mark.parametrize(
    "other",
    [
        "",
        "neo4j:bookmark:v1:tx42",
        "FB:",
        "FB:not base64",
        "FB:ä",
        bookmark(b"\x91\xcc\x10", STORE, b"\x05"),
        bookmark(b"\x91\xcc\x10", STORE, b"\x05\x90\x90"),
        bookmark(b"\x92\xcc\x10", STORE, b"\x05", b"\xcc\x10", STORE, b"\x05\x90"),
        bookmark(b"\x91\xcc\x10", STORE, b"\xc9\x01\x90"),
        bookmark(b"\x91\xcc\x10", STORE, b"\x05\x91\x01"),
    ],
)
def test_one_of_another_form_has_none(other):
    assert number_of(other) is None
