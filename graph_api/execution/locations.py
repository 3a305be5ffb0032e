"""Locations: the positions in the document of the field that an error is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from graphql import FieldNode, FragmentDefinitionNode, FragmentSpreadNode, OperationDefinitionNode, SelectionSetNode

from graph_api.compiler.shapes import Path

_MOST = 20
_LINE_END = re.compile(r"\r\n|[\n\r]")
Nodes = dict[str, list[FieldNode]]


class Locator:
    """Finds the fields of an operation by their response paths. Each selection is searched once."""

    def __init__(self, operation: OperationDefinitionNode, fragments: Mapping[str, FragmentDefinitionNode]) -> None:
        self._fragments = fragments
        # The starts of the document's lines: a response can have thousands of errors.
        text = operation.loc.source.body if operation.loc else ""
        self._lines = [0, *(end.end() for end in _LINE_END.finditer(text))]
        self._found: dict[tuple[str, ...], Nodes] = {(): self._by_key([operation.selection_set])}

    def locations(self, path: Path) -> list[dict[str, int]]:
        """The line and column of each occurrence of the field, in document order; at most 20."""
        keys = tuple(step for step in path if isinstance(step, str))
        return [self._place(node.loc.start) for node in self._nodes(keys)[:_MOST] if node.loc]

    def _place(self, start: int) -> dict[str, int]:
        line = bisect_right(self._lines, start)
        return {"line": line, "column": start - self._lines[line - 1] + 1}

    def _nodes(self, keys: tuple[str, ...]) -> list[FieldNode]:
        return self._beneath(keys[:-1]).get(keys[-1], []) if keys else []

    def _beneath(self, keys: tuple[str, ...]) -> Nodes:
        if keys not in self._found:
            self._found[keys] = self._by_key([node.selection_set for node in self._nodes(keys) if node.selection_set])
        return self._found[keys]

    def _by_key(self, selections: list[SelectionSetNode]) -> Nodes:
        found: Nodes = {}
        seen: set[str] = set()
        for selection in selections:
            for node in self._fields(selection, seen):
                found.setdefault(node.alias.value if node.alias else node.name.value, []).append(node)
        return found

    def _fields(self, selection: SelectionSetNode, seen: set[str]) -> Iterator[FieldNode]:
        for node in selection.selections:
            if isinstance(node, FieldNode):
                yield node
            elif not isinstance(node, FragmentSpreadNode):
                yield from self._fields(node.selection_set, seen)  # type: ignore[attr-defined]
            elif node.name.value not in seen:
                seen.add(node.name.value)
                yield from self._fields(self._fragments[node.name.value].selection_set, seen)
