"""Thin wrappers of strawberry.field that declare the source of each field's value.

Modules name the types of other modules in annotations only; `introduce` adds those names to every module afterwards, and
makes each type's docstring its description.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import cleandoc
from types import ModuleType
from typing import Any, TypeVar

import strawberry

from graph_api.compiler.sources import (
    Argument,
    Between,
    Computed,
    Constant,
    Count,
    FromStage,
    Grouped,
    Identity,
    PlainColumn,
    Predicate,
    Property,
    Reference,
    Refetch,
    Relation,
    Same,
    Source,
    Staged,
    Sum,
    Value,
)
from graph_api.resolvers.rule_runner import RuleNeed, RuleRun

SOURCE = "source"
Resolver = TypeVar("Resolver", bound=Callable[..., Any])


def declared(source: Source, description: str, name: str | None = None) -> Any:
    """A field whose value comes from the source. `name` is its name in the schema, if it differs from the attribute's."""
    return strawberry.field(description=description, metadata={SOURCE: source}, name=name)


def stored(description: str, *, key: str, of: str | None = None, name: str | None = None) -> Any:
    """A property of the type's main node or relation, or of another column of its row."""
    return declared(Property(key, of), description, name)


def column(description: str, name: str) -> Any:
    """A column of the row, unchanged."""
    return declared(PlainColumn(name), description)


def value(description: str, fragment: str, **given: str) -> Any:
    """A value fragment of the catalogue."""
    return declared(Value(fragment, given), description)


def counted(description: str, fragment: str | None = None) -> Any:
    """The number of rows of a group, or of those for which the value fragment is true."""
    return declared(Count(None if fragment is None else Value(fragment)), description)


def summed(description: str, of: Property | Value) -> Any:
    """The sum of a number over the rows of a group."""
    return declared(Sum(of), description)


def same(description: str, **given: str) -> Any:
    """An object that is read from the same row."""
    return declared(Same(given), description)


def constant(description: str, name: str) -> Any:
    """A value that is the same for every object of a type."""
    return declared(Constant(name), description)


def identity(description: str, local: Property | Value | None = None) -> Any:
    """The global ID."""
    return declared(Identity(local), description)


def computed(description: str, function: Callable[..., Any], **inputs: Any) -> Any:
    """A value computed by a Python function."""
    return declared(Computed(inputs, function), description)


def computing(function: Callable[..., Any], **inputs: Any) -> Callable[[Resolver], Any]:
    """A value computed by a Python function, also from the field's arguments. Decorates a method."""
    return _method(Computed(inputs, function))


def method(name: str) -> Callable[[Resolver], Any]:
    """A method of a plain Python object, which takes the field's arguments. Decorates a method with the same name."""
    return _method(None, name)


def from_findings(description: str, needs: RuleNeed, take: Callable[[RuleRun, str], Any]) -> Any:
    """A value computed from the findings of the row's place."""
    return declared(FromStage(Property("code"), RuleNeed, lambda _, level: needs.at(level), take), description)


def reference(description: str, key: str, among: frozenset[str]) -> Any:
    """The object, of one of the types, that the property refers to by a pair of type and ID."""
    return declared(Reference(Property(key), among), description)


def references(key: str, among: frozenset[str]) -> Callable[[Resolver], Any]:
    """The objects, each of one of the types, that the property refers to by pairs of type and ID. Decorates a method."""
    return _method(Reference(Property(key), among))


def found_out(
    needs: Callable[[Mapping[str, Any], str], RuleNeed],
    take: Callable[[RuleRun, Any], Any],
    arguments: Mapping[str, Argument],
) -> Callable[[Resolver], Any]:
    """A root field computed from the findings of coverage rules. Decorates a method."""
    return _method(FromStage(None, RuleNeed, needs, take, arguments))


def related(
    fragment: str,
    *,
    given: Mapping[str, str] | None = None,
    arguments: Mapping[str, Argument | Staged] | None = None,
    once: Mapping[str, str] | None = None,
    total: str | None = None,
    orders: Mapping[str, str | Property | Value] | None = None,
    downward: bool = False,
    day: str = "asOf",
    name: str | None = None,
    deprecated: str | None = None,
) -> Callable[[Resolver], Any]:
    """A field that lists the rows of a relation fragment. Decorates a method, whose docstring is the description.

    `deprecated` is the reason why clients should no longer use the field.
    """
    return _method(
        Relation(fragment, given or {}, arguments or {}, once or {}, total, orders or {}, downward, day),
        name,
        deprecated,
    )


def grouped(source: Grouped) -> Callable[[Resolver], Any]:
    """A root field that lists groups of rows. Decorates a method, whose docstring is the description."""
    return _method(source)


def refetched(argument: str) -> Callable[[Resolver], Any]:
    """A field that fetches objects by the global IDs in an argument. Decorates a method."""
    return _method(Refetch(argument))


def where(description: str, fragment: str, convert: Callable[[Any], Any] | None = None, name: str | None = None) -> Any:
    """A field of a filter: selects the rows for which the value fragment is true. `name`: see `declared`."""
    predicate = Predicate(fragment) if convert is None else Predicate(fragment, convert)
    return strawberry.field(description=description, default=strawberry.UNSET, metadata={SOURCE: predicate}, name=name)


def where_among(description: str, fragment: str, staged: Staged) -> Any:
    """A field of a filter: selects the rows for which the value fragment is true, given the results of a stage."""
    predicate = Predicate(fragment, staged=staged)
    return strawberry.field(description=description, default=strawberry.UNSET, metadata={SOURCE: predicate})


def between(description: str, fragment: str) -> Any:
    """A field of a filter: selects the rows whose value fragment lies in the range."""
    return strawberry.field(description=description, default=strawberry.UNSET, metadata={SOURCE: Between(fragment)})


def describe(*types: type) -> None:
    """Make each type's docstring its description, which Strawberry does not."""
    for documented in types:
        documented.__strawberry_definition__.description = _docstring(documented)  # type: ignore[attr-defined]


def introduce(*modules: ModuleType) -> None:
    """Describe the types of all modules, and add them to the namespace of each, so that annotations can name them.

    Strawberry resolves annotations in the module's own namespace, when the schema is built.
    """
    types = {
        name: found
        for module in modules
        for name, found in vars(module).items()
        if getattr(found, "__module__", None) == module.__name__ and hasattr(found, "__strawberry_definition__")
    }
    describe(*types.values())
    for module in modules:
        for name, found in types.items():
            vars(module).setdefault(name, found)


def _docstring(documented: Any) -> str:
    """The docstring in one line."""
    return " ".join(cleandoc(documented.__doc__ or "").split())


def _method(source: Source | None, name: str | None = None, deprecated: str | None = None) -> Callable[[Resolver], Any]:
    metadata = {} if source is None else {SOURCE: source}

    def declare(method: Resolver) -> Any:
        return strawberry.field(
            resolver=method,
            description=_docstring(method),
            metadata=metadata,
            name=name,
            deprecation_reason=deprecated,
        )

    return declare
