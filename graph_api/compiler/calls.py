"""Calls: a field's arguments on their way to a statement's parameters. Values never become text of the statement."""

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
from graph_api.compiler.shapes import Reading
from graph_api.errors import ClientError, ErrorCode

Arguments: TypeAlias = Mapping[str, Any]
# Where a field stands in the text of the document, and for what purpose its arguments are read.
Place: TypeAlias = tuple[int, str]

_NO_VARIABLES = VariableValues({}, {})


@dataclass(frozen=True)
class Parameter:
    """A parameter of the statement: its name, and its value from the arguments.

    A `shared` one serves other fields too, and does not depend on whether the rest of the arguments are right. One that
    is taken of a `stage` is worked out when that stage has been through.
    """

    name: str
    value: Callable[[Arguments, Bound], Any]
    shared: bool = False
    stage: int | None = None


@dataclass
class Call:
    """One use of a field with arguments, at a place of the document; `order` and `terms` are set where it asks for a page."""

    number: int
    place: Place
    definition: GraphQLField
    node: FieldNode
    order: int | None = None
    terms: int = 0
    check: Callable[[Arguments], Sequence[Asked | ClientError]] | None = None
    parameters: list[Parameter] = field(default_factory=list)

    def arguments(self, variables: VariableValues) -> dict[str, Any]:
        """The arguments as plain values, enum values by their names; without those that a null variable spoils."""
        return self._coerced(variables)[0]

    def _coerced(self, variables: VariableValues) -> tuple[dict[str, Any], ClientError | None]:
        """The arguments, and what is wrong with those that are left out."""
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
                # All else is refused before: literals by validation, variables when they are coerced to their types.
                message = f"The argument `{name}` must not be null or contain null. Pass a value for its variable."
                refusal = refusal or ClientError(ErrorCode.BAD_USER_INPUT, message)
        return values, refusal

    def bind(self, variables: VariableValues, bound: Bound) -> None:
        """Work out every parameter. A wrong argument is noted as the call's failure, and so is one known to be refused."""
        arguments, refusal = self._coerced(variables)
        bound.arguments[self.number] = arguments
        parameters = [parameter for parameter in self.parameters if parameter.stage is None]
        refusal = refusal or bound.refused.get(self.place)
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
        """Work out the parameters that are taken of stages, once these have been through."""
        for parameter in self.parameters:
            if parameter.stage is not None:
                bound.values[parameter.name] = parameter.value(bound.arguments[self.number], bound)


@dataclass
class Allowance:
    """How many rows that were found out beforehand one operation may still hand in to its statements."""

    rows: int = 20_000

    def take(self, number: int) -> None:
        """Use so many of them. Raises TOO_COMPLEX where there are not as many left."""
        self.rows -= number
        if self.rows < 0:
            message = (
                "The operation lists too much of too many objects: ask for smaller pages, or within a smaller place."
            )
            raise ClientError(ErrorCode.TOO_COMPLEX, message)


@dataclass
class Bound:
    """A statement's parameters worked out for one request, and what reading its answer needs.

    `refused` says of fields that are left out of the statement why: their arguments are wrong. `days` are the dates that ids
    of the answer carry, as YYYY-MM-DD, by the parameters that hold them. The `allowance` is that of the whole operation.
    """

    today: date
    refused: Mapping[Place, ClientError] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    arguments: dict[int, Arguments] = field(default_factory=dict)
    results: dict[int, Any] = field(default_factory=dict)
    pages: dict[int, Page] = field(default_factory=dict)
    ids: dict[int, Sequence[Asked | ClientError]] = field(default_factory=dict)
    failures: dict[int, ClientError] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)
    allowance: Allowance = field(default_factory=Allowance)

    def reading(self) -> Reading:
        """What reading the answer starts with."""
        return Reading(self.pages, self.ids, self.failures, self.results, self.days)


def _without_the_rest(parameters: Sequence[Parameter], arguments: Arguments, bound: Bound) -> dict[str, Any]:
    """The parameters of a call that has failed which serve other fields too, where nothing is wrong with them."""
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
    """A coerced argument without the enum classes of the schema: names instead."""
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value
