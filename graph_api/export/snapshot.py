"""An export of one version of the graph."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO, TypeAlias

from graph_api.errors import SetupError

if TYPE_CHECKING:
    from graph_api.database import Database
    from graph_api.export.reader import Reader
    from graph_api.export.writers import Written

# Shows how much is done, of how much, and what.
Show: TypeAlias = Callable[[int, int, str], None]

_ATTEMPTS = 3


@dataclass(frozen=True)
class Exported:
    """What was written. `is_of_one_version` is false if the server doesn't tell the version of the graph."""

    nodes: int
    edges: int
    is_of_one_version: bool


async def export(
    database: Database, reader: Reader, written: Written, streams: Sequence[TextIO], show: Show
) -> Exported:
    """Writes the graph to the streams. If it changes meanwhile, all is written again.

    Neo4j has no snapshots: a transaction sees what others commit while it reads. But it names the last change at the
    end of every read, so what was read between two reads with the same name is of one version. Raises `SetupError` if
    the graph changed each time.
    """
    for _ in range(_ATTEMPTS):
        version = await database.version()
        nodes, edges = await _write(reader, written, streams, show)
        if version == await database.version():
            return Exported(nodes, edges, version is not None)
        for stream in streams:
            stream.seek(0)
            stream.truncate()
    raise SetupError(
        f"The graph changed during each of {_ATTEMPTS} attempts to export it. Try again at a quieter time."
    )


async def _write(reader: Reader, written: Written, streams: Sequence[TextIO], show: Show) -> tuple[int, int]:
    total = await reader.count()
    writer, nodes, sources, edges = written.writer(*streams), 0, 0, 0
    writer.begin()
    async for batch in reader.nodes():
        for node in batch:
            writer.node(node)
        nodes += len(batch)
        show(nodes, total, "nodes")
    writer.begin_edges()
    async for starts in reader.edges():
        for start in starts:
            for edge in start:
                writer.edge(edge)
            edges += len(start)
        sources += len(starts)
        show(sources, total, "relations")
    writer.end()
    return nodes, edges
