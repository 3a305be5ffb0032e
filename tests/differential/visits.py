"""Visits of leaders to communities."""

from dataclasses import dataclass
from datetime import date, timedelta

from differential.graph import Relation, Thing
from differential.ids import within
from differential.items import Ask, Item, Resolver
from differential.pages import Order, list_size
from differential.sums import DAYS, PLACES, by_day, by_place, count, grouped, key_of, thing_of

_MOST_QUARTERS = 100


@dataclass(frozen=True)
class Quarter:
    """A quarter of a pairing, and how many visits there were in it."""

    first: date
    following: date
    visits: int


def made(ask: Ask, leader: Thing, community: Thing) -> list[Thing]:
    """The visits of the leader to the community up to the day."""
    return [visit for visit in _made_by(ask, leader) if _visited(ask, visit) is community]


def overdue(ask: Ask, leader: Thing, pairing: Relation | None) -> bool | None:
    """Whether the leader made no visit in the last complete quarter; null where none was due."""
    count = in_last_quarter(ask, leader, pairing)
    return None if count is None else count == 0


def in_last_quarter(ask: Ask, leader: Thing, pairing: Relation | None) -> int | None:
    """The visits of the last complete quarter; null without a pairing, or where it began within that quarter or later."""
    if pairing is None:
        return None
    first, following = _quarter(ask.day, 1), _quarter(ask.day, 0)
    assert pairing.since
    if first is None or following is None or pairing.since > first:
        return None
    return len([visit for visit in made(ask, leader, pairing.end) if first <= visit.date < following])


def next_due(ask: Ask, pairing: Relation | None) -> date | None:
    """The end of the quarter in which the next visit is due; null without a pairing."""
    if pairing is None:
        return None
    running, following = _quarter(ask.day, 0), _quarter(ask.day, -1)
    assert running is not None
    assert following is not None
    assert pairing.since
    visited = any(visit.date >= running for visit in made(ask, pairing.start, pairing.end))
    after = _quarter(following, -1) if visited or pairing.since > running else following
    return after - timedelta(days=1) if after else None


def visits(ask: Ask, beginning: str) -> Item:
    """The visits to communities within a place that match the filter."""
    return _page(ask, _within(ask, beginning), "Query.visits")


def _within(ask: Ask, beginning: str) -> list[Thing]:
    made_there = [visit for visit in ask.graph.of("Visit") if _visited(ask, visit).id.startswith(beginning)]
    return [visit for visit in made_there if visit.date <= ask.day]


def _counts(ask: Ask) -> Item:
    found = _matching(ask, _within(ask, within(ask.arguments.get("within"))))
    dimensions = {
        **by_place(lambda visit: _visited(ask, visit).id),
        **by_day(lambda visit: visit.date),
        "LEADER": lambda visit: _leader(ask, visit).id,
    }
    return grouped(ask, "VisitCount", found, dimensions)


def _matching(ask: Ask, found: list[Thing]) -> list[Thing]:
    asked = ask.arguments.get("filter") or {}
    return [
        visit
        for visit in found
        if (asked.get("tasks") is None or set(asked["tasks"]) & set(_tasks(visit)))
        and (asked.get("from") is None or asked["from"] <= visit.date)
        and (asked.get("until") is None or visit.date < asked["until"])
    ]


def _page(ask: Ask, found: list[Thing], list_: str) -> Item:
    order = Order(list_, lambda item: (item.value.date, item.value.id), (True, False))
    return ask.page("VisitConnection", ask.items(_matching(ask, found)), order)


def _made_by(ask: Ask, leader: Thing) -> list[Thing]:
    return [link.end for link in ask.graph.leaving(leader, "MADE") if link.end.date <= ask.day]


def _leader(ask: Ask, visit: Thing) -> Thing:
    return ask.graph.reaching(visit, "MADE")[0].start


def _visited(ask: Ask, visit: Thing) -> Thing:
    return ask.graph.leaving(visit, "TO")[0].end


def _tasks(visit: Thing) -> list[str]:
    return visit.cells["tasks"].split()


def _of_pairing(ask: Ask) -> Item:
    found = [visit for visit in made(ask, ask.value.start, ask.value.end) if ask.value.holds(visit.date)]
    return _page(ask, found, "LeaderPairing.visits")


def _of_community(ask: Ask) -> Item:
    found = [link.start for link in ask.graph.reaching(ask.value, "TO", "Visit")]
    return _page(ask, [visit for visit in found if visit.date <= ask.day], "Community.visits")


def _quarters(ask: Ask) -> list[Item | None]:
    size, found = list_size(ask.arguments), []
    days = [visit.date for visit in made(ask, ask.value.start, ask.value.end)]
    for back in range(1, _MOST_QUARTERS + 1):
        first, following = _quarter(ask.day, back), _quarter(ask.day, back - 1)
        if first is None or following is None or first < ask.value.since:
            break
        if ask.value.until is None or following <= ask.value.until:
            count = len([day for day in days if first <= day < following])
            found.append(ask.made("QuarterVisits", Quarter(first, following, count)))
    return found[:size]


def _quarter(day: date, back: int) -> date | None:
    """The first day of the quarter so many quarters before the day's; none before the calendar begins."""
    year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 - back, 4)
    return None if year < 1 else date(year, quarter * 3 + 1, 1)


FIELDS: dict[str, dict[str, Resolver]] = {
    "Query": {"visitCounts": _counts},
    "VisitCount": {"key": key_of("VisitKey"), "count": count},
    "VisitKey": {**PLACES, **DAYS, "leader": thing_of("LEADER")},
    "Visit": {
        "date": lambda ask: ask.value.date,
        "leader": lambda ask: ask.item(_leader(ask, ask.value)),
        "community": lambda ask: ask.item(_visited(ask, ask.value)),
        "tasks": lambda ask: _tasks(ask.value),
    },
    "QuarterVisits": {
        "from": lambda ask: ask.value.first,
        "until": lambda ask: ask.value.following,
        "visits": lambda ask: ask.value.visits,
    },
    "Leader": {"visits": lambda ask: _page(ask, _made_by(ask, ask.value), "Leader.visits")},
    "LeaderPairing": {"visits": _of_pairing, "visitsPerQuarter": _quarters},
    "Community": {"visits": _of_community},
}
