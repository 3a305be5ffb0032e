"""POST and GET /graphql."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from graphql import GraphQLSyntaxError, OperationType, get_operation_ast, parse
from starlette.requests import Request as HttpRequest
from starlette.responses import Response

from graph_api.app import graphiql
from graph_api.app.failures import HttpFailure, failure_body
from graph_api.app.middleware import record_of
from graph_api.app.negotiation import MediaType, check_content_type, response_type, wants_page
from graph_api.app.requests import parse_body, parse_query, read_body

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from graph_api.app.middleware import RequestRecord
    from graph_api.execution import Answer, Engine, Request
    from graph_api.settings import Settings

_ALLOWED = {"allow": "GET, POST"}


class GraphQLEndpoint:
    """Answers GraphQL requests as the GraphQL-over-HTTP specification has it; shows GraphiQL to a browser."""

    def __init__(self, settings: Settings) -> None:
        self._limit = settings.max_document_bytes
        self._max_tokens = settings.max_tokens
        self._has_page = not settings.production

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102 - as ASGI has it
        http = HttpRequest(scope, receive)
        record = record_of(scope)
        try:
            response = await self._respond(http, record)
        except HttpFailure as failure:
            response = _refusal(failure, http, record)
        await response(scope, receive, send)

    async def _respond(self, http: HttpRequest, record: RequestRecord) -> Response:
        accept = http.headers.get("accept")
        if http.method == "POST":
            return await self._post(http, record, response_type(accept))
        if http.method not in ("GET", "HEAD"):
            raise HttpFailure(405, "Send a POST request, or a GET request for queries.", headers=_ALLOWED)
        if wants_page(accept):
            return self._page()
        return await self._get(http, record, response_type(accept, wildcards=False))

    async def _post(self, http: HttpRequest, record: RequestRecord, media_type: MediaType) -> Response:
        check_content_type(http.headers.get("content-type"))
        request = parse_body(await read_body(http, self._limit))
        answer = await _ask(http, request, record, queries_only=False)
        return _response(answer.body, _status(answer, media_type), media_type)

    async def _get(self, http: HttpRequest, record: RequestRecord, media_type: MediaType) -> Response:
        request = parse_query(http.query_params, self._limit)
        answer = await _ask(http, request, record, queries_only=True)
        response = _response(answer.body, _status(answer, media_type), media_type)
        if answer.has_data and not answer.errors:
            return _tagged(response, http.headers.get("if-none-match"))
        if not answer.has_data and _is_no_query(request, self._max_tokens):
            response.status_code = 405
            response.headers["allow"] = "POST"
        return response

    def _page(self) -> Response:
        if not self._has_page:
            raise HttpFailure(404, "There is no page here: send GraphQL requests as JSON by POST.")
        return graphiql.page()


async def _ask(http: HttpRequest, request: Request, record: RequestRecord, *, queries_only: bool) -> Answer:
    engine: Engine = http.app.state.engine
    record.operation_name = request.operation_name
    answer = await engine.answer(request, request_id=record.request_id, queries_only=queries_only)
    if answer.errors:
        record.error_codes = tuple(str(each.get("extensions", {}).get("code", "")) for each in answer.errors)
    return answer


def _tagged(response: Response, had: str | None) -> Response:
    """The response with a tag of its body, which the client may keep if it asks each time; 304 to one that has it already."""
    tag = f'"{blake2b(response.body, digest_size=16).hexdigest()}"'
    response.headers.update({"etag": tag, "cache-control": "private, no-cache"})
    if had is None or not {tag, "*"} & {each.strip().removeprefix("W/") for each in had.split(",")}:
        return response
    kept = {name: response.headers[name] for name in ("etag", "cache-control", "vary")}
    return Response(status_code=304, headers=kept)


def _refusal(failure: HttpFailure, http: HttpRequest, record: RequestRecord) -> Response:
    record.error_codes = (failure.code,)
    try:
        media_type = response_type(http.headers.get("accept"))
    except HttpFailure:
        media_type = MediaType.JSON
    response = _response(failure_body(failure.code, failure.message, record.request_id), failure.status, media_type)
    response.headers.update(failure.headers)
    return response


def _status(answer: Answer, media_type: MediaType) -> int:
    # Plain JSON can be a proxy's answer too, so its clients take the status for transport and read the errors.
    return 400 if media_type is MediaType.GRAPHQL and not answer.has_data else 200


def _is_no_query(request: Request, max_tokens: int) -> bool:
    """Whether the operation is of the kind that GET must not carry out; looked at only once the engine has refused it."""
    try:
        document = parse(request.query, no_location=True, max_tokens=max_tokens)
    except GraphQLSyntaxError:
        return False
    operation = get_operation_ast(document, request.operation_name)
    return operation is not None and operation.operation is not OperationType.QUERY


def _response(body: bytes, status: int, media_type: MediaType) -> Response:
    return Response(
        body,
        status,
        {"content-type": f"{media_type}; charset=utf-8", "cache-control": "no-store", "vary": "accept"},
    )
