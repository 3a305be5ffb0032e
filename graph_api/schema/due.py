"""What is due: duties that are not fulfilled yet, and ends of terms, each with its last day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
from strawberry import UNSET

from graph_api.catalogue import load_catalogue
from graph_api.compiler.sources import Property, Row, Staged
from graph_api.languages import Language as TextLanguage
from graph_api.resolvers.due import due_kinds, read_due_filter
from graph_api.resolvers.due_finder import DueNeed
from graph_api.resolvers.labels import label, labels
from graph_api.schema.arguments import WITHIN, AsOf, Filter, Within
from graph_api.schema.coverage import RULES, Obligation, Rule, Window, window_of
from graph_api.schema.fields import computed, computing, reference, related, stored, value
from graph_api.schema.languages import InLanguage, Language
from graph_api.schema.nodes import Node
from graph_api.schema.pages import Connection, listed

if TYPE_CHECKING:
    from graph_api.schema.places import Place, PlaceLevel

KINDS = due_kinds(load_catalogue())
_SUBJECTS = frozenset(rule.subject for rules in KINDS.rules.values() for rule in rules) | {
    *("Escalation", "Appointment", "LeaderPairing", "DepartmentPairing")
}

DueKind = Enum(  # type: ignore[misc]
    "DueKind",
    {
        kind: strawberry.enum_value(kind, description="{} ({}).".format(*labels()["DueKind"][kind]))
        for kind in KINDS.names
    },
    module=__name__,
)
DueKind.__doc__ = "The kind of what is due."
strawberry.enum(DueKind)


def _rule(code: str | None) -> Any:
    return None if code is None else RULES[code]


def _title(kind: str, rule: str | None, language: str = TextLanguage.EN) -> str:
    return label("DueKind", kind, language) if rule is None else RULES[rule].required_in(language)


@strawberry.type
class DueItem:
    """A duty that is not fulfilled yet, or the end of a term, with its last day."""

    row = Row("item")

    kind: DueKind = stored("The kind of what is due.", key="kind")
    due_on: date = stored(
        "The last day on which the duty can be fulfilled in time, or on which the term still holds.", key="due_on"
    )
    days_left: int = stored("The number of days from `asOf` to `dueOn`; negative if overdue.", key="days_left")
    overdue: bool = stored("Whether `asOf` is later than `dueOn`.", key="overdue")
    name: str = value(
        "The name of the subject: of an escalation the title of the issue, of a term the names of both sides.",
        "due.named",
    )
    subject: Node = reference(
        "What the duty is about: the place that has to meet or to collect forms, the leader or department that has to "
        "act, the escalation that waits, or the appointment or pairing that ends.",
        "subject",
        _SUBJECTS,
    )
    rule: Rule | None = computed(
        "The coverage rule that requires it. Null for the end of a term.", _rule, code=Property("rule")
    )
    window: Window | None = computed(
        "The period in which the rule requires it. Null if it is not required in every period.",
        window_of,
        window=Property("window"),
    )

    @computing(_title, kind=Property("kind"), rule=Property("rule"))
    def title(self, language: InLanguage = Language.EN) -> str:
        """What is due, in a few words: what the rule requires, or the kind."""

    @related("coverage.place", given={"finding": "item"})
    def place(self) -> Place:
        """The place that it belongs to, as the findings of the rule do; that of the community for a pairing, and the
        place that the organization is recorded at for an appointment."""


@strawberry.input
class DueFilter:
    """Conditions on what is due. All given conditions must hold."""

    overdue: bool | None = strawberry.field(
        description="Only what is overdue (true), or what can still be done in time (false).", default=UNSET
    )
    obligation: Obligation | None = strawberry.field(
        description="Only what a rule with this obligation level requires.", default=UNSET
    )
    level: PlaceLevel | None = strawberry.field(
        description="Only what belongs to a place of this level.", default=UNSET
    )


def _need(arguments: Mapping[str, Any], _: str) -> DueNeed:
    kinds = arguments.get("kinds")
    return DueNeed(arguments.get("until"), None if kinds is None else frozenset(kinds))


_DUE = Staged(
    DueNeed, _need, lambda found, arguments, _: found.rows(read_due_filter(arguments, found.as_of)), paged=True
)
_Until = Annotated[
    date | None,
    strawberry.argument(
        description="The last day that the list looks ahead to (inclusive; default: 30 days after `asOf`)."
    ),
]
_Kinds = Annotated[list[DueKind] | None, strawberry.argument(description="Only these kinds (default: all).")]


@listed("due.items", arguments={"within": WITHIN, "items": _DUE})
def due(
    within: Within = UNSET,
    until: _Until = UNSET,
    kinds: _Kinds = UNSET,
    filter: Filter[DueFilter] = UNSET,
    as_of: AsOf = UNSET,
) -> Connection[DueItem] | None:
    """Lists what is due by `until` and not fulfilled on `asOf`, overdue or not, sorted by `dueOn`, then by place. A duty
    of every month, quarter, half-year or year is overdue if it was missed in the last complete period; of the periods to
    come, only the first one in which it is not fulfilled yet is listed."""
