"""The page of `make bench-peers`: the product beside the peers."""

from __future__ import annotations

from benchmarks import tables
from benchmarks.turns import CONNECTIONS, Found

_ABOUT = {
    "@neo4j/graphql": """
It makes one Cypher statement of each root field, from type definitions with its own directives; `@cypher` stands only for
what these can't say: whether department and leader are aligned, distances, visits, scores, cross-appointments. It is
asked by documents of its own (`benchmarks/neo4j_graphql/operations/`), since its API has other shapes; what is in force on a
day is a filter of relations there. Its answers are written as the product writes them and must then be equal as JSON. Its
documentation requires the APOC plugin, but needs it for times, authorization and writes only, none of which occurs here.""",
    "Strawberry + DataLoaders": """
The same part of the product's schema in plain Strawberry, with its caches of parsed and validated documents: one
DataLoader for each relation, each with one statement over all its keys, on the official async driver. It is asked by the
product's own documents, and its answers must be equal as JSON, ids included.""",
}


def written(versions: str, found: list[Found], rounds: int) -> str:
    several = CONNECTIONS[-1]
    summary = "\n".join(
        f"| {each.peer.name} | {each.throughput:.2f} | {min(_many(each)):.2f} | {max(_many(each)):.2f} |"
        for each in found
    )
    parts = "\n".join(_part(each) for each in found)
    return f"""{tables.head("bench-peers", f" {versions}.")}

Each peer is one process, as the product is, and on its own beside it: `benchmarks/neo4j_graphql/`, `benchmarks/dataloaders/`.
{tables.how("peer", rounds)}
coverage-gaps is not among the operations: neither peer has rules, so that what we wrote for it would be measured. It
stands beside hand-written Cypher (`benchmarks/results.md`).

| requests/s at {several} connections, product / peer | geometric mean | lowest | highest |
|---|---|---|---|
{summary}
{parts}
"""


def _many(found: Found) -> list[float]:
    return [each.throughput for each in found.sides if each.connections == CONNECTIONS[-1]]


def _part(found: Found) -> str:
    return f"""
## Beside {found.peer.name}

{_ABOUT[found.peer.name].strip()}

{tables.sides(found)}

{tables.memory(found)}"""
