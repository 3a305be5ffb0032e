"""Documents: parsed, validated and checked against the limits once, then cached."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from graphql import (
    ASTValidationRule,
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLInputType,
    GraphQLSchema,
    GraphQLSyntaxError,
    NamedTypeNode,
    Node,
    NoFragmentCyclesRule,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    OverlappingFieldsCanBeMergedRule,
    SelectionNode,
    SelectionSetNode,
    Token,
    TokenKind,
    TypeNode,
    ValidationContext,
    ValueNode,
    ValuesOfCorrectTypeRule,
    VisitorAction,
    get_introspection_query,
    parse,
    specified_rules,
    validate,
)
from graphql.language.parser import Parser

from graph_api.caches import Budget, Cache
from graph_api.errors import ErrorCode
from graph_api.execution.extents import Extent, circular, comparisons, extent, introspection
from graph_api.execution.variables import Variables
from graph_api.settings import Settings
from graph_api.turns import give_way

# Measured: the memory of a document, and of each of its tokens.
_DOCUMENT_BYTES, _TOKEN_BYTES = 20_000, 250
# Validation takes whole milliseconds per hundred of them.
_MAX_COMPARISONS = 10_000
K = TypeVar("K")
V = TypeVar("V")

_NO_TOKEN = Token(TokenKind.SOF, 0, 0, 0, 0)
_TOO_LARGE = re.compile(r"nested too deeply|more (that|than) \d+ tokens", re.IGNORECASE)


class _ValuesWithPlaces(ValuesOfCorrectTypeRule):
    """Reports the position of every invalid value: graphql-core loses the positions of lists and objects."""

    _value: ValueNode

    def is_valid_value_node(self, node: ValueNode, input_type: GraphQLInputType | None) -> VisitorAction:
        """Validates a value of the document."""
        self._value = node
        return super().is_valid_value_node(node, input_type)

    def report_error(self, error: GraphQLError) -> None:
        """Reports an error with its position."""
        super().report_error(
            error if error.locations else GraphQLError(error.message, self._value, extensions=error.extensions)
        )


class _GivesWay(ASTValidationRule):
    """Checks nothing; lets the event loop go on while a long document is validated."""

    def enter(self, *_: object) -> None:
        """Visit a node."""
        give_way()


class _Parser(Parser):
    """Lets the event loop go on while a long document is parsed, and refuses empty selections, as the specification
    does."""

    def parse_operation_definition(self) -> OperationDefinitionNode:
        """Parses an operation."""
        give_way()
        return super().parse_operation_definition()

    def parse_selection(self) -> SelectionNode:
        """Parses a field or the spread of a fragment."""
        give_way()
        return super().parse_selection()

    def parse_selection_set(self) -> SelectionSetNode:
        """Parses the selection of an operation, a field or a fragment."""
        found = super().parse_selection_set()
        if not found.selections:
            assert found.loc is not None
            raise self.unexpected(found.loc.end_token)
        return found


class _GivingWay(dict[K, V]):
    """A dictionary that lets the event loop go on when it is read."""

    def get(self, key: K, default: Any = None) -> Any:
        """The value, or the default."""
        give_way()
        return super().get(key, default)


class _OverlapsGiveWay(OverlappingFieldsCanBeMergedRule):
    """Lets the event loop go on while fields are compared: the rule looks in its cache at each selection set."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self.rule_context.cached_collect_fields_results = _GivingWay()


_OURS: Mapping[type[ASTValidationRule], type[ASTValidationRule]] = {
    ValuesOfCorrectTypeRule: _ValuesWithPlaces,
    OverlappingFieldsCanBeMergedRule: _OverlapsGiveWay,
}


class RequestError(Exception):
    """A request that can't be executed: its errors, before there is any data."""

    def __init__(self, errors: Sequence[GraphQLError], code: ErrorCode) -> None:
        super().__init__("; ".join(error.message for error in errors))
        self.errors = errors
        self.code = code


@dataclass(frozen=True)
class Operation:
    """A valid operation and its variables. `declared` are the names of all, `ids` of those that are IDs."""

    node: OperationDefinitionNode
    variables: Variables
    declared: frozenset[str]
    ids: frozenset[str]


@dataclass(frozen=True)
class Document:
    """A valid document: its operations by name, its fragments, and its approximate memory in bytes."""

    operations: Mapping[str, Operation]
    fragments: Mapping[str, FragmentDefinitionNode]
    size: int

    def operation(self, name: str | None) -> Operation:
        """The operation with the name, or the only one. Raises `RequestError` if there is none."""
        if name is None and len(self.operations) == 1:
            return next(iter(self.operations.values()))
        if name is None:
            message = "The document has several operations. Pass the name of one as `operationName`."
        elif name in self.operations:
            return self.operations[name]
        else:
            message = "The document has no operation with the name in `operationName`."
        raise RequestError([GraphQLError(message)], ErrorCode.BAD_REQUEST)


