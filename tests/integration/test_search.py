"""Search finds what the `name` filter of the same type finds, and every part of every name, however it is written."""

import json
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tiny_city import City, remove, write

from graph_api.catalogue import load_catalogue
from graph_api.database.migrations import migrate
from graph_api.execution import Engine, Request
from graph_api.settings import Settings

CODE = "990301"
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
WRITTEN = {
    "as it is": str,
    "in capitals": str.upper,
    "in small letters": str.lower,
    "full-width": lambda text: text.translate(FULL_WIDTH),
    **{form: lambda text, form=form: normalize(form, text) for form in ("NFC", "NFD", "NFKC", "NFKD")},
}
# Words that analyzers leave out, what they split, join or drop, and other scripts.
PIECES = [
    *(
        "A座公寓",
        "the 一",
        "of",
        "and",
        "1号",
        "No.3",
        "Ｂ栋",
        "\u3000",
        " ",
        "(二期)",
        "·",
        "★",
        "café",
        "Ω",
        "ß",
        "İ",
        "Москва",
    ),
    *(
        "한국",
        "アパート",
        "ｱﾊﾟ",
        "ก",
        "עיר",
        "海滨",
        "大山",
        "\u2f24",
        "々",
        "〇",
        "𠀀𠀁",
        "㎡",
        "①",
        "e\u0301",
        "x",
        "7",
    ),
]
names = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join).filter(lambda name: len(name.strip()) > 1)
)


def named(texts):
    """A city with a thing of each type that has a name, all of which have all of the names in turn."""
    city = City(CODE)
    community = city.community()
    compound = city.compound(community)
    makers = [
        city.community,
        lambda: city.compound(community),
        lambda: city.building(compound),
        city.department,
        lambda: city.leader(title="", body="GOVERNMENT"),
        city.person,
        lambda: city.branch(compound),
        lambda: city.owners_committee(compound),
        lambda: city.property_company(compound),
        lambda: city.stationed("Enterprise"),
        lambda: city.synergy_body(community),
        lambda: city.conference(community),
        lambda: city.team(community),
        lambda: city.group(compound),
    ]
    ids = {}
    for number, text in enumerate(texts):
        id_ = makers[number % len(makers)]()
        next(node for node in city.nodes if node["properties"]["id"] == id_)["properties"]["name"] = text
        ids[id_] = text
    return city, ids


@pytest.fixture(scope="module")
async def answer(database):
    await migrate(database)
    engine = Engine(database, load_catalogue(), Settings())

    async def answered(text, /, **variables):
        got = json.loads((await engine.answer(Request(text, variables, None), request_id="search")).body)
        assert "errors" not in got, (variables, got["errors"])
        return got["data"]

    yield answered
    await remove(database)


SEARCH = f"""query Search($text: String!) {{
  search(text: $text, within: "{CODE}", first: 100) {{
    ... on Place {{ name }} ... on Actor {{ name }} ... on BuildingGroup {{ name }}
  }}
}}"""
FILTERS = (
    "query Filters($text: String!) { "
    + " ".join(
        f'{field}(within: "{CODE}", first: 100, filter: {{ name: $text }}) {{ nodes {{ name }} }}'
        for field in ("communities", "compounds", "departments", "leaders", "persons")
    )
    + " }"
)


async def searched(answer, text):
    return {found["name"] for found in (await answer(SEARCH, text=text))["search"]}


async def filtered(answer, text):
    found = await answer(FILTERS, text=text)
    return {node["name"] for page in found.values() for node in page["nodes"]}


@settings(
    max_examples=3, derandomize=True, phases=[Phase.generate], deadline=None, suppress_health_check=list(HealthCheck)
)
@given(texts=st.lists(names, min_size=28, max_size=28, unique=True), data=st.data())
async def test_every_part_of_every_name_is_found(answer, database, texts, data):
    city, ids = named(texts)
    await write(database, [city])
    await database.write("CALL db.awaitIndexes(60)")
    for name in ids.values():
        begin = data.draw(st.integers(0, len(name) - 2))
        part = name[begin : data.draw(st.integers(begin + 2, len(name)))]
        way = data.draw(st.sampled_from(sorted(WRITTEN)))
        text = WRITTEN[way](part)
        if not text.strip() or len(text) > 100:
            continue
        found = await searched(answer, text)
        assert name in found, (name, part, way)
        assert await filtered(answer, text) <= found, (text, way)


@pytest.mark.parametrize("text", ["A座公寓", "a座", "Ａ座", "座公寓", "公寓", "寓", "A", "ａ", "(A)", "）"])
async def test_a_letter_beside_ideographs_is_found(answer, database, text):
    city, _ = named(["华庭A座公寓(A)"])
    await write(database, [city])
    assert "华庭A座公寓(A)" in await searched(answer, text)


async def test_the_nearest_name_comes_first(answer, database):
    city, _ = named(["兴海社区服务队", "兴海", "兴海社区"])
    await write(database, [city])
    found = (await answer(SEARCH, text="兴海"))["search"]
    assert [one["name"] for one in found] == ["兴海", "兴海社区", "兴海社区服务队"]
