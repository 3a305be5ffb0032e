"""How a type of the schema says where its fields' values come from: thin wrappers of strawberry.field over sources.

Types of one module mention those of others by name only; `introduce` gives every module the names once all are there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from inspect import cleandoc
from types import ModuleType
from typing import Any, TypeVar

import strawberry

from graph_api.compiler.sources import (
    Argument,
    Between,
    Column,
    Computed,
    Constant,
    Identity,
    Predicate,
    Property,
    Reference,
    Refetch,
    Relation,
    Same,
    Source,
    Staged,
    Taken,
    Value,
)
from graph_api.resolvers.judging import Judged, Need

SOURCE = "source"
Resolver = TypeVar("Resolver", bound=Callable[..., Any])


def declared(source: Source, description: str, name: str | None = None) -> Any:
    """A field whose value comes from the source; `name` where it can't be the attribute's."""
    return strawberry.field(description=description, metadata={SOURCE: source}, name=name)


def stored(description: str, *, key: str, of: str | None = None, name: str | None = None) -> Any:
    """A property of the node or relation that the type is about, or of another of its row."""
    return declared(Property(key, of), description, name)


def column(description: str, name: str) -> Any:
    """A column of the row as it is."""
    return declared(Column(name), description)


def value(description: str, fragment: str, **given: str) -> Any:
    """A value fragment of the catalogue."""
    return declared(Value(fragment, given), description)


def same(description: str, **given: str) -> Any:
    """An object that the same row stands for."""
    return declared(Same(given), description)


def constant(description: str, name: str) -> Any:
    """A value that is the same for every object of a type."""
    return declared(Constant(name), description)


def identity(description: str, local: Property | Value | None = None) -> Any:
    """The global id."""
    return declared(Identity(local), description)


def computed(description: str, function: Callable[..., Any], **inputs: Any) -> Any:
    """A value that plain Python works out."""
    return declared(Computed(inputs, function), description)


def judged(description: str, needs: Need, take: Callable[[Judged, str], Any]) -> Any:
    """A value of what coverage rules found of the row's place."""
    return declared(Taken(Property("code"), Need, lambda _, level: needs.at(level), take), description)


def reference(description: str, key: str, among: frozenset[str]) -> Any:
    """What a pair of type and id names, which the property holds: something of one of the types."""
    return declared(Reference(Property(key), among), description)


def references(key: str, among: frozenset[str]) -> Callable[[Resolver], Any]:
    """What the pairs of type and id name that the property holds, each of one of the types; written as a method."""
    return _method(Reference(Property(key), among))


def found_out(
    needs: Callable[[Mapping[str, Any], str], Need],
    take: Callable[[Judged, Any], Any],
    arguments: Mapping[str, Argument],
) -> Callable[[Resolver], Any]:
    """A root field of what coverage rules found, written as a method."""
    return _method(Taken(None, Need, needs, take, arguments))


def related(
    fragment: str,
    *,
    given: Mapping[str, str] | None = None,
    arguments: Mapping[str, Argument | Staged] | None = None,
    once: Mapping[str, str] | None = None,
    orders: Mapping[str, Property | Value] | None = None,
    downward: bool = False,
    day: str = "asOf",
    name: str | None = None,
) -> Callable[[Resolver], Any]:
    """A field of the rows of a relation fragment, written as a method whose signature and docstring are the field's."""
    return _method(Relation(fragment, given or {}, arguments or {}, once or {}, orders or {}, downward, day), name)


def refetched(argument: str) -> Callable[[Resolver], Any]:
    """A field of what the global ids in an argument name, written as a method."""
    return _method(Refetch(argument))


def kept(description: str, fragment: str, convert: Callable[[Any], Any] | None = None, name: str | None = None) -> Any:
    """A field of a filter: keeps the rows of which the value fragment is true; `name` where it can't be the attribute's."""
    predicate = Predicate(fragment) if convert is None else Predicate(fragment, convert)
    return strawberry.field(description=description, default=strawberry.UNSET, metadata={SOURCE: predicate}, name=name)


def kept_among(description: str, fragment: str, staged: Staged) -> Any:
    """A field of a filter: keeps the rows of which the value fragment is true, given what was found out before."""
    predicate = Predicate(fragment, staged=staged)
    return strawberry.field(description=description, default=strawberry.UNSET, metadata={SOURCE: predicate})


def between(description: str, fragment: str) -> Any:
    """A field of a filter: keeps the rows whose value fragment lies in the range."""
    return strawberry.field(description=description, default=strawberry.UNSET, metadata={SOURCE: Between(fragment)})


def described(enum: type[Enum], description: str, values: Mapping[str, str]) -> None:
    """Make an enum one of the schema, each of its values described."""
    strawberry.enum(enum, description=description)
    for value_ in enum.__strawberry_definition__.values:  # type: ignore[attr-defined]
        value_.description = values[value_.name]


def introduce(*modules: ModuleType) -> None:
    """Give each module the types of all others, so that annotations that mention them can be read.

    (Strawberry reads annotations when the schema is built, in the namespace of the module that they stand in.)
    """
    types = {
        name: found
        for module in modules
        for name, found in vars(module).items()
        if getattr(found, "__module__", None) == module.__name__ and hasattr(found, "__strawberry_definition__")
    }
    for module in modules:
        for name, found in types.items():
            vars(module).setdefault(name, found)


def _method(source: Source, name: str | None = None) -> Callable[[Resolver], Any]:
    def declare(method: Resolver) -> Any:
        description = " ".join(cleandoc(method.__doc__ or "").split())
        return strawberry.field(resolver=method, description=description, metadata={SOURCE: source}, name=name)

    return declare
