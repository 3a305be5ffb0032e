"""docs/errors.md and the closed set of errors say the same."""

import json
import re
from pathlib import Path

import pytest

from graph_api.errors import ClientError, ErrorCode, TimedOut, Unavailable

PAGE = (Path(__file__).parents[2] / "docs" / "errors.md").read_text(encoding="utf-8")
ENTRIES = dict(part.split("\n", 1) for part in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:])


def example(code):
    return json.loads(re.search(r"```json\n(.*?)```", ENTRIES[code], re.DOTALL)[1])


def test_every_code_has_its_entry_and_no_entry_is_left_over():
    assert list(ENTRIES) == [code.value for code in ErrorCode]


@pytest.mark.parametrize("code", list(ErrorCode))
def test_an_entry_says_what_happened_how_to_fix_it_and_gives_an_example(code):
    assert re.search(r"^What happened: \S.*\.$", ENTRIES[code], re.MULTILINE)
    assert re.search(r"^How to fix it: \S.*\.$", ENTRIES[code], re.MULTILINE)
    assert example(code)["extensions"]["code"] == code.value


@pytest.mark.parametrize("error", [Unavailable(), TimedOut(10.0)])
def test_the_errors_of_the_database_read_as_in_their_entries(error):
    assert isinstance(error, ClientError)
    assert example(error.code)["message"] == error.message
