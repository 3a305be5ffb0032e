"""From an operation to one Cypher statement and the shape of its answer. Pure: no database, no values, no clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import FragmentDefinitionNode, OperationDefinitionNode
from graphql.execution.values import VariableValues

from graph_api.compiler import shapes
from graph_api.compiler.calls import Bound, Call
from graph_api.compiler.model import Model
from graph_api.compiler.objects import ObjectCompiler
from graph_api.compiler.operation import UNLIMITED, Compilation, Limits
from graph_api.compiler.reader import Amiss, Reader, build_reader
from graph_api.compiler.scope import Columns, Scope
from graph_api.compiler.selection import collect
from graph_api.compiler.stages import Stage, Task
from graph_api.errors import ClientError, ErrorCode


@dataclass(frozen=True)
class Statement:
    """A compiled operation: the Cypher text, the calls that fill its parameters, and the shape of its one row.

    The text is empty where nothing is asked of the database. What is asked of the schema itself is left out.
    """

    text: str
    calls: tuple[Call, ...]
    stages: tuple[Stage, ...]
    shape: shapes.Object
    reader: Reader
    introspects: bool

    @property
    def awaits_stages(self) -> bool:
        """Whether parameters depend on what the stages find out, so that these have to go first."""
        return any(parameter.stage is not None for call in self.calls for parameter in call.parameters)

    def bind(self, variables: VariableValues, bound: Bound) -> Bound:
        """Work out the parameters for one request into `bound`."""
        for call in self.calls:
            call.bind(variables, bound)
        return bound

    def tasks(self, bound: Bound) -> dict[int, Task]:
        """What the stages have to find out for the request, by their numbers."""
        found = {stage.number: stage.task(bound) for stage in self.stages}
        return {number: task for number, task in found.items() if task is not None}

    def settle(self, results: Mapping[int, Any], bound: Bound) -> None:
        """Work out the parameters that depend on what the stages found out."""
        bound.results.update(results)
        for call in self.calls:
            call.settle(bound)

    def read(self, row: shapes.Row, bound: Bound) -> tuple[Any, list[tuple[ClientError, shapes.Path]]]:
        """The data that the row holds, and the errors in it; no data where an error reaches the top."""
        if not bound.failures:
            try:
                return self.reader(row, bound.pages, bound.results), []
            except Amiss:
                pass  # found out below
        reading = bound.reading()
        try:
            return self.shape.read(row, (), reading), reading.errors
        except shapes.Bubble as bubble:
            return None, [*reading.errors, (bubble.error, bubble.path)]


def compile_operation(
    model: Model,
    operation: OperationDefinitionNode,
    fragments: Mapping[str, FragmentDefinitionNode],
    variables: VariableValues,
    limits: Limits = UNLIMITED,
) -> Statement:
    """The statement of a query operation. Raises `ClientError` TOO_COMPLEX for one beyond the limits.

    Of the variables only what changes the statement's form is looked at: conditions of directives, which filters, order
    and paging arguments are given, and the types of ids. A statement serves every request that agrees in those.
    """
    root = model.schema.query_type
    assert root is not None
    compilation = Compilation(model, fragments, variables, limits)
    compilation.objects = ObjectCompiler(compilation)
    groups = collect(model.schema, fragments, variables.coerced, root, [operation.selection_set])
    asked = {key: nodes for key, nodes in groups.items() if nodes[0].name.value not in {"__schema", "__type"}}
    columns = Columns()
    shape = compilation.objects.object(root, asked, Scope({}), columns)
    listed = ",\n  ".join(columns.expressions)
    before = ", ".join(f"{value} AS {name}" for name, value in compilation.onces.values())
    text = f"{f'WITH {before} ' if before else ''}RETURN [\n  {listed}\n] AS answer" if listed else ""
    if len(text) > limits.characters:
        message = "The operation asks for too many relations at once: send several smaller ones."
        raise ClientError(ErrorCode.TOO_COMPLEX, message)
    calls = tuple(compilation.calls.values())
    stages = tuple(compilation.stages.values())
    return Statement(text, calls, stages, shape, build_reader(shape), introspects=len(asked) < len(groups))
