"""The page of `make bench`: the product beside the limit, and beside itself."""

from __future__ import annotations

from benchmarks import tables
from benchmarks.board import Measured


def written(measured: Measured, rounds: int) -> str:
    return f"""{tables.head("bench")}

## Beside the limit

The limit is hand-written Cypher (`benchmarks/limit/statements/`) on the bare async driver, behind one Starlette route under
the same uvicorn options, in a process of its own (`benchmarks/limit/`). For coverage-gaps it runs the catalogue's own rules,
as they are written out for a Neo4j shell, and puts the answer together itself.

{tables.how("limit", rounds)}

{tables.sides(measured.limit)}

{tables.memory(measured.limit)}

## What coverage adds

The same operation with `coverage {{ fullyCovered rate }}` of every community and without it, both by the product over HTTP and
not cached; once the rules run for each request, once their results are cached while the graph is unchanged
([decision 14](../docs/decisions/0014-answers-are-given-again.md)).

{tables.two_ways(measured.coverage, "with", "without")}

## Cached answers

The same operation without cached answers, and with them while the graph is unchanged
([decision 14](../docs/decisions/0014-answers-are-given-again.md)), by two servers over HTTP, interleaved.

{tables.two_ways(measured.again, "made", "again")}
"""
