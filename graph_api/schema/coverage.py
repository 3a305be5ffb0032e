"""Coverage: which rule passes, which fails, what was observed, and the evidence; today, on any day, and over time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
from strawberry import UNSET

from graph_api.catalogue import Rule as CatalogueRule
from graph_api.catalogue import load_catalogue
from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Property, Row, Value
from graph_api.resolvers.chains import sentence
from graph_api.resolvers.coverage import Coverage as Coverages
from graph_api.resolvers.judging import ALL, MUST, Judged, Need
from graph_api.resolvers.windows import Period, Step, days_between
from graph_api.schema.arguments import First
from graph_api.schema.fields import computed, described, judged, reference, references, related, stored
from graph_api.schema.judgements import FINDINGS_BY_ID
from graph_api.schema.nodes import Node

if TYPE_CHECKING:
    from graph_api.schema.places import Place, PlaceLevel

RULES = load_catalogue().rules
# What rules judge, and what they name as evidence: tests hold both to the files of Cypher.
SUBJECTS = frozenset(rule.subject for rule in RULES.values())
EVIDENCE = frozenset(
    {
        "Appraisal",
        "Branch",
        "Building",
        "BuildingGroup",
        "Conference",
        "CrossAppointment",
        "Department",
        "DepartmentPairing",
        "Enterprise",
        "Escalation",
        "Evaluation",
        "Leader",
        "LeaderPairing",
        "Meeting",
        "OwnersCommittee",
        "PartyOrganization",
        "Person",
        "PostKind",
        "PropertyCompany",
        "ResponsibilityZone",
        "SocialOrganization",
        "SynergyBody",
        "Unit",
        "Visit",
        "VolunteerTeam",
    }
)

RuleCode = Enum("RuleCode", {code: code for code in RULES}, module=__name__)  # type: ignore[misc]
described(
    RuleCode,
    "The codes of the coverage rules, one for each file of cypher/rules/.",
    {code: f"{rule.title} ({rule.title_zh})." for code, rule in RULES.items()},
)


class Obligation(Enum):
    """How binding a rule is."""

    MUST = "MUST"
    SHOULD = "SHOULD"


described(
    Obligation,
    "How binding a rule is, after the wording of the document.",
    {"MUST": "It has to be so (至少, 要, 均).", "SHOULD": "It should be so (原则上, 注重, 鼓励)."},
)


class RuleResult(Enum):
    """What a rule says of a subject."""

    PASS = "PASS"  # noqa: S105 - no password
    FAIL = "FAIL"
    UNKNOWN = "UNKNOWN"
    NOT_APPLICABLE = "NOT_APPLICABLE"


described(
    RuleResult,
    "What a rule says of a subject.",
    {
        "PASS": "It is as the rule asks.",
        "FAIL": "It is not as the rule asks.",
        "UNKNOWN": "The data to judge it are missing.",
        "NOT_APPLICABLE": "The rule does not apply to the subject.",
    },
)


class RuleWindow(Enum):
    """The period that a rule judges."""

    MONTH = "MONTH"
    QUARTER = "QUARTER"
    HALF_YEAR = "HALF_YEAR"
    YEAR = "YEAR"


described(
    RuleWindow,
    "The period that a rule judges: the last complete one before the day.",
    {
        "MONTH": "A calendar month.",
        "QUARTER": "A quarter of a calendar year.",
        "HALF_YEAR": "Half a calendar year.",
        "YEAR": "A calendar year.",
    },
)


@strawberry.type(description="A coverage rule: what it asks, and of whom.")
class Rule:
    """A coverage rule."""

    code: RuleCode = strawberry.field(description="The code.")
    title: str = strawberry.field(description="What it asks, in English.")
    title_zh: str = strawberry.field(description="What it asks, in Chinese.")
    obligation: Obligation = strawberry.field(description="How binding it is.")
    subject: str = strawberry.field(description="The type of those that it judges, such as Community.")
    required: str = strawberry.field(description="What it takes to pass, in a few words.")
    window: RuleWindow | None = strawberry.field(description="The period that it judges; null where it judges the day.")


@strawberry.type(description="How many findings of a rule have which result.")
class RuleCount:
    """How many findings of a rule have which result."""

    rule: Rule = strawberry.field(description="The rule.")
    pass_: int = strawberry.field(name="pass", description="How many pass.")
    fail: int = strawberry.field(description="How many fail.")
    unknown: int = strawberry.field(description="Of how many it can't be known.")
    not_applicable: int = strawberry.field(description="To how many the rule does not apply.")


def _coverage(found: Judged, code: str) -> Coverages:
    return found.judgement.coverage(code)


@strawberry.type(description="What the rules say of a place and of everything below it.")
class Coverage:
    """What the rules say of a place and of everything below it."""

    row = Row("place")

    rate: float | None = judged(
        "MUST findings that pass over those that pass, fail or are unknown, 0 to 1; null where no MUST rule applies.",
        Need(MUST),
        lambda found, code: _coverage(found, code).rate,
    )
    fully_covered: bool | None = judged(
        "Whether the rate is 1; null where there is none.",
        Need(MUST),
        lambda found, code: _coverage(found, code).fully_covered,
    )
    counts: list[RuleCount] = judged(
        "How many findings of each rule have which result, by code.",
        Need(ALL),
        lambda found, code: _coverage(found, code).counts,
    )


@strawberry.type(description="A period: the days from `from` on, up to but not on `until`.")
class Window:
    """A period."""

    from_: date = strawberry.field(name="from", description="The first day.")
    until: date = strawberry.field(description="The first day that no longer belongs to it.")


def _rule(code: str) -> CatalogueRule:
    return RULES[code]


def _window(window: list[str] | None) -> Period | None:
    return None if window is None else Period(date.fromisoformat(window[0]), date.fromisoformat(window[1]))


@strawberry.type(description="What a rule says of one subject on a day.")
class Finding(Node):
    """What a rule says of one subject on a day."""

    row = Row("finding", refetch="coverage.finding_by_id", staged={"findings": FINDINGS_BY_ID})

    rule: Rule = computed("The rule.", _rule, code=Property("rule"))
    subject: Node = reference("Who or what was judged.", "subject", SUBJECTS)
    result: RuleResult = stored("What the rule says.", key="result")
    observed: str | None = stored(
        "What was observed; null where the rule does not apply. HH1 says `0 of 0` there.", key="observed"
    )
    required: str = computed("What the rule requires.", lambda code: _rule(code).required, code=Property("rule"))
    window: Window | None = computed(
        "The period that decided; null where the rule judges the day.", _window, window=Property("window")
    )

    @related("coverage.place", given={"finding": "finding"})
    def place(self) -> Place:
        """Where the finding belongs: the place itself, a group's compound, the community of a department or leader, the
        place of the conference that holds an issue."""

    @references("evidence", EVIDENCE)
    def evidence(self, first: First = DEFAULT_SIZE) -> list[Node]:
        """What the finding rests on."""


@strawberry.input(description="Which findings to keep: those of which all that is given is true.")
class FindingFilter:
    """Which findings to keep."""

    rules: list[RuleCode] | None = strawberry.field(description="Of one of these rules.", default=UNSET)
    results: list[RuleResult] | None = strawberry.field(description="With one of these results.", default=UNSET)
    obligation: Obligation | None = strawberry.field(description="Of rules so binding.", default=UNSET)
    level: PlaceLevel | None = strawberry.field(description="That belong to a place of this level.", default=UNSET)


Findings = Annotated[
    FindingFilter | None, strawberry.argument(description="Filters the results. All given conditions must hold.")
]


class HistoryStep(Enum):
    """How far the days of a history are apart."""

    MONTH = "MONTH"
    QUARTER = "QUARTER"
    YEAR = "YEAR"


described(
    HistoryStep,
    "How far the days of a history are apart.",
    {"MONTH": "A month.", "QUARTER": "Three months.", "YEAR": "A year."},
)


@strawberry.type(description="The coverage of a place on one day of its history.")
class CoveragePoint:
    """The coverage of a place on one day."""

    as_of: date = strawberry.field(description="The day.")
    coverage: Coverage = strawberry.field(description="The coverage as of the day.")


class Point:
    """What a point of a history is read from."""

    def __init__(self, as_of: date, coverage: Coverages) -> None:
        self.as_of = as_of
        self.coverage = coverage


def history_need(arguments: Mapping[str, Any], _: str) -> Need:
    """The days of a history, and where: raises BAD_USER_INPUT for too many, or none."""
    days = days_between(arguments["from"], arguments["until"], Step(arguments["step"]))
    return Need(ALL, days=tuple(days), place=arguments["within"])


def history(found: Judged, _: None) -> list[Point] | None:
    """The points of a history; None where no place has the code."""
    if not any(judgement.knows(found.place) for judgement in found.days.values()):
        return None
    return [Point(day, judgement.coverage(found.place)) for day, judgement in sorted(found.days.items())]


@strawberry.type(description="A finding that differs between two days: it appeared, went away, or turned.")
class CoverageChange:
    """A finding that differs between two days."""

    row = Row("change")

    rule: Rule = computed("The rule.", _rule, code=Property("rule"))
    subject: Node = reference("Who or what was judged.", "subject", SUBJECTS)
    before: RuleResult | None = stored(
        "The result on the earlier day; null where there was no such finding.", key="before"
    )
    after: RuleResult | None = stored("The result on the later day; null where there is no such finding.", key="after")

    @related("coverage.place", given={"finding": "change"})
    def place(self) -> Place:
        """Where the finding belongs; where it has moved, where it belongs on the later day."""

    @related("coverage.cause")
    def cause(self) -> CoverageCause | None:
        """The relation whose beginning or end turned the finding; null where none is known to have."""


@strawberry.type(description="A relation that began or ended, and so turned a finding.")
class CoverageCause:
    """A relation that began or ended, and so turned a finding."""

    row = Row("link", needs=("event",))

    relation: str = stored("The relation's type in the graph, such as PAIRED_WITH.", key="relation", of="event")
    began: bool = stored("Whether it began; else it ended.", key="began", of="event")
    on: date = stored("The day on which it began, or the first on which it no longer held.", key="on", of="event")
    sentence: str = computed(
        "What the relation says, in its own direction.",
        sentence,
        subject=Value("chains.subject"),
        relation=Value("chains.relation"),
        role=Property("role"),
        target=Value("chains.target"),
        since=Value("chains.since"),
    )
