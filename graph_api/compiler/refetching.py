"""Refetching: what global ids name, each type found by its own index."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from graphql import FieldNode, GraphQLField, GraphQLList, get_nullable_type

from graph_api.compiler import shapes
from graph_api.compiler.calls import Arguments, Bound, Call
from graph_api.compiler.ids import decode_id
from graph_api.compiler.operation import Compilation
from graph_api.compiler.pages import MAX_SIZE
from graph_api.compiler.scope import Columns, Scope
from graph_api.compiler.sources import Refetch
from graph_api.compiler.values import value_of
from graph_api.errors import ClientError, ErrorCode


def refetch(
    compilation: Compilation, source: Refetch, field: GraphQLField, nodes: list[FieldNode], columns: Columns
) -> tuple[shapes.Shape, int]:
    """What global ids name: a column a type, so that each type is found by its own index."""
    call = compilation.call("nodes", field, nodes[0])
    scope = compilation.rooted(call)
    many = isinstance(get_nullable_type(field.type), GraphQLList)
    call.check = check = _ids(source.argument, compilation.model.refetchable)
    names = _types(check, call.arguments(compilation.variables))
    found: dict[str, int] = {}
    types: dict[str, shapes.Shape] = {}
    for name in names:
        found[name], types[name] = _refetched(compilation, name, call, nodes, scope, columns)
    return shapes.Refetched(call.number, found, types, many), call.number


def _refetched(
    compilation: Compilation, name: str, call: Call, nodes: list[FieldNode], scope: Scope, columns: Columns
) -> tuple[int, shapes.Shape]:
    """The column with the things of one type, each row beginning with its id."""
    row, type_ = compilation.model.rows[name], compilation.model.object(name)
    assert row.refetch is not None
    ids = compilation.parameter(call, f"{name.lower()}_ids", _local_ids(call.number, name), instead=[])
    compilation.names.count += 1
    wanted = f"id_{compilation.names.count}"
    staged = {parameter: compilation.staged(scope, call, parameter, source) for parameter, source in row.staged.items()}
    parameters = {"as_of": scope.as_of, "id": wanted, **staged}
    use = compilation.names.use(compilation.model.fragment(row.refetch), {}, parameters)
    inner = replace(scope, variables=use.columns)
    if row.main not in inner.variables:
        inner = inner.also(use.fragment.columns[0].name, [row.main])
    tests = [f"{inner.variables[row.main]}:{row.of}"] if row.of else []
    if row.exists:
        tests.append(
            value_of(compilation, compilation.model.fragment(row.exists), compilation.objects.entered(type_, inner))
        )
    gathered = Columns()
    shape = compilation.objects.object(
        type_, compilation.groups(type_, nodes), compilation.objects.entered(type_, inner), gathered
    )
    # In a subquery of its own the fragment may use WITH and still not lose sight of the id.
    found = f"head(COLLECT {{ {use.head(tests)} RETURN {gathered.listed()} }})"
    text = f"COLLECT {{ UNWIND {ids} AS {wanted} RETURN [{wanted}, {found}] }}"
    return columns.add(text), shape


def _types(check: Callable[[Arguments], list[Any]], arguments: Arguments) -> list[str]:
    """The types that the ids name; none where the arguments are refused, which is told when they are bound."""
    try:
        asked = check(arguments)
    except ClientError:
        return []
    return sorted({found.type for found in asked if found is not None and not isinstance(found, ClientError)})


def _local_ids(number: int, type_name: str) -> Callable[[Arguments, Bound], list[str]]:
    def value(_: Arguments, bound: Bound) -> list[str]:
        ids = (found for found in bound.ids[number] if found is not None and not isinstance(found, ClientError))
        return sorted({found.local for found in ids if found.type == type_name})

    return value


def _ids(argument: str, known: frozenset[str]) -> Callable[[Arguments], list[Any]]:
    def check(arguments: Arguments) -> list[Any]:
        given = arguments[argument]
        values = given if isinstance(given, list) else [given]
        if len(values) > MAX_SIZE:
            raise ClientError(ErrorCode.BAD_PAGE, f"`{argument}` has {len(values)} ids: ask for at most {MAX_SIZE}.")
        return [_decoded(value, known) for value in values]

    return check


def _decoded(value: str, known: frozenset[str]) -> Any:
    try:
        found = decode_id(value)
    except ClientError as error:
        return error
    if found.type not in known:
        return ClientError(ErrorCode.BAD_ID, "That id names no type of this API. Pass an id as an answer gave it.")
    return found
