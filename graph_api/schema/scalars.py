"""The scalars that are not GraphQL's own."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition, scalar

from graph_api.errors import ErrorCode

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_date(value: Any) -> date:
    """The day that the text names. Raises a GraphQL error BAD_DATE for anything but YYYY-MM-DD."""
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise GraphQLError("That is not a day: write it like 2024-03-01.", extensions={"code": ErrorCode.BAD_DATE.value})


SCALARS: dict[object, ScalarDefinition] = {
    date: scalar(
        name="Date",
        description="A day, written YYYY-MM-DD (ISO 8601).",
        serialize=str,
        parse_value=parse_date,
    )
}
