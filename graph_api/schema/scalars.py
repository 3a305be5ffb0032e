"""Custom scalars."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from graphql import GraphQLError, StringValueNode, ValueNode
from strawberry.types.scalar import ScalarDefinition, scalar

from graph_api.errors import ErrorCode

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_date(value: Any, node: ValueNode | None = None) -> date:
    """Parses a date. Raises a GraphQL error BAD_DATE unless the text is a date in the format YYYY-MM-DD.

    `node` is the value's position in the document, if it has one.
    """
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    message = "Invalid date. Use the format YYYY-MM-DD, for example 2024-03-01."
    raise GraphQLError(message, node, extensions={"code": ErrorCode.BAD_DATE.value})


def parse_date_literal(node: ValueNode, _: Any = None) -> date:
    """Parses a date literal in a document. Raises a GraphQL error BAD_DATE with its position."""
    return parse_date(node.value if isinstance(node, StringValueNode) else None, node)


SCALARS: dict[object, ScalarDefinition] = {
    date: scalar(
        name="Date",
        description="A date without a time zone, written YYYY-MM-DD (ISO 8601).",
        specified_by_url="https://scalars.graphql.org/andimarek/local-date.html",
        serialize=str,
        parse_value=parse_date,
        parse_literal=parse_date_literal,
    )
}
