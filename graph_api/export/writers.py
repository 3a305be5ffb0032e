"""The formats of an export, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from graph_api.export.gexf import Gexf
from graph_api.export.graphml import GraphML
from graph_api.export.json_lines import JsonLines
from graph_api.export.spreadsheets import Spreadsheets

if TYPE_CHECKING:
    from graph_api.export.records import Writer


class Written(NamedTuple):
    """How a format is written: to a stream, or to one for each of the files of a folder."""

    writer: Callable[..., Writer]
    files: tuple[str, ...] = ()


WRITERS: Final[Mapping[str, Written]] = {
    "jsonl": Written(JsonLines),
    "csv": Written(Spreadsheets, ("nodes.csv", "edges.csv")),
    "graphml": Written(GraphML),
    "gexf": Written(Gexf),
}
