"""Locations: where in the document the field stands that an error is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphql import FieldNode, FragmentDefinitionNode, FragmentSpreadNode, OperationDefinitionNode, SelectionSetNode

from graph_api.compiler.shapes import Path

_MOST = 20
Nodes = dict[str, list[FieldNode]]


class Locator:
    """Finds the fields of an operation by their paths in its answer; each selection is looked through once."""

    def __init__(self, operation: OperationDefinitionNode, fragments: Mapping[str, FragmentDefinitionNode]) -> None:
        self._fragments = fragments
        self._found: dict[tuple[str, ...], Nodes] = {(): self._by_key([operation.selection_set])}

    def locations(self, path: Path) -> list[dict[str, int]]:
        """Line and column of each place that asks for the field, in the order of the document; 20 at most."""
        keys = tuple(step for step in path if isinstance(step, str))
        starts = [node.loc.start_token for node in self._nodes(keys)[:_MOST] if node.loc]
        return [{"line": start.line, "column": start.column} for start in starts]

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
