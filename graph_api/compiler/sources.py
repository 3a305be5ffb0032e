"""Where a field's value comes from: what the schema declares of each type and field, and the compiler turns into Cypher.

An object of the schema stands for a row of Cypher variables. Its `Row` names them; a field's source refers to those names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Row:
    """What a type stands for in Cypher.

    `main` is the variable that the type is about, `needs` what else a row has to carry. An interface has only `main`.
    `label` is a label expression that holds for exactly the nodes that appear as this type where a field's type is an
    interface. `refetch` is the fragment that finds one by its local id (`$id`), `of` the label that it must have there.
    `exists` is a value (of the main variable) that tells whether it exists on the day.
    `constants` are values that are the same for every object of the type.
    """

    main: str
    needs: tuple[str, ...] = ()
    label: str | None = None
    refetch: str | None = None
    of: str | None = None
    exists: str | None = None
    staged: Mapping[str, Staged] = field(default_factory=dict)
    constants: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Property:
    """A property of a node or relation of the row; of the main variable unless `of` names another."""

    key: str
    of: str | None = None


@dataclass(frozen=True)
class Column:
    """A column of the row that is a plain value already."""

    name: str


@dataclass(frozen=True)
class Value:
    """A value fragment, worked out over the row. `given` says which variable of the row stands for which of the fragment's.

    `staged` are parameters of it that come from a stage.
    """

    fragment: str
    given: Mapping[str, str] = field(default_factory=dict)
    staged: Mapping[str, Staged] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """One value fragment of a folder for each row: the one whose name is the row's `by`, a property (`figure.key`)."""

    folder: str
    by: Property
    as_of: Property | None = None


@dataclass(frozen=True)
class Constant:
    """A value that the type's row declares, such as a place's level."""

    name: str


@dataclass(frozen=True)
class Identity:
    """The global id; its local part is the main variable's `id`, or what `local` says."""

    local: Property | Value | None = None


@dataclass(frozen=True)
class Computed:
    """A value that plain Python works out from others of the row."""

    inputs: Mapping[str, Property | Column | Value | Choice]
    function: Callable[..., Any]


@dataclass(frozen=True)
class Staged:
    """What has to be found out before the statement runs, and what is taken of it.

    `kind` is the type of the needs, by which whoever executes the statement knows what finds them out. `needs` says what
    has to be found out, from the arguments of the field that wants it and the level of the place in question; the stage
    gathers all needs of a kind of a root field. `take` gives the value: from the stage's result, the arguments, and the
    levels that the place can have. A `wide` one needs the whole city around, however narrow the place that the root field
    names. Of a `paged` one `take` gives the rows of a connection in their order (`HandedIn`), and the statement gets the
    page that is asked for. Where each row of a relation has a connection of its own, `key` is the property of a variable
    of the fragment by which it finds its rows: `take` gives these by key.
    """

    kind: type[Any]
    needs: Callable[[Mapping[str, Any], str], Any]
    take: Callable[[Any, Mapping[str, Any], tuple[str, ...]], Any]
    wide: bool = False
    paged: bool = False
    key: Property | None = None


@dataclass(frozen=True)
class Taken:
    """A value taken of a stage's result, for the row's `key` where it has one; read from plain Python objects.

    `kind` and `needs` are as those of `Staged`. At the root `arguments` are those to check before anything is found out.
    """

    key: Property | None
    kind: type[Any]
    needs: Callable[[Mapping[str, Any], str], Any]
    take: Callable[[Any, Any], Any]
    arguments: Mapping[str, Argument] = field(default_factory=dict)


@dataclass(frozen=True)
class Reference:
    """What a pair of type and id names, or the list of what such pairs name (`first` of them).

    `among` are the names of the types that can be meant.
    """

    pairs: Property
    among: frozenset[str]


@dataclass(frozen=True)
class Same:
    """An object that the same row stands for. `given` says which variable of this row stands for which of that object's."""

    given: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Argument:
    """A fragment's parameter that comes from a field's argument, through a function that checks or converts it."""

    name: str
    convert: Callable[[Any], Any] = field(default=lambda value: value)


@dataclass(frozen=True)
class Relation:
    """Rows of a relation fragment: a connection, a list or one object, as the field's type says.

    `arguments` says where the fragment's parameters come from; one that is not named comes from the argument of its own
    name (`within`). `once` are variables that the fragment is given besides, each a value fragment: one of the arguments
    alone is worked out once in the whole statement, for all fields that say the same, and one of the row at hand once for a
    page and its number. `orders` are the keys that `orderBy.field`
    chooses from. A `downward` relation leads to places within the place at hand, so that nothing outside that has to be
    judged. `day` is the argument of a root field that says which day it asks about.
    """

    fragment: str
    given: Mapping[str, str] = field(default_factory=dict)
    arguments: Mapping[str, Argument | Staged] = field(default_factory=dict)
    once: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, Property | Value] = field(default_factory=dict)
    downward: bool = False
    day: str = "asOf"


@dataclass(frozen=True)
class Refetch:
    """The thing that has a global id, or (for a list) the things that have them."""

    argument: str


@dataclass(frozen=True)
class Predicate:
    """A filter's input field: a value fragment that is true of the rows to keep; `$value` is what was given."""

    fragment: str
    convert: Callable[[Any], Any] = field(default=lambda value: value)
    staged: Staged | None = None


@dataclass(frozen=True)
class Between:
    """A filter's input field of a range: the bounds, both included, of a value fragment."""

    fragment: str


Source = (
    Property | Column | Value | Choice | Constant | Identity | Computed | Taken | Reference | Same | Relation | Refetch
)
