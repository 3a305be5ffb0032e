"""Lives: when things are there. What has no life on record (a person, a place, a department) is always there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from graph_api.consistency.records import Record, Records


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `since` on, until the day before `until`; without an end where that is None."""

    since: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.since <= day and (self.until is None or day < self.until)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a day."""
        return self._begins_before_end_of(other) and other._begins_before_end_of(self)

    def _begins_before_end_of(self, other: Span) -> bool:
        return other.until is None or self.since < other.until

    def __str__(self) -> str:
        return f"from {self.since} on" if self.until is None else f"from {self.since} until {self.until}"


class Origin(NamedTuple):
    """Where lives of a kind are on record: the table, and the column that names the thing."""

    table: str
    column: str


_SERVICE = Origin("organization_compounds", "organization")
# By the letters of an id, which say of what kind a thing is: 210681001001001G01H1 is a central household (GH).
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
# Most Party organizations are of workplaces that nothing else is on record of: these are always there.
_OPTIONAL = frozenset({"W"})
_DIGITS = str.maketrans("", "", "0123456789")


def origin_of(thing: str) -> Origin:
    """Where the life of the thing is on record. Raises `KeyError` for what is always there."""
    return ORIGINS[thing.translate(_DIGITS)]


def span_of(record: Record) -> Span:
    """When the record of a relation holds."""
    return Span(record.since, record.until)


def life(thing: str, records: Records) -> list[Span] | None:
    """When the thing with the id is there, the earliest time first; None of what is always there."""
    kind = thing.translate(_DIGITS)
    origin = ORIGINS.get(kind)
    if origin is None:
        return None
    found = records.where(origin.table, origin.column, thing)
    return None if kind in _OPTIONAL and not found else joined(map(span_of, found))


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap as one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: one.since):
        last = found[-1] if found else None
        if last is None or (last.until is not None and last.until < span.since):
            found.append(span)
        elif last.until is not None and (span.until is None or span.until > last.until):
            found[-1] = Span(last.since, span.until)
    return found


def contains(spans: Iterable[Span], span: Span) -> bool:
    """Whether the whole span lies in one of the spans."""
    return any(
        one.since <= span.since and (one.until is None or (span.until is not None and span.until <= one.until))
        for one in spans
    )


def told(spans: Iterable[Span]) -> str:
    """The spans as a sentence says them."""
    return " and ".join(map(str, spans)) or "never"
