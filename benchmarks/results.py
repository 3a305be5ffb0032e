"""The page of `make bench`: the product beside the limit, and beside itself."""

from __future__ import annotations

from benchmarks import tables
from benchmarks.beside import Beside
from benchmarks.board import Measured


def written(measured: Measured, rounds: int) -> str:
    return f"""{tables.head("bench")}

## Beside the limit

The limit is hand-written Cypher (`benchmarks/limit/statements/`) on the bare async driver, behind one Starlette route under
the same uvicorn options, in a process of its own (`benchmarks/limit/`).

{tables.how("limit", rounds)}

{tables.sides(measured.limit)}

{tables.memory(measured.limit)}

## What coverage adds

The same operation with `coverage {{ fullyCovered rate }}` of every community and without it, both by the product over HTTP and
made anew; once the rules are judged for each request, once their judgement is kept while the graph is unchanged
([decision 14](../docs/decisions/0014-answers-are-given-again.md)).

| operation | with, ms | without, ms | ratio |
|---|---|---|---|
{_rows(measured.coverage)}

## Answers that are given again

The same operation made anew and given again while the graph is unchanged
([decision 14](../docs/decisions/0014-answers-are-given-again.md)), by two servers over HTTP, interleaved.

| operation | made, ms | again, ms | ratio |
|---|---|---|---|
{_rows(measured.again)}
"""


def _rows(found: list[Beside]) -> str:
    return "\n".join(f"| {each.name} | {each.one_ms:.2f} | {each.other_ms:.2f} | {each.ratio:.2f} |" for each in found)
