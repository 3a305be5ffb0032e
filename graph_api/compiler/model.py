"""The model that operations are compiled against: the GraphQL schema, with the source of each field's value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
)

from graph_api.catalogue import Catalogue, Fragment
from graph_api.compiler.sources import Between, Predicate, Row, Source
from graph_api.compiler.stages import Area


@dataclass(frozen=True)
class Model:
    """A schema and its declarations.

    `sources` are keyed by type and field name, `filters` by input type and field name, `rows` by type name.
    `attributes` are the Python names of fields, by type and field name. `area` tells which part of the graph a root
    field with these arguments covers; with `narrow` exactly that part, else also what belongs to it. `fixed` are the
    parameters that every fragment may use: their values are the same throughout an operation, whatever its dates.
    """

    schema: GraphQLSchema
    catalogue: Catalogue
    rows: Mapping[str, Row]
    sources: Mapping[tuple[str, str], Source]
    filters: Mapping[tuple[str, str], Predicate | Between]
    attributes: Mapping[tuple[str, str], str]
    area: Area
    fixed: frozenset[str] = frozenset()

    def fragment(self, name: str) -> Fragment:
        """The fragment with the name. Raises `LookupError` with the name if the catalogue has none."""
        if name not in self.catalogue:
            message = f"the schema names the fragment {name}, which is not in the catalogue"
            raise LookupError(message)
        return self.catalogue[name]

    def source(self, type_name: str, field_name: str) -> Source:
        """The source of the field's value. Raises `LookupError` with the field if it declares none."""
        try:
            return self.sources[type_name, field_name]
        except KeyError:
            message = f"{type_name}.{field_name} does not declare the source of its value"
            raise LookupError(message) from None

    def objects(self, type_: GraphQLNamedType) -> list[GraphQLObjectType]:
        """The object types that a value of the type can have, in the order of the schema."""
        if isinstance(type_, GraphQLObjectType):
            return [type_]
        assert is_abstract_type(type_)
        possible = {found.name for found in self.schema.get_possible_types(type_)}
        return [self.object(name) for name in self.rows if name in possible]

    def object(self, name: str) -> GraphQLObjectType:
        """The object type with the name."""
        found = self.schema.type_map[name]
        assert isinstance(found, GraphQLObjectType)
        return found

    def mains(self, type_: GraphQLObjectType | GraphQLInterfaceType) -> tuple[str, ...]:
        """The names of the type's main variable: its own and those of its interfaces."""
        names = (type_.name, *(interface.name for interface in type_.interfaces))
        return tuple(self.rows[name].main for name in names if name in self.rows)

    def variants(self, *types: GraphQLNamedType) -> tuple[str, ...]:
        """The variants that the types declare, each once."""
        found = (self.rows[type_.name].variant for type_ in types if type_.name in self.rows)
        return tuple(dict.fromkeys(variant for variant in found if variant is not None))

    @cached_property
    def refetchable(self) -> frozenset[str]:
        """The types whose global IDs `node` accepts."""
        return frozenset(name for name, row in self.rows.items() if row.refetch)


def is_connection(field: GraphQLField) -> bool:
    """Whether the field's type is a connection in the sense of Relay."""
    named = get_named_type(field.type)
    return isinstance(named, GraphQLObjectType) and {"edges", "pageInfo"} <= set(named.fields)
