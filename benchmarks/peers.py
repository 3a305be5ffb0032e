"""Whom the product is measured beside: how each is started, and how it is asked for the same facts."""

from __future__ import annotations

import json
import subprocess
from datetime import datetime
from pathlib import Path

import neo4j

from benchmarks.load import request
from benchmarks.neo4j_graphql.answers import as_product
from benchmarks.servers import PYTHON
from benchmarks.turns import COVERAGE_GAPS, OPERATIONS, Operation, Peer
from graph_api.settings import Settings

_NODE = Path(__file__).parent / "neo4j_graphql"


def _asked_of_limit(operation: Operation) -> bytes:
    return request({"statement": operation.name.replace("-", "_"), "variables": operation.variables})


def _asked_of_neo4j_graphql(operation: Operation) -> bytes:
    """Its own document: its API takes the day, and what is in force on it, as filters."""
    query = (_NODE / "operations" / f"{operation.name}.graphql").read_text(encoding="utf-8")
    on = datetime.now(Settings().zone).date().isoformat()
    in_force = {"since": {"lte": on}, "OR": [{"until": {"eq": None}}, {"until": {"gt": on}}]}
    days = {"on": on, "inForce": in_force, "seated": in_force, "convening": {**in_force, "role": {"eq": "CONVENOR"}}}
    used = {name: value for name, value in days.items() if f"${name}:" in query}
    return request({"query": query, "variables": {**operation.variables, **used}})


LIMIT = Peer("limit", (*PYTHON, "benchmarks.limit"), _asked_of_limit, operations=(*OPERATIONS, COVERAGE_GAPS))
DATALOADERS = Peer("Strawberry + DataLoaders", (*PYTHON, "benchmarks.dataloaders"))
NEO4J_GRAPHQL = Peer(
    "@neo4j/graphql",
    ("node", str(_NODE / "server.js")),
    _asked_of_neo4j_graphql,
    as_product,
    {"NODE_ENV": "production"},
)


def versions(address) -> str:
    """Of the database, of Java under it, and of Node and its packages."""
    auth = address.username, address.password
    with neo4j.GraphDatabase.driver(address.uri, auth=auth) as driver:
        found = driver.execute_query(
            "CALL dbms.components() YIELD versions WITH versions[0] AS database "
            "CALL dbms.queryJmx('java.lang:type=Runtime') YIELD attributes "
            "RETURN 'Neo4j ' + database, 'Java ' + split(attributes.VmVersion.value, '+')[0]",
            database_=address.database,
        )
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    packages = json.loads((_NODE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    installed = (
        json.loads((_NODE / "node_modules" / name / "package.json").read_text(encoding="utf-8")) for name in packages
    )
    return ", ".join(
        (*found.records[0], f"Node {node[1:]}", *(f"{each['name']} {each['version']}" for each in installed))
    )
