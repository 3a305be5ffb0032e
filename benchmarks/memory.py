"""What the server's memory does under streams of requests that try to fill it: `python -m benchmarks.memory [FOLDER]`.

FOLDER is that of a running embedded Neo4j with Donggang in it (`graph-api db start`); without it, the one of the settings.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import date, timedelta
from pathlib import Path

import httpx

from benchmarks.servers import PRODUCT, running
from graph_api.database.embedded import running_server
from graph_api.settings import Settings

AT_ONCE = 8


def junk(number):
    """Variables that the operation does not declare."""
    return {"query": '{ city(code: "210681") { name } }', "variables": {f"junk{number}": "x" * 95_000}}


def texts(number):
    """A long text in a variable that it does declare."""
    text = f"{number} " + "x" * 90_000
    return {
        "query": "query($t: String) { a: __typename @skip(if: false) cities { totalCount } }",
        "variables": {"t": text},
    }


def documents(number):
    """Large documents, each another one."""
    fields = " ".join(f"a{number}_{each}: name" for each in range(1_400))
    return {"query": f"{{ cities {{ nodes {{ {fields} }} }} }}"}


def days(number):
    """Rule results of days long ago."""
    day = date(2026, 6, 30) - timedelta(number)
    return {"query": f'{{ coverage(within: "210681001001", asOf: "{day}") {{ rate }} }}'}


def headers(number):
    """Headers that are long."""
    return {"query": "{ __typename }"}, {"accept": f"application/json;v={number}{'x' * 7_000}"}


STREAMS = {junk: 4_000, texts: 2_000, documents: 400, days: 600, headers: 2_000}


async def stream(client, make, number):
    """Send so many requests of the kind, a few at once."""
    turns = asyncio.Semaphore(AT_ONCE)

    async def ask(each):
        made = make(each)
        body, more = made if isinstance(made, tuple) else (made, {})
        async with turns:
            await client.post("/graphql", json=body, headers={"accept": "application/json", **more})

    await asyncio.gather(*(ask(each) for each in range(number)))


async def main(folder):
    """Print the memory before, after each stream, and after all."""
    address = running_server(folder)
    if address is None:
        raise SystemExit(f"No Neo4j runs on {folder}: start it with `graph-api db start`.")
    with running(*PRODUCT, address=address) as server:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{server.port}", timeout=60) as client:
            await stream(client, days, 8)
            before = server.memory_mb()
            print(f"before: {before:.0f} MB")
            for make, number in STREAMS.items():
                await stream(client, make, number)
                print(f"after {number} of {make.__name__}: {server.memory_mb() - before:+.0f} MB")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Settings().embedded_data))
