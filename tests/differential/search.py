"""Search by name."""

from differential import issues
from differential.graph import Thing
from differential.ids import refusal, within
from differential.items import Ask, Item, folded
from differential.persons import belongings, body_lies_within

_NAMED = ("City", "Subdistrict", "Community", "Compound", "Building", "Department", "Leader", "Person")
_BODIES = (
    *("Branch", "OwnersCommittee", "PropertyCompany", "BuildingGroup"),
    *("Enterprise", "SocialOrganization", "Unit", "PartyOrganization", "SynergyBody", "Conference", "VolunteerTeam"),
)
_SERVING = ("Branch", "OwnersCommittee", "SynergyBody", "Conference", "VolunteerTeam")
# What exists from the beginning of a relation on.
_BEGINNINGS = {
    "BuildingGroup": "FORMED_IN",
    "Criterion": "APPLIES_IN",
    "ResponsibilityZone": "LIES_IN",
    **dict.fromkeys(_SERVING, "SERVES"),
}
# What exists from an event on: the relation that leads to it from there.
_OF_EVENTS = {"Evaluation": "SCORED", "Document": "ADOPTED"}
_LONGEST = 100


def search(ask: Ask) -> list[Item]:
    """Everything within the place that has the text in its name: all of it, as no order can be told without the index."""
    words = ask.arguments["text"].strip()
    beginning = within(ask.arguments.get("within"))
    if not 1 <= len(words) <= _LONGEST:
        raise refusal("BAD_USER_INPUT")
    return ask.items(
        [
            thing
            for thing in ask.graph.of(*_NAMED, *_BODIES)
            if folded(words) in folded(thing.name) and exists(ask, thing) and _lies_within(ask, thing, beginning)
        ]
    )


def exists(ask: Ask, thing: Thing) -> bool:
    """Whether the thing is there by the day.

    A body of a place is from when it first serves it, a group from its forming, a criterion from when it first applies, an
    event from its day, an evaluation from that of its round, a document and an issue from that of its meeting.
    """
    if thing.kind == "Issue":
        return issues.exists(ask, thing)
    if thing.kind in _OF_EVENTS:
        return all(exists(ask, link.start) for link in ask.graph.reaching(thing, _OF_EVENTS[thing.kind]))
    if thing.days:
        return thing.date <= ask.day
    relation = _BEGINNINGS.get(thing.kind)
    return relation is None or bool(ask.begun(ask.graph.leaving(thing, relation)))


def _lies_within(ask: Ask, thing: Thing, beginning: str) -> bool:
    """By the id, or, where that names only the city, by whom the thing is paired with, serves, or sits with."""
    if thing.id.startswith(beginning):
        return True
    if thing.kind in {"Department", "Leader"}:
        places = [link.end for link in ask.holding(ask.graph.leaving(thing, "PAIRED_WITH"))]
    elif thing.kind in {"PropertyCompany", "PartyOrganization"}:
        return body_lies_within(ask, thing, beginning)
    elif thing.kind in {"Enterprise", "SocialOrganization", "Unit"}:
        places = [link.end for link in ask.holding(ask.graph.leaving(thing, "STATIONED_IN"))]
    elif thing.kind == "Person":
        return any(body_lies_within(ask, link.end, beginning) for link in belongings(ask, thing))
    else:
        places = []
    return any(place.id.startswith(beginning) for place in places)
