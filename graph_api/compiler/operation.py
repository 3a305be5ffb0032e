"""The state of one compilation: names, calls, parameters and stages."""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLField,
    GraphQLObjectType,
    print_ast,
)
from graphql.execution.values import VariableValues, get_argument_values

from graph_api.compiler.calls import Arguments, Bound, Call, Parameter, Position, plain
from graph_api.compiler.ids import Asked
from graph_api.compiler.model import Model
from graph_api.compiler.pages import handed_in
from graph_api.compiler.scope import Names, Scope
from graph_api.compiler.selection import Groups, applies, beneath, collect, type_conditions
from graph_api.compiler.sources import Argument, Count, Staged, Sum
from graph_api.compiler.stages import Stage
from graph_api.errors import ClientError, ErrorCode


@dataclass(frozen=True)
class OperationLimits:
    """The maximum size of an operation: the number of compiled fields, and of characters of all its different
    statements.

    A field of an interface counts once per group of types for which it differs. An operation of up to `whole`
    characters is one statement, a longer one has a statement per root field.
    """

    fields: int = 10_000
    characters: int = 20_000
    whole: int = 10_000


UNLIMITED = OperationLimits(fields=sys.maxsize, characters=sys.maxsize, whole=sys.maxsize)


@dataclass(frozen=True)
class Once:
    """A value that is computed once in a statement: its variable, the function that writes its text when all fields
    are compiled, and the keys of the root fields that need it."""

    variable: str
    text: Callable[[], str]
    root_keys: set[str]


@dataclass
class Compilation:
    """What the compilation of one operation knows and has used so far.

    `measures` write a measure of a group, by the variable of the groups.
    """

    model: Model
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: VariableValues
    limits: OperationLimits
    refused: Set[Position] = frozenset()
    names: Names = field(default_factory=Names)
    calls: dict[Position, Call] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)
    dated: set[str] = field(default_factory=set)
    onces: dict[tuple[str, ...], Once] = field(default_factory=dict)
    choices: dict[Hashable, str] = field(default_factory=dict)
    measures: dict[str, Callable[[Count | Sum], str]] = field(default_factory=dict)
    stages: dict[tuple[int, str, type[Any], bool], Stage] = field(default_factory=dict)
    staged_by: dict[tuple[int, str], Stage] = field(default_factory=dict)
    fields: int = 0
    root_key: str = ""

    def count_fields(self, number: int = 1) -> None:
        """Counts compiled fields. Raises TOO_COMPLEX above the limit."""
        self.fields += number
        if self.fields > self.limits.fields:
            message = "The operation selects too many fields of objects that can have many types. Request less at once."
            raise ClientError(ErrorCode.TOO_COMPLEX, message)

    def groups(self, type_: GraphQLObjectType, nodes: list[FieldNode]) -> Groups:
        """The selected fields of an object of the type below a field."""
        return collect(self.model.schema, self.fragments, self.variables.coerced, type_, beneath(nodes))

    def conditions(self, nodes: list[FieldNode]) -> list[str]:
        """The type conditions of the fragments selected below a field."""
        return sorted(type_conditions(self.fragments, beneath(nodes)))

    def applicable(self, conditions: list[str], type_: GraphQLObjectType) -> tuple[bool, ...]:
        """The conditions that apply to the type."""
        return tuple(applies(self.model.schema, condition, type_) for condition in conditions)

    def call(self, purpose: str, field: GraphQLField, node: FieldNode) -> Call:
        """The call of a field at a position of the operation; one for all types of an interface that share a
        fragment."""
        position = (node.loc.start if node.loc else id(node), purpose)
        return self.calls.setdefault(position, Call(len(self.calls) + 1, position, field, node))

    def is_refused(self, call: Call) -> bool:
        """Whether the call's field is left out because its arguments are invalid."""
        return call.position in self.refused

    def known_arguments(self, field: GraphQLField, node: FieldNode) -> dict[str, Any]:
        """The arguments of a field whose value is computed in Python. An argument that is null is left out.

        Such arguments are nullable enums or booleans. These are part of the form of the variables, so that an operation
        is compiled for each of their values, and they are known here. Raises `LookupError` for any other argument.
        """
        for name, argument in field.args.items():
            if not isinstance(argument.type, GraphQLEnumType) and argument.type is not GraphQLBoolean:
                message = f"the argument {name} of {node.name.value} is no nullable enum or boolean"
                raise LookupError(message)
        given = get_argument_values(field, node, self.variables)
        return {name: plain(value) for name, value in given.items() if value is not None}

    def parameter(
        self,
        call: Call,
        name: str,
        value: Callable[[Arguments, Bound], Any],
        *,
        stage: int | None = None,
    ) -> str:
        """The parameter of the call, as it is written in the statement."""
        full = f"{name}_{call.number}"
        stages = {parameter.name: parameter.stage for parameter in call.parameters}
        if stages.get(full, stage) != stage:
            # A field of a fragment that is spread several times takes the results for its own date each time.
            full = f"{name}_{call.number}_of_{stage}"
        if full not in stages:
            call.parameters.append(Parameter(full, value, stage=stage))
        return f"${full}"

    def rooted(self, call: Call, argument: str = "asOf") -> Scope:
        """The scope below a root field: its date applies there, and IDs carry the date if it was given explicitly."""
        dated = call.arguments(self.variables).get(argument) is not None
        day = self._day(_written(call, argument), call, partial(_asked_day, argument), dated=dated)
        return Scope({}, day, call, dated=dated)

    def carried(self, call: Call, slot: int) -> Scope:
        """The scope below a root field for its IDs that carry the date with this number."""
        value = partial(_carried_day, call.number, slot)
        return Scope({}, self._day(f"{slot} of {call.number}", call, value, dated=True), call, dated=True)

    def stage(self, scope: Scope, kind: type[Any]) -> Stage:
        """The stage that serves the scope for needs of the kind."""
        assert scope.root is not None
        key = (scope.root.number, scope.as_of, kind, scope.narrow)
        number = len(self.stages) + 1
        return self.stages.setdefault(key, Stage(number, scope.root, scope.as_of, kind, self.model.area, scope.narrow))

    def staged(self, scope: Scope, call: Call, name: str, source: Staged) -> str:
        """The parameter of the call that comes from a stage, for objects of the scope's variants."""
        variants = scope.variants
        stage = self.stage(replace(scope, narrow=scope.narrow and not source.wide), source.kind)
        stage.want(call, source.needs, variants)
        self.staged_by[call.number, name] = stage

        def value(arguments: Arguments, bound: Bound) -> Any:
            result = source.take(bound.results[stage.number], arguments, variants)
            if source.counted:
                bound.allowance.take(len(result))
            return _page_of(result, call, bound, by_key=source.key is not None) if source.paged else result

        full = "_".join([name, *(variant.lower() for variant in variants)])
        return self.parameter(call, full, value, stage=stage.number)

    def total(self, call: Call, name: str, source: Staged, variants: tuple[str, ...]) -> str:
        """The parameter with the total number of rows, when a stage passes in a page of them by that name."""
        stage = self.staged_by[call.number, name]

        def value(arguments: Arguments, bound: Bound) -> Any:
            result = source.take(bound.results[stage.number], arguments, variants)
            return len(result) if source.key is None else {key: len(rows) for key, rows in result.items()}

        return self.parameter(call, f"total_{name}", value, stage=stage.number)

    def once(self, fragment: str, call: Call, as_of: str, arguments: Mapping[str, Argument]) -> str:
        """The variable of a value that is computed once, before everything else. Fields with equal arguments share
        it."""
        value = self.model.fragment(fragment)
        names = sorted(value.parameters & arguments.keys())
        key = (fragment, as_of, *(_written(call, arguments[name].name) for name in names))
        if key not in self.onces:
            number = len(self.onces) + 1
            parameters = {"as_of": as_of}
            for name in names:
                full = f"{name}_once_{number}"
                call.parameters.append(Parameter(full, given(arguments[name]), shared=True))
                parameters[name] = f"${full}"
            text = self.names.use(value, {}, parameters).value()
            self.onces[key] = Once(f"once_{number}", lambda: text, set())
        self.onces[key].root_keys.add(self.root_key)
        return self.onces[key].variable

    def before(self, call: Call, text: Callable[[], str]) -> str:
        """The variable of a value of one call that is computed before everything else."""
        once = Once(f"once_{len(self.onces) + 1}", text, {self.root_key})
        self.onces["call", str(call.number)] = once
        return once.variable

    def _day(self, given: str, call: Call, value: Callable[[Arguments, Bound], Any], *, dated: bool) -> str:
        """The parameter of the date of a root field. Fields with the same argument share one."""
        if given not in self.days:
            name = "as_of" if not self.days else f"as_of_{len(self.days) + 1}"
            call.parameters.append(Parameter(name, value, shared=True))
            self.days[given] = f"${name}"
            self.dated |= {name} if dated else set()
        return self.days[given]


