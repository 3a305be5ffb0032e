"""From an operation to its Cypher and the shape of its response. Pure: no database, no values, no clock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graphql import FragmentDefinitionNode, GraphQLObjectType, OperationDefinitionNode
from graphql.execution.values import VariableValues

# All but the shapes only register how sources are compiled.
from graph_api.compiler import grouping, references, refetch, relations, shapes, values  # noqa: F401
from graph_api.compiler.calls import Bound, Call, Position
from graph_api.compiler.model import Model
from graph_api.compiler.objects import Context, entry
from graph_api.compiler.operation import UNLIMITED, Compilation, OperationLimits
from graph_api.compiler.reader import Amiss, Reader, build_reader
from graph_api.compiler.scope import Columns, Scope
from graph_api.compiler.selection import Groups, collect
from graph_api.compiler.stages import Stage, Task
from graph_api.compiler.weights import Weight, entries, fullest, weigh
from graph_api.errors import ClientError, ErrorCode

_PARAMETER = re.compile(r"\$(\w+)")
_OF_SCHEMA = frozenset({"__schema", "__type"})
# Measured: the memory of a statement, per field of its shape, and per field with arguments with its part of the
# document.
_STATEMENT_BYTES, _ENTRY_BYTES, _CALL_BYTES = 10_000, 1_500, 5_000


@dataclass(frozen=True)
class Statement:
    """A Cypher text, the calls that fill its parameters, and the shape of its one row.

    The text is empty if nothing is read from the database. Introspection is left out. `dated` are the parameters with
    the dates that IDs of the result carry.
    """

    text: str
    calls: tuple[Call, ...]
    stages: tuple[Stage, ...]
    shape: shapes.Object
    reader: Reader
    weight: Weight
    dated: frozenset[str] = frozenset()

    @cached_property
    def size(self) -> int:
        """The approximate memory of the statement in bytes, including the parts of the document that it refers to."""
        fields = entries(self.shape) * _ENTRY_BYTES + len(self.calls) * _CALL_BYTES
        return _STATEMENT_BYTES + 2 * len(self.text) + fields

    @cached_property
    def ceiling(self) -> float:
        """The maximum size of the response in bytes, as far as its pages determine it."""
        return self.weight.most(fullest(call.number for call in self.calls))

    @cached_property
    def density(self) -> float:
        """The maximum number of response bytes per byte of the rows, if no arguments are invalid."""
        return self.weight.density()

    @cached_property
    def awaits_stages(self) -> bool:
        """Whether parameters depend on stages, so that these must run first."""
        return any(parameter.stage is not None for call in self.calls for parameter in call.parameters)

    def bind(self, variables: VariableValues, bound: Bound) -> Bound:
        """Computes the parameters for one request into `bound`."""
        for call in self.calls:
            call.bind(variables, bound)
        bound.days.update((name, bound.values[name].isoformat()) for name in self.dated)
        return bound

    def tasks(self, bound: Bound) -> dict[int, Task]:
        """The tasks of the stages for the request, by number. Errors are recorded as failures."""
        found = {stage.number: stage.task(bound) for stage in self.stages}
        return {number: task for number, task in found.items() if task is not None}

    def settle(self, results: Mapping[int, Any], bound: Bound, *, parameters: bool) -> None:
        """Computes the parameters that depend on the results of stages."""
        bound.results.update(results)
        if parameters:
            for call in self.calls:
                call.settle(bound)

    def refused(self, bound: Bound) -> dict[Position, ClientError]:
        """The fields whose arguments are invalid, by position, with their errors."""
        return {call.position: bound.failures[call.number] for call in self.calls if call.number in bound.failures}

    def refused_at_root(self, bound: Bound) -> list[tuple[ClientError, shapes.Path, bool]]:
        """The errors of root fields with invalid arguments, with their paths and whether they are nullable."""
        return [
            (bound.failures[entry.call], (entry.key,), entry.nullable)
            for entry in self.shape.entries
            if entry.call in bound.failures
        ]

    def read(self, row: shapes.Row, bound: Bound) -> tuple[Any, list[tuple[ClientError, shapes.Path]]]:
        """The data in the row, and its errors. No data if an error reaches the root."""
        if not bound.failures:
            try:
                return self.reader(row, bound.pages, bound.results, bound.days), []
            except Amiss:
                pass  # computed below
        state = bound.read_state()
        try:
            return self.shape.read(row, (), state), state.errors
        except shapes.Bubble as bubble:
            return None, [*state.errors, (bubble.error, bubble.path)]


@dataclass(frozen=True)
class CompiledOperation:
    """A query operation as one statement; a long one as several that run side by side, each for some of its root
    fields.

    `keys` are the keys of the response in order; `introspects` tells whether introspection is also selected.
    """

    statements: tuple[Statement, ...]
    keys: tuple[str, ...]
    introspects: bool

    @property
    def size(self) -> int:
        """The approximate memory in bytes."""
        return sum(statement.size for statement in self.statements)

    @cached_property
    def asks_graph(self) -> bool:
        """Whether the database is needed."""
        return any(statement.text or statement.stages for statement in self.statements)

    def data(self, parts: Sequence[Mapping[str, Any] | None]) -> dict[str, Any] | None:
        """The data of the response from that of each statement; None if one has none."""
        found: dict[str, Any] = {}
        for part in parts:
            if part is None:
                return None
            found.update(part)
        return found if len(parts) == 1 else {key: found[key] for key in self.keys if key in found}


def compile_operation(  # noqa: PLR0913 - an operation, and all that its text depends on
    model: Model,
    operation: OperationDefinitionNode,
    fragments: Mapping[str, FragmentDefinitionNode],
    variables: VariableValues,
    limits: OperationLimits = UNLIMITED,
    refused: Set[Position] = frozenset(),
) -> CompiledOperation:
    """The statements of a query operation, without fields whose arguments are `refused`.

    Raises `ClientError` TOO_COMPLEX above the limits.

    Only variables that change the form of a statement are considered: conditions of directives, which filters, orders
    and paging arguments are given, and the types of IDs. The result serves every request that agrees in these.
    """
    root = model.schema.query_type
    assert root is not None
    groups = collect(model.schema, fragments, variables.coerced, root, [operation.selection_set])
    introspects = any(nodes[0].name.value in _OF_SCHEMA for nodes in groups.values())
    asked = {key: nodes for key, nodes in groups.items() if nodes[0].name.value not in _OF_SCHEMA}
    statement, apart = _compiled(Compilation(model, fragments, variables, limits, refused), root, asked)
    statements = [statement]
    if len(statement.text) > limits.whole and len(apart) > 1:
        # Equal root fields become the same text, which the database plans once, however many there are.
        parts = ({key: asked[key] for key in keys} for keys in apart)
        statements = [
            _compiled(Compilation(model, fragments, variables, limits, refused), root, part)[0] for part in parts
        ]
    if sum(map(len, {each.text for each in statements})) > limits.characters:
        message = "The operation selects too many relations. Split it into smaller operations."
        raise ClientError(ErrorCode.TOO_COMPLEX, message)
    return CompiledOperation(tuple(statements), tuple(groups), introspects=introspects)


def _compiled(compilation: Compilation, root: GraphQLObjectType, asked: Groups) -> tuple[Statement, list[list[str]]]:
    """The statement of root fields that must share one, with their keys."""
    context = Context(compilation, Scope({}), Columns())
    fields = []
    for key, nodes in asked.items():
        compilation.root_key = key
        fields.append(entry(context, root, key, nodes))
    shape = shapes.Object(tuple(fields))
    listed = ",\n  ".join(context.columns.expressions)
    before = ", ".join(f"{once.text()} AS {once.variable}" for once in compilation.onces.values())
    text = f"{f'WITH {before} ' if before else ''}RETURN [\n  {listed}\n] AS answer" if listed else ""
    calls, stages = tuple(compilation.calls.values()), tuple(compilation.stages.values())
    named = set(_PARAMETER.findall(text))
    for call in calls:
        # Such as the rows of a list of which only the number is asked for.
        call.parameters = [each for each in call.parameters if each.stage is None or each.name in named]
    together = [once.root_keys for once in compilation.onces.values()]
    statement = Statement(text, calls, stages, shape, build_reader(shape), weigh(shape), frozenset(compilation.dated))
    return statement, _apart(list(asked), together)


def _apart(keys: Sequence[str], together: Iterable[Set[str]]) -> list[list[str]]:
    """The keys in groups that don't depend on each other."""
    groups = [{key} for key in keys]
    for needed in together:
        joined = [group for group in groups if group & needed]
        groups = [group for group in groups if not group & needed] + [set().union(*joined)]
    order = {key: number for number, key in enumerate(keys)}
    return sorted((sorted(group, key=order.__getitem__) for group in groups), key=lambda group: order[group[0]])
