"""Extents: the size of a document's work, measured before it is executed.

All measures are linear in the fields of an operation with its fragments expanded, which are counted first. Validation
takes longer than that: it compares every two fields with the same response key, and every two fragments of a selection.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInputObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionNode,
    SelectionSetNode,
    is_enum_type,
    is_interface_type,
    is_object_type,
)

Fragments = Mapping[str, FragmentDefinitionNode]


class Extent(NamedTuple):
    """The size of a selection: its nesting depth, and its number of fields with fragments expanded."""

    depth: int
    fields: int


def extent(selections: SelectionSetNode | None, fragments: Fragments, measured: dict[str, Extent]) -> Extent:
    """The extent of a selection; each fragment is measured once. Introspection, which the schema bounds, has no depth.

    Like all measures, it requires a document without circular fragments.
    """
    depth = fields = 0
    for node in selections.selections if selections else ():
        if isinstance(node, FragmentSpreadNode):
            name = node.name.value
            if name not in measured and name in fragments:
                measured[name] = extent(fragments[name].selection_set, fragments, measured)
            inner = measured.get(name, Extent(0, 0))
        else:
            inner = extent(_inner(node), fragments, measured)
            if isinstance(node, FieldNode):
                looks_inward = node.name.value.startswith("__")
                inner = Extent(0 if looks_inward else inner.depth + 1, inner.fields + 1)
        depth, fields = max(depth, inner.depth), fields + inner.fields
    return Extent(depth, fields)


def comparisons(selections: Sequence[SelectionSetNode], fragments: Fragments) -> int:
    """The number of pairs of fields, and of fragments, that validation compares for ambiguous response keys."""
    keys: dict[str, list[FieldNode]] = {}
    spread: set[str] = set()
    _gather(selections, fragments, keys, spread)
    found = _pairs(len(spread))
    for nodes in keys.values():
        found += _pairs(len(nodes))
        inner = [node.selection_set for node in nodes if node.selection_set]
        if inner:
            found += comparisons(inner, fragments)
    return found


def _gather(
    selections: Sequence[SelectionSetNode], fragments: Fragments, keys: dict[str, list[FieldNode]], spread: set[str]
) -> None:
    """Collects the fields of one object by response key, and the fragments that they come from."""
    for node in (node for selection_set in selections for node in selection_set.selections):
        if isinstance(node, FieldNode):
            keys.setdefault(node.alias.value if node.alias else node.name.value, []).append(node)
        elif isinstance(node, InlineFragmentNode):
            _gather([node.selection_set], fragments, keys, spread)
        elif isinstance(node, FragmentSpreadNode) and node.name.value not in spread and node.name.value in fragments:
            spread.add(node.name.value)
            _gather([fragments[node.name.value].selection_set], fragments, keys, spread)


def circular(fragments: Fragments) -> bool:
    """Whether a fragment spreads itself, directly or through others: such a document is infinite and not valid."""
    finished: set[str] = set()
    under_way: set[str] = set()

    def visit(selections: SelectionSetNode | None) -> bool:
        return any(
            spreads(node.name.value) if isinstance(node, FragmentSpreadNode) else visit(_inner(node))
            for node in (selections.selections if selections else ())
        )

    def spreads(name: str) -> bool:
        if name in under_way:
            return True
        if name in finished or name not in fragments:
            return False
        under_way.add(name)
        found = visit(fragments[name].selection_set)
        under_way.discard(name)
        finished.add(name)
        return found

    return any(spreads(name) for name in fragments)


def _inner(node: SelectionNode) -> SelectionSetNode | None:
    assert isinstance(node, FieldNode | InlineFragmentNode)
    return node.selection_set


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


@dataclass(frozen=True)
class Introspection:
    """The number of values of an introspection. `sizes` are the average sizes of its lists."""

    sizes: Mapping[str, float]

    def values(self, selections: SelectionSetNode | None, fragments: Fragments, *, at_root: bool = True) -> float:
        """The approximate number of values that an introspection selects."""
        found = 0.0
        for node in selections.selections if selections else ():
            if isinstance(node, FragmentSpreadNode):
                fragment = fragments.get(node.name.value)
                found += self.values(fragment.selection_set, fragments, at_root=at_root) if fragment else 0
            elif isinstance(node, InlineFragmentNode):
                found += self.values(node.selection_set, fragments, at_root=at_root)
            elif isinstance(node, FieldNode) and (not at_root or node.name.value in {"__schema", "__type"}):
                size = self.sizes.get(node.name.value, 1)
                found += 1 + size * self.values(node.selection_set, fragments, at_root=False)
        return found


def introspection(schema: GraphQLSchema) -> Introspection:
    """The sizes of the lists in an introspection of the schema."""
    types = list(schema.type_map.values())
    composite = [type_ for type_ in types if is_object_type(type_) or is_interface_type(type_)]
    fields = [field for type_ in composite for field in type_.fields.values()]
    enums = [type_ for type_ in types if is_enum_type(type_)]
    inputs = [type_ for type_ in types if isinstance(type_, GraphQLInputObjectType)]
    return Introspection(
        {
            "types": len(types),
            # The type with the most fields may be selected.
            "__type": max(len(type_.fields) for type_ in composite) * len(types) / len(fields),
            # One of these lists is empty for each type: the average over all types.
            "fields": len(fields) / len(types),
            "inputFields": sum(len(type_.fields) for type_ in inputs) / len(types),
            "enumValues": sum(len(type_.values) for type_ in enums) / len(types),
            "interfaces": sum(len(type_.interfaces) for type_ in composite) / len(types),
            "possibleTypes": sum(len(schema.get_possible_types(each)) for each in types if is_interface_type(each))
            / len(types),
            "args": sum(len(field.args) for field in fields) / len(fields),
            "directives": len(schema.directives),
            # Types are usually wrapped once or twice, and often not at all.
            "ofType": 0.5,
        }
    )
