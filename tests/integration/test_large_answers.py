"""Answers that would be too large are refused: before anything is asked, while they arrive, or before they are built."""

import json
from pathlib import Path

import pytest
from recorder import Recorder

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.database import StatementLimits
from graph_api.errors import TooLarge
from graph_api.execution import Engine, Request
from graph_api.settings import Settings

CITY = "210681"
OPERATIONS = Path(__file__).parents[1] / "operations"


def aliases(field, number, of="a"):
    return " ".join(f"{of}{each}:{field}" for each in range(number))


async def ask(database, query, **variables):
    recorder = Recorder(database)
    engine = Engine(recorder, load_catalogue(), Settings())
    answer = await engine.answer(Request(query, variables, None), request_id="r")
    codes = {error["extensions"]["code"] for error in json.loads(answer.body).get("errors", [])}
    return codes, len(recorder.statements), len(answer.body)


MANY = aliases("title", 1600)
FULL_PAGES = [
    f"{{ deeds(first: 100) {{ nodes {{ body {{ deeds(first: 100) {{ nodes {{ {MANY} }} }} }} }} }} }}",
    f"{{ deeds(last: 100) {{ edges {{ node {{ body {{ deeds(first: 100) {{ edges {{ node {{ {MANY} }} }} }} }} }} }} }} }}",
]
TWICE = "{ deeds(first: 100) { nodes { ...F body { deeds(first: 5) { nodes { ...F } } } } } } fragment F on Deed"
ROWS = [
    f"{TWICE} {{ {aliases('title', 900)} }}",
    f"{{ deeds(first: 100) {{ nodes {{ a{'x' * 90_000}: title }} }} }}",
    f"{{ communities(first: 100) {{ nodes {{ {aliases('coverage { counts { pass fail } }', 300)} }} }} }}",
]


@pytest.mark.parametrize("query", FULL_PAGES, ids=["nodes", "edges"])
async def test_far_too_large_pages_are_refused_before_anything_is_asked(query, donggang):
    codes, statements, _ = await ask(donggang, query)
    assert (codes, statements) == ({"TOO_COMPLEX"}, 0)


@pytest.mark.parametrize("query", ROWS, ids=["aliases", "long names", "what stages found"])
async def test_rows_that_make_too_large_an_answer_are_refused_before_it_is_built(query, donggang):
    codes, _, size = await ask(donggang, query)
    assert (codes, size < 1_000) == ({"TOO_COMPLEX"}, True)


async def test_ids_that_name_nothing_are_not_answered_with_errors_without_end(donggang):
    query = f"query($ids: [ID!]!) {{ {aliases('nodes(ids: $ids) { id }', 400)} }}"
    codes, statements, size = await ask(donggang, query, ids=[encode_id("Nothing", str(each)) for each in range(100)])
    assert (codes, statements, size < 1_000) == ({"TOO_COMPLEX"}, 0, True)


async def test_an_answer_is_not_read_beyond_its_limit(donggang):
    text = "UNWIND range(1, 100000) AS number RETURN 'x' + number"
    with pytest.raises(TooLarge):
        await donggang.read(text, limits=StatementLimits(10, most_bytes=100_000))
    assert len(await donggang.read(text, limits=StatementLimits(10))) == 100_000


async def test_the_whole_tree_of_a_city_is_not_too_large(donggang):
    query = (OPERATIONS / "city-tree.graphql").read_text("utf-8")
    codes, _, size = await ask(donggang, query, city=CITY)
    assert (codes, size > 10_000) == (set(), True)
