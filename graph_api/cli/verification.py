"""Compares the findings of a running server with those of the rules, city by city."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from http.client import HTTPException
from typing import Any
from urllib.error import URLError
from urllib.request import Request as HttpRequest
from urllib.request import urlopen

import orjson

from graph_api.cli.operations import Ask, data_of, in_process, pages
from graph_api.cli.session import run_on_database
from graph_api.database import Database
from graph_api.errors import SetupError
from graph_api.settings import Settings

_CITIES = """
query Cities($asOf: Date, $after: String) {
  page: cities(asOf: $asOf, first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { code } }
}
"""
_FINDINGS = """
query Findings($within: String!, $asOf: Date, $after: String) {
  coverage(within: $within, asOf: $asOf) { rate counts { rule { code } pass fail unknown notApplicable } }
  page: coverageFindings(within: $within, asOf: $asOf, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { id result observed evidence(first: 100) { id } }
  }
}
"""
_SECONDS = 60


@dataclass
class Comparison:
    """The number of cities and findings compared, and the codes of the cities where they differ."""

    cities: int = 0
    findings: int = 0
    differing: list[str] = field(default_factory=list)


def compare(settings: Settings, server: str, as_of: date) -> Comparison:
    """Runs the rules of every city in this process, with empty caches, and compares. Raises `SetupError`."""

    async def work(database: Database) -> Comparison:
        async def ask_server(query: str, variables: Mapping[str, Any]) -> dict[str, Any]:
            return data_of(_posted(server, query, variables))

        ask_rules, comparison = in_process(database, settings), Comparison()
        async for page in pages(ask_rules, _CITIES, {"asOf": as_of.isoformat()}):
            for city in page["page"]["nodes"]:
                await _compare_city(comparison, ask_rules, ask_server, city["code"], as_of)
        return comparison

    return run_on_database(settings, work)


async def _compare_city(comparison: Comparison, rules: Ask, server: Ask, code: str, as_of: date) -> None:
    asked = {"within": code, "asOf": as_of.isoformat()}
    comparison.cities += 1
    # If the graph changes between the two, the first comparison differs and the second one agrees.
    for last in (False, True):
        expected = [page async for page in pages(rules, _FINDINGS, asked)]
        if expected == [page async for page in pages(server, _FINDINGS, asked)]:
            break
        if last:
            comparison.differing.append(code)
    comparison.findings += expected[0]["page"]["totalCount"]


def _posted(server: str, query: str, variables: Mapping[str, Any]) -> Any:
    body = orjson.dumps({"query": query, "variables": dict(variables)})
    if not server.startswith(("http://", "https://")):
        raise SetupError(
            f"--server must start with http:// or https://, like http://127.0.0.1:8000/graphql, but is {server}"
        )
    try:
        with urlopen(HttpRequest(server, body, {"content-type": "application/json"}), timeout=_SECONDS) as response:  # noqa: S310 - checked
            return orjson.loads(response.read())
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise SetupError(
            f"No server of this product responds at {server}. Start it, or choose another with --server."
        ) from error
