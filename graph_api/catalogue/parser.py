"""From the text of a `.cypher` file to a checked fragment."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_api.catalogue.fragment import CatalogueError, Column, Fragment, Mode, OrderTerm, variables_of
from graph_api.catalogue.tokens import Kind, Token, clauses, tokens

_KEYS = frozenset({"name", "mode", "given", "parameters", "columns", "order", "history"})
_KEY = re.compile(r"[a-z_]+")
_AGGREGATES = frozenset({"avg", "collect", "count", "max", "min", "sum"})


@dataclass(frozen=True)
class FragmentFile:
    """A parsed file: the entries of its header with their lines, the description below them, and the body."""

    path: Path
    entries: Mapping[str, tuple[str, int]]
    description: str
    body: tuple[Token, ...]
    body_line: int

    @property
    def name(self) -> str:
        """The fragment's name, `folder.file`."""
        return self.entries["name"][0]

    def names(self, key: str) -> tuple[str, ...]:
        """The entry of the header as a list of names."""
        return tuple(part.strip() for part in self.entries.get(key, ("", 0))[0].split(",") if part.strip())

    def line(self, key: str) -> int:
        """The line of the header's entry; the first line if it has none."""
        return self.entries.get(key, ("", 1))[1]


def parse_file(path: Path, text: str) -> FragmentFile:
    """Splits a file into header and body. Raises `CatalogueError` for an incomplete header."""
    lines = text.splitlines()
    count = next((number for number, line in enumerate(lines) if not line.startswith("//")), len(lines))
    entries: dict[str, tuple[str, int]] = {}
    words: list[str] = []
    for number, line in enumerate(lines[:count], start=1):
        content = line.removeprefix("//").strip()
        key, colon, value = content.partition(":")
        if not words and colon and _KEY.fullmatch(key):
            if key in entries:
                raise CatalogueError(path, number, f"the header has {key!r} twice")
            entries[key] = (value.strip(), number)
        elif content:
            words.append(content)
    _check_header(path, entries, words)
    body = tuple(tokens("\n".join(lines[count:]), count + 1))
    return FragmentFile(path, entries, " ".join(words), body, count + 1)


def _check_header(path: Path, entries: Mapping[str, tuple[str, int]], words: Sequence[str]) -> None:
    for key in ("name", "mode"):
        if key not in entries:
            raise CatalogueError(path, 1, f"the header lacks {key!r}")
    if not words:
        raise CatalogueError(path, 1, "the header lacks a description")
    name, line = entries["name"]
    expected = f"{path.parent.name}.{path.stem}"
    if name != expected:
        raise CatalogueError(path, line, f"the name is {name!r}, but folder and file make it {expected!r}")
    mode, line = entries["mode"]
    if mode not in set(Mode):
        raise CatalogueError(path, line, f"unknown mode {mode!r}: one of {', '.join(Mode)}")
    for key, (_, line) in entries.items():
        if key not in _KEYS and mode != Mode.RULE:
            raise CatalogueError(
                path, line, f"the header has the unknown key {key!r}: one of {', '.join(sorted(_KEYS))}"
            )


def build(file: FragmentFile, body: tuple[Token, ...], inherited: frozenset[str]) -> Fragment:
    """The fragment of a file whose calls are expanded in `body`; `inherited` are the parameters of the called fragments."""
    head, columns = _split(file, body)
    head = _without_context(head, frozenset(file.names("given")))
    own = {token.text[1:] for token in file.body if token.kind is Kind.PARAMETER}
    declared = set(file.names("parameters"))
    for name in sorted(own - declared):
        line = next(token.line for token in file.body if token.text == f"${name}")
        raise CatalogueError(file.path, line, f"parameter ${name} is not declared in the header")
    for name in sorted(declared - own):
        raise CatalogueError(file.path, file.line("parameters"), f"parameter ${name} is declared but not used")
    fragment = Fragment(
        name=file.name,
        mode=Mode(file.entries["mode"][0]),
        given=file.names("given"),
        parameters=frozenset(declared) | inherited,
        history=frozenset(file.names("history")),
        order=_order(file),
        description=file.description,
        facts={key: value for key, (value, _) in file.entries.items() if key not in _KEYS},
        path=file.path,
        line=file.body_line,
        tokens=body,
        head=head,
        columns=columns,
    )
    _check_columns(file, fragment)
    _check_given(file, fragment)
    _check_aggregates(file, fragment)
    _check_last_condition(file, fragment)
    return fragment


