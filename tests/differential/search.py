"""Search by names, titles and codes, in any spelling."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, product
from typing import Any
from unicodedata import category, combining

from pypinyin import Style, pinyin

from differential import issues
from differential.graph import Thing
from differential.ids import refusal, within
from differential.items import Ask, Resolver, folded
from differential.pages import Order
from differential.persons import belongings, body_lies_within

_NAMED = ("City", "Subdistrict", "Community", "Compound", "Building", "Department", "Leader", "Person")
BODIES = (
    *("Branch", "OwnersCommittee", "PropertyCompany", "BuildingGroup"),
    *("Enterprise", "SocialOrganization", "Unit", "PartyOrganization", "SynergyBody", "Conference", "VolunteerTeam"),
)
SERVING = ("Branch", "OwnersCommittee", "SynergyBody", "Conference", "VolunteerTeam")
# What exists from the beginning of a relation on.
_BEGINNINGS = {
    "BuildingGroup": "FORMED_IN",
    "Criterion": "APPLIES_IN",
    "ResponsibilityZone": "LIES_IN",
    **dict.fromkeys(SERVING, "SERVES"),
}
# What exists from an event on: the relation that leads to it from there.
_OF_EVENTS = {"Evaluation": "SCORED", "Document": "ADOPTED"}
_LONGEST = 100
_CODED = ("City", "Subdistrict", "Community", "Compound", "Building", "Department", "Leader")
# Shorter texts are not sought in codes.
_SHORTEST_CODE = 3
_HAN = re.compile(r"[\u3007\u3400-\u9fff\U00020000-\U000323af]+")


@dataclass(frozen=True, eq=False)
class Found:
    """A thing that a text finds: how well, in which field, and the part of it that matches."""

    start: Thing
    rank: int
    kind: str
    field: str
    text: str


ORDER = Order(
    "Query.searchResults",
    lambda item: (item.value.rank, len(_title(item.value.start).encode("utf-16-le")) // 2, item.value.start.id),
    (False, False, False),
)


def found(ask: Ask) -> list[Any]:
    """Everything of the types within the place that the text finds, the best match first."""
    beginning, types = within(ask.arguments.get("within")), ask.arguments.get("types")
    words = _spelled(ask.arguments["text"])
    if not words or len(ask.arguments["text"].strip()) > _LONGEST:
        raise refusal("BAD_USER_INPUT")
    things = [
        thing
        for thing in ask.graph.of(*_NAMED, *BODIES, "Issue")
        if types is None or re.sub("(?<!^)(?=[A-Z])", "_", thing.kind).upper() in types
    ]
    matches = [
        ask.made("SearchResultEdge", Found(thing, *match))
        for thing in things
        for match in [_match(words, _title(thing), *_code(ask, thing))]
        if match is not None and exists(ask, thing) and _lies_within(ask, thing, beginning)
    ]
    return ORDER.sorted(matches)


def _title(thing: Thing) -> str:
    return thing.cells["title"] if thing.kind == "Issue" else thing.name


def _code(ask: Ask, thing: Thing) -> tuple[str, str]:
    """The code, if it has one, and what its name is called."""
    if thing.kind == "Issue":
        return issues.code(ask.graph, thing), "TITLE"
    return (thing.id if thing.kind in _CODED else ""), "NAME"


def _match(words: str, name: str, code: str, called: str) -> tuple[int, str, str, str] | None:
    """The best of all ways in which the words are in a name or a code."""
    ways = [*_in_name(words, name, called), *_in_code(words, code), *_in_sounds(words, name, called)]
    return min(ways, default=None)


def _in_name(words: str, name: str, called: str) -> Iterator[tuple[int, str, str, str]]:
    written = _spelled(name)
    at = written.find(words)
    if at >= 0:
        part = _between(name, at, at + len(words))
        yield (0, "EXACT", called, part) if written == words else (5, "SUBSTRING", called, part)
        if at == 0:
            yield 1, "PREFIX", called, part


def _in_code(words: str, code: str) -> Iterator[tuple[int, str, str, str]]:
    if len(words) >= _SHORTEST_CODE and words in code:
        yield (0, "EXACT", "CODE", words) if code == words else (6, "SUBSTRING", "CODE", words)
        if code.startswith(words):
            yield 2, "PREFIX", "CODE", words


def _in_sounds(words: str, name: str, called: str) -> Iterator[tuple[int, str, str, str]]:
    for kind, (usual, part) in _spoken(words, name).items():
        yield {"INITIALS": 7, "PINYIN": 8}[kind] - 4 * usual, kind, called, part


def _spelled(text: str) -> str:
    """The text without blanks; large and small letters, full-width and composed characters are alike."""
    return "".join(one for one in folded(text) if not one.isspace() and category(one) not in {"Cc", "Cf"})


def _between(name: str, begin: int, end: int) -> str:
    """The characters of the name whose spelling lies between the places."""
    ends = [len(_spelled(name[: place + 1])) for place in range(len(name))]
    hit = [place for place, last in enumerate(ends) if last > begin and (ends[place - 1] if place else 0) < end]
    return name[hit[0] : hit[-1] + 1]


def _letters(text: str) -> str:
    return "".join(one for one in text.replace("U\u0308", "V") if one.isascii() and one.isalnum())


def _spoken(words: str, name: str) -> dict[str, tuple[bool, str]]:
    """By initials and by pinyin: whether the words begin the name in its usual reading, and the characters that they are.

    At most one character of the name is read in an unusual way.
    """
    letters = _letters(words)
    signs = [one for one in words if not _letters(one) and one not in "'’-·" and not combining(one)]
    if not letters or signs or letters.isdigit() or not _HAN.search(_spelled(name)):
        return {}
    sounds = [(place, options) for place, options in enumerate(_sounds(name)) if options]
    usual = [options[0] for _, options in sounds]
    readings = [usual]
    for at, (_, options) in enumerate(sounds):
        readings += [[*usual[:at], other, *usual[at + 1 :]] for other in options[1:]]
    found: dict[str, tuple[bool, str]] = {}
    for reading, start in product(readings, range(len(sounds))):
        for kind, said in (("INITIALS", [one[0] for one in reading]), ("PINYIN", reading)):
            if kind not in found and "".join(said[start:]).startswith(letters):
                ends = accumulate(map(len, said[start:]))
                last = next(start + step for step, end in enumerate(ends) if end >= len(letters))
                part = name[sounds[start][0] : sounds[last][0] + 1]
                found[kind] = (start == 0 and reading is usual, part)
    return found


@cache
def _sounds(name: str) -> list[list[str]]:
    """How each character of the name may be read, as the dictionary says; letters and digits as they are."""
    sounds = [[letters] if (letters := _letters(one)) else [] for one in map(_spelled, name)]
    written = "".join(one if len(one := _spelled(each)) == 1 else " " for each in name)
    for run in _HAN.finditer(written):
        read = pinyin(run[0], style=Style.NORMAL, heteronym=True)
        sounds[run.start() : run.end()] = [list(dict.fromkeys(_letters(folded(one)) for one in each)) for each in read]
    return sounds


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


FIELDS: dict[str, dict[str, Resolver]] = {
    "SearchResultEdge": {
        "node": lambda ask: ask.item(ask.value.start),
        "matchKind": lambda ask: ask.value.kind,
        "matchedField": lambda ask: ask.value.field,
        "matchedText": lambda ask: ask.value.text,
    },
}
