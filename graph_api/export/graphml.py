"""GraphML, for networkx, igraph, yEd and Gephi."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from graph_api.export.contents import EDGE_PROPERTIES, NODE_PROPERTIES, Kind, kind_of
from graph_api.export.xml_text import DECLARATION, content, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph_api.export.records import Edge, Node

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
# GraphML has no type for dates and lists.
_TYPES = {Kind.INTEGER: "int", Kind.NUMBER: "double"}


class GraphML:
    """Writes a graph as GraphML."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def begin(self) -> None:
        """Declares the properties."""
        self._stream.write(f'{DECLARATION}<graphml xmlns="{_NAMESPACE}">\n')
        for element, names in (("node", ("type", *NODE_PROPERTIES)), ("edge", ("relation", *EDGE_PROPERTIES))):
            for name in names:
                type_ = _TYPES.get(kind_of(name), "string")
                self._stream.write(
                    f'<key id="{element}_{name}" for="{element}" attr.name="{name}" attr.type="{type_}"/>\n'
                )
        self._stream.write('<graph edgedefault="directed">\n')

    def node(self, node: Node) -> None:
        """Writes an element."""
        data = _data("node", {"type": node.type, **node.values})
        self._stream.write(f"<node id={quoted(node.id)}>{data}</node>\n")

    def begin_edges(self) -> None:
        """Writes nothing."""

    def edge(self, edge: Edge) -> None:
        """Writes an element."""
        data = _data("edge", {"relation": edge.relation, **edge.values})
        ends = f"source={quoted(edge.source)} target={quoted(edge.target)}"
        self._stream.write(f"<edge id={quoted(edge.id)} {ends}>{data}</edge>\n")

    def end(self) -> None:
        """Closes what is open."""
        self._stream.write("</graph>\n</graphml>\n")


def _data(element: str, values: Mapping[str, Any]) -> str:
    return "".join(f'<data key="{element}_{name}">{content(value)}</data>' for name, value in values.items())
