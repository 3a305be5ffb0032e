"""Cypher as tokens: just enough to tell variables, parameters and calls from everything else.

It relies on the conventions of `cypher/`: keywords in capitals, labels and relation types starting with a capital,
variables starting with a small letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
      (?P<comment>//[^\n]*|/\*.*?\*/)
    | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    | (?P<quoted>`[^`]*`)
    | (?P<parameter>\$[A-Za-z_]\w*)
    | (?P<number>\d+(?:\.\d+)?(?:[eE]\d+)?)
    | (?P<name>[A-Za-z_]\w*)
    | (?P<space>\s+)
    | (?P<symbol>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CONSTANTS = frozenset({"true", "false", "null"})
_CLAUSES = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "CALL", "YIELD", "WHERE", "ORDER", "LIMIT", "RETURN"})
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_CLOSING = frozenset(_BRACKETS.values())
_OF_SEVERAL_LINES = frozenset({"comment", "string", "quoted", "space"})


class Kind(Enum):
    """What a token is."""

    VARIABLE = auto()
    PARAMETER = auto()
    CALL = auto()
    KEYWORD = auto()
    SPACE = auto()
    OTHER = auto()


class Token(NamedTuple):
    """A piece of a statement, its line (from 1) and the number of open brackets around it.

    A call is one token with its whole dotted name (`time.holds`); a parameter's text starts with `$`.
    """

    kind: Kind
    text: str
    line: int
    depth: int


def tokens(text: str, first_line: int = 1) -> list[Token]:
    """The tokens of a statement, without comments."""
    return list(_classified(_raw(text, first_line)))


def render(parts: Sequence[Token]) -> str:
    """The statement that the tokens represent."""
    return "".join(token.text for token in parts).strip()


def clauses(parts: Sequence[Token]) -> list[int]:
    """The starts of a statement's clauses: keywords outside brackets that open one."""
    found, before = [], ""
    for index, token in enumerate(parts):
        if token.kind is Kind.SPACE:
            continue
        # STARTS WITH and ENDS WITH are operators.
        if token.depth == 0 and token.text in _CLAUSES and before not in {"STARTS", "ENDS"}:
            found.append(index)
        before = token.text
    return found


class _Raw(NamedTuple):
    group: str
    text: str
    line: int


def _raw(text: str, line: int) -> list[_Raw]:
    found = []
    for match in _TOKEN.finditer(text):
        group, value = match.lastgroup or "symbol", match[0]
        if group != "comment":
            found.append(_Raw(group, value, line))
        if group in _OF_SEVERAL_LINES:
            line += value.count("\n")
    return found


def _classified(raw: list[_Raw]) -> Iterator[Token]:
    open_brackets: list[str] = []
    position, clause = 0, ""
    while position < len(raw):
        item, count = raw[position], 1
        if item.group == "space":
            yield Token(Kind.SPACE, item.text, item.line, len(open_brackets))
            position += 1
            continue
        if item.text in _CLOSING and open_brackets:
            open_brackets.pop()
        depth = len(open_brackets)
        if item.group == "name":
            kind, count = _kind_of_name(raw, position, open_brackets)
            if kind is Kind.KEYWORD:
                clause = clause if item.text == "AS" else item.text
            elif clause == "YIELD" and _neighbour(raw, position, 1) == "AS":
                kind = Kind.OTHER  # a procedure's name for its column
            text = item.text if count == 1 else "".join(part.text for part in raw[position : position + count])
            yield Token(kind, text, item.line, depth)
        elif item.group == "parameter":
            yield Token(Kind.PARAMETER, item.text, item.line, depth)
        else:
            yield Token(Kind.OTHER, item.text, item.line, depth)
        if item.text in _BRACKETS:
            open_brackets.append(item.text)
        position += count


def _kind_of_name(raw: list[_Raw], position: int, open_brackets: list[str]) -> tuple[Kind, int]:
    """The kind of the name at the position, and how many raw tokens belong to it."""
    name, before = raw[position].text, _neighbour(raw, position, -1)
    if before == ".":
        return Kind.OTHER, 1
    length = _dotted_length(raw, position)
    if name[0].islower() and _follows(raw, position + length, "("):
        return Kind.CALL, length
    if name.isupper():
        return Kind.KEYWORD, 1
    if not (name[0].islower() or name[0] == "_") or name in _CONSTANTS:
        return Kind.OTHER, 1
    is_map_key = open_brackets[-1:] == ["{"] and before in {"{", ","} and _neighbour(raw, position, 1) == ":"
    return (Kind.OTHER if is_map_key else Kind.VARIABLE), 1


def _dotted_length(raw: list[_Raw], position: int) -> int:
    length = 1
    while _follows(raw, position + length, ".") and position + length + 1 < len(raw):
        if raw[position + length + 1].group != "name":
            break
        length += 2
    return length


def _follows(raw: list[_Raw], position: int, text: str) -> bool:
    return position < len(raw) and raw[position].text == text


def _neighbour(raw: list[_Raw], position: int, step: int) -> str:
    position += step
    while 0 <= position < len(raw) and raw[position].group == "space":
        position += step
    return raw[position].text if 0 <= position < len(raw) else ""
