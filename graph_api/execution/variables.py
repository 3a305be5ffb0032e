"""The variables that an operation declares, and their values in a request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Any

from graphql import (
    GraphQLError,
    GraphQLID,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLSchema,
    GraphQLString,
    OperationDefinitionNode,
    VariableDefinitionNode,
)
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import VariableValues, VariableValueSource, get_variable_values
from graphql.language import NamedTypeNode, NonNullTypeNode
from graphql.type import get_named_type

from graph_api.execution.faults import faults
from graph_api.execution.messages import cut

_TEXTS: tuple[GraphQLNamedType, ...] = (GraphQLString, GraphQLID)
_MOST_ERRORS = 20


class Variables:
    """The variables of a valid operation. A text for a String or an ID, the usual case, needs no coercion."""

    def __init__(self, schema: GraphQLSchema, operation: OperationDefinitionNode) -> None:
        self._schema = schema
        self._definitions = operation.variable_definitions or ()
        signatures = [_text_signature(schema, definition) for definition in self._definitions]
        self._texts = [signature for signature in signatures if signature is not None]
        self._only_texts = len(self._texts) == len(signatures)

    def values(self, given: Mapping[str, Any]) -> VariableValues | list[GraphQLError]:
        """The values as graphql-core coerces them, or the errors."""
        if self._only_texts and (texts := self._as_they_come(given)) is not None:
            return texts
        try:
            found = get_variable_values(self._schema, self._definitions, dict(given), max_errors=1)
        except ValueError:
            found = []  # a number that is too long to be written in a message
        return (self._errors(given) or found) if isinstance(found, list) else found

    def _errors(self, given: Mapping[str, Any]) -> list[GraphQLError]:
        """The errors in the values, in our own words: graphql-core writes values as Python does."""
        return list(islice(chain.from_iterable(self._wrong(each, given) for each in self._definitions), _MOST_ERRORS))

    def _wrong(self, definition: VariableDefinitionNode, given: Mapping[str, Any]) -> Iterator[GraphQLError]:
        name = definition.variable.name.value
        signature = get_variable_signature(self._schema, definition)
        if isinstance(signature, GraphQLError):
            yield signature
        elif name in given:
            for fault in faults(given[name], signature.type):
                steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in fault.path)
                at = cut(f"${name}{steps}", 100)
                extensions = fault.error.extensions if fault.error else None
                yield GraphQLError(f"`{at}` {fault.text}.", definition, extensions=extensions)
        elif definition.default_value is None and isinstance(signature.type, GraphQLNonNull):
            yield GraphQLError(f"`${cut(name, 100)}` must have a value of the type `{signature.type}`.", definition)

    def _as_they_come(self, given: Mapping[str, Any]) -> VariableValues | None:
        sources: dict[str, VariableValueSource] = {}
        coerced: dict[str, Any] = {}
        for signature in self._texts:
            name = signature.name
            value = given.get(name)
            if type(value) is str:
                sources[name] = VariableValueSource(signature, value)
                coerced[name] = value
            elif name in given or isinstance(signature.type, GraphQLNonNull):
                return None
            else:
                sources[name] = VariableValueSource(signature)
        return VariableValues(sources, coerced)


def _text_signature(schema: GraphQLSchema, definition: VariableDefinitionNode) -> GraphQLVariableSignature | None:
    """The signature of a variable that is a String or an ID without a default; None for any other."""
    written = definition.type.type if isinstance(definition.type, NonNullTypeNode) else definition.type
    if definition.default_value is not None or not isinstance(written, NamedTypeNode):
        return None
    signature = get_variable_signature(schema, definition)
    if isinstance(signature, GraphQLError) or get_named_type(signature.type) not in _TEXTS:
        return None
    return signature
