"""POST and GET /graphql."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphql import GraphQLSyntaxError, OperationType, get_operation_ast, parse
from starlette.requests import Request as HttpRequest

from graph_api.app import graphiql
from graph_api.app.disconnects import while_there
from graph_api.app.failures import HttpFailure
from graph_api.app.fields import text
from graph_api.app.middleware import record_of
from graph_api.app.negotiation import MediaType, check_content, response_type, wants_page
from graph_api.app.requests import BodyReader, check_encoding, parse_body, parse_query
from graph_api.app.responses import compressed, json_response, refusal, tagged
from graph_api.app.sites import allowed_origins, check_site

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import Receive, Scope, Send

    from graph_api.app.middleware import RequestRecord
    from graph_api.execution import Answer, Engine, Request
    from graph_api.settings import Settings

_ALLOWED = {"allow": "GET, HEAD, POST"}
_ONLY_BY_POST = {"allow": "POST"}


class GraphQLEndpoint:
    """Serves GraphQL requests by the GraphQL-over-HTTP specification, and GraphiQL to browsers."""

    def __init__(self, settings: Settings) -> None:
        self._limit = settings.max_document_bytes
        self._max_tokens = settings.max_tokens
        self._has_page = not settings.production
        self._bodies = BodyReader(self._limit)
        self._origins = allowed_origins(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102 - as ASGI has it
        record = record_of(scope)
        try:
            response = await self._respond(HttpRequest(scope, receive), record)
        except HttpFailure as failure:
            response = refusal(failure, record)
        await response(scope, receive, send)

    async def _respond(self, http: HttpRequest, record: RequestRecord) -> Response:
        fields = record.fields
        accept = text(fields, b"accept")
        is_get = http.method in ("GET", "HEAD")
        shows_page = is_get and wants_page(accept)
        check_site(fields, self._origins, for_page=shows_page)
        if not is_get and http.method != "POST":
            raise HttpFailure(405, "Send a POST request, or a GET request for queries.", headers=_ALLOWED)
        if b"websocket" in fields.get(b"upgrade", b"").lower():
            message = "Subscriptions and WebSockets are not supported. Send queries by POST."
            raise HttpFailure(400, message)
        if shows_page:
            return self._page(record)
        media_type = response_type(accept)
        return await (self._get if is_get else self._post)(http, record, media_type)

    async def _post(self, http: HttpRequest, record: RequestRecord, media_type: MediaType) -> Response:
        fields = record.fields
        check_content(text(fields, b"content-type"), text(fields, b"content-encoding"))
        request = parse_body(await self._bodies.read(http.receive, fields))
        answer = await _ask(http, request, record, queries_only=False)
        return await compressed(_response(answer, media_type), fields, http.app.state.compressor)

    async def _get(self, http: HttpRequest, record: RequestRecord, media_type: MediaType) -> Response:
        check_encoding(http.scope["query_string"])
        request = parse_query(http.query_params, self._limit)
        answer = await _ask(http, request, record, queries_only=True)
        if not answer.has_data and _is_no_query(request, self._max_tokens):
            message = "GET accepts queries only. Send this operation by POST."
            raise HttpFailure(405, message, headers=_ONLY_BY_POST)
        response = await compressed(_response(answer, media_type), record.fields, http.app.state.compressor)
        return tagged(response, record.fields) if answer.has_data and not answer.errors else response

    def _page(self, record: RequestRecord) -> Response:
        if not self._has_page:
            raise HttpFailure(404, "There is no page here. Send GraphQL requests as JSON by POST.")
        return tagged(graphiql.page(), record.fields, "no-cache")


async def _ask(http: HttpRequest, request: Request, record: RequestRecord, *, queries_only: bool) -> Answer:
    engine: Engine = http.app.state.engine
    record.operation_name = request.operation_name
    work = engine.answer(request, request_id=record.request_id, queries_only=queries_only)
    answer = await while_there(http.scope, http.receive, work)
    if answer.errors:
        record.error_codes = tuple(str(each.get("extensions", {}).get("code", "")) for each in answer.errors)
    return answer


def _response(answer: Answer, media_type: MediaType) -> Response:
    # Plain JSON can also come from a proxy, so its clients use the status for the transport and read the errors.
    status = 400 if media_type is MediaType.GRAPHQL and not answer.has_data else 200
    return json_response(answer.body, status, media_type)


def _is_no_query(request: Request, max_tokens: int) -> bool:
    """Whether the operation is one that GET must not run; checked only after the engine has refused it."""
    try:
        document = parse(request.query, no_location=True, max_tokens=max_tokens)
    except GraphQLSyntaxError:
        return False
    operation = get_operation_ast(document, request.operation_name)
    return operation is not None and operation.operation is not OperationType.QUERY
