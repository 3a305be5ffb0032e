"""The reference: graphql-core over the tables in memory, one plain resolver a field."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from graphql import (
    GraphQLError,
    GraphQLResolveInfo,
    GraphQLSchema,
    StringValueNode,
    build_schema,
    execute_sync,
    parse,
    validate,
)

from differential import (
    appointments,
    bodies,
    building_groups,
    chains,
    conferences,
    departments,
    evaluations,
    figures,
    issues,
    leaders,
    members,
    organizations,
    pairings,
    persons,
    places,
    roots,
    search,
    synergy,
    visits,
    workloads,
)
from differential.graph import AS_OF, TABLES, Graph, Thing, read_graph
from differential.ids import global_id, refusal
from differential.items import Ask, Item, Resolver
from differential.pages import Cursor, Edge, Page, list_size

SCHEMA = Path(__file__).parents[2] / "schema.graphql"
# Lists of which the definitions don't say the order, or not all of it.
_UNORDERED = frozenset({"paths", "connections"})
_BY_ID = frozenset({"node", "nodes"})
# Edges that say something of a relation, and the type of its start where that is not the thing's own.
_ON_RELATIONS = {
    **dict.fromkeys(("CommunityDepartmentEdge", "CommunityLeaderEdge", "SynergyMemberEdge")),
    "SearchResultEdge": None,
    **dict.fromkeys(("StationedEdge", "ConferenceInviteeEdge", "ActorEdge", "CommunityOrganizationEdge")),
    **dict.fromkeys(("ConferenceMemberEdge", "InvolvedPersonEdge"), "Person"),
}
# The same where the list is of the relation's end.
_TO_THE_END = frozenset({"SynergyMembershipEdge", "ConferenceMembershipEdge", "ConferenceInvitationEdge"})
# What things, relations and cross-appointments have of their own.
_STORED = frozenset({"id", "code", "name", "provenance", "since", "until", "channel"})


def schema() -> GraphQLSchema:
    """The product's schema, from its text alone."""
    built = build_schema(SCHEMA.read_text(encoding="utf-8"))
    day: Any = built.type_map["Date"]
    day.parse_value = day.coerce_input_value = _day
    day.parse_literal = lambda node, _=None: _day(node.value if isinstance(node, StringValueNode) else None)
    day.coerce_input_literal = lambda node: _day(node.value if isinstance(node, StringValueNode) else None)
    day.serialize = day.coerce_output_value = lambda value: value.isoformat()
    return built


def _day(value: Any) -> date:
    try:
        if isinstance(value, str) and len(value) == 10:
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise refusal("BAD_DATE")


def _fields() -> dict[str, dict[str, Resolver]]:
    found: dict[str, dict[str, Resolver]] = {}
    for noun in (
        places,
        departments,
        leaders,
        pairings,
        visits,
        evaluations,
        organizations,
        appointments,
        building_groups,
        synergy,
        conferences,
        issues,
        members,
        persons,
        figures,
        chains,
        search,
        bodies,
        workloads,
        roots,
    ):
        for type_, resolvers in noun.FIELDS.items():
            found.setdefault(type_, {}).update(resolvers)
    return found


_FIELDS = _fields()


@dataclass
class Answer:
    """What the reference answers, and which lists of it may come in another order, each with how many it may have."""

    data: Any
    errors: list[tuple[str, tuple[str | int, ...]]]
    unordered: dict[tuple[str | int, ...], int]


