import pytest

from graph_api.app.failures import HttpFailure
from graph_api.app.negotiation import MediaType, check_content_type, response_type, wants_page

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


@pytest.mark.parametrize("accept", [None, "*/*", BROWSER, "application/*"])
def test_a_get_must_name_a_json_type_because_another_sites_page_can_not(accept):
    with pytest.raises(HttpFailure):
        response_type(accept, wildcards=False)


def test_a_browser_gets_the_page_and_a_client_that_names_json_does_not():
    assert wants_page(BROWSER)
    assert not wants_page("text/html, application/json")
    assert not wants_page("*/*")
    assert not wants_page(None)


@pytest.mark.parametrize(
    "header", ["application/json", "Application/JSON; charset=UTF-8", 'application/json;charset="utf-8"']
)
def test_takes_json_in_utf_8(header):
    check_content_type(header)


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
        check_content_type(header)
    assert refusal.value.status == 415
