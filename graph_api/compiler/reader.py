"""Readers: a shape as one generated Python expression, for results without errors.

Reading a shape field by field follows every rule of GraphQL, but needs a call per value. Almost no result requires
that: so the shape is written as nested dict and list displays, which read the same result in about a fifth of the time.
They give up (`Amiss`) at the first null that is not allowed; then the slow way finds the errors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from typing import Any, NoReturn

from graph_api.compiler import shapes
from graph_api.compiler.ids import encode_id
from graph_api.compiler.pages import Page, encode_cursor
from graph_api.turns import give_way

Reader = Callable[[Sequence[Any], Mapping[int, Page], Mapping[int, Any], Mapping[str, str]], Any]
# Most characters of an object's fields that are compiled in one piece. Nothing else runs meanwhile: Python needs 40
# milliseconds for the longest reader as a whole, and about one for these.
_PIECE = 4_000


class Amiss(Exception):  # noqa: N818 - no error: a reason to look closely
    """The result has a null, or something else, that only the slow way can handle."""


def build_reader(shape: shapes.Shape) -> Reader:
    """The function that reads a row of the shape, given pages, results of stages, and the dates of IDs. Raises
    `Amiss`."""
    writer = _Writer()
    made: Reader = writer.function(writer.written(shape, "row"), ["row"])
    return made


class _Writer:
    """Generates expressions. `names` are the objects they refer to; `functions` are the names of code shared by several
    objects."""

    def __init__(self) -> None:
        self.names: dict[str, Any] = {
            "absent": _absent,
            "page_rows": _page_rows,
            "encode_cursor": encode_cursor,
            "encode_id": encode_id,
        }
        self.functions: dict[int, str] = {}
        self._numbers = count(1)

    def name(self, value: Any) -> str:
        """A name for a value that can't be written as text."""
        name = f"value_{next(self._numbers)}"
        self.names[name] = value
        return name

    def function(self, body: str, variables: Sequence[str]) -> Callable[..., Any]:
        """The function with this expression, which uses the variables."""
        give_way()
        # The source consists of names generated here and of reprs of strings and numbers.
        made: Callable[..., Any] = eval(f"lambda {_arguments(variables)}: {body}", self.names)  # noqa: S307
        return made

    def fresh(self) -> str:
        """A new name for a row."""
        return f"row_{next(self._numbers)}"

    def entry(self, entry: shapes.Entry, row: str) -> str:
        """A field of an object with its key."""
        if id(entry.shape) in self.functions:
            return f"{entry.key!r}: {self.functions[id(entry.shape)]}({row}, pages, results, days)"
        return f"{entry.key!r}: {self.written(entry.shape, row, nullable=entry.nullable)}"

    def written(self, shape: shapes.Shape, row: str, *, nullable: bool = True) -> str:  # noqa: C901, PLR0911, PLR0912 - one a shape
        """The expression that reads the shape from the row with that name."""
        match shape:
            case shapes.Fixed(value):
                return repr(value) if isinstance(value, str) else self.name(value)
            case shapes.Leaf(column, convert):
                return self.leaf(f"{row}[{column}]", convert, nullable=nullable)
            case shapes.LeafList(column, nullable_items, convert):
                inner, item = self.fresh(), self.fresh()
                missing = "None" if nullable else "absent()"
                value = self.leaf(item, convert, nullable=nullable_items)
                found = f"[{value} for {item} in {inner}]"
                return f"({missing} if ({inner} := {row}[{column}]) is None else {found})"
            case shapes.Object(entries):
                return self.display([self.entry(entry, row) for entry in entries], [row])
            case shapes.Nested(column, item):
                inner = self.fresh()
                missing = "None" if nullable else "absent()"
                return f"({missing} if ({inner} := {row}[{column}]) is None else {self.written(item, inner)})"
            case shapes.Items(column, item, False):
                return self.items(item, f"{row}[{column}]")
            case shapes.OneOf(types):
                return self.one_of(types, row)
            case shapes.Id(column, type_name, day):
                which = f"{row}[0]" if type_name is None else repr(type_name)
                carried = "" if day is None else f", days[{day!r}]"
                return f"encode_id({which}, {self.checked(f'{row}[{column}]', nullable=False)}{carried})"
            case shapes.Connection():
                return self.connection(shape, row)
            case shapes.Cursor(mark, terms):
                return f"encode_cursor({mark!r}, {row}[-{terms}:])"
            case shapes.Computed(columns, function, _):
                arguments = ", ".join(f"{name}={row}[{column}]" for name, column in columns.items())
                return self.checked(f"{self.name(function)}({arguments})", nullable=nullable)
            case shapes.FromStage(stage, column, take, _):
                key = "None" if column is None else f"{row}[{column}]"
                return self.checked(f"{self.name(take)}(results[{stage}], {key})", nullable=nullable)
            case _:
                # Rare shapes, which can have errors of their own, are left to the slow way.
                return "absent()"

    def one_of(self, types: Mapping[str, shapes.Shape], row: str) -> str:
        """An object of one of several types. Types that are read alike share an expression."""
        names: dict[int, list[str]] = {}
        for name, inner in types.items():
            names.setdefault(id(inner), []).append(name)
        objects = {id(inner): inner for inner in types.values()}
        if len(objects) > 1:
            self.share(objects.values())
        cases = " else ".join(
            f"{self.written(inner, row)} if {row}[0] in {self.name(frozenset(names[key]))}"
            for key, inner in objects.items()
        )
        return f"({cases} else absent())" if objects else "absent()"

    def share(self, objects: Iterable[shapes.Shape]) -> None:
        """Writes the code shared by several objects as functions, so that it is written once, however deeply it
        nests."""
        entries = [entry for object_ in objects if isinstance(object_, shapes.Object) for entry in object_.entries]
        numbers = Counter(id(entry.shape) for entry in entries)
        for entry in entries:
            if numbers[id(entry.shape)] > 1 and id(entry.shape) not in self.functions and not is_plain(entry.shape):
                body = self.written(entry.shape, "row", nullable=entry.nullable)
                self.functions[id(entry.shape)] = self.name(self.function(body, ["row"]))

    def display(self, entries: Sequence[str], variables: Sequence[str]) -> str:
        """An object with these fields. A long one is joined from pieces, each a function of its own."""
        if sum(map(len, entries)) <= _PIECE:
            return f"{{{', '.join(entries)}}}"
        pieces: list[list[str]] = [[]]
        length = 0
        for entry in entries:
            if length > _PIECE:
                pieces.append([])
                length = 0
            pieces[-1].append(entry)
            length += len(entry)
        functions = [self.name(self.function(f"{{{', '.join(piece)}}}", variables)) for piece in pieces]
        calls = [f"{function}({_arguments(variables)})" for function in functions]
        return calls[0] if len(calls) == 1 else f"{{{', '.join(f'**{call}' for call in calls)}}}"

    def leaf(self, value: str, convert: Callable[[Any], Any] | None, *, nullable: bool) -> str:
        """A value of a column."""
        if convert is None:
            return value if nullable else self.checked(value, nullable=False)
        missing = "None" if nullable else "absent()"
        converted = f"{self.name(convert)}(found)"
        return f"({missing} if (found := {value}) is None else {self.checked(converted, nullable=nullable)})"

    def checked(self, value: str, *, nullable: bool) -> str:
        """The value, unless it is null and must not be."""
        return value if nullable else f"(found if (found := {value}) is not None else absent())"

    def items(self, item: shapes.Shape, rows: str) -> str:
        """A list of objects."""
        inner = self.fresh()
        return f"[{self.written(item, inner, nullable=False)} for {inner} in {rows}]"

    def connection(self, shape: shapes.Connection, row: str) -> str:
        """A page of a connection."""
        page = f"page_{next(self._numbers)}"
        rows = "()" if shape.items is None else f"page_rows({row}[{shape.items}], pages[{shape.call}])"
        entries = [self.part(shape, entry, page, row) for entry in shape.entries]
        # The rows of the page are computed once, by iterating over a list of one element.
        return f"[{self.display(entries, [row, page])} for {page} in ({rows},)][0]"

    def part(self, shape: shapes.Connection, entry: tuple[str, str, Any], page: str, row: str) -> str:
        """A field of a connection with its key."""
        key, kind, detail = entry
        if kind == "totalCount":
            return f"{key!r}: {row}[{detail}]"
        if kind in {"nodes", "edges"}:
            return f"{key!r}: {self.items(detail, page)}"
        if kind == "pageInfo":
            return f"{key!r}: {self.name(_info(shape, detail))}({row}, {page}, pages)"
        return f"{key!r}: {detail!r}"


def _arguments(variables: Sequence[str]) -> str:
    return ", ".join([*variables, "pages", "results", "days"])


def is_plain(shape: shapes.Shape) -> bool:
    """Whether the shape's expression is as short as a function call."""
    return isinstance(shape, shapes.Fixed | shapes.Leaf | shapes.Id)


def _absent() -> NoReturn:
    raise Amiss


def _page_rows(rows: Sequence[Any], page: Page) -> Sequence[Any]:
    rows = rows[: page.size]
    return rows[::-1] if page.from_end else rows


def _info(shape: shapes.Connection, keys: Sequence[tuple[str, str]]) -> Callable[..., dict[str, Any]]:
    def info(row: Sequence[Any], rows: Sequence[Any], pages: Mapping[int, Page]) -> dict[str, Any]:
        page = pages[shape.call]
        return shape.info(keys, rows, page, more=shape.more(row, page), beyond=shape.beyond_page(row))

    return info
