"""Rules: the files of `cypher/rules/`, each of which judges every subject of its kind within a place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph_api.catalogue.fragment import Fragment, Mode

COLUMNS = ("subject", "place", "result", "observed", "evidence")
PARAMETERS = frozenset({"within", "as_of", "window_from", "window_until"})


class Obligation(StrEnum):
    """How binding a rule is, after the wording of the document."""

    MUST = "MUST"
    SHOULD = "SHOULD"


class Window(StrEnum):
    """The period that a rule judges: the last complete one before the day."""

    MONTH = "MONTH"
    QUARTER = "QUARTER"
    HALF_YEAR = "HALF_YEAR"
    YEAR = "YEAR"


@dataclass(frozen=True)
class Rule:
    """A coverage rule: what it asks, of whom, and the statement that judges them.

    The statement gives a row for each subject within the place: the subject's id, the code of the place that the
    finding belongs to, the result (PASS, FAIL, UNKNOWN, NOT_APPLICABLE), what was observed in words (or null), and the
    evidence as pairs of type and id.
    """

    code: str
    subject: str
    obligation: Obligation
    window: Window | None
    title: str
    title_zh: str
    required: str
    fragment: Fragment


def read_rule(fragment: Fragment) -> Rule:
    """The rule of a fragment of mode rule. Raises `CatalogueError` for a header that says something else."""
    facts = fragment.facts
    window = facts["window"]
    for name, allowed in (("obligation", set(Obligation)), ("window", {*Window, "none"})):
        if facts[name] not in allowed:
            raise fragment.error(f"{name} is {facts[name]!r}: one of {', '.join(sorted(allowed))}", 1)
    if tuple(column.name for column in fragment.columns) != COLUMNS:
        raise fragment.error(f"a rule returns ({', '.join(COLUMNS)})")
    if not {"within"} <= fragment.parameters <= PARAMETERS:
        raise fragment.error(f"a rule takes $within and may take {', '.join(sorted(PARAMETERS - {'within'}))}")
    if (window != "none") != ("window_from" in fragment.parameters or "window_until" in fragment.parameters):
        raise fragment.error("a rule with a window uses $window_from and $window_until, and only such a rule")
    return Rule(
        code=fragment.name.partition(".")[2],
        subject=facts["subject"],
        obligation=Obligation(facts["obligation"]),
        window=None if window == "none" else Window(window),
        title=facts["title"],
        title_zh=facts["title_zh"],
        required=facts["required"],
        fragment=fragment,
    )


def rules_of(fragments: list[Fragment]) -> dict[str, Rule]:
    """The rules among the fragments, by code."""
    found = [read_rule(fragment) for fragment in fragments if fragment.mode is Mode.RULE]
    return {rule.code: rule for rule in sorted(found, key=lambda rule: rule.code)}
