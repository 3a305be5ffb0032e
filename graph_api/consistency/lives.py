"""Lives: when objects exist. An object without a recorded life (a person, place or department) always exists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from graph_api.consistency.records import Record, Records


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `since` (inclusive) to `until` (exclusive); without an end if that is None."""

    since: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the date lies in it."""
        return self.since <= day and (self.until is None or day < self.until)

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a day in common."""
        return self._begins_before_end_of(other) and other._begins_before_end_of(self)

    def _begins_before_end_of(self, other: Span) -> bool:
        return other.until is None or self.since < other.until

    def __str__(self) -> str:
        return f"from {self.since} on" if self.until is None else f"from {self.since} until {self.until}"


class Origin(NamedTuple):
    """Where lives of a kind are recorded: the table, and the column with the object."""

    table: str
    column: str


_SERVICE = Origin("organization_compounds", "organization")
# By the letters of an ID, which tell the kind of an object: 210681001001001G01H1 is a central household (GH).
ORIGINS = {
    "K": Origin("conference_places", "conference"),
    "B": _SERVICE,
    "O": _SERVICE,
    "G": Origin("group_compounds", "building_group"),
    "GH": Origin("group_households", "household"),
    "Y": Origin("synergy_body_communities", "synergy_body"),
    "W": Origin("party_organization_bodies", "party_organization"),
    "F": Origin("volunteer_teams", "id"),
    "Z": Origin("responsibility_zones", "id"),
    "N": Origin("people_in_difficulty", "id"),
    "X": Origin("registrations", "member"),
    "Q": Origin("criterion_cities", "criterion"),
}
# Most Party organizations belong to workplaces without any other record: these always exist.
_OPTIONAL = frozenset({"W"})
_DIGITS = str.maketrans("", "", "0123456789")


def origin_of(thing: str) -> Origin:
    """Where the life of the object is recorded. Raises `KeyError` for an object that always exists."""
    return ORIGINS[thing.translate(_DIGITS)]


def span_of(record: Record) -> Span:
    """The span in which the record of a relation holds."""
    return Span(record.since, record.until)


def life(thing: str, records: Records) -> list[Span] | None:
    """The spans in which the object with the ID exists, earliest first; None if it always exists."""
    kind = thing.translate(_DIGITS)
    origin = ORIGINS.get(kind)
    if origin is None:
        return None
    found = records.where(origin.table, origin.column, thing)
    return None if kind in _OPTIONAL and not found else joined(map(span_of, found))


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, with those that touch or overlap joined."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: one.since):
        last = found[-1] if found else None
        if last is None or (last.until is not None and last.until < span.since):
            found.append(span)
        elif last.until is not None and (span.until is None or span.until > last.until):
            found[-1] = Span(last.since, span.until)
    return found


def contains(spans: Iterable[Span], span: Span) -> bool:
    """Whether one of the spans contains the whole span."""
    return any(
        one.since <= span.since and (one.until is None or (span.until is not None and span.until <= one.until))
        for one in spans
    )


def told(spans: Iterable[Span]) -> str:
    """The spans in words."""
    return " and ".join(map(str, spans)) or "never"
