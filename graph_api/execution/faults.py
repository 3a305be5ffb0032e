"""Errors in the value of a variable, in JSON terms, with their position in the value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from graphql import (
    GraphQLEnumType,
    GraphQLError,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    is_enum_type,
    is_input_object_type,
    is_list_type,
    is_non_null_type,
    is_required_input_field,
)

from graph_api.execution.messages import quoted

Path = tuple[str | int, ...]
_MOST_VALUES = 10
_LARGE = 10**15
_WANTED = {
    "Int": "a whole number of 32 bits",
    "Float": "a number",
    "Boolean": "true or false",
    "ID": "an ID",
    "Date": "a date like 2024-03-01",
}


class InputFault(NamedTuple):
    """An error, as the rest of a sentence about the value, its path, and the scalar's own error if there is one."""

    path: Path
    text: str
    error: GraphQLError | None = None


def faults(value: Any, type_: GraphQLInputType, path: Path = ()) -> Iterator[InputFault]:
    """All errors in the value with respect to the type."""
    if is_non_null_type(type_):
        assert isinstance(type_, GraphQLNonNull)
        if value is None:
            yield InputFault(path, "is null, but must have a value")
        else:
            yield from faults(value, type_.of_type, path)
    elif value is None:
        return
    elif is_list_type(type_):
        assert isinstance(type_, GraphQLList)
        for index, item in enumerate(value) if isinstance(value, list) else ():
            yield from faults(item, type_.of_type, (*path, index))
        if not isinstance(value, list):
            # A single value is coerced to a list of one.
            yield from faults(value, type_.of_type, path)
    elif is_input_object_type(type_):
        yield from _faults_of_object(value, type_, path)
    else:
        yield from _faults_of_leaf(value, type_, path)


def _faults_of_object(value: Any, type_: Any, path: Path) -> Iterator[InputFault]:
    if not isinstance(value, dict):
        yield InputFault(path, f"must be an object, but is {kind(value)}")
        return
    for name, field in type_.fields.items():
        if name in value:
            yield from faults(value[name], field.type, (*path, name))
        elif is_required_input_field(field):
            yield InputFault(path, f"lacks the field `{name}`, which must have a value")
    for name in value:
        if name not in type_.fields:
            yield InputFault(path, f"has a field {quoted(name)}, which `{type_.name}` lacks")


def _faults_of_leaf(value: Any, type_: Any, path: Path) -> Iterator[InputFault]:
    try:
        type_.coerce_input_value(value)
    except GraphQLError as error:
        own = error if error.extensions else None
        yield InputFault(path, f"must be {_wanted(type_)}, but is {kind(value)}", own)
    except (ValueError, OverflowError):
        yield InputFault(path, f"must be {_wanted(type_)}, but is {kind(value)}")


def _wanted(type_: Any) -> str:
    if is_enum_type(type_):
        assert isinstance(type_, GraphQLEnumType)
        names = list(type_.values)
        return "one of " + ", ".join(names[:_MOST_VALUES]) + (", …" if len(names) > _MOST_VALUES else "")
    return _WANTED.get(type_.name, "a text")


def kind(value: Any) -> str:
    """A description of a JSON value: short values as they are written, others by their type."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    if isinstance(value, int | float):
        return f"the number {value}" if abs(value) < _LARGE else "a number out of range"
    return "a list" if isinstance(value, list) else "an object"
