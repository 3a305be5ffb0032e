"""Coverage rules and their findings: on one date, over time, and the changes between two dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
from strawberry import UNSET

from graph_api.catalogue import load_catalogue
from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Property, Row, Value
from graph_api.resolvers.chains import called, sentence
from graph_api.resolvers.coverage import CoverageCounts
from graph_api.resolvers.labels import labels
from graph_api.resolvers.rule_runner import ALL, MUST, RuleNeed, RuleRun
from graph_api.resolvers.windows import Period, Step, days_between
from graph_api.rules import Rule as CoverageRule
from graph_api.rules import rules_of
from graph_api.rules.wording import Observed
from graph_api.schema import orders
from graph_api.schema.arguments import WITHIN, AsOf, Filter, PlaceCode, Within
from graph_api.schema.fields import (
    computed,
    computing,
    found_out,
    from_findings,
    method,
    reference,
    references,
    related,
    stored,
    value,
)
from graph_api.schema.languages import InLanguage, Language
from graph_api.schema.nodes import Node
from graph_api.schema.pages import Connection, First, listed
from graph_api.schema.rule_results import CHANGE_COUNTS, CHANGES, FINDINGS, FINDINGS_BY_ID

if TYPE_CHECKING:
    from graph_api.schema.places import Place, PlaceLevel

RULES = rules_of(load_catalogue())
# The types that a finding refers to, as the rules name them.
SUBJECTS = frozenset(rule.subject for rule in RULES.values())
EVIDENCE = frozenset[str]().union(*(rule.evidence_types for rule in RULES.values()))

RuleCode = Enum(  # type: ignore[misc]
    "RuleCode",
    {
        code: strawberry.enum_value(code, description=f"{rule.title} ({rule.title_zh}). Checks every {rule.subject}.")
        for code, rule in RULES.items()
    },
    module=__name__,
)
RuleCode.__doc__ = "The code of a coverage rule."
strawberry.enum(RuleCode)


@strawberry.enum
class Obligation(Enum):
    """The obligation level of a rule, as worded in the source document."""

    MUST = strawberry.enum_value("MUST", description="Required by the document (至少, 要, 均).")
    SHOULD = strawberry.enum_value("SHOULD", description="Recommended by the document (原则上, 注重, 鼓励).")


@strawberry.enum
class RuleResult(Enum):
    """The result of checking a rule for a subject."""

    PASS = strawberry.enum_value("PASS", description="The subject meets the rule.")
    FAIL = strawberry.enum_value("FAIL", description="The subject does not meet the rule.")
    UNKNOWN = strawberry.enum_value("UNKNOWN", description="The data needed to check the rule is missing.")
    NOT_APPLICABLE = strawberry.enum_value("NOT_APPLICABLE", description="The rule does not apply to the subject.")


@strawberry.enum
class RuleWindow(Enum):
    """The length of the period that a rule checks. It checks the last complete period before `asOf`."""

    MONTH = strawberry.enum_value("MONTH", description="A calendar month.")
    QUARTER = strawberry.enum_value("QUARTER", description="A calendar quarter.")
    HALF_YEAR = strawberry.enum_value("HALF_YEAR", description="A calendar half-year.")
    YEAR = strawberry.enum_value("YEAR", description="A calendar year.")


ObservationUnit = Enum(  # type: ignore[misc]
    "ObservationUnit",
    {
        unit: strawberry.enum_value(unit, description=f"{text.en} ({text.zh}).")
        for unit, text in labels()["ObservationUnit"].items()
    },
    module=__name__,
)
ObservationUnit.__doc__ = "The unit of a number that a rule found."
strawberry.enum(ObservationUnit)


@strawberry.type
class Rule:
    """A coverage rule: a requirement that is checked for every subject of one type."""

    code: RuleCode = strawberry.field(description="The code of the rule, such as COM1.")
    title_zh: str = strawberry.field(description="The title of the rule, in Chinese.")
    obligation: Obligation = strawberry.field(
        description="Whether the rule is a requirement (MUST) or a recommendation (SHOULD)."
    )
    subject: str = strawberry.field(description="The type of the objects that the rule checks, such as Community.")
    window: RuleWindow | None = strawberry.field(
        description="The length of the period that the rule checks. Null if it checks the state on `asOf`."
    )

    @method(name="title")
    def title_in(self, language: InLanguage = Language.EN) -> str:
        """The title of the rule."""

    @method(name="required")
    def required_in(self, language: InLanguage = Language.EN) -> str:
        """The condition to pass, in a few words."""


@strawberry.type
class RuleCount:
    """The number of findings of one rule, by result."""

    rule: Rule = strawberry.field(description="The rule whose findings are counted.")
    pass_: int = strawberry.field(name="pass", description="The number of findings with the result PASS.")
    fail: int = strawberry.field(description="The number of findings with the result FAIL.")
    unknown: int = strawberry.field(description="The number of findings with the result UNKNOWN.")
    not_applicable: int = strawberry.field(description="The number of findings with the result NOT_APPLICABLE.")


def _coverage(found: RuleRun, code: str) -> CoverageCounts:
    return found.results.coverage(code)


@strawberry.type
class Coverage:
    """A summary of the findings of a place and all places below it."""

    row = Row("place")

    rate: float | None = from_findings(
        "The coverage rate, 0 to 1: the number of MUST findings that pass, divided by the number that pass, fail or "
        "are unknown. Null if no MUST rule applies.",
        RuleNeed(MUST),
        lambda found, code: _coverage(found, code).rate,
    )
    fully_covered: bool | None = from_findings(
        "Whether the coverage rate is 1. Null if there is no rate.",
        RuleNeed(MUST),
        lambda found, code: _coverage(found, code).fully_covered,
    )
    counts: list[RuleCount] = from_findings(
        "The number of findings per rule and result, sorted by rule code. Rules without findings are included with "
        "zeros.",
        RuleNeed(ALL),
        lambda found, code: _coverage(found, code).counts,
    )


@strawberry.type
class Window:
    """A period of days, from `from` (inclusive) to `until` (exclusive)."""

    from_: date = strawberry.field(name="from", description="The first day of the period (inclusive).")
    until: date = strawberry.field(description="The day after the last day of the period (exclusive).")


def _rule(code: str) -> CoverageRule:
    return RULES[code]


def _observed(code: str, observed: Observed | None, language: str = "EN") -> str | None:
    return RULES[code].wording.text(observed, language)


def _required(code: str, language: str = "EN") -> str:
    return RULES[code].required_in(language)


def window_of(window: list[str] | None) -> Period | None:
    """The period of a row's first and following day."""
    return None if window is None else Period(date.fromisoformat(window[0]), date.fromisoformat(window[1]))


