"""The engine: executes GraphQL requests with one Cypher statement each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

import orjson
import structlog
from graphql import (
    DocumentNode,
    GraphQLError,
    OperationDefinitionNode,
    SelectionSetNode,
    execute_sync,
)
from graphql.execution.values import VariableValues

from graph_api.caches import Budget
from graph_api.catalogue import Catalogue
from graph_api.compiler.calls import Allowance, Bound, Position
from graph_api.compiler.selection import collect
from graph_api.compiler.shapes import Path
from graph_api.compiler.statement import CompiledOperation
from graph_api.database import Database
from graph_api.deadlines import Deadline
from graph_api.errors import ClientError, ErrorCode, Preparing, TimedOut, Unavailable
from graph_api.execution.answer_cache import AnswerCache, key_of
from graph_api.execution.background import Background
from graph_api.execution.documents import RequestError
from graph_api.execution.locations import Locator
from graph_api.execution.messages import plain
from graph_api.execution.preparation import Preparation, Prepared
from graph_api.execution.requests import Answer, Request
from graph_api.execution.runner import Part, Runner
from graph_api.execution.warming import Report, Warming
from graph_api.resolvers.finders import Finders
from graph_api.schema import build_model
from graph_api.settings import IN_STATEMENTS, Settings

_log = structlog.get_logger(__name__)
# The part of an operation's time that counts as much.
_MUCH = 0.2
_NOTHING_REFUSED: Mapping[Position, ClientError] = {}
# The memory for documents and statements, whatever else is cached.
_PREPARED_BYTES = 16_000_000


@dataclass(frozen=True)
class _Ready:
    """An operation without its refused fields, and its statements with their parameters.

    `fatal` are the errors that leave no data.
    """

    compiled: CompiledOperation
    parts: Sequence[Part]
    fatal: list[tuple[ClientError, Path]] = field(default_factory=list)

    @property
    def asks_graph(self) -> bool:
        """Whether the database is needed."""
        return not self.fatal and self.compiled.asks_graph


class Engine:
    """Executes requests on one database. Safe for concurrent use.

    With `caching`, results are cached while the graph is unchanged.
    """

    def __init__(self, database: Database, catalogue: Catalogue, settings: Settings, *, caching: bool = False) -> None:
        caching = caching and settings.answer_cache_bytes > 0
        self._budget = budget = Budget(settings.answer_cache_bytes if caching else 0)
        self._database = database
        self._answers = AnswerCache(database, budget) if caching else None
        self._settings = settings
        self._fixed = {name: getattr(settings, name) for name in IN_STATEMENTS}
        self._model = build_model(catalogue)
        self._finders = Finders(database, catalogue, self._fixed, budget, caching=caching)
        self._background = Background()
        self._runner = Runner(database, self._finders, self._background)
        self._preparation = Preparation(self._model, settings, self._background, Budget(_PREPARED_BYTES))
        self._warming = Warming(self._ask, self._finders, database, settings.embedded_data / "asked.json")

    @property
    def budget(self) -> Budget:
        """The memory for responses and everything else that is cached from the graph."""
        return self._budget

    @property
    def warming(self) -> Warming:
        """The planning after a start, and its progress."""
        return self._warming

    async def answer(self, request: Request, *, request_id: str, queries_only: bool = False) -> Answer:
        """The response to a request. Client errors and failures of the database become errors in the response."""
        planned = self._database.planning.busy_seconds
        try:
            with Deadline(self._database.timer, lambda: self._out_of_time(planned)):
                return await self._answer(request, request_id, queries_only=queries_only)
        except ClientError as error:
            failure = error
            if error.code is ErrorCode.UNAVAILABLE:
                _log.warning("unavailable", request_id=request_id, reason=_reason(error))
        except UnicodeEncodeError:
            message = "A text contains a lone surrogate, which is not a valid character."
            failure = ClientError(ErrorCode.BAD_REQUEST, message)
        except Exception:
            _log.exception("request failed", request_id=request_id)
            failure = ClientError(ErrorCode.INTERNAL, "Internal server error.")
        return _answer(None, [(failure, ())], request_id, _nowhere)

    def _out_of_time(self, planned: float) -> ClientError:
        """The error of a request that ran out of time: if much of the time went into planning, it says when to retry.

        `planned` is the number of seconds spent on planning before the operation began.
        """
        planning, seconds = self._database.planning, self._database.seconds
        if planning.busy_seconds - planned > seconds * _MUCH:
            return Preparing(planning.retry_after())
        return TimedOut(seconds)

    async def warm(self, report: Report = lambda _done, _total: None) -> None:
        """Plans statements that would otherwise delay the first request. `report` receives the progress."""
        await self._warming.run(self._today(), report)

    async def run_rules_ahead(self) -> None:
        """Runs the rules of all cities as of today, so that no request waits for that. Raises the database's
        exceptions."""
        if self._answers is not None:
            await self._finders.run_rules_ahead(self._today())

    def day_ends(self) -> float:
        """The time at which today ends, in seconds since 1970."""
        tomorrow = self._today() + timedelta(days=1)
        return datetime.combine(tomorrow, time(), self._settings.zone).timestamp()

    async def _ask(self, request: Request) -> Answer:
        return await self.answer(request, request_id="warming")

    async def _answer(self, request: Request, request_id: str, *, queries_only: bool) -> Answer:
        try:
            prepared = await self._preparation.prepare(request, queries_only=queries_only)
        except RequestError as error:
            errors = [_formatted(found, error.code, request_id) for found in error.errors]
            return Answer(orjson.dumps({"errors": errors}), errors, has_data=False)
        # Operations that don't need the database work whether or not it can be reached.
        answers = self._answers
        if answers is None or not prepared.compiled.asks_graph:
            return await self._made(prepared, request_id)
        key = key_of(request, prepared.operation.declared, self._today())
        if key is None:
            return await self._made(prepared, request_id)
        try:
            return await answers.get(key, lambda: self._made(prepared, request_id))
        except Unavailable:
            # Nor does it need the database where all that is asked of the graph is refused.
            if (await self._ready(prepared)).asks_graph:
                raise
            return await self._made(prepared, request_id)

    async def _made(self, prepared: Prepared, request_id: str) -> Answer:
        data, found = await self._execute(prepared)
        locate = Locator(prepared.operation.node, prepared.document.fragments).locations if found else _nowhere
        return _answer(data, found, request_id, locate, of_graph=prepared.compiled.asks_graph)

    def _today(self) -> date:
        return self._settings.today()

    async def _execute(self, prepared: Prepared) -> tuple[Any, list[tuple[ClientError, Path]]]:
        ready = await self._ready(prepared)
        if ready.fatal:
            return None, ready.fatal
        compiled = ready.compiled
        found = await self._runner.run(ready.parts)
        data = compiled.data([data for data, _ in found])
        errors = [error for _, errors in found for error in errors]
        if compiled.introspects and data is not None:
            data, of_schema = await self._background.run(partial(self._with_introspection, prepared, data))
            errors = [*errors, *of_schema]
        return data, errors

    async def _ready(self, prepared: Prepared) -> _Ready:
        compiled, today = prepared.compiled, self._today()
        parts = self._bound(compiled, prepared.variables, today)
        refused = {place: why for part in parts for place, why in part.statement.refused(part.bound).items()}
        if refused:
            at_root = [each for part in parts for each in part.statement.refused_at_root(part.bound)]
            if not all(nullable for _, _, nullable in at_root):
                return _Ready(compiled, parts, [(error, path) for error, path, _ in at_root])
            # Nothing is done for a field whose arguments are refused.
            compiled = await self._preparation.without(prepared, frozenset(refused))
            parts = self._bound(compiled, prepared.variables, today, refused)
        return _Ready(compiled, parts)

    def _bound(
        self,
        compiled: CompiledOperation,
        variables: VariableValues,
        today: date,
        refused: Mapping[Position, ClientError] = _NOTHING_REFUSED,
    ) -> list[Part]:
        """The statements of an operation with the parameters of a request."""
        values, allowance, parts = {**self._fixed, "today": today}, Allowance(), []
        for statement in compiled.statements:
            bound = statement.bind(variables, Bound(today, refused, dict(values), allowance=allowance))
            parts.append(Part(statement, bound, statement.tasks(bound)))
        return parts

    def _with_introspection(
        self, prepared: Prepared, data: Mapping[str, Any]
    ) -> tuple[dict[str, Any], list[tuple[ClientError, Path]]]:
        """The data together with introspection, which graphql-core executes, and its errors."""
        document, operation, variables = prepared.document, prepared.operation, prepared.variables
        root = self._model.schema.query_type
        assert root is not None
        groups = collect(
            self._model.schema, document.fragments, variables.coerced, root, [operation.node.selection_set]
        )
        asked = tuple(node for nodes in groups.values() for node in nodes if node.name.value in {"__schema", "__type"})
        only = OperationDefinitionNode(
            operation=operation.node.operation,
            name=operation.node.name,
            variable_definitions=operation.node.variable_definitions,
            directives=(),
            selection_set=SelectionSetNode(selections=asked),
        )
        found = execute_sync(
            self._model.schema,
            DocumentNode(definitions=(only, *document.fragments.values())),
            variable_values={name: source.value for name, source in variables.sources.items()},
        )
        answers = found.data or {}
        errors = [
            (ClientError(ErrorCode.BAD_USER_INPUT, plain(error.message)), tuple(error.path or ()))
            for error in found.errors or ()
        ]
        return {key: answers[key] if key in answers else data.get(key) for key in groups}, errors


def _answer(
    data: Any,
    found: Sequence[tuple[ClientError, Path]],
    request_id: str,
    locations: Callable[[Path], list[dict[str, int]]],
    *,
    of_graph: bool = False,
) -> Answer:
    errors = [_located(error, path, locations(path), request_id) for error, path in found]
    body = orjson.dumps({"data": data, "errors": errors} if errors else {"data": data})
    return Answer(body, errors, has_data=True, of_graph=of_graph)


def _nowhere(_: Path) -> list[dict[str, int]]:
    return []


def _reason(error: ClientError) -> str:
    """The reason for the log: the message for the client, and its cause."""
    return error.message if error.__cause__ is None else f"{error.message} {error.__cause__!r}"


def _located(error: ClientError, path: Path, locations: list[dict[str, int]], request_id: str) -> dict[str, Any]:
    """The error of a field; without a path, that of the whole request."""
    of_field = {"locations": locations, "path": list(path)} if path else {}
    extensions: dict[str, Any] = {"code": error.code.value, "requestId": request_id}
    if error.retry_after is not None:
        extensions["retryAfter"] = error.retry_after
    return {"message": error.message, **of_field, "extensions": extensions}


def _formatted(error: GraphQLError, code: ErrorCode, request_id: str) -> dict[str, Any]:
    own = (error.extensions or {}).get("code", code.value)
    formatted = {**error.formatted, "message": plain(error.message)}
    return {**formatted, "extensions": {"code": own, "requestId": request_id}}
