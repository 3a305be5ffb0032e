"""Global ids and codes: what they look like, and what is wrong with those that don't."""

import base64
import binascii
import re
from datetime import date

from graphql import GraphQLError

# The types that `node` finds.
NODE_TYPES = frozenset(
    {
        *("City", "Subdistrict", "Community", "Compound", "Building", "Department", "Leader", "Person"),
        *("Branch", "OwnersCommittee", "PropertyCompany", "BuildingGroup"),
        *("Enterprise", "SocialOrganization", "Unit", "PartyOrganization", "SynergyBody"),
        *("Visit", "EvaluationRound", "Evaluation", "Criterion", "Appraisal"),
        *("Conference", "Meeting", "Document", "Issue", "Escalation"),
        *("PostKind", "TeamKind", "ZoneKind", "VolunteerTeam", "ResponsibilityZone"),
        *("Deed", "Contribution", "SettledMatter"),
        *("DepartmentPairing", "LeaderPairing", "Appointment", "CrossAppointment"),
    }
)
_WITHIN = frozenset({2, 4, 6, 9, 12, 15, 18})


def refusal(code: str) -> GraphQLError:
    """The error of an argument that can't be taken."""
    return GraphQLError(code, extensions={"code": code})


def global_id(type_: str, local: str, day: date | None = None) -> str:
    """The global id of a thing, as of the day if there is one."""
    carried = "" if day is None else f"@{day.isoformat()}"
    return base64.urlsafe_b64encode(f"{type_}{carried}:{local}".encode()).decode()


def parts(given: str) -> tuple[str, str, date | None]:
    """Type and local id of a global id, and the day that it carries. Raises BAD_ID for what none can be."""
    try:
        head, _, local = base64.urlsafe_b64decode(given.encode()).decode().partition(":")
        type_, _, said = head.partition("@")
        day = date.fromisoformat(said) if said else None
    except (binascii.Error, ValueError):
        raise refusal("BAD_ID") from None
    if type_ not in NODE_TYPES or not local or global_id(type_, local, day) != given:
        raise refusal("BAD_ID")
    return type_, local, day


def as_of(given: str, day: date) -> str:
    """The id as answers of the day have it; what is none stays as it is."""
    try:
        type_, local, _ = parts(given)
    except GraphQLError:
        return given
    return global_id(type_, local, day)


def place_code(code: str, *lengths: int) -> str:
    """The code of a place of one of the lengths. Raises BAD_CODE."""
    if len(code) not in lengths or not re.fullmatch("[0-9]+", code):
        raise refusal("BAD_CODE")
    return code


def numbered_code(code: str, letter: str) -> str:
    """The code of a department or a leader. Raises BAD_CODE."""
    if not re.fullmatch(f"[0-9]{{6}}{letter}[0-9]{{3}}", code):
        raise refusal("BAD_CODE")
    return code


def issue_code(code: str) -> str:
    """The code of an issue. Raises BAD_CODE."""
    if not re.fullmatch("[0-9]{6}([0-9]{3}){0,3}-[0-9]{4}-[0-9]{3}", code):
        raise refusal("BAD_CODE")
    return code


def within(code: str | None) -> str:
    """The beginning that the codes of everything within a place have; empty for everywhere. Raises BAD_CODE."""
    return "" if code is None else place_code(code, *_WITHIN)
