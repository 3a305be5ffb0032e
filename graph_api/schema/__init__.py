"""The GraphQL schema: the types that clients see, and the source of each field's value."""

from __future__ import annotations

from functools import cache
from typing import Any

import strawberry
from graphql import GraphQLInputObjectType, GraphQLSchema, is_interface_type, is_object_type
from strawberry.printer import print_schema
from strawberry.schema.config import StrawberryConfig

from graph_api.catalogue import Catalogue
from graph_api.compiler.model import Model
from graph_api.compiler.sources import Between, Predicate, Row, Source
from graph_api.schema import (
    analysis,
    appointments,
    building_groups,
    chains,
    conferences,
    coverage,
    departments,
    evaluations,
    figures,
    issues,
    leaders,
    members,
    nodes,
    organizations,
    pairings,
    persons,
    places,
    query,
    synergy,
    visits,
)
from graph_api.schema.fields import SOURCE, introduce
from graph_api.schema.scalars import SCALARS

_MODULES = (
    nodes,
    places,
    departments,
    leaders,
    pairings,
    persons,
    organizations,
    appointments,
    building_groups,
    conferences,
    issues,
    synergy,
    members,
    visits,
    evaluations,
    figures,
    chains,
    coverage,
    analysis,
    query,
)
_DESCRIPTION = (
    "Party building and governance in urban communities: places, departments and leaders and their pairings, organizations "
    "and the people in them, joint conferences and issues, services, and the coverage rules that they are measured by. "
    "Results describe a date, `asOf` (default: today)."
)
# Types that are reached only through an interface: no field has them as its type.
_TYPES = (
    pairings.DepartmentPairing,
    pairings.LeaderPairing,
    organizations.Enterprise,
    organizations.SocialOrganization,
    organizations.Unit,
    organizations.PartyOrganization,
)


@cache
def strawberry_schema() -> strawberry.Schema:
    """The Strawberry schema."""
    introduce(*_MODULES)
    schema = strawberry.Schema(query=query.Query, types=_TYPES, config=StrawberryConfig(scalar_map=SCALARS))
    schema._schema.description = _DESCRIPTION
    return schema


@cache
def graphql_schema() -> GraphQLSchema:
    """The graphql-core schema."""
    return strawberry_schema()._schema


def printed() -> str:
    """The schema as text, for `schema.graphql`."""
    # Strawberry's printer leaves out the description of the schema itself.
    schema = f'"""{_DESCRIPTION}"""\nschema {{\n  query: Query\n}}\n\n'
    return schema + print_schema(strawberry_schema()) + "\n"


def build_model(catalogue: Catalogue) -> Model:
    """The model that operations are compiled against."""
    schema = graphql_schema()
    rows: dict[str, Row] = {}
    attributes: dict[tuple[str, str], str] = {}
    sources: dict[tuple[str, str], Source] = {}
    filters: dict[tuple[str, str], Predicate | Between] = {}
    for name, type_ in schema.type_map.items():
        if isinstance(type_, GraphQLInputObjectType):
            filters |= {(name, field): declared for field, declared in _declared(type_)}
        elif is_object_type(type_) or is_interface_type(type_):
            sources |= {(name, field): declared for field, declared in _declared(type_)}
            attributes |= _attributes(type_)
            row = _row(name)
            if row is not None:
                rows[name] = row
    return Model(schema, catalogue, rows, sources, filters, attributes)


def _declared(type_: Any) -> list[tuple[str, Any]]:
    found = []
    for name, field in type_.fields.items():
        definition = field.extensions.get("strawberry-definition")
        if definition is not None and SOURCE in definition.metadata:
            found.append((name, definition.metadata[SOURCE]))
    return found


def _attributes(type_: Any) -> dict[tuple[str, str], str]:
    definitions = {name: field.extensions.get("strawberry-definition") for name, field in type_.fields.items()}
    return {(type_.name, name): found.python_name for name, found in definitions.items() if found is not None}


def _row(name: str) -> Row | None:
    definition = strawberry_schema().get_type_by_name(name)
    origin = getattr(definition, "origin", None)
    row = vars(origin).get("row") if origin is not None else None
    return row if isinstance(row, Row) else None
