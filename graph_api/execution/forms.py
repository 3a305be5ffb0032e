"""Forms: the part of a request's variables that decides the text of its statement. Requests of one form share a statement."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from enum import Enum
from typing import Any

from graph_api.compiler.ids import GlobalId, decode_id, slots
from graph_api.compiler.pages import MAX_SIZE
from graph_api.errors import ClientError


def form(variables: Mapping[str, Any], ids: frozenset[str], known: frozenset[str]) -> Hashable:
    """The form of the variables. `ids` names those of type ID, `known` the types that IDs may have: all unknown ones
    are alike.

    Booleans and enum values count as they are (directives, orders), IDs by their type and by which of them carry the
    same date, input objects by the given fields, and everything else only by whether it is given.
    """
    return tuple((name, _form(value, known if name in ids else None)) for name, value in sorted(variables.items()))


def _form(value: Any, known: frozenset[str] | None) -> Hashable:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, dict):
        return tuple((name, _form(inner, None)) for name, inner in sorted(value.items()))
    if known is not None:
        return _form_of_ids(value if isinstance(value, list) else [value], known)
    return "given"


def _form_of_ids(values: Sequence[str], known: frozenset[str]) -> Hashable:
    if len(values) > MAX_SIZE:
        return "too many"
    ids = [_decoded(value, known) for value in values]
    return tuple(
        sorted({(found.type, slot) for found, slot in zip(ids, slots(found.day for found in ids), strict=True)})
    )


def _decoded(value: str, known: frozenset[str]) -> GlobalId:
    try:
        found = decode_id(value)
    except ClientError:
        return GlobalId("", "")
    return found if found.type in known else GlobalId("", "")
