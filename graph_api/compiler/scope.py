"""Scopes and rows: which Cypher variable stands for what at a place of the statement, and the columns gathered there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graph_api.catalogue import Fragment, OrderTerm, substitute, variables_of
from graph_api.compiler.calls import Call

Order = list[tuple[str, bool]]  # the terms of an order, each with whether it descends


@dataclass(frozen=True)
class Scope:
    """The variables that an object's fields may use, by the names its row gives them, and the day that holds there.

    `root` is the call of the root field that led here (none at the root itself); `narrow` tells whether everything here
    lies within the place that it names; `levels` are those that the place at hand can have, if it is one. `dated` tells
    whether the ids of objects here carry the day.
    """

    variables: Mapping[str, str]
    as_of: str = ""
    root: Call | None = None
    narrow: bool = True
    levels: tuple[str, ...] = ()
    dated: bool = False

    def renamed(self, given: Mapping[str, str]) -> Scope:
        """The scope with the variables of another row's names: `given` says which of this row stands for which of that."""
        return replace(self, variables={**self.variables, **{name: self.variables[own] for name, own in given.items()}})

    def also(self, main: str, names: Iterable[str]) -> Scope:
        """The scope in which the main variable goes by the further names too."""
        return replace(self, variables={**self.variables, **dict.fromkeys(names, self.variables[main])})


class Columns:
    """The columns of a row in the making; an expression that is asked for twice is one column."""

    def __init__(self, expressions: Iterable[str] = ()) -> None:
        self._indexes: dict[str, int] = {}
        for expression in expressions:
            self.add(expression)

    @property
    def expressions(self) -> list[str]:
        """The expressions, in the order of the columns."""
        return list(self._indexes)

    def add(self, expression: str) -> int:
        """The index of the column that holds the expression."""
        return self._indexes.setdefault(expression, len(self._indexes))

    def listed(self) -> str:
        """The row as a Cypher list."""
        return "[" + ", ".join(self._indexes) + "]"


class GuardedColumns(Columns):
    """Columns of another row that only some of its nodes have: where the test fails, they are null and cost nothing."""

    def __init__(self, row: Columns, test: str) -> None:
        super().__init__()
        self._row = row
        self._test = test

    def add(self, expression: str) -> int:
        """The index in the row; properties, which are null anyway on nodes that lack them, need no test."""
        return self._row.add(f"CASE WHEN {self._test} THEN {expression} END" if "{" in expression else expression)


@dataclass(frozen=True)
class Use:
    """A fragment put to use at a place: its variables renamed so that none collides with one outside.

    (A nested subquery sees every outer variable; a name used twice would silently join.)
    """

    fragment: Fragment
    variables: Mapping[str, str]
    parameters: Mapping[str, str]

    @property
    def columns(self) -> Mapping[str, str]:
        """The variables of the fragment's columns and of what it was given, by the fragment's names."""
        names = (*self.fragment.given, *(column.name for column in self.fragment.columns))
        return {name: self.variables[name] for name in names}

    @property
    def carried(self) -> str:
        """The columns that have to be carried through a WITH."""
        return ", ".join(
            self.variables[column.name] for column in self.fragment.columns if column.name not in self.fragment.given
        )

    def head(self, predicates: list[str]) -> str:
        """The fragment's clauses before its RETURN, with the predicates added to the last of them."""
        text = substitute(self.fragment.head, self.variables, self.parameters)
        if not predicates:
            return text
        joined = " AND ".join(predicates)
        if self.fragment.last_clause not in {"MATCH", "WITH", "YIELD", "WHERE"}:
            raise self.fragment.error("end it with MATCH, WITH or WHERE, so that conditions can be added")
        return f"{text} AND {joined}" if self.fragment.last_clause == "WHERE" else f"{text} WHERE {joined}"

    def value(self) -> str:
        """The expression of a value fragment."""
        return "(" + substitute(self.fragment.expression, self.variables, self.parameters) + ")"

    def order(self) -> Order:
        """The terms of the fragment's order, each with whether it descends."""
        return [(self._term(term), term.descending) for term in self.fragment.order]

    def _term(self, term: OrderTerm) -> str:
        return substitute(term.expression, self.variables, self.parameters)


class Names:
    """Gives each use of a fragment variables of its own, numbered in the order of use."""

    def __init__(self) -> None:
        self.count = 0

    def use(self, fragment: Fragment, given: Mapping[str, str], parameters: Mapping[str, str]) -> Use:
        """The fragment with what it is given bound to outer variables, and fresh names for all else."""
        self.count += 1
        own = variables_of(fragment.tokens) - set(fragment.given)
        variables = {name: f"{name}_{self.count}" for name in own}
        return Use(fragment, {**variables, **given}, parameters)
