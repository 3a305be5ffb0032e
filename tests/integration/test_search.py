"""Search finds what the `name` filter of the same type finds, and every part of every name, however it is written.

What it finds of Donggang is held against a reference in `tests/differential/test_search.py`.
"""

import json
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tiny_city import City, remove, write

from graph_api.catalogue import load_catalogue
from graph_api.database.migrations import migrate
from graph_api.execution import Engine, Request
from graph_api.seed.spelling import is_spelled, spell
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


async def add(database, city):
    """Writes the city, as another program would, and then what search needs of it."""
    await write(database, [city])
    await spell(database, load_catalogue(), CODE)


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
    await add(database, city)
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
    await add(database, city)
    assert "华庭A座公寓(A)" in await searched(answer, text)


async def test_the_nearest_name_comes_first(answer, database):
    city, _ = named(["兴海社区服务队", "兴海", "兴海社区"])
    await add(database, city)
    found = (await answer(SEARCH, text="兴海"))["search"]
    assert [one["name"] for one in found] == ["兴海", "兴海社区", "兴海社区服务队"]


RESULTS = f"""query Results($text: String!, $types: [SearchType!], $after: String) {{
  searchResults(text: $text, types: $types, within: "{CODE}", first: 2, after: $after) {{
    totalCount pageInfo {{ hasNextPage endCursor }}
    edges {{ matchKind matchedField matchedText }}
    nodes {{ ... on Place {{ name code }} ... on Actor {{ name }} }}
  }}
}}"""


async def test_pages_go_from_the_best_match_to_the_last(answer, database):
    city, _ = named(["新桥东", "桥东社区", "桥东", "乔冬", "乔冬冬"])
    await add(database, city)
    seen, after = [], None
    while True:
        page = (await answer(RESULTS, text="桥东", after=after))["searchResults"]
        seen += [(edge["matchKind"], node["name"]) for edge, node in zip(page["edges"], page["nodes"], strict=True)]
        assert page["totalCount"] == 3
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]
    assert seen == [("EXACT", "桥东"), ("PREFIX", "桥东社区"), ("SUBSTRING", "新桥东")]


async def test_an_unusual_reading_is_found_after_the_usual_one(answer, database):
    city, _ = named(["单家井", "山家井"])
    await add(database, city)
    page = (await answer(RESULTS, text="shanjia"))["searchResults"]
    assert [node["name"] for node in page["nodes"]] == ["山家井", "单家井"]
    assert [edge["matchedText"] for edge in page["edges"]] == ["山家", "单家"]


async def test_types_are_those_of_the_results(answer, database):
    city, ids = named(["一桥"] * 14)
    await add(database, city)
    counts = {
        type_: (await answer(RESULTS, text="一桥", types=[type_]))["searchResults"]["totalCount"]
        for type_ in ("COMMUNITY", "LEADER", "PERSON", "PROPERTY_COMPANY", "VOLUNTEER_TEAM", "ISSUE")
    }
    assert counts == {**dict.fromkeys(counts, 1), "ISSUE": 0}
    assert (await answer(RESULTS, text="一桥", types=[]))["searchResults"]["totalCount"] == 0
    assert (await answer(RESULTS, text="一桥"))["searchResults"]["totalCount"] == len(ids)


async def test_a_name_that_changes_is_found_once_it_has_new_spellings(answer, database):
    city, _ = named(["海滨花园"])
    await add(database, city)
    await database.write(f"MATCH (node:Entity {{id: '{city.code}'}}) SET node.name = '山城'")
    assert not await is_spelled(database, load_catalogue())
    assert await spell(database, load_catalogue(), CODE) == 1
    assert await searched(answer, "山城") == {"山城"}
    assert await spell(database, load_catalogue(), CODE) == 0
