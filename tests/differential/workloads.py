"""Workloads: what leaders did and had in a period."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from differential.graph import Relation, Thing
from differential.ids import refusal, within
from differential.items import Ask, Item, Resolver
from differential.pages import Order
from differential.pairings import lies_within


@dataclass(frozen=True)
class Workload:
    """A leader's workload."""

    leader: Thing
    visits: int
    meetings: int
    communities: int
    departments: int


def workloads(ask: Ask) -> Item:
    """The workloads of the leaders within a place. Raises BAD_CODE and BAD_USER_INPUT."""
    beginning, first, following = within(ask.arguments.get("within")), ask.arguments["from"], ask.arguments["until"]
    if following < first:
        raise refusal("BAD_USER_INPUT")
    last = following - timedelta(days=1) if first < following else None

    def happened(link: Relation) -> bool:
        return last is not None and first <= link.end.date <= last

    def held(link: Relation) -> bool:
        """Whether it holds on the first day of the period, or begins in it, and lasts a day at least."""
        return (
            last is not None
            and link.since is not None
            and link.since <= last
            and (link.until is None or (first < link.until and link.since < link.until))
        )

    def number(leader: Thing, type_: str, fits: Callable[[Relation], bool]) -> int:
        return len({link.end.id for link in ask.graph.leaving(leader, type_) if fits(link)})

    found = [
        ask.made(
            "Workload",
            Workload(
                leader,
                number(leader, "MADE", happened),
                number(leader, "ATTENDED", happened),
                number(leader, "PAIRED_WITH", held),
                number(leader, "SUPERVISES", held),
            ),
        )
        for leader in ask.graph.of("Leader")
        if lies_within(ask, leader, beginning)
    ]
    order = Order("Query.workloads", lambda item: (item.value.leader.id,), (False,))
    return ask.page("WorkloadConnection", found, order)


FIELDS: dict[str, dict[str, Resolver]] = {
    "Workload": {
        "leader": lambda ask: ask.item(ask.value.leader),
        "visitCount": lambda ask: ask.value.visits,
        "meetingCount": lambda ask: ask.value.meetings,
        "communityCount": lambda ask: ask.value.communities,
        "departmentCount": lambda ask: ask.value.departments,
    },
    "Query": {"workloads": workloads},
}
