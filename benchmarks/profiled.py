"""`graph-api serve` that writes, when it ends, where its time went since the first SIGUSR1: {part: seconds} as JSON.

The file is the first argument; the rest are the command's own. Waiting is left out.
"""

from __future__ import annotations

import cProfile
import json
import pstats
import re
import signal
import sys
from collections import Counter
from pathlib import Path

from graph_api.cli import main

# By the function's name, and else by where its file is; the first that matches.
PARTS = (
    (r"select\.epoll|select\.kqueue", ""),
    (r"_socket\.socket", "sockets: the system's own work"),
    (r"neo4j\._rust", "PackStream, in Rust"),
    (r"orjson", "JSON, in Rust"),
    (r"/graph_api/app/", "app: HTTP, the log line"),
    (r"/graph_api/execution/", "execution"),
    (r"/graph_api/compiler/", "compiler: binding and reading rows"),
    (r"/graph_api/(resolvers|schema|catalogue)/", "resolvers, schema, catalogue"),
    (r"/graph_api/database/|/neo4j/", "database: Bolt"),
    (r"<string>|generated", "compiler: binding and reading rows"),
    (r"/uvicorn/|httptools", "uvicorn"),
    (r"/starlette/", "Starlette"),
    (r"/structlog/", "structlog"),
    (r"/graphql/", "graphql-core"),
    (r"/asyncio/|_asyncio", "asyncio"),
)
OTHER = "Python's own functions"


def part_of(file: str, name: str) -> str:
    """The part of the server that a function belongs to; none where it only waits."""
    where = name if file == "~" else file
    return next((part for pattern, part in PARTS if re.search(pattern, where)), OTHER)


def serve() -> None:
    profile, path = cProfile.Profile(), Path(sys.argv.pop(1))
    signal.signal(signal.SIGUSR1, lambda *_: profile.enable())
    try:
        main()
    finally:
        profile.disable()
        seconds: Counter[str] = Counter()
        for (file, _, name), (_, _, own, _, _) in pstats.Stats(profile).stats.items():
            seconds[part_of(file, name)] += own
        del seconds[""]
        path.write_text(json.dumps(seconds), encoding="utf-8")


if __name__ == "__main__":
    serve()