def _split(file: FragmentFile, body: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Column, ...]]:
    """The text before the last RETURN, and the columns after it."""
    at = next((i for i in range(len(body) - 1, -1, -1) if body[i].depth == 0 and body[i].text == "RETURN"), None)
    if at is None:
        if Mode(file.entries["mode"][0]) is Mode.WRITE:
            return body, ()
        raise CatalogueError(file.path, file.body_line, "the statement has no RETURN")
    return body[:at], tuple(_column(file, item) for item in split_at(body[at + 1 :], ","))


def _without_context(head: tuple[Token, ...], given: frozenset[str]) -> tuple[Token, ...]:
    """The clauses without a first one that only binds given variables: that one is for running the file by hand."""
    starts = [index for index in clauses(head) if head[index].text != "WHERE"]
    if not starts or head[starts[0]].text not in {"MATCH", "UNWIND"}:
        return head
    end = starts[1] if len(starts) > 1 else len(head)
    return head[end:] if variables_of(head[:end]) <= given else head


def _column(file: FragmentFile, item: tuple[Token, ...]) -> Column:
    words = trimmed(item)
    if not words:
        raise CatalogueError(file.path, file.body_line, "RETURN has an empty column")
    alias = next((i for i, token in enumerate(words) if token.depth == 0 and token.text == "AS"), None)
    if alias is not None:
        return Column(trimmed(words[alias + 1 :])[0].text, trimmed(words[:alias]))
    if len(words) == 1 and words[0].kind is Kind.VARIABLE:
        return Column(words[0].text, words)
    raise CatalogueError(file.path, words[0].line, "a column that is not a variable needs AS and a name")


def _order(file: FragmentFile) -> tuple[OrderTerm, ...]:
    text, line = file.entries.get("order", ("", 1))
    terms = []
    for part in split_at(tuple(tokens(text, line)), ","):
        words = trimmed(part)
        if words:
            descending = words[-1].text == "DESC"
            terms.append(OrderTerm(trimmed(words[:-1]) if descending else words, descending))
    return tuple(terms)


def _check_columns(file: FragmentFile, fragment: Fragment) -> None:
    declared, returned = file.names("columns"), tuple(column.name for column in fragment.columns)
    if declared != returned:
        message = f"the header's columns are ({', '.join(declared)}), the statement returns ({', '.join(returned)})"
        raise CatalogueError(file.path, file.line("columns"), message)
    if fragment.mode is Mode.VALUE and len(returned) != 1:
        raise CatalogueError(file.path, file.line("columns"), "a value has exactly one column")
    if fragment.mode is Mode.RELATION and not all(column.is_variable for column in fragment.columns):
        raise CatalogueError(file.path, file.line("columns"), "a relation returns variables: name the rest by WITH")
    known = set(returned) | set(fragment.given)
    for term in fragment.order:
        for name in sorted(variables_of(term.expression) - known):
            raise CatalogueError(file.path, file.line("order"), f"the order uses {name}, which is not a column")


def _check_given(file: FragmentFile, fragment: Fragment) -> None:
    occurring = variables_of(fragment.tokens)
    for name in fragment.given:
        if name not in occurring:
            raise CatalogueError(file.path, file.line("given"), f"{name} is given but does not occur")


def _check_aggregates(file: FragmentFile, fragment: Fragment) -> None:
    """Neo4j 5 refuses an aggregate in a subquery that is nested in another expression, as these are."""
    if fragment.mode in {Mode.RELATION, Mode.VALUE}:
        for token in file.body:
            if token.kind is Kind.CALL and token.text in _AGGREGATES:
                message = (
                    f"{token.text}() is not allowed in a nested subquery: "
                    "use COUNT {}, COLLECT {}, reduce() or ORDER BY … LIMIT 1"
                )
                raise CatalogueError(file.path, token.line, message)


def _check_last_condition(file: FragmentFile, fragment: Fragment) -> None:
    """Conditions are added to a relation's last WHERE with AND, so an OR there needs brackets."""
    if fragment.mode is Mode.RELATION and fragment.last_clause == "WHERE":
        for token in fragment.head[clauses(fragment.head)[-1] :]:
            if token.depth == 0 and token.text in {"OR", "XOR"}:
                message = f"put what {token.text} joins in brackets: further conditions are added to this WHERE"
                raise CatalogueError(file.path, token.line, message)


def split_at(parts: tuple[Token, ...], separator: str) -> list[tuple[Token, ...]]:
    """The tokens, split at a separator outside brackets."""
    pieces: list[list[Token]] = [[]]
    for token in parts:
        if token.depth == 0 and token.text == separator:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return [tuple(piece) for piece in pieces]


def trimmed(parts: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without surrounding white space."""
    start, end = 0, len(parts)
    while start < end and parts[start].kind is Kind.SPACE:
        start += 1
    while end > start and parts[end - 1].kind is Kind.SPACE:
        end -= 1
    return parts[start:end]
