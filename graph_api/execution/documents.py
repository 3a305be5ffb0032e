"""Documents: parsed, validated and held to the limits once, then kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    InlineFragmentNode,
    NamedTypeNode,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    SelectionSetNode,
    TypeNode,
    parse,
    specified_rules,
    validate,
)

from graph_api.errors import ErrorCode
from graph_api.execution.memory import Memory
from graph_api.execution.variables import Variables
from graph_api.settings import Settings

_KEPT = 1_000
_TOO_LARGE = re.compile(r"nested too deeply|more (that|than) \d+ tokens", re.IGNORECASE)


class RequestError(Exception):
    """A request that can't be executed: its errors, before there is any data."""

    def __init__(self, errors: Sequence[GraphQLError], code: ErrorCode) -> None:
        super().__init__("; ".join(error.message for error in errors))
        self.errors = errors
        self.code = code


@dataclass(frozen=True)
class Operation:
    """A valid operation and the variables that it declares; `ids` are the names of those that are ids."""

    node: OperationDefinitionNode
    variables: Variables
    ids: frozenset[str]


@dataclass(frozen=True)
class Document:
    """A valid document: its operations by name, and its fragments."""

    operations: Mapping[str, Operation]
    fragments: Mapping[str, FragmentDefinitionNode]

    def operation(self, name: str | None) -> Operation:
        """The operation of the name, or the only one. Raises `RequestError` where that is none."""
        if name is None and len(self.operations) == 1:
            return next(iter(self.operations.values()))
        if name is None:
            message = "The document has several operations: say in `operationName` which one is meant."
        elif name in self.operations:
            return self.operations[name]
        else:
            message = "The document has no operation of the name that `operationName` gives."
        raise RequestError([GraphQLError(message)], ErrorCode.BAD_REQUEST)


class Documents:
    """The documents that were asked lately, by their text."""

    def __init__(self, schema: GraphQLSchema, settings: Settings) -> None:
        self._schema = schema
        self._settings = settings
        self._memory: Memory[str, Document] = Memory(_KEPT)
        self._rules = [*specified_rules, *([NoSchemaIntrospectionCustomRule] if settings.production else [])]

    def get(self, text: str) -> Document:
        """The document of the text. Raises `RequestError` where it is no valid one, or too large."""
        try:
            return self._memory.get(text, lambda: self._read(text))
        except RecursionError:
            message = "The document nests its fragments too deeply: ask for less at once."
            raise RequestError([GraphQLError(message)], ErrorCode.TOO_COMPLEX) from None

    def _read(self, text: str) -> Document:
        try:
            parsed = parse(text, max_tokens=self._settings.max_tokens)
        except GraphQLSyntaxError as error:
            code = ErrorCode.TOO_COMPLEX if _TOO_LARGE.search(error.message) else ErrorCode.GRAPHQL_PARSE_FAILED
            raise RequestError([error], code) from error
        operations = [each for each in parsed.definitions if isinstance(each, OperationDefinitionNode)]
        fragments = {each.name.value: each for each in parsed.definitions if isinstance(each, FragmentDefinitionNode)}
        # Measured before it is validated, for which a document of many fields takes long.
        self._measure(operations, fragments)
        self._validate(parsed)
        return Document({each.name.value if each.name else "": self._operation(each) for each in operations}, fragments)

    def _operation(self, node: OperationDefinitionNode) -> Operation:
        ids = frozenset(each.variable.name.value for each in node.variable_definitions or () if _is_id(each.type))
        return Operation(node, Variables(self._schema, node, hide_suggestions=self._settings.production), ids)

    def _validate(self, parsed: DocumentNode) -> None:
        errors = validate(self._schema, parsed, self._rules, max_errors=20, hide_suggestions=self._settings.production)
        if errors:
            raise RequestError(errors, ErrorCode.GRAPHQL_VALIDATION_FAILED)

    def _measure(
        self, operations: Sequence[OperationDefinitionNode], fragments: Mapping[str, FragmentDefinitionNode]
    ) -> None:
        """Hold the document to the limits: how deep its fields nest, and how many there are once fragments are spread."""
        measured: dict[str, Extent] = {}
        for operation in operations:
            extent = _extent(operation.selection_set, fragments, measured)
            if extent.depth > self._settings.max_depth:
                message = f"The operation nests deeper than {self._settings.max_depth} fields: ask for less at once."
                raise RequestError([GraphQLError(message)], ErrorCode.TOO_COMPLEX)
            if extent.fields > self._settings.max_fields:
                message = f"The operation has more than {self._settings.max_fields} fields: ask for less at once."
                raise RequestError([GraphQLError(message)], ErrorCode.TOO_COMPLEX)


def _is_id(type_: TypeNode) -> bool:
    while not isinstance(type_, NamedTypeNode):
        type_ = type_.type  # type: ignore[attr-defined]
    return type_.name.value == "ID"


class Extent(NamedTuple):
    """How far a selection goes: its deepest nesting, and its fields with all fragments spread."""

    depth: int
    fields: int


def _extent(
    selections: SelectionSetNode | None,
    fragments: Mapping[str, FragmentDefinitionNode],
    measured: dict[str, Extent],
) -> Extent:
    """The extent of a selection; each fragment is measured once. Introspection, which the schema bounds, has no depth."""
    depth = fields = 0
    for node in selections.selections if selections else ():
        if isinstance(node, FragmentSpreadNode):
            name = node.name.value
            if name not in measured and name in fragments:
                measured[name] = Extent(0, 0)  # for a circle of fragments, which validation refuses
                measured[name] = _extent(fragments[name].selection_set, fragments, measured)
            inner = measured.get(name, Extent(0, 0))
        else:
            assert isinstance(node, FieldNode | InlineFragmentNode)
            inner = _extent(node.selection_set, fragments, measured)
            if isinstance(node, FieldNode):
                looks_inward = node.name.value.startswith("__")
                inner = Extent(0 if looks_inward else inner.depth + 1, inner.fields + 1)
        depth, fields = max(depth, inner.depth), fields + inner.fields
    return Extent(depth, fields)
