"""Calls of value fragments: `time.holds(relation)` becomes the expression of `cypher/time/holds.cypher`."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from graph_api.catalogue.fragment import CatalogueError, Fragment, Mode, variables_of
from graph_api.catalogue.parser import FragmentFile, build, split_at, trimmed
from graph_api.catalogue.tokens import Kind, Token


def resolve(files: Mapping[str, FragmentFile]) -> dict[str, Fragment]:
    """All files as fragments with their calls expanded, whatever the order of the files.

    Raises `CatalogueError` for a call with the wrong number of arguments, of a fragment that is not a value, or in a
    circle.
    """
    done: dict[str, Fragment] = {}
    for name in files:
        _resolve(name, files, done, ())
    return done


def _resolve(
    name: str, files: Mapping[str, FragmentFile], done: dict[str, Fragment], above: tuple[str, ...]
) -> Fragment:
    if name in done:
        return done[name]
    file = files[name]
    if name in above:
        circle = " calls ".join((*above[above.index(name) :], name))
        raise CatalogueError(file.path, file.body_line, f"circular calls: {circle}")
    called = {
        token.text: _resolve(token.text, files, done, (*above, name))
        for token in file.body
        if token.kind is Kind.CALL and token.text in files
    }
    body = _expanded(file, file.body, called)
    inherited = frozenset[str]().union(*(fragment.parameters for fragment in called.values()))
    done[name] = build(file, body, inherited)
    return done[name]


def _expanded(file: FragmentFile, body: tuple[Token, ...], called: Mapping[str, Fragment]) -> tuple[Token, ...]:
    written: list[Token] = []
    numbers = count(1)
    position = 0
    while position < len(body):
        token = body[position]
        if token.kind is Kind.CALL and "." in token.text and token.text in called:
            end = _closing(body, position + 1)
            inner = _expanded(file, body[position + 2 : end], called)
            written += _inlined(file, token, called[token.text], inner, next(numbers))
            position = end + 1
        else:
            written.append(token)
            position += 1
    return tuple(written)


def _inlined(file: FragmentFile, call: Token, fragment: Fragment, inner: tuple[Token, ...], number: int) -> list[Token]:
    if fragment.mode is not Mode.VALUE:
        raise CatalogueError(file.path, call.line, f"{call.text} is not a value: only values can be called")
    pieces = split_at(_at_depth(inner, -1 - call.depth), ",") if trimmed(inner) else []
    arguments = [trimmed(piece) for piece in pieces]
    if len(arguments) != len(fragment.given):
        message = f"{call.text} takes ({', '.join(fragment.given)}), not {len(arguments)} arguments"
        raise CatalogueError(file.path, call.line, message)
    replacements = dict(zip(fragment.given, arguments, strict=True))
    own = {name: f"{name}_c{number}" for name in variables_of(fragment.expression) - set(fragment.given)}
    outer = call.depth + 1
    written = [Token(Kind.OTHER, "(", call.line, call.depth)]
    for token in fragment.expression:
        if token.kind is Kind.VARIABLE and token.text in replacements:
            written += _at_depth(replacements[token.text], outer + token.depth, call.line)
        else:
            text = own.get(token.text, token.text) if token.kind is Kind.VARIABLE else token.text
            written.append(Token(token.kind, text, call.line, token.depth + outer))
    written.append(Token(Kind.OTHER, ")", call.line, call.depth))
    return written


def _at_depth(parts: tuple[Token, ...], shift: int, line: int | None = None) -> tuple[Token, ...]:
    return tuple(Token(t.kind, t.text, t.line if line is None else line, max(t.depth + shift, 0)) for t in parts)


def _closing(body: tuple[Token, ...], opening: int) -> int:
    """The position of the bracket that closes the one at the given position."""
    depth = body[opening].depth
    return next(i for i in range(opening + 1, len(body)) if body[i].text == ")" and body[i].depth == depth)
