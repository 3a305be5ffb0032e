"""Nodes and edges on their way from the graph to a file, and what writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Node:
    """An object of the graph. `values` has no nulls; dates are text."""

    id: str
    type: str
    values: Mapping[str, Any]

    @property
    def label(self) -> str:
        """What a drawing shows: the name or title; without one, the ID."""
        return str(self.values.get("name") or self.values.get("title") or self.id)


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation of the graph. `values` has no nulls; `since` (inclusive) and `until` (exclusive) are text.

    The ID is unique among all edges: the relation's own ID is so only among those of its type, and undated relations
    have none.
    """

    id: str
    relation: str
    source: str
    target: str
    values: Mapping[str, Any]


class Writer(Protocol):
    """Writes a graph in one format. All nodes come before the first edge."""

    def begin(self) -> None:
        """Writes what comes before the first node."""

    def node(self, node: Node) -> None:
        """Writes a node."""

    def begin_edges(self) -> None:
        """Writes what comes between the last node and the first edge."""

    def edge(self, edge: Edge) -> None:
        """Writes an edge."""

    def end(self) -> None:
        """Writes what comes after the last edge."""
