"""One rule: a file in `cypher/rules/` that checks every subject of one type within a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from graph_api.catalogue import Fragment
from graph_api.languages import Language, Text
from graph_api.places import BUILDING, CITY, COMMUNITY, COMPOUND, SUBDISTRICT, Level
from graph_api.rules.bounds import BOUNDS, Bounds, read_bounds
from graph_api.rules.wording import PREFIX, Wording, read_wording
from graph_api.settings import IN_STATEMENTS

COLUMNS = ("subject", "place", "result", "observed", "evidence")
PARAMETERS = frozenset({"within", "as_of", "window_from", "window_until", "today", *IN_STATEMENTS})

# The subjects of rules, each with the deepest level of the places that its findings belong to.
SUBJECTS = {
    **{level.label: level for level in (CITY, SUBDISTRICT, COMMUNITY, COMPOUND, BUILDING)},
    "Department": COMMUNITY,
    "Leader": COMMUNITY,
    "BuildingGroup": COMPOUND,
    "Issue": COMPOUND,
}

_KEYS = frozenset({"subject", "obligation", "window", "title", "title_zh", "required", "required_zh"})
_OPTIONAL_KEYS = frozenset({"turned_by", "evidence", "unit", "due", *BOUNDS})
# One folder, so codes are unique; letters and a number, so that a code can be an enum value.
_NAME = re.compile(r"rules\.[A-Z]+[0-9]+")
_KIND = re.compile(r"[A-Z]+(_[A-Z]+)*")
_STEP = re.compile(r"(?P<relation>[A-Z_]+)(:(?P<label>[A-Z][A-Za-z]+))?")
# The number of steps that `cypher/coverage/cause.cypher` follows.
MOST_STEPS = 3


class Obligation(StrEnum):
    """The obligation level of a rule, as worded in the source document."""

    MUST = "MUST"
    SHOULD = "SHOULD"


class Window(StrEnum):
    """The period that a rule checks: the last complete one before the date."""

    MONTH = "MONTH"
    QUARTER = "QUARTER"
    HALF_YEAR = "HALF_YEAR"
    YEAR = "YEAR"


class RelationStep(NamedTuple):
    """One relation on a path from a rule's subject: its type, and the label of the node it leads to if that matters."""

    relation: str
    label: str | None


Way = tuple[RelationStep, ...]


@dataclass(frozen=True)
class Rule:
    """A coverage rule: its requirement, its subjects, and the statement that checks them.

    The statement returns a row for each subject within the place: the subject's ID, the code of the place that the
    finding belongs to, the result (PASS, FAIL, UNKNOWN, NOT_APPLICABLE), what was observed as values that `wording` puts
    into words (or null) and `bounds` compares, and the evidence as pairs of type and ID. `turned_by` are the paths from
    the subject to relations whose start or end can change its finding: the last relation of each. `evidence_types` are
    the types of its evidence; an interface stands for all of its types. `due` is the kind of what it makes due by the end
    of each window, if it does.
    """

    code: str
    subject: str
    obligation: Obligation
    window: Window | None
    title: str
    title_zh: str
    required: str
    required_zh: str
    wording: Wording
    bounds: Bounds
    turned_by: tuple[Way, ...]
    evidence_types: frozenset[str]
    fragment: Fragment
    due: str | None = None

    def title_in(self, language: str = Language.EN) -> str:
        """The title in the language."""
        return Text(self.title, self.title_zh).in_(language)

    def required_in(self, language: str = Language.EN) -> str:
        """The condition to pass in the language."""
        return Text(self.required, self.required_zh).in_(language)

    @property
    def deepest(self) -> Level:
        """The deepest level of the places that its findings belong to."""
        return SUBJECTS[self.subject]


def written(way: Way) -> str:
    """The path in the format of a header."""
    return "/".join(step.relation + (f":{step.label}" if step.label else "") for step in way)


def read_rule(fragment: Fragment) -> Rule:
    """The rule of a fragment with mode rule. Raises `CatalogueError` for an invalid header."""
    _check(fragment)
    facts = fragment.facts
    window = facts["window"]
    return Rule(
        code=fragment.name.partition(".")[2],
        subject=facts["subject"],
        obligation=Obligation(facts["obligation"]),
        window=None if window == "none" else Window(window),
        title=facts["title"],
        title_zh=facts["title_zh"],
        required=facts["required"],
        required_zh=facts["required_zh"],
        wording=read_wording(facts, lambda message: fragment.error(message, 1)),
        bounds=read_bounds(facts, lambda message: fragment.error(message, 1)),
        turned_by=tuple(_way(fragment, part) for part in _parts(facts.get("turned_by", ""))),
        evidence_types=frozenset(_parts(facts.get("evidence", ""))),
        fragment=fragment,
        due=_due(fragment),
    )


def _check(fragment: Fragment) -> None:
    facts = fragment.facts
    given = {name for name in facts if name not in _OPTIONAL_KEYS and not name.startswith(PREFIX)}
    for name in sorted(_KEYS ^ given):
        raise fragment.error(f"the header {'lacks' if name in _KEYS else 'has the unknown key'} {name!r}", 1)
    if not _NAME.fullmatch(fragment.name):
        raise fragment.error("a rule is a file in rules/ named after its code: capital letters and a number (COM1)", 1)
    for name, value in facts.items():
        if not value:
            raise fragment.error(f"{name} is empty", 1)
    for name, allowed in (("subject", set(SUBJECTS)), ("obligation", set(Obligation)), ("window", {*Window, "none"})):
        if facts[name] not in allowed:
            raise fragment.error(f"{name} is {facts[name]!r}: one of {', '.join(sorted(allowed))}", 1)
    if tuple(column.name for column in fragment.columns) != COLUMNS:
        raise fragment.error(f"a rule returns ({', '.join(COLUMNS)})")
    if not {"within"} <= fragment.parameters <= PARAMETERS:
        raise fragment.error(f"a rule takes $within and may take {', '.join(sorted(PARAMETERS - {'within'}))}")
    if (facts["window"] != "none") != ("window_from" in fragment.parameters or "window_until" in fragment.parameters):
        raise fragment.error("a rule with a window uses $window_from and $window_until, and only such a rule")


def _due(fragment: Fragment) -> str | None:
    """The kind of what the rule makes due, if it does."""
    kind = fragment.facts.get("due")
    if kind is not None and (fragment.facts["window"] == "none" or not _KIND.fullmatch(kind)):
        raise fragment.error(f"due is {kind!r}: a kind in capitals, and only of a rule with a window", 1)
    return kind


def _parts(entry: str) -> list[str]:
    """The parts of a header entry, between commas."""
    return [part.strip() for part in entry.split(",") if part.strip()]


def _way(fragment: Fragment, text: str) -> Way:
    """The path of a header entry, as in `SUPERVISES/PAIRED_WITH` or `PART_OF/SERVES:Branch`."""
    matches = [_STEP.fullmatch(part) for part in text.split("/")]
    if len(matches) > MOST_STEPS or None in matches:
        raise fragment.error(
            f"turned_by has {text!r}: write relation types from the subject on, {MOST_STEPS} at most, as in "
            "SUPERVISES/PAIRED_WITH or PART_OF/SERVES:Branch",
            1,
        )
    return tuple(RelationStep(match["relation"], match["label"]) for match in matches if match)
