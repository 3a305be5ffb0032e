"""Sources: where a field's value comes from. The schema declares them, and the compiler turns them into Cypher.

An object of the schema corresponds to a row of Cypher variables. Its `Row` names them; a field's source refers to these
names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Row:
    """What a type corresponds to in Cypher.

    `main` is the main variable of the type, `needs` are the other variables of its row. An interface has only `main`.
    `label` is a label expression that holds for exactly the nodes that appear as this type when a field's type is an
    interface. `refetch` is the fragment that finds an object by its local ID (`$id`), `of` the label that it must have.
    `exists` is a value fragment of the main variable that tells whether the object exists on the date. `constants` are
    values that are equal for all objects of the type. `variant` tells the type apart from others where a stage computes
    something for objects of several.
    """

    main: str
    needs: tuple[str, ...] = ()
    label: str | None = None
    refetch: str | None = None
    of: str | None = None
    exists: str | None = None
    staged: Mapping[str, Staged] = field(default_factory=dict)
    constants: Mapping[str, Any] = field(default_factory=dict)
    variant: str | None = None


@dataclass(frozen=True)
class Property:
    """A property of a node or relation of the row: of the main variable, unless `of` names another."""

    key: str
    of: str | None = None


@dataclass(frozen=True)
class PlainColumn:
    """A column of the row that already is a plain value."""

    name: str


@dataclass(frozen=True)
class Value:
    """A value fragment of the row. `given` maps the fragment's variables to those of the row.

    `staged` are its parameters that come from a stage.
    """

    fragment: str
    given: Mapping[str, str] = field(default_factory=dict)
    staged: Mapping[str, Staged] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """One value fragment of a folder per row: the one named by the row's property `by` (`figure.key`)."""

    folder: str
    by: Property
    as_of: Property | None = None


@dataclass(frozen=True)
class Constant:
    """A value that the type's row declares, such as its kind."""

    name: str


@dataclass(frozen=True)
class Identity:
    """The global ID. Its local part is the main variable's `id`, or `local`."""

    local: Property | Value | None = None


@dataclass(frozen=True)
class Computed:
    """A value that a Python function computes from other values of the row, and from the field's arguments.

    These are nullable enums or booleans; the function has the same default as the schema.
    """

    inputs: Mapping[str, Property | PlainColumn | Value | Choice]
    function: Callable[..., Any]


@dataclass(frozen=True)
class Staged:
    """A value that is computed before the statement runs.

    `kind` is the type of the needs, which selects the finder. `needs` returns the need of a field, from its arguments
    and the variant of the object; the stage collects all needs of one kind of a root field. `take` returns the value from
    the stage's result, the arguments, and the variants that the object can have. A `wide` one also needs what
    belongs to the area of the root field. For a `paged` one, `take` returns the rows of a connection (`HandedIn`), sorted
    as `orderBy` says, and the statement gets the requested page. The rows of a `counted` one are all handed in, and
    count towards what an operation may hand in.
    """

    kind: type[Any]
    needs: Callable[[Mapping[str, Any], str], Any]
    take: Callable[[Any, Mapping[str, Any], tuple[str, ...]], Any]
    wide: bool = False
    paged: bool = False
    counted: bool = False
    key: Property | None = None


@dataclass(frozen=True)
class FromStage:
    """A value from a stage's result, for the row's `key` if it has one; read from plain Python objects.

    `kind` and `needs` are as in `Staged`. On a root field, `arguments` are validated before the stage runs.
    """

    key: Property | None
    kind: type[Any]
    needs: Callable[[Mapping[str, Any], str], Any]
    take: Callable[[Any, Any], Any]
    arguments: Mapping[str, Argument] = field(default_factory=dict)


@dataclass(frozen=True)
class Reference:
    """The object that a pair of type and ID refers to, or the objects of a list of such pairs (`first` of them).

    `among` are the names of the possible types; an interface stands for all of its types.
    """

    pairs: Property
    among: frozenset[str]


@dataclass(frozen=True)
class Same:
    """An object that is read from the same row. `given` maps that object's variables to those of this row."""

    given: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Argument:
    """A fragment's parameter that comes from a field's argument, through a function that validates or converts it."""

    name: str
    convert: Callable[[Any], Any] = field(default=lambda value: value)

    def of(self, arguments: Mapping[str, Any]) -> Any:
        """The parameter's value."""
        return self.convert(arguments.get(self.name))


class Combined(Argument):
    """A fragment's parameter that a function computes from all arguments of a field."""

    def __init__(self, convert: Callable[[Mapping[str, Any]], Any]) -> None:
        super().__init__("", convert)

    def of(self, arguments: Mapping[str, Any]) -> Any:
        """The parameter's value."""
        return self.convert(arguments)


@dataclass(frozen=True)
class Relation:
    """The rows of a relation fragment: a connection, a list or one object, depending on the field's type.

    `arguments` maps the fragment's parameters to their sources; a parameter that is not named comes from the
    argument of the same name. `once` are more variables of the fragment, each a value fragment: one of the
    arguments alone is computed once in the whole statement, for all fields with equal arguments, and one of the
    current row once for a page and its total. `total` is a fragment of as many rows that is cheaper to count, for
    where no filter is given. `orders` are the keys that `orderBy.field` selects from, each the name of a field of
    the items or a source of its own. A `downward` relation leads to objects in the same area, so that stages need
    not cover what belongs to it. `day` is the argument of a root field with its date.
    """

    fragment: str
    given: Mapping[str, str] = field(default_factory=dict)
    arguments: Mapping[str, Argument | Staged] = field(default_factory=dict)
    once: Mapping[str, str] = field(default_factory=dict)
    total: str | None = None
    orders: Mapping[str, str | Property | Value] = field(default_factory=dict)
    downward: bool = False
    day: str = "asOf"


@dataclass(frozen=True)
class Count:
    """The number of rows of a group, or of those for which `of` is true."""

    of: Property | Value | None = None


@dataclass(frozen=True)
class Sum:
    """The sum of a number over the rows of a group. Null adds nothing."""

    of: Property | Value


@dataclass(frozen=True)
class Grouped:
    """Rows of a relation fragment in groups: one group for each combination of values of the dimensions that the
    argument `groupBy` names, as a connection. Only root fields have it.

    `rows` are the rows, which are objects of the type `item`; filters apply to them. `variables` are more variables
    of a row, which are computed once for its dimensions. A group is a map: it has the values of its dimensions under
    their names, `sort` with all of them as one text, and the measures (`Count`, `Sum`) that are selected. `groups` is
    the relation whose fragment turns a list of such maps into rows.
    """

    rows: Relation
    item: str
    variables: Mapping[str, Property | Value]
    dimensions: Mapping[str, Property | PlainColumn | Value]
    groups: Relation

    @property
    def orders(self) -> Mapping[str, str | Property | Value]:
        """What the groups can be sorted by."""
        return self.groups.orders


@dataclass(frozen=True)
class Refetch:
    """The object with a global ID, or (for a list) the objects with global IDs."""

    argument: str


@dataclass(frozen=True)
class Predicate:
    """A filter's input field: a value fragment that is true for matching rows. `$value` is the given value."""

    fragment: str
    convert: Callable[[Any], Any] = field(default=lambda value: value)
    staged: Staged | None = None


@dataclass(frozen=True)
class Between:
    """A filter's input field with a range: the inclusive bounds of a value fragment."""

    fragment: str


Source = (
    Property
    | PlainColumn
    | Value
    | Choice
    | Constant
    | Identity
    | Computed
    | FromStage
    | Reference
    | Same
    | Relation
    | Count
    | Sum
    | Grouped
    | Refetch
)