@strawberry.type
class Observation:
    """What a rule found for a subject, as a number."""

    value: int = strawberry.field(
        description="The number. With `of` it counts what meets the rule. Counts of people in difficulty are rounded down."
    )
    unit: ObservationUnit = strawberry.field(description="What the number counts or measures.")
    of: int | None = strawberry.field(
        description="The number that all of them would make up. Null if the rule does not compare with a total."
    )


_SUBJECT_NAME = "The name of the subject, or the title of an issue. Null if it has neither."
_SUBJECT_CODE = "The code of the subject. Null for a building group."


@strawberry.type
class Finding(Node):
    """The result of checking one rule for one subject on a date."""

    row = Row("finding", refetch="coverage.finding_by_id", staged={"findings": FINDINGS_BY_ID})

    rule: Rule = computed("The rule that was checked.", _rule, code=Property("rule"))
    subject: Node = reference("The object that the rule was checked for.", "subject", SUBJECTS)
    subject_name: str | None = value(_SUBJECT_NAME, "coverage.subject_name")
    subject_code: str | None = value(_SUBJECT_CODE, "coverage.subject_code")
    result: RuleResult = stored("The result of the check.", key="result")
    observation: Observation | None = computed(
        "What the rule found, as a number. Null if it is not a single number, or is withheld.",
        lambda code, observed: RULES[code].wording.observation(observed),
        code=Property("rule"),
        observed=Property("observed"),
    )
    window: Window | None = computed(
        "The period that was checked. Null if the rule checks the state on `asOf`.",
        window_of,
        window=Property("window"),
    )

    required_minimum: int | None = computed(
        "The smallest number that passes, in the unit of `observation`. Null if the rule has no lower bound.",
        lambda code, observed: RULES[code].bounds.least(observed),
        code=Property("rule"),
        observed=Property("observed"),
    )
    required_maximum: int | None = computed(
        "The largest number that passes, in the unit of `observation`. Null if the rule has no upper bound.",
        lambda code, observed: RULES[code].bounds.most(observed),
        code=Property("rule"),
        observed=Property("observed"),
    )
    margin: int | None = computed(
        "The distance of the observed number from the nearest bound: 0 if it just passes, negative if it fails. Null if "
        "the rule has no number, if it fails for another reason, or if the result is neither PASS nor FAIL.",
        lambda code, result, observed: RULES[code].bounds.margin(result, observed),
        code=Property("rule"),
        result=Property("result"),
        observed=Property("observed"),
    )

    @computing(called, given=Value("coverage.subject_label"))
    def label(self, language: InLanguage = Language.EN) -> str:
        """The name of the subject as it stands alone: a building with its compound, an issue by its title; the ID if it
        has neither."""

    @computing(_observed, code=Property("rule"), observed=Property("observed"))
    def observed(self, language: InLanguage = Language.EN) -> str | None:
        """What the rule found, in a few words. Null if the rule does not apply, except for HH1, which then says `0 of 0`."""

    @computing(_required, code=Property("rule"))
    def required(self, language: InLanguage = Language.EN) -> str:
        """The condition to pass, in a few words."""

    @related("coverage.place", given={"finding": "finding"})
    def place(self) -> Place:
        """The place that the finding belongs to: for a place the place itself, for a building group its compound, for a
        department or leader the paired community (the city if unpaired), for an issue the place of the conference that
        holds it."""

    @references("evidence", EVIDENCE)
    def evidence(self, first: First = DEFAULT_SIZE) -> list[Node]:
        """The objects that the result is based on, such as the meetings that were counted."""


