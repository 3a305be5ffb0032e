"""Shapes: how a statement's row becomes the response, with GraphQL's rules for null.

A row is a list of column values. Reading follows the specification: a null or an error in a non-null position replaces
the nearest nullable parent, and each error has the path where it happened.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph_api.compiler.ids import Asked, encode_id
from graph_api.compiler.pages import Page, encode_cursor
from graph_api.errors import ClientError, ErrorCode

Path = tuple[str | int, ...]
Row = Sequence[Any]


class Bubble(Exception):  # noqa: N818 - not an error of its own: it carries one to the parent that may be null
    """An error on its way up to the nearest nullable parent."""

    def __init__(self, error: ClientError, path: Path) -> None:
        super().__init__(error.message)
        self.error = error
        self.path = path


@dataclass
class ReadState:
    """The state of reading one response: pages, IDs, calls with invalid arguments, errors.

    `days` are the dates that IDs carry, by the parameters that hold them.
    """

    pages: Mapping[int, Page]
    ids: Mapping[int, Sequence[Asked | ClientError]]
    failures: Mapping[int, ClientError]
    results: Mapping[int, Any] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)
    errors: list[tuple[ClientError, Path]] = field(default_factory=list)


class Shape:
    """How a value is read from a row. `read` returns None for null. `call` is the number of the field's call if its
    value depends on one."""

    call: int | None = None

    def read(self, row: Row, path: Path, state: ReadState) -> Any:
        """The value for the response. Raises `Bubble` if it can't be read."""
        raise NotImplementedError


@dataclass(frozen=True)
class Entry:
    """A field of an object: its response key, its shape, whether it is nullable, and its name for error messages."""

    key: str
    shape: Shape
    nullable: bool
    name: str

    @property
    def call(self) -> int | None:
        """The number of the field's call, if it has one."""
        return self.shape.call

    def read(self, row: Row, path: Path, state: ReadState) -> Any:
        """The field's value at the path; null for an error, if the field is nullable."""
        path = (*path, self.key)
        try:
            if self.call is not None and self.call in state.failures:
                raise Bubble(state.failures[self.call], path)
            value = self.shape.read(row, path, state)
        except Bubble as bubble:
            if not self.nullable:
                raise
            state.errors.append((bubble.error, bubble.path))
            return None
        if value is None and not self.nullable:
            raise Bubble(_missing(self.name), path)
        return value


@dataclass(frozen=True)
class Fixed(Shape):
    """A value that is known without the database, such as `__typename`."""

    value: Any

    def read(self, row: Row, path: Path, state: ReadState) -> Any:  # noqa: D102, ARG002
        return self.value


@dataclass(frozen=True)
class Refused(Shape):
    """A field that is left out of the statement because its arguments are invalid: its entry reports the error."""

    call: int = field()

    def read(self, row: Row, path: Path, state: ReadState) -> Any:  # noqa: D102, ARG002
        return None


@dataclass(frozen=True)
class Leaf(Shape):
    """A column, converted unless it is null."""

    column: int
    convert: Callable[[Any], Any] | None = None

    def read(self, row: Row, path: Path, state: ReadState) -> Any:  # noqa: D102, ARG002
        value = row[self.column]
        return value if value is None or self.convert is None else self.convert(value)


@dataclass(frozen=True)
class Id(Shape):
    """The global ID of an object whose local ID is in a column.

    The row of an object of one of several types starts with the type's name: then `type` is None. `day` is the
    parameter with the date that the ID carries; None if it carries none.
    """

    column: int
    type: str | None
    day: str | None

    def read(self, row: Row, path: Path, state: ReadState) -> Any:  # noqa: D102, ARG002
        local, type_name = row[self.column], row[0] if self.type is None else self.type
        return None if local is None else encode_id(type_name, local, state.days[self.day] if self.day else "")


@dataclass(frozen=True)
class LeafList(Shape):
    """A column with a list of leaves."""

    column: int
    nullable_items: bool
    convert: Callable[[Any], Any] | None = None

    def read(self, row: Row, path: Path, state: ReadState) -> Any:  # noqa: D102, ARG002
        values = row[self.column]
        if values is None:
            return None
        found = [value if value is None or self.convert is None else self.convert(value) for value in values]
        if not self.nullable_items and None in found:
            raise Bubble(_missing("an item"), (*path, found.index(None)))
        return found


@dataclass(frozen=True)
class Computed(Shape):
    """A value that a function computes from several columns. `weight` is its approximate size as JSON, in bytes."""

    columns: Mapping[str, int]
    function: Callable[..., Any]
    weight: int

    def read(self, row: Row, path: Path, state: ReadState) -> Any:  # noqa: D102, ARG002
        return self.function(**{name: row[column] for name, column in self.columns.items()})


@dataclass(frozen=True)
class FromStage(Shape):
    """A value from a stage's result for the key in a column (without a key if there is no column).

    `weight` is its approximate size as JSON, in bytes.
    """

    stage: int
    column: int | None
    take: Callable[[Any, Any], Any]
    weight: int
    call: int | None = None

    def read(self, row: Row, path: Path, state: ReadState) -> Any:  # noqa: D102, ARG002
        return self.take(state.results[self.stage], None if self.column is None else row[self.column])


@dataclass(frozen=True)
class Object(Shape):
    """An object whose columns are in the row itself."""

    entries: tuple[Entry, ...]

    def read(self, row: Row, path: Path, state: ReadState) -> Any:  # noqa: D102
        return {entry.key: entry.read(row, path, state) for entry in self.entries}


@dataclass(frozen=True)
class OneOf(Shape):
    """An object of one of several types; the row starts with the type's name."""

    types: Mapping[str, Shape]

    def read(self, row: Row, path: Path, state: ReadState) -> Any:  # noqa: D102
        return self.types[row[0]].read(row, path, state)