def _written(call: Call, argument: str) -> str:
    """The value of a call's argument as written in the document; empty if it is not given."""
    return next((print_ast(given.value) for given in call.node.arguments or () if given.name.value == argument), "")


def given(argument: Argument) -> Callable[[Arguments, Bound], Any]:
    """The function that computes a parameter from the argument."""
    return lambda arguments, _: argument.of(arguments)


def _page_of(result: Any, call: Call, bound: Bound, *, by_key: bool) -> Any:
    """The rows that are handed in for a page of each list: a list of maps, or such lists by key.

    A row that is in several lists is made once. Raises TOO_COMPLEX where the operation has too many.
    """
    page = bound.pages[call.number]
    pages = {key: handed_in(rows, page) for key, rows in (result.items() if by_key else [("", result)])}
    bound.allowance.take(sum(map(len, pages.values())))
    made: dict[int, dict[str, Any]] = {}
    for row in chain.from_iterable(pages.values()):
        if id(row) not in made:
            made[id(row)] = row.row()
    listed = {key: [made[id(row)] for row in rows] for key, rows in pages.items()}
    return listed if by_key else listed[""]


def _asked_day(argument: str, arguments: Arguments, bound: Bound) -> Any:
    given = arguments.get(argument)
    return bound.today if given is None else given


def _carried_day(number: int, slot: int, _: Arguments, bound: Bound) -> date:
    asked = (found for found in bound.ids.get(number, ()) if isinstance(found, Asked) and found.slot == slot)
    return next((date.fromisoformat(found.id.day) for found in asked), bound.today)
