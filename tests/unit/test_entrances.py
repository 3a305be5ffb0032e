"""Where rows enter: through the compiler's gate, or in a file that is known to be an entrance of its own.

See docs/decisions/0030-one-gate-for-rows.md.
"""

from pathlib import Path

import pytest

from graph_api import compiler
from graph_api.catalogue import Mode, cypher_folder, variables_of
from graph_api.catalogue.parser import parse_file, split_at
from graph_api.catalogue.tokens import Kind, tokens

# Conditions that are to hold for whatever is read have to be written into these files. Rules and other whole statements
# are not here: each of them begins from nothing.
OWN_ENTRANCES = {
    "appointments.crossings_within",
    "coverage.area",
    "departments.suitability",
    "figures.activity_room_investment",
    "figures.conference_levels",
    "figures.deeds",
    "figures.departments",
    "figures.escalated_issues_resolved",
    "figures.in_service_members",
    "figures.issues_escalated",
    "figures.issues_resolved_at_own_level",
    "figures.leader_visits_per_quarter",
    "figures.leaders",
    "figures.meetings",
    "figures.member_organizations",
    "figures.people_in_difficulty_paired",
    "figures.post_choices",
    "figures.post_kinds",
    "figures.synergy_contributions",
    "figures.synergy_member_units",
    "figures.team_kinds",
    "figures.zone_kinds",
    "issues.counts",
    "members.by_community",
    "members.consultations",
    "members.donations",
    "members.feedback_forms",
    "members.household_pairings",
    "members.mediations",
    "members.number",
    "members.of_review",
    "members.post_choices",
    "members.registration_forms",
    "members.team_count",
    "members.zone_count",
    "search.found",
}
_AFTER = {"MATCH", "OPTIONAL", "WITH", "UNWIND", "CALL", "YIELD", "WHERE", "ORDER", "LIMIT", "RETURN", "UNION"}


def sources():
    for path in sorted(cypher_folder().glob("*/*.cypher")):
        if path.parent.name != "migrations":
            yield parse_file(path.relative_to(cypher_folder().parent), path.read_text(encoding="utf-8"))


def entrances(body, given):
    """The positions of MATCH clauses with a pattern that shares no variable with anything before it, and of
    procedures."""
    known, found = set(given), []
    for index, token in enumerate(body):
        if token.kind is Kind.CALL and token.text.startswith("db."):
            found.append(index)
        if token.text != "MATCH" or token.kind is not Kind.KEYWORD:
            continue
        known |= variables_of(body[:index])
        for pattern in split_at_depth(clause(body, index), token.depth):
            variables = variables_of(pattern)
            if not variables & known and index not in found:
                found.append(index)
            known |= variables
    return found


def clause(body, index):
    """The tokens of the clause that starts at the index."""
    depth = body[index].depth
    for end in range(index + 1, len(body)):
        token = body[end]
        if token.depth < depth or (token.depth == depth and token.kind is Kind.KEYWORD and token.text in _AFTER):
            return body[index + 1 : end]
    return body[index + 1 :]


def split_at_depth(parts, depth):
    return split_at(tuple(token._replace(depth=token.depth - depth) for token in parts), ",")


@pytest.mark.parametrize(
    ("text", "given", "lines"),
    [
        ("MATCH (a:A)", (), [1]),
        ("MATCH (a:A)", ("a",), []),
        ("MATCH (a:A)\nMATCH (a)--(b:B)", (), [1]),
        ("MATCH (a:A)\nMATCH (b:B)", (), [1, 2]),
        ("MATCH (a:A),\n(b:B)", ("a",), [1]),
        ("MATCH (a:A) RETURN COUNT {\nMATCH (b:B) WHERE b.x = a.x RETURN b }", ("a",), [2]),
        ("MATCH (a:A) RETURN COUNT {\nMATCH (a)--(b) RETURN b }", ("a",), []),
        ("CALL db.index.fulltext.queryNodes('names', $x) YIELD node RETURN node", (), [1]),
    ],
)
def test_an_entrance_is_a_pattern_that_nothing_leads_to(text, given, lines):
    body = tuple(tokens(text))
    assert [body[index].line for index in entrances(body, given)] == lines


def test_what_enters_beside_the_gate_is_known():
    """The gate's conditions hold for what a relation gives back, so not for what it only looks at in a subquery."""
    found = set()
    for source in sources():
        mode = Mode(source.entries["mode"][0])
        at = [source.body[index].depth for index in entrances(source.body, source.names("given"))]
        if (mode is Mode.VALUE and at) or (mode is Mode.RELATION and any(at)):
            found.add(source.name)
    assert found == OWN_ENTRANCES


def test_relations_enter_by_the_gate_alone():
    folder = Path(compiler.__file__).parent
    using = {path.stem for path in folder.glob("*.py") if ".head" in path.read_text(encoding="utf-8")}
    assert using == {"scope"}
