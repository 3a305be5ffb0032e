"""From a Strawberry schema whose fields declare their sources to the model that operations are compiled against."""

from __future__ import annotations

from typing import Any

import strawberry
from graphql import GraphQLInputObjectType, is_interface_type, is_object_type

from graph_api.catalogue import Catalogue
from graph_api.compiler.model import Model
from graph_api.compiler.sources import Between, Predicate, Row, Source
from graph_api.compiler.stages import Area
from graph_api.schema.fields import SOURCE


def model_of(schema: strawberry.Schema, catalogue: Catalogue, area: Area, fixed: frozenset[str] = frozenset()) -> Model:
    """The model of the schema over the catalogue. `area` and `fixed` are as in `Model`."""
    rows: dict[str, Row] = {}
    attributes: dict[tuple[str, str], str] = {}
    sources: dict[tuple[str, str], Source] = {}
    filters: dict[tuple[str, str], Predicate | Between] = {}
    for name, type_ in schema._schema.type_map.items():
        if isinstance(type_, GraphQLInputObjectType):
            filters |= {(name, field): declared for field, declared in _declared(type_)}
        elif is_object_type(type_) or is_interface_type(type_):
            sources |= {(name, field): declared for field, declared in _declared(type_)}
            attributes |= _attributes(type_)
            row = _row(schema, name)
            if row is not None:
                rows[name] = row
    return Model(schema._schema, catalogue, rows, sources, filters, attributes, area, fixed)


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


def _row(schema: strawberry.Schema, name: str) -> Row | None:
    definition = schema.get_type_by_name(name)
    origin = getattr(definition, "origin", None)
    row = vars(origin).get("row") if origin is not None else None
    return row if isinstance(row, Row) else None
