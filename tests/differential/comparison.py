"""Comparison of two answers: the reference's and the product's."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from differential.pages import Cursor
from differential.reference import Answer, place_of

Path = tuple[str | int, ...]


# What a client can do wrong. Where several arguments are, which of them is told is the product's to say.
REFUSALS = frozenset({"BAD_USER_INPUT", "BAD_CODE", "BAD_ID", "BAD_CURSOR", "BAD_DATE", "BAD_PAGE"})


def differences(expected: Answer, data: Any, codes: set[str], cursors: dict[str, Cursor]) -> list[str]:
    """Where the product's answer is not what the reference says, in words; cursors that are met are learnt."""
    found = list(_differences(expected.data, data, (), expected.unordered, cursors))
    wanted = {code for code, _ in expected.errors}
    if bool(wanted) != bool(codes) or not codes <= REFUSALS:
        found.append(f"errors: expected {sorted(wanted)}, but got {sorted(codes)}")
    return found


def _differences(
    expected: Any, actual: Any, path: Path, unordered: Mapping[Path, int], cursors: dict[str, Cursor]
) -> Iterator[str]:
    if isinstance(expected, Mapping) and isinstance(actual, Mapping):
        if list(expected) != list(actual):
            yield f"{_at(path)}: expected the keys {list(expected)}, but got {list(actual)}"
            return
        for key, value in expected.items():
            yield from _differences(value, actual[key], (*path, key), unordered, cursors)
    elif isinstance(expected, list) and isinstance(actual, list):
        if path in unordered:
            yield from _unordered(expected, actual, path, unordered[path], cursors)
            return
        if len(expected) != len(actual):
            yield _miscounted(path, len(expected), expected, actual)
        for index, (value, other) in enumerate(zip(expected, actual, strict=False)):
            yield from _differences(value, other, (*path, index), unordered, cursors)
    else:
        yield from _leaf(expected, actual, path, cursors)


def _leaf(expected: Any, actual: Any, path: Path, cursors: dict[str, Cursor]) -> Iterator[str]:
    if isinstance(expected, str) and expected.startswith("cursor ") and isinstance(actual, str):
        place = place_of(expected)
        if cursors.setdefault(actual, place) != place:
            yield f"{_at(path)}: the cursor {actual} stands for {cursors[actual]} and for {place}"
    elif not _same(expected, actual):
        yield f"{_at(path)}: expected {_short(expected)}, but got {_short(actual)}"


def _miscounted(path: Path, count: int, expected: list[Any], actual: list[Any]) -> str:
    return f"{_at(path)}: expected {count} items, but got {len(actual)}: {_short(expected)} / {_short(actual)}"


def _unordered(
    expected: list[Any], actual: list[Any], path: Path, most: int, cursors: dict[str, Cursor]
) -> Iterator[str]:
    """A list that may come in any order, and of which only so many items are shown."""
    if len(actual) != min(most, len(expected)):
        yield _miscounted(path, min(most, len(expected)), expected, actual)
    left = list(expected)
    for item in actual:
        match = next((index for index, wanted in enumerate(left) if _matches(wanted, item, cursors)), None)
        if match is None:
            yield f"{_at(path)}: got {_short(item)}, which is none of {_short(left)}"
            return
        del left[match]


def _matches(expected: Any, actual: Any, cursors: dict[str, Cursor]) -> bool:
    return not any(_differences(expected, actual, (), {}, cursors))


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _same(expected: Any, actual: Any) -> bool:
    """Equal, and of one kind; numbers to the last digit but two, as distances come out of two calculations."""
    numbers = (int, float)
    if isinstance(expected, bool) or isinstance(actual, bool) or not isinstance(expected, numbers):
        return bool(type(expected) is type(actual) and expected == actual)
    return isinstance(actual, numbers) and abs(expected - actual) <= 1e-9 * max(1, abs(expected))


def _at(path: Path) -> str:
    return ".".join(map(str, path)) or "data"


def _short(value: Any) -> str:
    text = _text(value)
    return text if len(text) <= 400 else f"{text[:400]}…"
