"""Trials: an operation asked of the product and of the reference."""

import json
from collections.abc import Mapping
from typing import Any

from differential.comparison import differences
from differential.reference import Reference
from graph_api.execution import Engine, Request

# Every list that has cursors, in every order. What they answer is where the cursors of generated operations come from.
LISTS = (
    "cities(asOf: $day) { ...Lines }",
    "communities(asOf: $day, first: 5) { ...Lines }",
    *(
        f"communities(asOf: $day, orderBy: {{ field: {field}, direction: {direction} }}) {{ ...Lines }}"
        for field in ("CODE", "NAME", "DEPARTMENT_COUNT", "LEADER_COUNT")
        for direction in ("ASC", "DESC")
    ),
    "compounds(asOf: $day, first: 60) { ...Lines }",
    "departments(asOf: $day, first: 80) { ...Lines }",
    "leaders(asOf: $day, first: 40) { ...Lines }",
    "crossAppointments(asOf: $day, first: 30) { ...Lines }",
    "persons(asOf: $day, first: 100) { ...Lines }",
    *(
        f"persons(asOf: $day, orderBy: {{ field: {field}, direction: {direction} }}) {{ ...Lines }}"
        for field in ("ID", "NAME", "BODY_COUNT")
        for direction in ("ASC", "DESC")
    ),
    'persons(within: "210681001", asOf: $day, first: 100) { edges { evidence { ...Lines } } }',
    "visits(asOf: $day, first: 60) { ...Lines }",
    "evaluations(asOf: $day, first: 60) { ...Lines }",
    "communities(asOf: $day, first: 40) { nodes { visits { ...Lines } evaluationRounds { ...Lines } } }",
    "communities(asOf: $day, first: 40) { nodes { evaluationRounds { nodes { evaluations { ...Lines } } } } }",
    "departments(asOf: $day, first: 100) { nodes { evaluations { ...Lines } } }",
    "leaders(asOf: $day, first: 100) { nodes { visits { ...Lines } pairing { visits { ...Lines } } } }",
    'city(code: "210681", asOf: $day) { subdistricts { ...Lines } communities { ...Lines } }',
    'city(code: "210681", asOf: $day) { departments(first: 100) { ...Lines } leaders(first: 100) { ...Lines } }',
    'subdistrict(code: "210681001", asOf: $day) { communities { edges { cursor node { compounds { ...Lines } } } } }',
    "communities(asOf: $day, first: 40) { nodes { departments { ...Lines } leaders { ...Lines } } }",
    "compounds(asOf: $day, first: 60) { nodes { buildings { ...Lines } } }",
    "compounds(asOf: $day, first: 60) { nodes { buildingGroups { ...Lines } crossAppointments { ...Lines } } }",
    "compounds(asOf: $day, first: 60) { nodes { branch { appointments { ...Lines } } } }",
    "compounds(asOf: $day, first: 60) { nodes { ownersCommittee { appointments { nodes { person { ...Seats } } } } } }",
    "compounds(asOf: $day, first: 60) { nodes { propertyCompany { compounds { ...Lines } } } }",
    "communities(asOf: $day, first: 40) { nodes { memberOrganizations { ...Lines } } }",
    "communities(asOf: $day, first: 40) { nodes { volunteerTeams { ...Lines } responsibilityZones { ...Lines } } }",
    "buildingGroups(asOf: $day, first: 100) { ...Lines nodes { settled { ...Lines } leader { leads { ...Lines } } } }",
    "deeds(asOf: $day, first: 100) { ...Lines }",
    "synergyBodies(asOf: $day) { ...Lines nodes { members { ...Lines } candidates { ...Lines } } }",
    "synergyBodies(asOf: $day) { nodes { deeds(first: 30) { ...Lines } contributions { ...Lines } } }",
    "departments(asOf: $day, first: 80) { nodes { memberships { ...Lines } deeds { ...Lines } contributions { ...Lines } } }",
    "communities(asOf: $day, first: 40) { nodes { stationed { ...Lines } } }",
    "organizations(asOf: $day, first: 100) { ...Lines } branches(asOf: $day) { ...Lines }",
    *(
        f"organizations(asOf: $day, first: 100, orderBy: {{ field: NAME, direction: {direction} }}) {{ ...Lines }}"
        for direction in ("ASC", "DESC")
    ),
    "propertyCompanies(asOf: $day) { ...Lines } units(asOf: $day) { ...Lines } partyOrganizations(asOf: $day) { ...Lines }",
    "appointments(asOf: $day, history: true, first: 100) { ...Lines } contributions(asOf: $day, first: 100) { ...Lines }",
    "conferences(asOf: $day, first: 60) { ...Lines }",
    "meetings(asOf: $day, first: 100) { ...Lines }",
    "conferences(asOf: $day, first: 60) { nodes { meetings { ...Lines } appointments { ...Lines } } }",
    "conferences(asOf: $day, first: 60) { nodes { standingMembers { ...Lines } invitees { ...Lines } } }",
    *(f'searchResults(text: "{text}", asOf: $day, first: 100) {{ ...Lines }}' for text in ("qd", "社区", "210681")),
    "meetings(asOf: $day, first: 60) { nodes { attendees { ...Lines } } }",
    "issues(asOf: $day, first: 100) { ...Lines nodes { meetings { ...Lines } } }",
    "meetings(asOf: $day, first: 100) { nodes { agenda { ...Lines } } }",
    "escalations(asOf: $day, first: 100) { ...Lines }",
    "visitCounts(groupBy: [COMMUNITY, MONTH], asOf: $day, first: 60) { ...Lines }",
    "issueSums(groupBy: [QUARTER, LEVEL, COMMUNITY], asOf: $day, first: 60) { ...Lines }",
    "deedSums(groupBy: [FUNCTION, YEAR], asOf: $day, first: 60) { ...Lines }",
    "deedSums(groupBy: [COMMUNITY], orderBy: { field: BENEFICIARIES, direction: DESC }, asOf: $day) { ...Lines }",
    "contributionSums(groupBy: [PURPOSE, COMPOUND, MONTH], asOf: $day, first: 60) { ...Lines }",
    "conferences(asOf: $day, first: 60) { nodes { raised { ...Lines } fromBelow { ...Lines } sentUp { ...Lines } } }",
    "conferences(asOf: $day, first: 60) { nodes { awaitingFeedback { ...Lines } owingFeedback { ...Lines } } }",
    "persons(asOf: $day, first: 100) { nodes { memberships { ...Lines } invitations { ...Lines } secretaryOf { ...Lines } } }",
    "persons(asOf: $day, first: 100) { nodes { organizations { ...Lines } } }",
    "departments(asOf: $day, first: 100) { nodes { meetings { ...Lines } } }",
    "leaders(asOf: $day, first: 100) { nodes { meetings { ...Lines } } }",
    "departments(asOf: $day, first: 100) { nodes { pairings { ...Lines } } }",
    "departments(asOf: $day, first: 80) { nodes { suitability(first: 10) { ...Lines } } }",
    'workloads(from: "2026-01-01", until: $day, first: 40) { ...Lines }',
    "leaders(asOf: $day, first: 100) { nodes { pairings { ...Lines } supervises { ...Lines } } }",
)


def listing(field: str) -> str:
    """The operation that asks for the cursors of the list."""
    field = field.replace("...Seats", "appointments { ...Lines }")
    field = field.replace("...Lines", "edges { cursor } pageInfo { startCursor endCursor }")
    return f"query Lines($day: Date!) {{ {field} }}"


async def disagreements(engine: Engine, reference: Reference, text: str, variables: Mapping[str, Any]) -> list[str]:
    """Where the product and the reference don't agree, in words."""
    got = await answered(engine, text, variables)
    codes = {error["extensions"]["code"] for error in got.get("errors", ())}
    return differences(reference.answer(text, variables), got.get("data"), codes, reference.cursors)


async def answered(engine: Engine, text: str, variables: Mapping[str, Any]) -> dict[str, Any]:
    """What the product answers."""
    answer = await engine.answer(Request(text, variables, None), request_id="differential")
    got: dict[str, Any] = json.loads(answer.body)
    return got
