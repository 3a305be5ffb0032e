"""What a spreadsheet gets is text, numbers and dates, never a formula."""

import csv
import io

import pytest

from graph_api.export.cells import cell, write_row


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("桥东社区", "桥东社区"),
        (True, "true"),
        (-3, "-3"),
        (-0.5, "-0.5"),
        (["PARTY_WORK", "CULTURE"], "PARTY_WORK; CULTURE"),
        ([["a", None], None], "a; ; "),
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-x", "'-x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        (["=1", "b"], "'=1; b"),
    ],
)
def test_a_cell(value, text):
    assert cell(value) == text


def test_what_is_written_is_read_again():
    values = ['say "so"', "one, two", "two\nlines", "", None, 3]
    stream = io.StringIO()
    write_row(stream, values)
    assert list(csv.reader(io.StringIO(stream.getvalue()))) == [['say "so"', "one, two", "two\nlines", "", "", "3"]]
