"""The GraphQL schema: the types that clients see, and the source of each field's value."""

from __future__ import annotations

from functools import cache

import strawberry
from graphql import GraphQLSchema
from strawberry.printer import print_schema
from strawberry.schema.config import StrawberryConfig

from graph_api.catalogue import Catalogue
from graph_api.compiler.model import Model
from graph_api.schema import (
    analysis,
    appointments,
    arguments,
    building_groups,
    chains,
    common_failures,
    communities,
    compounds,
    conferences,
    coverage,
    departments,
    due,
    escalations,
    evaluations,
    figures,
    finding_counts,
    issues,
    languages,
    leaders,
    members,
    memberships,
    nodes,
    organizations,
    pages,
    pairings,
    path_types,
    persons,
    places,
    query,
    search,
    sums,
    synergy,
    visits,
    workloads,
)
from graph_api.schema.fields import introduce
from graph_api.schema.models import model_of
from graph_api.schema.scalars import SCALARS
from graph_api.schema.territory import territory
from graph_api.settings import IN_STATEMENTS

_MODULES = (
    languages,
    nodes,
    pages,
    arguments,
    places,
    communities,
    compounds,
    departments,
    due,
    leaders,
    pairings,
    persons,
    organizations,
    appointments,
    building_groups,
    conferences,
    memberships,
    issues,
    escalations,
    synergy,
    members,
    visits,
    workloads,
    evaluations,
    figures,
    path_types,
    chains,
    coverage,
    analysis,
    sums,
    search,
    finding_counts,
    common_failures,
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
    schema = strawberry.Schema(query=query.query_type(), types=_TYPES, config=StrawberryConfig(scalar_map=SCALARS))
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
    return model_of(strawberry_schema(), catalogue, territory, frozenset({"today", *IN_STATEMENTS}))
