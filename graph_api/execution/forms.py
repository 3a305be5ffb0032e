"""Forms: what of a request's variables decides how its statement is written. Requests of one form share a statement."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from enum import Enum
from typing import Any

from graph_api.compiler.ids import decode_id
from graph_api.errors import ClientError


def form(variables: Mapping[str, Any], ids: frozenset[str]) -> Hashable:
    """The form of the variables; `ids` names those of type ID.

    Switches and enum values count as they are (directives, orders), ids by the type they name, input objects by the
    fields that are given, and everything else only by whether it is given at all.
    """
    return tuple((name, _form(value, is_id=name in ids)) for name, value in sorted(variables.items()))


def _form(value: Any, *, is_id: bool) -> Hashable:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, dict):
        return tuple((name, _form(inner, is_id=False)) for name, inner in sorted(value.items()))
    if is_id:
        return tuple(sorted({_type(item) for item in (value if isinstance(value, list) else [value])}))
    return "given"


def _type(value: Any) -> str:
    try:
        return decode_id(value).type
    except ClientError:
        return ""
