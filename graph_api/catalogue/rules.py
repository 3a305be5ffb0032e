"""Rules: the files of `cypher/rules/`, each of which judges every subject of its kind within a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from graph_api.catalogue.fragment import EVERYWHERE, Fragment, Mode

COLUMNS = ("subject", "place", "result", "observed", "evidence")
PARAMETERS = frozenset({"within", "as_of", "window_from", "window_until", *EVERYWHERE})

# One folder, so no two files claim the same code; letters and a number, so the code can be a value of an enum.
_NAME = re.compile(r"rules\.[A-Z]+[0-9]+")
_STEP = re.compile(r"(?P<relation>[A-Z_]+)(:(?P<label>[A-Z][A-Za-z]+))?")
# As many as `cypher/coverage/cause.cypher` goes.
MOST_STEPS = 3


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


class Step(NamedTuple):
    """One relation on the way from a rule's subject: its type, and the label of what it leads to where that matters."""

    relation: str
    label: str | None


Way = tuple[Step, ...]


@dataclass(frozen=True)
class Rule:
    """A coverage rule: what it asks, of whom, and the statement that judges them.

    The statement gives a row for each subject within the place: the subject's id, the code of the place that the
    finding belongs to, the result (PASS, FAIL, UNKNOWN, NOT_APPLICABLE), what was observed in words (or null), and the
    evidence as pairs of type and id. `turned_by` are the ways from the subject to relations whose beginning or end can turn its
    finding: the last relation of each.
    """

    code: str
    subject: str
    obligation: Obligation
    window: Window | None
    title: str
    title_zh: str
    required: str
    turned_by: tuple[Way, ...]
    fragment: Fragment


def written(way: Way) -> str:
    """The way as a header writes it."""
    return "/".join(step.relation + (f":{step.label}" if step.label else "") for step in way)


def read_rule(fragment: Fragment) -> Rule:
    """The rule of a fragment of mode rule. Raises `CatalogueError` for a header that says something else."""
    facts = fragment.facts
    window = facts["window"]
    if not _NAME.fullmatch(fragment.name):
        raise fragment.error("a rule is a file in rules/ named after its code: capital letters and a number (COM1)", 1)
    for name, value in facts.items():
        if not value:
            raise fragment.error(f"{name} is empty", 1)
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
        turned_by=tuple(_way(fragment, part.strip()) for part in facts.get("turned_by", "").split(",") if part.strip()),
        fragment=fragment,
    )


def _way(fragment: Fragment, text: str) -> Way:
    """The way that a header writes, as in `SUPERVISES/PAIRED_WITH` or `PART_OF/SERVES:Branch`."""
    matches = [_STEP.fullmatch(part) for part in text.split("/")]
    if len(matches) > MOST_STEPS or None in matches:
        raise fragment.error(
            f"turned_by has {text!r}: write relation types from the subject on, {MOST_STEPS} at most, as in "
            "SUPERVISES/PAIRED_WITH or PART_OF/SERVES:Branch",
            1,
        )
    return tuple(Step(match["relation"], match["label"]) for match in matches if match)


def rules_of(fragments: list[Fragment]) -> dict[str, Rule]:
    """The rules among the fragments, by code."""
    found = [read_rule(fragment) for fragment in fragments if fragment.mode is Mode.RULE]
    return {rule.code: rule for rule in sorted(found, key=lambda rule: rule.code)}
