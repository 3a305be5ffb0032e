"""Calls: from a field's arguments to a statement's parameters. Values never become part of the statement's text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any, TypeAlias

from graphql import (
    ArgumentNode,
    FieldNode,
    GraphQLError,
    GraphQLField,
    ListValueNode,
    Node,
    ObjectFieldNode,
    ObjectValueNode,
    VariableNode,
)
from graphql.execution.values import VariableValues, coerce_argument, get_argument_values

from graph_api.compiler.ids import Asked
from graph_api.compiler.pages import Page, read_page
from graph_api.compiler.shapes import ReadState
from graph_api.errors import ClientError, ErrorCode

Arguments: TypeAlias = Mapping[str, Any]
# The field's position in the document, and the purpose for which its arguments are read.
Position: TypeAlias = tuple[int, str]

_NO_VARIABLES = VariableValues({}, {})


@dataclass(frozen=True)
class Parameter:
    """A parameter of the statement: its name, and how its value is computed from the arguments.

    A `shared` parameter serves other fields too, and does not depend on whether the other arguments are valid. A
    parameter of a `stage` is computed after that stage.
    """

    name: str
    value: Callable[[Arguments, Bound], Any]
    shared: bool = False
    stage: int | None = None


@dataclass
class Call:
    """One use of a field with arguments, at one position of the document. `order` and `terms` are set if it selects a
    page: the mark of the sort order, and for each of its terms whether it can be null."""

    number: int
    position: Position
    definition: GraphQLField
    node: FieldNode
    order: int | None = None
    terms: tuple[bool, ...] = ()
    check: Callable[[Arguments], Sequence[Asked | ClientError]] | None = None
    parameters: list[Parameter] = field(default_factory=list)

    def arguments(self, variables: VariableValues) -> dict[str, Any]:
        """The arguments as plain values, with enum values as names, and without arguments that a null variable makes
        invalid."""
        return self._coerced(variables)[0]

    def _coerced(self, variables: VariableValues) -> tuple[dict[str, Any], ClientError | None]:
        """The arguments, and the errors of those that are left out."""
        return self._literal or self._values(variables)

    @cached_property
    def _literal(self) -> tuple[dict[str, Any], ClientError | None] | None:
        """The same for all requests, where no variable is among the arguments."""
        return None if any(map(_has_variable, self.node.arguments or ())) else self._values(_NO_VARIABLES)

    def _values(self, variables: VariableValues) -> tuple[dict[str, Any], ClientError | None]:
        refusal = None
        try:
            values = get_argument_values(self.definition, self.node, variables)
        except GraphQLError:
            values, refusal = self._coerced_one_by_one(variables)
        return {name: plain(value) for name, value in values.items()}, refusal

    def _coerced_one_by_one(self, variables: VariableValues) -> tuple[dict[str, Any], ClientError | None]:
        given = {argument.name.value: argument for argument in self.node.arguments or ()}
        values: dict[str, Any] = {}
        refusal = None
        for name, definition in self.definition.args.items():
            try:
                coerce_argument(values, self.node, name, definition, given.get(name), variables, None)
            except GraphQLError:
                # Other errors are found before: in literals by validation, in variables when they are coerced.
                message = f"The argument `{name}` must not be null or contain null. Pass a value for its variable."
                refusal = refusal or ClientError(ErrorCode.BAD_USER_INPUT, message)
        return values, refusal

    def bind(self, variables: VariableValues, bound: Bound) -> None:
        """Computes every parameter. An invalid argument is recorded as the call's failure, as is one that is already
        known to be refused."""
        arguments, refusal = self._coerced(variables)
        bound.arguments[self.number] = arguments
        parameters = [parameter for parameter in self.parameters if parameter.stage is None]
        refusal = refusal or bound.refused.get(self.position)
        try:
            if refusal is not None:
                raise refusal
            if self.order is not None:
                bound.pages[self.number] = read_page(arguments, self.order, self.terms)
            if self.check is not None:
                bound.ids[self.number] = self.check(arguments)
            values = {parameter.name: parameter.value(arguments, bound) for parameter in parameters}
        except ClientError as error:
            bound.failures[self.number] = error
            values = _without_the_rest(parameters, arguments, bound)
        bound.values.update(values)

    def settle(self, bound: Bound) -> None:
        """Computes the parameters that depend on stages, after these."""
        for parameter in self.parameters:
            if parameter.stage is not None:
                bound.values[parameter.name] = parameter.value(bound.arguments[self.number], bound)


@dataclass
class Allowance:
    """How many rows that were found out beforehand one operation may still hand in to its statements."""

    rows: int = 20_000

    def take(self, number: int) -> None:
        """Uses this number of rows. Raises TOO_COMPLEX if fewer are left."""
        self.rows -= number
        if self.rows < 0:
            message = "The operation lists too many rows of too many objects. Request smaller pages, or fewer objects."
            raise ClientError(ErrorCode.TOO_COMPLEX, message)


@dataclass
class Bound:
    """A statement's parameters for one request, and what reading its row needs.

    `refused` has the errors of fields that are left out of the statement because their arguments are invalid. `days`
    are the dates that IDs of the result carry, as YYYY-MM-DD, by the parameters that hold them.
    """

    today: date
    refused: Mapping[Position, ClientError] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    arguments: dict[int, Arguments] = field(default_factory=dict)
    results: dict[int, Any] = field(default_factory=dict)
    pages: dict[int, Page] = field(default_factory=dict)
    ids: dict[int, Sequence[Asked | ClientError]] = field(default_factory=dict)
    failures: dict[int, ClientError] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)
    allowance: Allowance = field(default_factory=Allowance)

    def read_state(self) -> ReadState:
        """The state with which reading the row starts."""
        return ReadState(self.pages, self.ids, self.failures, self.results, self.days)


def _without_the_rest(parameters: Sequence[Parameter], arguments: Arguments, bound: Bound) -> dict[str, Any]:
    """The parameters of a failed call that serve other fields too, if they are valid."""
    values = {}
    for parameter in parameters:
        if parameter.shared:
            with suppress(ClientError):
                values[parameter.name] = parameter.value(arguments, bound)
    return values


def _has_variable(node: Node) -> bool:
    if isinstance(node, VariableNode):
        return True
    if isinstance(node, ArgumentNode | ObjectFieldNode):
        return _has_variable(node.value)
    inner = node.values if isinstance(node, ListValueNode) else node.fields if isinstance(node, ObjectValueNode) else ()
    return any(map(_has_variable, inner))


def plain(value: Any) -> Any:
    """A coerced argument with enum values as names instead of the schema's enum classes."""
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value
