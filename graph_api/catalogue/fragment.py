"""One file of the catalogue: a piece of Cypher with its inputs and outputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from graph_api.catalogue.tokens import Kind, Token, clauses, render
from graph_api.errors import SetupError


class CatalogueError(SetupError):
    """A file of the catalogue is invalid. The text has file, line and what is wrong."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")


class Mode(StrEnum):
    """How a file is used."""

    RELATION = "relation"  # rows, to be nested in a statement or to begin one
    VALUE = "value"  # one expression over what is given; other files call it like a function
    RULE = "rule"  # a whole statement, with facts in its header: `graph_api.rules` reads them
    READ = "read"  # a whole statement that only reads
    WRITE = "write"  # a whole statement that changes the graph


@dataclass(frozen=True, slots=True)
class Column:
    """A column that a fragment returns: its name and the expression behind it."""

    name: str
    expression: tuple[Token, ...]

    @property
    def is_variable(self) -> bool:
        """Whether the column is a variable of the pattern."""
        return len(self.expression) == 1 and self.expression[0].text == self.name


@dataclass(frozen=True, slots=True)
class OrderTerm:
    """One term of the sort order of a relation's rows."""

    expression: tuple[Token, ...]
    descending: bool


@dataclass(frozen=True)
class Fragment:
    """A checked file of the catalogue, with its calls to other fragments expanded.

    `text` is the statement for a Neo4j shell; `head` is everything before its last RETURN.
    """

    name: str
    mode: Mode
    given: tuple[str, ...]
    parameters: frozenset[str]
    history: frozenset[str]
    order: tuple[OrderTerm, ...]  # none: at most one row
    description: str
    facts: Mapping[str, str]  # the other entries of a rule's header
    path: Path
    line: int
    tokens: tuple[Token, ...]
    head: tuple[Token, ...]
    columns: tuple[Column, ...]
    text: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", render(self.tokens))

    @property
    def expression(self) -> tuple[Token, ...]:
        """The one expression of a value fragment."""
        return self.columns[0].expression

    @cached_property
    def own(self) -> frozenset[str]:
        """The variables that belong to the fragment alone: all but the given ones."""
        return frozenset(variables_of(self.tokens) - set(self.given))

    @property
    def last_clause(self) -> str:
        """The keyword of the last clause before the RETURN: conditions are added to a WHERE, and to others as a WHERE."""
        last = clauses(self.head)
        return self.head[last[-1]].text if last else ""

    def error(self, message: str, line: int | None = None) -> CatalogueError:
        """An error at this file."""
        return CatalogueError(self.path, self.line if line is None else line, message)


def substitute(parts: tuple[Token, ...], variables: Mapping[str, str], parameters: Mapping[str, str]) -> str:
    """The Cypher of the tokens with its variables renamed and its parameters replaced by expressions."""
    written = []
    for token in parts:
        if token.kind is Kind.VARIABLE:
            written.append(variables.get(token.text, token.text))
        elif token.kind is Kind.PARAMETER:
            written.append(parameters.get(token.text[1:], token.text))
        else:
            written.append(" " if token.kind is Kind.SPACE else token.text)
    return "".join(written).strip()


def variables_of(parts: tuple[Token, ...]) -> set[str]:
    """The names of the variables that occur in the tokens."""
    return {token.text for token in parts if token.kind is Kind.VARIABLE}
