import contextlib
import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_api.app import compression, negotiation
from graph_api.app.compression import accepts_gzip
from graph_api.app.failures import HttpFailure
from graph_api.app.negotiation import MediaType, check_content, response_type, wants_page
from graph_api.caches import Budget

CACHED = [compression._accepts_gzip, negotiation._response_type, negotiation._check_media_type]

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, MediaType.JSON),
        ("", MediaType.JSON),
        ("*/*", MediaType.JSON),
        ("application/*", MediaType.JSON),
        ("application/json", MediaType.JSON),
        ("application/graphql-response+json", MediaType.GRAPHQL),
        ("application/graphql-response+json, application/json;q=0.9", MediaType.GRAPHQL),
        ("application/json, application/graphql-response+json", MediaType.GRAPHQL),
        ("application/graphql-response+json;q=0.1, application/json", MediaType.JSON),
        ("APPLICATION/JSON; charset=utf-8", MediaType.JSON),
        ("application/graphql-response+json;q=0, */*", MediaType.JSON),
        ("text/html;q=zz, application/json", MediaType.JSON),
    ],
)
def test_answers_in_the_type_that_the_client_wants_most(accept, expected):
    assert response_type(accept) is expected


@pytest.mark.parametrize("accept", ["text/html", "application/json;q=0", "image/png, text/*", ";;,,", "q=1"])
def test_refuses_a_client_that_takes_no_json(accept):
    with pytest.raises(HttpFailure) as refusal:
        response_type(accept)
    assert refusal.value.status == 406


def test_long_headers_are_read_but_not_kept():
    before = [each.cache_info().currsize for each in CACHED]
    long = "image/png," * 100
    assert response_type(f"{long}application/json") is MediaType.JSON
    assert accepts_gzip(f"{'br,' * 200}gzip")
    with pytest.raises(HttpFailure):
        check_content("x" * 10_000, None)
    assert [each.cache_info().currsize for each in CACHED] == before


@pytest.mark.parametrize(
    "header", ["gzip", "GZIP", "x-gzip", "br, gzip;q=0.1", "*", "gzip, identity;q=0.5", "deflate, *;q=1"]
)
def test_compresses_for_clients_that_accept_it(header):
    assert accepts_gzip(header)


@pytest.mark.parametrize(
    "header",
    [None, "", "identity", "br", "gzip;q=0", "gzip;q=0, *", "*;q=0", "identity, gzip;q=0.5", "gzip;q=x", "gzipped"],
)
def test_compresses_for_nobody_else(header):
    assert not accepts_gzip(header)


@given(st.text(st.characters(max_codepoint=255), max_size=40))
def test_any_header_is_read(header):
    accepts_gzip(header)
    wants_page(header)
    with contextlib.suppress(HttpFailure):
        response_type(header)
    with contextlib.suppress(HttpFailure):
        check_content(header, header)


def test_a_browser_gets_the_page_and_a_client_that_names_json_does_not():
    assert wants_page(BROWSER)
    assert not wants_page("text/html, application/json")
    assert not wants_page("*/*")
    assert not wants_page(None)


@pytest.mark.parametrize(
    "header", ["application/json", "Application/JSON; charset=UTF-8", 'application/json;charset="utf-8"']
)
def test_takes_json_in_utf_8(header):
    check_content(header, None)


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/graphql",
        "text/plain; application/json",
    ],
)
def test_takes_nothing_that_a_form_of_another_site_could_send(header):
    with pytest.raises(HttpFailure) as refusal:
        check_content(header, None)
    assert refusal.value.status == 415


async def test_what_is_compressed_again_is_taken_from_a_cache_of_limited_size():
    budget = Budget(10_000)
    compressor = compression.Compressor(budget)
    body = b"abc" * 1_000
    first = await compressor.gzip(body)
    assert await compressor.gzip(bytes(bytearray(body))) is first
    for number in range(10):
        other = b"%d" % number * 3_000
        assert gzip.decompress(await compressor.gzip(other)) == other
    assert 0 < budget.used <= 10_000
    assert await compressor.gzip(body) == first