class Documents:
    """The cached documents, by text."""

    def __init__(self, schema: GraphQLSchema, settings: Settings, budget: Budget) -> None:
        self._schema = schema
        self._settings = settings
        self._introspection = introspection(schema)
        # Twice the size of the usual introspection of the whole schema.
        self._max_introspected = 2 * self._introspected(parse(get_introspection_query(specified_by_url=True)))
        self._cache: Cache[str, Document] = budget.cache(lambda document: document.size, share=0.15)
        rules = [_OURS.get(rule, rule) for rule in specified_rules]
        self._rules: list[type[ASTValidationRule]] = [_GivesWay, *rules]
        if settings.production:
            self._rules.append(NoSchemaIntrospectionCustomRule)

    def find(self, text: str) -> Document | None:
        """The document with the text, if it is cached."""
        return self._cache.get(text)

    def put(self, text: str, document: Document) -> None:
        """Caches the document."""
        self._cache.put(text, document)

    def read(self, text: str) -> Document:
        """Parses and validates the document; can run in any thread. Raises `RequestError` if it is not valid, or too large."""
        try:
            return self._read(text)
        except RecursionError:
            raise _too_complex("The fragments of the document are nested too deeply") from None

    def _read(self, text: str) -> Document:
        try:
            parsed = _Parser(text, max_tokens=self._settings.max_tokens).parse_document()
        except GraphQLSyntaxError as error:
            code = ErrorCode.TOO_COMPLEX if _TOO_LARGE.search(error.message) else ErrorCode.GRAPHQL_PARSE_FAILED
            raise RequestError([error], code) from error
        operations, fragments = _definitions(parsed)
        if circular(fragments):
            self._validate(parsed, [NoFragmentCyclesRule])
        # Measured before validation, which takes long for a document with many fields.
        self._measure(operations, fragments)
        self._validate(parsed, self._rules)
        size = _DOCUMENT_BYTES + 4 * len(text) + _unlink_tokens(parsed) * _TOKEN_BYTES
        _drop_tokens(parsed)
        named = {each.name.value if each.name else "": self._operation(each) for each in operations}
        return Document(named, fragments, size)

    def _operation(self, node: OperationDefinitionNode) -> Operation:
        types = {each.variable.name.value: each.type for each in node.variable_definitions or ()}
        ids = frozenset(name for name, type_ in types.items() if _is_id(type_))
        return Operation(node, Variables(self._schema, node), frozenset(types), ids)

    def _validate(self, parsed: DocumentNode, rules: Collection[type[ASTValidationRule]]) -> None:
        errors = validate(self._schema, parsed, rules, max_errors=20, hide_suggestions=self._settings.production)
        if errors:
            raise RequestError(errors, ErrorCode.GRAPHQL_VALIDATION_FAILED)

    def _introspected(self, parsed: DocumentNode) -> float:
        operations, fragments = _definitions(parsed)
        return sum(self._introspection.values(operation.selection_set, fragments) for operation in operations)

    def _measure(
        self, operations: Sequence[OperationDefinitionNode], fragments: Mapping[str, FragmentDefinitionNode]
    ) -> None:
        """Checks the document against the limits. Raises `RequestError` TOO_COMPLEX."""
        measured: dict[str, Extent] = {}
        # Each fragment is also validated by itself, whether or not an operation spreads it.
        fields, compared = 0, sum(comparisons([fragment.selection_set], fragments) for fragment in fragments.values())
        for operation in operations:
            found = extent(operation.selection_set, fragments, measured)
            if found.depth > self._settings.max_depth:
                raise _too_complex(f"The operation is nested deeper than {self._settings.max_depth} fields")
            fields += found.fields
            if fields > self._settings.max_fields:
                raise _too_complex(f"The document has more than {self._settings.max_fields} fields, fragments spread")
            if self._introspection.values(operation.selection_set, fragments) > self._max_introspected:
                raise _too_complex("The introspection in the operation is too large")
            compared += comparisons([operation.selection_set], fragments)
            if compared > _MAX_COMPARISONS:
                raise _too_complex("The document selects the same fields, or spreads fragments side by side, too often")


def _drop_tokens(node: Node) -> None:
    """Let go of the tokens that the document was read from: they are most of it, and errors need only the places."""
    give_way()
    if node.loc is not None:
        node.loc.start_token = node.loc.end_token = _NO_TOKEN
    for key in node.keys:
        inner = getattr(node, key, None)
        for each in inner if isinstance(inner, list | tuple) else (inner,):
            if isinstance(each, Node):
                _drop_tokens(each)


def _definitions(
    parsed: DocumentNode,
) -> tuple[list[OperationDefinitionNode], dict[str, FragmentDefinitionNode]]:
    """The operations of a document by name, and its fragments."""
    operations = [each for each in parsed.definitions if isinstance(each, OperationDefinitionNode)]
    fragments = {each.name.value: each for each in parsed.definitions if isinstance(each, FragmentDefinitionNode)}
    return operations, fragments


def _unlink_tokens(parsed: DocumentNode) -> int:
    """Lets each token forget the one before it, and returns their number: otherwise only the garbage collector would
    free them."""
    number, token = 0, parsed.loc and parsed.loc.start_token
    while token:
        token.prev = None
        number, token = number + 1, token.next
    return number


def _too_complex(what: str) -> RequestError:
    return RequestError([GraphQLError(f"{what}. Request less at once.")], ErrorCode.TOO_COMPLEX)


def _is_id(type_: TypeNode) -> bool:
    while not isinstance(type_, NamedTypeNode):
        type_ = type_.type  # type: ignore[attr-defined]
    return type_.name.value == "ID"