@strawberry.input
class FindingFilter:
    """Conditions on findings. All given conditions must hold."""

    rules: list[RuleCode] | None = strawberry.field(description="Only findings of these rules.", default=UNSET)
    results: list[RuleResult] | None = strawberry.field(
        description="Only findings with one of these results.", default=UNSET
    )
    obligation: Obligation | None = strawberry.field(
        description="Only findings of rules with this obligation level.", default=UNSET
    )
    level: PlaceLevel | None = strawberry.field(
        description="Only findings that belong to a place of this level.", default=UNSET
    )


@strawberry.enum
class HistoryStep(Enum):
    """The interval between two dates of a coverage history."""

    MONTH = strawberry.enum_value("MONTH", description="One month.")
    QUARTER = strawberry.enum_value("QUARTER", description="Three months.")
    YEAR = strawberry.enum_value("YEAR", description="One year.")


@strawberry.type
class CoveragePoint:
    """The coverage of a place on one date of its history."""

    as_of: date = strawberry.field(description="The date of the point.")
    coverage: Coverage = strawberry.field(description="The coverage of the place on the date.")


class Point:
    """The values of a CoveragePoint."""

    def __init__(self, as_of: date, coverage: CoverageCounts) -> None:
        self.as_of = as_of
        self.coverage = coverage


def history_need(arguments: Mapping[str, Any], _: str) -> RuleNeed:
    """The dates and place of a history. Raises BAD_USER_INPUT if there are no dates, or too many."""
    days = days_between(arguments["from"], arguments["until"], Step(arguments["step"]))
    return RuleNeed(ALL, days=tuple(days), place=arguments["within"])


def history(found: RuleRun, _: None) -> list[Point] | None:
    """The points of a history; None if there is no place with the code."""
    if not any(results.knows(found.place) for results in found.days.values()):
        return None
    return [Point(day, results.coverage(found.place)) for day, results in sorted(found.days.items())]


@strawberry.enum
class ChangeDirection(Enum):
    """Whether a result became worse or better between two dates. PASS is better than UNKNOWN, UNKNOWN than FAIL."""

    WORSE = strawberry.enum_value("WORSE", description="From PASS to UNKNOWN or FAIL, or from UNKNOWN to FAIL.")
    BETTER = strawberry.enum_value("BETTER", description="From FAIL to UNKNOWN or PASS, or from UNKNOWN to PASS.")


@strawberry.input
class CoverageChangeFilter:
    """Conditions on changes of findings. All given conditions must hold."""

    rules: list[RuleCode] | None = strawberry.field(description="Only changes of these rules.", default=UNSET)
    obligation: Obligation | None = strawberry.field(
        description="Only changes of rules with this obligation level.", default=UNSET
    )
    level: PlaceLevel | None = strawberry.field(
        description="Only changes that belong to a place of this level.", default=UNSET
    )
    turned: ChangeDirection | None = strawberry.field(
        description="Only changes for the worse, or only those for the better.", default=UNSET
    )
    before: list[RuleResult] | None = strawberry.field(
        description="Only changes from one of these results.", default=UNSET
    )
    after: list[RuleResult] | None = strawberry.field(
        description="Only changes to one of these results.", default=UNSET
    )


