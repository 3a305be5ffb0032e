"""Forms: what of a request's variables decides how its statement is written. Requests of one form share a statement."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from enum import Enum
from typing import Any

from graph_api.compiler.ids import GlobalId, decode_id, slots
from graph_api.compiler.pages import MAX_SIZE
from graph_api.errors import ClientError


def form(variables: Mapping[str, Any], ids: frozenset[str]) -> Hashable:
    """The form of the variables; `ids` names those of type ID.

    Switches and enum values count as they are (directives, orders), ids by the type they name and by which of them carry
    the same day, input objects by the fields that are given, and everything else only by whether it is given at all.
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
        return _form_of_ids(value if isinstance(value, list) else [value])
    return "given"


def _form_of_ids(values: Sequence[str]) -> Hashable:
    if len(values) > MAX_SIZE:
        return "too many"
    ids = [_decoded(value) for value in values]
    return tuple(
        sorted({(found.type, slot) for found, slot in zip(ids, slots(found.day for found in ids), strict=True)})
    )


def _decoded(value: str) -> GlobalId:
    try:
        return decode_id(value)
    except ClientError:
        return GlobalId("", "")
