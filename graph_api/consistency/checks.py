"""Kinds of check. Each is called with a record and all records, and returns what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from graph_api.consistency.lives import contains, life, origin_of, span_of, told
from graph_api.consistency.records import Record, Records


class Fault(NamedTuple):
    """An error in a record: the column, and a sentence that says what is wrong and what to do."""

    column: str
    message: str


Check: TypeAlias = Callable[[Record, Records], Iterator[Fault]]


def placed(record: Record, records: Records) -> Iterator[Fault]:
    """An object that exists for a time has a record that says when and where."""
    if life(record.id, records) == []:
        yield Fault(
            "id", f"nothing says when {record.id} exists: add a row to {origin_of(record.id).table}, or remove it"
        )


@dataclass(frozen=True)
class DayInLife:
    """The date in one column lies in the life of the object in another column."""

    day: str
    thing: str

    def __call__(self, record: Record, records: Records) -> Iterator[Fault]:
        """The errors of the record."""
        day, thing = getattr(record, self.day), getattr(record, self.thing)
        if day is None or thing is None:
            return
        spans = life(thing, records)
        if spans is not None and not any(span.holds(day) for span in spans):
            yield Fault(self.day, f"{day} is outside the life of {thing} ({told(spans)}): correct one of them")


@dataclass(frozen=True)
class SpanInLife:
    """A relation holds only while the object in the column exists."""

    thing: str

    def __call__(self, record: Record, records: Records) -> Iterator[Fault]:
        """What is wrong with the record."""
        thing, span = getattr(record, self.thing), span_of(record)
        spans = life(thing, records)
        if spans is None or contains(spans, span):
            return
        began = any(one.holds(span.since) for one in spans)
        message = f"it holds {span}, {thing} is there {told(spans)}: correct one of them"
        yield Fault("until" if began else "since", message)


@dataclass(frozen=True)
class Once:
    """No two records that are equal in these columns hold at the same time."""

    table: str
    columns: tuple[str, ...]

    def __call__(self, record: Record, records: Records) -> Iterator[Fault]:
        """What is wrong with the record."""
        first, *others = self.columns
        same = [
            other
            for other in records.where(self.table, first, getattr(record, first))
            if all(getattr(other, column) == getattr(record, column) for column in others)
        ]
        span = span_of(record)
        for other in same:
            # Of two records the later one is reported, of two that start on one date the one with the greater ID: each
            # pair is reported once.
            if (other.since, other.id) < (record.since, record.id) and span_of(other).overlaps(span):
                message = f"{other.id} holds {span_of(other)}, and of both only one may: end one first, or remove it"
                yield Fault("since", message)
                return


@dataclass(frozen=True)
class AtMost:
    """At most this number of records with the same object in the column hold on any date."""

    table: str
    column: str
    most: int

    def __call__(self, record: Record, records: Records) -> Iterator[Fault]:
        """What is wrong with the record."""
        others = records.where(self.table, self.column, getattr(record, self.column))
        holding = sum(span_of(other).holds(record.since) for other in others)
        if holding > self.most:
            thing = getattr(record, self.column)
            yield Fault(
                "since", f"{thing} has {holding} on {record.since}, {self.most} are allowed: end one of them first"
            )


@dataclass(frozen=True)
class Distinct:
    """The column contains nothing twice."""

    column: str

    def __call__(self, record: Record, _records: Records) -> Iterator[Fault]:
        """What is wrong with the record."""
        values = sorted(getattr(record, self.column))
        for one, other in pairwise(values):
            if one == other:
                yield Fault(self.column, f"{one} is listed twice: remove one")
                return


@dataclass(frozen=True)
class OfPlace:
    """The code in the ID of an object of one of the kinds is that of its place, by which it is found."""

    thing: str
    place: str
    kinds: str

    def __call__(self, record: Record, _records: Records) -> Iterator[Fault]:
        """What is wrong with the record."""
        thing, place = getattr(record, self.thing), getattr(record, self.place)
        for kind in self.kinds:
            code, found, _ = thing.partition(kind)
            if found and code != place:
                yield Fault(self.place, f"{thing} is not of {place}: its id begins with the code of its place")


def one(records: Records, table: str, id_: str) -> Record | None:
    """The record of the table with the ID."""
    found = records.where(table, "id", id_)
    return found[0] if found else None
