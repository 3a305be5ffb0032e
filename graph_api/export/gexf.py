"""GEXF, for Gephi: relations and events have dates on its timeline."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TextIO

from graph_api.export.contents import EDGE_PROPERTIES, NODE_PROPERTIES, Kind, kind_of
from graph_api.export.xml_text import DECLARATION, content, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph_api.export.records import Edge, Node

# Version 1.2: Gephi and networkx read it without being told which version it is.
_NAMESPACE = "http://www.gexf.net/1.2draft"
_TYPES = {Kind.INTEGER: "integer", Kind.NUMBER: "double"}
_NODE_ATTRIBUTES = ("type", *NODE_PROPERTIES)
_EDGE_ATTRIBUTES = ("relation", *EDGE_PROPERTIES)


class Gexf:
    """Writes a graph as GEXF."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def begin(self) -> None:
        """Declares the properties."""
        self._stream.write(f'{DECLARATION}<gexf xmlns="{_NAMESPACE}" version="1.2">\n')
        self._stream.write('<graph defaultedgetype="directed" mode="dynamic" timeformat="date">\n')
        self._stream.write(_attributes("node", _NODE_ATTRIBUTES))
        self._stream.write(_attributes("edge", _EDGE_ATTRIBUTES))
        self._stream.write("<nodes>\n")

    def node(self, node: Node) -> None:
        """Writes an element. An event exists from its date on."""
        values = _values(_NODE_ATTRIBUTES, {"type": node.type, **node.values})
        dates = _dates(node.values.get("date"), None)
        self._stream.write(f"<node id={quoted(node.id)} label={quoted(node.label)}{dates}>{values}</node>\n")

    def begin_edges(self) -> None:
        """Closes the nodes."""
        self._stream.write("</nodes>\n<edges>\n")

    def edge(self, edge: Edge) -> None:
        """Writes an element."""
        values = _values(_EDGE_ATTRIBUTES, {"relation": edge.relation, **edge.values})
        dates = _dates(edge.values.get("since"), edge.values.get("until"))
        ends = f"source={quoted(edge.source)} target={quoted(edge.target)}"
        # By its kind, Gephi keeps an edge apart from others between the same two nodes.
        types = f"label={quoted(edge.relation)} kind={quoted(edge.relation)}"
        self._stream.write(f"<edge id={quoted(edge.id)} {ends} {types}{dates}>{values}</edge>\n")

    def end(self) -> None:
        """Closes what is open."""
        self._stream.write("</edges>\n</graph>\n</gexf>\n")


def _attributes(element: str, names: Iterable[str]) -> str:
    declared = (
        f'<attribute id="{number}" title="{content(name)}" type="{_TYPES.get(kind_of(name), "string")}"/>\n'
        for number, name in enumerate(names)
    )
    return f'<attributes class="{element}">\n{"".join(declared)}</attributes>\n'


def _values(names: tuple[str, ...], values: Mapping[str, Any]) -> str:
    written = (f'<attvalue for="{names.index(name)}" value={quoted(value)}/>' for name, value in values.items())
    return f"<attvalues>{''.join(written)}</attvalues>"


def _dates(since: str | None, until: str | None) -> str:
    """The attributes for the timeline, whose end is inclusive. None for a relation that ends before it starts: it never
    holds."""
    if since and until and until <= since:
        return ""
    start = f" start={quoted(since)}" if since else ""
    return start + (f" end={quoted(date.fromisoformat(until) - timedelta(days=1))}" if until else "")
