import pytest

from graph_api.execution.messages import cut, plain, quoted


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Expected value of non-null type 'String!' not to be None.",
            "Expected value of non-null type 'String!' not to be null.",
        ),
        (
            "Expected value of type 'Int', but encountered error 'Exceeds the limit (4300 digits)'; found: 1.",
            "Expected value of type 'Int', found: 1.",
        ),
        ("Cannot query field 'None' on type 'Query'.", "Cannot query field 'None' on type 'Query'."),
    ],
)
def test_a_message_has_no_words_of_python(said, told):
    assert plain(said) == told


def test_of_a_long_message_the_beginning_and_the_end_are_told():
    told = plain(f"Cannot query field '{'x' * 10_000}' on type 'Query'.")
    assert told.startswith("Cannot query field 'xxx")
    assert told.endswith("xxx' on type 'Query'.")
    assert len(told) < 310


@pytest.mark.parametrize("text", ["", "a", "a" * 40])
def test_a_short_text_is_whole(text):
    assert cut(text, 40) == text


def test_a_quoted_text_is_written_as_json_writes_it():
    assert quoted('a "b"\n东') == '"a \\"b\\"\\n东"'
