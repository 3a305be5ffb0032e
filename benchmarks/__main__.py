"""`make bench` and `make bench-peers`: measure, print the tables, and write them to a file beside this one."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.markdown import Markdown

from benchmarks import results, results_peers
from benchmarks.board import compare, compare_peers
from benchmarks.turns import ROUNDS
from graph_api.app.store import chosen_address
from graph_api.settings import Settings

HERE = Path(__file__).parent


@contextmanager
def store():
    """The server that NEO4J_URI names, else an embedded one in a folder of its own."""
    with TemporaryDirectory(prefix="graph-api-bench-") as folder:
        own = Settings().model_copy(update={"embedded_data": Path(folder)})
        with chosen_address(own, Console()) as address:
            yield address


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--peers", action="store_true", help="beside the peers, which need Node, in place of the limit")
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS, help="slices of each side of each row (default %(default)s)"
    )
    asked = parser.parse_args()
    # Whoever ends the run ends what it started too: leaving the blocks stops the servers and the database.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with store() as address:
        if asked.peers:
            file, text = (
                "results-peers.md",
                results_peers.written(*asyncio.run(compare_peers(address, asked.rounds)), asked.rounds),
            )
        else:
            file, text = "results.md", results.written(asyncio.run(compare(address, asked.rounds)), asked.rounds)
    Console().print(Markdown(text))
    (HERE / file).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
