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
from graph_api.compiler.operation import Compilation
from graph_api.compiler.scope import Columns, Scope
from graph_api.compiler.sources import Choice, PlainColumn, Property, Value


def expression(compilation: Compilation, type_: GraphQLObjectType, source: Any, scope: Scope) -> str:
    """The Cypher of a value of the row."""
    match source:
        case Property():
            owner = source.of or compilation.model.rows[type_.name].main
            return f"{scope.variables[owner]}.{source.key}"
        case PlainColumn():
            return scope.variables[source.name]
        case Value():
            return value_of(compilation, compilation.model.fragment(source.fragment), scope.renamed(source.given))
        case Choice():
            return choice(compilation, type_, source, scope)
    message = f"{type_.name}: {source!r} is no value"
    raise LookupError(message)


def value_of(
    compilation: Compilation, fragment: Fragment, scope: Scope, parameters: Mapping[str, str] | None = None
) -> str:
    """A value fragment applied to the variables of the scope."""
    given = {name: scope.variables[name] for name in fragment.given}
    return compilation.names.use(fragment, given, {"as_of": scope.as_of, **(parameters or {})}).value()


def choice(compilation: Compilation, type_: GraphQLObjectType, source: Choice, scope: Scope) -> str:
    """The value of one of a folder's fragments, selected by the row; written once per row."""
    if source.as_of is not None:
        day = expression(compilation, type_, source.as_of, scope)
        scope = replace(scope, as_of=f"coalesce({day}, {scope.as_of})")
    which = expression(compilation, type_, source.by, scope)
    key = (source.folder, which, scope.as_of, *sorted(scope.variables.items()))
    if key not in compilation.choices:
        cases = " ".join(
            f"WHEN {quoted(fragment.name.partition('.')[2])} THEN {value_of(compilation, fragment, scope)}"
            for fragment in compilation.model.catalogue.folder(source.folder)
            if fragment.mode is Mode.VALUE
        )
        compilation.choices[key] = f"CASE {which} {cases} END"
    return compilation.choices[key]


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
