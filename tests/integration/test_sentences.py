"""Sentences about relations, on whatever day and between whatever things, also such as have no name: none has a gap in it."""

import json
import re
from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from schema_walk import CITY
from tangles import CODE, Tangle, tangled
from tiny_city import AS_OF, LONG_AGO, NamelessCity, remove, write

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.database import open_database
from graph_api.errors import ClientError
from graph_api.execution import Engine, Request
from graph_api.schema.chains import entity_label
from graph_api.settings import Settings

# What stands where a text is missing: a word for nothing, or nothing between two blanks or at an end.
GAP = re.compile(r"\b(None|null|undefined)\b|^\s|\s\s|\s$|\u3000")
DAYS = [date.min, LONG_AGO - timedelta(days=1), LONG_AGO, AS_OF, date.max]
PAIRS, TRIES = 12, 3
_LABELS = "MATCH (thing:Entity) WHERE thing.id STARTS WITH $within RETURN thing.id, labels(thing) ORDER BY thing.id"

CHAINS = f"""query(
  {", ".join(f"$from{number}: ID!, $to{number}: ID!" for number in range(PAIRS))}, $day: Date!
) {{
  {
    " ".join(
        f"chain{number}: connections(from: $from{number}, to: $to{number}, asOf: $day, first: 2) {{ steps {{ sentence }} }}"
        for number in range(PAIRS)
    )
}
}}"""
CAUSES = """query($within: String!, $from: Date!, $until: Date!) {
  coverageChanges(within: $within, from: $from, until: $until, first: 100) { totalCount nodes { cause { sentence } } }
}"""
SEATS = """query($within: String!, $day: Date!) {
  persons(within: $within, asOf: $day, first: 100) { edges { evidence(first: 100) { nodes { sentence } } } }
}"""


class NamelessTangle(NamelessCity, Tangle):
    """A city of tangled relations between things without names."""


@pytest.fixture(scope="module")
async def nameless(donggang):
    await write(donggang, [tangled(13, NamelessTangle)])
    yield CODE
    await remove(donggang)


@pytest.fixture(scope="module")
async def sentences(donggang, neo4j_address):
    """All sentences of the answer to a query."""
    async with open_database(neo4j_address, statement_seconds=120) as patient:
        engine = Engine(patient, load_catalogue(), Settings())

        async def told(text, **variables):
            answer = json.loads((await engine.answer(Request(text, variables, None), request_id="r")).body)
            assert "errors" not in answer, (variables, answer["errors"])
            return list(_sentences(answer["data"]))

        yield told


def _sentences(data):
    if isinstance(data, dict):
        for key, value in data.items():
            yield from [value] if key == "sentence" else _sentences(value)
    elif isinstance(data, list):
        for item in data:
            yield from _sentences(item)


async def things(database, within):
    """The global ids of all that a chain can begin at."""
    found = []
    for id_, labels in await database.read(_LABELS, {"within": within}):
        for label in labels:
            given = encode_id(label, id_)
            with suppress(ClientError):
                entity_label(given)
                found.append(given)
    return found


@pytest.mark.parametrize("city", ["donggang", "nameless"])
async def test_no_sentence_has_a_gap(donggang, nameless, sentences, city):
    within = CITY if city == "donggang" else nameless
    ends = await things(donggang, within)
    chance, found = Random(city), []
    days = sorted([*DAYS, *(AS_OF - timedelta(days=chance.randrange(1_500)) for _ in range(3))])
    for day in days:
        for _ in range(TRIES):
            drawn = chance.sample(ends, 2 * PAIRS)
            pairs = {f"from{number}": drawn[number] for number in range(PAIRS)}
            pairs |= {f"to{number}": drawn[PAIRS + number] for number in range(PAIRS)}
            found += await sentences(CHAINS, **pairs, day=str(day))
        found += await sentences(SEATS, within=within, day=str(day))
    for from_, until in pairwise(days):
        found += await sentences(CAUSES, within=within, **{"from": str(from_), "until": str(until)})
    assert len(set(found)) > 100
    assert [sentence for sentence in found if GAP.search(sentence)] == []
