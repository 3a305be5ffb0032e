import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from graph_api.app.failures import HttpFailure
from graph_api.app.requests import check_encoding, parse_body, parse_query
from graph_api.execution import Request


def test_reads_query_variables_and_operation_name():
    body = '{"query": "query A { a }", "variables": {"名": [1]}, "operationName": "A", "extensions": {}}'.encode()
    assert parse_body(body) == Request("query A { a }", {"名": [1]}, "A")


@pytest.mark.parametrize("body", [b'{"query": "{a}"}', b'{"query": "{a}", "variables": null, "operationName": null}'])
def test_what_is_left_out_is_as_if_null(body):
    assert parse_body(body) == Request("{a}", {}, None)


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (b"", "JSON"),
        (b"{", "JSON"),
        (b"\xff\xfe", "JSON"),
        (b'{"query": "\xed\xa0\x80"}', "JSON"),
        (b'{"query": NaN}', "JSON"),
        (b"[" * 50_000, "JSON"),
        (b"null", "object"),
        (b'"{a}"', "object"),
        (b'[{"query": "{a}"}]', "Batches"),
        (b"{}", "query"),
        (b'{"query": null}', "query"),
        (b'{"query": 1}', "query"),
        (b'{"query": ["{a}"]}', "query"),
        (b'{"query": "  "}', "query"),
        (b'{"query": "{a}", "variables": "{}"}', "variables"),
        (b'{"query": "{a}", "variables": []}', "variables"),
        (b'{"query": "{a}", "operationName": 1}', "operationName"),
        (b'{"query": "{a}", "operationName": {}}', "operationName"),
        (b'{"query": "{a}", "extensions": [1]}', "extensions"),
    ],
)
def test_says_which_part_of_a_body_is_wrong(body, word):
    with pytest.raises(HttpFailure, match=word) as refusal:
        parse_body(body)
    assert refusal.value.status == 400


HALVES = [r"\ud800", r"\udfff", r"\ud800\u0041", r"a\udc00b"]


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize(
    "body",
    [
        '{"query": "%s"}',
        '{"query": "{a(b: \\"%s\\")}"}',
        '{"query": "{a}", "variables": {"a": ["%s"]}}',
        '{"query": "{a}", "variables": {"%s": 1}}',
        '{"query": "{a}", "operationName": "%s"}',
        '{"query": "{a}", "extensions": {"a": {"%s": null}}}',
        '[{"query": "%s"}]',
    ],
)
def test_half_a_character_is_refused_wherever_it_stands(body, half):
    with pytest.raises(HttpFailure, match=r"lone surrogate .* not a valid character") as refusal:
        parse_body((body % half).encode())
    assert refusal.value.status == 400


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("name", ["variables", "extensions"])
def test_half_a_character_is_refused_in_a_query_string(name, half):
    with pytest.raises(HttpFailure, match=r"lone surrogate .* not a valid character") as refusal:
        parse_query(QueryParams([("query", "{a}"), (name, f'{{"a": "{half}"}}')]), 100)
    assert refusal.value.status == 400


@pytest.mark.parametrize("sent", [b"query=%7Ba%7D&variables=%ED%A0%80", b"query=%ff", b"%C3=1", b"a=\xe6\x9d"])
def test_a_query_string_in_another_encoding_is_told_so(sent):
    with pytest.raises(HttpFailure, match="not in UTF-8") as refusal:
        check_encoding(sent)
    assert refusal.value.status == 400


def test_two_byte_order_marks_are_no_json_but_no_other_encoding_either():
    with pytest.raises(HttpFailure, match=r"is not valid JSON \(line 1, column 1\)\.$"):
        parse_body(b"\xef\xbb\xbf\xef\xbb\xbf{}")


def test_a_body_in_another_encoding_is_told_so():
    with pytest.raises(HttpFailure, match="not in UTF-8"):
        parse_body('{"query": "{a}", "variables": {"a": "花园"}}'.encode("gb18030"))


@given(st.binary(max_size=200))
def test_any_bytes_are_a_request_or_a_refusal(body):
    with contextlib.suppress(HttpFailure):
        assert isinstance(parse_body(body), Request)


def test_reads_a_query_string():
    parameters = QueryParams([("query", "{a}"), ("variables", '{"x": 1}'), ("operationName", "")])
    assert parse_query(parameters, 100) == Request("{a}", {"x": 1}, None)


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ([], 400),
        ([("query", "{a}"), ("query", "{b}")], 400),
        ([("query", "{a}"), ("variables", "{")], 400),
        ([("query", "{a}"), ("variables", "[]")], 400),
        ([("query", "a" * 101)], 414),
    ],
)
def test_refuses_an_odd_query_string(parameters, status):
    with pytest.raises(HttpFailure) as refusal:
        parse_query(QueryParams(parameters), 100)
    assert refusal.value.status == status
