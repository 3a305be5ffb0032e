"""Selections: the fields of a type that an operation selects, after directives and fragments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DirectiveNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionSetNode,
    VariableNode,
    is_abstract_type,
)

Groups = dict[str, list[FieldNode]]


def collect(
    schema: GraphQLSchema,
    fragments: Mapping[str, FragmentDefinitionNode],
    variables: Mapping[str, Any],
    type_: GraphQLObjectType,
    selections: list[SelectionSetNode],
) -> Groups:
    """The fields selected on an object of the type, by response key, in the order of the response."""
    collection = _Collection(schema, fragments, variables, type_)
    for selection_set in selections:
        collection.add(selection_set)
    return collection.groups


def beneath(nodes: list[FieldNode]) -> list[SelectionSetNode]:
    """The selections below a field that may be selected several times."""
    return [node.selection_set for node in nodes if node.selection_set]


@dataclass(frozen=True)
class _Collection:
    """The fields selected on an object of the type, and the names of the fragments that are spread already."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Mapping[str, Any]
    type: GraphQLObjectType
    groups: Groups = field(default_factory=dict)
    spread: set[str] = field(default_factory=set)

    def add(self, selection_set: SelectionSetNode) -> None:
        """Adds the fields of the selections that are included and apply to the type."""
        for node in selection_set.selections:
            if not _included(node.directives, self.variables):
                continue
            if isinstance(node, FieldNode):
                self.groups.setdefault(node.alias.value if node.alias else node.name.value, []).append(node)
            elif isinstance(node, InlineFragmentNode):
                condition = node.type_condition.name.value if node.type_condition else None
                if applies(self.schema, condition, self.type):
                    self.add(node.selection_set)
            elif isinstance(node, FragmentSpreadNode) and node.name.value not in self.spread:
                fragment = self.fragments[node.name.value]
                if applies(self.schema, fragment.type_condition.name.value, self.type):
                    self.spread.add(node.name.value)
                    self.add(fragment.selection_set)


def type_conditions(
    fragments: Mapping[str, FragmentDefinitionNode], selections: list[SelectionSetNode], seen: set[str] | None = None
) -> set[str]:
    """The type conditions of the fragments in the selections, as far as they concern the same object."""
    seen = set() if seen is None else seen
    found: set[str] = set()
    for node in (node for selection_set in selections for node in selection_set.selections):
        if isinstance(node, InlineFragmentNode):
            found |= {node.type_condition.name.value} if node.type_condition else set()
            found |= type_conditions(fragments, [node.selection_set], seen)
        elif isinstance(node, FragmentSpreadNode) and node.name.value not in seen:
            seen.add(node.name.value)
            fragment = fragments[node.name.value]
            found |= {fragment.type_condition.name.value, *type_conditions(fragments, [fragment.selection_set], seen)}
    return found


def applies(schema: GraphQLSchema, condition: str | None, type_: GraphQLObjectType) -> bool:
    """Whether a fragment with this type condition applies to objects of the type."""
    if condition is None or condition == type_.name:
        return True
    other = schema.type_map[condition]
    return is_abstract_type(other) and schema.is_sub_type(other, type_)


def _included(directives: tuple[DirectiveNode, ...] | None, variables: Mapping[str, Any]) -> bool:
    return all(
        _condition(directive, variables) is (directive.name.value == "include")
        for directive in directives or ()
        if directive.name.value in {"include", "skip"}
    )


def _condition(directive: DirectiveNode, variables: Mapping[str, Any]) -> bool:
    assert directive.arguments
    value = directive.arguments[0].value
    if not isinstance(value, VariableNode):
        return bool(getattr(value, "value"))  # noqa: B009
    name = value.name.value
    if variables[name] is None:
        message = f"The variable `${name}` is null, but `@{directive.name.value}` needs true or false."
        raise GraphQLError(message, value)
    return bool(variables[name])
