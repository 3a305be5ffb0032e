"""JSON Lines: an object per node, then one per edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

import orjson

if TYPE_CHECKING:
    from graph_api.export.records import Edge, Node


class JsonLines:
    """Writes a graph as JSON Lines."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def begin(self) -> None:
        """Writes nothing."""

    def node(self, node: Node) -> None:
        """Writes a line."""
        self._write({"record": "node", "id": node.id, "type": node.type, **node.values})

    def begin_edges(self) -> None:
        """Writes nothing."""

    def edge(self, edge: Edge) -> None:
        """Writes a line."""
        ends = {"source": edge.source, "target": edge.target}
        self._write({"record": "edge", "id": edge.id, "relation": edge.relation, **ends, **edge.values})

    def end(self) -> None:
        """Writes nothing."""

    def _write(self, values: dict[str, Any]) -> None:
        self._stream.write(orjson.dumps(values).decode() + "\n")
