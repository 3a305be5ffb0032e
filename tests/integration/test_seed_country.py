"""A small country beside Donggang: loaded, asked for, loaded again, and taken out."""

import io
import json
from datetime import date
from random import Random

import pytest
from rich.console import Console

from graph_api.catalogue import load_catalogue
from graph_api.database import open_database
from graph_api.errors import SetupError
from graph_api.execution import Engine, Request
from graph_api.seed.country import Country, load_country
from graph_api.seed.country.cutting import cut
from graph_api.seed.country.names import made_up_cities
from graph_api.seed.country.template import COUNTRY_TABLES, grown
from graph_api.seed.loader import DONGGANG
from graph_api.seed.state import is_empty
from graph_api.seed.table_files import read_tables
from graph_api.settings import Settings

AS_OF = date(2026, 6, 30)
COMMUNITIES = ["210681001003", "210681002007"]

FIGURES = '{ city(code: "210681", asOf: "2026-06-30") { figures { key value holds } } }'
CITY = """query City($code: String!) {
  city(code: $code, asOf: "2026-06-30") {
    name
    provenance
    figures { key }
    subdistricts(first: 10) { nodes { communities(first: 10) { nodes { code name leaders(first: 9) { totalCount } } } } }
  }
  departments(within: $code, asOf: "2026-06-30") { totalCount }
}"""
SIZE = """
MATCH (node) WHERE NOT node:Seed|Migration|ChangeCount|CityVersion
WITH count(node) AS nodes
MATCH ()-[relation]->()
RETURN nodes, count(relation)
"""
REMOVE = """
MATCH (node:Entity|CentralHousehold|Member|PersonInDifficulty|ServiceRecord|Seed)
WHERE node.id STARTS WITH '90000' OR node.name STARTS WITH 'country of'
CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 1000 ROWS
"""


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue()


@pytest.fixture(scope="module")
def country():
    """Two cities of four communities at most."""
    tables = cut(read_tables(DONGGANG, COUNTRY_TABLES, AS_OF), COMMUNITIES, Random(1), carelessness=0)
    return Country(grown(tables), made_up_cities(2), seed_number=1)


@pytest.fixture(scope="module")
async def patient(donggang, neo4j_address):
    """The same database for statements that have to be planned first."""
    async with open_database(neo4j_address, statement_seconds=120) as opened:
        yield opened


@pytest.fixture(scope="module")
async def figures_before(patient, catalogue):
    return await answer(patient, catalogue, FIGURES)


@pytest.fixture(scope="module")
async def loaded(patient, catalogue, country, figures_before):
    """The database with the country in it, and what the load reported."""
    screen = io.StringIO()
    try:
        report = await load_country(
            patient, catalogue, AS_OF, country, Console(file=screen, force_terminal=True, width=100)
        )
        assert "2/2" in screen.getvalue()
        yield patient, report
    finally:
        await patient.write(REMOVE)


async def answer(database, catalogue, text, **variables):
    engine = Engine(database, catalogue, Settings())
    answered = json.loads((await engine.answer(Request(text, variables, None), request_id="country")).body)
    assert "errors" not in answered, answered["errors"]
    return answered["data"]


async def test_a_city_of_the_country_is_asked_for_like_donggang(loaded, catalogue, country):
    database, _ = loaded
    tables = list(country.cities())[1]
    found = await answer(database, catalogue, CITY, code="900002")
    [city] = [line.row for line in tables["cities"]]
    assert (found["city"]["name"], found["city"]["provenance"], found["city"]["figures"]) == (
        city.name,
        "SYNTHETIC",
        [],
    )
    communities = [
        community
        for subdistrict in found["city"]["subdistricts"]["nodes"]
        for community in subdistrict["communities"]["nodes"]
    ]
    expected = {line.row.code: line.row.name for line in tables["communities"]}
    assert {community["code"]: community["name"] for community in communities} == expected
    assert any(community["leaders"]["totalCount"] for community in communities)
    assert found["departments"]["totalCount"] == len(tables["departments"])


async def test_donggang_s_figures_are_what_they_were(loaded, catalogue, figures_before):
    database, _ = loaded
    assert await answer(database, catalogue, FIGURES) == figures_before


async def test_a_load_that_was_cut_off_is_completed_by_the_next_and_changes_nothing_else(loaded, catalogue, country):
    database, report = loaded
    before = await database.read(SIZE)
    await database.write(
        catalogue["seeds.begin_seed"].text, {"name": country.name, "as_of": AS_OF, "follows_today": False, "mark": None}
    )
    await database.write("MATCH (visit:Visit) WHERE visit.id STARTS WITH '900001' DETACH DELETE visit")
    assert await database.read(SIZE) != before
    assert not await is_empty(database)
    again = await load_country(database, catalogue, AS_OF, country)
    assert await database.read(SIZE) == before
    assert again == report


async def test_another_country_is_not_mixed_with_it(loaded, catalogue, country):
    database, _ = loaded
    other = Country(country.template, country.names, seed_number=2)
    with pytest.raises(
        SetupError, match=r"holds the country of made-up names, seed number 1, not the country of .* 2:"
    ):
        await load_country(database, catalogue, AS_OF, other)
