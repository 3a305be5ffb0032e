import gzip
import hashlib
import re
from html.parser import HTMLParser
from urllib.parse import urljoin

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from graph_api.app import graphiql

README = graphiql.STATIC.parent / "README.md"


class References(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if tag and name in ("src", "href", "action", "srcset", "style")]


@pytest.fixture
async def client():
    async def page(_):
        return graphiql.page()

    app = Starlette(routes=[Route("/graphql", page), graphiql.files()])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here") as client:
        yield client


async def test_everything_that_page_and_style_sheets_name_is_served_by_us(client):
    page = await client.get("/graphql")
    parser = References()
    parser.feed(page.text)
    assert len(parser.found) == 7
    for reference in parser.found:
        address = urljoin("http://here/graphql", reference)
        assert address.startswith("http://here/"), reference
        answer = await client.get(address)
        assert answer.status_code == 200, reference
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert (answer.headers.get("content-encoding") == "gzip") == (len(answer.content) >= 1_000)
        if reference.endswith(".css"):
            assert "@import" not in answer.text
            outside = [
                url for url in re.findall(r"url\(\s*['\"]?([^)]{0,40})", answer.text) if not url.startswith("data:")
            ]
            assert outside == []


async def test_the_page_may_load_only_from_its_own_server(client):
    policy = (await client.get("/graphql")).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "connect-src 'self'" in policy
    assert not re.search(r"https?:|\*", policy)


async def test_a_file_has_the_hash_of_its_content_in_its_name_and_is_there_for_any_client(client):
    name = re.search(r"graphiql/(graphiql\.min\.[0-9a-f]{16}\.js)", (await client.get("/graphql")).text)[1]
    for accept_encoding in ("gzip", "identity"):
        headers = {"accept-encoding": accept_encoding}
        answer = await client.get(f"/graphiql/{name}", headers=headers)
        assert answer.content == (graphiql.STATIC / "graphiql.min.js").read_bytes()
        assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
        assert answer.headers["vary"] == "accept-encoding"
        headers["if-none-match"] = answer.headers["etag"]
        assert (await client.get(f"/graphiql/{name}", headers=headers)).status_code == 304
    async with client.stream("GET", f"/graphiql/{name}", headers={"accept-encoding": "gzip"}) as packed:
        content = b"".join([each async for each in packed.aiter_raw()])
    assert gzip.decompress(content) == answer.content
    assert (await client.get("/graphiql/graphiql.min.js")).status_code == 404


async def test_no_path_leads_out_of_the_folder(client):
    for path in ("/graphiql/../__init__.py", "/graphiql/%2e%2e/__init__.py", "/graphiql//etc/passwd", "/graphiql/"):
        assert (await client.get(path)).status_code == 404


def test_shipped_files_are_the_published_ones_with_their_licences():
    rows = re.findall(r"^\| `([^`]+)` \| ([a-z-]+) \|.*`([0-9a-f]{64})` \|$", README.read_text(encoding="utf-8"), re.M)
    assert len(rows) == 4
    for name, package, digest in rows:
        assert hashlib.sha256((graphiql.STATIC / name).read_bytes()).hexdigest() == digest
        assert (graphiql.STATIC / f"{package}.LICENSE").is_file()


def test_no_source_map_is_shipped():
    assert list(graphiql.STATIC.glob("**/*.map")) == []