@dataclass(frozen=True)
class Nested(Shape):
    """An object whose own row is in a column; null if the column is null."""

    column: int
    item: Shape
    call: int | None = None

    def read(self, row: Row, path: Path, state: ReadState) -> Any:  # noqa: D102
        inner = row[self.column]
        return None if inner is None else self.item.read(inner, path, state)


@dataclass(frozen=True)
class Choices(Nested):
    """An object of one of several types whose own row is in a column."""

    item: OneOf


@dataclass(frozen=True)
class Items(Shape):
    """A list of objects; their rows are in a column."""

    column: int
    item: Shape
    nullable_items: bool
    of: str = ""
    call: int | None = None

    def read(self, row: Row, path: Path, state: ReadState) -> Any:  # noqa: D102
        return _items(self.item, row[self.column], path, state, nullable=self.nullable_items)


@dataclass(frozen=True)
class Refetched(Shape):
    """The object, or the objects, of the IDs of the call.

    For each type and date (by its number among the IDs) a column holds pairs of local ID and row, null for no object.
    """

    call: int = field()
    columns: Mapping[tuple[str, int], int]
    types: Mapping[tuple[str, int], Shape]
    many: bool

    def read(self, row: Row, path: Path, state: ReadState) -> Any:  # noqa: D102
        found = {
            (type_name, slot, local): inner
            for (type_name, slot), column in self.columns.items()
            for local, inner in row[column]
            if inner is not None
        }
        if not self.many:
            return self._one(state.ids[self.call][0], found, path, state)
        answer = []
        for index, wanted in enumerate(state.ids[self.call]):
            try:
                answer.append(self._one(wanted, found, (*path, index), state))
            except Bubble as bubble:
                state.errors.append((bubble.error, bubble.path))
                answer.append(None)
        return answer

    def _one(
        self, wanted: Asked | ClientError, found: Mapping[tuple[str, int, str], Row], path: Path, state: ReadState
    ) -> Any:
        if isinstance(wanted, ClientError):
            raise Bubble(wanted, path)
        row = found.get((wanted.id.type, wanted.slot, wanted.id.local))
        return None if row is None else self.types[wanted.id.type, wanted.slot].read(row, path, state)


@dataclass(frozen=True)
class Connection(Shape):
    """A page of a connection. Its rows are in `items`; each ends with the values of its key.

    If the page info is selected, the statement finds one row more than the page has.
    """

    call: int = field()
    mark: int
    terms: int
    items: int | None
    beyond: int | None
    entries: tuple[tuple[str, str, Any], ...]
    of: str = ""

    def read(self, row: Row, path: Path, state: ReadState) -> Any:  # noqa: D102
        page = state.pages[self.call]
        rows = [] if self.items is None else row[self.items]
        more = self.more(row, page)
        rows = rows[: page.size]
        if page.from_end:
            rows = rows[::-1]
        answer: dict[str, Any] = {}
        for key, kind, detail in self.entries:
            if kind == "pageInfo":
                answer[key] = self.info(detail, rows, page, more=more, beyond=self.beyond_page(row))
            elif kind == "nodes":
                answer[key] = _items(detail, rows, (*path, key), state, nullable=False)
            elif kind == "edges":
                answer[key] = self._edges(detail, rows, (*path, key), state)
            else:
                answer[key] = row[detail] if kind == "totalCount" else detail
        return answer

    def more(self, row: Row, page: Page) -> bool:
        """Whether rows follow the page in its direction. Only known if it was selected."""
        return self.items is not None and len(row[self.items]) > page.size

    def beyond_page(self, row: Row) -> bool:
        """Whether there are rows on the other side of the page, beyond its cursor."""
        return self.beyond is not None and bool(row[self.beyond])

    def _edges(self, item: Shape, rows: Sequence[Row], path: Path, state: ReadState) -> list[Any]:
        edges = _items(item, rows, path, state, nullable=False)
        assert edges is not None
        return edges

    def info(
        self, keys: Sequence[tuple[str, str]], rows: Sequence[Row], page: Page, *, more: bool, beyond: bool
    ) -> dict[str, Any]:
        """The `pageInfo` of the rows: selected response keys and names."""
        values = {
            "hasNextPage": beyond if page.from_end else more,
            "hasPreviousPage": more if page.from_end else beyond,
            "startCursor": self.cursor(rows[0]) if rows else None,
            "endCursor": self.cursor(rows[-1]) if rows else None,
            "__typename": "PageInfo",
        }
        return {key: values[name] for key, name in keys}

    def cursor(self, row: Row) -> str:
        """The cursor of a row of the page."""
        return encode_cursor(self.mark, row[len(row) - self.terms :])


@dataclass(frozen=True)
class Cursor(Shape):
    """The cursor of an edge: the last values of its row."""

    mark: int
    terms: int

    def read(self, row: Row, path: Path, state: ReadState) -> Any:  # noqa: D102, ARG002
        return encode_cursor(self.mark, row[len(row) - self.terms :])


def _items(item: Shape, rows: Any, path: Path, state: ReadState, *, nullable: bool) -> list[Any] | None:
    if rows is None:
        return None
    answer = []
    for index, row in enumerate(rows):
        try:
            if row is None:
                raise Bubble(_missing("an item"), (*path, index))
            answer.append(item.read(row, (*path, index), state))
        except Bubble as bubble:
            if not nullable:
                raise
            state.errors.append((bubble.error, bubble.path))
            answer.append(None)
    return answer


def _missing(name: str) -> ClientError:
    """The graph lacks a value that the schema requires: an error in the data, for the operator to fix."""
    return ClientError(ErrorCode.INTERNAL, f"Required value missing in the data: {name}.")
