"""The model that operations are compiled against: the GraphQL schema with, for each field, where its value comes from."""

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


@dataclass(frozen=True)
class Model:
    """A schema and what is declared of it.

    `sources` are keyed by type and field name, `filters` by input type and field name, `rows` by type name.
    `attributes` are the names that fields have in Python, by type and field name.
    """

    schema: GraphQLSchema
    catalogue: Catalogue
    rows: Mapping[str, Row]
    sources: Mapping[tuple[str, str], Source]
    filters: Mapping[tuple[str, str], Predicate | Between]
    attributes: Mapping[tuple[str, str], str]

    def fragment(self, name: str) -> Fragment:
        """The fragment of the name. Raises `LookupError` naming it where the catalogue has none."""
        if name not in self.catalogue:
            message = f"the schema names the fragment {name}, which is not in the catalogue"
            raise LookupError(message)
        return self.catalogue[name]

    def source(self, type_name: str, field_name: str) -> Source:
        """Where the field's value comes from. Raises `LookupError` naming the field that declares nothing."""
        try:
            return self.sources[type_name, field_name]
        except KeyError:
            message = f"{type_name}.{field_name} does not declare the source of its value"
            raise LookupError(message) from None

    def objects(self, type_: GraphQLNamedType) -> list[GraphQLObjectType]:
        """The object types that a value of the type can be, in the order of the schema."""
        if isinstance(type_, GraphQLObjectType):
            return [type_]
        assert is_abstract_type(type_)
        possible = {found.name for found in self.schema.get_possible_types(type_)}
        return [self.object(name) for name in self.rows if name in possible]

    def object(self, name: str) -> GraphQLObjectType:
        """The object type of the name."""
        found = self.schema.type_map[name]
        assert isinstance(found, GraphQLObjectType)
        return found

    def mains(self, type_: GraphQLObjectType | GraphQLInterfaceType) -> tuple[str, ...]:
        """The names under which the type's main variable goes: its own and those of its interfaces."""
        names = (type_.name, *(interface.name for interface in type_.interfaces))
        return tuple(self.rows[name].main for name in names if name in self.rows)

    def levels(self, *types: GraphQLNamedType) -> tuple[str, ...]:
        """The levels of the places that the types stand for; none where they are no places."""
        found = (self.rows[type_.name].constants.get("level") for type_ in types if type_.name in self.rows)
        return tuple(dict.fromkeys(str(level) for level in found if level is not None))

    @cached_property
    def refetchable(self) -> frozenset[str]:
        """The types whose global ids `node` takes."""
        return frozenset(name for name, row in self.rows.items() if row.refetch)


def is_connection(field: GraphQLField) -> bool:
    """Whether the field's type is a connection in the sense of Relay."""
    named = get_named_type(field.type)
    return isinstance(named, GraphQLObjectType) and {"edges", "pageInfo"} <= set(named.fields)
