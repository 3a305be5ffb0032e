"""Values: the Cypher of scalar and enum fields, and of values computed in Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
)

from graph_api.catalogue import Fragment, Mode
from graph_api.compiler import shapes
from graph_api.compiler.context import Context
from graph_api.compiler.scope import Columns
from graph_api.compiler.sources import Choice, PlainColumn, Property, Value


def expression(context: Context, type_: GraphQLObjectType, source: Any) -> str:
    """The Cypher of a value of the row."""
    variables = context.scope.variables
    match source:
        case Property():
            owner = source.of or context.model.rows[type_.name].main
            return f"{variables[owner]}.{source.key}"
        case PlainColumn():
            return variables[source.name]
        case Value():
            inner = context.at(context.scope.renamed(source.given))
            return value_of(inner, context.model.fragment(source.fragment))
        case Choice():
            return choice(context, type_, source)
    message = f"{type_.name}: {source!r} is no value"
    raise LookupError(message)


def value_of(context: Context, fragment: Fragment, parameters: Mapping[str, str] | None = None) -> str:
    """A value fragment applied to the variables of the scope."""
    scope = context.scope
    given = {name: scope.variables[name] for name in fragment.given}
    return context.compilation.names.use(fragment, given, {"as_of": scope.as_of, **(parameters or {})}).value()


def choice(context: Context, type_: GraphQLObjectType, source: Choice) -> str:
    """The value of one of a folder's fragments, selected by the row; written once per row."""
    scope = context.scope
    if source.as_of is not None:
        day = expression(context, type_, source.as_of)
        scope = replace(scope, as_of=f"coalesce({day}, {scope.as_of})")
    which = expression(context, type_, source.by)
    key = (source.folder, which, scope.as_of, *sorted(scope.variables.items()))
    choices = context.compilation.choices
    if key not in choices:
        cases = " ".join(
            f"WHEN {quoted(fragment.name.partition('.')[2])} THEN {value_of(context.at(scope), fragment)}"
            for fragment in context.model.catalogue.folder(source.folder)
            if fragment.mode is Mode.VALUE
        )
        choices[key] = f"CASE {which} {cases} END"
    return choices[key]


def leaf(type_: GraphQLOutputType, expression: str, columns: Columns) -> shapes.Shape:
    """A scalar or enum, or a list of them."""
    named, nullable = get_named_type(type_), get_nullable_type(type_)
    assert is_leaf_type(named)
    convert = _conversion(named.name, named if isinstance(named, GraphQLEnumType) else None)
    if isinstance(nullable, GraphQLList):
        written = f"[item IN {expression} | toString(item)]" if named.name == "Date" else expression
        return shapes.LeafList(columns.add(written), not isinstance(nullable.of_type, GraphQLNonNull), convert)
    return shapes.Leaf(columns.add(f"toString({expression})" if named.name == "Date" else expression), convert)


def _conversion(name: str, enum: GraphQLEnumType | None) -> Callable[[Any], Any] | None:
    if name == "Float":
        return float
    return None if enum is None else _enum_conversion(enum)


def _enum_conversion(enum: GraphQLEnumType) -> Callable[[Any], Any]:
    names = frozenset(enum.values)
    # A value that is not in the enum is an error in the data, and becomes null like a missing one.
    return lambda value: value if value in names else None


def quoted(name: str) -> str:
    """A name of the schema or of a file as a Cypher string. It has only letters, digits and underscores."""
    return f"'{name}'"
