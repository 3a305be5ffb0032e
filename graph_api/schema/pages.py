"""Pages of lists: their types, and the arguments that select a page."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from inspect import Parameter
from typing import Annotated, Any, Generic, ParamSpec, TypeVar

import strawberry
from strawberry import UNSET

from graph_api.schema.arguments import FILTER
from graph_api.schema.fields import describe, related
from graph_api.schema.orders import Orders

T = TypeVar("T")
Options = ParamSpec("Options")
Method = TypeVar("Method", bound=Callable[..., Any])

First = Annotated[int | None, strawberry.argument(description="Returns the first *n* items, 1–100.")]
# No default in the schema: `first` has none when `last` is given.
_FirstOrLast = Annotated[
    int | None,
    strawberry.argument(description="Returns the first *n* items, 1–100 (default: 20, unless `last` is given)."),
]
_Last = Annotated[int | None, strawberry.argument(description="Returns the last *n* items, 1–100.")]
_After = Annotated[str | None, strawberry.argument(description="Returns the items after this cursor.")]
_Before = Annotated[str | None, strawberry.argument(description="Returns the items before this cursor.")]


def _argument(name: str, annotation: Any, default: Any = UNSET) -> Parameter:
    return Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, annotation=annotation, default=default)


_PAGING = (
    _argument("first", _FirstOrLast),
    _argument("after", _After),
    _argument("last", _Last),
    _argument("before", _Before),
)
# The arguments that `orderBy` precedes.
_AFTER_ORDER = frozenset({"as_of", "first"})


def with_paging(declare: Callable[Options, Callable[[Method], Any]]) -> Callable[Options, Callable[[Method], Any]]:
    """The decorator, which also adds the paging arguments to the method, and `orderBy` if the list has orders."""

    def declaring(*args: Options.args, **options: Options.kwargs) -> Callable[[Method], Any]:
        decorate, orders = declare(*args, **options), options.get("orders")

        def decorated(method: Method) -> Any:
            signature = inspect.signature(method)
            parameters = [*signature.parameters.values(), *_PAGING]
            if isinstance(orders, Orders):
                at = next(at for at, each in enumerate(parameters) if each.name in _AFTER_ORDER)
                parameters.insert(at, _argument("order_by", orders.argument))
            method.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
            field = decorate(method)
            for argument in field.arguments:
                # Strawberry finds no description beside the name of a type whose module is loaded later.
                if argument.python_name == "filter":
                    argument.description = FILTER
            return field

        return decorated

    return declaring


# Like `related`, for a connection.
listed = with_paging(related)


@strawberry.type
class PageInfo:
    """Information for paging through a list."""

    has_next_page: bool = strawberry.field(description="Whether there are items after this page.")
    has_previous_page: bool = strawberry.field(description="Whether there are items before this page.")
    start_cursor: str | None = strawberry.field(
        description="The cursor of the first item on the page. Null if the page is empty."
    )
    end_cursor: str | None = strawberry.field(
        description="The cursor of the last item on the page. Null if the page is empty."
    )


def cursor_of(item: str) -> Any:
    """The cursor of an edge's item."""
    return strawberry.field(description=f"The {item}'s cursor, for use in `after` or `before`.")


@strawberry.type
class Edge(Generic[T]):
    """An item of a list, with its cursor."""

    cursor: str = cursor_of("item")
    node: T = strawberry.field(description="The item itself.")


@strawberry.type
class Connection(Generic[T]):
    """A page of a list."""

    total_count: int = strawberry.field(description="The number of items on all pages.")
    page_info: PageInfo = strawberry.field(
        description="Whether there are more pages, and the cursors of the first and last item."
    )
    nodes: list[T] = strawberry.field(description="The items on the page.")
    edges: list[Edge[T]] = strawberry.field(description="The items on the page, each with its cursor.")


# `introduce` would come too late: Strawberry copies a generic type wherever an annotation names it.
describe(Edge, Connection)


def page(items: str, *, one: str, each: str, total: str | None = None) -> Callable[[type], type]:
    """A connection whose edges hold more than a cursor and a node. Decorates a class with the types of `nodes` and `edges`.

    The rest are words for the descriptions of its fields: `items` and `one` for the items and an item, `each` for what
    each edge has, `total` for what is counted, if it is called something else than `items`.
    """
    descriptions = {
        "total_count": f"The number of {total or items} on all pages.",
        "page_info": f"Whether there are more pages, and the cursors of the first and last {one}.",
        "nodes": f"The {items} on the page.",
        "edges": f"The {items} on the page, each with {each}.",
    }

    def declare(connection: type) -> type:
        connection.__annotations__ = {"total_count": int, "page_info": PageInfo} | connection.__annotations__
        for name, description in descriptions.items():
            setattr(connection, name, strawberry.field(description=description))
        return strawberry.type(connection)

    return declare