class Reference:
    """Answers operations from the tables. `cursors` says which place each cursor of the product means."""

    def __init__(self, folder: Path = TABLES) -> None:
        self.graph: Graph = read_graph(folder=folder)
        self.schema: GraphQLSchema = schema()
        self.cursors: dict[str, Cursor] = {}

    def answer(self, text: str, variables: Mapping[str, Any]) -> Answer:
        """The answer to a document with one operation."""
        unordered: dict[tuple[str | int, ...], int] = {}
        document = parse(text)
        if invalid := validate(self.schema, document):
            return Answer(None, [(error.message, ()) for error in invalid], {})
        result = execute_sync(
            self.schema,
            document,
            variable_values=dict(variables),
            context_value=unordered,
            field_resolver=self._resolve,
            type_resolver=lambda item, *_: item.type,
        )
        errors = [_seen(error) for error in result.errors or ()]
        return Answer(result.data, errors, unordered)

    def _resolve(self, source: Any, info: GraphQLResolveInfo, **arguments: Any) -> Any:
        type_, name = info.parent_type.name, info.field_name
        if isinstance(source, Item) and isinstance(source.value, Page):
            return _of_page(source, source.value, name)
        if type_ == "PageInfo":
            return _of_info(source, name)
        if isinstance(source, Item) and isinstance(source.value, Edge):
            return _cursor(source.value.cursor) if name == "cursor" else self._of_edge(source, info, arguments)
        if name == "id" and isinstance(source, Item):
            return _id(source)
        day = arguments.get("asOf", arguments.get("until")) if source is None else source.day
        if day is None and name in _BY_ID:
            day = AS_OF  # of no account: each id carries its own
        assert day is not None, "operations say the day"
        ask = Ask(self.graph, self.cursors, source.value if source else None, day, arguments, self._read)
        if type_ == "Query" and name in _UNORDERED:
            found = _FIELDS[type_][name](ask)
            info.context[tuple(info.path.as_list())] = list_size(arguments)
            return found
        resolver = _FIELDS.get(type_, {}).get(name)
        return resolver(ask) if resolver else _stored(ask.value, name)

    def _read(self, item: Item, name: str) -> Any:
        if item.type.endswith("Edge") and name not in self.schema.type_map[item.type].fields:
            return self._read(self._read(item, "node"), name)
        ask = Ask(self.graph, self.cursors, item.value, item.day, {}, self._read)
        resolver = _FIELDS.get(item.type, {}).get(name)
        return resolver(ask) if resolver else _stored(item.value, name)

    def _of_edge(self, source: Item, info: GraphQLResolveInfo, arguments: Mapping[str, Any]) -> Any:
        """A field of an edge: the item itself, or what is said of the relation that it stands for."""
        item = source.value.item
        name, type_ = info.field_name, info.parent_type.name
        if type_ not in _FIELDS:
            return item
        ask = Ask(self.graph, self.cursors, item.value, item.day, arguments, self._read)
        resolver = _FIELDS[type_].get(name)
        return resolver(ask) if resolver else _stored(ask.value, name)


def _item(thing: Thing, day: date, type_: str | None = None) -> Item:
    return Item(type_ or thing.kind, thing, day)


def _of_page(item: Item, page: Page, name: str) -> Any:
    edge_type = item.type.removesuffix("Connection") + "Edge"
    if edge_type in _ON_RELATIONS:
        nodes = [_item(edge.item.value.start, edge.item.day, _ON_RELATIONS[edge_type]) for edge in page.edges]
    elif edge_type in _TO_THE_END:
        nodes = [_item(edge.item.value.end, edge.item.day) for edge in page.edges]
    else:
        nodes = [edge.item for edge in page.edges]
    return {
        "totalCount": page.total,
        "pageInfo": page,
        "nodes": nodes,
        "edges": [Item(edge_type, edge, item.day) for edge in page.edges],
    }[name]


def _of_info(page: Page, name: str) -> Any:
    return {
        "hasNextPage": page.more_after,
        "hasPreviousPage": page.more_before,
        "startCursor": _cursor(page.edges[0].cursor) if page.edges else None,
        "endCursor": _cursor(page.edges[-1].cursor) if page.edges else None,
    }[name]


def resolved(type_: str, name: str) -> bool:
    """Whether the reference answers the field."""
    paged = type_ == "PageInfo" or type_.endswith(("Connection", "Edge"))
    return paged or name in _FIELDS.get(type_, {}) or name in _STORED


def _cursor(cursor: Cursor) -> str:
    """The text of a cursor in the reference's answers, from which the place can be told again."""
    key = [part.isoformat() if isinstance(part, date) else part for part in cursor.key]
    return "cursor " + json.dumps([cursor.list, key], ensure_ascii=False)


def place_of(text: str) -> Cursor:
    """The place that a cursor in the reference's answers means."""
    list_, key = json.loads(text.removeprefix("cursor "))
    return Cursor(list_, tuple(date.fromisoformat(part) if _is_day(part) else part for part in key))


def _is_day(part: Any) -> bool:
    return isinstance(part, str) and len(part) == 10 and part[4] == part[7] == "-"


def _id(item: Item) -> str:
    return global_id(item.type, item.value.key if item.type == "CrossAppointment" else item.value.id, item.day)


def _stored(value: Any, name: str) -> Any:
    """What the table itself says."""
    if isinstance(value, Thing):
        return value.id if name == "code" else value.cells[name]
    return getattr(value, name)


def _seen(error: GraphQLError) -> tuple[str, tuple[str | int, ...]]:
    return (error.extensions or {}).get("code", error.message), tuple(error.path or ())