@strawberry.type
class CoverageChange:
    """A finding whose result differs between two dates."""

    row = Row("change")

    rule: Rule = computed("The rule that was checked.", _rule, code=Property("rule"))
    subject: Node = reference("The object that the rule was checked for.", "subject", SUBJECTS)
    subject_name: str | None = value(_SUBJECT_NAME, "coverage.subject_name", finding="change")
    subject_code: str | None = value(_SUBJECT_CODE, "coverage.subject_code", finding="change")
    before: RuleResult | None = stored("The result on the earlier date. Null if there was no finding.", key="before")
    after: RuleResult | None = stored("The result on the later date. Null if there is no finding.", key="after")

    turned: ChangeDirection | None = stored(
        "Whether the result became worse or better. Null if the rule did not apply on one of the dates, or if there was "
        "no finding.",
        key="turned",
    )

    @computing(called, given=Value("coverage.subject_label", {"finding": "change"}))
    def label(self, language: InLanguage = Language.EN) -> str:
        """The name of the subject as it stands alone: a building with its compound, an issue by its title; the ID if it
        has neither."""

    @related("coverage.place", given={"finding": "change"})
    def place(self) -> Place:
        """The place that the finding belongs to: on the later date, if it moved between the two dates."""

    @related("coverage.cause")
    def cause(self) -> CoverageCause | None:
        """The relation whose start or end changed the result. Null if no such relation is found."""


@strawberry.type
class CoverageChangeCount:
    """The number of changes of the findings of one rule."""

    row = Row("counted")

    rule: Rule = computed("The rule that was checked.", _rule, code=Property("rule"))
    changes: int = stored("The number of changes.", key="changes")
    worse: int = stored("The number of changes for the worse.", key="worse")
    better: int = stored("The number of changes for the better.", key="better")


@strawberry.type
class CoverageCause:
    """A relation whose start or end changed the result of a rule."""

    row = Row("link", needs=("event",))

    relation: str = stored("The type of the relation in the graph, such as PAIRED_WITH.", key="relation", of="event")
    began: bool = stored("Whether the relation started (true) or ended (false).", key="began", of="event")
    on: date = stored(
        "The date the relation started, or the first date on which it no longer held.", key="on", of="event"
    )

    @computing(
        sentence,
        subject=Value("chains.subject"),
        relation=Value("chains.relation"),
        role=Property("role"),
        target=Value("chains.target"),
        since=Value("chains.since"),
    )
    def sentence(self, language: InLanguage = Language.EN) -> str:
        """The relation as a sentence, in the relation's own direction."""


_Since = Annotated[date, strawberry.argument(name="from", description="The earlier date (inclusive).")]
_Until = Annotated[date, strawberry.argument(description="The later date (inclusive).")]
_Step = Annotated[HistoryStep, strawberry.argument(description="The interval between two dates of the history.")]


@computing(lambda: list(RULES.values()))
def rules() -> list[Rule]:
    """Lists the coverage rules, sorted by code."""


@related("coverage.area", arguments={"code": WITHIN})
def coverage(within: PlaceCode, as_of: AsOf = UNSET) -> Coverage | None:
    """The coverage of a place and all places below it. Null if there is no place with this code."""


@listed("coverage.findings", arguments={"within": WITHIN, "findings": FINDINGS}, orders=orders.FINDINGS)
def coverage_findings(
    within: Within = UNSET, filter: Filter[FindingFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[Finding]:
    """Lists the findings of the coverage rules, sorted by place, then by rule and subject unless `orderBy` is given."""


@found_out(history_need, history, arguments={"within": WITHIN})
def coverage_history(within: PlaceCode, from_: _Since, until: _Until, step: _Step) -> list[CoveragePoint] | None:
    """The coverage of a place over time: on `from`, and after every `step` up to `until`, at most 120 dates. Null
    if there is no place with this code."""


@listed("coverage.changes", arguments={"within": WITHIN, "changes": CHANGES}, day="until")
def coverage_changes(
    within: PlaceCode, from_: _Since, until: _Until, filter: Filter[CoverageChangeFilter] = UNSET
) -> Connection[CoverageChange] | None:
    """Lists the findings whose results differ between two dates, sorted by place, then by rule and subject.
    Includes findings that exist on only one of the dates."""


@listed("coverage.change_counts", arguments={"within": WITHIN, "counts": CHANGE_COUNTS}, day="until")
def coverage_change_counts(
    within: PlaceCode, from_: _Since, until: _Until, filter: Filter[CoverageChangeFilter] = UNSET
) -> Connection[CoverageChangeCount] | None:
    """Counts the findings whose results differ between two dates by rule, sorted by rule code. Rules without changes are
    left out."""
