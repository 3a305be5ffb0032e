"""A walk through the whole schema: an operation for each type, by the shortest way to it, that selects all of its fields."""

from collections import deque

from graphql import (
    GraphQLEnumType,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_list_type,
    is_object_type,
    is_required_argument,
)

from graph_api.compiler.ids import encode_id

CITY = "210681"
# What arguments are given that a field can't do without, and how long lists are.
GIVEN = {"within": f'"{CITY}"', "first": "100", "step": "QUARTER", "from": '"2024-01-01"'}
CODES = {
    "subdistrict": "001",
    "community": "001001",
    "compound": "001001001",
    "department": "D001",
    "leader": "L001",
    "issue": "001003-2026-003",
}


class Walk:
    """Operations that together select every field of every type; `written` are those that they select."""

    def __init__(self, schema, ids):
        """`ids` are pairs of a type and a local id of it; the first two have to be what relations link."""
        self.written = set()
        self._schema = schema
        self._ids = ids
        self._ways = self._shortest_ways()

    def operations(self, day):
        """One for every root field that gives objects, for every type, and for every id, as of the day."""
        for name, field in self._schema.query_type.fields.items():
            if is_composite_type(get_named_type(field.type)):
                yield self._operation([("Query", name)], day)
        for type_ in self._ways:
            yield self._operation(self._ways[type_], day)
        for type_, id_ in self._ids:
            everything = self._everything(self._schema.type_map[type_], day)
            yield f'{{ node(id: "{encode_id(type_, id_, str(day))}") {{ ... on {type_} {{ {everything} }} }} }}'

    def _shortest_ways(self):
        """For each type that a field is declared to give, the fields that lead to it, from the root on."""
        ways, queue = {}, deque([(self._schema.query_type, [])])
        while queue:
            type_, way = queue.popleft()
            for name, field in type_.fields.items():
                leads_to = get_named_type(field.type)
                if is_object_type(leads_to) and leads_to.name not in ways:
                    ways[leads_to.name] = [*way, (type_.name, name)]
                    queue.append((leads_to, ways[leads_to.name]))
        return ways

    def _operation(self, way, day):
        type_, name = way[0]
        return f"{{ {self._step(type_, name, way[1:], day)} }}"

    def _step(self, type_name, name, rest, day):
        field = self._schema.type_map[type_name].fields[name]
        self.written.add((type_name, name))
        inner = get_named_type(field.type)
        selection = self._step(*rest[0], rest[1:], day) if rest else self._everything(inner, day)
        return f"{name}{self._arguments(name, field, day)} {{ {selection} }}"

    def _everything(self, type_, day):
        """All leaves of the type, and of what it leads to at least which types there are; of an interface its own."""
        return " ".join(["__typename", *(self._field(type_, name, day) for name in type_.fields)])

    def _field(self, type_, name, day):
        field = type_.fields[name]
        self.written.add((type_.name, name))
        alias = f"{name}_{type_.name}: {name}{self._arguments(name, field, day)}"
        return alias + (" { __typename }" if is_composite_type(get_named_type(field.type)) else "")

    def _arguments(self, name, field, day):
        given = {
            key: self._argument(name, key, argument, day)
            for key, argument in field.args.items()
            if is_required_argument(argument) or key in {"asOf", "first", "within"}
        }
        return "(" + ", ".join(f"{key}: {value}" for key, value in given.items()) + ")" if given else ""

    def _argument(self, name, key, argument, day):
        type_ = get_nullable_type(argument.type)
        if key in {"asOf", "until"}:
            return f'"{day}"'
        if get_named_type(type_).name == "ID":
            ids = [f'"{encode_id(type_, id_, str(day))}"' for type_, id_ in self._ids]
            return f"[{', '.join(ids)}]" if is_list_type(type_) else ids[1 if key == "to" else 0]
        if key == "code":
            return f'"{CITY}{CODES.get(name, "")}"'
        if key == "text":
            return '"社区"'
        if isinstance(type_, GraphQLEnumType) and key not in GIVEN:
            return next(iter(type_.values))
        return GIVEN[key]
