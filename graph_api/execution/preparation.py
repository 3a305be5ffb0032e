"""Preparation: from a request to a valid operation, its variables and its statements."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from graphql import GraphQLError, OperationType
from graphql.execution.values import VariableValues

from graph_api.caches import Budget, Cache
from graph_api.compiler.calls import Position
from graph_api.compiler.model import Model
from graph_api.compiler.operation import OperationLimits
from graph_api.compiler.statement import CompiledOperation, compile_operation
from graph_api.errors import ErrorCode
from graph_api.execution.background import Background
from graph_api.execution.documents import Document, Documents, Operation, RequestError
from graph_api.execution.forms import form
from graph_api.execution.requests import Request
from graph_api.settings import Settings

T = TypeVar("T")
# Parsing and compiling a document up to this length, in characters, blocks the event loop for a few milliseconds at
# most.
_SHORT = 1_000


@dataclass(frozen=True)
class Prepared:
    """A request that is ready to run."""

    request: Request
    document: Document
    operation: Operation
    variables: VariableValues
    compiled: CompiledOperation


class Preparation:
    """Prepares requests, and caches documents and statements. Long documents are processed outside the event loop."""

    def __init__(self, model: Model, settings: Settings, background: Background, budget: Budget) -> None:
        self._model = model
        self._limits = OperationLimits(characters=settings.max_statement_characters)
        self._documents = Documents(model.schema, settings, budget)
        self._compiled: Cache[tuple[str, str | None, Hashable, frozenset[Position]], CompiledOperation] = budget.cache(
            lambda compiled: compiled.size, share=0.15
        )
        self._background = background

    async def prepare(self, request: Request, *, queries_only: bool) -> Prepared:
        """The prepared request. Raises `RequestError`, or `ClientError` TOO_COMPLEX."""
        document = await self._document(request.query)
        operation = document.operation(request.operation_name)
        if queries_only and operation.node.operation is not OperationType.QUERY:
            message = "GET accepts queries only. Send this operation by POST."
            raise RequestError([GraphQLError(message)], ErrorCode.BAD_REQUEST)
        variables = operation.variables.values(request.variables)
        if isinstance(variables, list):
            raise RequestError(variables, ErrorCode.BAD_USER_INPUT)
        compiled = await self._compile(request, document, operation, variables)
        return Prepared(request, document, operation, variables, compiled)

    async def without(self, prepared: Prepared, refused: frozenset[Position]) -> CompiledOperation:
        """The operation without the fields whose arguments are invalid."""
        return await self._compile(prepared.request, prepared.document, prepared.operation, prepared.variables, refused)

    async def _document(self, text: str) -> Document:
        found = self._documents.find(text)
        if found is None:
            found = await self._computed(text, partial(self._documents.read, text))
            self._documents.put(text, found)
        return found

    async def _compile(
        self,
        request: Request,
        document: Document,
        operation: Operation,
        variables: VariableValues,
        refused: frozenset[Position] = frozenset(),
    ) -> CompiledOperation:
        form_ = form(variables.coerced, operation.ids, self._model.refetchable)
        key = (request.query, request.operation_name, form_, refused)
        found = self._compiled.get(key)
        if found is None:
            fragments, limits = document.fragments, self._limits
            make = partial(compile_operation, self._model, operation.node, fragments, variables, limits, refused)
            try:
                found = await self._computed(request.query, make)
            except GraphQLError as error:
                raise RequestError([error], ErrorCode.BAD_USER_INPUT) from error
            self._compiled.put(key, found)
        return found

    async def _computed(self, text: str, work: Callable[[], T]) -> T:
        """The result of work on the document with the text."""
        return work() if len(text) <= _SHORT else await self._background.run(work)
