"""Scopes and rows: the Cypher variables at a position of the statement, the columns collected there, and the uses of
fragments, by which rows enter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from graph_api.catalogue import Fragment, OrderTerm, substitute
from graph_api.compiler.calls import Call

_CLAUSES_WITH_CONDITIONS = frozenset({"MATCH", "WITH", "YIELD"})


class SortTerm(NamedTuple):
    """A term of a sort order. A `nullable` one is preceded by one that sorts nulls last."""

    text: str
    descending: bool
    nullable: bool = False


SortOrder = list[SortTerm]


@dataclass(frozen=True)
class Scope:
    """The variables that an object's fields can use, by the names in its row, and the date that applies.

    `root` is the call of the root field above (None at the root itself). `narrow` tells whether everything here lies
    within the area of that field. `variants` are those that the current object can have. `dated` tells
    whether the IDs of objects here carry the date.
    """

    variables: Mapping[str, str]
    as_of: str = ""
    root: Call | None = None
    narrow: bool = True
    variants: tuple[str, ...] = ()
    dated: bool = False

    def renamed(self, given: Mapping[str, str]) -> Scope:
        """The scope with the variable names of another row: `given` maps its names to those of this row."""
        if not given:
            return self
        return replace(self, variables={**self.variables, **{name: self.variables[own] for name, own in given.items()}})

    def also(self, main: str, names: Iterable[str]) -> Scope:
        """The scope with more names for the main variable."""
        return replace(self, variables={**self.variables, **dict.fromkeys(names, self.variables[main])})


class Columns:
    """The columns of a row. An expression that is added twice is one column."""

    def __init__(self, expressions: Iterable[str] = ()) -> None:
        self._indexes: dict[str, int] = {}
        for expression in expressions:
            self.add(expression)

    @property
    def expressions(self) -> list[str]:
        """The expressions in the order of the columns."""
        return list(self._indexes)

    def add(self, expression: str) -> int:
        """The index of the expression's column."""
        return self._indexes.setdefault(expression, len(self._indexes))

    def listed(self) -> str:
        """The row as a Cypher list."""
        return "[" + ", ".join(self._indexes) + "]"


class GuardedColumns(Columns):
    """Columns of another row that apply to some of its nodes only: if the test fails, they are null and cost
    nothing."""

    def __init__(self, row: Columns, test: str) -> None:
        super().__init__()
        self._row = row
        self._test = test

    def add(self, expression: str) -> int:
        """The index in the row; properties, which are null anyway on nodes that lack them, need no test."""
        return self._row.add(f"CASE WHEN {self._test} THEN {expression} END" if "{" in expression else expression)


@dataclass(frozen=True)
class Use:
    """A fragment used at a position: its variables are renamed so that none collides with an outer one.

    (A nested subquery sees every outer variable; a name used twice would silently join.)
    """

    fragment: Fragment
    variables: Mapping[str, str]
    parameters: Mapping[str, str]

    @property
    def columns(self) -> Mapping[str, str]:
        """The variables of the fragment's columns and of its given values, by the fragment's names."""
        names = (*self.fragment.given, *(column.name for column in self.fragment.columns))
        return {name: self.variables[name] for name in names}

    @property
    def carried(self) -> str:
        """The columns that a WITH must carry."""
        return ", ".join(
            self.variables[column.name] for column in self.fragment.columns if column.name not in self.fragment.given
        )

    def rows(self, predicates: Sequence[str] = ()) -> str:
        """The clauses that find the rows of the fragment for which all predicates hold.

        This is the gate, the only way by which rows enter a statement: pages, totals, lists, single objects and what IDs
        refer to all begin with these clauses. A condition that is added here holds for every row that an operation reads.
        """
        text = substitute(self.fragment.head, self.variables, self.parameters)
        if not predicates:
            return text
        if self.fragment.last_clause == "WHERE":
            return f"{text} AND {' AND '.join(predicates)}"
        if self.fragment.last_clause not in _CLAUSES_WITH_CONDITIONS:
            raise self.fragment.error("end it with MATCH, WITH or WHERE, so that conditions can be added")
        return f"{text} WHERE {' AND '.join(predicates)}"

    def value(self) -> str:
        """The expression of a value fragment."""
        return "(" + substitute(self.fragment.expression, self.variables, self.parameters) + ")"

    def order(self) -> SortOrder:
        """The terms of the fragment's sort order."""
        return [SortTerm(self._term(term), term.descending) for term in self.fragment.order]

    def _term(self, term: OrderTerm) -> str:
        return substitute(term.expression, self.variables, self.parameters)


class Names:
    """Gives the variables of each use of a fragment their own names, numbered in the order of use."""

    def __init__(self) -> None:
        self.count = 0

    def use(self, fragment: Fragment, given: Mapping[str, str], parameters: Mapping[str, str]) -> Use:
        """The fragment with its given values bound to outer variables, and with new names for all others."""
        self.count += 1
        variables = {name: f"{name}_{self.count}" for name in fragment.own}
        return Use(fragment, {**variables, **given}, parameters)


def quoted(name: str) -> str:
    """A name of the schema or of a file as a Cypher string. It has only letters, digits and underscores."""
    return f"'{name}'"
