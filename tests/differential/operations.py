"""Operations, drawn from the schema: every field, fragment, directive and way to pass an argument."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_composite_type,
    is_list_type,
    is_non_null_type,
    parse,
    validate,
)
from hypothesis import assume
from hypothesis.strategies import DrawFn, composite

from differential import scope
from differential.chance import Chance
from differential.cursors import placeholder
from differential.graph import AS_OF
from differential.ids import as_of
from differential.samples import Samples
from differential.values import Enum, Value, Variable, literal

DEPTH = 6
FIELDS = 22
ITEMS = 1_500
_HOLDERS = {
    "Branch.appointments": "Organization.appointments",
    "OwnersCommittee.appointments": "Organization.appointments",
    "PropertyCompany.appointments": "Organization.appointments",
    "PartyOrganization.appointments": "Organization.appointments",
    "Conference.appointments": "Organization.appointments",
    "Department.meetings": "Actor.meetings",
    "Leader.meetings": "Actor.meetings",
    "Person.meetings": "Actor.meetings",
    "Community.departments": "Community paired Department",
    "Community.leaders": "Community paired Leader",
    "Branch.contributions": "receiver's contributions",
    "SynergyBody.contributions": "receiver's contributions",
    "PropertyCompany.contributions": "giver's contributions",
    **{
        f"{unit}.{field}": of
        for unit in ("Department", "Enterprise", "SocialOrganization", "Unit", "MemberUnit")
        for field, of in (
            ("memberships", "MemberUnit.memberships"),
            ("deeds", "MemberUnit.deeds"),
            ("contributions", "giver's contributions"),
        )
    },
}


@dataclass(frozen=True)
class Operation:
    """A document with one operation, and sets of variables to run it with; all of one form."""

    text: str
    variables: tuple[dict[str, Any], ...]


@dataclass
class Definition:
    """A variable of the operation: its type, its default if it has one, and its value in each run."""

    name: str
    type: str
    default: str | None
    values: list[Any] | None


Keys = dict[str, tuple[str, "Keys"]]


@dataclass
class Writer:
    """Writes one operation. What a response key stands for is remembered, so that selections merge or keep apart."""

    schema: GraphQLSchema
    samples: Samples
    chance: Chance
    runs: int
    without: frozenset[str] = frozenset()
    variables: list[Definition] = field(default_factory=list)
    fragments: list[str] = field(default_factory=list)
    left: int = FIELDS
    aliases: int = 0

    def operation(self) -> Operation:
        """The operation."""
        root = self.schema.query_type
        assert root is not None
        self.left = self.chance.between(4, FIELDS)
        chosen = [self.chance.of(self._fields(root)) for _ in range(self.chance.weighted({1: 6, 2: 3, 3: 1}))]
        keys: Keys = {}
        parts = [self.selected(root, name, keys, DEPTH, 1) for name in chosen]
        if self.chance.one_in(12):
            parts.append("__typename")
        if self.chance.one_in(6):
            parts.append(self._fragment(root, keys, DEPTH, 1))
        definitions = ", ".join(
            f"${v.name}: {v.type}" + ("" if v.default is None else f" = {v.default}") for v in self.variables
        )
        head = f"query Asked({definitions})" if definitions else "query Asked"
        text = "\n".join([f"{head} {{ {' '.join(parts)} }}", *self.fragments])
        runs = [
            {v.name: v.values[run] for v in self.variables if v.values is not None}
            for run in range(self.runs if self.variables else 1)
        ]
        return Operation(text, tuple(runs))

    def selection(self, type_: Any, keys: Keys, depth: int, items: int, size: int = 1) -> str:
        """A selection on an object or an interface; on a connection with pages of the size."""
        parts = []
        for _ in range(self.chance.weighted({1: 2, 2: 4, 3: 3, 4: 2})):
            kind = self.chance.of(range(12))
            if kind == 0:
                parts.append(self._directed("__typename"))
            elif kind <= 2 or (is_abstract_type(type_) and kind <= 5):
                parts.append(self._fragment(type_, keys, depth, items))
            else:
                parts.append(self.selected(type_, self._name(type_, depth), keys, depth, items, size))
        return "{ " + " ".join(parts) + " }"

    def _fields(self, type_: Any) -> list[str]:
        """The names of the type's fields that may be asked for."""
        names = scope.fields(type_)
        return [name for name in names if f"{type_.name}.{name}" not in self.without] or names

    def _name(self, type_: Any, depth: int) -> str:
        names = self._fields(type_)
        leaves = [name for name in names if not is_composite_type(get_named_type(type_.fields[name].type))]
        if (depth <= 0 or self.left <= 0) and leaves:
            return self.chance.of(leaves)
        if type_.name.endswith("Connection"):
            return self.chance.weighted({"nodes": 5, "edges": 4, "totalCount": 2, "pageInfo": 3})
        return self.chance.of(names)

    def selected(self, type_: Any, name: str, keys: Keys, depth: int, items: int, page: int = 1) -> str:
        """A field with all that belongs to it; `page` is the size of the connection's pages if it is one's."""
        self.left -= 1
        field_: GraphQLField = type_.fields[name]
        arguments, size = self._arguments(f"{type_.name}.{name}", field_, items)
        inner = get_named_type(field_.type)
        many = page if name in {"nodes", "edges"} and not field_.args else 1
        if is_list_type(_nullable(field_.type)) and many == 1:
            many = size
        signature = f"{name}{arguments} {field_.type}"
        key = self._key(name, signature, keys, [n for n in getattr(type_, "fields", {}) if n != name])
        _, below = keys.setdefault(key, (signature, {}))
        said = name if key == name else f"{key}: {name}"
        text = self._directed(f"{said}{arguments}")
        if not is_composite_type(inner):
            return text
        return f"{text} {self.selection(inner, below, depth - 1, items * many, size)}"

    def _key(self, name: str, signature: str, keys: Keys, others: list[str]) -> str:
        """The response key: the field's name, one used for the same thing, another field's name, or one of its own."""
        choices = [key for key, (said, _) in keys.items() if said == signature]
        if choices and self.chance.one_in(2):
            return self.chance.of(choices)
        if name not in keys and not self.chance.one_in(5):
            return name
        if others and self.chance.one_in(3):
            borrowed = self.chance.of(others)
            if borrowed not in keys:
                return borrowed
        self.aliases += 1
        return f"as{self.aliases}"

    def _fragment(self, type_: Any, keys: Keys, depth: int, items: int) -> str:
        """A fragment on the type itself or on one that overlaps with it; sometimes named, sometimes spread twice."""
        condition = self.chance.of(self._overlapping(type_))
        if not self.chance.one_in(3):
            on = "" if condition is type_ and self.chance.one_in(2) else f"on {condition.name}"
            return self._directed(f"... {on}") + " " + self.selection(condition, keys, depth, items)
        name = f"Part{len(self.fragments)}"
        self.fragments.append("")
        self.fragments[int(name[4:])] = f"fragment {name} on {condition.name} " + self.selection(
            condition, keys, depth, items
        )
        spread = self._directed(f"...{name}")
        return f"{spread} {self._directed(f'...{name}')}" if self.chance.one_in(4) else spread

    def _overlapping(self, type_: Any) -> list[Any]:
        if type_ is self.schema.query_type:
            return [type_]
        possible = set(self.schema.get_possible_types(type_)) if is_abstract_type(type_) else {type_}
        known = (one for one in possible if scope.has_type(one.name))
        found = [type_, *sorted(known, key=lambda one: one.name)]
        interfaces = (one for one in self.schema.type_map.values() if isinstance(one, GraphQLInterfaceType))
        return [*found, *(one for one in interfaces if possible & set(self.schema.get_possible_types(one)))]

    def _directed(self, text: str) -> str:
        if not self.chance.one_in(12):
            return text
        name = self.chance.of(["include", "skip"])
        kept = not self.chance.one_in(3)
        value: Value = kept if name == "include" else not kept
        if self.chance.one_in(2):
            value = self._variable("Boolean!", None, [value] * self.runs)
        return f"{text} @{name}(if: {literal(value)})"

    # Arguments

    def _arguments(self, path: str, field_: GraphQLField, items: int) -> tuple[str, int]:
        """The arguments as text, and how many items the field may give at most."""
        said: dict[str, list[Value]] = {}
        sizes = [20]
        order = ""
        for name, argument in field_.args.items():
            if not self._wanted(name, argument, items):
                continue
            values = [self._argument(path, name, argument, items, order) for _ in range(self.runs)]
            if name == "orderBy":
                values = values[:1] * self.runs
                order = _order(values[0])
            said[name] = values
            if name in {"first", "last"}:
                sizes = [one if isinstance(one, int) and 0 < one <= 100 else 20 for one in values]
        texts = [f"{name}: {self._said(field_.args[name], values)}" for name, values in said.items()]
        if field_.args and "first" not in field_.args:
            sizes = [5]
        return (f"({', '.join(texts)})" if texts else ""), max(sizes)

    def _wanted(self, name: str, argument: GraphQLArgument, items: int) -> bool:
        if name == "asOf" or (is_non_null_type(argument.type) and not _has_default(argument)):
            return True
        if name == "first":
            return items > 4 or self.chance.one_in(2)
        return self.chance.one_in({"last": 8, "after": 4, "before": 7, "filter": 2, "orderBy": 2}.get(name, 2))

    def _argument(self, path: str, name: str, argument: GraphQLArgument, items: int, order: str) -> Value:
        rare = self.chance.one_in(60)
        if not is_non_null_type(argument.type) and name != "asOf" and self.chance.one_in(15):
            return None
        if name in {"first", "last"}:
            return self.chance.of([0, -1, 101]) if rare else self._size(items)
        if name in {"after", "before"}:
            place = placeholder(_HOLDERS.get(path, path) + order, self.chance.between(0, 99))
            return self.chance.of(["", "x", "W10="]) if rare else place
        return self._drawn(path, name, argument.type, rare=rare)

    def _size(self, items: int) -> int:
        sizes = [1, 2, 3, 5, 10, 30, 100]
        return self.chance.of([size for size in sizes if items * size <= ITEMS / 10] or [1])

    def _drawn(self, path: str, name: str, type_: GraphQLInputType, *, rare: bool) -> Value:
        """A value for an argument other than those of pages."""
        if name in {"id", "from", "to"} and get_named_type(type_).name == "ID":
            return self._id(rare=rare, dated=path == "Query.node")
        if name == "ids":
            return [self._id(rare=rare, dated=True) for _ in range(self.chance.between(0, 5))]
        own = {
            "asOf": self._day,
            "code": lambda: self._code(path, rare=rare),
            "within": lambda: self._within(rare=rare),
            "keys": lambda: [self.chance.of(self.samples.keys) for _ in range(self.chance.between(0, 3))],
            "text": lambda: self.chance.of(["", " ", "长" * 101] if rare else self.samples.texts),
        }
        return own[name]() if name in own else self._input(name, type_)

    def _day(self) -> str:
        return (AS_OF if self.chance.one_in(2) else self.chance.of(self.samples.days)).isoformat()

    def _code(self, path: str, *, rare: bool) -> str:
        if rare:
            return self.chance.of(list(self.samples.bad_codes))
        kind = path.removeprefix("Query.").capitalize()
        if kind == "Place":
            kind = self.chance.of(["City", "Subdistrict", "Community", "Compound", "Building"])
        return self.chance.of(self.samples.codes[kind])

    def _within(self, *, rare: bool) -> str:
        if rare:
            return self.chance.of(list(self.samples.bad_codes))
        kind = self.chance.weighted({"City": 4, "Subdistrict": 3, "Community": 4, "Compound": 3, "Building": 1})
        code = self.chance.of(self.samples.codes[kind])
        return code[: self.chance.of([2, 4])] if self.chance.one_in(10) else code

    def _id(self, *, rare: bool, dated: bool) -> str:
        """An id, which carries a day where nothing else says it, and sometimes where something does."""
        if rare:
            return self.chance.of(list(self.samples.bad_ids))
        id_ = self.chance.of(self.samples.ids_of[self.chance.of(sorted(self.samples.ids_of))])
        return as_of(id_, date.fromisoformat(self._day())) if dated or self.chance.one_in(2) else id_

    def _input(self, name: str, type_: GraphQLInputType) -> Value:
        """A value of any input type, its fields among them."""
        bare = _nullable(type_)
        if isinstance(bare, GraphQLList):
            return [self._input(name, bare.of_type) for _ in range(self.chance.between(0, 3))]
        if isinstance(bare, GraphQLEnumType):
            return Enum(self.chance.of([value for value in bare.values if scope.has_input(value)]))
        if isinstance(bare, GraphQLInputObjectType):
            return {
                key: self._field_value(key, one)
                for key, one in bare.fields.items()
                if scope.has_input(key) and self._given(one)
            }
        scalars: dict[str, Callable[[], Value]] = {
            "Boolean": lambda: self.chance.one_in(2),
            "Date": self._day,
            "Int": lambda: self.chance.between(2023, 2027) if name == "year" else self.chance.between(0, 6),
            "String": lambda: self.chance.of(self.samples.texts),
            # Filters by ID are of persons.
            "ID": lambda: (
                self._id(rare=False, dated=False)
                if self.chance.one_in(10)
                else self.chance.of(self.samples.ids_of["Person"])
            ),
        }
        return scalars[bare.name]()

    def _given(self, one: GraphQLInputField) -> bool:
        return (is_non_null_type(one.type) and not _has_default(one)) or self.chance.one_in(2)

    def _field_value(self, name: str, one: GraphQLInputField) -> Value:
        if not is_non_null_type(one.type) and self.chance.one_in(10):
            return None
        return self._input(name, one.type)

    # Ways to say a value

    def _said(self, argument: GraphQLArgument, values: list[Value]) -> str:
        """The values of the runs as one text: a variable, variables within a literal, or the first of them."""
        if self.chance.one_in(3) or values[0] is None:
            values[:] = values[:1] * self.runs
            return literal(self._inlined(argument.type, values))
        same_form = all(one is not None for one in values) and not isinstance(values[0], dict)
        return literal(self._as_variable(argument.type, values if same_form else values[:1] * self.runs, argument))

    def _inlined(self, type_: GraphQLInputType, values: list[Value]) -> Value:
        """A literal with variables in it."""
        value, bare = values[0], _nullable(type_)
        if isinstance(value, dict) and isinstance(bare, GraphQLInputObjectType):
            return {key: self._part(bare.fields[key], one) for key, one in value.items()}
        if isinstance(value, list) and isinstance(bare, GraphQLList):
            return [self._part(bare, one, bare.of_type) for one in value]
        return value

    def _part(self, holder: Any, value: Value, type_: Any = None) -> Value:
        type_ = type_ or holder.type
        if self.chance.one_in(3):
            return self._as_variable(type_, [value] * self.runs, holder)
        return self._inlined(type_, [value])

    def _as_variable(self, type_: GraphQLInputType, values: list[Value], holder: Any) -> Variable:
        """A variable with the values: with a default or without, given or left to its default."""
        text = str(type_)
        if any(value is None for value in values):
            text = text.removesuffix("!")
            return self._variable(text, None if self.chance.one_in(2) else "null", values)
        nullable = text.removesuffix("!")
        if self.chance.one_in(4):
            # A default makes a variable fit where null does not.
            given = None if self.chance.one_in(2) else values
            return self._variable(nullable, literal(values[0]), given)
        strict = f"{nullable}!"
        return self._variable(strict if not _has_default(holder) and self.chance.one_in(2) else text, None, values)

    def _variable(self, type_: str, default: str | None, values: list[Value] | None) -> Variable:
        name = f"v{len(self.variables)}"
        plain = None if values is None else [json.loads(json.dumps(value)) for value in values]
        self.variables.append(Definition(name, type_, default, plain))
        return Variable(name)


def _has_default(holder: Any) -> bool:
    return not isinstance(holder, GraphQLList) and holder.ast_node.default_value is not None


def _nullable(type_: Any) -> Any:
    return type_.of_type if isinstance(type_, GraphQLNonNull) else type_


def _order(value: Value) -> str:
    if not isinstance(value, dict):
        return ""
    return f" {value['field']} {value.get('direction') or 'ASC'}"


@composite
def operations(
    draw: DrawFn, schema: GraphQLSchema, samples: Samples, runs: int, without: frozenset[str] = frozenset()
) -> Operation:
    """Operations that are valid by the schema, each with several sets of variables of one form.

    `without` names fields that they don't ask for, as in `Department.pairings`.
    """
    written = Writer(schema, samples, Chance(draw), runs, without).operation()
    assume(not validate(schema, parse(written.text)))
    return written
