"""`make bench` and `make bench-peers`: measure, print the tables, and write them to a file beside this one."""

from __future__ import annotations

import argparse
import asyncio

from benchmarks import results, results_peers, tables
from benchmarks.board import compare, compare_peers
from benchmarks.stores import store, unwind_at_end
from benchmarks.turns import ROUNDS


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--peers", action="store_true", help="beside the peers, which need Node, in place of the limit")
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS, help="slices of each side of each row (default %(default)s)"
    )
    asked = parser.parse_args()
    unwind_at_end()
    with store() as address:
        if asked.peers:
            file, text = (
                "results-peers.md",
                results_peers.written(*asyncio.run(compare_peers(address, asked.rounds)), asked.rounds),
            )
        else:
            file, text = "results.md", results.written(asyncio.run(compare(address, asked.rounds)), asked.rounds)
    tables.publish(file, text)


if __name__ == "__main__":
    main()
