"""Weights: about how many bytes of JSON a shape writes into an answer; at most before it is read, and then for its row.

A field that is asked for under many names stands once in the row and many times in the answer, in each row of each page.
So it is known from the row what the answer would be, before that is built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from graph_api.compiler import shapes
from graph_api.compiler.calls import Bound
from graph_api.compiler.pages import MAX_SIZE, Page
from graph_api.errors import ClientError, ErrorCode

# What a value takes besides its key, and what an error takes: about as long as texts of the graph and messages are.
VALUE_BYTES = 24
_ERROR_BYTES = 300
# Marks between a key and its value, and between values.
_MARKS = 4
# Pages in pages in pages are never all full: no graph is that large. But ways that lead round, such as from books to
# authors to books, meet the same things again and again, however small the graph.
_FULL_DEPTH, _FEW, _SOME = 2, 3, 20
# The fewest bytes in which a row can come: a mark of the list, and one of its first column.
_LEAST_ROW = 2
# How many items a list has that has no pages, where nothing else is known.
_USUAL = 10


Above: TypeAlias = tuple[str, ...]


class Weight:
    """How much is written of a shape."""

    def most(self, bound: Bound, above: Above = ()) -> int:
        """How much it can be for a request, in lists of the types `above`.

        Pages are full two lists deep, and have a few rows below; of types that are above already they have some more.
        """
        raise NotImplementedError

    def of(self, row: shapes.Row, bound: Bound) -> int:
        """How much it is for a row."""
        raise NotImplementedError

    def density(self) -> float:
        """How much is written at most for each byte in which the rows came, where no arguments are refused.

        So what came in few bytes need not be looked at row by row, which takes as long as reading it.
        """
        raise NotImplementedError

    @property
    def per_row(self) -> int:
        """What is written for a row in any case, besides what lists and objects in it add."""
        return 0


@dataclass(frozen=True)
class Sum(Weight):
    """What is written in any case, and what depends."""

    fixed: int
    parts: tuple[Weight, ...] = ()

    def most(self, bound: Bound, above: Above = ()) -> int:  # noqa: D102
        return self.fixed + sum(part.most(bound, above) for part in self.parts)

    def of(self, row: shapes.Row, bound: Bound) -> int:  # noqa: D102
        return self.fixed + sum(part.of(row, bound) for part in self.parts)

    def density(self) -> float:  # noqa: D102
        return max((part.density() for part in self.parts), default=0.0)

    @property
    def per_row(self) -> int:  # noqa: D102
        return self.fixed + sum(part.per_row for part in self.parts)


@dataclass(frozen=True)
class _Inside(Weight):
    """An object whose own row stands in a column."""

    column: int
    item: Weight

    def most(self, bound: Bound, above: Above = ()) -> int:
        return self.item.most(bound, above)

    def of(self, row: shapes.Row, bound: Bound) -> int:
        inner = row[self.column]
        return 0 if inner is None else self.item.of(inner, bound)

    def density(self) -> float:
        return _density(self.item)


@dataclass(frozen=True)
class _Either(Weight):
    """An object of one of several types."""

    types: dict[str, Weight]

    def most(self, bound: Bound, above: Above = ()) -> int:
        return max((weight.most(bound, above) for weight in self.types.values()), default=0)

    def of(self, row: shapes.Row, bound: Bound) -> int:
        weight = self.types.get(row[0])
        return 0 if weight is None else weight.of(row, bound)

    def density(self) -> float:
        return max((weight.density() for weight in self.types.values()), default=0.0)

    @property
    def per_row(self) -> int:
        return max((weight.per_row for weight in self.types.values()), default=0)


@dataclass(frozen=True)
class _Rows(Weight):
    """A list of objects of the type, its rows in a column; `size` is how many there are at most."""

    column: int
    item: Weight
    size: Callable[[Bound], int]
    type: str

    def most(self, bound: Bound, above: Above = ()) -> int:
        size = self.size(bound)
        if len(above) >= _FULL_DEPTH:
            size = min(size, _SOME if self.type in above else _FEW)
        return size * self.item.most(bound, (*above, self.type))

    def of(self, row: shapes.Row, bound: Bound) -> int:
        rows = row[self.column] or ()
        if isinstance(self.item, Sum) and not self.item.parts:
            return len(rows) * self.item.fixed
        return sum(self.item.of(inner, bound) for inner in rows if inner is not None)

    def density(self) -> float:
        return _density(self.item)


@dataclass(frozen=True)
class _Things(Weight):
    """What ids name, in pairs of id and row in columns; each may also be an error."""

    call: int
    columns: dict[int, Weight]

    def most(self, bound: Bound, above: Above = ()) -> int:
        largest = max((weight.most(bound, (*above, "")) for weight in self.columns.values()), default=0)
        return len(bound.ids[self.call]) * (_ERROR_BYTES + largest)

    def of(self, row: shapes.Row, bound: Bound) -> int:
        found = [
            weight.of(inner, bound) for column, weight in self.columns.items() for _, inner in row[column] if inner
        ]
        # The same id may be asked for many times.
        return len(bound.ids[self.call]) * (_ERROR_BYTES + max(found, default=0))

    def density(self) -> float:
        # One row may be written for each of the ids.
        return MAX_SIZE * max((_density(weight) for weight in self.columns.values()), default=0.0)


@dataclass(frozen=True)
class _Refusable(Weight):
    """What an error stands for where the arguments of a call are refused."""

    call: int
    item: Weight

    def most(self, bound: Bound, above: Above = ()) -> int:
        return _ERROR_BYTES if self.call in bound.failures else self.item.most(bound, above)

    def of(self, row: shapes.Row, bound: Bound) -> int:
        return _ERROR_BYTES if self.call in bound.failures else self.item.of(row, bound)

    def density(self) -> float:
        return self.item.density()

    @property
    def per_row(self) -> int:
        return self.item.per_row


def fullest(calls: Iterable[int]) -> Bound:
    """A request that asks for as much as it may in each of the calls, with what `most` looks at."""
    bound = Bound(date.min)
    for call in calls:
        bound.pages[call] = Page(MAX_SIZE, from_end=False, after=None, before=None)
        bound.arguments[call] = {"first": MAX_SIZE}
        bound.ids[call] = [ClientError(ErrorCode.BAD_ID, "")] * MAX_SIZE
    return bound


def _density(item: Weight) -> float:
    """The density of what is written for rows of a list, or an object: of a row, or of what it holds."""
    return max(item.per_row / _LEAST_ROW, item.density())


def weigh(shape: shapes.Shape) -> Weight:
    """The weight of a shape."""
    return _Scales().weigh(shape)


class _Scales:
    """Weighs shapes, each once: types that have the same in common share it."""

    def __init__(self) -> None:
        self._weighed: dict[int, Weight] = {}

    def weigh(self, shape: shapes.Shape) -> Weight:
        """The weight of a shape."""
        if id(shape) not in self._weighed:
            self._weighed[id(shape)] = self._weigh(shape)
        return self._weighed[id(shape)]

    def _weigh(self, shape: shapes.Shape) -> Weight:  # noqa: PLR0911 - one a shape
        match shape:
            case shapes.Object(entries):
                return _sum(_MARKS, (self._entry(entry) for entry in entries))
            case shapes.Nested(column, item):
                return _Inside(column, self.weigh(item))
            case shapes.OneOf(types):
                return _Either({name: self.weigh(inner) for name, inner in types.items()})
            case shapes.Items(column, item, _, of, call):
                return _Rows(column, self.weigh(item), _list_size(call), of)
            case shapes.LeafList(column):
                return _Rows(column, Sum(VALUE_BYTES), _list_size(None), "")
            case shapes.Refetched(number, columns, types):
                return _Things(number, {column: self.weigh(types[key]) for key, column in columns.items()})
            case shapes.Connection():
                return self._connection(shape)
            case shapes.Computed(weight=weight) | shapes.FromStage(weight=weight):
                return Sum(weight)
            case _:
                return Sum(VALUE_BYTES)

    def _entry(self, entry: shapes.Entry) -> Weight:
        weight = self.weigh(entry.shape)
        if entry.call is not None:
            weight = _Refusable(entry.call, weight)
        return _sum(len(entry.key) + _MARKS, [weight])

    def _connection(self, shape: shapes.Connection) -> Weight:
        fixed, lists = _MARKS, []
        for key, kind, detail in shape.entries:
            fixed += len(key) + _MARKS + VALUE_BYTES
            if kind in {"nodes", "edges"}:
                assert shape.items is not None
                lists.append(_Rows(shape.items, self.weigh(detail), _page_size(shape.call), shape.of))
            elif kind == "pageInfo":
                fixed += sum(len(key) + _MARKS + VALUE_BYTES for key, _ in detail)
        return _sum(fixed, lists)


def _sum(fixed: int, parts: Iterable[Weight]) -> Weight:
    """The sum of parts, those that are sums themselves taken in."""
    depending: list[Weight] = []
    for part in parts:
        if isinstance(part, Sum):
            fixed += part.fixed
            depending += part.parts
        else:
            depending.append(part)
    return Sum(fixed, tuple(depending))


def _page_size(call: int) -> Callable[[Bound], int]:
    return lambda bound: bound.pages[call].size


def _list_size(call: int | None) -> Callable[[Bound], int]:
    return lambda bound: _USUAL if call is None else bound.arguments[call].get("first") or _USUAL


def entries(shape: Any, seen: set[int] | None = None) -> int:
    """How many fields a shape has, those that several types share counted once."""
    seen = set() if seen is None else seen
    if id(shape) in seen:
        return 0
    seen.add(id(shape))
    match shape:
        case shapes.Object(found):
            return sum(1 + entries(entry.shape, seen) for entry in found)
        case shapes.Nested(_, item) | shapes.Items(_, item):
            return entries(item, seen)
        case shapes.OneOf(types) | shapes.Refetched(types=types):
            return sum(entries(inner, seen) for inner in types.values())
        case shapes.Connection():
            return sum(
                1 + (entries(detail, seen) if isinstance(detail, shapes.Shape) else 0) for _, _, detail in shape.entries
            )
        case _:
            return 0
