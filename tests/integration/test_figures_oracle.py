"""The figures that the product computes, each against the oracle that reads the seed's tables."""

import json
from datetime import date

import pytest
from oracle.figures import CITY, FIGURES, figure, holds

from graph_api.catalogue import load_catalogue
from graph_api.database import open_database
from graph_api.execution import Engine, Request
from graph_api.settings import Settings

SEED_DAY = date(2026, 6, 30)
QUERY = """query Figures($city: String!, $asOf: Date) {
  city(code: $city, asOf: $asOf) { figures { key value stated qualifier holds } }
}"""


@pytest.fixture(scope="module")
async def figures(donggang, neo4j_address):
    """Asks the product for the figures of the city. A busy machine may take its time: what counts is the answer."""
    async with open_database(neo4j_address, statement_seconds=120) as patient:
        engine = Engine(patient, load_catalogue(), Settings())

        async def asked(as_of=None):
            variables = {"city": CITY, "asOf": as_of and as_of.isoformat()}
            answer = await engine.answer(Request(QUERY, variables, None), request_id="figures")
            body = json.loads(answer.body)
            assert "errors" not in body, body["errors"]
            return {given["key"]: given for given in body["data"]["city"]["figures"]}

        yield asked


async def test_every_figure_is_what_the_oracle_counts_and_holds(figures):
    said = await figures()
    assert {key: given["value"] for key, given in said.items()} == {key: figure(key, SEED_DAY) for key in FIGURES}
    assert [key for key, given in said.items() if not given["holds"]] == []
    for given in said.values():
        assert holds(given["value"], given["qualifier"], given["stated"]), given


async def test_figures_are_of_the_day_of_the_report_whatever_day_is_asked_about(figures):
    assert await figures(date(2023, 6, 30)) == await figures()
