"""What an export contains: the types of nodes and relations, and the properties of each.

Nothing else leaves the graph. A new label, relation or property is exported once it is listed here, after a look at
docs/privacy.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final, TypeAlias


class Kind(Enum):
    """The kind of a property's values."""

    TEXT = "text"
    TEXTS = "texts"
    DATE = "date"
    INTEGER = "integer"
    NUMBER = "number"


Properties: TypeAlias = Mapping[str, tuple[str, ...]]

# Of all nodes. Places, departments and leaders have a code too.
_NAMED = ("name", "provenance")
_PLACE = (*_NAMED, "code", "latitude", "longitude")
_EVENT = ("date", "provenance")

# A node with several of these labels has the first as its type: a leader is also a person.
NODES: Final[Properties] = {
    "City": (*_PLACE, "reported_on"),
    "Subdistrict": _PLACE,
    "Community": (*_PLACE, "residents", "area_m2"),
    "Compound": _PLACE,
    "Building": _PLACE,
    "Department": (*_PLACE, "kind", "could_serve"),
    "Leader": (*_NAMED, "code", "title", "body"),
    "Person": _NAMED,
    "Branch": _NAMED,
    "OwnersCommittee": _NAMED,
    "PropertyCompany": _NAMED,
    "Enterprise": _NAMED,
    "SocialOrganization": _NAMED,
    "Unit": _NAMED,
    "PartyOrganization": _NAMED,
    "Conference": _NAMED,
    "SynergyBody": (*_NAMED, "functions"),
    "VolunteerTeam": _NAMED,
    "BuildingGroup": (*_NAMED, "feature"),
    "ResponsibilityZone": _NAMED,
    "PostKind": _NAMED,
    "TeamKind": _NAMED,
    "ZoneKind": _NAMED,
    "Meeting": (*_EVENT, "kind", "field", "decisions", "minutes"),
    "Document": ("title", "kind", "provenance"),
    "Issue": ("title", "code", "resolved_on", "resolution", "provenance"),
    "Escalation": (*_EVENT, "ledger", "feedback_on", "feedback_text"),
    "Visit": (*_EVENT, "tasks"),
    "Deed": (*_EVENT, "title", "function", "beneficiaries", "campaign"),
    "Contribution": (*_EVENT, "kind", "value_cny", "purpose", "description"),
    "SettledMatter": (*_EVENT, "title"),
    "EvaluationRound": (*_EVENT, "closed_on", "year"),
    "Evaluation": ("rater_count", "score", "provenance"),
    "Criterion": (*_NAMED, "name_zh", "maximum"),
    "Appraisal": _EVENT,
}

# Dated relations also have an ID, since and until.
RELATIONS: Final[Properties] = {
    "PART_OF": (),
    "ADJACENT_TO": (),
    "PAIRED_WITH": (),
    "SUPERVISES": (),
    "HOLDS": ("role", "channel"),
    "SERVES": (),
    "FOUNDED_ON": (),
    "STATIONED_IN": (),
    "ORGANIZED_IN": (),
    "FORMED_IN": (),
    "COVERS": (),
    "LEADS": (),
    "SETTLED": (),
    "MEMBER_OF": ("functions",),
    "DID": (),
    "TOOK_PART_IN": (),
    "GAVE": (),
    "TO": (),
    "MADE": (),
    "HELD": (),
    "ADOPTED": (),
    "CONVENED": (),
    "ATTENDED": ("category",),
    "LIAISON_OF": (),
    "BELONGS_TO": ("category",),
    "INVITED_TO": ("category",),
    "RAISED_AT": (),
    "ON_AGENDA_OF": (),
    "ESCALATED_BY": (),
    "FROM": (),
    "UP_TO": (),
    "WITH_MINUTES_OF": (),
    "HELD_IN": (),
    "SCORED": (),
    "OF": (),
    "MARKED_ON": ("score",),
    "COUNTED_IN": (),
    "APPLIES_IN": (),
    "OFFERS": (),
    "OF_KIND": (),
    "LIES_IN": (),
}

_KINDS: Final[Mapping[str, Kind]] = {
    "area_m2": Kind.NUMBER,
    "beneficiaries": Kind.INTEGER,
    "closed_on": Kind.DATE,
    "could_serve": Kind.TEXTS,
    "date": Kind.DATE,
    "decisions": Kind.TEXTS,
    "feedback_on": Kind.DATE,
    "functions": Kind.TEXTS,
    "latitude": Kind.NUMBER,
    "longitude": Kind.NUMBER,
    "maximum": Kind.NUMBER,
    "rater_count": Kind.INTEGER,
    "reported_on": Kind.DATE,
    "residents": Kind.INTEGER,
    "resolved_on": Kind.DATE,
    "score": Kind.NUMBER,
    "since": Kind.DATE,
    "tasks": Kind.TEXTS,
    "until": Kind.DATE,
    "value_cny": Kind.NUMBER,
    "year": Kind.INTEGER,
}


def kind_of(name: str) -> Kind:
    """The kind of the values of the property, which has the same kind wherever it occurs."""
    return _KINDS.get(name, Kind.TEXT)


def _distinct(contents: Properties) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in contents.values() for name in names))


NODE_PROPERTIES: Final = _distinct(NODES)
EDGE_PROPERTIES: Final = ("since", "until", *_distinct(RELATIONS))
