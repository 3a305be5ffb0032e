"""Documents: parsed, validated and held to the limits once, then kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    InlineFragmentNode,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    SelectionSetNode,
    parse,
    specified_rules,
    validate,
)

from graph_api.errors import ErrorCode
from graph_api.execution.memory import Memory
from graph_api.settings import Settings

_KEPT = 1_000


class RequestError(Exception):
    """A request that can't be executed: its errors, before there is any data."""

    def __init__(self, errors: Sequence[GraphQLError], code: ErrorCode) -> None:
        super().__init__("; ".join(error.message for error in errors))
        self.errors = errors
        self.code = code


@dataclass
class Document:
    """A valid document: its operations by name, and its fragments."""

    operations: Mapping[str, OperationDefinitionNode]
    fragments: Mapping[str, FragmentDefinitionNode]
    valid: bool = field(default=True)

    def operation(self, name: str | None) -> OperationDefinitionNode:
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
        return self._memory.get(text, lambda: self._read(text))

    def _read(self, text: str) -> Document:
        try:
            parsed = parse(text, max_tokens=self._settings.max_tokens)
        except GraphQLSyntaxError as error:
            code = ErrorCode.TOO_COMPLEX if "token" in error.message and "limit" in error.message.lower() else None
            raise RequestError([error], code or ErrorCode.GRAPHQL_PARSE_FAILED) from error
        document = Document(
            {d.name.value if d.name else "": d for d in parsed.definitions if isinstance(d, OperationDefinitionNode)},
            {d.name.value: d for d in parsed.definitions if isinstance(d, FragmentDefinitionNode)},
        )
        self._validate(parsed)
        if any(
            self._depth(o.selection_set, document, 0) > self._settings.max_depth for o in document.operations.values()
        ):
            message = f"The operation nests deeper than {self._settings.max_depth} fields: ask for less at once."
            raise RequestError([GraphQLError(message)], ErrorCode.TOO_COMPLEX)
        return document

    def _validate(self, parsed: DocumentNode) -> None:
        errors = validate(self._schema, parsed, self._rules, max_errors=20, hide_suggestions=self._settings.production)
        if errors:
            raise RequestError(errors, ErrorCode.GRAPHQL_VALIDATION_FAILED)

    def _depth(self, selections: SelectionSetNode | None, document: Document, depth: int) -> int:
        """The depth of the deepest field; introspection, which the schema itself bounds, is not counted."""
        if selections is None or depth > self._settings.max_depth:
            return depth
        deepest = depth
        for node in selections.selections:
            if isinstance(node, FieldNode):
                if not node.name.value.startswith("__"):
                    deepest = max(deepest, self._depth(node.selection_set, document, depth + 1))
            elif isinstance(node, InlineFragmentNode):
                deepest = max(deepest, self._depth(node.selection_set, document, depth))
            elif isinstance(node, FragmentSpreadNode):
                fragment = document.fragments[node.name.value]
                deepest = max(deepest, self._depth(fragment.selection_set, document, depth))
        return deepest
