"""CSV: a table of nodes and a table of edges, whose columns are the properties of all types."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from graph_api.export.cells import write_row
from graph_api.export.contents import EDGE_PROPERTIES, NODE_PROPERTIES

if TYPE_CHECKING:
    from graph_api.export.records import Edge, Node

# Without it, Excel takes Chinese for another encoding.
_BYTE_ORDER_MARK = "\ufeff"


class Spreadsheets:
    """Writes a graph as two CSV files."""

    def __init__(self, nodes: TextIO, edges: TextIO) -> None:
        self._nodes = nodes
        self._edges = edges

    def begin(self) -> None:
        """Writes the header of the nodes."""
        self._nodes.write(_BYTE_ORDER_MARK)
        write_row(self._nodes, ("id", "type", "label", *NODE_PROPERTIES))

    def node(self, node: Node) -> None:
        """Writes a line."""
        values = (node.values.get(name) for name in NODE_PROPERTIES)
        write_row(self._nodes, (node.id, node.type, node.label, *values))

    def begin_edges(self) -> None:
        """Writes the header of the edges."""
        self._edges.write(_BYTE_ORDER_MARK)
        write_row(self._edges, ("id", "source", "target", "relation", *EDGE_PROPERTIES))

    def edge(self, edge: Edge) -> None:
        """Writes a line."""
        values = (edge.values.get(name) for name in EDGE_PROPERTIES)
        write_row(self._edges, (edge.id, edge.source, edge.target, edge.relation, *values))

    def end(self) -> None:
        """Writes nothing."""
